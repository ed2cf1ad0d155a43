//! Which TLS the HTTP client uses.

use reqwest::ClientBuilder;

use crate::base_url::BaseUrl;
use crate::error::BuildError;

/// TLS by rustls with ring, with the certificates that the machine trusts.
#[cfg(feature = "rustls")]
pub(crate) fn configure(
    builder: ClientBuilder,
    base_url: &BaseUrl,
) -> Result<ClientBuilder, BuildError> {
    use std::sync::Arc;

    use rustls::{ClientConfig, RootCertStore};
    use rustls_platform_verifier::BuilderVerifierExt;

    let failed = |error: rustls::Error| BuildError::Tls(Box::new(error));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let versions = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(failed)?;
    let config = if base_url.is_https() {
        versions.with_platform_verifier().map_err(failed)?
    } else {
        // Never used, as redirects are off; a machine without certificates can run the sandbox.
        versions.with_root_certificates(RootCertStore::empty())
    };
    Ok(builder.tls_backend_preconfigured(config.with_no_client_auth()))
}

/// TLS by the operating system's own library.
#[cfg(all(feature = "native-tls", not(feature = "rustls")))]
#[expect(clippy::unnecessary_wraps, reason = "with the other backends it can fail")]
pub(crate) fn configure(
    builder: ClientBuilder,
    base_url: &BaseUrl,
) -> Result<ClientBuilder, BuildError> {
    Ok(if base_url.is_https() { builder.tls_backend_native() } else { builder })
}

/// No TLS at all: only a sandbox on this machine can be reached.
#[cfg(not(any(feature = "rustls", feature = "native-tls")))]
pub(crate) fn configure(
    builder: ClientBuilder,
    base_url: &BaseUrl,
) -> Result<ClientBuilder, BuildError> {
    if base_url.is_https() {
        return Err(BuildError::Tls("switch on the feature `rustls` or `native-tls`".into()));
    }
    Ok(builder)
}
