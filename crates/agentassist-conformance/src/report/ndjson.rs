//! A report for programs that read line by line: a finding on each line, and the rest on the last.

use serde::Serialize;

use super::Report;

/// Writes each finding as a line of JSON, and then an object with `summary`, `coverage`,
/// `withheld` and `unreadable`.
#[must_use]
pub fn ndjson(report: &Report) -> String {
    let rest = serde_json::json!({
        "summary": report.summary,
        "coverage": report.coverage,
        "withheld": report.withheld,
        "unreadable": report.unreadable,
    });
    report.findings.iter().map(line).chain([line(&rest)]).collect()
}

fn line(value: &impl Serialize) -> String {
    // expect: string keys and finite numbers only.
    serde_json::to_string(value).expect("a report has a form in JSON") + "\n"
}
