//! Objects: those whose properties the document names, and free ones.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::{Map, Value};

use super::{Anything, Notes, Schema, Seed};

/// The properties of an object, by their number in the document.
///
/// A set of properties is a number with one bit for each of them.
pub(crate) trait Object {
    /// Its place among everything that can be shown.
    const PLACE: usize;
    /// The properties that must be there.
    const REQUIRED: u64;
    /// Sets of properties of which one must be there as a whole; no sets, no demand.
    const REQUIRED_ANY: &'static [u64] = &[];

    /// What is kept of an object.
    type Said<'a>: Default;

    /// The number of a property, if the document knows it.
    fn number(name: &str) -> Option<u32>;

    /// Reads the value of the property with a number.
    fn value<'de, A: MapAccess<'de>>(
        number: u32,
        map: &mut A,
        notes: &Notes,
        said: &mut Self::Said<'de>,
    ) -> Result<(), A::Error>;

    /// What is kept of an object in a tree.
    fn of(object: &Map<String, Value>) -> Self::Said<'_>;
}

/// Reads the value of a property that has a schema.
pub(crate) fn property<'de, S: Schema, A: MapAccess<'de>>(
    map: &mut A,
    notes: &Notes,
    said: &mut S::Said<'de>,
) -> Result<(), A::Error> {
    map.next_value_seed(Seed::<S> { notes, said })
}

/// Reads the value of a property of which nothing is kept.
pub(crate) fn unkept<'de, S: Schema, A: MapAccess<'de>>(
    map: &mut A,
    notes: &Notes,
) -> Result<(), A::Error> {
    property::<S, A>(map, notes, &mut S::Said::default())
}

/// What is kept of a property in a tree.
pub(crate) fn part<'a, S: Schema>(object: &'a Map<String, Value>, name: &str) -> S::Said<'a> {
    object.get(name).map(S::of).unwrap_or_default()
}

/// An object with these properties; others are allowed, and are news.
pub(crate) struct ObjectOf<O>(PhantomData<O>);

impl<O: Object> Schema for ObjectOf<O> {
    type Said<'a> = O::Said<'a>;

    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        notes: &Notes,
        said: &mut Self::Said<'de>,
    ) -> Result<(), D::Error> {
        deserializer.deserialize_map(ObjectVisitor::<O> { notes, said })
    }

    fn of(value: &Value) -> Self::Said<'_> {
        value.as_object().map(O::of).unwrap_or_default()
    }
}

pub(super) struct ObjectVisitor<'place, 'de, O: Object> {
    pub(super) notes: &'place Notes,
    pub(super) said: &'place mut O::Said<'de>,
}

impl<'de, O: Object> Visitor<'de> for ObjectVisitor<'_, 'de, O> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { notes, said } = self;
        notes.nested(|| {
            let mut seen = 0_u64;
            while let Some(number) = map.next_key_seed(Name::<O>(PhantomData))? {
                let Some(number) = number else {
                    notes.add_news();
                    unkept::<Anything, A>(&mut map, notes)?;
                    continue;
                };
                let bit = 1 << number;
                if seen & bit != 0 {
                    return Err(A::Error::custom("a property is given twice"));
                }
                seen |= bit;
                O::value(number, &mut map, notes, said)?;
            }
            notes.show(O::PLACE, seen);
            let has = |set: u64| seen & set == set;
            let any = O::REQUIRED_ANY;
            if has(O::REQUIRED) && (any.is_empty() || any.iter().any(|&set| has(set))) {
                Ok(())
            } else {
                Err(A::Error::custom("a required property is missing"))
            }
        })
    }
}

/// Reads the name of a property as its number.
struct Name<O>(PhantomData<O>);

impl<'de, O: Object> DeserializeSeed<'de> for Name<O> {
    type Value = Option<u32>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<O: Object> Visitor<'_> for Name<O> {
    type Value = Option<u32>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the name of a property")
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok(O::number(name))
    }
}

/// An object of which the document names no property: nothing in it is news.
pub(crate) struct FreeObject;

impl Schema for FreeObject {
    type Said<'a> = ();

    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        notes: &Notes,
        (): &mut (),
    ) -> Result<(), D::Error> {
        struct FreeVisitor<'notes>(&'notes Notes);

        impl<'de> Visitor<'de> for FreeVisitor<'_> {
            type Value = ();

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
                super::skip::skip_entries(map, self.0)
            }
        }

        deserializer.deserialize_map(FreeVisitor(notes))
    }

    fn of(_: &Value) {}
}
