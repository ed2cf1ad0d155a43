//! From the client's errors to situations with an exit code.

use std::error::Error as _;

use agentassist_client::{Error, ListingFault, UnauthorizedCause};

use crate::exit::Failure;
use crate::outcome::Situation;

/// What the message of a refusal ends with.
pub(crate) const ASK_THE_DOCTOR: &str = "; run `agentassist auth doctor`";

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::from(&error)
    }
}

impl From<&Error> for Failure {
    fn from(error: &Error) -> Self {
        let situation = match error {
            Error::InvalidRequest { problem, .. } => return Self::Usage(problem.clone()),
            Error::Token { .. } | Error::Unauthorized { .. } => Situation::Unauthorized,
            Error::Connect { .. } | Error::Timeout { .. } | Error::Interrupted { .. } => {
                Situation::Unreachable
            }
            Error::RateLimited { .. } => Situation::RateLimited,
            Error::NotFound { .. } => Situation::NotFound,
            Error::Listing(ListingFault::Incomplete { .. }) => Situation::Partial,
            _ => Situation::Refused,
        };
        let mut what = error.to_string();
        let mut source = error.source();
        while let Some(cause) = source {
            what.push_str(": ");
            what.push_str(&cause.to_string());
            source = cause.source();
        }
        if let Some(remedy) = remedy(error) {
            what.push_str(remedy);
        }
        situation.because(what).into()
    }
}

/// What to do about it on a command line.
fn remedy(error: &Error) -> Option<&'static str> {
    match error {
        Error::Unauthorized { cause: UnauthorizedCause::Replay, .. } => {
            Some("; give the client secret and --single-use-tokens")
        }
        Error::Unauthorized { .. } => Some(ASK_THE_DOCTOR),
        Error::Listing(ListingFault::Incomplete { .. }) => Some(" with --accept-gaps"),
        _ => None,
    }
}
