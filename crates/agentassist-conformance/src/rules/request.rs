//! Rules on requests.

mod credentials;

use super::news::shown;
use super::{Json, Rule, body_findings, not_utf8_findings, parameter_findings, text_findings};
use crate::call::{Call, Content, Query};
use crate::document::{Operation, Parameter, Place};
use crate::exchange::Headers;
use crate::finding::Finding;
use crate::findings::Findings;
use crate::judge::Options;
use crate::redaction::known_charset;
use crate::routing::PathParameters;

/// Holds a request against its operation.
pub(crate) fn check(call: &Call<'_>, options: &Options, findings: &mut Findings) {
    let &Call { operation, parameters: path_parameters, ref query, .. } = call;
    let headers = call.sent.headers;
    for parameter in operation.parameters {
        match parameter.place {
            Place::Path => path_parameter(parameter, path_parameters, findings),
            Place::Query => query_parameter(parameter, query, findings),
            Place::Header => header_parameter(parameter, headers, findings),
        }
    }
    undocumented_query(operation, query, findings);
    undocumented_headers(operation, headers, findings);
    credentials::check(operation, headers, findings);
    content_type(operation, headers, findings);
    body(operation, &call.sent.content, options, findings);
}

fn path_parameter(parameter: &Parameter, values: &PathParameters<'_>, findings: &mut Findings) {
    let value = values.iter().find(|(name, _)| *name == parameter.name);
    let text = value.map_or("", |(_, text)| text);
    findings.extend(parameter_findings(parameter, text, || "/request/url".to_owned()));
}

fn query_parameter(parameter: &Parameter, query: &Query<'_>, findings: &mut Findings) {
    let mut values = query.iter().filter(|(name, _)| *name == parameter.name).peekable();
    if parameter.required && values.peek().is_none() {
        let message = format!("the query parameter `{}` is missing", parameter.name);
        findings.push(
            Finding::new(Rule::ParameterInvalid, "/request/url", message)
                .against(parameter.pointer, parameter.evidence),
        );
    }
    let texts = values.map(|(_, text)| &**text);
    each_value(parameter, texts, || "/request/url".to_owned(), findings);
}

fn header_parameter(parameter: &Parameter, headers: &Headers, findings: &mut Findings) {
    if parameter.required && headers.get(parameter.name).is_none() {
        let message = format!("the header `{}` is missing", parameter.name);
        findings.push(
            Finding::new(Rule::HeaderMissing, "/request/headers", message)
                .against(parameter.pointer, parameter.evidence),
        );
    }
    let pointer = || format!("/request/headers/{}", parameter.name);
    each_value(parameter, headers.all(parameter.name), pointer, findings);
}

/// Holds every value of a parameter against its schema, and against the others.
fn each_value<'a>(
    parameter: &Parameter,
    values: impl Iterator<Item = &'a str> + Clone,
    pointer: impl Fn() -> String,
    findings: &mut Findings,
) {
    for text in values.clone() {
        findings.extend(parameter_findings(parameter, text, &pointer));
    }
    if contradict(values) {
        let message =
            format!("the parameter `{}` stands there with several values", parameter.name);
        findings.push(
            Finding::new(Rule::ParameterRepeated, pointer(), message)
                .against(parameter.pointer, parameter.evidence)
                .detail(parameter.name),
        );
    }
}

/// Whether a value is not the same each time.
fn contradict<'a>(mut values: impl Iterator<Item = &'a str>) -> bool {
    let Some(first) = values.next() else { return false };
    values.any(|other| other.trim() != first.trim())
}

fn undocumented_query(operation: &Operation, query: &Query<'_>, findings: &mut Findings) {
    let known = |name: &str| {
        operation
            .parameters
            .iter()
            .any(|parameter| parameter.place == Place::Query && parameter.name == name)
    };
    for (name, _) in query.iter().filter(|(name, _)| !known(name)) {
        let name = shown(name);
        let message = format!("the query parameter `{name}` is not in the document");
        findings.push(
            Finding::new(Rule::QueryUndocumented, "/request/url", message)
                .at(operation.pointer)
                .detail(&*name),
        );
    }
}

/// Headers that belong to HTTP, to browsers, to proxies or to tracing, and to no API.
const USUAL_HEADERS: &[&str] = &[
    "accept",
    "accept-charset",
    "accept-encoding",
    "accept-language",
    "baggage",
    "cache-control",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "cookie",
    "date",
    "dnt",
    "expect",
    "forwarded",
    "from",
    "host",
    "keep-alive",
    "origin",
    "pragma",
    "priority",
    "referer",
    "te",
    "traceparent",
    "tracestate",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "upgrade-insecure-requests",
    "user-agent",
    "via",
    "x-amzn-trace-id",
    "x-correlation-id",
    "x-real-ip",
    "x-request-id",
    "x-requested-with",
];

