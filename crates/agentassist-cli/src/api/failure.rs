//! From the client's errors to situations with an exit code.

use std::error::Error as _;

use agentassist_client::{BuildError, Error, ListingFault, UnauthorizedCause};

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

impl From<BuildError> for Failure {
    fn from(error: BuildError) -> Self {
        let why = match error {
            // The client's own message is for those who write a program with it.
            BuildError::PlainHttp => "it is another machine by plain http, which shows the token \
                                      to whoever is on the way; give an https:// address, or \
                                      lead a tunnel there from a port of this machine and give \
                                      http://127.0.0.1:PORT"
                .to_owned(),
            error => error.to_string(),
        };
        Self::Usage(format!("the target cannot be called: {why}"))
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
