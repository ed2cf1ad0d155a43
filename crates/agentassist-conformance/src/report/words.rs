//! What reports say in words: counts, severities, and how well it is known what is broken.

use std::borrow::Cow;

use super::{Located, Report};
use crate::document::Basis;
use crate::finding::{Certainty, Finding, Severity};

/// `1 error`, `2 errors`.
#[must_use]
pub fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
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
pub(super) fn evidence(finding: &Finding) -> Cow<'static, str> {
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
