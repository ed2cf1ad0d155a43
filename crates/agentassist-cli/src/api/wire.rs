//! What a session has seen of its requests, and what follows from it: whether anything was sent,
//! what the rate limit makes it wait for, and how long that will be so.
//!
//! A call first waits for its place below the rate limit, which may take a minute. The token is
//! asked for after that, at once before the attempt is sent: as long as nobody has asked for it,
//! the API knows nothing of the call.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use agentassist_client::{Exchange, TokenFuture, TokenProvider, TokenRequest};
use chrono::{DateTime, Utc};
use tokio::time::Instant;

use super::pages::Pages;

/// The window of the limit (documented). A request holds its place for so long.
const WINDOW: Duration = Duration::from_mins(1);
/// No attempt is under way for longer: the client gives it up.
const LONGEST_ATTEMPT: Duration = Duration::from_secs(30);
/// An envelope that tells of a limit is not longer than that, in bytes.
const ENVELOPE: usize = 4096;

/// What is seen of a session's requests. Clones see the same.
#[derive(Debug, Clone)]
pub(crate) struct Wire(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    /// Requests in a minute; none for no limit.
    rate: Option<usize>,
    /// How many attempts have begun, and were not refused for the rate limit.
    sent: u64,
    /// When the last ones began, as many as are in a minute.
    starts: VecDeque<Instant>,
    /// When those began that have no answer yet.
    under_way: VecDeque<Instant>,
    /// The API has refused the last attempt for its rate limit.
    refused: Option<Refusal>,
    /// What time the API's last answer says that it is.
    date: Option<DateTime<Utc>>,
    pages: Pages,
}

#[derive(Debug, Clone, Copy)]
struct Refusal {
    /// When to come again, where the API says so.
    until: Option<Instant>,
}

/// A wait for the rate limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wait {
    /// How long it will take, where that is known.
    pub(crate) left: Option<Duration>,
}

impl Wire {
    /// What is seen of requests of which so many may be made in a minute.
    pub(crate) fn new(rate: Option<u32>) -> Self {
        let rate = rate.map(|rate| usize::try_from(rate).unwrap_or(usize::MAX));
        Self(Arc::new(Mutex::new(State {
            rate,
            sent: 0,
            starts: VecDeque::new(),
            under_way: VecDeque::new(),
            refused: None,
            date: None,
            pages: Pages::default(),
        })))
    }

    /// How many attempts have begun that may have had an effect: those that were refused for the
    /// rate limit have none.
    pub(crate) fn sent(&self) -> u64 {
        self.state().sent
    }

    /// A provider of tokens that tells of each attempt.
    pub(super) fn watching<P: TokenProvider>(&self, provider: P) -> Watching<P> {
        Watching { wire: self.clone(), provider }
    }

    /// Whether the rate limit is what is waited for.
    pub(crate) fn wait(&self, now: Instant) -> Option<Wait> {
        let mut state = self.state();
        if let Some(Refusal { until }) = state.refused {
            return Some(Wait { left: until.map(|until| until.duration_since(now)) });
        }
        state.under_way.retain(|start| now.duration_since(*start) < LONGEST_ATTEMPT);
        if !state.under_way.is_empty() {
            return None;
        }
        let left = state.place(0, now);
        (!left.is_zero()).then_some(Wait { left: Some(left) })
    }

    /// How long it takes until so many more requests can be sent, as far as the limit goes.
    pub(crate) fn time_for(&self, requests: u64, now: Instant) -> Duration {
        requests.checked_sub(1).map_or(Duration::ZERO, |last| self.state().place(last, now))
    }

    /// What time it is by the API's clock, as its last answer said.
    pub(crate) fn date(&self) -> Option<DateTime<Utc>> {
        self.state().date
    }

    /// How many contacts the API puts on a page, once that was seen.
    pub(crate) fn page_size(&self) -> Option<u64> {
        self.state().pages.size()
    }

    pub(crate) fn begin(&self, now: Instant) {
        let mut state = self.state();
        state.sent += 1;
        state.refused = None;
        state.under_way.push_back(now);
        if let Some(rate) = state.rate {
            state.starts.push_back(now);
            if state.starts.len() > rate {
                state.starts.pop_front();
            }
        }
    }

    /// A request that was answered at once.
    #[cfg(test)]
    pub(crate) fn begin_and_end(&self) {
        self.begin(Instant::now());
        self.state().under_way.pop_front();
    }

