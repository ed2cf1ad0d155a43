//! Numbers and truth values.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};

use super::{Notes, Schema};

/// 2^63: from here on, whatever is written in a JSON text is read as a whole number.
const WHOLE_FROM: f64 = 9_223_372_036_854_775_808.0;

/// What an integer must be beyond being one.
pub(crate) trait IntegerRule {
    /// The least value.
    const MINIMUM: i64;
}

/// Any integer.
impl IntegerRule for () {
    const MINIMUM: i64 = i64::MIN;
}

/// An integer that is not less than this.
pub(crate) struct AtLeast<const MINIMUM: i64>;

impl<const MINIMUM: i64> IntegerRule for AtLeast<MINIMUM> {
    const MINIMUM: i64 = MINIMUM;
}

/// An integer, as JSON Schema draft 4 has it: `1.0` is none. Numbers beyond 64 bits are integers.
pub(crate) struct IntegerOf<R>(PhantomData<R>);

impl<R: IntegerRule> Schema for IntegerOf<R> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, _: &Notes) -> Result<(), D::Error> {
        deserializer.deserialize_i64(IntegerVisitor::<R>(PhantomData))
    }
}

struct IntegerVisitor<R>(PhantomData<R>);

impl<R: IntegerRule> Visitor<'_> for IntegerVisitor<R> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an integer")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        if value >= R::MINIMUM { Ok(()) } else { Err(E::custom("less than the minimum")) }
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        // What is too large for the conversion is larger than any minimum.
        i64::try_from(value).map_or(Ok(()), |value| self.visit_i64(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        let is_allowed = value >= WHOLE_FROM || (value <= -WHOLE_FROM && R::MINIMUM == i64::MIN);
        if is_allowed { Ok(()) } else { Err(E::custom("not an integer that is allowed")) }
    }
}

/// `true` or `false`.
pub(crate) struct Boolean;

impl Schema for Boolean {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, _: &Notes) -> Result<(), D::Error> {
        <bool as serde::Deserialize>::deserialize(deserializer).map(drop)
    }
}
