//! What can go wrong, by situation.

mod answer;
mod build;
mod connect;
mod decode;
mod display;
mod missing;
mod of_call;
mod scrub;
mod unauthorized;

use std::time::Duration;

pub use self::answer::Answer;
pub use self::build::BuildError;
pub use self::connect::ConnectCause;
pub use self::decode::{DecodeError, DecodeProblem};
pub(crate) use self::of_call::{of_answer, of_failure};
pub use self::unauthorized::UnauthorizedCause;
use crate::auth::TokenError;
use crate::contacts::ListingFault;
use crate::engine::Phase;
use crate::generated::LIST_CONTACTS;

/// Why a call failed.
///
/// Its text is one line without secrets and personal data: ids and bodies are left out, and what
/// the API says is cut short and stripped of all but short numbers and the plain words of errors.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The request cannot be right, and was not sent.
    #[error("{operation}: not sent: {problem}")]
    InvalidRequest {
        /// Id of the operation.
        operation: &'static str,
        /// What is wrong and how to mend it. It does not show the value.
        problem: String,
    },
    /// There is no token to send the request with.
    #[error("{call}: no token could be had: look at the token provider")]
    Token {
        /// How the call went.
        call: Call,
        /// What the provider says.
        source: TokenError,
    },
    /// No connection to the API came about.
    #[error("{call}: the API cannot be reached: {cause}")]
    Connect {
        /// How the call went.
        call: Call,
        /// What is likely wrong.
        cause: ConnectCause,
        /// What the network says.
        source: Option<reqwest::Error>,
    },
    /// The answer took too long. The API may have acted.
    #[error("{call}: took more than {limit:?}, at last {phase}")]
    Timeout {
        /// How the call went.
        call: Call,
        /// What the call was waiting for.
        phase: Phase,
        /// The time that was over.
        limit: Duration,
    },
    /// The connection ended before the answer did. The API may have acted.
    #[error("{call}: the connection ended before the answer did{}", display::effect(call))]
    Interrupted {
        /// How the call went.
        call: Call,
        /// What the network says.
        source: Option<reqwest::Error>,
    },
    /// The API refuses the request because the account has made too many. Nothing was done.
    #[error("{call}: rate limited by the API{}", display::wait(*retry_after))]
    RateLimited {
        /// How the call went.
        call: Call,
        /// The refusal.
        answer: Box<Answer>,
        /// How long the API asks to wait, if it does.
        retry_after: Option<Duration>,
    },
    /// The API does not accept the caller, or not for this operation. Nothing was done.
    #[error("{call}: unauthorized{answer}: {cause}")]
    Unauthorized {
        /// How the call went.
        call: Call,
        /// The refusal.
        answer: Box<Answer>,
        /// What is likely wrong.
        cause: UnauthorizedCause,
    },
    /// What the request names does not exist.
    #[error("{call}: not found{answer}")]
    NotFound {
        /// How the call went.
        call: Call,
        /// The refusal.
        answer: Box<Answer>,
    },
    /// The API refuses the request for another reason.
    #[error("{call}: refused{answer}")]
    Refused {
        /// How the call went.
        call: Call,
        /// The refusal.
        answer: Box<Answer>,
    },
    /// The API failed. It may have acted.
    #[error("{call}: the API failed{answer}")]
    ServerFailure {
        /// How the call went.
        call: Call,
        /// What it answered.
        answer: Box<Answer>,
    },
    /// The answer has a status of success and a body that says failure.
    #[error("{call}: failed, in an answer of success{answer}")]
    FailureInSuccess {
        /// How the call went.
        call: Call,
        /// What it answered.
        answer: Box<Answer>,
    },
    /// The answer has a status that this API has no use for, such as a redirect.
    #[error("{call}: an unexpected answer{answer}: is the host that of the API?")]
    UnexpectedStatus {
        /// How the call went.
        call: Call,
        /// What it answered.
        answer: Box<Answer>,
    },
    /// The answer is a success, but its body is not what the operation returns.
    #[error("{call}: the body of the answer cannot be read{answer}")]
    Undecodable {
        /// How the call went.
        call: Call,
        /// What it answered.
        answer: Box<Answer>,
        /// What is wrong with the body.
        source: DecodeError,
    },
    /// The answer is larger than the client accepts.
    #[error("{call}: the answer is over {limit} bytes: raise `max_body_bytes` if that is right")]
    TooLarge {
        /// How the call went.
        call: Call,
        /// What the client accepts, in bytes.
        limit: usize,
    },
    /// The pages that the API returned do not make one list.
    #[error("listContacts: {0}")]
    Listing(#[from] ListingFault),
}

