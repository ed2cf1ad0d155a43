//! Why the API does not accept a caller: it says little, so the likely cause is worked out.

use std::fmt;

/// What is likely wrong when the API answers 401 or 403.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum UnauthorizedCause {
    /// "Invalid SDK credentials": the platform says so for several mistakes (seen in public tests).
    Credentials,
    /// "Invalid JWT token": it is no JWT, or has expired.
    Token,
    /// "Scope is incorrect": the app lacks the scope, or has not been published since it got it.
    Scope {
        /// The scope that the operation needs (documented).
        needed: &'static str,
    },
    /// "possibly a replay": the app enforces `jti` and the token was sent before (documented).
    Replay,
    /// `exp` lies more than an hour ahead, which an app that enforces `jti` refuses (documented).
    LivesTooLong,
    /// The answer gives no hint.
    Unknown,
}

impl UnauthorizedCause {
    pub(super) fn of(message: Option<&str>, scope: &'static str) -> Self {
        let message = message.unwrap_or_default().to_ascii_lowercase();
        let says = |word: &str| message.contains(word);
        match () {
            () if says("replay") => Self::Replay,
            () if says("must be <=") => Self::LivesTooLong,
            () if says("scope") || says("permission") => Self::Scope { needed: scope },
            () if says("credentials") => Self::Credentials,
            () if says("jwt") || says("token") => Self::Token,
            () => Self::Unknown,
        }
    }
}

impl fmt::Display for UnauthorizedCause {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Credentials => formatter.write_str(
                "the client id, the client secret, the account or the stream is wrong, or they do \
                 not belong together",
            ),
            Self::Token => formatter
                .write_str("the token is no JWT or has expired: check the secret and the clock"),
            Self::Scope { needed } => write!(
                formatter,
                "the app needs the API scope \"{needed}\", and has to be published with it"
            ),
            Self::Replay => formatter.write_str(
                "the app takes each token once: use `JwtApp` with `single_use()`, not one token",
            ),
            Self::LivesTooLong => {
                formatter.write_str("the token must expire within an hour: shorten its lifetime")
            }
            Self::Unknown => formatter
                .write_str("check the token, and that its app is published with its API scopes"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_platforms_sentences_lead_to_their_causes() {
        let scope = UnauthorizedCause::Scope { needed: "Configuration" };
        for (message, cause) in [
            ("Invalid SDK credentials", UnauthorizedCause::Credentials),
            ("Invalid JWT token", UnauthorizedCause::Token),
            ("Permission denied. Scope is incorrect!", scope),
            ("error verifying the jwt: possibly a replay", UnauthorizedCause::Replay),
            (
                "error verifying the jwt: if \"jti\" claim \"exp\" must be <= 1 hour(s)",
                UnauthorizedCause::LivesTooLong,
            ),
            ("Go away", UnauthorizedCause::Unknown),
        ] {
            assert_eq!(UnauthorizedCause::of(Some(message), "Configuration"), cause);
        }
        assert_eq!(UnauthorizedCause::of(None, ""), UnauthorizedCause::Unknown);
    }
}
