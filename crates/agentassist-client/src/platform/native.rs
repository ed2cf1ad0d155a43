//! An operating system: Tokio's timers and tasks, and connections of the client's own.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use reqwest::redirect::Policy;
use reqwest::{Client, Response};
use tokio::task::JoinHandle;
pub(crate) use tokio::time::{Instant, sleep, sleep_until, timeout};

use super::tls;
pub(crate) use super::tls::connect_cause;
use crate::engine::Reply;
use crate::error::BuildError;
use crate::generated::Error;
use crate::generated::types::ErrorBody;

/// A boxed future: one that threads may hand on, except in a browser, where there are none.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// [`Send`], except in a browser: there, nothing has to be.
pub trait MaybeSend: Send {}

impl<T: Send + ?Sized> MaybeSend for T {}

/// The present time of day.
pub(crate) fn now() -> SystemTime {
    SystemTime::now()
}

/// Sets up what sends requests. It follows no redirect and repeats nothing.
pub(crate) fn http_client(
    is_https: bool,
    is_this_machine: bool,
    connect_timeout: Duration,
    root_certificates: &[Vec<u8>],
) -> Result<Client, BuildError> {
    let mut builder = tls::configure(Client::builder(), is_https, root_certificates)?;
    if is_this_machine {
        // A proxy that the environment names is for other machines: it would ask itself.
        builder = builder.no_proxy();
    }
    builder
        .connect_timeout(connect_timeout)
        // A token must not follow a redirect to another host.
        .redirect(Policy::none())
        // Repeats are the engine's: a token may be good for one use only.
        .retry(reqwest::retry::never())
        .user_agent(concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")))
        .build()
        .map_err(BuildError::HttpClient)
}

/// Whether the API cannot have seen a request that failed so.
pub(crate) fn never_left(error: &reqwest::Error) -> bool {
    error.is_connect() || error.is_builder()
}

/// The body of an answer, piece by piece.
pub(crate) struct Body(Response);

impl Body {
    pub(crate) fn of(response: Response) -> Self {
        Self(response)
    }

    pub(crate) async fn chunk(&mut self) -> reqwest::Result<Option<Bytes>> {
        self.0.chunk().await
    }
}

/// An answer that the document does not name, as reqwest has it. Its URL, which holds ids, is left
/// out.
pub(crate) fn unexpected(reply: Reply) -> Error<ErrorBody> {
    let mut response = http::Response::new(reply.body);
    *response.status_mut() = reply.status;
    *response.headers_mut() = reply.headers;
    Error::UnexpectedResponse(Response::from(response))
}

/// Work that goes on by itself; dropping this stops it.
pub(crate) struct Task<T>(JoinHandle<T>);

/// Starts work that goes on by itself.
pub(crate) fn spawn<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> Task<T> {
    Task(tokio::task::spawn(work))
}

impl<T> Future for Task<T> {
    /// `None` when the runtime shuts down. A panic of the work goes on here.
    type Output = Option<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T>> {
        Poll::Ready(match ready!(Pin::new(&mut self.0).poll(context)) {
            Ok(outcome) => Some(outcome),
            Err(stopped) => match stopped.try_into_panic() {
                Ok(panic) => std::panic::resume_unwind(panic),
                Err(_) => None,
            },
        })
    }
}

impl<T> Drop for Task<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}
