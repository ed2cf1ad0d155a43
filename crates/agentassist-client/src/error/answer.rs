//! What the API answered, as far as it helps to understand a failure.

use std::fmt;

use reqwest::header::HeaderMap;

use super::scrub;
use crate::engine::{Envelope, Reply};

/// How much of a body an excerpt keeps, in bytes.
const EXCERPT: usize = 2048;

/// The headers that platforms give requests ids in, the likeliest first.
const REQUEST_IDS: &[&str] = &["x-request-id", "request-id", "x-correlation-id", "x-trace-id"];

/// An answer of the API that is not what was hoped for.
///
/// `Debug` shows neither headers nor excerpt: they may hold personal data.
#[derive(Clone)]
#[non_exhaustive]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The number that the body gives the failure; it need not be the status.
    pub code: Option<i64>,
    /// What an envelope in the body says, in one line of at most 200 characters. Words that errors
    /// do not commonly have, and long numbers, are replaced: they may be about a person.
    pub message: Option<String>,
    headers: HeaderMap,
    excerpt: String,
}

impl Answer {
    pub(crate) fn of(reply: &Reply) -> Self {
        let Envelope { code, message, .. } = reply.envelope();
        // A text that stands in no envelope may be anything, a page about a person too.
        let message = message.as_ref().filter(|_| reply.body.trim_ascii_start().starts_with(b"{"));
        let start = &reply.body[..reply.body.len().min(EXCERPT)];
        Self {
            status: reply.status.as_u16(),
            code: *code,
            message: message.map(|text| scrub::one_line(text)).filter(|text| !text.is_empty()),
            headers: reply.headers.clone(),
            excerpt: String::from_utf8_lossy(start).into_owned(),
        }
    }

    /// The headers of the answer.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The first 2 KiB of the body as they came. They may hold personal data.
    #[must_use]
    pub fn excerpt(&self) -> &str {
        &self.excerpt
    }

    /// The id by which the platform's operators find the request, if there is one.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        let found = REQUEST_IDS.iter().find_map(|name| self.headers.get(*name))?;
        found.to_str().ok().filter(|id| id.len() <= 128)
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Answer")
            .field("status", &self.status)
            .field("code", &self.code)
            .field("message", &self.message)
            .field("request_id", &self.request_id())
            .finish_non_exhaustive()
    }
}
