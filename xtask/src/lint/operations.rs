//! Rules on operations: what each must say, and what the generators can read.

use std::collections::{BTreeMap, BTreeSet};

use super::Finding;
use super::walk::{self, Place};
use crate::document::Document;

/// What `x-retry` can say: whether a request whose answer was lost may be sent again.
const RETRY_CLASSES: &[&str] = &["safe", "idempotent", "never"];

pub(crate) fn check(document: &Document) -> Vec<Finding> {
    let mut findings = Vec::new();
    let tags = walk::root(document).items("tags");
    let tags: Vec<_> = tags.iter().filter_map(|tag| tag.text("name")).collect();
    let mut seen = BTreeMap::new();
    for operation in walk::operations(document) {
        says_what_it_is(&operation, &tags, &mut findings);
        says_whether_it_may_be_repeated(&operation, &mut findings);
        has_a_unique_id(&operation, &mut seen, &mut findings);
        answers_with_one_type_each_way(document, &operation, &mut findings);
        has_usable_parameters(document, &operation, &mut findings);
        has_json_bodies(document, &operation, &mut findings);
    }
    findings
}

fn says_what_it_is(operation: &Place<'_>, tags: &[&str], findings: &mut Vec<Finding>) {
    let mut missing = |key: &str| {
        let message = format!("an operation needs `{key}`");
        findings.push(Finding::new("operation-complete", &operation.pointer, message));
    };
    for key in ["operationId", "summary", "description", "x-api-scope"] {
        if operation.text(key).is_none() {
            missing(key);
        }
    }
    for (outer, inner) in [("externalDocs", "url"), ("x-request-content-type", "value")] {
        if operation.get(outer).is_none_or(|place| place.text(inner).is_none()) {
            missing(&format!("{outer}.{inner}"));
        }
    }
    let known = |tag: &Place<'_>| tag.value.as_str().is_some_and(|tag| tags.contains(&tag));
    match operation.items("tags").as_slice() {
        [tag] if known(tag) => {}
        _ => findings.push(Finding::new(
            "operation-complete",
            &operation.pointer,
            "an operation needs one tag, declared in `tags`",
        )),
    }
    if operation.text("summary").is_some_and(|summary| summary.ends_with('.')) {
        let message = "a summary is a title: drop its final period";
        findings.push(Finding::new("summary-style", &operation.pointer, message));
    }
}

/// The client repeats a request by this class, and the reference shows it.
fn says_whether_it_may_be_repeated(operation: &Place<'_>, findings: &mut Vec<Finding>) {
    let Some(retry) = operation.get("x-retry") else {
        let message = "an operation needs `x-retry`, which says whether a request may be repeated";
        findings.push(Finding::new("retry-class", &operation.pointer, message));
        return;
    };
    if !retry.text("class").is_some_and(|class| RETRY_CLASSES.contains(&class)) {
        let message = format!("`class` is one of {}", RETRY_CLASSES.join(", "));
        findings.push(Finding::new("retry-class", &retry.pointer, message));
    }
    if retry.text("why").is_none() {
        let message = "`why` must say what a repeat does when the first answer was lost";
        findings.push(Finding::new("retry-class", &retry.pointer, message));
    }
    for (key, part) in retry.children() {
        if !matches!(key, "class" | "why") {
            let message = format!("`x-retry` has `class` and `why`, not `{key}`");
            findings.push(Finding::new("retry-class", part.pointer, message));
        }
    }
}

fn has_a_unique_id<'a>(
    operation: &Place<'a>,
    seen: &mut BTreeMap<&'a str, String>,
    findings: &mut Vec<Finding>,
) {
    let Some(id) = operation.text("operationId") else { return };
    let camel_case = id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.chars().all(|letter| letter.is_ascii_alphanumeric());
    if !camel_case {
        let message = format!("`{id}` is not in camelCase");
        findings.push(Finding::new("operation-id", &operation.pointer, message));
    }
    if let Some(first) = seen.insert(id, operation.pointer.clone()) {
        let message = format!("`{id}` is already the id of the operation at {first}");
        findings.push(Finding::new("operation-id", &operation.pointer, message));
    }
}

/// progenitor takes one success type and one error type, and panics on `default`.
fn answers_with_one_type_each_way(
    document: &Document,
    operation: &Place<'_>,
    findings: &mut Vec<Finding>,
) {
    let mut successes = 0;
    let mut errors = BTreeSet::new();
    for (status, response) in operation.entries("responses") {
        let resolved = document.resolve(response.value);
        let known = resolved.get("description").and_then(|text| text.as_str());
        if known.is_none_or(|text| text.trim().is_empty()) {
            let message = format!("the answer {status} needs a description");
            findings.push(Finding::new("description", &response.pointer, message));
        }
        match status.as_bytes().first() {
            Some(b'2') => successes += 1,
            Some(b'4' | b'5') => {
                let schema = resolved.pointer("/content/application~1json/schema/$ref");
                errors.insert(schema.map(ToString::to_string));
            }
            _ => {
                let message = format!("`{status}` is neither a success nor an error");
                findings.push(Finding::new("one-type-each-way", &response.pointer, message));
            }
        }
    }
    if successes != 1 {
        let message = format!("an operation needs one success answer, here are {successes}");
        findings.push(Finding::new("one-type-each-way", &operation.pointer, message));
    }
    if errors.len() != 1 || errors.contains(&None) {
        let message = "all error answers need the same schema, by reference";
        findings.push(Finding::new("one-type-each-way", &operation.pointer, message));
    }
}

fn has_usable_parameters(document: &Document, operation: &Place<'_>, findings: &mut Vec<Finding>) {
    for parameter in operation.items("parameters") {
        let resolved = Place { value: document.resolve(parameter.value), ..parameter };
        let name = resolved.text("name").unwrap_or_default();
        if resolved.text("description").is_none() {
            let message = format!("the parameter `{name}` needs a description");
            findings.push(Finding::new("description", &resolved.pointer, message));
        }
        let is_header = resolved.text("in") == Some("header");
        let ignored = ["accept", "authorization", "content-type"];
        if is_header && ignored.contains(&name.to_ascii_lowercase().as_str()) {
            let message = format!(
                "OpenAPI ignores a header parameter named `{name}`: use `x-request-content-type` \
                 or a security scheme"
            );
            findings.push(Finding::new("ignored-header", &resolved.pointer, message));
        }
    }
}

fn has_json_bodies(document: &Document, operation: &Place<'_>, findings: &mut Vec<Finding>) {
    let request = operation.get("requestBody").into_iter();
    let answers = operation.entries("responses").into_iter().map(|(_, response)| response);
    for carrier in request.chain(answers) {
        let resolved = Place { value: document.resolve(carrier.value), ..carrier };
        let content = resolved.entries("content");
        if !matches!(content.as_slice(), [("application/json", _)]) {
            let message = "a body needs `application/json` and no other media type";
            findings.push(Finding::new("one-media-type", &resolved.pointer, message));
        }
        for (_, media_type) in content {
            if media_type.entries("examples").is_empty() {
                let message = "a body needs an example under `examples`";
                findings.push(Finding::new("example-present", &media_type.pointer, message));
            }
        }
    }
}
