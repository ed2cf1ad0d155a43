//! The server: takes a request, passes it on, records the exchange, and gives the answer back.

use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use agentassist_conformance::Exchange;
use agentassist_conformance::exchange::{Body, Headers, Request, Response, Source, SourceKind};
use agentassist_conformance::recordings::Recorder;
use axum::Router;
use axum::body::{Bytes, to_bytes};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response as Answer};
use tokio::net::TcpListener;
use tokio::sync::Notify;

use super::upstream::{BODY_LIMIT, Forwarded, Reply, Upstream};
use crate::output;
use crate::signals::Interrupt;

/// How long a stopping proxy waits for requests that have begun.
const GRACE: Duration = Duration::from_secs(5);

#[derive(Debug)]
struct Proxy {
    upstream: Upstream,
    recorder: Recorder,
    /// Told when the recording cannot be written any more.
    failed: Notify,
}

/// Serves until somebody asks to stop, or until the recording cannot be written.
pub(crate) async fn serve(
    listener: TcpListener,
    upstream: Upstream,
    recorder: Recorder,
    interrupt: &Interrupt,
) -> io::Result<()> {
    let proxy = Arc::new(Proxy { upstream, recorder, failed: Notify::new() });
    let app = Router::new().fallback(handle).with_state(proxy.clone());
    let stop = Arc::new(Notify::new());
    let stopping = stop.clone();
    let serving = axum::serve(listener, app)
        .with_graceful_shutdown(async move { stopping.notified().await })
        .into_future();
    let out_of_patience = async {
        tokio::select! {
            () = interrupt.asked(1) => {}
            () = proxy.failed.notified() => {}
        }
        stop.notify_one();
        // A second request to stop is one to stop at once.
        tokio::select! {
            () = interrupt.asked(2) => {}
            () = tokio::time::sleep(GRACE) => {}
        }
    };
    tokio::select! {
        served = serving => served,
        () = out_of_patience => Ok(()),
    }
}

async fn handle(State(proxy): State<Arc<Proxy>>, request: axum::extract::Request) -> Answer {
    // In a task of its own: a caller that hangs up does not undo what the upstream has done.
    match tokio::spawn(pass(proxy, request)).await {
        Ok(answer) => answer,
        Err(_) => refuse(StatusCode::INTERNAL_SERVER_ERROR, "the exchange broke off"),
    }
}

async fn pass(proxy: Arc<Proxy>, request: axum::extract::Request) -> Answer {
    let (head, body) = request.into_parts();
    let Ok(body) = to_bytes(body, BODY_LIMIT).await else {
        let problem = format!("the body breaks off, or is longer than {} MiB", BODY_LIMIT >> 20);
        return refuse(StatusCode::PAYLOAD_TOO_LARGE, &problem);
    };
    let path = head.uri.path_and_query().map_or("", |path| path.as_str());
    let forwarded = Forwarded::new(head.method, path, &head.headers, body);
    let started = (SystemTime::now(), Instant::now());
    let reply = match proxy.upstream.send(&forwarded).await {
        Ok(reply) => reply,
        Err(error) => {
            // No answer of the API: told to the caller and on the terminal, not recorded.
            output::complain(&error);
            return refuse(error.status(), &error.to_string());
        }
    };
    let source = Source::new(SourceKind::Recorded).timed(started.0, started.1.elapsed());
    proxy.recorder.record(exchange(&proxy.upstream, &forwarded, &reply, source));
    if !proxy.recorder.is_whole() {
        proxy.failed.notify_one();
    }
    let Reply { status, headers, body } = reply;
    (status, headers, body).into_response()
}

/// An answer of the proxy itself, which says so.
fn refuse(status: StatusCode, problem: &str) -> Answer {
    let content_type = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    (status, content_type, format!("agentassist record: {problem}\n")).into_response()
}

fn exchange(upstream: &Upstream, sent: &Forwarded, reply: &Reply, source: Source) -> Exchange {
    let body = |bytes: &Bytes| Body::from_bytes(bytes);
    Exchange {
        request: Request {
            method: sent.method.to_string(),
            url: upstream.recorded_url(&sent.path),
            headers: recorded(&sent.headers),
            body: body(&sent.body),
        },
        response: Response {
            status: reply.status.as_u16(),
            headers: recorded(&reply.headers),
            body: body(&reply.body),
        },
        source: Some(source),
    }
}

fn recorded(headers: &HeaderMap) -> Headers {
    let text = |value: &[u8]| String::from_utf8_lossy(value).into_owned();
    headers.iter().map(|(name, value)| (name.as_str(), text(value.as_bytes()))).collect()
}
