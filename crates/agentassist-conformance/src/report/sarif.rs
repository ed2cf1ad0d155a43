//! A report in SARIF 2.1.0, for code scanning and editors.

use serde_json::{Value, json};

use super::words::evidence;
use super::{Folders, Located, Report, place};
use crate::document_lines;
use crate::finding::Severity;
use crate::rules::Rule;

/// Writes a report in SARIF 2.1.0. Files are named from the root of the repository.
///
/// A result stands at its recording, and points to the line of the document that is broken. Its
/// fingerprint makes two runs comparable.
#[must_use]
pub fn sarif(report: &Report, folders: Folders<'_>) -> String {
    let results: Vec<_> = report.findings.iter().map(|located| result(located, folders)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "agentassist",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": Rule::ALL.iter().map(|rule| descriptor(*rule)).collect::<Vec<_>>(),
            }},
            "columnKind": "utf16CodeUnits",
            "results": results,
            "properties": {"unlisted": report.summary.unlisted},
        }],
    });
    // expect: string keys and finite numbers only.
    serde_json::to_string_pretty(&log).expect("a report has a form in JSON") + "\n"
}

fn descriptor(rule: Rule) -> Value {
    let explanation = rule.explanation();
    json!({
        "id": rule.id(),
        "shortDescription": {"text": rule.demand()},
        "fullDescription": {"text": explanation.why},
        "help": {"text": explanation.fix},
        "defaultConfiguration": {"level": level(rule.severity())},
    })
}

fn result(located: &Located, folders: Folders<'_>) -> Value {
    let finding = &located.finding;
    let line = document_lines::line(finding.document.as_deref().unwrap_or_default());
    let in_document = json!({
        "artifactLocation": {"uri": document_lines::FILE},
        "region": {"startLine": line},
    });
    let logical = json!([{"fullyQualifiedName": finding.pointer, "kind": "value"}]);
    let location = match place::relative(&located.file, folders) {
        Some(file) => json!({
            "physicalLocation": {
                "artifactLocation": {"uri": place::uri(&file)},
                // Which line holds the exchange, only a reader of the file could say.
                "region": {"startLine": 1},
            },
            "logicalLocations": logical,
        }),
        // Standard input has no place of its own.
        None => json!({"physicalLocation": in_document, "logicalLocations": logical}),
    };
    json!({
        "ruleId": finding.rule.id(),
        "ruleIndex": Rule::ALL.iter().position(|rule| *rule == finding.rule),
        "level": level(finding.severity),
        "message": {"text": format!(
            "{} (exchange {}, {}; {})",
            finding.message, located.exchange, finding.pointer, evidence(finding)
        )},
        "locations": [location],
        "relatedLocations": [{
            "id": 1,
            "message": {"text": finding.document.as_deref().unwrap_or("the document")},
            "physicalLocation": in_document,
        }],
        "partialFingerprints": {"agentassist/v1": finding.fingerprint()},
        "properties": {
            "operation": finding.operation,
            "exchange": located.exchange,
            "certainty": finding.certainty,
            "basis": finding.basis,
            "why": finding.why,
            "reproduction": located.reproduction.as_deref(),
        },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}
