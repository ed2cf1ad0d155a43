//! A report as `JUnit` XML, for CI servers.
//!
//! An operation is a suite and a rule is a test of it, so that tests keep their names from run to
//! run, however long a recording is. Errors are failures; the rest stands in the output of a test.

use std::collections::HashSet;
use std::fmt::{self, Write};

use super::kinds::key;
use super::{Located, Report};
use crate::document::OPERATIONS;
use crate::finding::Severity;
use crate::rules::Rule;

/// The most findings that one test shows.
const SHOWN: usize = 20;

/// Writes a report as `JUnit` XML.
#[must_use]
pub fn junit(report: &Report) -> String {
    let operations = OPERATIONS.iter().map(|operation| Some(operation.id));
    let suites: Vec<_> =
        operations.chain([None]).map(|operation| Suite::of(report, operation)).collect();
    let tests: usize = suites.iter().map(|suite| suite.tests.len()).sum();
    let failures: usize = suites.iter().map(Suite::failures).sum();
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    // expect: writing to a string does not fail.
    writeln!(
        text,
        "<testsuites name=\"agentassist\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">"
    )
    .and_then(|()| suites.iter().try_for_each(|suite| suite.write(report, &mut text)))
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
    errors: Vec<&'a Located>,
    others: Vec<&'a Located>,
}

impl<'a> Suite<'a> {
    /// The suite of an operation, or of what calls none.
    fn of(report: &'a Report, operation: Option<&'static str>) -> Self {
        let mut tests: Vec<_> = Rule::ALL
            .iter()
            .map(|rule| Test { rule: *rule, errors: Vec::new(), others: Vec::new() })
            .collect();
        let of_suite = report.findings.iter().filter(|it| it.finding.operation == operation);
        for located in of_suite {
            let place = Rule::ALL.iter().position(|rule| *rule == located.finding.rule);
            let Some(test) = place.and_then(|place| tests.get_mut(place)) else { continue };
            match located.finding.severity {
                Severity::Error => test.errors.push(located),
                Severity::Warning | Severity::Info => test.others.push(located),
            }
        }
        let seen = OPERATIONS.iter().find(|it| Some(it.id) == operation).is_some_and(|it| {
            it.responses.iter().any(|response| report.coverage.count(it, response.status) > 0)
        });
        let has_findings =
            tests.iter().any(|test| !test.errors.is_empty() || !test.others.is_empty());
        if operation.is_none() {
            tests.retain(|test| !test.errors.is_empty() || !test.others.is_empty());
        }
        let name = operation.unwrap_or("no operation of the document");
        Self { name, was_seen: seen || has_findings, tests }
    }

    fn failures(&self) -> usize {
        self.tests.iter().filter(|test| !test.errors.is_empty()).count()
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
        let Self { rule, errors, others } = self;
        write!(text, "    <testcase classname=\"agentassist.{suite}\" name=\"{rule}\"")?;
        if !was_seen {
            writeln!(text, "><skipped message=\"no such call was seen\"/></testcase>")?;
        } else if errors.is_empty() && others.is_empty() {
            writeln!(text, "/>")?;
        } else {
            writeln!(text, ">")?;
            if let Some(first) = errors.first() {
                let message = escape(&first.finding.message);
                writeln!(text, "      <failure type=\"{rule}\" message=\"{message}\">")?;
                lines(errors, report, text)?;
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
