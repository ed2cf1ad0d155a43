//! A schema as a type.

use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer};

use super::Notes;

/// A schema of the document.
pub(crate) trait Schema {
    /// Reads one value; fails unless the schema allows it.
    fn read<'de, D: Deserializer<'de>>(deserializer: D, notes: &Notes) -> Result<(), D::Error>;
}

/// A schema together with the notes of the pass, as serde carries them to nested values.
pub(crate) struct Seed<'notes, S> {
    pub(crate) notes: &'notes Notes,
    schema: PhantomData<S>,
}

impl<'notes, S> Seed<'notes, S> {
    pub(crate) fn new(notes: &'notes Notes) -> Self {
        Self { notes, schema: PhantomData }
    }
}

impl<'de, S: Schema> DeserializeSeed<'de> for Seed<'_, S> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        S::read(deserializer, self.notes)
    }
}
