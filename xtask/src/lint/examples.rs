//! Rule on examples: each is valid against the schema beside it.

use jsonschema::Draft;
use serde_json::Value;

use super::Finding;
use super::walk::{self, Place};
use crate::document::Document;

pub(crate) fn check(document: &Document) -> Vec<Finding> {
    let mut findings = Vec::new();
    visit(document, &walk::root(document), &mut findings);
    findings
}

/// Looks for whatever has a schema and examples: media types and parameters.
fn visit(document: &Document, place: &Place<'_>, findings: &mut Vec<Finding>) {
    if let Some(schema) = place.get("schema") {
        let named = place.entries("examples").into_iter();
        let examples = named
            .filter_map(|(_, example)| example.get("value"))
            .chain(place.get("example"))
            .collect::<Vec<_>>();
        check_examples(document, &schema, &examples, findings);
    }
    for (key, part) in place.children() {
        if !matches!(key, "example" | "examples") {
            visit(document, &part, findings);
            place.items(key).iter().for_each(|item| visit(document, item, findings));
        }
    }
}

fn check_examples(
    document: &Document,
    schema: &Place<'_>,
    examples: &[Place<'_>],
    findings: &mut Vec<Finding>,
) {
    if examples.is_empty() {
        return;
    }
    let validator = match compile(document, schema.value) {
        Ok(validator) => validator,
        Err(problem) => {
            findings.push(Finding::new("schema-valid", &schema.pointer, problem));
            return;
        }
    };
    for example in examples {
        for error in validator.iter_errors(example.value) {
            let pointer = format!("{}{}", example.pointer, error.instance_path());
            findings.push(Finding::new("example-valid", pointer, error.to_string()));
        }
    }
}

/// OpenAPI 3.0 schemas are closest to draft 4; the components stand beside, for its references.
fn compile(document: &Document, schema: &Value) -> Result<jsonschema::Validator, String> {
    let mut root = schema.clone();
    if let Some(object) = root.as_object_mut() {
        object.insert("components".to_owned(), document.value["components"].clone());
    }
    jsonschema::options()
        .with_draft(Draft::Draft4)
        .should_validate_formats(true)
        .build(&root)
        .map_err(|error| error.to_string())
}