    /// Looks at an exchange that has just ended.
    pub(super) fn see(&self, exchange: &Exchange) {
        let now = Instant::now();
        let mut state = self.state();
        state.under_way.pop_front();
        state.pages.see(&exchange.url);
        let date = exchange.response_headers.get("date").and_then(|date| date.to_str().ok());
        let date = date.and_then(|date| DateTime::parse_from_rfc2822(date).ok());
        state.date = date.map(|date| date.to_utc());
        if is_rate_limit(exchange) {
            let asked = exchange.response_headers.get("retry-after");
            let seconds = asked.and_then(|asked| asked.to_str().ok()?.trim().parse().ok());
            let until = seconds.and_then(|seconds| now.checked_add(Duration::from_secs(seconds)));
            state.refused = Some(Refusal { until });
            state.sent = state.sent.saturating_sub(1);
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing between a lock and its end can panic half-way through a change.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// How long it takes until there is a place for the request after so many others.
    ///
    /// The client gives a place back a minute after the end of its request, which comes soon after
    /// its beginning.
    fn place(&self, others: u64, now: Instant) -> Duration {
        let Some(rate) = self.rate else { return Duration::ZERO };
        let others = usize::try_from(others).unwrap_or(usize::MAX);
        let taken: Vec<_> =
            self.starts.iter().filter(|start| now.duration_since(**start) < WINDOW).collect();
        let free = rate - taken.len();
        if others < free {
            return Duration::ZERO;
        }
        // The places become free one after the other, and again with each minute.
        let after = others - free;
        let minutes = u32::try_from(after / rate).unwrap_or(u32::MAX);
        let first = match taken.get(after % rate) {
            Some(start) => (**start + WINDOW).duration_since(now),
            None => WINDOW,
        };
        first.saturating_add(WINDOW.saturating_mul(minutes))
    }
}

/// Tells a refusal for the rate limit as the client does: by the status, or by the vendor's text.
fn is_rate_limit(exchange: &Exchange) -> bool {
    if exchange.status.as_u16() == 429 {
        return true;
    }
    let body = &exchange.response_body[..exchange.response_body.len().min(ENVELOPE)];
    let text = String::from_utf8_lossy(body).to_ascii_lowercase();
    !exchange.status.is_success()
        && text.contains("rate limit")
        && (text.contains("exceeded") || text.contains("reached"))
}

/// A provider whose tokens are counted.
pub(super) struct Watching<P> {
    wire: Wire,
    provider: P,
}

impl<P: TokenProvider> TokenProvider for Watching<P> {
    fn token(&self, request: TokenRequest) -> TokenFuture<'_> {
        self.wire.begin(Instant::now());
        self.provider.token(request)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    /// What is seen after so many requests at once, a minute allowing for three.
    fn after(requests: usize, now: Instant) -> Wire {
        let wire = Wire::new(Some(3));
        (0..requests).for_each(|_| wire.begin(now));
        wire.state().under_way.clear();
        wire
    }

    #[tokio::test(start_paused = true)]
    async fn a_request_without_a_place_waits_until_the_first_one_is_a_minute_old() {
        let now = Instant::now();
        assert_eq!(after(2, now).wait(now), None);
        let wire = after(3, now);
        assert_eq!(wire.wait(now + 17 * SECOND), Some(Wait { left: Some(43 * SECOND) }));
        assert_eq!(wire.wait(now + 60 * SECOND), None);
        assert_eq!(Wire::new(None).wait(now), None);
    }

    #[tokio::test(start_paused = true)]
    async fn an_answer_that_is_late_is_no_wait_for_the_rate_limit() {
        let now = Instant::now();
        let wire = after(2, now);
        wire.begin(now);
        assert_eq!(wire.wait(now + 2 * SECOND), None);
        assert!(wire.wait(now + 31 * SECOND).is_some(), "by then, the client has given it up");
    }

    #[tokio::test(start_paused = true)]
    async fn the_time_for_many_requests_is_that_of_the_limit() {
        let now = Instant::now();
        let later = now + 20 * SECOND;
        let seconds = |wire: &Wire, requests| wire.time_for(requests, later).as_secs();
        let wire = after(0, now);
        assert_eq!([0, 3, 4, 6, 7].map(|requests| seconds(&wire, requests)), [0, 0, 60, 60, 120]);
        let wire = after(1, now);
        assert_eq!([2, 3, 4, 6].map(|requests| seconds(&wire, requests)), [0, 40, 60, 100]);
        assert_eq!(seconds(&Wire::new(None), 1_000_000), 0);
        assert!(seconds(&after(3, now), u64::MAX) > 1_000_000, "no number does any harm");
    }
}
