//! How a command that calls the API ends, and its exit codes.
//!
//! They continue those of `check` and `contract`: 2 and 3 mean the same everywhere.

/// What stands below the options of a command that calls the API, for `--help`: examples, where
/// settings come from, and the exit codes.
macro_rules! help {
    ($($example:literal),+ $(,)?) => {
        concat!(
            "Examples:\n",
            $("  ", $example, "\n",)+
            "\n\
Settings:
  A flag wins over the environment (AGENTASSIST_…), the environment over the profile in the
  configuration file, the profile over the default. Tokens and secrets are never taken from the
  command line: give a file, `-` for standard input, AGENTASSIST_TOKEN or
  AGENTASSIST_CLIENT_SECRET.

Exit codes:
    0  done
    1  the API refused, failed, or gave an answer that cannot be understood
    2  the command line, a setting, or the content of a file is wrong
    3  a file cannot be read or written, or the target cannot be reached
    4  not authorised: run `agentassist auth doctor`
    5  there is no such contact or contact list
    6  the rate limit is reached
    7  not everything was done; the outcome of each id is told
  130  interrupted, or a question was answered with no"
        )
    };
}
pub(crate) use help;

/// Why a command that calls the API did not do all that it should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Situation {
    /// The API refused, failed, or gave an answer that cannot be understood.
    Refused,
    /// The target cannot be reached.
    Unreachable,
    /// The token, its scope or its stream is not accepted.
    Unauthorized,
    /// There is no such contact or contact list.
    NotFound,
    /// The rate limit is reached.
    RateLimited,
    /// Some of it was done, some was not.
    Partial,
    /// Somebody stopped it.
    Interrupted,
}

impl Situation {
    /// The exit code for it.
    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Refused => 1,
            Self::Unreachable => 3,
            Self::Unauthorized => 4,
            Self::NotFound => 5,
            Self::RateLimited => 6,
            Self::Partial => 7,
            Self::Interrupted => 130,
        }
    }

    /// The failure for it.
    pub(crate) fn because(self, what: impl Into<String>) -> CallFailure {
        CallFailure { situation: self, what: what.into() }
    }
}

/// A call, or several of them, that did not come to a good end.
#[derive(Debug, thiserror::Error)]
#[error("{what}")]
pub(crate) struct CallFailure {
    pub(crate) situation: Situation,
    what: String,
}

impl CallFailure {
    /// The same failure, with something added to what is told of it.
    pub(crate) fn adding(mut self, more: &str) -> Self {
        self.what.push_str(more);
        self
    }
}
