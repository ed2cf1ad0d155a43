//! What reports say in words: counts, severities, and how well it is known what is broken.

use std::borrow::Cow;
use std::fmt::Display;

use super::{Located, Report};
use crate::document::Basis;
use crate::finding::{Certainty, Finding, Severity};
use crate::rules::Rule;

/// `1 error`, `2 errors`.
#[must_use]
pub fn counted<N: Copy + Display + PartialEq + From<u8>>(number: N, noun: &str) -> String {
    let ending = if number == N::from(1) { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

/// The counts of findings.
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
    match (located.finding.severity, located.finding.certainty) {
        (Severity::Error, _) => "error",
        (Severity::Warning, Certainty::Proved) => "warning",
        (Severity::Warning, Certainty::Possible) => "possible",
        (Severity::Info, _) => "info",
    }
}

/// How well that is known which a finding says is broken, and why not better.
pub(crate) fn evidence(finding: &Finding) -> Cow<'static, str> {
    let basis = match finding.basis {
        Basis::Documented => "documented",
        Basis::Sample => "seen in a sample only",
        Basis::Assumed => "assumed",
    };
    if finding.why.is_empty() {
        Cow::Borrowed(basis)
    } else {
        Cow::Owned(format!("{basis}: {}", finding.why))
    }
}

/// Which rules were not asked, and of how many exchanges, each rule as it is shown; nothing if all
/// were.
pub(super) fn withheld(report: &Report, show: impl Fn(Rule) -> String) -> Option<String> {
    let rules = report.withheld.iter().map(|(rule, count)| format!("{} ({count})", show(*rule)));
    let rules = rules.collect::<Vec<_>>().join(", ");
    (!rules.is_empty()).then(|| {
        format!(
            "Not asked of exchanges that are trimmed, masked, too long or not recorded in full: \
             {rules}"
        )
    })
}
