//! A limit to how often an account may call, to try clients against.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

use crate::tenant::Tenant;

/// How many requests of an account are answered within a window of time.
///
/// The window slides: whatever span of its length is looked at, no more requests were let through.
/// Requests that are refused for the limit do not count towards it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateLimit {
    requests: usize,
    window: TimeDelta,
}

impl RateLimit {
    /// So many requests in any sixty seconds, at least 1. The vendor's limit is 60.
    #[must_use]
    pub fn per_minute(requests: u32) -> Self {
        let requests = usize::try_from(requests.max(1)).unwrap_or(usize::MAX);
        Self { requests, window: TimeDelta::minutes(1) }
    }

    /// Another window than sixty seconds, for tests that must not take minutes.
    #[must_use]
    pub fn window(mut self, window: TimeDelta) -> Self {
        self.window = window;
        self
    }
}

/// Counts the requests of each account.
#[derive(Debug)]
pub(crate) struct Limiter {
    limit: RateLimit,
    /// When the requests of a tenant were let through, by its key, the earliest first.
    let_through: Mutex<HashMap<i64, VecDeque<DateTime<Utc>>>>,
}

impl Limiter {
    pub(crate) fn new(limit: RateLimit) -> Self {
        Self { limit, let_through: Mutex::default() }
    }

    /// Whether one more request may pass now; if so, it is counted.
    pub(crate) fn admits(&self, tenant: &Tenant, now: DateTime<Utc>) -> bool {
        // Nothing between lock and end can panic half-way through a change.
        let mut accounts = self.let_through.lock().unwrap_or_else(PoisonError::into_inner);
        let times = accounts.entry(tenant.key).or_default();
        while times.front().is_some_and(|time| now - *time >= self.limit.window) {
            times.pop_front();
        }
        let admits = times.len() < self.limit.requests;
        if admits {
            times.push_back(now);
        }
        admits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tenant;

    /// Whether requests at these seconds pass, two of which may in ten.
    fn pass(seconds: &[i64]) -> Vec<bool> {
        let limiter = Limiter::new(RateLimit::per_minute(2).window(TimeDelta::seconds(10)));
        let at = |second| DateTime::UNIX_EPOCH + TimeDelta::seconds(second);
        seconds.iter().map(|second| limiter.admits(&tenant::FIRST, at(*second))).collect()
    }

    #[test]
    fn no_window_sees_more_requests_than_the_limit() {
        assert_eq!(pass(&[0, 9, 9, 10, 18, 19]), [true, true, false, true, false, true]);
    }

    #[test]
    fn a_refused_request_does_not_count() {
        assert_eq!(pass(&[0, 0, 1, 2, 3, 10, 10, 10]).iter().filter(|passed| **passed).count(), 4);
    }

    #[test]
    fn a_clock_that_is_set_back_lets_nobody_through_twice() {
        assert_eq!(pass(&[5, 5, 0, 14, 15]), [true, true, false, false, true]);
    }

    #[test]
    fn a_limit_of_none_is_a_limit_of_one() {
        assert_eq!(RateLimit::per_minute(0), RateLimit::per_minute(1));
    }
}
