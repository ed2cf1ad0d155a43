//! `agentassist check`: recorded traffic against the document.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use agentassist_conformance::{Baseline, Judge, Report};

use crate::exit::{self, Demands, Failure};
use crate::inputs::{self, InputError};
use crate::output::{self, Format};

/// Judge recorded traffic against the document
///
/// Reads recordings (JSON: an exchange or a list), NDJSON (an exchange on each line) and HAR
/// files; of a folder, every such file below it. Traffic of other APIs is set aside and counted.
/// Opens no network connection.
///
/// Each file is one sequence: the exchanges in it are taken to have been made in their order.
#[derive(Debug, clap::Args)]
#[command(after_help = exit::HELP)]
pub(crate) struct Arguments {
    /// Files and folders; `-` for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Judge only traffic with this host, such as `platform.kore.ai`; may be given several times
    #[arg(long, value_name = "HOST")]
    host: Vec<String>,
    /// What a gateway puts in front of every path, such as `/crm`
    #[arg(long, value_name = "PATH", default_value = "/")]
    base_path: String,
    /// Count properties that the document does not know as errors
    #[arg(long)]
    strict: bool,
    /// Form of the report on standard output
    #[arg(long, value_enum, default_value_t = Format::Pretty)]
    format: Format,
    /// Known findings: only new ones count, and known ones that are gone fail the check
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write all findings of this run to the baseline, instead of holding them against it
    #[arg(long, requires = "baseline")]
    update_baseline: bool,
    #[command(flatten)]
    demands: Demands,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let judge = Judge::default()
        .strict(arguments.strict)
        .hosts(arguments.host.iter().cloned())
        .base_path(&arguments.base_path);
    let mut report = Report::default();
    let mut unreadable = 0;
    for path in &arguments.paths {
        let outcomes = match inputs::expand(path) {
            Ok(inputs) => inputs.iter().map(|input| input.judge(&judge, &mut report)).collect(),
            Err(error) => vec![Err(error)],
        };
        for error in outcomes.into_iter().filter_map(Result::err) {
            // A folder without files is nothing to check, not something that cannot be read.
            if !matches!(error, InputError::EmptyFolder { .. }) {
                unreadable += 1;
            }
            output::complain(&error);
        }
    }
    let gone = match &arguments.baseline {
        Some(path) if arguments.update_baseline => {
            update_baseline(path, &mut report, unreadable)?;
            0
        }
        Some(path) => apply_baseline(path, &mut report, unreadable)?,
        None => 0,
    };
    output::report(&report, arguments.format)?;
    if report.summary.exchanges == 0 && unreadable == 0 {
        output::say("nothing was checked: no exchange calls an operation's path");
    }
    Ok(exit::code_beside_baseline(&report, unreadable, gone, arguments.demands))
}

/// Sets aside what is known; returns how many known findings are gone.
fn apply_baseline(path: &Path, report: &mut Report, unreadable: usize) -> Result<usize, Failure> {
    let failed = || format!("cannot use the baseline {}", path.display());
    let text = fs::read_to_string(path).map_err(|error| Failure::outside(failed(), error))?;
    let baseline = Baseline::parse(&text).map_err(|error| Failure::outside(failed(), error))?;
    let gone = baseline.apply(report);
    // What was not read may hold what seems to be gone.
    if unreadable > 0 {
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
    let baseline = Baseline::of(report);
    // Nothing can be gone from what was just made.
    let _ = baseline.apply(report);
    fs::write(path, baseline.to_json()).map_err(|error| {
        Failure::outside(format!("cannot write the baseline {}", path.display()), error)
    })
}
