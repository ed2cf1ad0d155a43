//! Keeps below the account's rate, so that the API has nothing to refuse.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;

use crate::platform::{Instant, sleep_until};

/// The vendor's window (documented).
pub(super) const WINDOW: Duration = Duration::from_mins(1);

/// Lets no more than so many requests through in any sixty seconds. Clones share one count.
///
/// A request holds its place from before it is sent until sixty seconds after its end. So however
/// long each is on its way, and wherever the API's windows begin, no window sees more of them.
/// Those who wait are served in order.
///
/// When the API refuses a request for its rate limit all the same, as it does when others use the
/// account too, the limiter pauses, halves its rate, and takes a tenth of the full rate back each
/// minute.
#[derive(Clone)]
pub struct RateLimiter(Option<Arc<Limiter>>);

struct Limiter {
    full: usize,
    /// Held by the one whose turn it is; the others wait for it in order.
    turn: tokio::sync::Mutex<()>,
    ended: Notify,
    state: Mutex<State>,
}

struct State {
    allowed: usize,
    under_way: usize,
    /// When the places of ended requests become free, soonest first.
    free_at: VecDeque<Instant>,
    paused_until: Option<Instant>,
    /// When the rate was last lowered or raised.
    changed_at: Option<Instant>,
    lowered_at: Option<Instant>,
}

/// What whoever has the turn does next.
enum Step {
    Go,
    WaitUntil(Instant),
    WaitForAnEnd,
}

impl RateLimiter {
    /// So many requests in any sixty seconds; at least 1. The vendor allows 60 per account.
    #[must_use]
    pub fn per_minute(requests: u32) -> Self {
        let full = usize::try_from(requests.max(1)).unwrap_or(usize::MAX);
        Self(Some(Arc::new(Limiter {
            full,
            turn: tokio::sync::Mutex::default(),
            ended: Notify::new(),
            state: Mutex::new(State {
                allowed: full,
                under_way: 0,
                free_at: VecDeque::new(),
                paused_until: None,
                changed_at: None,
                lowered_at: None,
            }),
        })))
    }

    /// No limit: the API's refusals are all that slows the client down.
    #[must_use]
    pub fn off() -> Self {
        Self(None)
    }

    /// Waits for a place.
    pub(crate) async fn permit(&self) -> Permit {
        let Some(limiter) = &self.0 else {
            return Permit { limiter: None, started: Instant::now() };
        };
        let _turn = limiter.turn.lock().await;
        loop {
            let now = Instant::now();
            let step = limiter.state().next_step(now, limiter.full);
            match step {
                Step::Go => return Permit { limiter: Some(limiter.clone()), started: now },
                Step::WaitUntil(instant) => sleep_until(instant).await,
                Step::WaitForAnEnd => limiter.ended.notified().await,
            }
        }
    }
}

impl Default for RateLimiter {
    /// The vendor's limit: 60 requests a minute.
    fn default() -> Self {
        Self::per_minute(60)
    }
}

impl fmt::Debug for RateLimiter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            None => formatter.write_str("RateLimiter(off)"),
            Some(limiter) => write!(formatter, "RateLimiter({} per minute)", limiter.full),
        }
    }
}

impl Limiter {
    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing between a lock and its end can panic half-way through a change.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn next_step(&mut self, now: Instant, full: usize) -> Step {
        while self.free_at.front().is_some_and(|at| *at <= now) {
            self.free_at.pop_front();
        }
        self.recover(now, full);
        if let Some(until) = self.paused_until.filter(|until| *until > now) {
            return Step::WaitUntil(until);
        }
        let taken = self.under_way + self.free_at.len();
        if taken < self.allowed {
            self.under_way += 1;
            return Step::Go;
        }
        // So many places have to become free before there is one below the present rate.
        match self.free_at.get(taken - self.allowed) {
            Some(at) => Step::WaitUntil(*at),
            None => Step::WaitForAnEnd,
        }
    }

    fn recover(&mut self, now: Instant, full: usize) {
        while let Some(changed_at) = self.changed_at.filter(|at| *at + WINDOW <= now) {
            self.allowed = (self.allowed + (full / 10).max(1)).min(full);
            self.changed_at = (self.allowed < full).then_some(changed_at + WINDOW);
        }
    }

