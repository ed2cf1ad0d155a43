//! Finds out why a request would not be authorised, or what became of one.
//!
//! The vendor answers a wrong secret, a wrong header, a missing scope and a wrong stream with the
//! same number, 4002. Here each cause has a name and a message of its own.

mod advice;
mod answer;
mod claims;
mod clock;
mod place;
mod token;

use serde_json::{Value, json};

pub(crate) use self::advice::{ERROR_4002, OPERATION, advice};
pub(crate) use self::answer::{accepted, failed};
pub(crate) use self::clock::clock;
pub(crate) use self::place::{account, host, stream};
pub(crate) use self::token::token;

/// What was looked at, and what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Check {
    /// What it is about, in kebab-case; the same words in every release.
    pub(crate) cause: &'static str,
    pub(crate) verdict: Verdict,
    pub(crate) message: String,
    /// What to do about it.
    pub(crate) remedy: Option<String>,
}

/// How good or bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verdict {
    /// Nothing that was looked at: something to know.
    Note,
    /// As it should be.
    Good,
    /// Works, or may work, but is worth knowing.
    Warning,
    /// A call did not come to a good end.
    Failed,
    /// A setting that no request can be made with.
    BadSetting,
    /// A request will not be authorised.
    Unauthorized,
}

/// Where a token comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// It was signed somewhere, and is sent with every request.
    Given,
    /// It was signed here, as a call would have it signed.
    SignedHere,
}

impl Verdict {
    /// The word for it.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Good => "good",
            Self::Warning => "warning",
            Self::Failed | Self::BadSetting | Self::Unauthorized => "problem",
        }
    }
}

impl Check {
    fn note(cause: &'static str, message: impl Into<String>) -> Self {
        Self { cause, verdict: Verdict::Note, message: message.into(), remedy: None }
    }

    pub(crate) fn good(cause: &'static str, message: impl Into<String>) -> Self {
        Self { cause, verdict: Verdict::Good, message: message.into(), remedy: None }
    }

    fn found(
        verdict: Verdict,
        cause: &'static str,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self { cause, verdict, message: message.into(), remedy: Some(remedy.into()) }
    }

    /// The check as a row of output.
    pub(crate) fn to_row(&self) -> Value {
        json!({
            "check": self.cause,
            "verdict": self.verdict.word(),
            "message": self.message,
            "remedy": self.remedy,
        })
    }
}

/// There is no token to look at, with a secret or without.
pub(crate) fn no_credential(has_secret: bool) -> Check {
    if has_secret {
        Check::found(
            Verdict::Unauthorized,
            "credential",
            "there is a client secret, and no client id for the claim `appId`",
            "give --client-id or AGENTASSIST_CLIENT_ID",
        )
    } else {
        Check::found(
            Verdict::Unauthorized,
            "credential",
            "there is neither a token nor a client secret",
            "set AGENTASSIST_TOKEN, or AGENTASSIST_CLIENT_ID with AGENTASSIST_CLIENT_SECRET",
        )
    }
}
