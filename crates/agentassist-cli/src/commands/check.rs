//! `agentassist check`: recorded traffic against the document.

use std::path::PathBuf;
use std::process::ExitCode;

use agentassist_conformance::{Judge, Report};

use crate::exit::{self, Demands, Failure};
use crate::inputs::{self, Input, InputError};
use crate::output::{self, Format};

/// Judge recorded traffic against the document
///
/// Reads recordings (JSON: an exchange or a list), NDJSON (an exchange on each line) and HAR
/// files; of a folder, every such file below it. Traffic of other APIs is set aside and counted.
/// Opens no network connection.
#[derive(Debug, clap::Args)]
#[command(after_help = exit::HELP)]
pub(crate) struct Arguments {
    /// Files and folders; `-` for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Count properties that the document does not know as errors
    #[arg(long)]
    strict: bool,
    /// Form of the report on standard output
    #[arg(long, value_enum, default_value_t = Format::Pretty)]
    format: Format,
    #[command(flatten)]
    demands: Demands,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let judge = Judge::default().strict(arguments.strict);
    let mut report = Report::default();
    let mut unreadable = 0;
    for path in &arguments.paths {
        let outcomes = match inputs::expand(path) {
            Ok(inputs) => {
                inputs.iter().map(|input| judge_input(&judge, input, &mut report)).collect()
            }
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
    output::report(&report, arguments.format)?;
    if report.summary.exchanges == 0 && unreadable == 0 {
        output::say("nothing was checked: no exchange calls an operation's path");
    }
    Ok(exit::code(&report, unreadable, arguments.demands))
}

fn judge_input(judge: &Judge, input: &Input, report: &mut Report) -> Result<(), InputError> {
    let exchanges = input.read()?;
    report.add_file();
    for (index, exchange) in exchanges.iter().enumerate() {
        report.add(&input.name(), index + 1, judge.judge(exchange));
    }
    Ok(())
}
