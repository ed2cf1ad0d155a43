//! From the client's errors to situations with an exit code.

use std::error::Error as _;

use agentassist_client::{BuildError, Error, ListingFault, TokenError, UnauthorizedCause};

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
        let mut what = match error {
            Error::TooLarge { call, limit } => {
                format!("{call}: the answer is over {limit} bytes: is the target that of the API?")
            }
            Error::Token { call, .. } => format!("{call}: there is no token to send"),
            error => error.to_string(),
        };
        let mut source = error.source();
        while let Some(cause) = source {
            if !cause.is::<TokenError>() {
                what.push_str(": ");
                what.push_str(&cause.to_string());
            }
            source = cause.source();
        }
        if let Some(remedy) = remedy(error) {
            what.push_str(remedy);
        }
        situation.because(what).into()
    }
}

impl From<BuildError> for Failure {
    /// The client's own messages are for those who write a program with it: here flags are named.
    fn from(error: BuildError) -> Self {
        Self::Usage(match error {
            BuildError::Missing { setting } => {
                format!("{} is needed", places(setting))
            }
            BuildError::NotAHeaderValue { setting } => {
                format!("{} is empty, or has characters that no header may have", places(setting))
            }
            BuildError::Host { reason } => format!(
                "{} cannot be used, {reason}: give something like platform.kore.ai",
                places("target")
            ),
            BuildError::PlainHttp => "the target is another machine by plain http, which shows \
                                      the token to whoever is on the way: give an https:// \
                                      address, or lead a tunnel there from a port of this \
                                      machine and give http://127.0.0.1:PORT"
                .to_owned(),
            // What the machine lacks is no mistake of the command line.
            error => return Self::outside("the client cannot be set up", error),
        })
    }
}

/// Where a setting of the client comes from, on a command line.
fn places(setting: &str) -> String {
    let (flag, key) = (setting.replace('_', "-"), setting.to_ascii_uppercase());
    format!("--{flag} (or AGENTASSIST_{key}, or `{setting}` in the profile)")
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
