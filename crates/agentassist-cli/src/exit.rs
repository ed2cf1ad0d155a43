//! How a run ends: exit codes, and failures that have one.

use std::error::Error;
use std::process::ExitCode;

use agentassist_conformance::Report;

/// The exit codes, for `--help`.
pub(crate) const HELP: &str = "\
Exit codes:
  0  everything conforms (warnings may have been printed)
  1  an exchange breaks the document; with --deny warnings also for a warning
  2  the command line is wrong
  3  an input cannot be read, or the target cannot be called
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
    /// Exit 5 if a smaller share of the documented answers was seen (0 to 100)
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    min_coverage: Option<f64>,
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

/// The exit code of a run that came to its end. What could not be read weighs most: the rest of
/// the verdict is about less than was asked for.
pub(crate) fn code(report: &Report, unreadable: usize, demands: Demands) -> ExitCode {
    let summary = &report.summary;
    let denied = demands.deny.is_some() && summary.warnings > 0;
    let covered = report.coverage.answers().percent();
    let code = if unreadable > 0 {
        UNREADABLE
    } else if summary.errors > 0 || denied {
        FINDINGS
    } else if summary.exchanges == 0 {
        NOTHING_CHECKED
    } else if demands.min_coverage.is_some_and(|demanded| covered < demanded) {
        COVERAGE
    } else {
        0
    };
    ExitCode::from(code)
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
}

impl Failure {
    /// A failure of something outside of this program.
    pub(crate) fn outside(
        what: impl Into<String>,
        source: impl Into<Box<dyn Error + Send + Sync>>,
    ) -> Self {
        Self::Outside { what: what.into(), source: source.into() }
    }

    /// The exit code for it.
    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Usage(_) => USAGE,
            Self::Outside { .. } => UNREADABLE,
        })
    }
}
