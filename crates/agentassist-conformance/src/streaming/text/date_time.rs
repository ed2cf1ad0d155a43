//! The format `date-time`.

use serde_json::Value;

use super::TextRule;
use crate::moment::Moment;
use crate::streaming::json::{self, Refused, Rest};
use crate::streaming::{Notes, Schema};

/// A date and time as RFC 3339 has it. It is kept as the moment that it names, so that no rule
/// reads it again.
pub(crate) struct DateTime;

impl Schema for DateTime {
    type Said<'a> = Option<Moment>;

    fn read<'de>(text: &'de str, _: &mut Notes, said: &mut Self::Said<'de>) -> Rest<'de> {
        let (text, rest) = json::string(text)?;
        *said = Some(Moment::parse(&text).ok_or(Refused)?);
        Ok(rest)
    }

    fn of(value: &Value) -> Self::Said<'_> {
        value.as_str().and_then(Moment::parse)
    }
}

/// As one of several rules.
impl TextRule for DateTime {
    fn allows(text: &str, _: &mut Notes) -> bool {
        is_date_time(text)
    }
}

/// Whether a text is a date and time; `jsonschema` asks here too.
pub(crate) fn is_date_time(text: &str) -> bool {
    Moment::parse(text).is_some()
}
