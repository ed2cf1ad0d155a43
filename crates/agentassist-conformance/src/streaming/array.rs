//! Arrays.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde_json::Value;

use super::{Notes, Schema, Seed};

/// Places that are made at once: as many as a page mostly has contacts, and more than other lists
/// mostly have items. A text does not say beforehand how many there are.
const PAGE: usize = 10;

/// An array, all of whose items one schema allows.
pub(crate) struct ArrayOf<S>(PhantomData<S>);

impl<S: Schema> Schema for ArrayOf<S> {
    type Said<'a> = Option<Vec<S::Said<'a>>>;

    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        notes: &Notes,
        said: &mut Self::Said<'de>,
    ) -> Result<(), D::Error> {
        let items = said.insert(Vec::new());
        deserializer.deserialize_seq(ArrayVisitor::<S> { notes, items })
    }

    fn of(value: &Value) -> Self::Said<'_> {
        Some(value.as_array()?.iter().map(S::of).collect())
    }
}

struct ArrayVisitor<'place, 'de, S: Schema> {
    notes: &'place Notes,
    items: &'place mut Vec<S::Said<'de>>,
}

impl<'de, S: Schema> Visitor<'de> for ArrayVisitor<'_, 'de, S> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let Self { notes, items } = self;
        items.reserve(PAGE);
        notes.nested(|| {
            while list.next_element_seed(Item::<S> { notes, items })?.is_some() {}
            Ok(())
        })
    }
}

/// The next item of an array. Its place is made when there is one.
struct Item<'place, 'de, S: Schema> {
    notes: &'place Notes,
    items: &'place mut Vec<S::Said<'de>>,
}

impl<'de, S: Schema> DeserializeSeed<'de> for Item<'_, 'de, S> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let said = self.items.push_mut(S::Said::default());
        Seed::<S> { notes: self.notes, said }.deserialize(deserializer)
    }
}
