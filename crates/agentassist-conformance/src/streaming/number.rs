//! Numbers and truth values.

use std::marker::PhantomData;

use serde_json::{Number, Value};

use super::json::{self, Refused, Rest};
use super::{Notes, PlainSchema, Schema};

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

    fn read<'de>(text: &'de str, notes: &mut Notes, said: &mut Self::Said<'de>) -> Rest<'de> {
        let (number, rest) = json::number(text)?;
        *said = number.as_u64();
        let is_allowed = if let Some(value) = number.as_i64() {
            value >= R::MINIMUM
        } else {
            notes.add_news();
            // What is too large for the conversion is larger than any minimum.
            let value = number.as_f64().unwrap_or_default();
            value >= WHOLE_FROM || (value <= -WHOLE_FROM && R::MINIMUM == i64::MIN)
        };
        is_allowed.then_some(rest).ok_or(Refused)
    }

    fn of(value: &Value) -> Self::Said<'_> {
        value.as_u64()
    }
}

impl<R: IntegerRule> PlainSchema for IntegerOf<R> {
    fn allows(text: &str) -> bool {
        let number = text.parse().ok().and_then(|number: Number| number.as_i64());
        number.is_some_and(|value| value >= R::MINIMUM)
    }
}

/// `true` or `false`.
pub(crate) struct Boolean;

impl Schema for Boolean {
    type Said<'a> = Option<bool>;

    fn read<'de>(text: &'de str, _: &mut Notes, said: &mut Self::Said<'de>) -> Rest<'de> {
        let (value, rest) = json::boolean(text)?;
        *said = Some(value);
        Ok(rest)
    }

    fn of(value: &Value) -> Self::Said<'_> {
        value.as_bool()
    }
}
