//! A report as `JUnit` XML, for CI servers.
//!
//! An operation is a suite and a rule is a test of it, so that tests keep their names from run to
//! run, however long a recording is. What makes the run fail is a failure, be it errors alone or
//! warnings too; the rest stands in the output of a test. Exchanges that could not be read are the
//! error of a test of its own.

use std::collections::HashSet;
use std::fmt::{self, Write};

use super::kinds::key;
use super::words::{counted, evidence};
use super::{Located, Report, Unreadable};
use crate::document::OPERATIONS;
use crate::document_lines;
use crate::finding::Severity;
use crate::rules::Rule;

/// The most findings that one test shows.
const SHOWN: usize = 20;

/// Writes a report as `JUnit` XML, in which findings of a severity and of worse ones are failures.
#[must_use]
pub fn junit(report: &Report, failing: Severity) -> String {
    let operations = OPERATIONS.iter().map(|operation| Some(operation.id));
    let suites: Vec<_> =
        operations.chain([None]).map(|operation| Suite::of(report, operation, failing)).collect();
    // The last is that of the recordings.
    let tests = suites.iter().map(|suite| suite.tests.len()).sum::<usize>() + 1;
    let errors = usize::from(report.summary.unreadable > 0);
    let failures: usize = suites.iter().map(Suite::failures).sum();
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    // expect: writing to a string does not fail.
    writeln!(
        text,
        "<testsuites name=\"agentassist\" tests=\"{tests}\" failures=\"{failures}\" \
         errors=\"{errors}\">"
    )
    .and_then(|()| suites.iter().try_for_each(|suite| suite.write(report, &mut text)))
    .and_then(|()| recordings(report, &mut text))
    .expect("a string takes any text");
    text + "</testsuites>\n"
}

struct Suite<'a> {
    name: &'a str,
    was_seen: bool,
    tests: Vec<Test<'a>>,
}

struct Test<'a> {
    rule: Rule,
    failures: Vec<&'a Located>,
    others: Vec<&'a Located>,
}

impl<'a> Suite<'a> {
    /// The suite of an operation, or of what calls none.
    fn of(report: &'a Report, operation: Option<&'static str>, failing: Severity) -> Self {
        let mut tests: Vec<_> = Rule::ALL
            .iter()
            .map(|rule| Test { rule: *rule, failures: Vec::new(), others: Vec::new() })
            .collect();
        let of_suite = report.findings.iter().filter(|it| it.finding.operation == operation);
        for located in of_suite {
            let place = Rule::ALL.iter().position(|rule| *rule == located.finding.rule);
            let Some(test) = place.and_then(|place| tests.get_mut(place)) else { continue };
            let fails = located.finding.severity <= failing;
            if fails { &mut test.failures } else { &mut test.others }.push(located);
        }
        let seen = OPERATIONS.iter().find(|it| Some(it.id) == operation).is_some_and(|it| {
            it.responses.iter().any(|response| report.coverage.count(it, response.status) > 0)
        });
        let has_findings =
            tests.iter().any(|test| !test.failures.is_empty() || !test.others.is_empty());
        if operation.is_none() {
            tests.retain(|test| !test.failures.is_empty() || !test.others.is_empty());
        }
        let name = operation.unwrap_or("no operation of the document");
        Self { name, was_seen: seen || has_findings, tests }
    }

    fn failures(&self) -> usize {
        self.tests.iter().filter(|test| !test.failures.is_empty()).count()
    }

    fn write(&self, report: &Report, text: &mut String) -> fmt::Result {
        let Self { name, was_seen, tests } = self;
        let skipped = if *was_seen { 0 } else { tests.len() };
        writeln!(
            text,
            "  <testsuite name=\"{name}\" tests=\"{}\" failures=\"{}\" errors=\"0\" \
             skipped=\"{skipped}\">",
            tests.len(),
            self.failures(),
        )?;
        tests.iter().try_for_each(|test| test.write(name, *was_seen, report, text))?;
        writeln!(text, "  </testsuite>")
    }
}

impl Test<'_> {
    fn write(
        &self,
        suite: &str,
        was_seen: bool,
        report: &Report,
        text: &mut String,
    ) -> fmt::Result {
        let Self { rule, failures, others } = self;
        write!(text, "    <testcase classname=\"agentassist.{suite}\" name=\"{rule}\"")?;
        if !was_seen {
            writeln!(text, "><skipped message=\"no such call was seen\"/></testcase>")?;
        } else if failures.is_empty() && others.is_empty() {
            writeln!(text, "/>")?;
        } else {
            writeln!(text, ">")?;
            if let Some(first) = failures.first() {
                let message = escape(&first.finding.message);
                writeln!(text, "      <failure type=\"{rule}\" message=\"{message}\">")?;
                lines(failures, report, text)?;
                writeln!(text, "</failure>")?;
            }
            if !others.is_empty() {
                writeln!(text, "      <system-out>")?;
                lines(others, report, text)?;
                writeln!(text, "</system-out>")?;
            }
            writeln!(text, "    </testcase>")?;
        }
        Ok(())
    }
}

fn lines(findings: &[&Located], report: &Report, text: &mut String) -> fmt::Result {
    for located in findings.iter().take(SHOWN) {
        let Located { finding, file, exchange, reproduction } = located;
        let line = format!(
            "{}: {}, exchange {exchange}, at {}: {}",
            finding.severity.as_str(),
            file,
            finding.pointer,
            finding.message
        );
        writeln!(text, "{}", escape(&line))?;
        let part = finding.document.as_deref().unwrap_or_default();
        let (name, number) = (document_lines::FILE, document_lines::line(part));
        let basis = format!("  document {part} ({name}:{number}), {}", evidence(finding));
        writeln!(text, "{}", escape(&basis))?;
        if let Some(command) = reproduction {
            writeln!(text, "  {}", escape(command))?;
        }
    }
    let mut seen = HashSet::new();
    let kinds = findings.iter().filter(|located| seen.insert(key(&located.finding)));
    let all: usize = kinds.map(|located| report.kinds.count(&located.finding).found).sum();
    match all.saturating_sub(findings.len().min(SHOWN)) {
        0 => Ok(()),
        rest => writeln!(text, "and {rest} more"),
    }
}

/// Writes the suite of what the recordings themselves have to be.
fn recordings(report: &Report, text: &mut String) -> fmt::Result {
    const CASE: &str = "    <testcase classname=\"agentassist.recordings\" name=\"readable\"";

    let unreadable = report.summary.unreadable;
    let errors = usize::from(unreadable > 0);
    writeln!(
        text,
        "  <testsuite name=\"recordings\" tests=\"1\" failures=\"0\" errors=\"{errors}\" \
         skipped=\"0\">"
    )?;
    if unreadable == 0 {
        writeln!(text, "{CASE}/>")?;
    } else {
        let message = format!("{} could not be read", counted(unreadable, "exchange"));
        writeln!(text, "{CASE}>\n      <error type=\"unreadable\" message=\"{message}\">")?;
        for Unreadable { file, exchange, problem } in report.unreadable.iter().take(SHOWN) {
            writeln!(text, "{}", escape(&format!("{file}, exchange {exchange} {problem}")))?;
        }
        writeln!(text, "</error>\n    </testcase>")?;
    }
    writeln!(text, "  </testsuite>")
}

/// Text for XML 1.0, which has no form at all for most control characters.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => escaped.push(letter),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            letter if letter.is_control() => escaped.push('\u{fffd}'),
            letter => escaped.push(letter),
        }
    }
    escaped
}
