//! The host behind the proxy, and the connection to it.

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use agentassist_client::BuildError;
use reqwest::redirect::Policy;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::BuilderVerifierExt;

use crate::address::Address;
use crate::exit::Failure;
use crate::trust::Authorities;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// How long the upstream may be silent, before its answer or in the middle of it.
pub(super) const TIMEOUT: Duration = Duration::from_mins(2);

/// Where requests are passed on to.
#[derive(Debug, Clone)]
pub(crate) struct Upstream {
    /// Without a slash at the end.
    pub(super) base: Arc<str>,
    /// The base without its path.
    origin: Arc<str>,
    pub(super) http: reqwest::Client,
}

impl Upstream {
    /// Reads the address and prepares TLS. Nothing is sent.
    pub(crate) fn new(address: &str, ca_file: Option<&Path>) -> Result<Self, Failure> {
        let address = Address::of(address).map_err(|error| refused(&error))?;
        let authorities = ca_file.map(Authorities::read).transpose()?;
        let http = connection(&address, authorities.map(|authorities| authorities.store))
            .map_err(|error| Failure::outside("cannot prepare TLS to the upstream", error))?;
        let (base, origin) = (Arc::from(address.base()), Arc::from(address.origin()));
        Ok(Self { base, origin, http })
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
) -> Result<reqwest::Client, Box<dyn Error + Send + Sync>> {
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
        .read_timeout(TIMEOUT)
        // The caller decides where its token goes, and what is tried again.
        .redirect(Policy::none())
        .retry(reqwest::retry::never());
    Ok(client.build()?)
}

#[cfg(test)]
mod tests {
    use super::*;

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
