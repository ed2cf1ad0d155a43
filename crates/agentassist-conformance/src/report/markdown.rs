//! A report as Markdown, for a summary of a run or a comment.

use std::fmt::{self, Write};

use super::Report;
use super::group::{Group, worst_first};
use super::words::{counted, counts, evidence, severity, withheld};
use crate::coverage::Kind;
use crate::document_lines;

/// The most kinds of findings that are shown.
const SHOWN: usize = 50;

/// Writes a report as Markdown: findings that are the same but for their place in one row, the
/// worst first, and coverage.
#[must_use]
pub fn markdown(report: &Report) -> String {
    let mut text = String::new();
    // expect: writing to a string does not fail.
    write_report(&mut text, report).expect("a string takes any text");
    text
}

fn write_report(text: &mut String, report: &Report) -> fmt::Result {
    let summary = &report.summary;
    writeln!(text, "## Contract: {}\n", counts(report))?;
    writeln!(
        text,
        "{} in {} checked, {} of other APIs set aside.",
        counted(summary.exchanges, "exchange"),
        counted(summary.files, "file"),
        summary.foreign
    )?;
    let others = [
        (summary.preflights, "preflight request", "of browsers set aside (CORS)"),
        (summary.unanswered, "request", "without an answer passed over"),
        (summary.unreadable, "exchange", "could not be read"),
    ];
    for (count, noun, fate) in others.into_iter().filter(|(count, ..)| *count > 0) {
        writeln!(text, "{} {fate}.", counted(count, noun))?;
    }
    let groups = worst_first(report);
    if !groups.is_empty() {
        writeln!(text, "\n| | rule | operation | what | where | document | evidence |")?;
        writeln!(text, "|---|---|---|---|---|---|---|")?;
        groups.iter().take(SHOWN).try_for_each(|group| row(group, text))?;
    }
    if let Some(rest) = groups.len().checked_sub(SHOWN).filter(|rest| *rest > 0) {
        writeln!(text, "\n{} more are not shown.", counted(rest, "kind"))?;
    }
    writeln!(text, "\n| coverage | seen | of | |")?;
    writeln!(text, "|---|--:|--:|--:|")?;
    for kind in Kind::ALL {
        let share = report.coverage.share(*kind);
        let percent = share.percent().floor();
        writeln!(text, "| {} | {} | {} | {percent:.0} % |", kind.name(), share.seen, share.total)?;
    }
    match withheld(report, |rule| format!("`{rule}`")) {
        Some(withheld) => writeln!(text, "\n{withheld}."),
        None => Ok(()),
    }
}

fn row(group: &Group<'_>, text: &mut String) -> fmt::Result {
    let located = group.first;
    let finding = &located.finding;
    let line = finding.document.as_deref().map(document_lines::line);
    let in_document =
        line.map(|line| format!("{}:{line}", document_lines::FILE)).unwrap_or_default();
    writeln!(
        text,
        "| {} | `{}` | {} | {}{} | {}, exchange {}, {} | {in_document} | {} |",
        severity(located),
        finding.rule,
        finding.operation.unwrap_or("-"),
        cell(&finding.message),
        group.others(),
        code(&located.file),
        located.exchange,
        code(&finding.pointer),
        cell(&evidence(finding)),
    )
}

/// Text in a cell of a table, which holds neither markup nor the end of the cell, but for the names
/// that the judge's own messages put between backticks.
fn cell(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut parts = text.split('`').peekable();
    let mut is_name = false;
    while let Some(part) = parts.next() {
        match parts.peek() {
            Some(_) if is_name => safe.push_str(&code(part)),
            // Nothing ends this one.
            None if is_name => {
                safe.push_str("\\`");
                escape(part, &mut safe);
            }
            _ => escape(part, &mut safe),
        }
        is_name = !is_name;
    }
    safe
}

/// Adds text in which no letter is markup.
fn escape(text: &str, safe: &mut String) {
    for letter in text.chars() {
        match letter {
            '|' | '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '~' | '&' | '@' => {
                safe.push('\\');
                safe.push(letter);
            }
            letter if letter.is_control() => safe.push(' '),
            letter => safe.push(letter),
        }
    }
}

/// Text as code in a cell of a table, whatever it holds.
fn code(text: &str) -> String {
    let text: String = text.chars().map(|it| if it.is_control() { ' ' } else { it }).collect();
    // A cell ends at a bar even within code.
    let text = text.replace('|', "\\|");
    let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or_default();
    if longest == 0 {
        return format!("`{text}`");
    }
    let fence = "`".repeat(longest + 1);
    format!("{fence} {text} {fence}")
}