/// How the names of other such headers begin; those of HTTP/2 begin with a colon.
const USUAL_BEGINNINGS: &[&str] = &[":", "if-", "proxy-", "sec-", "x-b3-", "x-forwarded-"];

fn undocumented_headers(operation: &Operation, headers: &Headers, findings: &mut Findings) {
    let is_known = |name: &str| {
        let mut parameters = operation.parameters.iter();
        parameters
            .any(|known| known.place == Place::Header && known.name.eq_ignore_ascii_case(name))
            || operation.security.iter().any(|known| known.eq_ignore_ascii_case(name))
    };
    let is_usual = |name: &str| {
        USUAL_HEADERS.contains(&name)
            || USUAL_BEGINNINGS.iter().any(|beginning| name.starts_with(beginning))
    };
    for (name, _) in headers.iter() {
        let name = name.to_ascii_lowercase();
        if !is_known(&name) && !is_usual(&name) {
            let name = shown(&name);
            let message = format!("the header `{name}` is not in the document");
            findings.push(
                Finding::new(Rule::HeaderUndocumented, "/request/headers", message)
                    .at(operation.pointer)
                    .detail(&*name),
            );
        }
    }
}

fn content_type(operation: &Operation, headers: &Headers, findings: &mut Findings) {
    let Some(required) = &operation.request_content_type else { return };
    if let Some(finding) = charset(headers, "/request/headers", required.value) {
        findings.push(
            finding.against(
                format!("{}/x-request-content-type", operation.pointer),
                required.evidence,
            ),
        );
    }
    let message = match headers.get("content-type") {
        Some(sent) if media_type(sent).eq_ignore_ascii_case(required.value) => return,
        Some(_) => format!("the content type is not `{}`", required.value),
        None => format!("the content type `{}` is missing", required.value),
    };
    let document = format!("{}/x-request-content-type", operation.pointer);
    findings.push(
        Finding::new(Rule::RequestContentType, "/request/headers", message)
            .against(document, required.evidence),
    );
}

fn body(operation: &Operation, content: &Content<'_>, options: &Options, findings: &mut Findings) {
    const POINTER: &str = "/request/body";
    match (&operation.request_body, content) {
        (None, Content::Absent) | (_, Content::Conforming(_)) => {}
        (None, _) => findings.push(
            Finding::new(
                Rule::RequestBodyUndocumented,
                POINTER,
                "a body that the document does not describe",
            )
            .at(operation.pointer),
        ),
        (Some(expected), Content::Tree(tree)) => {
            body_findings(expected, Json::Tree(tree), POINTER, options, findings);
        }
        (Some(expected), Content::Long(text)) => {
            body_findings(expected, Json::Text(text), POINTER, options, findings);
        }
        (Some(expected), Content::Text(text)) => {
            text_findings(expected, text, POINTER, options, findings);
        }
        (Some(expected), Content::NotUtf8(text)) => {
            not_utf8_findings(expected, text, POINTER, options, findings);
        }
        (Some(expected), Content::Absent) if expected.required => findings.push(
            Finding::new(Rule::RequestBodyMissing, POINTER, "the body is missing")
                .at(expected.validator.pointer()),
        ),
        (Some(_), Content::Absent) => {}
    }
}

/// A finding, if the content type names the media type in a charset that JSON does not have.
pub(crate) fn charset(headers: &Headers, pointer: &str, expected: &str) -> Option<Finding> {
    let sent = headers.get("content-type")?;
    let wrong = sent.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let value = value.trim().trim_matches('"').to_ascii_lowercase();
        // ASCII is UTF-8 too.
        let is_utf8 = ["ascii", "us-ascii", "utf-8", "utf8"].contains(&&*value);
        (name.trim().eq_ignore_ascii_case("charset") && !is_utf8).then_some(value)
    })?;
    media_type(sent).eq_ignore_ascii_case(expected).then(|| {
        let wrong = known_charset(&wrong)
            .map_or("another charset".to_owned(), |it| format!("the charset `{it}`"));
        let message = format!("{wrong}, where JSON is UTF-8");
        Finding::new(Rule::CharsetWrong, format!("{pointer}/content-type"), message)
    })
}

/// A media type without its parameters.
pub(crate) fn media_type(header: &str) -> &str {
    header.split(';').next().unwrap_or_default().trim()
}
