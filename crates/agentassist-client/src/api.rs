//! The entry point: where the API is, and on whose behalf it is called.

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::HeaderValue;
use reqwest::redirect::Policy;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::BuilderVerifierExt;

use crate::base_url::BaseUrl;
use crate::error::BuildError;
use crate::generated::Client;
use crate::observer::Observer;
use crate::token::Token;
use crate::transport::Transport;

/// How long the client waits for a connection.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// How long the client waits for a whole answer.
const TIMEOUT: Duration = Duration::from_secs(30);

/// A connection to the API of one account. Cheap to clone; clones share their connections.
#[derive(Debug, Clone)]
pub struct AgentAssist {
    client: Client,
}

impl AgentAssist {
    /// Starts building a connection.
    pub fn builder() -> AgentAssistBuilder {
        AgentAssistBuilder::default()
    }

    /// The generated operations, signed and with the headers that the vendor demands.
    #[must_use]
    pub fn operations(&self) -> &Client {
        &self.client
    }
}

/// Collects what a connection needs. `host`, `account_id` and `token` are required.
#[derive(Debug, Default)]
#[must_use]
pub struct AgentAssistBuilder {
    host: Option<String>,
    plain_http: bool,
    account_id: Option<String>,
    token: Option<Token>,
    observer: Option<Arc<dyn Observer>>,
}

impl AgentAssistBuilder {
    /// Where the API is: `platform.kore.ai`, with a scheme or without, or another base URL.
    ///
    /// A base URL without a scheme is taken to be `https`. A doubled scheme, which the vendor's
    /// pages lead to, counts as one. Plain `http` is accepted for this machine only (a sandbox, a
    /// mock), see [`allow_plain_http`](Self::allow_plain_http).
    pub fn host(mut self, host: impl Into<String>) -> Self {
        self.host = Some(host.into());
        self
    }

    /// Sends tokens over `http` to other machines too: whoever is on the way can read them.
    pub fn allow_plain_http(mut self, allow: bool) -> Self {
        self.plain_http = allow;
        self
    }

    /// The account on whose behalf requests are made, sent in the header `accountId`.
    pub fn account_id(mut self, account_id: impl Into<String>) -> Self {
        self.account_id = Some(account_id.into());
        self
    }

    /// A signed token, sent in the header `auth`.
    pub fn token(mut self, token: Token) -> Self {
        self.token = Some(token);
        self
    }

    /// Shows each exchange to an observer, such as one that records it.
    pub fn observer(mut self, observer: Arc<dyn Observer>) -> Self {
        self.observer = Some(observer);
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
        let token = self.token.ok_or(BuildError::Missing { setting: "token" })?;
        let token = token.to_header().ok_or(BuildError::NotAHeaderValue { setting: "token" })?;
        let http = reqwest::Client::builder()
            .tls_backend_preconfigured(tls(&base_url)?)
            .connect_timeout(CONNECT_TIMEOUT)
            .timeout(TIMEOUT)
            // A token must not follow a redirect to another host.
            .redirect(Policy::none())
            .user_agent(concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(BuildError::HttpClient)?;
        let transport = Transport::new(token, account_id, self.observer);
        Ok(AgentAssist { client: Client::new_with_client(base_url.as_str(), http, transport) })
    }
}

/// A header value of visible ASCII characters: the id of an account has no others.
fn visible_ascii(text: &str) -> Option<HeaderValue> {
    let visible = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
    HeaderValue::from_str(text).ok().filter(|_| visible)
}

/// TLS by ring, with the certificates that the machine trusts.
fn tls(base_url: &BaseUrl) -> Result<ClientConfig, BuildError> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let versions = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(BuildError::Tls)?;
    let config = if base_url.is_https() {
        versions.with_platform_verifier().map_err(BuildError::Tls)?
    } else {
        // Never used, as redirects are off; a machine without certificates can run the sandbox.
        versions.with_root_certificates(RootCertStore::empty())
    };
    Ok(config.with_no_client_auth())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn builder() -> AgentAssistBuilder {
        AgentAssist::builder().host("127.0.0.1:1").account_id("a").token(Token::new("t"))
    }

    #[test]
    fn a_missing_setting_is_named() {
        let error = AgentAssist::builder().host("h").account_id("a").build().unwrap_err();
        assert_eq!(error.to_string(), "`token` is not set: call `.token(…)` before `.build()`");
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
        let builder = builder().token(Token::new("s3cr3t"));
        assert!(!format!("{builder:?}").contains("s3cr3t"));
        let api = builder.build().unwrap();
        assert!(!format!("{api:?}").contains("s3cr3t"));
    }
}
