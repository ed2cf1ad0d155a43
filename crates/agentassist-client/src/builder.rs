//! Collects what a connection needs, and checks it.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use reqwest::header::HeaderValue;

use crate::api::{AgentAssist, GivenId};
use crate::auth::TokenProvider;
use crate::base_url::BaseUrl;
use crate::clock::{Clock, SystemClock};
use crate::engine::RateLimiter;
use crate::error::BuildError;
use crate::generated::Client;
use crate::observer::Observer;
use crate::options::{Options, RetryPolicy};
use crate::platform;
use crate::random;
use crate::token::Token;
use crate::transport::{Shared, Transport};

/// How long the client waits for a connection, unless something else is said.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// The largest answer that the client accepts, unless something else is said: a page of thousands
/// of contacts.
const MAX_BODY_BYTES: usize = 16 * 1024 * 1024;

/// Collects what a connection needs. `host`, `account_id` and `auth` (or `token`) are required.
#[must_use]
pub struct AgentAssistBuilder {
    host: Option<String>,
    plain_http: bool,
    account_id: Option<String>,
    stream_id: Option<String>,
    app_id: Option<String>,
    auth: Option<Box<dyn TokenProvider>>,
    limiter: RateLimiter,
    options: Options,
    connect_timeout: Duration,
    root_certificates: Vec<Vec<u8>>,
    max_body_bytes: usize,
    observer: Option<Arc<dyn Observer>>,
    clock: Arc<dyn Clock>,
}

impl Default for AgentAssistBuilder {
    fn default() -> Self {
        Self {
            host: None,
            plain_http: false,
            account_id: None,
            stream_id: None,
            app_id: None,
            auth: None,
            limiter: RateLimiter::default(),
            options: Options::default(),
            connect_timeout: CONNECT_TIMEOUT,
            root_certificates: Vec::new(),
            max_body_bytes: MAX_BODY_BYTES,
            observer: None,
            clock: Arc::new(SystemClock),
        }
    }
}

impl AgentAssistBuilder {
    /// Where the API is: `platform.kore.ai`, with a scheme or without, or another base URL.
    ///
    /// A base URL without a scheme is taken to be `https`. A doubled scheme, which the vendor's
    /// pages lead to, counts as one. Plain `http` is accepted for this machine only (a sandbox, a
    /// mock), see [`allow_plain_http`](Self::allow_plain_http).
    ///
    /// A proxy that the environment names (`HTTPS_PROXY`, `NO_PROXY` and the like) is used, except
    /// for this machine.
    pub fn host(mut self, host: impl Into<String>) -> Self {
        self.host = Some(host.into());
        self
    }

    /// Sends tokens over `http` to other machines too: whoever is on the way can read them.
    ///
    /// A page that came by `https` can reach no `http` address, whatever is said here.
    pub fn allow_plain_http(mut self, allow: bool) -> Self {
        self.plain_http = allow;
        self
    }

    /// The account on whose behalf requests are made, sent in the header `accountId`.
    pub fn account_id(mut self, account_id: impl Into<String>) -> Self {
        self.account_id = Some(account_id.into());
        self
    }

    /// The stream (`st-…`) whose contacts [`contacts`](AgentAssist::contacts) are.
    pub fn stream_id(mut self, stream_id: impl Into<String>) -> Self {
        self.stream_id = Some(stream_id.into());
        self
    }

    /// The application whose lists [`contact_lists`](AgentAssist::contact_lists) are: the stream's
    /// id by default, as in the vendor's sample.
    pub fn app_id(mut self, app_id: impl Into<String>) -> Self {
        self.app_id = Some(app_id.into());
        self
    }

    /// Where tokens come from: a [`JwtApp`](crate::JwtApp), a [`Token`], a
    /// [`token_fn`](crate::token_fn), or a provider of your own.
    pub fn auth(mut self, provider: impl TokenProvider + 'static) -> Self {
        self.auth = Some(Box::new(provider));
        self
    }

    /// A signed token, sent with every request until it expires.
    pub fn token(self, token: impl Into<Token>) -> Self {
        self.auth(token.into())
    }

    /// How many requests a minute are made: 60 by default, as many as the vendor allows an account.
    ///
    /// Clones of the connection share it. Two connections for one account share it when both are
    /// built with clones of one limiter.
    pub fn rate_limiter(mut self, limiter: RateLimiter) -> Self {
        self.limiter = limiter;
        self
    }

