//! How long to wait before the next attempt.

use std::time::Duration;

use super::limiter::WINDOW;
use super::verdict::Verdict;
use crate::options::RetryPolicy;

/// By how much longer the waits are after a refusal for the rate limit than after a failure: the
/// vendor's window is a minute, and empties bit by bit.
const RATE_LIMIT_FACTOR: u32 = 10;

/// Returns the wait after the given attempt (from 1); `random` gives a number from 0 up to 1.
///
/// `since_refusal` is how long ago the rate limit refused the call for the first time. Before its
/// last attempt a call waits until the vendor's window has passed since then: otherwise all its
/// attempts could fall into one window that was full from the beginning.
pub(crate) fn backoff(
    policy: &RetryPolicy,
    verdict: Verdict,
    attempt: u32,
    asked: Option<Duration>,
    since_refusal: Duration,
    random: impl FnOnce() -> f64,
) -> Duration {
    let (factor, least) = match verdict {
        Verdict::TokenRefused | Verdict::Final => return Duration::ZERO,
        Verdict::RateLimited if attempt.saturating_add(1) == policy.max_attempts => {
            (RATE_LIMIT_FACTOR, WINDOW.saturating_sub(since_refusal))
        }
        Verdict::RateLimited => (RATE_LIMIT_FACTOR, Duration::ZERO),
        Verdict::NotSent | Verdict::Doubtful => (1, Duration::ZERO),
    };
    if let Some(asked) = asked {
        return asked;
    }
    let doublings = 2_u32.saturating_pow(attempt.saturating_sub(1));
    let cap = policy.cap.saturating_mul(factor);
    let longest = policy.base.saturating_mul(factor).saturating_mul(doublings).min(cap);
    let spread = longest.as_secs_f64() * random().clamp(0.0, 1.0);
    Duration::try_from_secs_f64(spread).unwrap_or(longest).max(least)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn longest(verdict: Verdict, attempt: u32) -> Duration {
        backoff(&RetryPolicy::default(), verdict, attempt, None, Duration::ZERO, || 1.0)
    }

    #[test]
    fn waits_double_up_to_the_cap() {
        let waits = [1, 2, 3, 5, 6, 40].map(|attempt| longest(Verdict::Doubtful, attempt));
        assert_eq!(waits, [500, 1_000, 2_000, 8_000, 10_000, 10_000].map(Duration::from_millis));
    }

    #[test]
    fn a_wait_is_anything_between_nothing_and_the_longest() {
        let policy = RetryPolicy::default();
        let wait = |random| backoff(&policy, Verdict::NotSent, 2, None, Duration::ZERO, || random);
        assert_eq!(wait(0.0), Duration::ZERO);
        assert_eq!(wait(0.25), Duration::from_millis(250));
    }

    #[test]
    fn a_rate_limit_is_given_more_time_than_a_failure() {
        assert_eq!(longest(Verdict::RateLimited, 1), Duration::from_secs(5));
        assert_eq!(longest(Verdict::RateLimited, 10), Duration::from_secs(100));
    }

    #[test]
    fn before_the_last_attempt_the_minute_of_the_first_refusal_is_over() {
        let wait = |verdict, attempt, since| {
            let since = Duration::from_secs(since);
            backoff(&RetryPolicy::default(), verdict, attempt, None, since, || 0.0).as_secs()
        };
        assert_eq!(wait(Verdict::RateLimited, 3, 0), 60);
        assert_eq!(wait(Verdict::RateLimited, 3, 14), 46);
        assert_eq!(wait(Verdict::RateLimited, 3, 61), 0);
        // There are others to come, or none, or another reason.
        assert_eq!(wait(Verdict::RateLimited, 2, 0), 0);
        assert_eq!(wait(Verdict::RateLimited, 4, 0), 0);
        assert_eq!(wait(Verdict::Doubtful, 3, 0), 0);
    }

    #[test]
    fn what_the_api_asks_for_is_done() {
        let policy = RetryPolicy::default();
        let asked = Some(Duration::from_secs(33));
        for verdict in [Verdict::RateLimited, Verdict::Doubtful] {
            let wait = backoff(&policy, verdict, 3, asked, Duration::ZERO, || 0.5);
            assert_eq!(wait, Duration::from_secs(33));
        }
    }

    #[test]
    fn a_new_token_is_tried_at_once() {
        assert_eq!(longest(Verdict::TokenRefused, 1), Duration::ZERO);
    }
}
