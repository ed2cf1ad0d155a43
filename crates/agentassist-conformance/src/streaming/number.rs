//! Numbers and truth values.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};
use serde_json::Value;

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

/// An integer, as JSON Schema draft 4 has it: `1.0` is none. Numbers beyond 64 bits are integers,
/// and news. Kept are those that count something, which are not negative.
pub(crate) struct IntegerOf<R>(PhantomData<R>);

impl<R: IntegerRule> Schema for IntegerOf<R> {
    type Said<'a> = Option<u64>;

    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        notes: &Notes,
        said: &mut Self::Said<'de>,
    ) -> Result<(), D::Error> {
        deserializer.deserialize_i64(IntegerVisitor::<R> { notes, said, rule: PhantomData })
    }

    fn of(value: &Value) -> Self::Said<'_> {
        value.as_u64()
    }
}

struct IntegerVisitor<'place, R> {
    notes: &'place Notes,
    said: &'place mut Option<u64>,
    rule: PhantomData<R>,
}

impl<R: IntegerRule> Visitor<'_> for IntegerVisitor<'_, R> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an integer")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        *self.said = u64::try_from(value).ok();
        if value >= R::MINIMUM { Ok(()) } else { Err(E::custom("less than the minimum")) }
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        // What is too large for the conversion is larger than any minimum.
        let Ok(value) = i64::try_from(value) else {
            *self.said = Some(value);
            self.notes.add_news();
            return Ok(());
        };
        self.visit_i64(value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.notes.add_news();
        let is_allowed = value >= WHOLE_FROM || (value <= -WHOLE_FROM && R::MINIMUM == i64::MIN);
        if is_allowed { Ok(()) } else { Err(E::custom("not an integer that is allowed")) }
    }
}

/// `true` or `false`.
pub(crate) struct Boolean;

impl Schema for Boolean {
    type Said<'a> = Option<bool>;

    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        _: &Notes,
        said: &mut Self::Said<'de>,
    ) -> Result<(), D::Error> {
        *said = Some(<bool as serde::Deserialize>::deserialize(deserializer)?);
        Ok(())
    }

    fn of(value: &Value) -> Self::Said<'_> {
        value.as_bool()
    }
}
