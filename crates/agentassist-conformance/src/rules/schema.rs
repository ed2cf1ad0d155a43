//! Rules on schemas: what a body and a parameter may be.

use serde_json::Value;

use super::Rule;
use super::news::News;
use crate::document::{Body, Parameter, Verdict, Violation};
use crate::exchange::repeated_property;
use crate::finding::Finding;
use crate::findings::{ENOUGH, Findings};
use crate::judge::Options;
use crate::values::json_error;

/// A body of JSON: as a tree, or as the text of one that holds more than is made a tree of.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Json<'a> {
    Tree(&'a Value),
    Text(&'a str),
}

/// Calls a function with a deserializer of a body.
macro_rules! read {
    ($json:expr, $function:expr) => {
        match $json {
            Json::Tree(tree) => $function(tree),
            Json::Text(text) => $function(&mut serde_json::Deserializer::from_str(text)),
        }
    };
}

/// Holds a body against its schema: what the schema forbids, and what it does not know.
pub(crate) fn body_findings(
    body: &Body,
    json: Json<'_>,
    pointer: &str,
    options: &Options,
    findings: &mut Findings,
) {
    let validator = body.validator;
    let is_known = match json {
        Json::Tree(tree) => validator.knows(tree),
        Json::Text(text) => validator.judge_text(text) == Verdict::Valid,
    };
    if is_known {
        return;
    }
    // Of what is something else altogether, each property would be news.
    let mut is_something_else = false;
    let first = findings.kept();
    let mut found = |violation: Violation| {
        let is_required = violation.keyword == "required";
        is_something_else |= violation.instance.is_empty() && !is_required;
        let rule = match violation.keyword.as_str() {
            "format" => Rule::BodyFormat,
            _ => Rule::BodySchema,
        };
        // What is missing has no pointer of its own: only the message names it.
        let missing = violation.message.split('`').nth(1).filter(|_| is_required);
        let missing = missing.unwrap_or_default().to_owned();
        findings.push(
            Finding::new(rule, format!("{pointer}{}", violation.instance), violation.message)
                .against(violation.keyword_pointer, violation.evidence)
                .detail(missing),
        );
        !findings.are_enough()
    };
    // An error is no JSON, of which others have told, or the end of what is looked for.
    let _ = read!(json, |body| validator.violations(body, &mut found));
    findings.sort_behind(first);
    if !is_something_else {
        let news = News::new(validator, pointer, options, findings);
        let _ = read!(json, |body| news.read(body));
    }
    if findings.are_enough() {
        let message = format!("there may be more: {ENOUGH} findings are looked for in an exchange");
        let finding = Finding::new(Rule::BodySchema, pointer, message);
        findings.push(finding.against(validator.pointer(), validator.evidence()));
    }
}

/// Holds the text of a parameter against its schema.
pub(crate) fn parameter_findings(
    parameter: &Parameter,
    text: &str,
    pointer: impl Fn() -> String,
) -> Option<Finding> {
    if parameter.validator.allows_parameter(text) {
        return None;
    }
    let message = format!("the parameter `{}` has a value that is not allowed", parameter.name);
    Some(
        Finding::new(Rule::ParameterInvalid, pointer(), message)
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
    findings: &mut Findings,
) {
    if let Some(error) = json_error(text) {
        // The reader has no other name for it than its words.
        let message = if error.to_string().starts_with("number out of range") {
            "the body holds a number beyond what 64 bits can hold"
        } else {
            "the body is not JSON: cut off, or something else"
        };
        return findings.push(against(body, Rule::BodyMalformed, pointer, message));
    }
    if let Some(place) = repeated_property(text) {
        let place = format!("{pointer}{place}");
        let message = "the property stands twice in its object";
        findings.push(against(body, Rule::PropertyRepeated, &place, message));
    }
    body_findings(body, Json::Text(text), pointer, options, findings);
}

/// Holds a body that is not UTF-8 against its schema, as far as it can be read.
pub(crate) fn not_utf8_findings(
    body: &Body,
    text: &str,
    pointer: &str,
    options: &Options,
    findings: &mut Findings,
) {
    if json_error(text).is_some() {
        let message = "the body is not UTF-8, and no JSON: compressed, or in another charset";
        return findings.push(against(body, Rule::BodyMalformed, pointer, message));
    }
    let message = "the body is in another charset, where JSON is UTF-8";
    findings.push(against(body, Rule::CharsetWrong, pointer, message));
    text_findings(body, text, pointer, options, findings);
}

fn against(body: &Body, rule: Rule, pointer: &str, message: &str) -> Finding {
    let validator = body.validator;
    Finding::new(rule, pointer, message).against(validator.pointer(), validator.evidence())
}
