//! Findings that are the same but for their place.

use std::collections::HashSet;

use super::kinds::key;
use super::{Located, Report};

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
        match self.count.saturating_sub(1) {
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
