//! The validators that read a body's text once: the schemas of all bodies as types.

mod emit;
mod pattern;
mod said;
mod shape;
#[cfg(test)]
mod tests;

use proc_macro2::Ident;
use quote::format_ident;

use self::shape::Shapes;
use crate::document::Document;
use crate::generate::{GenerateError, ORIGIN};
use crate::rustfmt;

/// Returns the text of the validators of all request and response bodies.
pub(crate) fn validators(document: &Document) -> Result<String, GenerateError> {
    let operations = super::model::operations(document)?;
    let mut shapes = Shapes::new(document);
    let mut bodies = Vec::new();
    for pointer in super::body_schemas(&operations) {
        bodies.push((shapes.at(&pointer)?, pointer));
    }
    let definitions = shapes.definitions()?;
    said::check(&definitions)?;
    let file = rustfmt::parse_file(emit::file(&bodies, &definitions))?;
    Ok(rustfmt::format_file(ORIGIN, &file)?)
}

/// The name of the type of a schema, or of a part of one.
pub(super) fn type_name(pointer: &str) -> Ident {
    use heck::ToUpperCamelCase;
    format_ident!("{}", super::schema_words(pointer).to_upper_camel_case())
}
