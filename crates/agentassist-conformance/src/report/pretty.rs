//! A report for people: findings by file and exchange, then coverage, then a verdict.
//!
//! Of findings that are the same but for their place, the first is shown and the others are
//! counted. Of very many, the rest is counted.

use std::fmt::{self, Write};

use super::group::{Group, groups};
use super::printable::printable;
use super::words::{counted, counts, evidence, severity, withheld};
use super::{Located, Report};
use crate::coverage::Kind;
use crate::document::OPERATIONS;
use crate::finding::Severity;

/// The most kinds of findings that are shown.
const SHOWN: usize = 100;

/// Text before and after a part of the report, such as escape codes of a terminal.
#[derive(Debug, Clone, Copy, Default)]
pub struct Style {
    /// Around the word for an error.
    pub error: (&'static str, &'static str),
    /// Around the word for a warning.
    pub warning: (&'static str, &'static str),
    /// Around what should stand back.
    pub dim: (&'static str, &'static str),
    /// Around what should stand out.
    pub bold: (&'static str, &'static str),
}

/// Writes a report as text.
#[must_use]
pub fn pretty(report: &Report, style: &Style) -> String {
    let mut text = String::new();
    // expect: writing to a string does not fail.
    write_report(&mut text, report, style).expect("a string takes any text");
    text
}

fn write_report(text: &mut String, report: &Report, style: &Style) -> fmt::Result {
    let groups = groups(report);
    let mut previous = None::<&Located>;
    for group in groups.iter().take(SHOWN) {
        let located = group.first;
        let is_same =
            |other: &Located| (&other.file, other.exchange) == (&located.file, located.exchange);
        if !previous.is_some_and(is_same) {
            write_reproduction(text, previous, style)?;
            if previous.is_some() {
                writeln!(text)?;
            }
            let operation = located.finding.operation.unwrap_or("no operation of the document");
            let (on, off) = style.bold;
            writeln!(
                text,
                "{on}{}{off}, exchange {} ({operation})",
                printable(&located.file),
                located.exchange
            )?;
        }
        previous = Some(located);
        write_finding(text, group, style)?;
    }
    write_reproduction(text, previous, style)?;
    if let Some(rest) = groups.len().checked_sub(SHOWN).filter(|rest| *rest > 0) {
        writeln!(text, "\n{} more: --format json lists them", counted(rest, "kind"))?;
    }
    if !groups.is_empty() {
        writeln!(text)?;
    }
    write_coverage(text, report)?;
    write_verdict(text, report)
}

fn write_finding(text: &mut String, group: &Group<'_>, style: &Style) -> fmt::Result {
    let finding = &group.first.finding;
    let (on, off) = match finding.severity {
        Severity::Error => style.error,
        Severity::Warning => style.warning,
        Severity::Info => style.dim,
    };
    let (dim, undim) = style.dim;
    writeln!(
        text,
        "  {on}{}{off} {}{} {dim}[{}]{undim}",
        severity(group.first),
        printable(&finding.message),
        group.others(),
        finding.rule
    )?;
    write!(text, "    {dim}at {}", printable(&finding.pointer))?;
    if let Some(document) = &finding.document {
        write!(text, ", document {document}")?;
    }
    let evidence = evidence(finding);
    if finding.why.is_empty() {
        writeln!(text, " ({evidence}){undim}")
    } else {
        writeln!(text, "{undim}\n    {dim}{evidence}{undim}")
    }
}

/// How to make the call of a finding again, after the last finding of its exchange.
fn write_reproduction(text: &mut String, located: Option<&Located>, style: &Style) -> fmt::Result {
    let (dim, undim) = style.dim;
    match located.and_then(|located| located.reproduction.as_ref()) {
        Some(command) => writeln!(text, "    {dim}again: {}{undim}", printable(command)),
        None => Ok(()),
    }
}

fn write_coverage(text: &mut String, report: &Report) -> fmt::Result {
    let coverage = &report.coverage;
    let width = OPERATIONS.iter().map(|operation| operation.id.len()).max().unwrap_or_default();
    writeln!(text, "Coverage")?;
    for operation in OPERATIONS {
        write!(text, "  {:width$}", operation.id)?;
        for response in operation.responses {
            let count = match coverage.count(operation, response.status) {
                0 => "-".to_owned(),
                count => count.to_string(),
            };
            write!(text, "  {}: {count:<4}", response.status)?;
        }
        text.truncate(text.trim_end().len());
        writeln!(text)?;
    }
    let (operations, answers) = (coverage.operations(), coverage.answers());
    writeln!(
        text,
        "  {} of {} operations, {} of {} documented answers ({:.0} %)",
        operations.seen,
        operations.total,
        answers.seen,
        answers.total,
        answers.percent().floor()
    )?;
    let share = |kind, noun| {
        let share = coverage.share(kind);
        format!("{} of {} {noun}", share.seen, share.total)
    };
    writeln!(
        text,
        "  {}, {}, {}, {}",
        share(Kind::Parameter, "parameters"),
        share(Kind::Property, "properties"),
        share(Kind::EnumValue, "known values"),
        share(Kind::Rule, "rules on meaning")
    )
}

fn write_verdict(text: &mut String, report: &Report) -> fmt::Result {
    let summary = &report.summary;
    writeln!(
        text,
        "\nChecked {} in {}: {}",
        counted(summary.exchanges, "exchange"),
        counted(summary.files, "file"),
        counts(report)
    )?;
    if summary.foreign > 0 {
        writeln!(text, "Set aside {} of other APIs", counted(summary.foreign, "exchange"))?;
    }
    if summary.preflights > 0 {
        let preflights = counted(summary.preflights, "preflight request");
        writeln!(text, "Set aside {preflights} of browsers (CORS)")?;
    }
    if summary.unanswered > 0 {
        let unanswered = counted(summary.unanswered, "request");
        writeln!(text, "Passed over {unanswered} without an answer")?;
    }
    if summary.unreadable > 0 {
        writeln!(text, "Could not read {}", counted(summary.unreadable, "exchange"))?;
    }
    match withheld(report, |rule| rule.to_string()) {
        Some(withheld) => writeln!(text, "{withheld}"),
        None => Ok(()),
    }
}
