//! Makes a call: asks for a place, for a token, sends, judges, waits, and starts over.

use std::time::Duration;

use reqwest::Request;
use reqwest::header::{HeaderName, HeaderValue};

use super::backoff::backoff;
use super::failure::{Failure, Phase};
use super::retry_after::retry_after;
use super::verdict::Verdict;
use super::wire::{Reply, Wire, WireError, WireFault};
use crate::auth::{TokenError, TokenRequest};
use crate::observer::Observed;
use crate::operation::RetryClass;
use crate::options::Options;
use crate::platform::{Instant, sleep, timeout};
use crate::trace;
use crate::transport::Shared;

/// The header that carries the token (documented).
const AUTH: HeaderName = HeaderName::from_static("auth");

/// The rules that one call goes by.
pub(crate) struct Engine<'a> {
    pub(crate) shared: &'a Shared,
    pub(crate) options: &'a Options,
    pub(crate) class: RetryClass,
}

/// How a call ended, and what it took.
pub(crate) struct Settled {
    pub(crate) outcome: Result<Reply, Failure>,
    /// How many requests were sent, or tried to be.
    pub(crate) attempts: u32,
    /// Whether an attempt before the last one may have done its work unseen.
    pub(crate) doubtful: bool,
    pub(crate) elapsed: Duration,
}

/// How far a call has come. It outlives the work, which a timeout drops.
struct Progress {
    attempts: u32,
    doubtful: bool,
    phase: Phase,
    /// The token of the next attempt, where the one before left it.
    renewed: Option<HeaderValue>,
    token_refused: bool,
}

impl Engine<'_> {
    /// Makes the call.
    pub(crate) async fn run<W: Wire>(&self, wire: &W, request: Request) -> Settled {
        let began = Instant::now();
        let mut progress = Progress {
            attempts: 0,
            doubtful: false,
            phase: Phase::RateLimiter,
            renewed: None,
            token_refused: false,
        };
        let deadline = self.options.timeouts.total.and_then(|total| began.checked_add(total));
        let outcome = match self.options.timeouts.total {
            None => self.attempts(wire, &request, deadline, &mut progress).await,
            Some(total) => {
                let work = self.attempts(wire, &request, deadline, &mut progress);
                match timeout(total, work).await {
                    Ok(outcome) => outcome,
                    Err(_) => Err(Failure::TotalTimeout(total, progress.phase)),
                }
            }
        };
        let Progress { attempts, doubtful, .. } = progress;
        Settled { outcome, attempts, doubtful, elapsed: began.elapsed() }
    }

    async fn attempts<W: Wire>(
        &self,
        wire: &W,
        request: &Request,
        deadline: Option<Instant>,
        progress: &mut Progress,
    ) -> Result<Reply, Failure> {
        let policy = &self.options.retry;
        let mut first_began = None;
        let mut first_refused = None;
        loop {
            progress.phase = Phase::RateLimiter;
            let permit = self.shared.limiter.permit().await;
            let first_began = *first_began.get_or_insert_with(Instant::now);
            progress.phase = Phase::Token;
            let token = match progress.renewed.take() {
                Some(token) => token,
                None => self.token(progress.attempts + 1, false).await?,
            };
            progress.phase = Phase::Answer;
            progress.attempts += 1;
            let outcome = self.attempt(wire, request, token.clone()).await;
            let verdict = judge(&outcome, progress);
            if verdict == Verdict::Final {
                return outcome;
            }
            let asked = outcome
                .as_ref()
                .ok()
                .and_then(|reply| retry_after(&reply.headers, self.shared.clock.now()));
            if verdict == Verdict::RateLimited {
                first_refused.get_or_insert_with(Instant::now);
            }
            let since_refusal = first_refused.map(|at| at.elapsed()).unwrap_or_default();
            let wait = backoff(
                policy,
                verdict,
                progress.attempts,
                asked,
                since_refusal,
                self.shared.random,
            );
            if verdict == Verdict::RateLimited {
                // However long the API asks to wait, other calls find out for themselves in time.
                permit.refused(wait.min(policy.give_up_after));
            }
            drop(permit);
            let next = Instant::now().checked_add(wait);
            let in_time = next.is_some_and(|next| {
                next.duration_since(first_began) <= policy.give_up_after
                    && deadline.is_none_or(|deadline| next < deadline)
            });
            let again = verdict.may_repeat(self.class)
                && progress.attempts < policy.max_attempts
                && in_time
                && self.can_go_on(verdict, &token, progress).await;
            if !again {
                return outcome;
            }
            progress.doubtful |= verdict == Verdict::Doubtful;
            trace::repeating(progress.attempts, verdict, wait);
            progress.phase = Phase::Backoff;
            sleep(wait).await;
        }
    }

    async fn token(&self, attempt: u32, refused: bool) -> Result<HeaderValue, Failure> {
        let token = self.shared.auth.token(TokenRequest { attempt, refused });
        let token = token.await.map_err(Failure::Token)?;
        token.to_header().ok_or_else(|| {
            let problem = "the token is empty or has characters that a header cannot carry";
            Failure::Token(TokenError::new(problem))
        })
    }

    async fn attempt<W: Wire>(
        &self,
        wire: &W,
        request: &Request,
        token: HeaderValue,
    ) -> Result<Reply, Failure> {
        let mut request = copy(request);
        request.headers_mut().insert(AUTH, token);
        let observed = self.shared.observer.as_ref().map(|_| Observed::of(&request));
        let limit = self.options.timeouts.attempt;
        let reply = timeout(limit, wire.send(request))
            .await
            .map_err(|_| Failure::AttemptTimeout(limit))?
            .map_err(Failure::Wire)?;
        if let (Some(observer), Some(observed)) = (&self.shared.observer, observed) {
            observer.observe(observed.with(&reply));
        }
        Ok(reply)
    }

    /// After a refused token, only another one goes on; the provider is asked for it.
    async fn can_go_on(
        &self,
        verdict: Verdict,
        token: &HeaderValue,
        progress: &mut Progress,
    ) -> bool {
        if verdict != Verdict::TokenRefused {
            return true;
        }
        progress.phase = Phase::Token;
        progress.token_refused = true;
        // Without another token the refusal says more than the provider's failure does.
        progress.renewed = self.token(progress.attempts + 1, true).await.ok();
        progress.renewed.as_ref().is_some_and(|renewed| renewed != token)
    }
}

fn judge(outcome: &Result<Reply, Failure>, progress: &Progress) -> Verdict {
    match outcome {
        Ok(reply) => match Verdict::of_reply(reply) {
            // One new token is tried in a call; when it is refused too, tokens are not it.
            Verdict::TokenRefused if progress.token_refused => Verdict::Final,
            verdict => verdict,
        },
        Err(Failure::Wire(WireError { fault, .. })) => Verdict::of_fault(*fault),
        Err(Failure::AttemptTimeout(_)) => Verdict::of_fault(WireFault::Interrupted),
        Err(Failure::Token(_) | Failure::TotalTimeout(..)) => Verdict::Final,
    }
}

/// A request like this one. Those of the generated client have no body or one that can be copied.
fn copy(request: &Request) -> Request {
    request.try_clone().unwrap_or_else(|| {
        let mut copy = Request::new(request.method().clone(), request.url().clone());
        *copy.headers_mut() = request.headers().clone();
        copy
    })
}

#[cfg(test)]
mod tests;
