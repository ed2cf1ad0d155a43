//! A caller with no more knowledge of HTTP than a test needs: what it sends is what stands there.

use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use agentassist_sandbox::{Sandbox, SandboxBuilder, SteppingClock};
use chrono::{DateTime, TimeDelta, Utc};
use jwt_compact::alg::{Hs256, Hs256Key};
use jwt_compact::{AlgorithmExt, Claims, Header};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// The moment at which the sandboxes of the tests start; each request is a second later.
pub(crate) const START: &str = "2026-02-01T12:00:00Z";

pub(crate) fn builder() -> SandboxBuilder {
    let clock = SteppingClock::new(start(), TimeDelta::seconds(1));
    Sandbox::builder().clock(Arc::new(clock))
}

pub(crate) fn start() -> DateTime<Utc> {
    START.parse().unwrap()
}

pub(crate) async fn sandbox() -> Sandbox {
    builder().start().await.unwrap()
}

/// An answer, its body as JSON.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: String,
    pub(crate) body: Value,
}

impl Answer {
    /// The one error of the platform's envelope, with the status.
    pub(crate) fn error(&self) -> (u16, i64, &str) {
        let [error] = self.body["errors"].as_array().unwrap().as_slice() else {
            panic!("one error is expected: {self:?}")
        };
        assert_eq!(self.body.as_object().unwrap().len(), 1, "{self:?}");
        (self.status, error["code"].as_i64().unwrap(), error["msg"].as_str().unwrap())
    }
}

/// A request that has the headers of the first tenant until a test says otherwise.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    address: SocketAddr,
    method: &'static str,
    path: String,
    headers: Vec<(String, String)>,
    body: Option<Vec<u8>>,
}

/// A call of the first tenant to a path below `/agentassist/api/v1/public/{streamId}`.
pub(crate) fn call(sandbox: &Sandbox, method: &'static str, below_stream: &str) -> Call {
    let credentials = sandbox.credentials();
    raw(
        sandbox,
        method,
        &format!("/agentassist/api/v1/public/{}{below_stream}", credentials.stream_id),
    )
    .header("auth", credentials.token.expose())
    .header("accountId", credentials.account_id.as_str())
}

/// A call without any header.
pub(crate) fn raw(sandbox: &Sandbox, method: &'static str, path: &str) -> Call {
    Call {
        address: sandbox.address(),
        method,
        path: path.to_owned(),
        headers: Vec::new(),
        body: None,
    }
}

impl Call {
    /// Sets a header, in the place of one of the same name.
    pub(crate) fn header(self, name: &str, value: &str) -> Self {
        let mut call = self.without(name);
        call.headers.push((name.to_owned(), value.to_owned()));
        call
    }

    pub(crate) fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(present, _)| present != name);
        self
    }

    pub(crate) fn json(self, body: &Value) -> Self {
        self.header("Content-Type", "application/json").body(body.to_string())
    }

    pub(crate) fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some(body.into());
        self
    }

    pub(crate) async fn send(self) -> Answer {
        let Self { method, path, .. } = &self;
        let mut head = vec![format!("{method} {path} HTTP/1.1"), "Host: sandbox".to_owned()];
        head.push("Connection: close".to_owned());
        head.extend(self.headers.iter().map(|(name, value)| format!("{name}: {value}")));
        head.extend(self.body.iter().map(|body| format!("Content-Length: {}", body.len())));
        let head = head.join("\r\n") + "\r\n\r\n";
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(head.as_bytes()).await.unwrap();
        // A body that is too large may be refused before all of it is sent.
        let _ = stream.write_all(self.body.as_deref().unwrap_or_default()).await;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
        let answer = String::from_utf8(answer).unwrap();
        let (headers, body) = answer.split_once("\r\n\r\n").unwrap();
        Answer {
            status: headers.split(' ').nth(1).unwrap().parse().unwrap(),
            headers: headers.to_lowercase(),
            body: serde_json::from_str(body).unwrap_or_else(|_| json!({ "text": body })),
        }
    }
}

/// Signs a token with these claims, by any secret.
pub(crate) fn signed(secret: &str, claims: Value) -> String {
    Hs256.token(&Header::empty(), &Claims::new(claims), &Hs256Key::new(secret)).unwrap()
}

/// The first tenant's contacts as they are listed, up to 100.
pub(crate) async fn listed(sandbox: &Sandbox) -> Vec<Value> {
    let page = call(sandbox, "GET", "/contacts?limit=100").send().await;
    assert_eq!(page.status, 200, "{page:?}");
    page.body["results"].as_array().unwrap().clone()
}

/// A folder of its own for a test, removed at the end.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("agentassist-sandbox-{}-{count}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        // Left over from a process of the same number.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir(&folder).unwrap();
        Self(folder)
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
