//! `cargo xtask generate`: everything that follows from the document, made or checked.
//!
//! Each generator is a pure function from the document to the text of one file. What differs from
//! the file that stands is reported, all of it at once, and written unless `--check` is given.

mod client;
mod conformance;
mod httpmock;
mod members;
mod openapi;
mod recordings;
mod relax;
mod report;

use std::process::ExitCode;

use crate::document::{Document, DocumentError};
use crate::rustfmt::FormatError;
use crate::{Failure, project};

/// Makes the client, the mocks, the judge's tables and the recording tests from the document.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Write nothing; exit 4 when a file is stale, and show what would change.
    #[arg(long)]
    check: bool,
    /// Only these; all of them by default.
    #[arg(value_enum)]
    only: Vec<Target>,
}

/// What can be generated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Target {
    /// The client crate's operations and types.
    Client,
    /// The typed mocks.
    Httpmock,
    /// The judge's operation table and validators.
    Conformance,
    /// The tests that hold the recordings against the document.
    Recordings,
}

/// One file that follows from the document.
struct Artefact {
    target: Target,
    /// From the root of the project.
    path: &'static str,
    generate: fn(&Document) -> Result<String, GenerateError>,
}

const ARTEFACTS: &[Artefact] = &[
    Artefact {
        target: Target::Client,
        path: "crates/agentassist-client/src/generated.rs",
        generate: client::generate,
    },
    Artefact {
        target: Target::Httpmock,
        path: "crates/agentassist-httpmock/src/generated.rs",
        generate: httpmock::generate,
    },
    Artefact {
        target: Target::Conformance,
        path: "crates/agentassist-conformance/src/generated/document.json",
        generate: conformance::document_json,
    },
    Artefact {
        target: Target::Conformance,
        path: "crates/agentassist-conformance/src/generated/operations.rs",
        generate: conformance::operations,
    },
    Artefact {
        target: Target::Conformance,
        path: "crates/agentassist-conformance/src/generated/validators.rs",
        generate: conformance::validators,
    },
    Artefact {
        target: Target::Recordings,
        path: "tests/it/generated.rs",
        generate: recordings::generate,
    },
];

/// Why a file could not be generated.
#[derive(Debug, thiserror::Error)]
pub(crate) enum GenerateError {
    #[error(transparent)]
    Document(#[from] DocumentError),
    #[error(transparent)]
    Format(#[from] FormatError),
    #[error("the document is not OpenAPI as the generator reads it")]
    OpenApi(#[from] serde_json::Error),
    #[error("progenitor refused the document: {0}")]
    Progenitor(String),
    #[error("{pointer}: {problem}")]
    Construct { pointer: String, problem: String },
    #[error(
        "a mend of generated code no longer applies: {0}; progenitor may have mended it itself"
    )]
    MendNotApplied(&'static str),
    #[error("the generated code holds `{0}`, which would fail at run time")]
    Unfinished(&'static str),
}

/// The first line of each generated file of Rust.
const ORIGIN: &str =
    "// Generated from `openapi/agentassist.yaml` by `cargo xtask generate`; do not edit.";

/// Runs the command: exit 0 when all is fresh (or was written), 4 when `--check` found stale files.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let document = Document::load()?;
    members::check(&document).map_err(|error| failure(&document, project::DOCUMENT, error))?;
    let root = project::root();
    let mut stale = Vec::new();
    for artefact in chosen(&arguments.only) {
        let path = root.join(artefact.path);
        let fresh = (artefact.generate)(&document)
            .and_then(finished)
            .map_err(|error| failure(&document, artefact.path, error))?;
        let current = std::fs::read_to_string(&path).unwrap_or_default();
        if current == fresh {
            report::fresh(artefact.path);
            continue;
        }
        if arguments.check {
            report::stale(artefact.path, &current, &fresh);
        } else {
            project::write_atomic(&path, &fresh)
                .map_err(|source| Failure::Write { path: path.clone(), source })?;
            report::written(artefact.path);
        }
        stale.push(artefact.path);
    }
    if stale.is_empty() || !arguments.check {
        return Ok(ExitCode::SUCCESS);
    }
    report::verdict(stale.len());
    Ok(ExitCode::from(4))
}

/// Why a file cannot be generated: what the document says on a line, or something else.
fn failure(document: &Document, path: &'static str, source: GenerateError) -> Failure {
    match &source {
        GenerateError::Construct { pointer, .. } => {
            Failure::Refused { line: document.line(pointer), source }
        }
        _ => Failure::Generate { path, source },
    }
}

fn chosen(only: &[Target]) -> impl Iterator<Item = &'static Artefact> {
    ARTEFACTS.iter().filter(move |artefact| only.is_empty() || only.contains(&artefact.target))
}

/// Refuses text that a generator left unfinished.
fn finished(text: String) -> Result<String, GenerateError> {
    match ["todo!(", "unimplemented!(", "XXX"].into_iter().find(|word| text.contains(word)) {
        Some(word) => Err(GenerateError::Unfinished(word)),
        None => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_generated_file_is_fresh() {
        let document = Document::load().unwrap();
        for artefact in ARTEFACTS {
            let fresh = (artefact.generate)(&document).and_then(finished).unwrap();
            let current = std::fs::read_to_string(project::root().join(artefact.path)).unwrap();
            assert!(current == fresh, "{} is stale: run `cargo xtask generate`", artefact.path);
        }
    }

    #[test]
    fn what_is_refused_is_told_with_its_line() {
        let text = "openapi: 3.0.3\npaths:\n  /x:\n    get:\n      callbacks: {}\n";
        let document = Document::parse(text).unwrap();
        let error = members::check(&document).unwrap_err();
        let failure = failure(&document, "x.rs", error);
        assert_eq!(failure.to_string(), "openapi/agentassist.yaml:5");
        let source = std::error::Error::source(&failure).unwrap().to_string();
        let problem = "no generator knows `callbacks` in an operation";
        assert_eq!(source, format!("/paths/~1x/get/callbacks: {problem}"));
    }

    #[test]
    fn unfinished_code_is_refused() {
        let refused = finished("fn f() { todo!() }".to_owned());
        assert!(matches!(refused, Err(GenerateError::Unfinished("todo!("))));
        assert!(finished("fn f() {}".to_owned()).is_ok());
    }
}
