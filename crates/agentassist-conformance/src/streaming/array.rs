//! Arrays.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, SeqAccess, Visitor};

use super::{Notes, Schema, Seed};

/// An array, all of whose items one schema allows.
pub(crate) struct ArrayOf<S>(PhantomData<S>);

impl<S: Schema> Schema for ArrayOf<S> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, notes: &Notes) -> Result<(), D::Error> {
        deserializer.deserialize_seq(ArrayVisitor::<S> { notes, items: PhantomData })
    }
}

struct ArrayVisitor<'notes, S> {
    notes: &'notes Notes,
    items: PhantomData<S>,
}

impl<'de, S: Schema> Visitor<'de> for ArrayVisitor<'_, S> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        self.notes.nested(|| {
            while list.next_element_seed(Seed::<S>::new(self.notes))?.is_some() {}
            Ok(())
        })
    }
}
