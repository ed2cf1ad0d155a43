//! The verdict on one exchange.

use url::Url;

use crate::document::{Operation, Response};
use crate::exchange::Exchange;
use crate::finding::Finding;
use crate::routing::{Route, route};
use crate::rules::{Rule, request, response};

/// Holds exchanges against the document.
#[derive(Debug, Clone, Default)]
pub struct Judge {
    options: Options,
}

/// How strict the judge is.
#[derive(Debug, Clone, Default)]
pub(crate) struct Options {
    /// Undocumented properties are errors.
    pub(crate) strict: bool,
}

/// What the judge says of one exchange.
#[derive(Debug)]
pub struct Verdict {
    /// What was called.
    pub subject: Subject,
    /// Every way in which the exchange breaks the document, in the order of the exchange.
    pub findings: Vec<Finding>,
}

/// What an exchange calls.
#[derive(Debug, Clone, Copy)]
pub enum Subject {
    /// An operation, with the documented answer for the status if there is one.
    Operation {
        /// The operation.
        operation: &'static Operation,
        /// The documented answer.
        response: Option<&'static Response>,
    },
    /// This API, but no operation of the document.
    Unknown,
    /// Something else: not judged.
    Foreign,
}

impl Judge {
    /// A judge to whom properties that the document does not know are errors.
    #[must_use]
    pub fn strict(mut self, strict: bool) -> Self {
        self.options.strict = strict;
        self
    }

    /// Judges one exchange. Pure: the same exchange always gets the same verdict.
    #[must_use]
    pub fn judge(&self, exchange: &Exchange) -> Verdict {
        let asked = &exchange.request;
        let Ok(url) = Url::parse(&asked.url) else {
            let finding = Finding::new(Rule::UrlMalformed, "/request/url", "not an absolute URL");
            return Verdict { subject: Subject::Unknown, findings: vec![finding] };
        };
        let (operation, parameters) = match route(&asked.method, url.path()) {
            Route::Operation { operation, parameters } => (operation, parameters),
            Route::OtherMethod { allowed } => {
                let message = format!(
                    "the document has no {} here, only {}",
                    asked.method,
                    allowed.join(", ")
                );
                let finding =
                    Finding::new(Rule::MethodUndocumented, "/request/method", message).at("/paths");
                return Verdict { subject: Subject::Unknown, findings: vec![finding] };
            }
            Route::OtherPath => {
                let message = "the path is none of the document's";
                let finding =
                    Finding::new(Rule::PathUndocumented, "/request/url", message).at("/paths");
                return Verdict { subject: Subject::Unknown, findings: vec![finding] };
            }
            Route::Foreign => {
                return Verdict { subject: Subject::Foreign, findings: Vec::new() };
            }
        };
        let answered = &exchange.response;
        let mut findings = Vec::new();
        // A refusal of a bad request is what a negative test wants to see: only the refusal counts.
        if !(400..500).contains(&answered.status) {
            findings.extend(request::check(operation, &parameters, &url, asked, &self.options));
        }
        findings.extend(response::check(operation, answered, &self.options));
        for finding in &mut findings {
            finding.operation = Some(operation.id);
        }
        let response = operation.response(answered.status);
        Verdict { subject: Subject::Operation { operation, response }, findings }
    }
}
