//! A seam for recording: what went over the wire, without touching the calls.

use std::fmt;

use bytes::Bytes;
use reqwest::header::HeaderMap;
use reqwest::{Method, StatusCode, Url};

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

/// Sees every completed exchange of a client.
///
/// An exchange that fails on the way (no connection, a cut body) is not shown: it has no response.
pub trait Observer: fmt::Debug + Send + Sync {
    /// Called once for each exchange, before its response is decoded.
    fn observe(&self, exchange: Exchange);
}
