//! How a run ends: exit codes, and failures that have one.

use std::error::Error;
use std::process::ExitCode;

use agentassist_conformance::coverage::{Coverage, Kind};
use agentassist_conformance::{Report, Severity};

use crate::outcome::{CallFailure, Situation};

/// The exit codes of `check` and `merge`, for `--help`.
pub(crate) const HELP: &str = "\
Exit codes:
  0  everything conforms (warnings may have been printed)
  1  an exchange breaks the document; with --deny warnings also for a warning, and with
     --baseline for a known finding that is gone
  2  the command line is wrong
  3  an input or an exchange in it cannot be read
  4  nothing was checked
  5  less was covered than --min-coverage demands";

/// The exit codes of `contract`, for `--help`.
pub(crate) const HELP_OF_CONTRACT: &str = "\
Exit codes:
  0  everything conforms (warnings may have been printed)
  1  an exchange breaks the document; with --deny warnings also for a warning
  2  the command line is wrong
  3  the target cannot be called, or a file cannot be written
  4  nothing was checked
  5  less was covered than --min-coverage demands";

/// Something breaks the document.
const FINDINGS: u8 = 1;
/// The command line is wrong; the number that clap uses too.
const USAGE: u8 = 2;
/// An input cannot be read, or the target cannot be called.
const UNREADABLE: u8 = 3;
/// Nothing was checked.
const NOTHING_CHECKED: u8 = 4;
/// Less was covered than demanded.
const COVERAGE: u8 = 5;

/// What a report has to satisfy.
#[derive(Debug, Clone, Copy, Default, clap::Args)]
pub(crate) struct Demands {
    /// Exit 1 for warnings too
    #[arg(long, value_enum, value_name = "WHAT")]
    deny: Option<Deny>,
    /// Exit 5 if a smaller share was seen: of the documented answers, or of what is named
    ///
    /// `80` or `answers=80` is a share of the documented answers; `operations`, `mediaTypes`,
    /// `parameters`, `properties`, `enumValues` and `rules` can be named too, with commas between:
    /// `operations=100,properties=60`. What breaks its schema was not seen.
    #[arg(long, value_name = "PERCENT", value_parser = Floor::parse)]
    min_coverage: Option<Floor>,
}

impl Demands {
    /// The least severity of which a finding makes the run fail.
    pub(crate) fn failing(self) -> Severity {
        match self.deny {
            Some(Deny::Warnings) => Severity::Warning,
            None => Severity::Error,
        }
    }
}

/// The least share of each kind of part that must be seen.
#[derive(Debug, Clone, Copy, Default)]
struct Floor {
    /// In percent, in the order of [`Kind::ALL`].
    shares: [f64; Kind::ALL.len()],
}

impl Floor {
    fn parse(text: &str) -> Result<Self, String> {
        let mut floor = Self::default();
        for part in text.split(',') {
            let (name, share) = part.split_once('=').unwrap_or((Kind::Answer.name(), part));
            let place = Kind::ALL.iter().position(|kind| kind.name() == name.trim());
            let names = || Kind::ALL.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(", ");
            let place = place.ok_or_else(|| format!("`{name}` is none of {}", names()))?;
            floor.shares[place] = percent(share.trim())?;
        }
        Ok(floor)
    }

    fn is_reached(self, coverage: &Coverage) -> bool {
        let mut floors = Kind::ALL.iter().zip(self.shares);
        floors.all(|(kind, share)| coverage.share(*kind).percent() >= share)
    }
}

/// What `--deny` can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Deny {
    /// Warnings count as errors.
    Warnings,
}

fn percent(text: &str) -> Result<f64, String> {
    match text.trim_end_matches('%').parse() {
        Ok(number) if (0.0..=100.0).contains(&number) => Ok(number),
        _ => Err("give a number from 0 to 100".to_owned()),
    }
}

/// The exit code of a run that came to its end, held against a baseline from which so many findings
/// are gone. What could not be read weighs most: the rest of the verdict is about less than was
/// asked for.
pub(crate) fn code(report: &Report, unreadable: usize, gone: usize, demands: Demands) -> ExitCode {
    let summary = &report.summary;
    let denied = demands.deny.is_some() && summary.warnings > 0;
    let code = if unreadable > 0 {
        UNREADABLE
    } else if summary.errors > 0 || denied || gone > 0 {
        FINDINGS
    } else if summary.exchanges == 0 {
        NOTHING_CHECKED
    } else if demands.min_coverage.is_some_and(|floor| !floor.is_reached(&report.coverage)) {
        COVERAGE
    } else {
        0
    };
    ExitCode::from(code)
}

/// The exit code of one shard of a run, which tells nothing of what it found.
pub(crate) fn of_shard(unreadable: usize) -> ExitCode {
    ExitCode::from(if unreadable > 0 { UNREADABLE } else { 0 })
}

/// Why a run could not come to its end.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The command line asks for something that cannot be.
    #[error("{0}")]
    Usage(String),
    /// Something outside does not do what it should.
    #[error("{what}")]
    Outside {
        /// What was attempted, and how to mend it.
        what: String,
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// The API was called, and not everything was done.
    #[error(transparent)]
    Call(#[from] CallFailure),
}

impl Failure {
    /// A failure of something outside of this program.
    pub(crate) fn outside(
        what: impl Into<String>,
        source: impl Into<Box<dyn Error + Send + Sync>>,
    ) -> Self {
        Self::Outside { what: what.into(), source: source.into() }
    }

    /// The same failure, with something added to what is told of a call.
    pub(crate) fn adding(self, more: &str) -> Self {
        match self {
            Self::Call(failure) => Self::Call(failure.adding(more)),
            other => other,
        }
    }

    /// The same failure of something that came after what was done already.
    pub(crate) fn after(self, done: &str) -> Self {
        match self {
            Self::Outside { what, source } => {
                Self::Outside { what: format!("{done}; {what}"), source }
            }
            other => other,
        }
    }

    /// Whether the API does not accept who asks.
    pub(crate) fn is_unauthorized(&self) -> bool {
        matches!(self, Self::Call(failure) if failure.situation == Situation::Unauthorized)
    }

    /// Whether what was named does not exist.
    pub(crate) fn is_not_found(&self) -> bool {
        matches!(self, Self::Call(failure) if failure.situation == Situation::NotFound)
    }

    /// The exit code for it.
    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Usage(_) => USAGE,
            Self::Outside { .. } => UNREADABLE,
            Self::Call(failure) => failure.situation.code(),
        })
    }
}
