//! The server: takes a request, and gives back what the upstream answers while it is recorded.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use agentassist_conformance::recordings::{RecordService, Recorder};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::sync::Notify;
use tower_service::Service;

use super::upstream::Upstream;
use crate::output;
use crate::signals::Interrupt;

/// How long a stopping proxy waits for requests that have begun.
const GRACE: Duration = Duration::from_secs(5);

/// The upstream, and what records around it.
type Recorded = RecordService<Upstream>;

/// Serves until somebody asks to stop, or until the recording cannot be written.
pub(crate) async fn serve(
    listener: TcpListener,
    upstream: Upstream,
    recorder: Recorder,
    interrupt: &Interrupt,
) -> io::Result<()> {
    let failed = Arc::new(Notify::new());
    let failing = failed.clone();
    let recorder = recorder.on_failure(move || failing.notify_one());
    let service: Recorded = recorder.service(upstream);
    let app = Router::new().fallback(handle).with_state(service);
    let stop = Arc::new(Notify::new());
    let stopping = stop.clone();
    let serving = axum::serve(listener, app)
        .with_graceful_shutdown(async move { stopping.notified().await })
        .into_future();
    let out_of_patience = async {
        tokio::select! {
            () = interrupt.asked(1) => {}
            () = failed.notified() => {}
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

async fn handle(State(service): State<Recorded>, request: Request) -> Response {
    // In a task of its own: a caller that hangs up does not undo what the upstream has done.
    match tokio::spawn(pass(service, request)).await {
        Ok(answer) => answer,
        Err(_) => refuse(StatusCode::INTERNAL_SERVER_ERROR, "the exchange broke off"),
    }
}

/// Passes a request on, as it is recorded, and the answer back.
async fn pass(mut service: Recorded, request: Request) -> Response {
    let request = match service.get_ref().address(request) {
        Ok(request) => request,
        Err(error) => return refuse(error.status(), &error.to_string()),
    };
    match service.call(request).await {
        Ok(answer) => answer.map(Body::new),
        Err(error) => {
            // No answer of the API: told to the caller and on the terminal, not recorded.
            output::complain(&error);
            refuse(error.status(), &error.to_string())
        }
    }
}

/// An answer of the proxy itself, which says so.
fn refuse(status: StatusCode, problem: &str) -> Response {
    let content_type = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    (status, content_type, format!("agentassist record: {problem}\n")).into_response()
}
