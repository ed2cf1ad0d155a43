//! The document as the client reads answers: lenient.
//!
//! The judge holds an answer to every word of the document. A program that uses the API must not
//! break because a field is missing or a time is written oddly, so what the client is generated
//! from asks for less in answers, and for the same in requests.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// Properties without which an answer cannot be used: what identifies a thing, and what pages
/// through things.
const DEMANDED: &[&str] = &["id", "_id", "skip", "limit", "hasMore", "totalPages", "totalResults"];

/// Constraints that would make decoding fail and that no caller needs to be told by a type.
const DROPPED: &[&str] = &[
    "anyOf",
    "format",
    "maxItems",
    "maxLength",
    "maximum",
    "minItems",
    "minLength",
    "minimum",
    "pattern",
    "uniqueItems",
];

/// Headers that the client sets on every request, so that no call has to name them.
const SET_BY_CLIENT: &[&str] = &["accountId"];

/// Returns the document with lenient answers and without the parameters that the client sets itself.
pub(crate) fn for_client(document: &Value) -> Value {
    let mut relaxed = answers(document);
    drop_parameters_of_every_request(&mut relaxed);
    relaxed
}

/// Returns the document with lenient answers.
pub(crate) fn answers(document: &Value) -> Value {
    let mut relaxed = document.clone();
    let asked = reachable(document, &["requestBody", "parameters"]);
    let answered = reachable(document, &["responses"]);
    if let Some(schemas) = relaxed.pointer_mut("/components/schemas").and_then(Value::as_object_mut)
    {
        for name in answered.difference(&asked) {
            if let Some(schema) = schemas.get_mut(name) {
                relax_schema(schema);
            }
        }
    }
    relaxed
}

/// Names of the schemas that the given parts of the operations lead to.
fn reachable(document: &Value, parts: &[&str]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let paths = document.get("paths").and_then(Value::as_object);
    for item in paths.into_iter().flat_map(Map::values) {
        for operation in item.as_object().into_iter().flat_map(Map::values) {
            for part in parts {
                if let Some(value) = operation.get(*part) {
                    collect(document, value, &mut found);
                }
            }
        }
    }
    found
}

fn collect(document: &Value, value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            if let Some(reference) = object.get("$ref").and_then(Value::as_str) {
                let is_new = match reference.strip_prefix("#/components/schemas/") {
                    Some(name) => found.insert(name.to_owned()),
                    None => true,
                };
                let target = reference.strip_prefix('#').and_then(|at| document.pointer(at));
                if let (true, Some(target)) = (is_new, target) {
                    collect(document, target, found);
                }
            }
            object.values().for_each(|value| collect(document, value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(document, item, found)),
        _ => {}
    }
}

fn relax_schema(schema: &mut Value) {
    let Some(object) = schema.as_object_mut() else { return };
    for keyword in DROPPED {
        object.remove(*keyword);
    }
    if let Some(required) = object.get_mut("required").and_then(Value::as_array_mut) {
        required.retain(|name| name.as_str().is_some_and(|name| DEMANDED.contains(&name)));
        if required.is_empty() {
            object.remove("required");
        }
    }
    if let Some(properties) = object.get_mut("properties").and_then(Value::as_object_mut) {
        properties.values_mut().for_each(relax_schema);
    }
    if let Some(items) = object.get_mut("items") {
        relax_schema(items);
    }
}

fn drop_parameters_of_every_request(document: &mut Value) {
    let components = document.pointer("/components/parameters").cloned().unwrap_or_default();
    let is_set_by_client = |parameter: &Value| {
        let referenced = parameter
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|reference| components.get(reference.rsplit('/').next()?));
        let parameter = referenced.unwrap_or(parameter);
        parameter["in"] == "header"
            && parameter["name"].as_str().is_some_and(|name| SET_BY_CLIENT.contains(&name))
    };
    let paths = document.get_mut("paths").and_then(Value::as_object_mut);
    for item in paths.into_iter().flat_map(Map::values_mut) {
        for operation in item.as_object_mut().into_iter().flat_map(Map::values_mut) {
            if let Some(parameters) = operation.get_mut("parameters").and_then(Value::as_array_mut)
            {
                parameters.retain(|parameter| !is_set_by_client(parameter));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn document() -> Value {
        json!({
            "paths": {"/things/{id}": {"put": {
                "parameters": [
                    {"name": "id", "in": "path", "schema": {"$ref": "#/components/schemas/Id"}},
                    {"$ref": "#/components/parameters/Account"}
                ],
                "requestBody": {"schema": {"$ref": "#/components/schemas/Change"}},
                "responses": {"200": {"schema": {"$ref": "#/components/schemas/Page"}}}
            }}},
            "components": {
                "parameters": {"Account": {"name": "accountId", "in": "header"}},
                "schemas": {
                    "Id": {"type": "string", "pattern": "^x$"},
                    "Change": {"type": "object", "required": ["name"]},
                    "Page": {
                        "type": "object",
                        "required": ["results", "skip"],
                        "properties": {
                            "results": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}},
                            "skip": {"type": "integer", "minimum": 0}
                        }
                    },
                    "Thing": {
                        "type": "object",
                        "required": ["id", "at"],
                        "properties": {"at": {"type": "string", "format": "date-time"}}
                    }
                }
            }
        })
    }

    #[test]
    fn answers_demand_only_ids_and_page_counters() {
        let relaxed = for_client(&document());
        assert_eq!(relaxed["components"]["schemas"]["Page"]["required"], json!(["skip"]));
        assert_eq!(relaxed["components"]["schemas"]["Thing"]["required"], json!(["id"]));
    }

    #[test]
    fn answers_lose_formats_and_limits() {
        let schemas = for_client(&document())["components"]["schemas"].clone();
        assert_eq!(schemas["Thing"]["properties"]["at"], json!({"type": "string"}));
        assert_eq!(schemas["Page"]["properties"]["skip"], json!({"type": "integer"}));
    }

    #[test]
    fn requests_stay_as_strict_as_the_document() {
        let relaxed = for_client(&document());
        let before = document();
        for name in ["Id", "Change"] {
            assert_eq!(
                relaxed["components"]["schemas"][name],
                before["components"]["schemas"][name]
            );
        }
    }

    #[test]
    fn the_account_is_left_to_the_client() {
        let relaxed = for_client(&document());
        let parameters = &relaxed["paths"]["/things/{id}"]["put"]["parameters"];
        assert_eq!(parameters.as_array().unwrap().len(), 1);
        assert_eq!(parameters[0]["name"], "id");
    }
}
