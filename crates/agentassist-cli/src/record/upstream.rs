//! The host behind the proxy, and passing a request on to it.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use agentassist_client::BuildError;
use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderName, Method, StatusCode, header};
use reqwest::redirect::Policy;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::BuilderVerifierExt;

use crate::address::Address;
use crate::exit::Failure;
use crate::trust::Authorities;

/// The longest body that is passed on, in bytes.
pub(super) const BODY_LIMIT: usize = 16 << 20;
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const TIMEOUT: Duration = Duration::from_mins(2);

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

/// Where requests are passed on to.
#[derive(Debug)]
pub(crate) struct Upstream {
    /// Without a slash at the end.
    base: String,
    /// The base without its path.
    origin: String,
    http: reqwest::Client,
}

/// A request as it is passed on.
#[derive(Debug)]
pub(super) struct Forwarded {
    pub(super) method: Method,
    /// Path and query, as the caller wrote them.
    pub(super) path: String,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

/// A whole answer of the upstream.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

/// Why there is no answer. No message shows the URL, whose query may hold anything.
#[derive(Debug, thiserror::Error)]
pub(super) enum SendError {
    /// The request names no path of a server.
    #[error("the request has no path: send it to the proxy as to the API itself")]
    NoPath,
    /// No connection, or none that lasted.
    #[error("the upstream cannot be reached: check --upstream, and that it is up")]
    Unreachable(#[source] reqwest::Error),
    /// It took too long.
    #[error("the upstream did not answer within {} s", TIMEOUT.as_secs())]
    TimedOut,
    /// The answer ends too early.
    #[error("the answer of the upstream breaks off")]
    Cut(#[source] reqwest::Error),
    /// The answer is too long.
    #[error("the answer of the upstream is longer than {} MiB", BODY_LIMIT >> 20)]
    TooLong,
}

impl Upstream {
    /// Reads the address and prepares TLS. Nothing is sent.
    pub(crate) fn new(address: &str, ca_file: Option<&Path>) -> Result<Self, Failure> {
        let address = Address::of(address).map_err(|error| refused(&error))?;
        let authorities = ca_file.map(Authorities::read).transpose()?;
        let http = connection(&address, authorities.map(|authorities| authorities.store))
            .map_err(|error| Failure::outside("cannot prepare TLS to the upstream", error))?;
        Ok(Self { base: address.base().to_owned(), origin: address.origin(), http })
    }

    /// Scheme, host and port.
    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }

    /// The URL that a recording shows: without the path that a gateway puts in front, so that it is
    /// one of the document's.
    pub(super) fn recorded_url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// Passes a request on, and waits for the whole answer.
    pub(super) async fn send(&self, request: &Forwarded) -> Result<Reply, SendError> {
        // Without a slash, what follows the base could become part of its host.
        if !request.path.starts_with('/') {
            return Err(SendError::NoPath);
        }
        let url = format!("{}{}", self.base, request.path);
        let sent = self.http.request(request.method.clone(), url).headers(request.headers.clone());
        let mut answer = sent.body(request.body.clone()).send().await.map_err(failed)?;
        let mut body = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(cut)? {
            if body.len() + chunk.len() > BODY_LIMIT {
                return Err(SendError::TooLong);
            }
            body.extend_from_slice(&chunk);
        }
        let headers = end_to_end(answer.headers());
        Ok(Reply { status: answer.status(), headers, body: body.into() })
    }
}

impl Forwarded {
    /// A request without what is about the caller's connection to the proxy.
    pub(super) fn new(method: Method, path: &str, headers: &HeaderMap, body: Bytes) -> Self {
        let mut headers = end_to_end(headers);
        // Host and length are set anew. A compressed answer could be neither judged nor redacted.
        for name in [header::HOST, header::CONTENT_LENGTH, header::ACCEPT_ENCODING] {
            headers.remove(name);
        }
        Self { method, path: path.to_owned(), headers, body }
    }
}

impl SendError {
    /// What the caller is answered.
    pub(super) fn status(&self) -> StatusCode {
        match self {
            Self::NoPath => StatusCode::BAD_REQUEST,
            Self::TimedOut => StatusCode::GATEWAY_TIMEOUT,
            Self::Unreachable(_) | Self::Cut(_) | Self::TooLong => StatusCode::BAD_GATEWAY,
        }
    }
}

fn failed(error: reqwest::Error) -> SendError {
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

/// An address that the client would not call either. No message repeats it, as it may hold a
/// password.
fn refused(error: &BuildError) -> Failure {
    let reason = match error {
        BuildError::Host { reason } => reason,
        _ => "it is another machine by plain http, which shows the token",
    };
    Failure::Usage(format!(
        "--upstream cannot be used, {reason}: give something like https://platform.kore.ai"
    ))
}

fn connection(
    address: &Address,
    authorities: Option<RootCertStore>,
) -> Result<reqwest::Client, Box<dyn std::error::Error + Send + Sync>> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let versions =
        ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    let config = match authorities {
        Some(authorities) => versions.with_root_certificates(authorities),
        None if address.is_https() => versions.with_platform_verifier()?,
        // Never used, as redirects are off; a machine without certificates can record a sandbox.
        None => versions.with_root_certificates(RootCertStore::empty()),
    };
    let client = reqwest::Client::builder()
        .tls_backend_preconfigured(config.with_no_client_auth())
        .connect_timeout(CONNECT_TIMEOUT)
        .timeout(TIMEOUT)
        // The caller decides where its token goes, and what is tried again.
        .redirect(Policy::none())
        .retry(reqwest::retry::never());
    Ok(client.build()?)
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
        let name = |name: &str| name.parse::<HeaderName>().unwrap();
        let headers = headers.iter().map(|(key, value)| (name(key), value.parse().unwrap()));
        let sent = Forwarded::new(Method::GET, "/", &headers.collect(), Bytes::new());
        let names: Vec<_> = sent.headers.keys().map(HeaderName::as_str).collect();
        assert_eq!(names, ["auth"]);
    }

    #[test]
    fn an_address_that_cannot_be_used_is_refused_without_repeating_it() {
        for address in
            ["https://u:s3cr3t@h", "http://s3cr3t.example", "ftp://s3cr3t", "h?s3cr3t", "h#s3cr3t"]
        {
            let problem = refused(&Address::of(address).unwrap_err()).to_string();
            assert!(problem.starts_with("--upstream cannot be used, it"), "{problem}");
            assert!(!problem.contains("s3cr3t"), "{problem}");
        }
    }
}
