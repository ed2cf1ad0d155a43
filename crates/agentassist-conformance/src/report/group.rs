//! Findings that are the same but for their place.

use std::collections::HashSet;

use super::kinds::key;
use super::{Located, Report};
use crate::finding::Severity;

/// Findings with the same fingerprint and severity.
#[derive(Debug)]
pub(super) struct Group<'a> {
    /// The first of them.
    pub(super) first: &'a Located,
    /// How many there are.
    pub(super) count: usize,
}

impl Group<'_> {
    /// How many there are beside the first, in words; nothing if there are none.
    pub(super) fn others(&self) -> String {
        match self.count - 1 {
            0 => String::new(),
            others => format!(" (and {others} more like it)"),
        }
    }
}

/// The findings of a report in groups, in the order in which the groups begin.
pub(super) fn groups(report: &Report) -> Vec<Group<'_>> {
    let mut groups = Vec::<Group<'_>>::new();
    let mut seen = HashSet::new();
    for located in &report.findings {
        let finding = &located.finding;
        if seen.insert(key(finding)) {
            groups.push(Group { first: located, count: report.kinds.count(finding).found });
        }
    }
    groups
}

/// The groups of a report, the worst first.
pub(super) fn worst_first(report: &Report) -> Vec<Group<'_>> {
    let mut groups = groups(report);
    groups.sort_by_key(|group| group.first.finding.severity);
    groups
}

/// `1 error`, `2 errors`.
pub(super) fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// The counts of findings, in words.
pub(super) fn counts(report: &Report) -> String {
    let summary = &report.summary;
    let known = match summary.known {
        0 => String::new(),
        known => format!(", {known} known to the baseline"),
    };
    let unlisted = match summary.unlisted {
        0 => String::new(),
        unlisted => format!("; {unlisted} of them are not listed"),
    };
    format!(
        "{}, {}, {}{known}{unlisted}",
        counted(summary.errors, "error"),
        counted(summary.warnings, "warning"),
        counted(summary.infos, "note"),
    )
}

/// The word for a severity of a finding in a sentence, with how certain it is.
pub(super) fn severity(located: &Located) -> &'static str {
    use crate::finding::Certainty;

    match (located.finding.severity, located.finding.certainty) {
        (Severity::Error, _) => "error",
        (Severity::Warning, Certainty::Proved) => "warning",
        (Severity::Warning, Certainty::Possible) => "possible",
        (Severity::Info, _) => "info",
    }
}
