//! Authorities whose certificates are trusted, from a file that the user names.

use std::fs::File;
use std::path::Path;

use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

use crate::exit::Failure;
use crate::files;

/// No file of certificates is longer, in bytes: those of a whole machine take a quarter of it.
const MOST: u64 = 1024 * 1024;

/// What a file of certificates holds, read and understood.
#[derive(Debug)]
pub(crate) struct Authorities {
    /// The file as it is: the client takes it so.
    pub(crate) pem: Vec<u8>,
    pub(crate) store: RootCertStore,
}

impl Authorities {
    /// Reads a file in PEM form with one certificate or more.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, is longer than a mebibyte, or holds anything that is no
    /// certificate of an authority. None of its content is shown.
    pub(crate) fn read(path: &Path) -> Result<Self, Failure> {
        let what = || format!("cannot use the certificates in {}", path.display());
        let pem = File::open(path).and_then(|file| files::read_bytes(file, MOST));
        let pem = pem.map_err(|error| Failure::outside(what(), error))?;
        let store = understand(&pem).map_err(|problem| Failure::outside(what(), problem))?;
        Ok(Self { pem, store })
    }
}

/// The libraries' own errors speak of a peer, and of bytes by their numbers.
fn understand(pem: &[u8]) -> Result<RootCertStore, &'static str> {
    let mut store = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(pem) {
        let certificate = certificate.map_err(|_| "it is cut off, or not PEM throughout")?;
        store.add(certificate).map_err(|_| "one of them cannot be read")?;
    }
    if store.is_empty() {
        return Err("it holds no certificate in PEM form");
    }
    Ok(store)
}
