//! Takes requests, one for each connection, and hands each to the test.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

use super::tls::{Certificate, acceptor};

/// How the server reacts to a request.
#[derive(Debug, Clone)]
pub(crate) enum Reply {
    /// It writes these bytes and closes.
    Bytes(Vec<u8>),
    /// It writes these bytes and resets the connection.
    ThenReset(Vec<u8>),
    /// It writes nothing and keeps the connection open.
    Stall,
    /// It writes these bytes, and then one more now and then, without an end.
    Trickle(Vec<u8>),
    /// It announces a body of so many bytes and writes them as fast as they are taken.
    Flood(u64),
}

/// A request as it came.
#[derive(Debug, Clone)]
pub(crate) struct Received {
    pub(crate) method: String,
    /// Path and query.
    pub(crate) target: String,
    /// The headers, their names in lower case.
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: String,
}

impl Received {
    /// The number that the query gives a name, if it does.
    pub(crate) fn number(&self, name: &str) -> Option<usize> {
        let (_, query) = self.target.split_once('?')?;
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.filter(|(known, _)| *known == name).find_map(|(_, value)| value.parse().ok())
    }
}

/// A running server. Dropping it stops it.
#[derive(Debug)]
pub(crate) struct FaultServer {
    base_url: String,
    received: Arc<Mutex<Vec<Received>>>,
    written: Arc<AtomicU64>,
    accepting: JoinHandle<()>,
}

impl FaultServer {
    /// Starts a server that replies in this order; the last reply is for all further requests.
    pub(crate) async fn replying(replies: Vec<Reply>) -> Self {
        Self::start(None, in_order(replies)).await
    }

    /// Does the same by TLS, at `https://localhost`.
    pub(crate) async fn replying_by_tls(certificate: Certificate, replies: Vec<Reply>) -> Self {
        Self::start(Some(acceptor(certificate)), in_order(replies)).await
    }

    /// Starts a server that asks a function how to react to each request.
    pub(crate) async fn answering(
        reply: impl Fn(&Received) -> Reply + Send + Sync + 'static,
    ) -> Self {
        Self::start(None, reply).await
    }

    async fn start(
        tls: Option<TlsAcceptor>,
        reply: impl Fn(&Received) -> Reply + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base_url = match (&tls, listener.local_addr().unwrap()) {
            (None, address) => format!("http://{address}"),
            (Some(_), address) => format!("https://localhost:{}", address.port()),
        };
        let received = Arc::new(Mutex::new(Vec::new()));
        let written = Arc::new(AtomicU64::new(0));
        let reply = Arc::new(reply);
        let (kept, count) = (received.clone(), written.clone());
        let accepting = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (kept, count, reply) = (kept.clone(), count.clone(), reply.clone());
                let tls = tls.clone();
                tokio::spawn(async move {
                    let mut stream: Box<dyn Connection> = match tls {
                        None => Box::new(stream),
                        // A client that does not like the certificate goes away.
                        Some(tls) => match tls.accept(stream).await {
                            Ok(stream) => Box::new(stream),
                            Err(_) => return,
                        },
                    };
                    let Some(request) = read(&mut stream).await else { return };
                    let reply = reply(&request);
                    kept.lock().unwrap().push(request);
                    // The client may have gone away, which is what some tests are about.
                    let _ = react(stream, reply, &count).await;
                });
            }
        });
        Self { base_url, received, written, accepting }
    }

    pub(crate) fn base_url(&self) -> String {
        self.base_url.clone()
    }

    /// The requests that came so far.
    pub(crate) fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }

    /// How many bytes of floods were taken.
    pub(crate) fn written(&self) -> u64 {
        self.written.load(Ordering::Relaxed)
    }
}

impl Drop for FaultServer {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

/// An address that refuses connections.
pub(crate) async fn nobody_listens() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    format!("http://{}", listener.local_addr().unwrap())
}

/// What a server can do with a connection, with TLS or without.
pub(super) trait Connection: AsyncRead + AsyncWrite + Send + Unpin {
    /// Makes the end of the connection a reset.
    fn reset(&self) -> std::io::Result<()>;
}

impl Connection for TcpStream {
    fn reset(&self) -> std::io::Result<()> {
        self.set_zero_linger()
    }
}

fn in_order(replies: Vec<Reply>) -> impl Fn(&Received) -> Reply {
    let next = AtomicU64::new(0);
    move |_| {
        let index = usize::try_from(next.fetch_add(1, Ordering::Relaxed)).unwrap();
        replies[index.min(replies.len() - 1)].clone()
    }
}

/// Reads a request; `None` when the client closes before it is whole.
async fn read(stream: &mut Box<dyn Connection>) -> Option<Received> {
    let mut bytes = Vec::new();
    let head_end = loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break end;
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let head = String::from_utf8_lossy(&bytes[..head_end]).into_owned();
    let mut lines = head.lines();
    let mut first = lines.next()?.split(' ');
    let (method, target) = (first.next()?.to_owned(), first.next()?.to_owned());
    let headers: BTreeMap<_, _> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let length = headers.get("content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
    while bytes.len() < head_end + 4 + length {
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    }
    let body = String::from_utf8_lossy(&bytes[head_end + 4..]).into_owned();
    Some(Received { method, target, headers, body })
}

async fn react(
    mut stream: Box<dyn Connection>,
    reply: Reply,
    written: &AtomicU64,
) -> std::io::Result<()> {
    match reply {
        Reply::Bytes(bytes) => stream.write_all(&bytes).await?,
        Reply::ThenReset(bytes) => {
            stream.write_all(&bytes).await?;
            stream.reset()?;
        }
        Reply::Stall => std::future::pending().await,
        Reply::Trickle(bytes) => {
            stream.write_all(&bytes).await?;
            loop {
                stream.write_all(b" ").await?;
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
        Reply::Flood(length) => {
            let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n");
            stream.write_all(head.as_bytes()).await?;
            let block = vec![b' '; 65_536];
            while written.load(Ordering::Relaxed) < length {
                let taken = stream.write(&block).await?;
                written.fetch_add(taken as u64, Ordering::Relaxed);
            }
        }
    }
    stream.shutdown().await
}
