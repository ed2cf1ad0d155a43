//! The sandbox describes itself; its description and the document say the same.
//!
//! The sandbox is written apart from everything that is generated. That both agree is therefore
//! more than a repetition.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

/// The document as the judge holds it: generated, and proved fresh elsewhere.
fn document() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../crates/agentassist-conformance/src/generated/document.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

fn sandbox() -> Value {
    serde_json::to_value(agentassist_sandbox::openapi()).unwrap()
}

/// All operations by id, with method and path.
fn operations(document: &Value) -> BTreeMap<&str, (&str, &str, &Value)> {
    let mut operations = BTreeMap::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            if let Some(id) = operation["operationId"].as_str() {
                operations.insert(id, (method.as_str(), path.as_str(), operation));
            }
        }
    }
    operations
}

fn resolve<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    match value["$ref"].as_str() {
        Some(reference) => {
            let target = document.pointer(reference.strip_prefix('#').unwrap());
            resolve(document, target.unwrap_or_else(|| panic!("{reference} leads nowhere")))
        }
        None => value,
    }
}

/// A schema flattened to lines such as `/results/[]/id string required`.
fn shape(document: &Value, schema: &Value) -> BTreeSet<String> {
    let mut lines = BTreeSet::new();
    describe(document, schema, "", true, &mut lines);
    lines
}

fn describe(
    document: &Value,
    schema: &Value,
    place: &str,
    required: bool,
    lines: &mut BTreeSet<String>,
) {
    let schema = resolve(document, schema);
    let presence = if required { "required" } else { "optional" };
    lines.insert(format!("{place} {} {presence}", kind(document, schema)));
    if let Some(items) = schema.get("items") {
        describe(document, items, &format!("{place}/[]"), true, lines);
    }
    let is_required = |name: &str| {
        schema["required"].as_array().is_some_and(|names| names.iter().any(|known| known == name))
    };
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        let place = format!("{place}/{name}");
        describe(document, property, &place, is_required(name), lines);
    }
}

/// The type, or those of its alternatives.
fn kind(document: &Value, schema: &Value) -> String {
    if let Some(alternatives) = schema["oneOf"].as_array() {
        let kinds: BTreeSet<_> =
            alternatives.iter().map(|one| kind(document, resolve(document, one))).collect();
        return kinds.into_iter().collect::<Vec<_>>().join(" or ");
    }
    schema["type"].as_str().unwrap_or("anything").to_owned()
}

fn parameters(document: &Value, operation: &Value) -> BTreeSet<String> {
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    parameters
        .map(|parameter| {
            let parameter = resolve(document, parameter);
            let schema = resolve(document, &parameter["schema"]);
            let text = |key: &str| parameter[key].as_str().unwrap_or_default().to_owned();
            format!(
                "{} {} in {}, required: {}",
                text("name"),
                kind(document, schema),
                text("in"),
                parameter["required"] == true
            )
        })
        .collect()
}

fn json_schema<'a>(document: &'a Value, carrier: &'a Value) -> Option<&'a Value> {
    resolve(document, carrier).pointer("/content/application~1json/schema")
}

#[test]
fn both_have_the_same_operations_at_the_same_places() {
    let (document, sandbox) = (document(), sandbox());
    let places = |document| -> BTreeMap<_, _> {
        let operations = operations(document).into_iter();
        operations
            .map(|(id, (method, path, _))| (id.to_owned(), format!("{method} {path}")))
            .collect()
    };
    assert_eq!(places(&sandbox), places(&document));
}

#[test]
fn both_have_the_same_parameters() {
    let (document, sandbox) = (document(), sandbox());
    let theirs = operations(&sandbox);
    for (id, (.., operation)) in operations(&document) {
        let found = theirs.get(id).map(|(.., theirs)| parameters(&sandbox, theirs));
        assert_eq!(found, Some(parameters(&document, operation)), "{id}");
    }
}

#[test]
fn both_have_the_same_bodies_property_by_property() {
    let (document, sandbox) = (document(), sandbox());
    let theirs = operations(&sandbox);
    for (id, (.., operation)) in operations(&document) {
        let (.., own) = theirs.get(id).unwrap_or_else(|| panic!("the sandbox lacks {id}"));
        let request = |document: &Value, operation: &Value| {
            let body = operation.get("requestBody")?;
            Some(shape(document, json_schema(document, body)?))
        };
        assert_eq!(request(&sandbox, own), request(&document, operation), "request of {id}");
        let answer = |document: &Value, operation: &Value| {
            Some(shape(document, json_schema(document, &operation["responses"]["200"])?))
        };
        assert_eq!(answer(&sandbox, own), answer(&document, operation), "answer of {id}");
    }
}
