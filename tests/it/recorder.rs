//! Recording in a Rust program: a layer around the sandbox, and a seam before a client.

use std::io::{self, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use agentassist_conformance::exchange::MessagePart;
use agentassist_conformance::recordings::{self, Recorder};
use agentassist_conformance::{Exchange, Judge, Report, assert_conforms};
use agentassist_sandbox::{Credentials, Sandbox, app};
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{Request, Response};
use axum::response::Redirect;
use axum::routing::any;
use tower_service::Service;

/// A sink whose bytes can be looked at.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Lines {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }

    fn exchanges(&self) -> Vec<Exchange> {
        recordings::read(self.text().as_bytes()).unwrap()
    }
}

/// A recorder and what it has written.
fn recorder() -> (Recorder, Lines) {
    let lines = Lines::default();
    (Recorder::new(lines.clone()), lines)
}

/// The router of a sandbox, with the credentials for it.
async fn sandbox() -> (Router, Credentials) {
    // Every sandbox takes the same credentials.
    let credentials = Sandbox::builder().start().await.unwrap().credentials().clone();
    (app(Sandbox::builder().state().await.unwrap()), credentials)
}

/// A client; that it needs a provider of TLS to be made is no matter of the recorder.
fn client() -> reqwest::Client {
    // Another test may have been first.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::new()
}