    fn refused(&mut self, started: Instant, now: Instant, pause: Duration) {
        let until = now.checked_add(pause).unwrap_or(now);
        self.paused_until = self.paused_until.max(Some(until));
        // Requests that were under way together and are refused together count once.
        if self.lowered_at.is_none_or(|lowered_at| lowered_at < started) {
            self.allowed = (self.allowed / 2).max(1);
            self.lowered_at = Some(now);
            self.changed_at = Some(until);
        }
    }
}

/// A place for one request, held while it is under way.
pub(crate) struct Permit {
    limiter: Option<Arc<Limiter>>,
    started: Instant,
}

impl Permit {
    /// Tells that the API refused the request for its rate limit, and how long to pause.
    pub(crate) fn refused(&self, pause: Duration) {
        if let Some(limiter) = &self.limiter {
            limiter.state().refused(self.started, Instant::now(), pause);
        }
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        if let Some(limiter) = &self.limiter {
            let mut state = limiter.state();
            state.under_way -= 1;
            state.free_at.push_back(Instant::now() + WINDOW);
            drop(state);
            limiter.ended.notify_one();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asks for places one after the other, each used for no time, and says when each was given.
    async fn when_given(limiter: &RateLimiter, count: usize) -> Vec<u64> {
        let start = Instant::now();
        let mut times = Vec::new();
        for _ in 0..count {
            drop(limiter.permit().await);
            times.push(start.elapsed().as_secs());
        }
        times
    }

    #[tokio::test(start_paused = true)]
    async fn no_sixty_seconds_see_more_requests_than_allowed() {
        let times = when_given(&RateLimiter::per_minute(3), 7).await;
        assert_eq!(times, [0, 0, 0, 60, 60, 60, 120]);
    }

    #[tokio::test(start_paused = true)]
    async fn a_place_is_held_until_a_minute_after_the_request_ended() {
        let limiter = RateLimiter::per_minute(1);
        let slow = limiter.permit().await;
        let (start, other) = (Instant::now(), limiter.clone());
        let waiting = tokio::spawn(async move { other.permit().await });
        tokio::time::sleep(Duration::from_secs(100)).await;
        drop(slow);
        drop(waiting.await.unwrap());
        assert_eq!(start.elapsed().as_secs(), 160);
    }

    #[tokio::test(start_paused = true)]
    async fn clones_share_one_count() {
        let limiter = RateLimiter::per_minute(1);
        drop(limiter.clone().permit().await);
        assert_eq!(when_given(&limiter, 1).await, [60]);
    }

    #[tokio::test(start_paused = true)]
    async fn without_a_limit_nobody_waits() {
        assert_eq!(when_given(&RateLimiter::off(), 1000).await, [0; 1000]);
    }

    #[tokio::test(start_paused = true)]
    async fn a_refusal_pauses_everyone_and_halves_the_rate_until_it_recovers() {
        let limiter = RateLimiter::per_minute(4);
        limiter.permit().await.refused(Duration::from_secs(90));
        // Two a minute at first, then one more with each minute that has passed since the pause.
        let times = when_given(&limiter, 10).await;
        assert_eq!(times, [90, 90, 150, 150, 150, 210, 210, 210, 210, 270]);
    }

    #[tokio::test(start_paused = true)]
    async fn requests_refused_together_lower_the_rate_once() {
        let limiter = RateLimiter::per_minute(8);
        let (one, other) = (limiter.permit().await, limiter.permit().await);
        one.refused(Duration::ZERO);
        tokio::time::sleep(Duration::from_secs(1)).await;
        other.refused(Duration::ZERO);
        drop((one, other));
        assert_eq!(when_given(&limiter, 3).await, [0, 0, 60]);
    }

    #[tokio::test(start_paused = true)]
    async fn whoever_gives_up_waiting_leaves_the_turn_to_the_next() {
        let limiter = RateLimiter::per_minute(1);
        drop(limiter.permit().await);
        let given_up = tokio::time::timeout(Duration::from_secs(1), limiter.permit()).await;
        assert!(given_up.is_err());
        assert_eq!(when_given(&limiter, 1).await, [59]);
    }
}
