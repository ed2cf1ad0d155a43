//! Passing a request on to the upstream, and its answer back, while they come.

use std::error::Error;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum::body::{Body, Bytes, HttpBody};
use axum::http::{HeaderMap, HeaderName, Request, Response, StatusCode, header};
use http_body::{Frame, SizeHint};
use tower_service::Service;

use super::upstream::{TIMEOUT, Upstream};
use crate::output;

/// Headers that are about one connection, and not about the exchange.
const HOP_BY_HOP: &[&str] = &[
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// Why there is no answer. No message shows the URL, whose query may hold anything.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SendError {
    /// The request names no path of a server.
    #[error("the request has no path: send it to the proxy as to the API itself")]
    NoPath,
    /// No connection, or none that lasted.
    #[error("the upstream cannot be reached: check --upstream, and that it is up")]
    Unreachable(#[source] reqwest::Error),
    /// It took too long.
    #[error("the upstream did not answer within {} s", TIMEOUT.as_secs())]
    TimedOut,
    /// The caller did not send all of it.
    #[error("the request breaks off")]
    Unsent,
    /// The answer ends too early.
    #[error("the answer of the upstream breaks off")]
    Cut(#[source] reqwest::Error),
}

impl Upstream {
    /// The request as it is recorded, and passed on: without what is about the caller's connection
    /// to the proxy.
    pub(super) fn address(&self, request: Request<Body>) -> Result<Request<Body>, SendError> {
        let (mut parts, body) = request.into_parts();
        let path = parts.uri.path_and_query().map_or("", |path| path.as_str());
        // Without a slash, what follows the base could become part of its host.
        if !path.starts_with('/') {
            return Err(SendError::NoPath);
        }
        parts.uri = self.recorded_url(path).parse().map_err(|_| SendError::NoPath)?;
        parts.headers = end_to_end(&parts.headers);
        // The host is set anew. A compressed answer could be neither judged nor redacted.
        for name in [header::HOST, header::ACCEPT_ENCODING] {
            parts.headers.remove(name);
        }
        Ok(Request::from_parts(parts, body))
    }

    /// Sends a request, whose body is sent as it comes, and gets the answer to it.
    async fn send<B>(&self, request: Request<B>) -> Result<Response<Body>, SendError>
    where
        B: HttpBody<Data = Bytes, Error = axum::Error> + Send + 'static,
    {
        let (parts, body) = request.into_parts();
        let path = parts.uri.path_and_query().map_or("", |path| path.as_str());
        let mut sent = self.http.request(parts.method, format!("{}{path}", self.base));
        sent = sent.headers(parts.headers);
        if !body.is_end_stream() {
            sent = sent.body(reqwest::Body::wrap_stream(Body::new(body).into_data_stream()));
        }
        let answer = Response::from(sent.send().await.map_err(failed)?);
        let (mut parts, body) = answer.into_parts();
        parts.headers = end_to_end(&parts.headers);
        Ok(Response::from_parts(parts, Body::new(Told(body))))
    }
}

impl<B> Service<Request<B>> for Upstream
where
    B: HttpBody<Data = Bytes, Error = axum::Error> + Send + 'static,
{
    type Response = Response<Body>;
    type Error = SendError;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Body>, SendError>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), SendError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let upstream = self.clone();
        Box::pin(async move { upstream.send(request).await })
    }
}

/// The body of an answer. That it breaks off is told on the terminal: the caller sees it, but not
/// who is to blame.
struct Told(reqwest::Body);

impl HttpBody for Told {
    type Data = Bytes;
    type Error = SendError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, SendError>>> {
        let frame = ready!(Pin::new(&mut self.0).poll_frame(context));
        Poll::Ready(frame.map(|frame| {
            frame.map_err(|error| {
                let error = cut(error);
                output::complain(&error);
                error
            })
        }))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.0.size_hint()
    }
}

impl SendError {
    /// What the caller is answered.
    pub(super) fn status(&self) -> StatusCode {
        match self {
            Self::NoPath | Self::Unsent => StatusCode::BAD_REQUEST,
            Self::TimedOut => StatusCode::GATEWAY_TIMEOUT,
            Self::Unreachable(_) | Self::Cut(_) => StatusCode::BAD_GATEWAY,
        }
    }
}

fn failed(error: reqwest::Error) -> SendError {
    let mut source = error.source();
    while let Some(error) = source {
        // Only the body that is sent has such errors.
        if error.is::<axum::Error>() {
            return SendError::Unsent;
        }
        source = error.source();
    }
    if error.is_timeout() && !error.is_connect() {
        SendError::TimedOut
    } else {
        SendError::Unreachable(error.without_url())
    }
}

fn cut(error: reqwest::Error) -> SendError {
    if error.is_timeout() { SendError::TimedOut } else { SendError::Cut(error.without_url()) }
}

/// The headers that go from one end to the other.
fn end_to_end(headers: &HeaderMap) -> HeaderMap {
    let named = headers.get_all(header::CONNECTION).iter().filter_map(|value| value.to_str().ok());
    let named: Vec<_> = named.flat_map(|names| names.split(',')).map(str::trim).collect();
    let is_kept = |name: &HeaderName| {
        !HOP_BY_HOP.contains(&name.as_str())
            && !named.iter().any(|other| other.eq_ignore_ascii_case(name.as_str()))
    };
    let kept = headers.iter().filter(|(name, _)| is_kept(name));
    kept.map(|(name, value)| (name.clone(), value.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_about_a_connection_are_not_passed_on() {
        let headers = [
            ("connection", "close, X-Hop"),
            ("x-hop", "1"),
            ("transfer-encoding", "chunked"),
            ("host", "127.0.0.1"),
            ("accept-encoding", "gzip"),
            ("auth", "token"),
        ];
        let upstream = Upstream::new("http://127.0.0.1:1/gw", None).unwrap();
        let request = headers
            .into_iter()
            .fold(Request::get("/a?b"), |request, (name, value)| request.header(name, value));
        let sent = upstream.address(request.body(Body::empty()).unwrap()).unwrap();
        let names: Vec<_> = sent.headers().keys().map(HeaderName::as_str).collect();
        assert_eq!(names, ["auth"]);
        assert_eq!(sent.uri(), "http://127.0.0.1:1/a?b");
    }
}
