//! A walk over a value together with the schema that describes it.
//!
//! A validator says what is wrong; this says what is there: which properties the document does not
//! know, which values its open vocabularies do not list, and which hold personal data.

use serde_json::{Map, Value};

use crate::document::DOCUMENT;

/// A part of a value, beside the part of the document that describes it.
pub(crate) struct Node<'a> {
    /// JSON pointer into the value.
    pub(crate) instance: &'a str,
    pub(crate) value: &'a Value,
    /// The schema, with its reference resolved; `None` where the document describes nothing.
    pub(crate) schema: Option<&'static Map<String, Value>>,
    /// JSON pointer of the schema in the document, or of the one it would belong to.
    pub(crate) document: &'a str,
}

/// Visits a value and all of its parts, parents first.
pub(crate) fn walk(value: &Value, schema: &str, visit: &mut dyn FnMut(&Node<'_>)) {
    step(value, "", Some(schema.to_owned()), schema, visit);
}

fn step(
    value: &Value,
    instance: &str,
    schema_pointer: Option<String>,
    parent: &str,
    visit: &mut dyn FnMut(&Node<'_>),
) {
    let resolved = schema_pointer.map(|pointer| resolve(&pointer, value));
    let schema = resolved.as_deref().and_then(|pointer| DOCUMENT.pointer(pointer)?.as_object());
    let document = resolved.as_deref().unwrap_or(parent);
    visit(&Node { instance, value, schema, document });
    match value {
        Value::Object(object) => {
            for (key, part) in object {
                let key = key.replace('~', "~0").replace('/', "~1");
                let property = format!("{document}/properties/{key}");
                let known = schema.is_some() && DOCUMENT.pointer(&property).is_some();
                step(
                    part,
                    &format!("{instance}/{key}"),
                    known.then_some(property),
                    document,
                    visit,
                );
            }
        }
        Value::Array(items) => {
            let items_schema = format!("{document}/items");
            let known = schema.is_some() && DOCUMENT.pointer(&items_schema).is_some();
            for (index, part) in items.iter().enumerate() {
                let pointer = known.then(|| items_schema.clone());
                step(part, &format!("{instance}/{index}"), pointer, document, visit);
            }
        }
        _ => {}
    }
}

/// Follows references and picks the alternative of a `oneOf` that fits the kind of a value.
fn resolve(pointer: &str, value: &Value) -> String {
    let Some(schema) = DOCUMENT.pointer(pointer) else { return pointer.to_owned() };
    if let Some(target) = schema["$ref"].as_str().and_then(|target| target.strip_prefix('#')) {
        return resolve(target, value);
    }
    let alternatives = schema["oneOf"].as_array().map_or(0, Vec::len);
    (0..alternatives)
        .map(|index| resolve(&format!("{pointer}/oneOf/{index}"), value))
        .find(|alternative| {
            let kind = DOCUMENT.pointer(alternative).and_then(|schema| schema["type"].as_str());
            kind == Some(kind_of(value))
        })
        .unwrap_or_else(|| pointer.to_owned())
}

/// The JSON Schema name of a value's type.
pub(crate) fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn known_and_unknown_parts_are_told_apart() {
        let page = json!({"results": [{"id": "1", "cellPhone": {"phoneNumber": "2"}, "new": 3}]});
        let mut unknown = Vec::new();
        let mut personal = Vec::new();
        walk(&page, "/components/schemas/ContactPage", &mut |node| match node.schema {
            None => unknown.push(node.instance.to_owned()),
            Some(schema) if schema.contains_key("x-pii") => personal.push(node.instance.to_owned()),
            Some(_) => {}
        });
        assert_eq!(unknown, ["/results/0/new"]);
        assert_eq!(personal, ["/results/0/cellPhone/phoneNumber"]);
    }

    #[test]
    fn the_alternative_that_fits_is_taken() {
        let list = json!({"campaignInUse": ["cd-1", {"id": "cd-2", "new": 1}]});
        let mut unknown = Vec::new();
        walk(&list, "/components/schemas/ContactList", &mut |node| {
            if node.schema.is_none() {
                unknown.push(node.instance.to_owned());
            }
        });
        assert_eq!(unknown, ["/campaignInUse/1/new"]);
    }
}