/// How a failed call went.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Call {
    /// Id of the operation.
    pub operation: &'static str,
    /// How many requests were sent, or tried to be.
    pub attempts: u32,
    /// How long it all took.
    pub elapsed: Duration,
    /// Whether an attempt before the last one may have had effect unseen.
    pub doubtful: bool,
}

impl Error {
    /// Whether the same call may succeed later. It says nothing about whether a repeat is safe: a
    /// call that may have had effect should be looked into first.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Timeout { .. } | Self::Interrupted { .. } | Self::RateLimited { .. } => true,
            Self::Connect { cause, .. } => cause.may_pass(),
            Self::ServerFailure { answer, .. } => matches!(answer.status, 500 | 502..=504),
            Self::Refused { answer, .. } => answer.status == 408,
            _ => false,
        }
    }

    /// Whether the API may have done what the call asked for although the call failed. A call that
    /// only reads has no effect.
    #[must_use]
    pub fn may_have_had_effect(&self) -> bool {
        if self.call().is_some_and(|call| call.operation == LIST_CONTACTS.id) {
            return false;
        }
        if self.call().is_some_and(|call| call.doubtful) {
            return true;
        }
        match self {
            Self::Timeout { phase, .. } => *phase == Phase::Answer,
            Self::Interrupted { .. }
            | Self::ServerFailure { .. }
            | Self::Undecodable { .. }
            | Self::TooLarge { .. } => true,
            Self::Refused { answer, .. } => answer.status == 408,
            // A success of another kind, such as 202 or 204.
            Self::UnexpectedStatus { answer, .. } => (200..300).contains(&answer.status),
            _ => false,
        }
    }

    /// Whether the API itself says that the contact or contact list that the call names does not
    /// exist. Another server says so of every path, and the API of other things too.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::NotFound { call, answer } if missing::is_told(call.operation, answer))
    }

    /// How many requests the call sent or tried to send; 0 when it was refused beforehand.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.call().map_or(0, |call| call.attempts)
    }

    /// How the call went, if it came so far.
    #[must_use]
    pub fn call(&self) -> Option<&Call> {
        match self {
            Self::InvalidRequest { .. } | Self::Listing(_) => None,
            Self::Token { call, .. }
            | Self::Connect { call, .. }
            | Self::Timeout { call, .. }
            | Self::Interrupted { call, .. }
            | Self::RateLimited { call, .. }
            | Self::Unauthorized { call, .. }
            | Self::NotFound { call, .. }
            | Self::Refused { call, .. }
            | Self::ServerFailure { call, .. }
            | Self::FailureInSuccess { call, .. }
            | Self::UnexpectedStatus { call, .. }
            | Self::Undecodable { call, .. }
            | Self::TooLarge { call, .. } => Some(call),
        }
    }

    /// The API's last answer, if there was one.
    #[must_use]
    pub fn answer(&self) -> Option<&Answer> {
        match self {
            Self::RateLimited { answer, .. }
            | Self::Unauthorized { answer, .. }
            | Self::NotFound { answer, .. }
            | Self::Refused { answer, .. }
            | Self::ServerFailure { answer, .. }
            | Self::FailureInSuccess { answer, .. }
            | Self::UnexpectedStatus { answer, .. }
            | Self::Undecodable { answer, .. } => Some(answer),
            _ => None,
        }
    }

    /// The id by which the platform's operators find the request, if the answer had one.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.answer()?.request_id()
    }
}
