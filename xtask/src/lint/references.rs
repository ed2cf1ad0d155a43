//! Rules on references: each leads somewhere, and each component is led to.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Finding;
use super::walk::{self, Place};
use crate::document::Document;

pub(crate) fn check(document: &Document) -> Vec<Finding> {
    let mut findings = Vec::new();
    dangling(document, &walk::root(document), &mut findings);
    let mut used = BTreeSet::new();
    follow(document, &document.value["paths"], &mut used);
    let Some(components) = walk::root(document).get("components") else { return findings };
    for (kind, group) in components.children() {
        if kind == "securitySchemes" {
            continue;
        }
        for (name, component) in group.children() {
            if !used.contains(&component.pointer) {
                let message = format!("no operation uses the component `{name}`");
                findings.push(Finding::new("component-used", component.pointer, message));
            }
        }
    }
    findings
}

fn dangling(document: &Document, place: &Place<'_>, findings: &mut Vec<Finding>) {
    if let Some(reference) = place.text("$ref") {
        let target = reference.strip_prefix('#').and_then(|at| document.value.pointer(at));
        if target.is_none() {
            let message = format!("the reference `{reference}` leads nowhere in this document");
            findings.push(Finding::new("reference-resolves", &place.pointer, message));
        }
    }
    for (key, part) in place.children() {
        dangling(document, &part, findings);
        place.items(key).iter().for_each(|item| dangling(document, item, findings));
    }
}

/// Collects the pointers of all components that a value leads to.
pub(crate) fn follow(document: &Document, value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            let reference = object.get("$ref").and_then(Value::as_str);
            if let Some(pointer) = reference.and_then(|reference| reference.strip_prefix('#'))
                && found.insert(pointer.to_owned())
                && let Some(target) = document.value.pointer(pointer)
            {
                follow(document, target, found);
            }
            object.values().for_each(|value| follow(document, value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| follow(document, item, found)),
        _ => {}
    }
}
