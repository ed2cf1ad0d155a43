//! How `check` and `merge` end: the report in a form, held against what is known and demanded.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use agentassist_conformance::report::Unreadable;
use agentassist_conformance::{Baseline, Report};

use super::judging::ReportArguments;
use crate::exit::Failure;
use crate::output;

/// What is done with a report.
#[derive(Debug, clap::Args)]
pub(super) struct Conclusion {
    #[command(flatten)]
    report: ReportArguments,
    /// Known findings: only new ones count, and known ones that are gone fail the check
    ///
    /// A finding that weighs more than in the baseline is new: an error that was a warning.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write all findings of this run to the baseline, instead of holding them against it
    ///
    /// The file stays as it is if an input cannot be read (exit 3), or nothing was checked (exit 4).
    #[arg(long, requires = "baseline")]
    update_baseline: bool,
}

impl Conclusion {
    /// Prints the report; so many inputs could not be read to their end, and these files hold
    /// something else.
    pub(super) fn draw(
        &self,
        mut report: Report,
        unreadable: usize,
        passed_over: &[String],
    ) -> Result<ExitCode, Failure> {
        tell_passed_over(passed_over);
        tell_unreadable(&report);
        let unreadable = unreadable + report.summary.unreadable;
        let gone = match &self.baseline {
            Some(path) if self.update_baseline => {
                update_baseline(path, &mut report, unreadable)?;
                0
            }
            Some(path) => apply_baseline(path, &mut report, unreadable)?,
            None => 0,
        };
        self.report.print(&report)?;
        if report.summary.exchanges == 0 && unreadable == 0 {
            output::say("nothing was checked: no exchange calls an operation's path");
        }
        Ok(self.report.exit_code(&report, unreadable, gone))
    }
}

/// Names files of a folder that are none of those that are read; very many are counted.
fn tell_passed_over(files: &[String]) {
    const NAMED: usize = 10;

    if files.is_empty() {
        return;
    }
    let names = files.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    let rest = files.len().saturating_sub(NAMED);
    let rest = if rest > 0 { format!(" and {rest} more") } else { String::new() };
    let count = output::counted(files.len(), "file");
    output::say(&format!("note: passed over {count} without exchanges: {names}{rest}"));
}

/// Names exchanges that could not be read; very many are counted.
fn tell_unreadable(report: &Report) {
    for Unreadable { file, exchange, problem } in &report.unreadable {
        output::complain_of(&output::unreadable(file, *exchange, problem));
    }
    let rest = report.summary.unreadable - report.unreadable.len();
    if rest > 0 {
        output::complain_of(&format!("cannot read {}", output::counted(rest, "more exchange")));
    }
}

/// Sets aside what is known; returns how many known findings are gone.
fn apply_baseline(path: &Path, report: &mut Report, unreadable: usize) -> Result<usize, Failure> {
    let failed = || format!("cannot use the baseline {}", path.display());
    let text = fs::read_to_string(path).map_err(|error| Failure::outside(failed(), error))?;
    let baseline = Baseline::parse(&text).map_err(|error| Failure::outside(failed(), error))?;
    let gone = baseline.apply(report);
    // What was not read may hold what seems to be gone, and so may what was not judged.
    if unreadable > 0 || report.summary.exchanges == 0 {
        return Ok(0);
    }
    for (fingerprint, entry) in &gone {
        output::say(&format!(
            "gone: {} at {} [{}, {fingerprint}]; take it off with --update-baseline",
            entry.message, entry.pointer, entry.rule
        ));
    }
    Ok(gone.len())
}

/// Writes all findings to the baseline, unless some of the input is missing from them.
fn update_baseline(path: &Path, report: &mut Report, unreadable: usize) -> Result<(), Failure> {
    if unreadable > 0 {
        output::say("the baseline stays as it is: not everything could be read");
        return Ok(());
    }
    if report.summary.exchanges == 0 {
        output::say("the baseline stays as it is");
        return Ok(());
    }
    // A wrong name may be that of a recording.
    let is_other = fs::read_to_string(path)
        .is_ok_and(|text| !text.trim().is_empty() && Baseline::parse(&text).is_err());
    if is_other || (path.exists() && fs::read_to_string(path).is_err()) {
        return Err(Failure::Usage(format!(
            "{} is no baseline, and stays as it is: name another file, or remove it",
            path.display()
        )));
    }
    let baseline = Baseline::of(report);
    // Nothing can be gone from what was just made.
    let _ = baseline.apply(report);
    fs::write(path, baseline.to_json()).map_err(|error| {
        Failure::outside(format!("cannot write the baseline {}", path.display()), error)
    })
}
