//! What the hooks of the generated client know: who calls, by which rules, and who watches.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use reqwest::header::HeaderValue;

use crate::auth::TokenProvider;
use crate::clock::Clock;
use crate::engine::{RateLimiter, Settled};
use crate::observer::Observer;
use crate::options::Options;

/// The part of a connection that the hooks of every request need.
#[derive(Debug, Clone)]
pub struct Transport {
    pub(crate) shared: Arc<Shared>,
    pub(crate) options: Options,
    /// Where a call of the facade finds what happened; a generated call has none.
    pub(crate) slot: Option<Arc<Slot>>,
}

/// What all clones of a connection share.
pub(crate) struct Shared {
    pub(crate) account_id: HeaderValue,
    pub(crate) auth: Box<dyn TokenProvider>,
    pub(crate) limiter: RateLimiter,
    pub(crate) observer: Option<Arc<dyn Observer>>,
    pub(crate) clock: Arc<dyn Clock>,
    /// A number from 0 up to 1, for the spread of retries.
    pub(crate) random: fn() -> f64,
    pub(crate) max_body_bytes: usize,
}

impl fmt::Debug for Shared {
    /// Leaves out the account and whatever the provider might show of its secret.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Shared").field("limiter", &self.limiter).finish_non_exhaustive()
    }
}

/// Takes what happened during one call past the generated code, which would lose most of it.
#[derive(Default)]
pub(crate) struct Slot(Mutex<Option<Settled>>);

impl Slot {
    pub(crate) fn put(&self, settled: Settled) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(settled);
    }

    pub(crate) fn take(&self) -> Option<Settled> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl fmt::Debug for Slot {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Slot")
    }
}
