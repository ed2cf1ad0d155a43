//! Certificates for a server on loopback, of an authority that nobody trusts unasked.

use std::sync::Arc;

use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::server::TlsStream;

use super::server::Connection;

/// The authority that issued the certificates.
pub(crate) const AUTHORITY: &str = include_str!("certificates/authority.pem");

/// A certificate for the name `localhost`.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Certificate {
    /// It holds.
    Valid,
    /// It held until 2020.
    Expired,
}

/// What speaks TLS with this certificate.
pub(super) fn acceptor(certificate: Certificate) -> TlsAcceptor {
    let chain = match certificate {
        Certificate::Valid => include_bytes!("certificates/localhost.pem").as_slice(),
        Certificate::Expired => include_bytes!("certificates/expired.pem").as_slice(),
    };
    let chain = vec![CertificateDer::from_pem_slice(chain).unwrap()];
    let key = PrivateKeyDer::from_pem_slice(include_bytes!("certificates/localhost.key")).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .unwrap();
    TlsAcceptor::from(Arc::new(config))
}

impl Connection for TlsStream<TcpStream> {
    fn reset(&self) -> std::io::Result<()> {
        self.get_ref().0.set_zero_linger()
    }
}
