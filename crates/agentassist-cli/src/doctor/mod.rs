//! Finds out, without sending anything, why a request would not be authorised.
//!
//! The vendor answers a wrong secret, a wrong header, a missing scope and a wrong stream with the
//! same number, 4002. Here each cause has a name and a message of its own.

mod claims;
mod place;
mod token;

use serde_json::{Value, json};

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
    /// As it should be.
    Good,
    /// Works, or may work, but is worth knowing.
    Warning,
    /// A setting that no request can be made with.
    BadSetting,
    /// A request will not be authorised.
    Unauthorized,
}

impl Verdict {
    /// The word for it.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Warning => "warning",
            Self::BadSetting | Self::Unauthorized => "problem",
        }
    }
}

impl Check {
    fn good(cause: &'static str, message: impl Into<String>) -> Self {
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

/// The API answered as it should.
pub(crate) fn accepted() -> Check {
    Check::good("call", "the API answered listContacts: the scope Configuration is there")
}

/// The API does not accept who asks.
pub(crate) fn refused(message: &str) -> Check {
    Check::found(
        Verdict::Unauthorized,
        "call",
        message,
        "what can be told from here is right: look at the app's scopes, whether it was published \
         since, and whether account, stream and app belong together",
    )
}

/// What the vendor's error 4002 stands for, by its message. Seen at other public APIs of Kore.ai:
/// for these operations no error is documented.
pub(crate) const EXPLAINED_4002: &[(&str, &str)] = &[
    ("Invalid JWT token", "the header `auth` holds something that is no JWT"),
    (
        "Invalid SDK credentials",
        "the header `auth` is missing, the signature is wrong (another secret), or the stream is \
         not one of the app with this `appId` (another account)",
    ),
    (
        "Permission denied. Scope is incorrect!",
        "the app lacks the API scope, or the scope was assigned and the app not published since",
    ),
];
