//! What an exchange calls.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use url::form_urlencoded;

use crate::address::Address;
use crate::call::{Call, Message};
use crate::document::{OPERATIONS, Operation, Response};
use crate::exchange::{Exchange, Headers, MessagePart, Source};
use crate::routing::{PathParameters, Route, route};

/// What an exchange calls.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(into = "WrittenSubject", try_from = "WrittenSubject")]
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
    /// A question of a browser before it calls this API from another origin: not judged.
    Preflight,
    /// This API, without an answer: not judged.
    Unanswered,
    /// This API, or so it seems; it cannot be read.
    Unreadable,
}

/// An operation that a request calls, with what its URL says.
pub(crate) struct Called<'text> {
    pub(crate) operation: &'static Operation,
    pub(super) parameters: PathParameters<'text>,
    pub(super) address: Address<'text>,
}

impl Called<'_> {
    /// The call that two messages make.
    pub(crate) fn by<'a>(
        &'a self,
        sent: Message<'a>,
        status: u16,
        answered: Message<'a>,
        source: Option<&'a Source>,
    ) -> Call<'a> {
        let Self { operation, parameters, address } = self;
        let documented = operation.response(status);
        let query = form_urlencoded::parse(address.query.as_bytes()).collect();
        Call { operation, parameters, address, query, sent, status, documented, answered, source }
    }

    /// What is called, when the text that says so is gone.
    pub(crate) fn into_owned(self) -> Called<'static> {
        let owned = |(name, value): (_, Cow<'_, str>)| (name, Cow::Owned(value.into_owned()));
        Called {
            operation: self.operation,
            parameters: self.parameters.into_iter().map(owned).collect(),
            address: self.address.into_owned(),
        }
    }
}

/// Whether a request asks, for a browser, whether a page of another origin may call.
///
/// Of one whose headers were not recorded nothing else is known, and nobody else asks like that.
pub(crate) fn is_preflight(method: &str, headers: &Headers, source: Option<&Source>) -> bool {
    let lacks_headers =
        || source.is_some_and(|it| it.unrecorded.contains(&MessagePart::RequestHeaders));
    method.eq_ignore_ascii_case("OPTIONS")
        && (headers.get("access-control-request-method").is_some() || lacks_headers())
}

/// What an exchange calls, without any other exchange's doing.
pub(crate) fn subject(exchange: &Exchange) -> Subject {
    let Ok(address) = Address::read(&exchange.request.url) else { return Subject::Unknown };
    if !address.is_of_http {
        return Subject::Foreign;
    }
    match route(&exchange.request.method, &address.path) {
        Route::Operation(operation) => {
            let response = operation.response(exchange.response.status);
            Subject::Operation { operation, response }
        }
        Route::OtherMethod { .. } | Route::OtherPath => Subject::Unknown,
        Route::Foreign => Subject::Foreign,
    }
}

/// Whether a request calls something else, whatever is answered.
#[cfg(any(feature = "reqwest", feature = "tower"))]
pub(crate) fn is_foreign(method: &str, url: &str) -> bool {
    let Ok(address) = Address::read(url) else { return false };
    !address.is_of_http || matches!(route(method, &address.path), Route::Foreign)
}

/// A subject as it is written: by the names of operation and answer.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum WrittenSubject {
    Operation(String, Option<String>),
    Unknown,
    Foreign,
    Preflight,
    Unanswered,
    Unreadable,
}

impl From<Subject> for WrittenSubject {
    fn from(subject: Subject) -> Self {
        match subject {
            Subject::Operation { operation, response } => {
                let answer = response.map(|response| response.status.to_string());
                Self::Operation(operation.id.to_owned(), answer)
            }
            Subject::Unknown => Self::Unknown,
            Subject::Foreign => Self::Foreign,
            Subject::Preflight => Self::Preflight,
            Subject::Unanswered => Self::Unanswered,
            Subject::Unreadable => Self::Unreadable,
        }
    }
}

impl TryFrom<WrittenSubject> for Subject {
    type Error = &'static str;

    fn try_from(written: WrittenSubject) -> Result<Self, Self::Error> {
        let (id, answer) = match written {
            WrittenSubject::Operation(id, answer) => (id, answer),
            WrittenSubject::Unknown => return Ok(Self::Unknown),
            WrittenSubject::Foreign => return Ok(Self::Foreign),
            WrittenSubject::Preflight => return Ok(Self::Preflight),
            WrittenSubject::Unanswered => return Ok(Self::Unanswered),
            WrittenSubject::Unreadable => return Ok(Self::Unreadable),
        };
        let operation = OPERATIONS.iter().find(|operation| operation.id == id);
        let operation = operation.ok_or("an unknown operation")?;
        let response = answer.map(|answer| {
            let responses = operation.responses.iter();
            responses.into_iter().find(|response| response.status.to_string() == answer)
        });
        match response {
            Some(None) => Err("an unknown answer"),
            response => Ok(Self::Operation { operation, response: response.flatten() }),
        }
    }
}
