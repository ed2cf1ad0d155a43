//! Strings and what a schema can demand of them.

mod date_time;
mod pattern;
mod rules;

use std::borrow::Cow;
use std::marker::PhantomData;

use serde_json::Value;

pub(crate) use self::date_time::{DateTime, is_date_time};
pub(crate) use self::pattern::{HasPattern, Pattern, Patterned};
pub(crate) use self::rules::{MinLength, OpenEnum, TextRule, Vocabulary};
use super::json::{self, Refused, Rest};
use super::{Notes, PlainSchema, Schema};

/// A string that follows a rule.
pub(crate) struct TextOf<R>(PhantomData<R>);

impl<R: TextRule> Schema for TextOf<R> {
    type Said<'a> = Option<Cow<'a, str>>;

    fn read<'de>(text: &'de str, notes: &mut Notes, said: &mut Self::Said<'de>) -> Rest<'de> {
        let (text, rest) = json::string(text)?;
        let is_allowed = R::allows(&text, notes);
        *said = Some(text);
        is_allowed.then_some(rest).ok_or(Refused)
    }

    fn of(value: &Value) -> Self::Said<'_> {
        value.as_str().map(Cow::Borrowed)
    }
}

impl<R: TextRule> PlainSchema for TextOf<R> {
    fn allows(text: &str) -> bool {
        R::allows(text, &mut Notes::default())
    }
}
