//! Makes an error of how a call ended. Pure: what happened in, a situation out.

use std::time::SystemTime;

use super::{Answer, Call, Error, UnauthorizedCause};
use crate::engine::{Failure, Phase, Reply, WireFault, is_rate_limit, retry_after};
use crate::operation::Operation;

/// The error of a call without an answer.
pub(crate) fn of_failure(call: Call, failure: Failure) -> Error {
    match failure {
        Failure::Token(source) => Error::Token { call, source },
        Failure::AttemptTimeout(limit) => Error::Timeout { call, phase: Phase::Answer, limit },
        Failure::TotalTimeout(limit, phase) => Error::Timeout { call, phase, limit },
        Failure::Wire(error) => match error.fault {
            WireFault::NotConnected(cause) => Error::Connect { call, cause, source: error.source },
            WireFault::Interrupted => Error::Interrupted { call, source: error.source },
            WireFault::TooLarge { limit } => Error::TooLarge { call, limit },
        },
    }
}

/// The error of a call with this answer; `None` when the answer is a success and says so.
pub(crate) fn of_answer(
    call: &Call,
    operation: &Operation,
    reply: &Reply,
    now: impl FnOnce() -> SystemTime,
) -> Option<Error> {
    if reply.is_plain_success {
        return None;
    }
    let call = call.clone();
    let answer = || Box::new(Answer::of(reply));
    if is_rate_limit(reply) {
        let retry_after = retry_after(&reply.headers, now());
        return Some(Error::RateLimited { call, answer: answer(), retry_after });
    }
    let error = match reply.status.as_u16() {
        200..=299 => {
            if !reply.envelope().says_failure {
                return None;
            }
            Error::FailureInSuccess { call, answer: answer() }
        }
        401 | 403 => {
            let answer = answer();
            let cause = UnauthorizedCause::of(answer.message.as_deref(), operation.scope);
            Error::Unauthorized { call, answer, cause }
        }
        404 | 410 => Error::NotFound { call, answer: answer() },
        // Unknown ids are answered so by other operations of the platform.
        400 if says_not_found(reply) => Error::NotFound { call, answer: answer() },
        400..=499 => Error::Refused { call, answer: answer() },
        500..=599 => Error::ServerFailure { call, answer: answer() },
        _ => Error::UnexpectedStatus { call, answer: answer() },
    };
    Some(error)
}

fn says_not_found(reply: &Reply) -> bool {
    let message = reply.envelope().message.as_deref().unwrap_or_default();
    message.to_ascii_lowercase().contains("not found")
}
