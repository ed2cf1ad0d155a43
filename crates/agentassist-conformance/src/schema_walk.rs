//! A walk over a value together with the schema that describes it.
//!
//! A validator says what is wrong; this says what is there: which properties the document does not
//! know, and which hold personal data.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::document::DOCUMENT;

/// A part of a value, beside the part of the document that describes it.
pub(crate) struct Node<'a> {
    /// JSON pointer into the value.
    pub(crate) instance: &'a str,
    pub(crate) value: &'a Value,
    /// The schema, with its reference resolved; `None` where the document describes nothing.
    pub(crate) schema: Option<&'static Map<String, Value>>,
}

/// Visits a value and all of its parts, parents first.
pub(crate) fn walk(value: &Value, schema: &str, visit: &mut dyn FnMut(&Node<'_>)) {
    let found = DOCUMENT.pointer(schema);
    Walk { instance: String::new(), visit }.step(value, found);
}

/// A walk that has come to one value. The pointer grows and shrinks with the way.
struct Walk<'a> {
    instance: String,
    visit: &'a mut dyn FnMut(&Node<'_>),
}

impl Walk<'_> {
    /// Visits a value that a schema describes, or that none does.
    fn step(&mut self, value: &Value, schema: Option<&'static Value>) {
        let Some(schema) = schema.and_then(Value::as_object) else {
            return self.inside(value, None);
        };
        if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
            let target = target.strip_prefix('#').unwrap_or_default();
            return self.step(value, DOCUMENT.pointer(target));
        }
        match alternative(schema, value) {
            Some(alternative) => self.step(value, Some(alternative)),
            None => self.inside(value, Some(schema)),
        }
    }

    /// Visits a value, and then its parts.
    fn inside(&mut self, value: &Value, schema: Option<&'static Map<String, Value>>) {
        let Self { instance, visit } = self;
        visit(&Node { instance, value, schema });
        let length = self.instance.len();
        match value {
            Value::Object(object) => {
                let known = schema.and_then(|schema| schema.get("properties"));
                for (key, part) in object {
                    self.instance.push('/');
                    self.instance.push_str(&escape(key));
                    match known.and_then(|known| known.get(key)) {
                        None => self.inside(part, None),
                        known => self.step(part, known),
                    }
                    self.instance.truncate(length);
                }
            }
            Value::Array(items) => {
                let known = schema.and_then(|schema| schema.get("items"));
                for (index, part) in items.iter().enumerate() {
                    self.instance.push('/');
                    self.instance.push_str(&index.to_string());
                    match known {
                        None => self.inside(part, None),
                        known => self.step(part, known),
                    }
                    self.instance.truncate(length);
                }
            }
            _ => {}
        }
    }
}

/// A name as a JSON pointer has it.
fn escape(name: &str) -> Cow<'_, str> {
    if name.contains(['~', '/']) {
        Cow::Owned(name.replace('~', "~0").replace('/', "~1"))
    } else {
        Cow::Borrowed(name)
    }
}

/// The alternative of a `oneOf` that fits the kind of a value.
fn alternative(schema: &'static Map<String, Value>, value: &Value) -> Option<&'static Value> {
    schema.get("oneOf")?.as_array()?.iter().find(|alternative| {
        let target = alternative.get("$ref").and_then(Value::as_str);
        let target = target.and_then(|target| DOCUMENT.pointer(target.strip_prefix('#')?));
        target.unwrap_or(alternative).get("type").and_then(Value::as_str) == Some(kind_of(value))
    })
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
