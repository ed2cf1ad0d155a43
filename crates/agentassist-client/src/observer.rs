//! A seam for recording: what went over the wire, without touching the calls.

use std::fmt;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use reqwest::header::HeaderMap;
use reqwest::{Body, Method, Request, StatusCode, Url};

use crate::engine::Reply;
use crate::platform::{Instant, now};

/// One request with its response, as they were sent and received.
///
/// The headers hold the token: an observer that writes them anywhere redacts them first.
#[non_exhaustive]
pub struct Exchange {
    /// Method of the request.
    pub method: Method,
    /// Full URL of the request.
    pub url: Url,
    /// Headers of the request, `auth` marked as sensitive.
    pub request_headers: HeaderMap,
    /// Body of the request, if it had one.
    pub request_body: Option<Bytes>,
    /// Status of the response.
    pub status: StatusCode,
    /// Headers of the response.
    pub response_headers: HeaderMap,
    /// Body of the response; empty if it had none.
    pub response_body: Bytes,
    /// When the request was sent.
    pub started: SystemTime,
    /// How long it took until the response was there.
    pub took: Duration,
}

impl fmt::Debug for Exchange {
    /// Shows method, path and status: bodies hold personal data.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Exchange")
            .field("method", &self.method)
            .field("path", &self.url.path())
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}

/// Sees every completed exchange of a client, those that are then repeated too.
///
/// An exchange that fails on the way (no connection, a cut body) is not shown: it has no response.
pub trait Observer: fmt::Debug + Send + Sync {
    /// Called once for each exchange, before its response is decoded.
    fn observe(&self, exchange: Exchange);
}

/// The first half of an exchange, kept while the request is under way.
pub(crate) struct Observed {
    method: Method,
    url: Url,
    headers: HeaderMap,
    body: Option<Bytes>,
    started: (SystemTime, Instant),
}

impl Observed {
    pub(crate) fn of(request: &Request) -> Self {
        Self {
            method: request.method().clone(),
            url: request.url().clone(),
            headers: request.headers().clone(),
            body: request.body().and_then(Body::as_bytes).map(Bytes::copy_from_slice),
            started: (now(), Instant::now()),
        }
    }

    pub(crate) fn with(self, reply: &Reply) -> Exchange {
        Exchange {
            method: self.method,
            url: self.url,
            request_headers: self.headers,
            request_body: self.body,
            status: reply.status,
            response_headers: reply.headers.clone(),
            response_body: reply.body.clone(),
            started: self.started.0,
            took: self.started.1.elapsed(),
        }
    }
}
