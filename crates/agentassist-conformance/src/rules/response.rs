//! Rules on responses.

use super::request::{charset, media_type};
use super::{Json, Rule, body_findings, not_utf8_findings, text_findings};
use crate::call::{Call, Content};
use crate::document::{Body as DocumentBody, Operation, Response as Documented};
use crate::exchange::MessagePart;
use crate::finding::Finding;
use crate::findings::Findings;
use crate::judge::Options;
use crate::redaction::known_media_type;

/// Holds a response against its operation.
pub(crate) fn check(call: &Call<'_>, options: &Options, findings: &mut Findings) {
    let &Call { operation, status, .. } = call;
    let Some(documented) = call.documented else {
        return findings.push(undocumented_status(operation, status));
    };
    let known = documented.known_statuses;
    if !known.is_empty() && !known.contains(&status) {
        findings.push(undocumented_status(operation, status));
    }
    if status >= 500 {
        let message = format!("the server failed with the status {status}");
        findings.push(
            Finding::new(Rule::ServerError, "/response/status", message)
                .against(documented.pointer, documented.evidence),
        );
    }
    if let Some(body) = &documented.body {
        content(documented, body, call, options, findings);
    }
}

/// A status that the document does not name. It is as well known that it names none like it as the
/// answer of that class is: mostly, a page shows a body, and its status is assumed. That HTTP has no
/// such status, or the document no answer of such a class, is no assumption.
fn undocumented_status(operation: &Operation, status: u16) -> Finding {
    let statuses = operation.responses.iter().map(|response| match response.known_statuses {
        [] => response.status.to_string(),
        known => known.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    });
    let expected = statuses.collect::<Vec<_>>().join(", ");
    let message = format!("the status {status} is none of the document's: {expected}");
    let finding = Finding::new(Rule::StatusUndocumented, "/response/status", message)
        .detail(status.to_string());
    let document = format!("{}/responses", operation.pointer);
    let mut responses = operation.responses.iter();
    // Another status of the class contradicts what is known of the answer there, and no more.
    match responses.find(|response| response.status.is_of_class(status)) {
        Some(response) if is_of_http(status) => finding.against(document, response.evidence),
        _ => finding.at(document),
    }
}

/// Whether HTTP has a status: it stands in IANA's registry, and not as one that is unused.
fn is_of_http(status: u16) -> bool {
    matches!(
        status,
        100..=103
            | 200..=208
            | 226
            | 300..=305
            | 307..=308
            | 400..=417
            | 421..=426
            | 428..=429
            | 431
            | 451
            | 500..=508
            | 510..=511
    )
}

fn content(
    documented: &Documented,
    expected: &DocumentBody,
    call: &Call<'_>,
    options: &Options,
    findings: &mut Findings,
) {
    const POINTER: &str = "/response/body";
    let finding = |rule, pointer: &str, message: String| {
        Finding::new(rule, pointer, message).against(documented.pointer, documented.body_evidence())
    };
    let response = &call.answered;
    // One that is not whole had a body that was not recorded.
    let is_whole = !call.lacks(MessagePart::ResponseBody);
    if matches!(response.content, Content::Absent) && is_whole {
        if expected.required {
            let message = format!("no body where `{}` belongs", expected.media_type);
            findings.push(finding(Rule::BodyMissing, POINTER, message));
        }
        return;
    }
    let is_expected_type = match response.headers.get("content-type").map(media_type) {
        Some(sent) if sent.eq_ignore_ascii_case(expected.media_type) => true,
        Some(sent) => {
            let shown = known_media_type(sent).map(|it| format!(" `{it}`")).unwrap_or_default();
            let message = format!("the content type{shown} is not `{}`", expected.media_type);
            let pointer = "/response/headers/content-type";
            findings.push(finding(Rule::ContentTypeUndocumented, pointer, message));
            false
        }
        None => {
            let message = format!("a body without the content type `{}`", expected.media_type);
            findings.push(finding(Rule::ContentTypeMissing, "/response/headers", message));
            true
        }
    };
    if let Some(wrong) = charset(response.headers, "/response/headers", expected.media_type) {
        findings.push(wrong.against(documented.pointer, documented.body_evidence()));
    }
    match &response.content {
        Content::Tree(tree) => {
            body_findings(expected, Json::Tree(tree), POINTER, options, findings);
        }
        Content::Long(text) => {
            body_findings(expected, Json::Text(text), POINTER, options, findings);
        }
        // A body of another type was never meant to be JSON: the wrong type is finding enough.
        Content::Text(text) if is_expected_type => {
            text_findings(expected, text, POINTER, options, findings);
        }
        Content::NotUtf8(text) if is_expected_type => {
            not_utf8_findings(expected, text, POINTER, options, findings);
        }
        Content::Text(_) | Content::NotUtf8(_) | Content::Absent | Content::Conforming(_) => {}
    }
}

impl Documented {
    /// How well the body is known, as opposed to the status.
    fn body_evidence(&self) -> crate::document::Evidence {
        self.body.as_ref().map_or(self.evidence, |body| body.validator.evidence())
    }
}
