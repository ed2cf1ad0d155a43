//! What the judge knows of the document: its operations, how well each part is known, and the
//! validators of its schemas.

mod pieces;
mod shape;
mod validator;
mod words;

use std::sync::LazyLock;

use serde_json::Value;

pub(crate) use self::shape::Shape;
pub use self::validator::Validator;
pub(crate) use self::validator::{Violation, evidence_at};
pub use crate::generated::operations::OPERATIONS;
pub use crate::streaming::Verdict;

/// The whole document as JSON.
pub(crate) static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    // expect: the file is generated from a document that was parsed, and a test reads it.
    serde_json::from_str(include_str!("generated/document.json")).expect("the document is JSON")
});

/// One operation of the document.
#[derive(Debug)]
pub struct Operation {
    /// Its `operationId`.
    pub id: &'static str,
    /// Its method, in capitals.
    pub method: &'static str,
    /// Its path with parameters in braces.
    pub path: &'static str,
    /// JSON pointer of its place in the document.
    pub pointer: &'static str,
    /// API scope that the caller's app needs.
    pub scope: &'static str,
    /// Headers that carry credentials.
    pub security: &'static [&'static str],
    /// Parameters in the path, the query and the headers.
    pub parameters: &'static [Parameter],
    /// Content type that each request names, with a body or without.
    pub request_content_type: Option<RequestContentType>,
    /// Body of the request.
    pub request_body: Option<Body>,
    /// Documented answers.
    pub responses: &'static [Response],
}

impl Operation {
    /// The documented answer for a status; one that names it wins over one for its class.
    #[must_use]
    pub fn response(&self, status: u16) -> Option<&'static Response> {
        let exact = self.responses.iter().find(|response| response.status == Status::Exact(status));
        exact.or_else(|| self.responses.iter().find(|response| response.status.covers(status)))
    }

    /// The documented answer that means success.
    pub(crate) fn success(&self) -> Option<&'static Response> {
        self.responses.iter().find(|response| matches!(response.status, Status::Exact(200..=299)))
    }
}

/// A parameter of an operation.
#[derive(Debug)]
pub struct Parameter {
    /// Its name as the document spells it.
    pub name: &'static str,
    /// Where it stands in a request.
    pub place: Place,
    /// Whether every request has it.
    pub required: bool,
    /// JSON pointer of its place in the document.
    pub pointer: &'static str,
    /// Decides whether a value is allowed.
    pub validator: &'static Validator,
    /// How well it is known.
    pub evidence: Evidence,
}

/// Where a parameter stands in a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A segment of the path.
    Path,
    /// The query.
    Query,
    /// A header.
    Header,
}

/// The content type that each request of an operation names.
#[derive(Debug)]
pub struct RequestContentType {
    /// The media type.
    pub value: &'static str,
    /// How well this is known.
    pub evidence: Evidence,
}

/// A documented answer of an operation.
#[derive(Debug)]
pub struct Response {
    /// The statuses it stands for.
    pub status: Status,
    /// Of a class, the statuses that there is any reason to expect; empty for no restriction.
    pub known_statuses: &'static [u16],
    /// JSON pointer of its place in the document.
    pub pointer: &'static str,
    /// Its body.
    pub body: Option<Body>,
    /// How well it is known.
    pub evidence: Evidence,
}

/// The statuses that an answer stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// One status.
    Exact(u16),
    /// All statuses with this first digit.
    Class(u8),
}

impl Status {
    /// Whether a status is one of these.
    #[must_use]
    pub fn covers(self, status: u16) -> bool {
        match self {
            Self::Exact(exact) => exact == status,
            Self::Class(digit) => u16::from(digit) == status / 100,
        }
    }

    /// Whether a status has the same first digit.
    pub(crate) fn is_of_class(self, status: u16) -> bool {
        let class = match self {
            Self::Exact(exact) => exact / 100,
            Self::Class(digit) => digit.into(),
        };
        class == status / 100
    }
}

impl std::fmt::Display for Status {
    /// As the document writes it: `200`, `4XX`.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Exact(status) => write!(formatter, "{status}"),
            Self::Class(digit) => write!(formatter, "{digit}XX"),
        }
    }
}

/// A body of a request or an answer.
#[derive(Debug)]
pub struct Body {
    /// Its media type.
    pub media_type: &'static str,
    /// Whether it is always there.
    pub required: bool,
    /// Decides whether a value is allowed.
    pub validator: &'static Validator,
}

/// How a part of the document is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence {
    /// The ground it stands on.
    pub basis: Basis,
    /// Why it is not known better; empty for what is documented.
    pub why: &'static str,
}

impl Evidence {
    /// The vendor's page says so.
    pub const DOCUMENTED: Self = Self { basis: Basis::Documented, why: "" };
}

/// The ground that a part of the document stands on.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The vendor's page says so.
    Documented,
    /// A sample of the vendor shows it, no text describes it.
    Sample,
    /// Nobody documents it; it is this project's best reading.
    Assumed,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exact_status_wins_over_its_class() {
        let operation = &OPERATIONS[0];
        assert_eq!(operation.response(200).unwrap().status, Status::Exact(200));
        assert_eq!(operation.response(404).unwrap().status, Status::Class(4));
        assert!(operation.response(302).is_none());
    }
}
