//! Alternatives that the type of a value decides between.

use std::marker::PhantomData;

use serde_json::Value;

use super::json::{self, Rest};
use super::{Notes, Object, ObjectOf, Schema, TextOf, TextRule, unkept};

/// An object with properties, or a text; nothing is kept of either.
pub(crate) struct ObjectOrText<O, R>(PhantomData<(O, R)>);

impl<O: Object, R: TextRule> Schema for ObjectOrText<O, R> {
    type Said<'a> = ();

    fn read<'de>(text: &'de str, notes: &mut Notes, (): &mut ()) -> Rest<'de> {
        match json::peek(text) {
            Some(b'{') => unkept::<ObjectOf<O>>(text, notes),
            _ => unkept::<TextOf<R>>(text, notes),
        }
    }

    fn of(_: &Value) {}
}