/// The calls that a client makes: method, what follows `/contacts`, and body.
const CALLS: &[(&str, &str, &str)] = &[
    ("GET", "?skip=0&limit=2", ""),
    ("PUT", "/667e48f7c8b972fc691xxxxx", r#"{"firstName": "Canarina", "lastName": "King"}"#),
    ("DELETE", "/bulk-delete", r#"{"ids": ["667e48f7c8b972fc691xxxxx"]}"#),
    ("DELETE", "/nobody", ""),
];

#[tokio::test]
async fn a_layer_around_a_server_records_what_conforms_without_secrets() {
    let (app, credentials) = sandbox().await;
    let (recorder, lines) = recorder();
    let mut app = app.layer(recorder.layer());
    for (method, rest, body) in CALLS {
        let path = format!("/agentassist/api/v1/public/{}/contacts{rest}", credentials.stream_id);
        let request = Request::builder()
            .method(*method)
            .uri(path)
            .header("host", "sandbox")
            .header("auth", credentials.token.expose())
            .header("accountId", credentials.account_id.to_string())
            .header("content-type", "application/json")
            .body(Body::from(*body))
            .unwrap();
        let answer = app.call(request).await.unwrap();
        to_bytes(Body::new(answer.into_body()), 1 << 20).await.unwrap();
    }
    recorder.finish().unwrap();
    assert_eq!(recorder.counts().written, CALLS.len());
    let text = lines.text();
    for gone in [credentials.token.expose(), "Canarina", "john", "95501"] {
        assert!(!text.contains(gone), "{gone} is in {text}");
    }
    let exchanges = lines.exchanges();
    assert_conforms!(exchanges);
    assert!(exchanges[0].request.url.starts_with("http://sandbox/agentassist/"));
    assert_eq!(exchanges[1].request.body.json().unwrap()["firstName"], "name-4");
}

#[tokio::test]
async fn calls_that_overlap_can_be_told_by_their_times() {
    let (recorder, lines) = recorder();
    // A clock that shows a second more whenever it is looked at.
    let seconds = AtomicU64::new(1 << 30);
    let now = move || {
        SystemTime::UNIX_EPOCH + Duration::from_secs(seconds.fetch_add(1, Ordering::Relaxed))
    };
    let answer = any(|| async {
        tokio::task::yield_now().await;
        "{}"
    });
    let app = Router::new().fallback_service(answer).layer(recorder.clock(now).layer());
    let call = || async {
        let path = "/agentassist/api/v1/public/st-1/contacts";
        let request = Request::get(path).body(Body::empty()).unwrap();
        let answer = app.clone().call(request).await.unwrap();
        to_bytes(Body::new(answer.into_body()), 1 << 20).await.unwrap()
    };
    tokio::join!(call(), call());
    let times = lines.exchanges().into_iter().map(|exchange| {
        let source = exchange.source.unwrap();
        (source.started.unwrap(), source.milliseconds.unwrap())
    });
    let mut times: Vec<_> = times.collect();
    times.sort();
    let started: Vec<_> = times.iter().map(|(started, _)| &**started).collect();
    assert_eq!(started, ["2004-01-10T13:37:04.000Z", "2004-01-10T13:37:05.000Z"]);
    assert!(times[0].1 > 1_000, "{times:?}");
}

#[tokio::test]
async fn a_seam_before_a_client_records_the_same() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let credentials = sandbox.credentials().clone();
    let (recorder, lines) = recorder();
    let client = client();
    for (method, rest, body) in CALLS {
        let base = sandbox.base_url();
        let url =
            format!("{base}/agentassist/api/v1/public/{}/contacts{rest}", credentials.stream_id);
        let request = client
            .request(method.parse().unwrap(), &url)
            .header("auth", credentials.token.expose())
            .header("accountId", credentials.account_id.to_string())
            .header("content-type", "application/json")
            .body(*body);
        let answer = recorder.send(request).await.unwrap();
        assert_eq!(answer.url().as_str(), url);
        assert!(!answer.bytes().await.unwrap().is_empty());
    }
    recorder.finish().unwrap();
    assert!(!lines.text().contains(credentials.token.expose()));
    let exchanges = lines.exchanges();
    assert_eq!(exchanges.len(), CALLS.len());
    assert_conforms!(exchanges);
    assert!(exchanges.iter().all(|it| it.lacks(MessagePart::RequestHeaders)));
    assert!(!exchanges.iter().any(|it| it.lacks(MessagePart::RequestBody)));
}

const PATH: &str = "/agentassist/api/v1/public/st-1/contacts";

/// Sends a request with a body of some bytes to a handler that does not read it.
async fn call(recorder: &Recorder, answer: &'static str, sent: usize) -> Response<Body> {
    let answer = move || async move { ([("content-type", "application/json")], answer) };
    let mut app: Router = Router::new().fallback(any(answer)).layer(recorder.layer());
    let body = Body::from(Bytes::from(vec![b' '; sent]));
    app.call(Request::get(PATH).body(body).unwrap()).await.unwrap().map(Body::new)
}

#[tokio::test]
async fn what_did_not_pass_to_its_end_is_said_not_to_be_recorded() {
    let (recorder, lines) = recorder();
    let recorder = recorder.body_limit(8);
    // Nobody reads the answer, nobody reads the request, and an answer is too long to be kept.
    drop(call(&recorder, "[1, 2]", 0).await);
    to_bytes(call(&recorder, "[1, 2]", 5).await.into_body(), 99).await.unwrap();
    to_bytes(call(&recorder, "[1, 2, 3]", 0).await.into_body(), 99).await.unwrap();
    to_bytes(call(&recorder, "", 0).await.into_body(), 99).await.unwrap();
    let unrecorded: Vec<Vec<_>> = lines
        .exchanges()
        .into_iter()
        .map(|exchange| exchange.source.unwrap().unrecorded.into_iter().collect())
        .collect();
    let expected = [
        vec![MessagePart::ResponseBody],
        vec![MessagePart::RequestBody],
        vec![MessagePart::ResponseBody],
        vec![],
    ];
    assert_eq!(unrecorded, expected);
    let mut report = Report::default();
    for (index, exchange) in lines.exchanges().iter().take(3).enumerate() {
        report.add("a", index + 1, Judge::default().judge(exchange));
    }
    assert!(!report.findings.iter().any(|it| it.finding.message.contains("no body")));
}

#[tokio::test]
async fn an_answer_that_comes_by_a_redirect_is_no_answer_to_the_request() {
    let away = || async { Redirect::temporary("/elsewhere") };
    let app: Router = Router::new().route(PATH, any(away)).fallback(|| async { "from elsewhere" });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });
    let (recorder, lines) = recorder();
    let answer = recorder.send(client().get(base + PATH)).await.unwrap();
    assert_eq!(answer.text().await.unwrap(), "from elsewhere");
    assert_eq!(lines.text(), "");
    assert_eq!(recorder.counts().set_aside, 1);
}
