//! A browser, or another host of WebAssembly with `fetch` and `setTimeout`: one thread, and
//! connections that are not the client's own.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::{Context, Poll};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use futures_core::Stream;
use gloo_timers::future::TimeoutFuture;
use reqwest::{Client, Response};
use tokio::sync::oneshot;
pub(crate) use web_time::Instant;

use crate::engine::Reply;
use crate::error::{BuildError, ConnectCause};
use crate::generated::Error;
use crate::generated::types::ErrorBody;

/// The longest time that is left to one timer: they hold 2³¹ ms, which is 24 days.
const LONGEST_TIMER: Duration = Duration::from_hours(24);

/// A boxed future: one that threads may hand on, except in a browser, where there are none.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// [`Send`], except in a browser: there, nothing has to be.
pub trait MaybeSend {}

impl<T: ?Sized> MaybeSend for T {}

/// The present time of day.
pub(crate) fn now() -> SystemTime {
    let since_1970 = web_time::SystemTime::now().duration_since(web_time::UNIX_EPOCH);
    SystemTime::UNIX_EPOCH + since_1970.unwrap_or_default()
}

/// Waits.
pub(crate) async fn sleep(duration: Duration) {
    let mut left = duration;
    while !left.is_zero() {
        let step = left.min(LONGEST_TIMER);
        let millis = step.as_nanos().div_ceil(1_000_000);
        TimeoutFuture::new(u32::try_from(millis).unwrap_or(u32::MAX)).await;
        left -= step;
    }
}

/// Waits until then.
pub(crate) async fn sleep_until(instant: Instant) {
    sleep(instant.saturating_duration_since(Instant::now())).await;
}

/// The time for some work was over.
pub(crate) struct Elapsed;

/// Does some work, for so long at most.
pub(crate) async fn timeout<F: Future>(limit: Duration, work: F) -> Result<F::Output, Elapsed> {
    let (mut work, mut timer) = (pin!(work), pin!(sleep(limit)));
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(outcome) => Poll::Ready(Ok(outcome)),
        Poll::Pending => timer.as_mut().poll(context).map(|()| Err(Elapsed)),
    })
    .await
}

/// Sets up what sends requests: the browser, by its own rules.
pub(crate) fn http_client(
    _: bool,
    _: bool,
    _: Duration,
    _: &[Vec<u8>],
) -> Result<Client, BuildError> {
    Client::builder().build().map_err(BuildError::HttpClient)
}

/// Whether the API cannot have seen a request that failed so. A browser does not tell.
pub(crate) fn never_left(error: &reqwest::Error) -> bool {
    error.is_builder()
}

/// Why no connection came about. A browser does not tell.
pub(crate) fn connect_cause(_: &reqwest::Error) -> ConnectCause {
    ConnectCause::Unknown
}

/// The body of an answer, piece by piece.
pub(crate) struct Body(Pin<Box<dyn Stream<Item = reqwest::Result<Bytes>>>>);

impl Body {
    pub(crate) fn of(response: Response) -> Self {
        Self(Box::pin(response.bytes_stream()))
    }

    pub(crate) async fn chunk(&mut self) -> reqwest::Result<Option<Bytes>> {
        poll_fn(|context| self.0.as_mut().poll_next(context)).await.transpose()
    }
}

/// An answer that the document does not name. No response can be made here of what was read.
#[expect(clippy::needless_pass_by_value, reason = "elsewhere, the answer is kept")]
pub(crate) fn unexpected(reply: Reply) -> Error<ErrorBody> {
    Error::Custom(format!("an answer with the status {}", reply.status.as_u16()))
}

/// Work that goes on by itself; dropping this stops it.
pub(crate) struct Task<T>(oneshot::Receiver<T>);

/// Starts work that goes on by itself.
pub(crate) fn spawn<T: 'static>(work: impl Future<Output = T> + 'static) -> Task<T> {
    let (mut sender, receiver) = oneshot::channel();
    wasm_bindgen_futures::spawn_local(async move {
        let mut work = pin!(work);
        let outcome = poll_fn(|context| match sender.poll_closed(context) {
            Poll::Ready(()) => Poll::Ready(None),
            Poll::Pending => work.as_mut().poll(context).map(Some),
        });
        if let Some(outcome) = outcome.await {
            // Whoever waited for it may have gone in this very moment.
            let _ = sender.send(outcome);
        }
    });
    Task(receiver)
}

impl<T> Future for Task<T> {
    /// `None` when the work ended without an outcome.
    type Output = Option<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T>> {
        Pin::new(&mut self.0).poll(context).map(Result::ok)
    }
}
