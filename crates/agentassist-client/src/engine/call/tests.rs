//! Calls over a wire that follows a script, with a clock that stands still.

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use reqwest::header::HeaderMap;
use reqwest::{Method, StatusCode};

use super::super::limiter::RateLimiter;
use super::*;
use crate::auth::{TokenProvider, token_fn};
use crate::clock::SystemClock;
use crate::error::ConnectCause;
use crate::options::{RetryPolicy, Timeouts};
use crate::token::Token;

/// What the wire does with one request.
#[derive(Clone)]
enum Act {
    Answer(u16, &'static str),
    AskToWait(u16, &'static str),
    Fault(WireFault),
    Stall,
}

/// Follows a script, and keeps when each request came and with which token.
struct Script {
    acts: Mutex<Vec<Act>>,
    seen: Mutex<Vec<(Duration, String)>>,
    start: Instant,
}

impl Script {
    fn new(acts: &[Act]) -> Self {
        let acts = acts.iter().rev().cloned().collect();
        Self { acts: Mutex::new(acts), seen: Mutex::default(), start: Instant::now() }
    }

    fn times(&self) -> Vec<Duration> {
        self.seen.lock().unwrap().iter().map(|(time, _)| *time).collect()
    }

    fn tokens(&self) -> Vec<String> {
        self.seen.lock().unwrap().iter().map(|(_, token)| token.clone()).collect()
    }
}

impl Wire for Script {
    async fn send(&self, request: Request) -> Result<Reply, WireError> {
        let token = request.headers()[AUTH].to_str().unwrap().to_owned();
        self.seen.lock().unwrap().push((self.start.elapsed(), token));
        let act = self.acts.lock().unwrap().pop().expect("the script says what comes next");
        let mut headers = HeaderMap::new();
        let (status, body) = match act {
            Act::Answer(status, body) => (status, body),
            Act::AskToWait(status, seconds) => {
                headers.insert("retry-after", seconds.parse().unwrap());
                (status, "")
            }
            Act::Fault(fault) => return Err(WireError { fault, source: None }),
            Act::Stall => std::future::pending().await,
        };
        let status = StatusCode::from_u16(status).unwrap();
        Ok(Reply::new(status, headers, Bytes::from_static(body.as_bytes())))
    }
}

const OK: Act = Act::Answer(200, "{}");
const LOST: Act = Act::Fault(WireFault::Interrupted);
const NO_CONNECTION: Act = Act::Fault(WireFault::NotConnected(ConnectCause::Unknown));
const BUSY: Act = Act::Answer(
    200,
    r#"{"status":"error","message":"You've exceeded the per-minute rate limit. Please wait."}"#,
);

struct Setting {
    class: RetryClass,
    options: Options,
    shared: Shared,
}

impl Setting {
    fn new(class: RetryClass) -> Self {
        let shared = Shared {
            account_id: HeaderValue::from_static("a"),
            auth: Box::new(Token::new("t")),
            limiter: RateLimiter::off(),
            observer: None,
            clock: Arc::new(SystemClock),
            random: || 1.0,
            max_body_bytes: 1000,
        };
        Self { class, options: Options::default(), shared }
    }

    fn auth(mut self, provider: impl TokenProvider + 'static) -> Self {
        self.shared.auth = Box::new(provider);
        self
    }

    fn timeouts(mut self, attempt: u64, total: Option<u64>) -> Self {
        let total = total.map(Duration::from_secs);
        self.options.timeouts = Timeouts { attempt: Duration::from_secs(attempt), total };
        self
    }

    async fn run(&self, script: &Script) -> Settled {
        let url = "http://localhost/contacts".parse().unwrap();
        let engine = Engine { shared: &self.shared, options: &self.options, class: self.class };
        engine.run(script, Request::new(Method::GET, url)).await
    }
}

fn status(settled: &Settled) -> u16 {
    settled.outcome.as_ref().unwrap().status.as_u16()
}

fn seconds(times: &[f64]) -> Vec<Duration> {
    times.iter().copied().map(Duration::from_secs_f64).collect()
}

/// A provider that numbers its tokens: `1`, `2`, …
fn numbered() -> impl TokenProvider {
    let count = Arc::new(Mutex::new(0));
    token_fn(move |_| {
        let mut count = count.lock().unwrap();
        *count += 1;
        let token = Token::new(count.to_string());
        async { Ok(token) }
    })
}

#[tokio::test(start_paused = true)]
async fn a_lost_answer_is_asked_for_again_with_growing_waits() {
    let script = Script::new(&[LOST, Act::Answer(503, ""), LOST, OK]);
    let settled = Setting::new(RetryClass::Safe).run(&script).await;
    assert_eq!(status(&settled), 200);
    assert_eq!(script.times(), seconds(&[0.0, 0.5, 1.5, 3.5]));
    assert_eq!((settled.attempts, settled.doubtful), (4, true));
}

#[tokio::test(start_paused = true)]
async fn the_last_attempt_is_the_fourth() {
    let script = Script::new(&[LOST, LOST, LOST, Act::Answer(502, "bad gateway")]);
    let settled = Setting::new(RetryClass::Idempotent).run(&script).await;
    assert_eq!((status(&settled), settled.attempts), (502, 4));
}

#[tokio::test(start_paused = true)]
async fn an_operation_that_is_never_repeated_is_sent_once_when_its_answer_is_lost() {
    for act in [LOST, Act::Stall, Act::Answer(500, ""), Act::AskToWait(503, "1")] {
        let script = Script::new(&[act]);
        let settled = Setting::new(RetryClass::Never).run(&script).await;
        assert_eq!((settled.attempts, settled.doubtful), (1, false));
    }
}

#[tokio::test(start_paused = true)]
async fn an_operation_that_is_never_repeated_is_sent_again_when_nothing_can_have_happened() {
    let script = Script::new(&[NO_CONNECTION, BUSY, OK]);
    let settled = Setting::new(RetryClass::Never).run(&script).await;
    assert_eq!((status(&settled), settled.attempts, settled.doubtful), (200, 3, false));
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_a_repeat_would_not_change_is_final() {
    for code in [200, 302, 400, 403, 404, 412] {
        let script = Script::new(&[Act::Answer(code, "{}")]);
        let settled = Setting::new(RetryClass::Safe).run(&script).await;
        assert_eq!((status(&settled), settled.attempts), (code, 1));
    }
}

#[tokio::test(start_paused = true)]
async fn the_wait_that_the_api_asks_for_is_kept() {
    let script = Script::new(&[Act::AskToWait(429, "7"), Act::AskToWait(503, "3"), OK]);
    Setting::new(RetryClass::Safe).run(&script).await;
    assert_eq!(script.times(), seconds(&[0.0, 7.0, 10.0]));
}

#[tokio::test(start_paused = true)]
async fn a_wait_beyond_the_end_of_the_policy_is_not_begun() {
    let script = Script::new(&[Act::AskToWait(429, "121")]);
    let settled = Setting::new(RetryClass::Safe).run(&script).await;
    assert_eq!((status(&settled), settled.elapsed), (429, Duration::ZERO));
}

#[tokio::test(start_paused = true)]
async fn a_call_that_the_rate_limit_refuses_outlasts_the_minute_however_short_its_waits_are() {
    for random in [|| 0.0, || 0.1, || 1.0] {
        for act in [BUSY, Act::Answer(429, "")] {
            let script = Script::new(&[act.clone(), act.clone(), act, OK]);
            let mut setting = Setting::new(RetryClass::Never);
            setting.shared.random = random;
            let settled = setting.run(&script).await;
            assert_eq!((status(&settled), settled.attempts), (200, 4));
            assert_eq!(script.times()[3], Duration::from_mins(1));
        }
    }
}

#[tokio::test(start_paused = true)]
async fn the_minute_of_a_rate_limit_begins_with_the_first_refusal() {
    let script = Script::new(&[Act::Stall, BUSY, BUSY, OK]);
    Setting::new(RetryClass::Safe).timeouts(30, None).run(&script).await;
    assert_eq!(script.times(), seconds(&[0.0, 30.5, 40.5, 90.5]));
    let mut setting = Setting::new(RetryClass::Safe);
    setting.options.retry = RetryPolicy::default().max_attempts(2);
    let script = Script::new(&[BUSY, OK]);
    setting.run(&script).await;
    assert_eq!(script.times(), seconds(&[0.0, 60.0]));
}

#[tokio::test(start_paused = true)]
async fn a_refusal_is_returned_when_the_minute_does_not_fit_into_the_total_time() {
    let script = Script::new(&[BUSY, BUSY, BUSY]);
    let settled = Setting::new(RetryClass::Safe).timeouts(30, Some(45)).run(&script).await;
    assert_eq!((status(&settled), settled.attempts), (200, 3));
    assert_eq!(settled.elapsed, Duration::from_secs(15));
}

#[tokio::test(start_paused = true)]
async fn an_attempt_that_takes_too_long_is_given_up_and_followed_by_another() {
    let script = Script::new(&[Act::Stall, OK]);
    let settled = Setting::new(RetryClass::Safe).timeouts(30, None).run(&script).await;
    assert_eq!(status(&settled), 200);
    assert_eq!(script.times(), seconds(&[0.0, 30.5]));
}

#[tokio::test(start_paused = true)]
async fn a_call_ends_when_its_total_time_is_over() {
    let script = Script::new(&[Act::Stall, Act::Stall]);
    let settled = Setting::new(RetryClass::Safe).timeouts(30, Some(45)).run(&script).await;
    let limit = Duration::from_secs(45);
    assert!(
        matches!(settled.outcome, Err(Failure::TotalTimeout(time, Phase::Answer)) if time == limit)
    );
    assert_eq!((settled.elapsed, settled.attempts), (limit, 2));
}

#[tokio::test(start_paused = true)]
async fn a_refusal_is_returned_rather_than_waited_out_beyond_the_total_time() {
    let script = Script::new(&[Act::AskToWait(429, "50")]);
    let settled = Setting::new(RetryClass::Safe).timeouts(30, Some(45)).run(&script).await;
    assert_eq!((status(&settled), settled.elapsed), (429, Duration::ZERO));
}

#[tokio::test(start_paused = true)]
async fn times_beyond_every_clock_are_no_panic() {
    let mut setting = Setting::new(RetryClass::Safe).timeouts(u64::MAX, Some(u64::MAX));
    setting.options.retry =
        RetryPolicy::default().base(Duration::MAX).cap(Duration::MAX).give_up_after(Duration::MAX);
    let script = Script::new(&[Act::AskToWait(429, "18446744073709551615")]);
    assert_eq!(setting.run(&script).await.attempts, 1);
    let script = Script::new(&[LOST]);
    assert_eq!(setting.run(&script).await.attempts, 1);
}

#[tokio::test(start_paused = true)]
async fn every_attempt_asks_for_a_token_of_its_own() {
    let script = Script::new(&[LOST, BUSY, NO_CONNECTION, OK]);
    Setting::new(RetryClass::Safe).auth(numbered()).run(&script).await;
    assert_eq!(script.tokens(), ["1", "2", "3", "4"]);
}

#[tokio::test(start_paused = true)]
async fn after_a_refused_token_another_one_is_tried_once_and_at_once() {
    let script = Script::new(&[Act::Answer(401, ""), Act::Answer(401, "")]);
    let settled = Setting::new(RetryClass::Never).auth(numbered()).run(&script).await;
    assert_eq!((status(&settled), script.tokens()), (401, vec!["1".to_owned(), "2".to_owned()]));
    assert_eq!(settled.elapsed, Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn a_refused_token_that_is_the_only_one_is_not_sent_again() {
    let script = Script::new(&[Act::Answer(401, "")]);
    let settled = Setting::new(RetryClass::Safe).run(&script).await;
    assert_eq!((status(&settled), settled.attempts), (401, 1));
}

#[tokio::test(start_paused = true)]
async fn nothing_is_sent_without_a_token_that_a_header_can_carry() {
    let script = Script::new(&[]);
    let setting = Setting::new(RetryClass::Safe).auth(Token::new("a\nb"));
    let settled = setting.run(&script).await;
    assert!(matches!(settled.outcome, Err(Failure::Token(_))));
    assert_eq!(settled.attempts, 0);
}

#[tokio::test(start_paused = true)]
async fn a_refusal_for_the_rate_slows_everyone_down() {
    let mut setting = Setting::new(RetryClass::Safe);
    setting.shared.limiter = RateLimiter::per_minute(2);
    let script = Script::new(&[Act::AskToWait(429, "80"), OK, OK]);
    setting.run(&script).await;
    setting.run(&script).await;
    // The second call has to wait for the first one's place, as one a minute is left.
    assert_eq!(script.times(), seconds(&[0.0, 80.0, 140.0]));
}

#[tokio::test(start_paused = true)]
async fn five_hundred_calls_at_once_keep_to_the_rate() {
    let mut setting = Setting::new(RetryClass::Safe);
    setting.shared.limiter = RateLimiter::default();
    let script = Script::new(&vec![OK; 500]);
    let (setting, script) = (Arc::new(setting), Arc::new(script));
    let calls: Vec<_> = (0..500)
        .map(|_| {
            let (setting, script) = (setting.clone(), script.clone());
            tokio::spawn(async move { setting.run(&script).await.attempts })
        })
        .collect();
    for call in calls {
        assert_eq!(call.await.unwrap(), 1);
    }
    let times = script.times();
    let minute = Duration::from_mins(1);
    assert!(times.windows(61).all(|window| window[60] >= window[0] + minute));
    assert_eq!(script.start.elapsed().as_secs(), 8 * 60);
}
