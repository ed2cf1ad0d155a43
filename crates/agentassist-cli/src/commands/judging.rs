//! The flags that the commands which judge exchanges have in common.

use std::process::ExitCode;

use agentassist_conformance::Report;

use crate::exit::{self, Demands, Failure};
use crate::output::{self, Format};

/// How strictly exchanges are judged.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(super) struct Strictness {
    /// Count properties that the document does not know as errors
    #[arg(long)]
    pub(super) strict: bool,
}

/// What the report looks like, and what it has to satisfy.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(super) struct ReportArguments {
    /// Form of the report on standard output
    #[arg(long, value_enum, default_value_t = Format::Pretty)]
    format: Format,
    #[command(flatten)]
    demands: Demands,
}

impl ReportArguments {
    /// Prints a report.
    pub(super) fn print(&self, report: &Report) -> Result<(), Failure> {
        output::report(report, self.format, self.demands.failing())
    }

    /// The exit code for a report, beside inputs that could not be read and known findings that
    /// are gone.
    pub(super) fn exit_code(&self, report: &Report, unreadable: usize, gone: usize) -> ExitCode {
        exit::code(report, unreadable, gone, self.demands)
    }
}
