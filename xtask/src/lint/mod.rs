//! `cargo xtask lint`: the house rules of the document (openapi/README.md lists them).
//!
//! A rule is a pure function from the document to findings. All rules run, and all findings are
//! reported at once, in the order of the file.

mod evidence;
mod examples;
mod operations;
mod references;
mod schemas;
mod walk;

use std::process::ExitCode;

use crate::Failure;
use crate::document::Document;
use crate::project;

/// Checks the house rules of the document and reports every finding with its line.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Another document than the project's.
    #[arg(long, value_name = "FILE")]
    document: Option<std::path::PathBuf>,
}

/// One way in which the document breaks a house rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    /// Stable name of the rule.
    rule: &'static str,
    /// JSON pointer of the place.
    pointer: String,
    /// What is wrong and how to mend it.
    message: String,
}

impl Finding {
    fn new(rule: &'static str, pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self { rule, pointer: pointer.into(), message: message.into() }
    }
}

/// Runs the command: exit 0 without findings, 1 with some.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let (name, document) = match &arguments.document {
        Some(path) => (path.display().to_string(), Document::load_from(path)?),
        None => (project::DOCUMENT.to_owned(), Document::load()?),
    };
    let findings = check(&document);
    print(&name, &document, &findings);
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Returns every finding, sorted by line.
pub(crate) fn check(document: &Document) -> Vec<Finding> {
    const RULES: &[fn(&Document) -> Vec<Finding>] =
        &[operations::check, schemas::check, evidence::check, references::check, examples::check];
    let mut findings: Vec<_> = RULES.iter().flat_map(|rule| rule(document)).collect();
    findings.sort_by_key(|finding| document.line(&finding.pointer));
    findings
}

#[expect(clippy::print_stdout, clippy::print_stderr, reason = "this is the command's report")]
fn print(name: &str, document: &Document, findings: &[Finding]) {
    for finding in findings {
        let line = document.line(&finding.pointer);
        println!("{name}:{line}: {}: {}", finding.rule, finding.message);
    }
    match findings.len() {
        0 => eprintln!("{name}: no findings"),
        1 => eprintln!("{name}: 1 finding"),
        count => eprintln!("{name}: {count} findings"),
    }
}

#[cfg(test)]
mod tests;
