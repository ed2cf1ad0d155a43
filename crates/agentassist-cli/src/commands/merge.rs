//! `agentassist merge`: the report of a run that was spread over several machines.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::PathBuf;
use std::process::ExitCode;

use agentassist_conformance::{Report, recordings};

use super::conclusion::Conclusion;
use crate::exit::{self, Failure};
use crate::{output, spool};

/// Make one report of what the shards of a check have written
///
/// `agentassist check --shard 1/2 PATH… > one.ndjson` and the same with `2/2` judge a part each,
/// anywhere; `agentassist merge one.ndjson two.ndjson` then prints the report that
/// `agentassist check PATH…` would have printed, byte for byte, and exits as it would have. All
/// shards of the run are needed, in any order; a missing or doubled one is an error.
#[derive(Debug, clap::Args)]
#[command(after_help = exit::HELP)]
pub(crate) struct Arguments {
    /// Files, each with what one shard has written; `-` for standard input, which may hold several
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    conclusion: Conclusion,
}

/// How the first line of a shard begins.
const BEGIN: &[u8] = b"{\"shard\":";

/// What a shard has written, by a name for errors.
type Source = (String, Box<dyn BufRead>);

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let mut shards = Vec::new();
    for file in &arguments.files {
        if file.as_os_str() == "-" {
            shards.extend(standard_input()?);
        } else {
            let name = file.display().to_string();
            let opened = File::open(file)
                .map_err(|error| Failure::outside(format!("cannot read {name}"), error))?;
            shards.push((name, Box::new(BufReader::new(opened)) as Box<dyn BufRead>));
        }
    }
    let mut report = Report::default();
    let merged = recordings::merge(shards, &mut report)
        .map_err(|error| Failure::outside("cannot merge the shards", error))?;
    for fault in &merged.faults {
        output::complain_of(fault);
    }
    arguments.conclusion.draw(report, merged.faults.len(), &merged.passed_over)
}

/// Standard input, parted where a shard begins. It is kept in a file, since the shards are read
/// side by side.
fn standard_input() -> Result<Vec<Source>, Failure> {
    let failed =
        |error| Failure::outside("cannot read standard input into a temporary file", error);
    let parts = spool::parts(io::stdin().lock(), BEGIN).map_err(failed)?;
    let parts = parts.into_iter().enumerate().map(|(index, part)| {
        let name = format!("part {} of standard input", index + 1);
        (name, Box::new(BufReader::new(part)) as Box<dyn BufRead>)
    });
    Ok(parts.collect())
}
