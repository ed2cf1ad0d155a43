//! A report for people: grouped by file and exchange, then coverage, then a verdict.

use std::fmt::{self, Write};

use super::{Located, Report};
use crate::document::{Basis, OPERATIONS};
use crate::finding::Severity;

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
    let mut place = None;
    for located in &report.findings {
        if place.replace((&located.file, located.exchange))
            != Some((&located.file, located.exchange))
        {
            if !text.is_empty() {
                writeln!(text)?;
            }
            let operation = located.finding.operation.unwrap_or("no operation of the document");
            let (on, off) = style.bold;
            writeln!(
                text,
                "{on}{}{off}, exchange {} ({operation})",
                located.file, located.exchange
            )?;
        }
        write_finding(text, located, style)?;
    }
    if !report.findings.is_empty() {
        writeln!(text)?;
    }
    write_coverage(text, report)?;
    write_verdict(text, report)
}

fn write_finding(text: &mut String, located: &Located, style: &Style) -> fmt::Result {
    let finding = &located.finding;
    let (on, off) = match finding.severity {
        Severity::Error => style.error,
        Severity::Warning => style.warning,
        Severity::Info => style.dim,
    };
    let (dim, undim) = style.dim;
    writeln!(
        text,
        "  {on}{}{off} {} {dim}[{}]{undim}",
        finding.severity.as_str(),
        finding.message,
        finding.rule
    )?;
    write!(text, "    {dim}at {}", finding.pointer)?;
    if let Some(document) = &finding.document {
        write!(text, ", document {document}")?;
    }
    writeln!(text, "{undim}")?;
    if !finding.why.is_empty() {
        let basis = match finding.basis {
            Basis::Sample => "seen in a sample only",
            _ => "assumed",
        };
        writeln!(text, "    {dim}{basis}: {}{undim}", finding.why)?;
    }
    Ok(())
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
    )
}

fn write_verdict(text: &mut String, report: &Report) -> fmt::Result {
    let summary = &report.summary;
    let count = |number: usize, noun: &str| {
        format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
    };
    writeln!(
        text,
        "\nChecked {} in {}: {}, {}, {}",
        count(summary.exchanges, "exchange"),
        count(summary.files, "file"),
        count(summary.errors, "error"),
        count(summary.warnings, "warning"),
        count(summary.infos, "note"),
    )?;
    if summary.foreign > 0 {
        writeln!(text, "Set aside {} of other APIs", count(summary.foreign, "exchange"))?;
    }
    Ok(())
}
