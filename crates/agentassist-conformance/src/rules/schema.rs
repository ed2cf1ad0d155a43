//! Rules on schemas: what a body and a parameter may be, and what of it is news.

use serde_json::Value;

use super::Rule;
use crate::document::{Body, DOCUMENT, Evidence, Parameter};
use crate::exchange::Tree;
use crate::finding::{Finding, Severity};
use crate::judge::Options;
use crate::schema_walk::walk;

/// Holds a body against its schema: what the schema forbids, and what it does not know.
pub(crate) fn body_findings(
    body: &Body,
    value: &Value,
    pointer: &str,
    options: &Options,
) -> Vec<Finding> {
    if body.validator.knows(value) {
        return Vec::new();
    }
    let violations = body.validator.violations(value);
    // Of what is something else altogether, each property would be news.
    let is_something_else = violations
        .iter()
        .any(|violation| violation.instance.is_empty() && violation.keyword != "required");
    let mut findings: Vec<_> = violations
        .into_iter()
        .map(|violation| {
            let rule = match violation.keyword.as_str() {
                "format" => Rule::BodyFormat,
                _ => Rule::BodySchema,
            };
            // What is missing has no pointer of its own: only the message names it.
            let missing =
                violation.message.split('`').nth(1).filter(|_| violation.keyword == "required");
            let missing = missing.unwrap_or_default().to_owned();
            Finding::new(rule, format!("{pointer}{}", violation.instance), violation.message)
                .against(violation.keyword_pointer, violation.evidence)
                .detail(missing)
        })
        .collect();
    if !is_something_else {
        news(body, value, pointer, options, &mut findings);
    }
    findings
}

/// Holds the text of a parameter against its schema.
pub(crate) fn parameter_findings(
    parameter: &Parameter,
    text: &str,
    pointer: &str,
) -> Option<Finding> {
    if parameter.validator.allows_parameter(text) {
        return None;
    }
    let message = format!("the parameter `{}` has a value that is not allowed", parameter.name);
    Some(
        Finding::new(Rule::ParameterInvalid, pointer, message)
            .against(parameter.pointer, parameter.evidence),
    )
}

/// Holds a body that could not be kept as a value against its schema: it is no JSON, or names a
/// property twice.
pub(crate) fn text_findings(
    body: &Body,
    text: &str,
    pointer: &str,
    options: &Options,
) -> Vec<Finding> {
    let tree = match Tree::parse(text) {
        Ok(tree) => tree,
        Err(error) => {
            // The reader has no other name for it than its words.
            let message = if error.to_string().starts_with("number out of range") {
                "the body holds a number beyond what 64 bits can hold"
            } else {
                "the body is not JSON: cut off, or something else"
            };
            return vec![against(body, Rule::BodyMalformed, pointer, message)];
        }
    };
    let repeated = tree.pointer().map(|place| {
        let place = format!("{pointer}{place}");
        against(body, Rule::PropertyRepeated, &place, "the property stands twice in its object")
    });
    repeated.into_iter().chain(body_findings(body, &tree.value, pointer, options)).collect()
}

/// Holds a body that is not UTF-8 against its schema, as far as it can be read.
pub(crate) fn not_utf8_findings(
    body: &Body,
    text: &str,
    pointer: &str,
    options: &Options,
) -> Vec<Finding> {
    if Tree::parse(text).is_err() {
        let message = "the body is not UTF-8, and no JSON: compressed, or in another charset";
        return vec![against(body, Rule::BodyMalformed, pointer, message)];
    }
    let message = "the body is in another charset, where JSON is UTF-8";
    let wrong = against(body, Rule::CharsetWrong, pointer, message);
    std::iter::once(wrong).chain(text_findings(body, text, pointer, options)).collect()
}

fn against(body: &Body, rule: Rule, pointer: &str, message: &str) -> Finding {
    let validator = body.validator;
    Finding::new(rule, pointer, message).against(validator.pointer(), validator.evidence())
}

/// Reports integers out of range, unknown values of open vocabularies, and unknown properties.
fn news(body: &Body, value: &Value, pointer: &str, options: &Options, findings: &mut Vec<Finding>) {
    let mut unknown_parent = None::<String>;
    walk(value, body.validator.pointer(), &mut |node| {
        let Some(schema) = node.schema else {
            let below = |parent: &String| node.instance.starts_with(&format!("{parent}/"));
            if unknown_parent.as_ref().is_some_and(below) || is_free_object(node.document) {
                return;
            }
            unknown_parent = Some(node.instance.to_owned());
            let name = node.instance.rsplit('/').next().unwrap_or_default();
            let message = format!("the property `{name}` is not in the document");
            let place = format!("{pointer}{}", node.instance);
            let mut finding = Finding::new(Rule::PropertyUndocumented, place, message)
                .against(node.document, Evidence::DOCUMENTED);
            if options.strict {
                finding.severity = Severity::Error;
            }
            findings.push(finding);
            return;
        };
        if node.value.is_number() && !fits(node.value, schema.get("format")) {
            let message = "more than 64 bits can hold";
            findings.push(
                Finding::new(Rule::IntegerRange, format!("{pointer}{}", node.instance), message)
                    .against(format!("{}/format", node.document), body.validator.evidence()),
            );
        }
        let (Some(known), Some(text)) =
            (schema.get("x-extensible-enum").and_then(Value::as_array), node.value.as_str())
        else {
            return;
        };
        if !known.iter().any(|value| value == text) {
            let known: Vec<_> = known.iter().filter_map(Value::as_str).collect();
            let message = format!("a value other than the known {}", known.join(", "));
            findings.push(
                Finding::new(Rule::EnumUnknown, format!("{pointer}{}", node.instance), message)
                    .against(format!("{}/x-extensible-enum", node.document), Evidence::DOCUMENTED),
            );
        }
    });
}

/// Whether a number fits into the integer format that its schema names.
fn fits(value: &Value, format: Option<&Value>) -> bool {
    const EXCLUSIVE_END: f64 = 9_223_372_036_854_775_808.0;

    let whole = |number: f64| number.fract() == 0.0;
    match format.and_then(Value::as_str) {
        Some("int64") => {
            let far = |number: f64| whole(number) && number.abs() >= EXCLUSIVE_END;
            value.is_i64() || !value.as_f64().is_some_and(far)
        }
        Some("int32") => value.as_i64().is_none_or(|number| i32::try_from(number).is_ok()),
        _ => true,
    }
}

/// Whether the document describes an object of which it names no property.
fn is_free_object(pointer: &str) -> bool {
    DOCUMENT.pointer(pointer).is_some_and(|schema| schema.get("properties").is_none())
}
