//! Prints how the judge does against the corpus of defects, as a table.
//!
//! ```console
//! $ cargo run -p agentassist-tests --example defects
//! ```

#![expect(clippy::unwrap_used, reason = "a broken corpus ends the program")]

#[path = "../it/defects/corpus.rs"]
mod corpus;

use std::collections::BTreeMap;
use std::io::Write;

/// What became of the cases of one folder.
#[derive(Default)]
struct Tally {
    cases: usize,
    caught: usize,
    false_alarms: usize,
}

fn main() -> std::process::ExitCode {
    let mut tallies = BTreeMap::<String, Tally>::new();
    let mut wrong = Vec::new();
    for case in corpus::cases() {
        let found: Vec<_> = case.judge().iter().map(|finding| finding.rule).collect();
        let is_caught = case.finds.iter().all(|rule| found.contains(rule));
        let is_false = found.iter().any(|rule| !case.finds.contains(rule));
        let folder = case.name.split('/').next().unwrap_or_default().to_owned();
        let tally = tallies.entry(folder).or_default();
        tally.cases += 1;
        tally.caught += usize::from(is_caught && !case.finds.is_empty());
        tally.false_alarms += usize::from(is_false);
        if !is_caught || is_false {
            wrong.push(format!("{}: found {found:?}", case.name));
        }
    }
    let mut out = std::io::stdout().lock();
    let mut total = Tally::default();
    writeln!(out, "| rule | cases | caught | false alarms |\n|---|--:|--:|--:|").unwrap();
    for (folder, Tally { cases, caught, false_alarms }) in tallies {
        let of_defects = if folder == "clean" { "-".to_owned() } else { caught.to_string() };
        writeln!(out, "| {folder} | {cases} | {of_defects} | {false_alarms} |").unwrap();
        total.cases += cases;
        total.caught += caught;
        total.false_alarms += false_alarms;
    }
    let Tally { cases, caught, false_alarms } = total;
    writeln!(out, "| all | {cases} | {caught} | {false_alarms} |").unwrap();
    for line in &wrong {
        writeln!(out, "{line}").unwrap();
    }
    std::process::ExitCode::from(u8::from(!wrong.is_empty()))
}
