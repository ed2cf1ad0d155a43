//! What the generated client carries along: who calls, by which rules, and who watches.

use std::fmt;
use std::sync::Arc;

use reqwest::header::HeaderValue;

use crate::auth::TokenProvider;
use crate::clock::Clock;
use crate::engine::RateLimiter;
use crate::observer::Observer;
use crate::options::Options;

/// The part of a connection that every request needs.
#[derive(Debug, Clone)]
pub struct Transport {
    pub(crate) shared: Arc<Shared>,
    pub(crate) options: Options,
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
