//! A report for GitHub Actions: annotations of the worst, and a summary of the step.

use super::group::worst_first;
use super::words::{counts, evidence, severity};
use super::{Folders, Report, place};
use crate::document_lines;
use crate::finding::Severity;

/// The most annotations: of more of one kind, GitHub shows none.
const SHOWN: usize = 10;

/// Writes commands that make GitHub show findings beside the files: the worst first, one for
/// findings that are the same but for their place, and a notice that counts the rest.
///
/// Files are named from the root of the repository. The summary of the step is
/// [`markdown`](super::markdown()).
#[must_use]
pub fn github(report: &Report, folders: Folders<'_>) -> String {
    let groups = worst_first(report);
    let mut lines = Vec::new();
    for group in groups.iter().take(SHOWN) {
        let finding = &group.first.finding;
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "notice",
        };
        let title = format!("{} ({})", finding.rule, severity(group.first));
        let line = finding.document.as_deref().map(document_lines::line);
        let in_document =
            line.map(|line| format!(", see {}:{line}", document_lines::FILE)).unwrap_or_default();
        let message = format!(
            "{}{}, exchange {}, at {}{in_document} ({})",
            finding.message,
            group.others(),
            group.first.exchange,
            finding.pointer,
            evidence(finding),
        );
        let file = place::relative(&group.first.file, folders);
        let file = file.map(|file| format!("file={},", property(&file))).unwrap_or_default();
        let title = property(&title);
        lines.push(format!("::{command} {file}title={title}::{}", data(&message)));
    }
    let rest = match groups.len().saturating_sub(SHOWN) {
        0 => String::new(),
        rest => format!(", {rest} more kinds are in the summary"),
    };
    lines.push(format!("agentassist: {}{rest}\n", data(&counts(report))));
    lines.join("\n")
}

/// Escapes the message of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
