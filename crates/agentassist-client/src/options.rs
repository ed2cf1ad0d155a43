//! How long a call may take, and how often it is tried.

use std::time::Duration;

/// How long the client waits for the parts of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Timeouts {
    /// For one attempt, from sending it to having its whole answer.
    pub(crate) attempt: Duration,
    /// For a call with all its waiting; none unless it was asked for.
    pub(crate) total: Option<Duration>,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self { attempt: Duration::from_secs(30), total: None }
    }
}

/// When a failed attempt is followed by another, and after how long.
///
/// The wait before the n-th repeat is a random time up to `base` × 2ⁿ⁻¹, but no more than `cap`
/// (exponential backoff with full jitter). Where the API says how long to wait, that is done.
/// After a refusal for the rate limit that does not say so, waits are up to ten times as long, and
/// the last attempt comes no sooner than a minute after the first refusal, as the vendor's limit is
/// per minute (documented). When it would come later than `give_up_after` or the total timeout
/// allow, the refusal is returned at once.
/// Whether a repeat is allowed at all is not a matter of this policy: see
/// [`RetryClass`](crate::RetryClass).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub struct RetryPolicy {
    pub(crate) max_attempts: u32,
    pub(crate) base: Duration,
    pub(crate) cap: Duration,
    pub(crate) give_up_after: Duration,
}

impl RetryPolicy {
    /// One attempt and no more.
    pub fn never() -> Self {
        Self::default().max_attempts(1)
    }

    /// How many attempts a call has, the first one included: 4 by default, at least 1.
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = attempts.max(1);
        self
    }

    /// The longest wait before the first repeat: half a second by default.
    pub fn base(mut self, base: Duration) -> Self {
        self.base = base;
        self
    }

    /// The longest wait before any repeat that the API does not ask to wait for: 10 seconds by
    /// default.
    pub fn cap(mut self, cap: Duration) -> Self {
        self.cap = cap;
        self
    }

    /// No attempt begins later than this after the first one began: two minutes by default.
    pub fn give_up_after(mut self, time: Duration) -> Self {
        self.give_up_after = time;
        self
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            max_attempts: 4,
            base: Duration::from_millis(500),
            cap: Duration::from_secs(10),
            give_up_after: Duration::from_mins(2),
        }
    }
}

/// What may differ from call to call.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Options {
    pub(crate) timeouts: Timeouts,
    pub(crate) retry: RetryPolicy,
}
