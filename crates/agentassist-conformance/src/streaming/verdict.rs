//! The verdict on the text of a body.

use super::{Notes, Refused, Shown, json};
use crate::generated::validators::{BodySchema, Said};

/// What can be said of a body from one pass over its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The schema allows it, and the document knows all of its properties and values.
    Valid,
    /// The schema allows it, but it holds a property, or a value of an open vocabulary, that the
    /// document does not know, or an integer beyond 64 bits.
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

/// What one pass over a body tells.
pub(crate) struct Reading<'a> {
    pub(crate) verdict: Verdict,
    /// What is kept of it; all of it only if the schema allows it.
    pub(crate) said: Said<'a>,
    pub(crate) shown: Shown,
    /// It has properties in objects of which the document names none: one could stand there twice.
    pub(crate) has_free: bool,
}

impl BodySchema {
    /// Holds the text of a body against the schema.
    pub(crate) fn read_text(self, json: &str) -> Reading<'_> {
        let mut notes = Notes::default();
        let outcome = self.read(json, &mut notes);
        let whole = outcome.and_then(|(said, rest)| json::end(rest).map(|()| said));
        Reading::of(whole, &notes)
    }
}

impl<'a> Reading<'a> {
    /// What there is to tell after a pass.
    pub(crate) fn of(outcome: Result<Said<'a>, Refused>, notes: &Notes) -> Self {
        let verdict = match &outcome {
            Err(Refused) => Verdict::Refused,
            Ok(_) if notes.has_news() => Verdict::ValidWithNews,
            Ok(_) => Verdict::Valid,
        };
        let said = outcome.unwrap_or(Said::Nothing);
        Self { verdict, said, shown: notes.shown(), has_free: notes.has_free() }
    }
}
