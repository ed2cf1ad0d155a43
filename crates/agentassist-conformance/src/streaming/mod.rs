//! Validation of a body while its text is read, with no tree in between.
//!
//! The schemas of the document are types, made by `cargo xtask generate`; this module holds what
//! they are made of. A type that implements [`Schema`] reads one value of a text ([`json`]) and
//! fails at the first thing that its schema forbids. Of what is read, it keeps the little that the
//! rules look at, borrowed from the text, and which properties and values were shown.
//!
//! What is decided here is only *whether* a body is allowed. Why one is not, `jsonschema` explains
//! from its tree, and the two agree: on every body in which no object names a property twice, this
//! module allows what a tree of it would be allowed.

mod alternative;
mod array;
pub(crate) mod json;
mod notes;
mod number;
mod object;
mod schema;
#[cfg(test)]
pub(crate) mod tests;
mod text;
mod verdict;

pub(crate) use self::alternative::ObjectOrText;
pub(crate) use self::array::ArrayOf;
pub(crate) use self::json::{Refused, Rest};
pub(crate) use self::notes::{Notes, Shown};
pub(crate) use self::number::{AtLeast, Boolean, IntegerOf};
pub(crate) use self::object::{Entries, FreeObject, Object, ObjectOf, part};
pub(crate) use self::schema::{PlainSchema, Schema, unkept};
pub(crate) use self::text::{
    DateTime, HasPattern, MinLength, OpenEnum, Pattern, Patterned, TextOf, TextRule, Vocabulary,
    is_date_time,
};
pub(crate) use self::verdict::Reading;
pub use self::verdict::Verdict;
