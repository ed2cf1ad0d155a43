//! What became of a contact, and what is done again by wish.

use agentassist_client::{Error, Fate};
use serde::{Deserialize, Serialize};

/// What became of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Outcome {
    /// It is in a request that was, or may have been, sent.
    Sent,
    Deleted,
    Failed,
    /// Nobody knows.
    Unknown,
    /// Nothing was done to it.
    Untouched,
}

/// What is done again by wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Retry {
    /// What the API could not delete
    Failed,
    /// What may be deleted already: its answer was lost
    Unknown,
}

impl Outcome {
    /// The outcome, and the API's reason for it.
    pub(crate) fn of(fate: &Fate) -> (Self, Option<&str>) {
        match fate {
            Fate::Deleted => (Self::Deleted, None),
            Fate::Failed { reason } => (Self::Failed, reason.as_deref()),
            Fate::Untouched => (Self::Untouched, None),
            _ => (Self::Unknown, None),
        }
    }

    /// The outcome of each contact of a request that failed.
    ///
    /// A success of whatever kind may have had its effect, also one that no document knows.
    pub(crate) fn after(error: &Error) -> Self {
        let is_success = error.answer().is_some_and(|answer| (200..300).contains(&answer.status));
        if is_success || error.may_have_had_effect() { Self::Unknown } else { Self::Untouched }
    }

    /// The word for it. What was sent and not answered is unknown.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Deleted => "deleted",
            Self::Failed => "failed",
            Self::Sent | Self::Unknown => "unknown",
            Self::Untouched => "untouched",
        }
    }

    /// Whether there is still something to do, with what is done again by wish.
    pub(super) fn is_open(self, retry: &[Retry]) -> bool {
        match self {
            Self::Deleted => false,
            Self::Untouched => true,
            Self::Failed => retry.contains(&Retry::Failed),
            Self::Sent | Self::Unknown => retry.contains(&Retry::Unknown),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_unknown_is_not_sent_again_unasked() {
        assert!(!Outcome::Sent.is_open(&[]));
        assert!(!Outcome::Unknown.is_open(&[Retry::Failed]));
        assert!(Outcome::Sent.is_open(&[Retry::Unknown]));
        assert!(!Outcome::Failed.is_open(&[]));
        assert!(Outcome::Untouched.is_open(&[]));
        assert!(!Outcome::Deleted.is_open(&[Retry::Failed, Retry::Unknown]));
    }
}
