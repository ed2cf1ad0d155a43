//! A schema as a type.

use serde::de::{DeserializeSeed, Deserializer};
use serde_json::Value;

use super::Notes;

/// A schema of the document.
pub(crate) trait Schema {
    /// What is kept of a value; its default is what is kept of none.
    type Said<'a>: Default;

    /// Reads one value; fails unless the schema allows it.
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        notes: &Notes,
        said: &mut Self::Said<'de>,
    ) -> Result<(), D::Error>;

    /// What is kept of a value that need not be allowed: a part of a wrong type is none.
    fn of(value: &Value) -> Self::Said<'_>;
}

/// A schema together with the notes of the pass and the place of what is kept, as serde carries
/// them to nested values.
pub(crate) struct Seed<'place, 'de, S: Schema> {
    pub(crate) notes: &'place Notes,
    pub(crate) said: &'place mut S::Said<'de>,
}

impl<'de, S: Schema> DeserializeSeed<'de> for Seed<'_, 'de, S> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        S::read(deserializer, self.notes, self.said)
    }
}
