//! A schema as a type.

use serde_json::Value;

use super::Notes;
use super::json::Rest;

/// A schema of the document.
pub(crate) trait Schema {
    /// What is kept of a value; its default is what is kept of none.
    type Said<'a>: Default;

    /// Reads one value; fails unless the schema allows it.
    fn read<'de>(text: &'de str, notes: &mut Notes, said: &mut Self::Said<'de>) -> Rest<'de>;

    /// What is kept of a value that need not be allowed: a part of a wrong type is none.
    fn of(value: &Value) -> Self::Said<'_>;
}

/// A schema whose values can be written outside of JSON.
pub(crate) trait PlainSchema {
    /// Whether it allows what a text says that is no JSON.
    fn allows(text: &str) -> bool;
}

/// Reads a value of which nothing is kept.
pub(crate) fn unkept<'de, S: Schema>(text: &'de str, notes: &mut Notes) -> Rest<'de> {
    S::read(text, notes, &mut S::Said::default())
}
