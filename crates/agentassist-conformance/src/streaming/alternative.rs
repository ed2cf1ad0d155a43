//! Alternatives that the type of a value decides between.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde_json::Value;

use super::object::ObjectVisitor;
use super::{Notes, Object, Schema, TextRule};

/// An object with properties, or a text; nothing is kept of either.
pub(crate) struct ObjectOrText<O, R>(PhantomData<(O, R)>);

impl<O: Object, R: TextRule> Schema for ObjectOrText<O, R> {
    type Said<'a> = ();

    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        notes: &Notes,
        (): &mut (),
    ) -> Result<(), D::Error> {
        deserializer.deserialize_any(EitherVisitor::<O, R> { notes, alternatives: PhantomData })
    }

    fn of(_: &Value) {}
}

struct EitherVisitor<'notes, O, R> {
    notes: &'notes Notes,
    alternatives: PhantomData<(O, R)>,
}

impl<'de, O: Object, R: TextRule> Visitor<'de> for EitherVisitor<'_, O, R> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object or a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        if R::allows(text, self.notes) { Ok(()) } else { Err(E::custom("the text is not allowed")) }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        let said = &mut O::Said::default();
        ObjectVisitor::<O> { notes: self.notes, said }.visit_map(map)
    }
}
