//! Strings and what a schema can demand of them.

mod date_time;
mod pattern;
mod rules;

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};

pub(crate) use self::date_time::{DateTime, is_date_time};
pub(crate) use self::pattern::{HasPattern, Pattern, Patterned};
pub(crate) use self::rules::{MinLength, OpenEnum, TextRule, Vocabulary};
use super::{Notes, Schema};

/// A string that follows a rule.
pub(crate) struct TextOf<R>(PhantomData<R>);

impl<R: TextRule> Schema for TextOf<R> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, notes: &Notes) -> Result<(), D::Error> {
        deserializer.deserialize_str(TextVisitor::<R> { notes, rule: PhantomData })
    }
}

struct TextVisitor<'notes, R> {
    notes: &'notes Notes,
    rule: PhantomData<R>,
}

impl<R: TextRule> Visitor<'_> for TextVisitor<'_, R> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        if R::allows(text, self.notes) { Ok(()) } else { Err(E::custom("the text is not allowed")) }
    }
}
