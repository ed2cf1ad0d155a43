//! Which TLS the HTTP client uses, and whom it trusts.

use reqwest::ClientBuilder;

#[cfg(feature = "rustls")]
pub(super) use self::by_rustls::configure;
#[cfg(feature = "rustls")]
pub(crate) use self::by_rustls::connect_cause;
#[cfg(not(feature = "rustls"))]
pub(super) use self::otherwise::configure;
#[cfg(not(feature = "rustls"))]
pub(crate) use self::otherwise::connect_cause;
use crate::error::{BuildError, ConnectCause};

/// TLS by rustls with ring, with the certificates that the machine trusts.
#[cfg(feature = "rustls")]
mod by_rustls {
    use std::error::Error;
    use std::io;
    use std::sync::Arc;

    use rustls::pki_types::CertificateDer;
    use rustls::pki_types::pem::PemObject;
    use rustls::{CertificateError, ClientConfig, RootCertStore};
    use rustls_platform_verifier::Verifier;

    use super::{BuildError, ClientBuilder, ConnectCause};

    pub(crate) fn configure(
        builder: ClientBuilder,
        is_https: bool,
        root_certificates: &[Vec<u8>],
    ) -> Result<ClientBuilder, BuildError> {
        let roots = read(root_certificates)?;
        let failed = |error: rustls::Error| BuildError::Tls(Box::new(error));
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider.clone())
            .with_safe_default_protocol_versions()
            .map_err(failed)?;
        let config = if is_https {
            let verifier = Verifier::new_with_extra_roots(roots, provider).map_err(failed)?;
            config.dangerous().with_custom_certificate_verifier(Arc::new(verifier))
        } else {
            // Never used, as redirects are off; a machine without certificates can run the sandbox.
            config.with_root_certificates(RootCertStore::empty())
        };
        Ok(builder.tls_backend_preconfigured(config.with_no_client_auth()))
    }

    /// Reads texts in PEM, each with one certificate or more.
    fn read(texts: &[Vec<u8>]) -> Result<Vec<CertificateDer<'static>>, BuildError> {
        let mut roots = Vec::new();
        for text in texts {
            let before = roots.len();
            for certificate in CertificateDer::pem_slice_iter(text) {
                roots.push(certificate.map_err(|_| BuildError::RootCertificate)?);
            }
            if roots.len() == before {
                return Err(BuildError::RootCertificate);
            }
        }
        // A certificate that is none would be passed over in silence, and be missed much later.
        let mut store = RootCertStore::empty();
        for root in &roots {
            store.add(root.clone()).map_err(|_| BuildError::RootCertificate)?;
        }
        Ok(roots)
    }

    /// Why no connection came about.
    pub(crate) fn connect_cause(error: &reqwest::Error) -> ConnectCause {
        let mut next = error.source();
        while let Some(cause) = next {
            if let Some(rustls::Error::InvalidCertificate(problem)) = cause.downcast_ref() {
                return of_certificate(problem);
            }
            next = match cause.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
                // Its own source would be that of what it holds: one step too far.
                Some(held) => Some(held),
                None => cause.source(),
            };
        }
        ConnectCause::Unknown
    }

    fn of_certificate(problem: &CertificateError) -> ConnectCause {
        match problem {
            CertificateError::UnknownIssuer => ConnectCause::UntrustedCertificate,
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                ConnectCause::OtherHost
            }
            CertificateError::Expired
            | CertificateError::ExpiredContext { .. }
            | CertificateError::NotValidYet
            | CertificateError::NotValidYetContext { .. } => ConnectCause::CertificateTime,
            _ => ConnectCause::Certificate,
        }
    }
}

/// TLS by the operating system's own library, or none at all.
#[cfg(not(feature = "rustls"))]
mod otherwise {
    use super::{BuildError, ClientBuilder, ConnectCause};

    /// TLS by the operating system's own library.
    #[cfg(feature = "native-tls")]
    pub(crate) fn configure(
        builder: ClientBuilder,
        is_https: bool,
        root_certificates: &[Vec<u8>],
    ) -> Result<ClientBuilder, BuildError> {
        let mut roots = Vec::new();
        for text in root_certificates {
            let read = reqwest::Certificate::from_pem_bundle(text);
            let read = read.ok().filter(|read| !read.is_empty());
            roots.extend(read.ok_or(BuildError::RootCertificate)?);
        }
        let builder = if roots.is_empty() { builder } else { builder.tls_certs_merge(roots) };
        Ok(if is_https { builder.tls_backend_native() } else { builder })
    }

    /// No TLS at all: only a sandbox on this machine can be reached.
    #[cfg(not(feature = "native-tls"))]
    pub(crate) fn configure(
        builder: ClientBuilder,
        is_https: bool,
        _: &[Vec<u8>],
    ) -> Result<ClientBuilder, BuildError> {
        if is_https {
            return Err(BuildError::NoTls);
        }
        Ok(builder)
    }

    /// Why no connection came about: the system's libraries tell it in words of their own only.
    pub(crate) fn connect_cause(_: &reqwest::Error) -> ConnectCause {
        ConnectCause::Unknown
    }
}
