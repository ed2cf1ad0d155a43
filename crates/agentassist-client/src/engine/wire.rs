//! The only place that touches the network: one request, one whole answer of bounded size.

use std::future::Future;
use std::sync::OnceLock;

use bytes::{Bytes, BytesMut};
use reqwest::header::HeaderMap;
use reqwest::{Request, StatusCode};

use super::envelope::{Envelope, may_tell_of_failure};
use crate::error::ConnectCause;
use crate::platform::{self, Body, MaybeSend};

/// Up to which length a body is believed before it came, in bytes: there is room for it at once.
const TRUSTED_LENGTH: usize = 256 * 1024;

/// A whole answer.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// Whether this is a success whose body cannot tell of a failure, so that none is looked for.
    pub(crate) is_plain_success: bool,
    /// What the body says about a failure, once somebody has asked.
    envelope: OnceLock<Envelope>,
}

impl Reply {
    pub(crate) fn new(status: StatusCode, headers: HeaderMap, body: Bytes) -> Self {
        let is_plain_success = status.is_success() && !may_tell_of_failure(&body);
        Self { status, headers, body, is_plain_success, envelope: OnceLock::new() }
    }

    /// What the body says about a failure.
    pub(crate) fn envelope(&self) -> &Envelope {
        self.envelope.get_or_init(|| Envelope::read(&self.body))
    }
}

/// Why there is no whole answer.
#[derive(Debug)]
pub(crate) struct WireError {
    pub(crate) fault: WireFault,
    pub(crate) source: Option<reqwest::Error>,
}

/// How far a request came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WireFault {
    /// No connection came about: the API has not seen the request.
    NotConnected(ConnectCause),
    /// The connection ended before the answer did: the API may have acted.
    Interrupted,
    /// The answer is larger than the client accepts, in bytes.
    TooLarge { limit: usize },
}

/// Sends requests.
pub(crate) trait Wire {
    fn send(&self, request: Request) -> impl Future<Output = Result<Reply, WireError>> + MaybeSend;
}

/// HTTP by reqwest.
#[derive(Debug)]
pub(crate) struct Http<'a> {
    pub(crate) client: &'a reqwest::Client,
    pub(crate) max_body_bytes: usize,
}

impl Wire for Http<'_> {
    async fn send(&self, request: Request) -> Result<Reply, WireError> {
        let mut response = self.client.execute(request).await.map_err(WireError::of)?;
        let status = response.status();
        let announced = response.content_length();
        let headers = std::mem::take(response.headers_mut());
        let body = self.body(announced, Body::of(response)).await?;
        Ok(Reply::new(status, headers, body))
    }
}

impl Http<'_> {
    /// Reads a body up to the limit. A body in one piece, as most are, is not copied.
    async fn body(&self, announced: Option<u64>, mut body: Body) -> Result<Bytes, WireError> {
        let limit = self.max_body_bytes;
        let mut size = announced.map_or(0, |length| length.try_into().unwrap_or(usize::MAX));
        let mut pieces = Pieces { room: size.min(TRUSTED_LENGTH), ..Pieces::default() };
        while size <= limit {
            let Some(piece) = body.chunk().await.map_err(WireError::of)? else {
                return Ok(pieces.whole());
            };
            pieces.add(piece);
            size = pieces.size();
        }
        Err(WireError { fault: WireFault::TooLarge { limit }, source: None })
    }
}

/// The pieces of a body in one: the first as it came, until there is a second.
#[derive(Default)]
struct Pieces {
    /// How much to make room for with the second piece.
    room: usize,
    first: Bytes,
    joined: BytesMut,
}

impl Pieces {
    fn add(&mut self, piece: Bytes) {
        if self.size() == 0 {
            self.first = piece;
            return;
        }
        if self.joined.is_empty() {
            self.joined.reserve(self.room);
            self.joined.extend_from_slice(&std::mem::take(&mut self.first));
        }
        self.joined.extend_from_slice(&piece);
    }

    fn size(&self) -> usize {
        self.first.len() + self.joined.len()
    }

    fn whole(self) -> Bytes {
        if self.joined.is_empty() { self.first } else { self.joined.freeze() }
    }
}

impl WireError {
    fn of(source: reqwest::Error) -> Self {
        let fault = if platform::never_left(&source) {
            WireFault::NotConnected(platform::connect_cause(&source))
        } else {
            WireFault::Interrupted
        };
        // The URL holds ids, which no message needs.
        Self { fault, source: Some(source.without_url()) }
    }
}
