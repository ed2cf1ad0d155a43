//! Why there is no answer.

use std::fmt;
use std::time::Duration;

use super::wire::{WireError, WireFault};
use crate::auth::TokenError;

/// Why a call has no answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The provider had no token, or one that no header can carry.
    #[error("no token could be had")]
    Token(#[source] TokenError),
    /// The network had no answer.
    #[error("{0}")]
    Wire(WireError),
    /// The time for one attempt was over.
    #[error("no whole answer came within {0:?}")]
    AttemptTimeout(Duration),
    /// The time for the whole call was over, spent last on this.
    #[error("the call took more than {0:?}, at last {1}")]
    TotalTimeout(Duration, Phase),
}

/// What a call was waiting for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Phase {
    /// A place below the account's rate.
    RateLimiter,
    /// A token from the provider.
    Token,
    /// The answer of the API.
    Answer,
    /// The time before the next attempt.
    Backoff,
}

impl fmt::Display for Phase {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::RateLimiter => "waiting for its turn below the rate limit",
            Self::Token => "waiting for a token",
            Self::Answer => "waiting for the answer",
            Self::Backoff => "waiting before the next attempt",
        })
    }
}

impl fmt::Display for WireError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.fault {
            WireFault::NotConnected(cause) => {
                write!(formatter, "no connection came about: {cause}")
            }
            WireFault::Interrupted => formatter.write_str("the connection ended too early"),
            WireFault::TooLarge { limit } => write!(formatter, "the answer is over {limit} bytes"),
        }
    }
}

#[cfg(feature = "tracing")]
impl Failure {
    /// A word of few kinds, for OpenTelemetry's `error.type`.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Token(_) => "token",
            Self::Wire(error) => match error.fault {
                WireFault::NotConnected(_) => "connect",
                WireFault::Interrupted => "interrupted",
                WireFault::TooLarge { .. } => "too_large",
            },
            Self::AttemptTimeout(_) | Self::TotalTimeout(..) => "timeout",
        }
    }
}
