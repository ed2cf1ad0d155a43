//! Strings and what a schema can demand of them.

mod date_time;
mod pattern;
mod rules;

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};
use serde_json::Value;

pub(crate) use self::date_time::{DateTime, is_date_time};
pub(crate) use self::pattern::{HasPattern, Pattern, Patterned};
pub(crate) use self::rules::{MinLength, OpenEnum, TextRule, Vocabulary};
use super::{Notes, Schema};

/// A string that follows a rule.
pub(crate) struct TextOf<R>(PhantomData<R>);

impl<R: TextRule> Schema for TextOf<R> {
    type Said<'a> = Option<Cow<'a, str>>;

    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        notes: &Notes,
        said: &mut Self::Said<'de>,
    ) -> Result<(), D::Error> {
        deserializer.deserialize_str(TextVisitor::<R> { notes, said, rule: PhantomData })
    }

    fn of(value: &Value) -> Self::Said<'_> {
        value.as_str().map(Cow::Borrowed)
    }
}

struct TextVisitor<'place, 'de, R> {
    notes: &'place Notes,
    said: &'place mut Option<Cow<'de, str>>,
    rule: PhantomData<R>,
}

impl<'de, R: TextRule> Visitor<'de> for TextVisitor<'_, 'de, R> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<(), E> {
        *self.said = Some(Cow::Borrowed(text));
        if R::allows(text, self.notes) { Ok(()) } else { Err(E::custom("the text is not allowed")) }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        *self.said = Some(Cow::Owned(text.to_owned()));
        if R::allows(text, self.notes) { Ok(()) } else { Err(E::custom("the text is not allowed")) }
    }
}
