//! What goes to the terminal: results to standard output, everything else to standard error.

use std::error::Error;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

pub(crate) use agentassist_conformance::report::counted;
use agentassist_conformance::report::{
    Folders, Style, github, junit, markdown, ndjson, pretty, sarif,
};
use agentassist_conformance::{Report, Severity};

use crate::exit::Failure;
use crate::stdout;

/// The form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// For people
    Pretty,
    /// For programs: one JSON object; `explain --report-schema` prints its schema
    Json,
    /// For programs that read line by line: one JSON object for each finding, the rest in the last
    Ndjson,
    #[value(help = "For CI servers: JUnit XML, an operation a suite and a rule a test")]
    Junit,
    /// For code scanning and editors: SARIF 2.1.0
    Sarif,
    /// For GitHub Actions: annotations, and a summary of the step where `GITHUB_STEP_SUMMARY` says
    Github,
    /// For summaries and comments: Markdown
    Markdown,
}

/// Prints a report to standard output, of which findings of a severity and of worse ones make the
/// run fail.
pub(crate) fn report(report: &Report, format: Format, failing: Severity) -> Result<(), Failure> {
    let run = std::env::current_dir().unwrap_or_default();
    let folders = Folders { run: &run, root: root(&run) };
    let text = match format {
        Format::Pretty => pretty(report, &COLOURS),
        Format::Json => to_json(report),
        Format::Ndjson => ndjson(report),
        Format::Junit => junit(report, failing),
        Format::Sarif => sarif(report, folders),
        Format::Github => {
            summarise(report)?;
            github(report, folders)
        }
        Format::Markdown => markdown(report),
    };
    print(&text)
}

/// The root of the repository that a folder lies in, or else the folder itself.
fn root(folder: &Path) -> &Path {
    folder.ancestors().find(|it| it.join(".git").exists()).unwrap_or(folder)
}

/// Adds a report to the summary of a step of GitHub Actions, where there is one.
fn summarise(report: &Report) -> Result<(), Failure> {
    let Some(path) = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()) else {
        return Ok(());
    };
    let file = OpenOptions::new().create(true).append(true).open(&path);
    file.and_then(|mut file| file.write_all(markdown(report).as_bytes())).map_err(|error| {
        Failure::outside("cannot write the summary of the step (GITHUB_STEP_SUMMARY)", error)
    })
}

/// A report as JSON text.
pub(crate) fn to_json(report: &Report) -> String {
    let text = serde_json::to_string_pretty(report);
    // expect: a report has string keys only and finite numbers.
    text.expect("a report has a form in JSON") + "\n"
}

/// Writes to standard output; a reader that has seen enough is no error.
///
/// The stream drops colours where the output is no terminal or `NO_COLOR` is set.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut stdout = anstream::stdout().lock();
    let write = || stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush());
    match stdout::watched(write) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::outside("cannot write to standard output", error))
        }
        _ => Ok(()),
    }
}

/// Writes a line to standard error. That nobody reads it is no reason to stop.
pub(crate) fn say(line: &str) {
    let _ = writeln!(anstream::stderr(), "{line}");
}

/// Writes an error and what led to it as one line to standard error.
pub(crate) fn complain(error: &dyn Error) {
    complain_of(&chain(error));
}

/// Writes what is wrong as one line to standard error.
pub(crate) fn complain_of(what: &str) {
    say(&format!("\x1b[1m\x1b[31merror\x1b[0m: {what}"));
}

/// What is said of an exchange that cannot be read.
pub(crate) fn unreadable(file: &str, exchange: usize, problem: &str) -> String {
    format!("cannot read {file}: exchange {exchange} {problem}")
}

/// An error and what led to it, in one line.
pub(crate) fn chain(error: &dyn Error) -> String {
    let mut line = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        line.push_str(": ");
        line.push_str(&error.to_string());
        source = error.source();
    }
    line
}

const COLOURS: Style = Style {
    error: ("\x1b[1m\x1b[31m", "\x1b[0m"),
    warning: ("\x1b[1m\x1b[33m", "\x1b[0m"),
    dim: ("\x1b[2m", "\x1b[0m"),
    bold: ("\x1b[1m", "\x1b[0m"),
};
