//! Rules on the header with the token.

use super::contradict;
use crate::document::Operation;
use crate::exchange::Headers;
use crate::finding::Finding;
use crate::findings::Findings;
use crate::redaction::known_scheme;
use crate::rules::Rule;

/// Asks whether a request has its credentials, and as they are.
pub(super) fn check(operation: &Operation, headers: &Headers, findings: &mut Findings) {
    for header in operation.security {
        let tell = |rule, pointer: &str, message: String| {
            Finding::new(rule, pointer, message).at("/security").detail(*header)
        };
        if headers.all(header).all(|token| token.trim().is_empty()) {
            let message = match headers.get(header) {
                Some(text) if !text.is_empty() => {
                    format!("the header `{header}` is blank where the token should be")
                }
                _ => format!("the header `{header}` with the token is missing"),
            };
            findings.push(tell(Rule::AuthMissing, "/request/headers", message));
        }
        let pointer = || format!("/request/headers/{header}");
        if let Some(scheme) = headers.all(header).find_map(known_scheme) {
            let message = format!("`{scheme}` stands in front of the token");
            findings.push(tell(Rule::AuthNotBare, &pointer(), message));
        }
        if contradict(headers.all(header)) {
            let message = format!("the header `{header}` stands there with several values");
            findings.push(tell(Rule::ParameterRepeated, &pointer(), message));
        }
    }
}
