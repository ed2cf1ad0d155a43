//! `agentassist check`: recorded traffic against the document.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use agentassist_conformance::recordings::{Seal, Shard};
use agentassist_conformance::{Host, HostError, Judge, Report};

use super::conclusion::Conclusion;
use super::judging::Strictness;
use crate::exit::{self, Failure};
use crate::inputs::{self, Key, Part};
use crate::output;
use crate::shard_lines::ShardLines;

/// The most exchanges that a shard names as unreadable. `merge` has a list of its own.
const NAMED: usize = 100;

/// The shortest secret that nobody finds by trying.
const SHORTEST_KEY: usize = 16;

/// Judge recorded traffic against the document
///
/// Reads recordings (JSON: an exchange or a list), NDJSON (an exchange on each line), HAR files
/// and recordings of httpmock (YAML); of a folder, every such file below it. Traffic of other APIs
/// is set aside and counted. What a recording left out is not held against it. Opens no network
/// connection.
///
/// Each file is one sequence: the exchanges in it are taken to have been made in their order. A file
/// that is named twice is judged once.
///
/// `--shard` spreads a run over several machines: each judges a part of every input, and
/// `agentassist merge` makes of their lines the report that one run would have made.
#[derive(Debug, clap::Args)]
#[command(after_help = exit::HELP)]
pub(crate) struct Arguments {
    /// Files and folders; `-` for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Judge only traffic with this host, such as `platform.kore.ai`; may be given several times
    ///
    /// A port may follow, as in `localhost:8080`: without it, any port is meant.
    #[arg(long, value_name = "HOST")]
    host: Vec<String>,
    /// What a gateway puts in front of every path, such as `/crm`
    #[arg(long, value_name = "PATH", default_value = "/")]
    base_path: String,
    #[command(flatten)]
    strictness: Strictness,
    /// Judge one of so many parts, and write lines for `agentassist merge` instead of a report
    ///
    /// `2/4` is every fourth exchange of each input, from the second on. All shards are given the
    /// same paths and options. What a report has to satisfy is asked of `merge`: a shard exits
    /// with 0, or with 3 when an input cannot be read.
    #[arg(long, value_name = "INDEX/COUNT")]
    #[arg(conflicts_with_all = ["format", "baseline", "update_baseline", "deny", "min_coverage"])]
    shard: Option<Shard>,
    /// The input holds only the exchanges of the shard: something else has dealt them out
    ///
    /// For engines that split the input themselves: the first exchange of the input is the one
    /// with the number INDEX, each further one comes COUNT later. For NDJSON.
    #[arg(long, requires = "shard")]
    dealt: bool,
    /// A secret that hides names and numbers in the lines of a shard, the same for all of them
    ///
    /// Lines of shards hold hashes, by which names, numbers and ids are compared. They are hidden
    /// by a key that no line shows: the beginning of the input, if all shards read the same one.
    /// Shards that are dealt their exchanges need this file: without it, whoever gets their lines
    /// can find out by trying whether a name is among them.
    #[arg(long, requires = "shard", value_name = "FILE")]
    shard_key_file: Option<PathBuf>,
    #[command(flatten)]
    conclusion: Conclusion,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let hosts = hosts(&arguments.host)?;
    let judge = Judge::default()
        .strict(arguments.strictness.strict)
        .hosts(hosts.iter().cloned())
        .base_path(&arguments.base_path);
    match arguments.shard {
        Some(shard) => run_shard(arguments, &judge, shard, &hosts),
        None => run_whole(arguments, &judge),
    }
}

/// The hosts that are meant, each once. No message repeats one, which may hold a password.
fn hosts(names: &[String]) -> Result<BTreeSet<Host>, Failure> {
    let host = |name: &String| name.parse();
    let hosts = names.iter().map(host).collect::<Result<_, HostError>>();
    hosts.map_err(|error| Failure::Usage(format!("--host {error}")))
}

fn run_whole(arguments: &Arguments, judge: &Judge) -> Result<ExitCode, Failure> {
    let mut report = Report::default();
    let mut unreadable = 0;
    let mut passed_over = Vec::new();
    for input in inputs::all(&arguments.paths) {
        let outcome = input.and_then(|input| match input.report(judge, &mut report) {
            Err(error) if input.is_passed_over(&error) => {
                passed_over.push(input.name());
                Ok(())
            }
            outcome => outcome,
        });
        if let Err(error) = outcome {
            unreadable += usize::from(!error.is_nothing());
            output::complain(&error);
        }
    }
    arguments.conclusion.draw(report, unreadable, &passed_over)
}

/// Writes what a shard finds. Faults are told here and once more by `merge`.
fn run_shard(
    arguments: &Arguments,
    judge: &Judge,
    shard: Shard,
    hosts: &BTreeSet<Host>,
) -> Result<ExitCode, Failure> {
    let part = if arguments.dealt { Part::Dealt(shard) } else { Part::Of(shard) };
    let key = arguments.shard_key_file.as_deref().map(key).transpose()?;
    let mut lines = ShardLines::begin(shard, options(arguments, hosts, key.as_ref()));
    let key = key.map_or(Key::OfInput, Key::Given);
    let mut unreadable = 0;
    for input in inputs::all(&arguments.paths) {
        let (number, error) = match input {
            Ok(input) => {
                let name = input.name();
                lines.file(&name);
                let judged = input.judge(judge, part, key, |number, verdict| {
                    if let Some(problem) = verdict.problem() {
                        unreadable += 1;
                        if unreadable <= NAMED {
                            output::complain_of(&output::unreadable(&name, number, problem));
                        }
                    }
                    lines.exchange(number, verdict);
                });
                match judged {
                    Ok(()) => continue,
                    Err((_, error)) if input.is_passed_over(&error) => {
                        lines.passed_over();
                        continue;
                    }
                    Err(fault) => fault,
                }
            }
            Err(error) if error.is_nothing() => {
                output::complain(&error);
                continue;
            }
            Err(error) => {
                lines.file(error.name());
                (1, error)
            }
        };
        output::complain(&error);
        unreadable += 1;
        lines.fault(number, &error);
    }
    lines.end()?;
    Ok(exit::of_shard(unreadable))
}

/// What shards of one run have in common, besides their inputs.
fn options(arguments: &Arguments, hosts: &BTreeSet<Host>, key: Option<&Seal>) -> Vec<String> {
    let hosts = hosts.iter().map(|host| format!("--host={host}"));
    let base_path =
        (arguments.base_path != "/").then(|| format!("--base-path={}", arguments.base_path));
    let strict = arguments.strictness.strict.then(|| "--strict".to_owned());
    let key = key.map(|key| format!("--shard-key-file={}", key.print()));
    hosts.chain(base_path).chain(strict).chain(key).collect()
}

/// The key in a file.
fn key(path: &Path) -> Result<Seal, Failure> {
    let failed =
        |error| Failure::outside(format!("cannot use the shard key in {}", path.display()), error);
    let secret = fs::read(path).map_err(failed)?;
    let secret = secret.trim_ascii();
    if secret.len() < SHORTEST_KEY {
        let problem = format!("it is shorter than {SHORTEST_KEY} bytes");
        return Err(failed(io::Error::other(problem)));
    }
    Ok(Seal::of(secret))
}
