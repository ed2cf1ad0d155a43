//! A body that passes through, and is copied on its way.

use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::{Buf, Bytes};
use http_body::{Body, Frame, SizeHint};

/// A body that hands out what another one does, and keeps a copy for a recording.
///
/// It delays nothing and changes nothing. A body that is longer than the recorder keeps, or that
/// nobody reads to its end, is not in the recording, which says so.
pub struct Tee<B: Body> {
    // Boxed, so that it can be polled without projecting a pin into this.
    inner: Pin<Box<B>>,
    copy: Copy,
    limit: usize,
    /// What is done at the end, with the copy.
    finish: Option<Finish>,
}

type Finish = Box<dyn FnOnce(Copied) + Send + Sync>;

/// A copy that is read after the body is gone.
#[derive(Debug, Clone, Default)]
pub(super) struct Copy(Arc<Mutex<Copied>>);

/// What was copied of a body.
#[derive(Debug, Clone, Default)]
pub(super) struct Copied {
    bytes: Vec<u8>,
    is_whole: bool,
    is_too_long: bool,
}

impl Copied {
    /// The whole body; `None` if not all of it was seen or kept.
    pub(super) fn whole(self) -> Option<Vec<u8>> {
        (self.is_whole && !self.is_too_long).then_some(self.bytes)
    }
}

impl Copy {
    /// A copy of bytes that are there already.
    #[cfg(feature = "reqwest")]
    pub(super) fn of(bytes: &[u8], limit: usize) -> Self {
        let is_too_long = bytes.len() > limit;
        let bytes = if is_too_long { Vec::new() } else { bytes.to_vec() };
        Self(Arc::new(Mutex::new(Copied { bytes, is_whole: true, is_too_long })))
    }

    /// What was copied so far.
    pub(super) fn take(&self) -> Copied {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn change(&self, change: impl FnOnce(&mut Copied)) {
        // A panic elsewhere leaves whole pieces behind.
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

impl<B: Body> Tee<B> {
    /// A body that is copied up to a length, and the copy.
    pub(super) fn new(inner: B, limit: usize) -> (Self, Copy) {
        let copy = Copy::default();
        let is_whole = inner.is_end_stream();
        copy.change(|copied| copied.is_whole = is_whole);
        (Self { inner: Box::pin(inner), copy: copy.clone(), limit, finish: None }, copy)
    }

    /// Does something with the copy when the body is over, or when nobody wants it any more.
    pub(super) fn finally(mut self, finish: impl FnOnce(Copied) + Send + Sync + 'static) -> Self {
        self.finish = Some(Box::new(finish));
        self
    }

    fn keep(&self, data: &Bytes) {
        let limit = self.limit;
        self.copy.change(|copied| {
            if copied.bytes.len() + data.len() > limit {
                copied.is_too_long = true;
                copied.bytes = Vec::new();
            }
            if !copied.is_too_long {
                copied.bytes.extend_from_slice(data);
            }
        });
    }

    fn end(&mut self, is_whole: bool) {
        self.copy.change(|copied| copied.is_whole |= is_whole);
        if let Some(finish) = self.finish.take() {
            finish(self.copy.take());
        }
    }
}

impl<B: Body> Body for Tee<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        let this = self.get_mut();
        let frame = ready!(this.inner.as_mut().poll_frame(context));
        let passed = match frame {
            None => {
                this.end(true);
                None
            }
            Some(Err(error)) => {
                this.end(false);
                Some(Err(error))
            }
            Some(Ok(frame)) => {
                let frame = frame.map_data(|mut data| data.copy_to_bytes(data.remaining()));
                if let Some(data) = frame.data_ref() {
                    this.keep(data);
                }
                // Who reads may look at this, and not ask for another frame.
                if this.inner.is_end_stream() {
                    this.end(true);
                }
                Some(Ok(frame))
            }
        };
        Poll::Ready(passed)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

impl<B: Body> Drop for Tee<B> {
    fn drop(&mut self) {
        let is_whole = self.inner.is_end_stream();
        self.end(is_whole);
    }
}

impl<B: Body> fmt::Debug for Tee<B> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Tee").field("limit", &self.limit).finish_non_exhaustive()
    }
}
