//! Recording in a stack of `tower` services: around a server, or in front of a client.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use http::{HeaderMap, Request, Response, Uri, header};
use http_body::Body;
use tower_layer::Layer;
use tower_service::Service;

use super::Recorder;
use super::seam::Asked;
use super::tee::Tee;

/// Records what passes through a service. Made by [`Recorder::layer`].
#[derive(Debug, Clone)]
pub struct RecordLayer {
    recorder: Recorder,
}

/// A service whose exchanges are recorded.
#[derive(Debug, Clone)]
pub struct RecordService<S> {
    inner: S,
    recorder: Recorder,
}

impl Recorder {
    /// A layer that records what passes through a `tower` service of HTTP messages: an axum
    /// router, or a client such as that of hyper-util. Bodies are copied while they pass.
    ///
    /// An exchange is written when the body of its answer is over. Put the layer where bodies are
    /// not compressed: what is compressed is not recorded.
    ///
    /// ```
    /// # tokio::runtime::Builder::new_current_thread().build()?.block_on(async {
    /// use agentassist_conformance::recordings::Recorder;
    /// use axum::{Json, Router, body::Body, routing::get};
    /// use http::Request;
    /// use tower_service::Service;
    ///
    /// let file = std::env::temp_dir().join(format!("layer-{}.ndjson", std::process::id()));
    /// let recorder = Recorder::create(&file)?;
    /// let page = serde_json::json!({"results": [], "skip": 0, "limit": 10, "hasMore": false,
    ///                               "totalPages": 0, "totalResults": 0});
    /// let mut app: Router = Router::new()
    ///     .route("/agentassist/api/v1/public/st-1/contacts", get(|| async { Json(page) }))
    ///     .layer(recorder.layer());
    /// let request = Request::get("/agentassist/api/v1/public/st-1/contacts").body(Body::empty())?;
    /// let answer = app.call(request).await?;
    /// axum::body::to_bytes(answer.into_body(), 1_000).await?;
    /// assert_eq!(recorder.counts().written, 1);
    /// # std::fs::remove_file(&file)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// # })?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn layer(&self) -> RecordLayer {
        RecordLayer { recorder: self.clone() }
    }

    /// One service around which everything is recorded, as [`Recorder::layer`] does it.
    #[must_use]
    pub fn service<S>(&self, inner: S) -> RecordService<S> {
        RecordService { inner, recorder: self.clone() }
    }
}

impl<S> RecordService<S> {
    /// The service within.
    pub fn get_ref(&self) -> &S {
        &self.inner
    }
}

impl<S> Layer<S> for RecordLayer {
    type Service = RecordService<S>;

    fn layer(&self, inner: S) -> RecordService<S> {
        self.recorder.service(inner)
    }
}

impl<S, A, B> Service<Request<A>> for RecordService<S>
where
    S: Service<Request<Tee<A>>, Response = Response<B>>,
    S::Future: Send + 'static,
    A: Body,
    B: Body,
{
    type Response = Response<Tee<B>>;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<A>) -> Self::Future {
        let (parts, body) = request.into_parts();
        let url = url(&parts.uri, &parts.headers);
        let (body, copy) = Tee::new(body, self.recorder.limit(&parts.method, &url));
        let asked = Asked {
            method: parts.method.clone(),
            url,
            headers: parts.headers.clone(),
            body: copy,
            lacks_headers: false,
            started: (self.recorder.clock)(),
        };
        let answering = self.inner.call(Request::from_parts(parts, body));
        let recorder = self.recorder.clone();
        Box::pin(async move {
            let answer = answering.await?;
            Ok(recorder.follow(asked, answer))
        })
    }
}

/// The URL of a request; a server is asked for a path on a host that its header names.
fn url(uri: &Uri, headers: &HeaderMap) -> String {
    if uri.authority().is_some() {
        return uri.to_string();
    }
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    format!("http://{}{path}", host.unwrap_or("localhost"))
}
