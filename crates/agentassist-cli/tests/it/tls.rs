//! A host that speaks TLS, with a certificate of an authority that only these tests know.
//!
//! The certificates are those of the client's tests; that of the host is for `localhost`.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// Where one of the certificates is.
macro_rules! certificate {
    ($name:literal) => {
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/it/faults/certificates/", $name)
    };
}

/// The authority, in PEM form.
pub(crate) const AUTHORITY: &str = include_str!(certificate!("authority.pem"));

/// Starts a host that answers every request with this body of JSON; returns its address. It ends
/// with the test's process.
pub(crate) fn answering(body: &str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let length = body.len();
    let answer = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\
         content-length: {length}\r\n\r\n{body}"
    );
    let config = Arc::new(config());
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            // Who does not trust the certificate hangs up.
            let _ = answer_one(stream, &config, answer.as_bytes());
        }
    });
    format!("https://localhost:{}", address.port())
}

fn config() -> ServerConfig {
    let certificate = CertificateDer::from_pem_slice(include_bytes!(certificate!("localhost.pem")));
    let key = PrivateKeyDer::from_pem_slice(include_bytes!(certificate!("localhost.key")));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.unwrap()], key.unwrap())
        .unwrap()
}

fn answer_one(stream: TcpStream, config: &Arc<ServerConfig>, answer: &[u8]) -> std::io::Result<()> {
    let connection = ServerConnection::new(config.clone()).map_err(std::io::Error::other)?;
    let mut stream = BufReader::new(StreamOwned::new(connection, stream));
    let (mut line, mut length) = (String::new(), 0);
    while stream.read_line(&mut line)? > 2 {
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or_default();
        }
        line.clear();
    }
    stream.read_exact(&mut vec![0; length])?;
    let stream = stream.get_mut();
    stream.write_all(answer)?;
    stream.conn.send_close_notify();
    stream.flush()
}
