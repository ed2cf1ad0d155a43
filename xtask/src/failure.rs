//! Why a command of xtask could not do its work.

use std::error::Error;
use std::io;
use std::path::PathBuf;

use crate::document::DocumentError;
use crate::generate::GenerateError;

/// A failure of a command, as opposed to findings, which are its result.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Document(#[from] DocumentError),
    #[error("cannot generate {path}")]
    Generate { path: &'static str, source: GenerateError },
    #[error("{}:{line}", crate::project::DOCUMENT)]
    Refused { line: usize, source: GenerateError },
    #[error("cannot render the reference")]
    Render(#[from] crate::docs::RenderError),
    #[error("cannot write {path}")]
    Write { path: PathBuf, source: io::Error },
    #[error("cannot run the step `{name}`")]
    Run { name: &'static str, source: io::Error },
}

/// Prints a failure and what led to it on one line.
#[expect(clippy::print_stderr, reason = "this is the only place that prints errors")]
pub(crate) fn complain(failure: &Failure) {
    eprint!("error: {failure}");
    let mut source = failure.source();
    while let Some(error) = source {
        eprint!(": {error}");
        source = error.source();
    }
    eprintln!();
}
