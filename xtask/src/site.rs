//! `cargo xtask docs`: the published reference, written to `target/site`.

use std::process::ExitCode;

use crate::document::Document;
use crate::{Failure, docs, project};

/// Writes the reference of the document to target/site/index.html.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {}

/// Runs the command.
#[expect(clippy::print_stderr, reason = "this is the command's report")]
pub(crate) fn run(_: &Arguments) -> Result<ExitCode, Failure> {
    let page = docs::render(&Document::load()?.value)?;
    let path = project::root().join("target/site/index.html");
    project::write_atomic(&path, &page)
        .map_err(|source| Failure::Write { path: path.clone(), source })?;
    eprintln!("{:>12} target/site/index.html ({} kB)", "Rendered", page.len() / 1000);
    Ok(ExitCode::SUCCESS)
}