    /// When a failed attempt is followed by another.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.options.retry = policy;
        self
    }

    /// Trusts a certificate authority beside those that the machine trusts: that of a company's
    /// proxy, or of a test server. It is a text in PEM with one certificate or more.
    ///
    /// In a browser this has no effect: it decides for itself whom it trusts.
    pub fn root_certificate(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.root_certificates.push(pem.into());
        self
    }

    /// How long to wait for a connection: 10 seconds by default.
    ///
    /// In a browser this has no effect: there, [`attempt_timeout`](Self::attempt_timeout) is what
    /// ends a wait.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// How long one attempt may take, up to the last byte of its answer: 30 seconds by default.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.options.timeouts.attempt = timeout;
        self
    }

    /// How long a call may take with all its attempts and all its waiting, that for the rate
    /// limiter included: as long as it needs by default.
    pub fn total_timeout(mut self, timeout: Duration) -> Self {
        self.options.timeouts.total = Some(timeout);
        self
    }

    /// The largest answer to accept, in bytes: 16 MiB by default.
    pub fn max_body_bytes(mut self, bytes: usize) -> Self {
        self.max_body_bytes = bytes;
        self
    }

    /// Shows each exchange to an observer, such as one that records it.
    pub fn observer(mut self, observer: Arc<dyn Observer>) -> Self {
        self.observer = Some(observer);
        self
    }

    /// The clock that a date in `Retry-After` is held against: the machine's by default.
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Builds the connection. Nothing is sent.
    ///
    /// # Errors
    ///
    /// Says which setting is missing or cannot be used, and what it should be.
    pub fn build(self) -> Result<AgentAssist, BuildError> {
        let host = self.host.ok_or(BuildError::Missing { setting: "host" })?;
        let base_url = BaseUrl::parse(&host, self.plain_http)?;
        let account_id = self.account_id.ok_or(BuildError::Missing { setting: "account_id" })?;
        let account_id = visible_ascii(&account_id)
            .ok_or(BuildError::NotAHeaderValue { setting: "account_id" })?;
        let auth = self.auth.ok_or(BuildError::Missing { setting: "auth" })?;
        let http = platform::http_client(
            base_url.is_https(),
            base_url.is_this_machine(),
            self.connect_timeout,
            &self.root_certificates,
        )?;
        let shared = Shared {
            account_id,
            auth,
            limiter: self.limiter,
            observer: self.observer,
            clock: self.clock,
            random: random::fraction,
            max_body_bytes: self.max_body_bytes,
        };
        let transport = Transport { shared: Arc::new(shared), options: self.options };
        Ok(AgentAssist {
            client: Client::new_with_client(base_url.as_str(), http, transport),
            stream_id: GivenId::of(self.stream_id),
            app_id: GivenId::of(self.app_id),
            page_size: Arc::new(AtomicU64::new(0)),
        })
    }
}

/// A header value of visible ASCII characters: the id of an account has no others.
fn visible_ascii(text: &str) -> Option<HeaderValue> {
    let visible = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
    HeaderValue::from_str(text).ok().filter(|_| visible)
}

impl fmt::Debug for AgentAssistBuilder {
    /// Leaves out the provider, which might show its secret.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("AgentAssistBuilder")
            .field("host", &self.host)
            .field("stream_id", &self.stream_id)
            .field("rate_limiter", &self.limiter)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn builder() -> AgentAssistBuilder {
        AgentAssist::builder().host("127.0.0.1:1").account_id("a").token("t")
    }

    #[test]
    fn a_missing_setting_is_named() {
        let error = AgentAssist::builder().host("h").account_id("a").build().unwrap_err();
        assert_eq!(error.to_string(), "`auth` is not set, and nothing can be called without it");
    }

    #[test]
    fn an_account_id_that_is_no_header_value_is_refused_without_being_shown() {
        for bad in ["", "a b", "a\nb", "ä"] {
            let error = builder().account_id(bad).build().unwrap_err();
            assert!(matches!(error, BuildError::NotAHeaderValue { setting: "account_id" }));
        }
    }

    #[test]
    fn no_text_about_a_connection_shows_the_token() {
        let builder = builder().token("s3cr3t");
        assert!(!format!("{builder:?}").contains("s3cr3t"));
        let api = builder.build().unwrap();
        assert!(!format!("{api:?}").contains("s3cr3t"));
    }

    #[test]
    fn a_connection_can_be_shared_between_threads() {
        fn assert_shareable<T: Clone + Send + Sync + 'static>(_: &T) {}
        assert_shareable(&builder().build().unwrap());
    }
}
