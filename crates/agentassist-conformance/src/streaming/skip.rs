//! Values of which the document says nothing.

use std::fmt;

use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::{Notes, Schema, Seed, TextOf, unkept};

/// Any value that is well-formed.
///
/// `serde::de::IgnoredAny` would be shorter, but how thoroughly ignored values are checked, and
/// how deep they may be nested, is for each deserializer to choose.
pub(crate) struct Anything;

impl Schema for Anything {
    type Said<'a> = ();

    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        notes: &Notes,
        (): &mut (),
    ) -> Result<(), D::Error> {
        deserializer.deserialize_any(AnythingVisitor(notes))
    }

    fn of(_: &Value) {}
}

struct AnythingVisitor<'notes>(&'notes Notes);

impl<'de> Visitor<'de> for AnythingVisitor<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        self.0.nested(|| {
            while list
                .next_element_seed(Seed::<Anything> { notes: self.0, said: &mut () })?
                .is_some()
            {}
            Ok(())
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        skip_entries(map, self.0)
    }
}

/// Reads an object to its end.
pub(super) fn skip_entries<'de, A: MapAccess<'de>>(
    mut map: A,
    notes: &Notes,
) -> Result<(), A::Error> {
    notes.nested(|| {
        let name = &mut None;
        while map.next_key_seed(Seed::<TextOf<()>> { notes, said: name })?.is_some() {
            notes.add_free();
            unkept::<Anything, A>(&mut map, notes)?;
        }
        Ok(())
    })
}
