//! The time of day, injected: it stamps tokens and reads dates in `Retry-After`.

use std::fmt;
use std::time::SystemTime;

use crate::platform;

/// Says what time it is.
///
/// Waiting (timeouts, retries, the rate limiter) does not go by it but by Tokio's timers, and in a browser by its own.
pub trait Clock: fmt::Debug + Send + Sync {
    /// The present time.
    fn now(&self) -> SystemTime;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> SystemTime {
        platform::now()
    }
}
