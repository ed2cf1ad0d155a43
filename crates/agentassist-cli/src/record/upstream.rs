//! The host behind the proxy, and the connection to it.

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use reqwest::redirect::Policy;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::BuilderVerifierExt;
use url::{Host, Url};

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
        let url = parse(address)?;
        let authorities = ca_file.map(Authorities::read).transpose()?;
        let http = connection(&url, authorities.map(|authorities| authorities.store))
            .map_err(|error| Failure::outside("cannot prepare TLS to the upstream", error))?;
        let base = Arc::from(url.as_str().trim_end_matches('/'));
        let origin = Arc::from(url.origin().ascii_serialization());
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

/// Reads an address; no message repeats it, as it may hold a password.
fn parse(address: &str) -> Result<Url, Failure> {
    let refused = |reason| {
        Failure::Usage(format!("--upstream {reason}; give something like https://platform.kore.ai"))
    };
    let with_scheme = |address: &str| format!("https://{address}");
    let address = if address.contains("://") { address.to_owned() } else { with_scheme(address) };
    let url = Url::parse(&address).map_err(|_| refused("is neither a URL nor a host"))?;
    let is_here = match url.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        None => return Err(refused("names no host")),
    };
    if !url.username().is_empty() || url.password().is_some() {
        return Err(refused("holds a user name or a password, which the API does not take"));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(refused("holds a query or a fragment"));
    }
    match url.scheme() {
        "https" => Ok(url),
        "http" if is_here => Ok(url),
        "http" => Err(refused("is another machine by plain http, which shows the token")),
        _ => Err(refused("is neither https nor http")),
    }
}

fn connection(
    url: &Url,
    authorities: Option<RootCertStore>,
) -> Result<reqwest::Client, Box<dyn Error + Send + Sync>> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let versions =
        ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    let config = match authorities {
        Some(authorities) => versions.with_root_certificates(authorities),
        None if url.scheme() == "https" => versions.with_platform_verifier()?,
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
            let problem = parse(address).unwrap_err().to_string();
            assert!(problem.starts_with("--upstream "), "{problem}");
            assert!(!problem.contains("s3cr3t"), "{problem}");
        }
        for address in ["platform.kore.ai", "https://h/gw/", "http://127.0.0.1:1", "http://[::1]"] {
            assert!(parse(address).is_ok(), "{address}");
        }
    }
}
