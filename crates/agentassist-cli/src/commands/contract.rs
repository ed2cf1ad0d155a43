//! `agentassist contract`: the main job. Calls every operation, and judges every exchange.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use agentassist_conformance::{Exchange, Judge, Report, recordings};

use super::judging::{ReportArguments, Strictness};
use crate::contract::{self, Step, Target};
use crate::exit::{self, Failure};
use crate::{files, output};

/// Call the operations through the client, and judge every exchange against the document
///
/// Without options: starts a sandbox in this process, in memory, and calls all five operations.
/// With `--target URL`: the same against a live host, reading only. There, all settings but the
/// target come from where other commands take them: flags, the environment, a profile. No other
/// host than the one that --target names is ever called.
///
/// The recording, redacted, and the report are left in `target/contract/`.
#[derive(Debug, clap::Args)]
#[command(after_help = exit::HELP_OF_CONTRACT)]
pub(crate) struct Arguments {
    /// `sandbox`, or the host or base URL of a live environment
    #[arg(long, default_value = "sandbox", value_name = "TARGET")]
    target: String,
    /// Folder for the recording and the report
    #[arg(long, default_value = "target/contract", value_name = "FOLDER")]
    out: PathBuf,
    /// Also write each exchange to `FOLDER/<operationId>/<status>-<case>.json`
    #[arg(long, value_name = "FOLDER")]
    record_into: Option<PathBuf>,
    #[command(flatten)]
    strictness: Strictness,
    #[command(flatten)]
    report: ReportArguments,
    #[command(flatten)]
    live: contract::LiveArguments,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    // Before anything is called: what was done at a live host is to be kept.
    for folder in std::iter::once(&arguments.out).chain(&arguments.record_into) {
        fs::create_dir_all(folder)
            .map_err(|error| Failure::outside(cannot_write(folder), error))?;
    }
    let runtime = tokio::runtime::Runtime::new()
        .map_err(|error| Failure::outside("cannot start the runtime", error))?;
    let steps = runtime.block_on(async {
        match arguments.target.as_str() {
            "sandbox" => contract::run(Target::Sandbox).await,
            host => contract::run(arguments.live.target(host)?).await,
        }
    })?;
    let (report, exchanges) = judge(&steps, arguments);
    write(&arguments.out.join("recording.json"), &recordings::to_json(&exchanges))?;
    write(&arguments.out.join("report.json"), &output::to_json(&report))?;
    if let Some(folder) = &arguments.record_into {
        record(&steps, folder)?;
    }
    arguments.report.print(&report)?;
    output::say(&format!("recording and report are in {}", arguments.out.display()));
    Ok(arguments.report.exit_code(&report, 0, 0))
}

fn judge(steps: &[Step], arguments: &Arguments) -> (Report, Vec<Exchange>) {
    let judge = Judge::default().strict(arguments.strictness.strict);
    let file = arguments.out.join("recording.json").display().to_string();
    let mut report = Report::default();
    for (index, step) in steps.iter().enumerate() {
        report.add(&file, index + 1, judge.judge(&step.exchange));
    }
    report.end_file();
    (report, steps.iter().map(|step| step.exchange.clone()).collect())
}

/// Writes one recording for each step, named after its operation, status and case.
fn record(steps: &[Step], folder: &Path) -> Result<(), Failure> {
    for step in steps {
        let name = format!("{}-{}.json", step.exchange.response.status, step.case);
        let path = folder.join(step.operation).join(name);
        write(&path, &recordings::to_json(std::slice::from_ref(&step.exchange)))?;
    }
    Ok(())
}

fn cannot_write(path: &Path) -> String {
    format!("cannot write {}", path.display())
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |error| Failure::outside(cannot_write(path), error);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    files::replace_public(path, text).map_err(failed)
}
