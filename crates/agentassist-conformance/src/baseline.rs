//! Findings that are known: only new ones count, and gone ones have to be taken off the list.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::finding::{Finding, Severity};
use crate::fingerprint::Fingerprint;
use crate::report::Report;
use crate::rules::Rule;

/// The known findings of a project, as a file keeps them.
///
/// A finding is known by its [fingerprint](Finding::fingerprint): in whatever order the input
/// comes, and with whatever ids. What weighs more than its entry says is new. The rest of an entry
/// is for people.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// The form of the file.
    version: Version,
    findings: BTreeMap<Fingerprint, Entry>,
}

/// What a baseline says of a known finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The rule that is broken.
    pub rule: Rule,
    /// How much it weighed, at its worst. A file from before this was written knows any severity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// The operation that was called, where it is known.
    pub operation: Option<String>,
    /// JSON pointer into the exchange where it was found first.
    pub pointer: String,
    /// What is wrong.
    pub message: String,
}

/// Why the text of a file is no baseline. Displays in one line.
#[derive(Debug, thiserror::Error)]
#[error("it is no baseline (line {line})")]
pub struct BaselineError {
    line: usize,
    source: serde_json::Error,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Version;

/// The number of the only form so far.
const VERSION: u8 = 1;

impl Baseline {
    /// The baseline in which every finding of a report is known.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        let mut findings = BTreeMap::new();
        for located in &report.findings {
            let Finding { rule, severity, operation, pointer, message, .. } = &located.finding;
            let entry = || Entry {
                rule: *rule,
                severity: Some(*severity),
                operation: operation.map(ToOwned::to_owned),
                pointer: pointer.clone(),
                message: message.clone(),
            };
            let known = findings.entry(located.finding.fingerprint()).or_insert_with(entry);
            // The worst comes first.
            known.severity = known.severity.min(Some(*severity));
        }
        Self { version: Version, findings }
    }

    /// Reads the text of a file.
    pub fn parse(text: &str) -> Result<Self, BaselineError> {
        serde_json::from_str(text).map_err(|source| BaselineError { line: source.line(), source })
    }

    /// The text of a file: sorted, so that a difference can be read.
    #[must_use]
    pub fn to_json(&self) -> String {
        // expect: it has string keys only.
        serde_json::to_string_pretty(self).expect("a baseline has a form in JSON") + "\n"
    }

    /// Sets aside what is known of a report; returns the known findings that are gone.
    #[must_use]
    pub fn apply(&self, report: &mut Report) -> Vec<(Fingerprint, &Entry)> {
        let found: HashSet<_> =
            report.findings.iter().map(|located| located.finding.fingerprint()).collect();
        report.set_aside(|finding| {
            let known = self.findings.get(&finding.fingerprint());
            known.is_some_and(|entry| entry.severity.is_none_or(|it| finding.severity >= it))
        });
        let gone = self.findings.iter().filter(|(fingerprint, _)| !found.contains(fingerprint));
        gone.map(|(fingerprint, entry)| (*fingerprint, entry)).collect()
    }
}

impl Serialize for Version {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(VERSION)
    }
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match u8::deserialize(deserializer)? {
            VERSION => Ok(Self),
            _ => Err(serde::de::Error::custom("a version that this program does not know")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Judge;

    /// The report on the failing examples of rules, in this order.
    fn report(rules: &[Rule], change: impl Fn(&str) -> String) -> Report {
        let mut report = Report::default();
        let mut number = 0;
        for rule in rules {
            for exchange in rule.explanation().example.failing() {
                let text = change(&serde_json::to_string(&exchange).unwrap());
                number += 1;
                let exchange = serde_json::from_str(&text).unwrap();
                report.add("a.json", number, Judge::default().judge(&exchange));
            }
        }
        report
    }

    #[test]
    fn what_is_known_is_set_aside_in_any_order_and_with_any_ids() {
        let rules = [Rule::HasMoreWrong, Rule::UpdateNotShown, Rule::ServerError];
        let baseline = Baseline::of(&report(&rules, str::to_owned));
        let baseline = Baseline::parse(&baseline.to_json()).unwrap();
        let reordered = [rules[2], rules[0], rules[1]];
        let mut later = report(&reordered, |text| text.replace("667e48f7", "12345678"));
        assert_eq!(baseline.apply(&mut later), []);
        assert_eq!((later.findings.len(), later.summary.errors, later.summary.known), (0, 0, 3));
    }

    #[test]
    fn what_weighs_more_than_it_did_is_new() {
        let failing = Rule::PropertyUndocumented.explanation().example.failing();
        let report = |strict: &[bool]| {
            let mut report = Report::default();
            for (index, strict) in strict.iter().enumerate() {
                let verdict = Judge::default().strict(*strict).judge(&failing[0]);
                report.add("a.json", index + 1, verdict);
            }
            report
        };
        let left = |known: &str, mut later: Report| {
            let gone = Baseline::parse(known).unwrap().apply(&mut later).len();
            (gone, later.summary.errors, later.summary.infos, later.summary.known)
        };
        let mild = Baseline::of(&report(&[false])).to_json();
        assert_eq!(left(&mild, report(&[true, false])), (0, 1, 0, 1));
        // The worst of both counts, and what became milder is known.
        let worst = Baseline::of(&report(&[false, true])).to_json();
        assert_eq!(left(&worst, report(&[true, false])), (0, 0, 0, 2));
        let old = mild.replace("      \"severity\": \"info\",\n", "");
        assert_ne!(old, mild);
        assert_eq!(left(&old, report(&[true])), (0, 0, 0, 1));
    }

    #[test]
    fn what_is_new_remains_and_what_is_gone_is_named() {
        let before = report(&[Rule::HasMoreWrong], str::to_owned);
        let mut after = report(&[Rule::UpdateNotShown], str::to_owned);
        let baseline = Baseline::of(&before);
        let gone: Vec<_> = baseline.apply(&mut after).into_iter().map(|(_, it)| it.rule).collect();
        assert_eq!(gone, [Rule::HasMoreWrong]);
        assert_eq!(after.findings.len(), 1);
        assert_eq!((after.summary.errors, after.summary.known), (1, 0));
    }

    #[test]
    fn what_is_no_baseline_is_refused() {
        for text in ["", "{}", r#"{"version": 2, "findings": {}}"#, r#"{"version": 1}"#] {
            let problem = Baseline::parse(text).unwrap_err().to_string();
            assert!(problem.starts_with("it is no baseline (line "), "{problem}");
        }
    }
}
