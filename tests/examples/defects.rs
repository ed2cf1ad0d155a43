//! Prints how the judge does against the corpus of defects, as a table.
//!
//! ```console
//! $ cargo run -p agentassist-tests --example defects
//! ```
//!
//! `--write DIR` puts the corpus into a folder as well, for other tools:
//! `DIR/recordings/<case>.json` are recordings, and `DIR/cases.ndjson` has a line for each case,
//! with its exchanges before and after the patch and what the judge says of both.

#![expect(clippy::unwrap_used, reason = "a broken corpus ends the program")]

#[path = "../it/defects/corpus.rs"]
mod corpus;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use agentassist_conformance::report::Located;
use agentassist_conformance::rules::Layer;
use agentassist_conformance::{Finding, recordings};
use serde_json::{Value, json};

use self::corpus::Case;

fn main() -> std::process::ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let folder = match &arguments[..] {
        [] => None,
        [option, folder] if option == "--write" => Some(PathBuf::from(folder)),
        _ => panic!("the one option is --write DIR"),
    };
    let cases = corpus::cases();
    if let Some(folder) = folder {
        write(&folder, &cases);
    }
    print(&cases)
}

/// What became of the cases of one folder.
#[derive(Default)]
struct Tally {
    cases: usize,
    caught: usize,
    false_alarms: usize,
}

fn print(cases: &[Case]) -> std::process::ExitCode {
    let mut tallies = BTreeMap::<String, Tally>::new();
    let mut wrong = Vec::new();
    for case in cases {
        let found = corpus::told(&case.judge());
        let is_caught = case.finds.iter().all(|finding| found.contains(finding));
        let is_false = found.iter().any(|finding| !case.finds.contains(finding));
        let tally = tallies.entry(folder(case).to_owned()).or_default();
        tally.cases += 1;
        tally.caught += usize::from(is_caught && !case.finds.is_empty());
        tally.false_alarms += usize::from(is_false);
        if !is_caught || is_false {
            wrong.push(format!("{}: found {}", case.name, Value::from(found)));
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

fn write(folder: &Path, cases: &[Case]) {
    fs::create_dir_all(folder).unwrap();
    let mut lines = File::create(folder.join("cases.ndjson")).unwrap();
    for case in cases {
        writeln!(lines, "{}", line(case)).unwrap();
        let path = folder.join("recordings").join(&case.name).with_extension("json");
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let exchanges: Vec<_> = serde_json::from_value(case.exchanges.clone()).unwrap();
        fs::write(path, recordings::to_json(&exchanges)).unwrap();
    }
}

/// A case for other tools. `group` is where its defect lies, which says who could find it.
fn line(case: &Case) -> Value {
    let after = case.judge();
    // What else is found beside the rule that a case is about does not say where it lies.
    let meant = after.iter().find(|located| located.finding.rule.id() == folder(case));
    let group = match meant.or(after.first()) {
        None => "clean",
        Some(Located { finding, .. }) => match finding.rule.layer() {
            Layer::Message if finding.pointer.starts_with("/request") => "request",
            Layer::Message => "response",
            Layer::Answer => "answer",
            Layer::Sequence => "sequence",
        },
    };
    // Each by itself: together they need not be a sequence that could have happened.
    let before = case.base.as_array().into_iter().flatten();
    let before: Vec<_> =
        before.flat_map(|exchange| corpus::judge(&case.name, &json!([exchange]))).collect();
    json!({
        "name": case.name,
        "rule": folder(case),
        "group": group,
        "base": case.base,
        "exchanges": case.exchanges,
        "judge": {
            "base": said(&before),
            "exchanges": said(&after),
        },
    })
}

fn said(found: &[Located]) -> Vec<Value> {
    let found = found.iter().map(|located| &located.finding);
    let said = |it: &Finding| json!({"kind": it.rule, "place": it.pointer, "level": it.severity, "text": it.message});
    found.map(said).collect()
}

fn folder(case: &Case) -> &str {
    case.name.split('/').next().unwrap_or_default()
}
