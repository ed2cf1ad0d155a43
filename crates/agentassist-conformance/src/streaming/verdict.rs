//! The verdict on the text of a body.

use super::{Notes, Schema, Seed};

/// What can be said of a body from one pass over its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The schema allows it, and the document knows all of its properties and values.
    Valid,
    /// The schema allows it, but it holds a property, or a value of an open vocabulary, that the
    /// document does not know.
    ValidWithNews,
    /// It is not JSON, or the schema forbids it, or an object in it names a documented property
    /// twice, so that its readers may not agree on what it says.
    Refused,
}

impl Verdict {
    /// Whether the schema allows the body.
    #[must_use]
    pub fn is_valid(self) -> bool {
        self != Self::Refused
    }
}

/// Holds a text against a schema.
pub(crate) fn verdict<S: Schema>(json: &str) -> Verdict {
    let notes = Notes::default();
    let mut deserializer = sonic_rs::Deserializer::from_str(json);
    let outcome =
        serde::de::DeserializeSeed::deserialize(Seed::<S>::new(&notes), &mut deserializer)
            .and_then(|()| deserializer.end());
    match outcome {
        Err(_) => Verdict::Refused,
        Ok(()) if notes.has_news() => Verdict::ValidWithNews,
        Ok(()) => Verdict::Valid,
    }
}
