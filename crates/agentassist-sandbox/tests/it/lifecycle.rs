//! Starting and stopping.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use agentassist_sandbox::{Sandbox, StartError, app, samples};
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

use crate::client::{builder, call, listed, sandbox};

#[tokio::test]
async fn a_sandbox_listens_on_loopback_unless_told_otherwise() {
    let sandbox = sandbox().await;
    assert!(sandbox.address().ip().is_loopback());
    assert_eq!(sandbox.base_url(), format!("http://{}", sandbox.address()));
}

#[tokio::test]
async fn after_a_shutdown_nobody_listens() {
    let sandbox = sandbox().await;
    let (address, stopped) = (sandbox.address(), sandbox.stopped());
    sandbox.shutdown().await.unwrap();
    stopped.await;
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn dropping_a_sandbox_stops_it() {
    let sandbox = sandbox().await;
    let (address, stopped) = (sandbox.address(), sandbox.stopped());
    drop(sandbox);
    stopped.await;
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn an_idle_connection_does_not_keep_a_sandbox_from_stopping() {
    let sandbox = sandbox().await;
    let mut idle = TcpStream::connect(sandbox.address()).await.unwrap();
    idle.write_all(b"GET / HTTP/1.1\r\nHost: sandbox\r\n\r\n").await.unwrap();
    let mut answer = [0; 12];
    idle.read_exact(&mut answer).await.unwrap();
    assert_eq!(&answer, b"HTTP/1.1 404");
    // Less than the patience that a sandbox has with requests that have begun.
    timeout(Duration::from_secs(4), sandbox.shutdown()).await.unwrap().unwrap();
}

#[tokio::test]
async fn a_request_that_has_begun_is_answered_before_the_sandbox_stops() {
    let sandbox = Arc::new(sandbox().await);
    let credentials = sandbox.credentials();
    let body = r#"{"firstName":"jane"}"#;
    let head = format!(
        "PUT /agentassist/api/v1/public/{}/contacts/{} HTTP/1.1\r\nHost: sandbox\r\n\
         accountId: {}\r\nauth: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
         Expect: 100-continue\r\n\r\n",
        credentials.stream_id,
        samples::LISTED_CONTACT,
        credentials.account_id,
        credentials.token.expose(),
        body.len(),
    );
    let mut stream = TcpStream::connect(sandbox.address()).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    // The sandbox asks for the body: it has begun with the request.
    let mut proceed = [0; 25];
    stream.read_exact(&mut proceed).await.unwrap();
    assert_eq!(&proceed, b"HTTP/1.1 100 Continue\r\n\r\n");
    let sandbox = Arc::into_inner(sandbox).unwrap();
    let shutdown = tokio::spawn(sandbox.shutdown());
    stream.write_all(body.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.contains(r#""fullName":"jane doe_1""#), "{answer}");
    shutdown.await.unwrap().unwrap();
}

#[tokio::test]
async fn a_request_that_never_ends_does_not_keep_a_sandbox_from_stopping() {
    let sandbox = sandbox().await;
    let mut stalled = TcpStream::connect(sandbox.address()).await.unwrap();
    stalled.write_all(b"GET / HTTP/1.1\r\nHost: sand").await.unwrap();
    // Another request answered afterwards says that the stalled one has been accepted.
    assert_eq!(listed(&sandbox).await.len(), 30);
    // The seconds of patience pass at once.
    tokio::time::pause();
    timeout(Duration::from_mins(1), sandbox.shutdown()).await.unwrap().unwrap();
}

#[tokio::test]
async fn an_address_in_use_is_an_error_that_names_it() {
    let taken = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address: SocketAddr = taken.local_addr().unwrap();
    let error = builder().listen(address).start().await.unwrap_err();
    assert!(matches!(error, StartError::Listen { .. }), "{error:?}");
    assert!(error.to_string().contains(&address.to_string()), "{error}");
}

#[tokio::test]
async fn sandboxes_side_by_side_share_nothing() {
    let (first, second) = (sandbox().await, sandbox().await);
    let path = format!("/contacts/{}", samples::LISTED_CONTACT);
    let update = call(&first, "PUT", &path).json(&json!({"firstName": "jane"}));
    assert_eq!(update.send().await.status, 200);
    assert_eq!(listed(&first).await[1]["firstName"], "jane");
    assert_eq!(listed(&second).await[1]["firstName"], "john");
}

#[tokio::test]
async fn the_router_can_be_served_by_somebody_else() {
    let state = Sandbox::builder().state().await.unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(async move { axum::serve(listener, app(state)).await });
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(b"GET / HTTP/1.0\r\n\r\n").await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.contains("404 Not Found"), "{answer}");
    server.abort();
}
