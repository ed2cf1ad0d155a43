//! The validators that read a text once: the schemas of all bodies and parameters as types.

mod emit;
mod pattern;
mod said;
mod shape;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use proc_macro2::Ident;
use quote::format_ident;
use serde_json::{Map, Value};

use self::shape::{Shape, Shapes};
use super::model::construct;
use crate::document::{Document, child};
use crate::generate::{GenerateError, ORIGIN};
use crate::rustfmt;

/// Returns the text of the validators of all request and response bodies, and all parameters.
pub(crate) fn validators(document: &Document) -> Result<String, GenerateError> {
    let operations = super::model::operations(document)?;
    let mut shapes = Shapes::new(document);
    let mut all = |pointers: BTreeSet<String>| {
        let shape = |pointer: String| Ok((shapes.at(&pointer)?, pointer));
        pointers.into_iter().map(shape).collect::<Result<Vec<_>, GenerateError>>()
    };
    let bodies = all(super::body_schemas(&operations))?;
    let parameters = all(super::parameter_schemas(&operations))?;
    for (shape, pointer) in &parameters {
        if !matches!(shape, Shape::Text(_) | Shape::Integer(_)) {
            let problem = "a parameter is a string or an integer";
            return Err(construct(pointer, problem));
        }
    }
    known_throughout(document)?;
    let definitions = shapes.definitions()?;
    said::check(&definitions)?;
    let file = rustfmt::parse_file(emit::file(&bodies, &parameters, &definitions))?;
    Ok(rustfmt::format_file(ORIGIN, &file)?)
}

/// Refuses keywords that are not known in schemas that nothing leads to, too.
fn known_throughout(document: &Document) -> Result<(), GenerateError> {
    let mut shapes = Shapes::new(document);
    let schemas = document.value.pointer("/components/schemas").and_then(Value::as_object);
    for name in schemas.into_iter().flat_map(Map::keys) {
        shapes.at(&child("/components/schemas", name))?;
    }
    shapes.definitions().map(|_| ())
}

/// The name of the type of a schema, or of a part of one.
pub(super) fn type_name(pointer: &str) -> Ident {
    use heck::ToUpperCamelCase;
    format_ident!("{}", super::schema_words(pointer).to_upper_camel_case())
}
