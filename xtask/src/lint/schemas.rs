//! Rules on schemas: what each must say, and which keywords every reader of it understands.

use std::collections::BTreeSet;

use super::Finding;
use super::walk::{self, Place};
use crate::document::Document;

/// The keywords that the generators, the judge and the reference understand.
const KEYWORDS: &[&str] = &[
    "$ref",
    "additionalProperties",
    "anyOf",
    "description",
    "format",
    "items",
    "minLength",
    "minimum",
    "oneOf",
    "pattern",
    "properties",
    "required",
    "type",
    "x-evidence",
    "x-extensible-enum",
    "x-pii",
];

/// What `x-pii` can say: how the redacted stand-in of a value is made.
const PII_KINDS: &[&str] = &["name", "phone", "object"];

pub(crate) fn check(document: &Document) -> Vec<Finding> {
    let answered = answered_schemas(document);
    let mut findings = Vec::new();
    for schema in walk::schemas(document) {
        knows_its_keywords(&schema, &mut findings);
        describes_its_properties(document, &schema, &mut findings);
        requires_what_it_has(&schema, &mut findings);
        keeps_vocabularies_open(&schema, &mut findings);
        marks_personal_data(&schema, &mut findings);
    }
    for (name, schema) in walk::root(document)
        .get("components")
        .iter()
        .flat_map(|components| components.entries("schemas"))
    {
        is_well_named_and_described(name, &schema, &mut findings);
        may_grow(name, &schema, &answered, &mut findings);
    }
    findings
}

fn knows_its_keywords(schema: &Place<'_>, findings: &mut Vec<Finding>) {
    for (keyword, place) in schema.children() {
        if !KEYWORDS.contains(&keyword) {
            let message = format!(
                "the keyword `{keyword}` is not understood by the generators and the judge; \
                 `openapi/README.md` lists those that are"
            );
            findings.push(Finding::new("known-keyword", place.pointer, message));
        }
    }
}

fn describes_its_properties(document: &Document, schema: &Place<'_>, findings: &mut Vec<Finding>) {
    for (name, property) in schema.entries("properties") {
        let resolved = Place { value: document.resolve(property.value), ..property };
        if resolved.text("description").is_none() {
            let message = format!("the property `{name}` needs a description");
            findings.push(Finding::new("description", resolved.pointer, message));
        }
    }
}

fn requires_what_it_has(schema: &Place<'_>, findings: &mut Vec<Finding>) {
    let properties: BTreeSet<_> =
        schema.entries("properties").into_iter().map(|(name, _)| name).collect();
    let declares_properties = schema.value.get("properties").is_some();
    for name in schema.items("required") {
        let known = name.value.as_str().is_some_and(|name| properties.contains(name));
        if declares_properties && !known {
            let message = format!("{} is required but is no property", name.value);
            findings.push(Finding::new("required-known", name.pointer, message));
        }
    }
}

/// A value that the vendor adds tomorrow must not break anybody.
fn keeps_vocabularies_open(schema: &Place<'_>, findings: &mut Vec<Finding>) {
    let Some(values) = schema.get("x-extensible-enum") else { return };
    let strings = values.value.as_array().is_some_and(|values| {
        !values.is_empty() && values.iter().all(serde_json::Value::is_string)
    });
    if schema.text("type") != Some("string") || !strings {
        let message = "`x-extensible-enum` lists strings, beside `type: string`";
        findings.push(Finding::new("open-vocabulary", values.pointer, message));
    }
}

fn marks_personal_data(schema: &Place<'_>, findings: &mut Vec<Finding>) {
    let Some(mark) = schema.get("x-pii") else { return };
    if mark.value.as_str().is_none_or(|kind| !PII_KINDS.contains(&kind)) {
        let message = format!("`x-pii` is one of {}", PII_KINDS.join(", "));
        findings.push(Finding::new("pii-kind", mark.pointer, message));
    }
}

fn is_well_named_and_described(name: &str, schema: &Place<'_>, findings: &mut Vec<Finding>) {
    let pascal_case = name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.chars().all(|letter| letter.is_ascii_alphanumeric());
    if !pascal_case {
        let message = format!("the schema `{name}` is not in PascalCase");
        findings.push(Finding::new("schema-name", &schema.pointer, message));
    }
    if schema.text("description").is_none() {
        let message = format!("the schema `{name}` needs a description");
        findings.push(Finding::new("description", &schema.pointer, message));
    }
}

/// progenitor keeps unknown properties only for `{}`: `true` would drop them.
fn may_grow(
    name: &str,
    schema: &Place<'_>,
    answered: &BTreeSet<String>,
    findings: &mut Vec<Finding>,
) {
    let is_answered_object = answered.contains(name) && schema.text("type") == Some("object");
    let grows = schema.value.get("additionalProperties") == Some(&serde_json::json!({}));
    if is_answered_object && !grows {
        let message = format!("`{name}` is answered, so it says `additionalProperties: {{}}`");
        findings.push(Finding::new("may-grow", &schema.pointer, message));
    }
}

/// Names of the schemas that answers lead to.
fn answered_schemas(document: &Document) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for operation in walk::operations(document) {
        if let Some(responses) = operation.value.get("responses") {
            super::references::follow(document, responses, &mut found);
        }
    }
    found
        .iter()
        .filter_map(|pointer| pointer.strip_prefix("/components/schemas/"))
        .map(str::to_owned)
        .collect()
}
