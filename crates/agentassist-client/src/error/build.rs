//! Why a connection could not be built.

/// A setting of the builder that is missing or cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// A required setting was not given.
    #[error("`{setting}` is not set, and nothing can be called without it")]
    Missing {
        /// The builder method that sets it.
        setting: &'static str,
    },
    /// A value that goes into a header has characters that no header may have.
    #[error("`{setting}` is empty or has characters that a header cannot carry")]
    NotAHeaderValue {
        /// The builder method that sets it.
        setting: &'static str,
    },
    /// The host is neither a host name nor a base URL.
    #[error("`host` cannot be used: {reason}; give something like `platform.kore.ai`")]
    Host {
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The host is another machine, to be reached without encryption.
    #[error(
        "`host` is another machine by plain http, which shows the token to whoever is on the \
         way: give its https address; `allow_plain_http` is for a network that you trust"
    )]
    PlainHttp,
    /// The host is to be reached by https, and this crate was built without TLS.
    #[error("there is no TLS in this build: build it with the feature `rustls` or `native-tls`")]
    NoTls,
    /// The machine's certificates could not be loaded.
    #[error("TLS cannot be set up: check that this machine has certificates of authorities")]
    Tls(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// What was given as the certificate of an authority is none.
    #[error(
        "the root certificate cannot be read: give certificates in PEM, from `-----BEGIN \
         CERTIFICATE-----` to the end"
    )]
    RootCertificate,
    /// The HTTP client could not be set up.
    #[error("the HTTP client cannot be set up")]
    HttpClient(#[source] reqwest::Error),
}
