//! The format `date-time`.

use std::fmt;

use serde::de::{Deserializer, Error, Visitor};
use serde_json::Value;

use super::TextRule;
use crate::moment::Moment;
use crate::streaming::{Notes, Schema};

/// A date and time as RFC 3339 has it. It is kept as the moment that it names, so that no rule
/// reads it again.
pub(crate) struct DateTime;

impl Schema for DateTime {
    type Said<'a> = Option<Moment>;

    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        _: &Notes,
        said: &mut Self::Said<'de>,
    ) -> Result<(), D::Error> {
        *said = Some(deserializer.deserialize_str(MomentVisitor)?);
        Ok(())
    }

    fn of(value: &Value) -> Self::Said<'_> {
        value.as_str().and_then(Moment::parse)
    }
}

/// As one of several rules.
impl TextRule for DateTime {
    fn allows(text: &str, _: &Notes) -> bool {
        is_date_time(text)
    }
}

/// Whether a text is a date and time; `jsonschema` asks here too.
pub(crate) fn is_date_time(text: &str) -> bool {
    Moment::parse(text).is_some()
}

struct MomentVisitor;

impl Visitor<'_> for MomentVisitor {
    type Value = Moment;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a date and time")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Moment, E> {
        Moment::parse(text).ok_or_else(|| E::custom("not a date and time"))
    }
}
