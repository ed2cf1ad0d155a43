//! Generated Rust as text: formatted as the project is, and fit to be committed.

use std::io::{self, Write};
use std::process::{Command, Stdio};

use proc_macro2::TokenStream;

use crate::project;

/// Why tokens could not be made into a file.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FormatError {
    #[error("the generated tokens are not a Rust file")]
    Syntax(#[from] syn::Error),
    #[error("cannot run rustfmt; `rustup component add rustfmt` installs it")]
    Start(#[source] io::Error),
    #[error("rustfmt refused the generated code: {0}")]
    Refused(String),
}

/// Formats a file of Rust as `cargo fmt` would, below a first line that names its origin.
pub(crate) fn format_file(origin: &str, file: &syn::File) -> Result<String, FormatError> {
    rustfmt(&format!("{origin}\n\n{}", prettyplease::unparse(file)))
}

/// Parses tokens as a file.
pub(crate) fn parse_file(tokens: TokenStream) -> Result<syn::File, FormatError> {
    Ok(syn::parse2(tokens)?)
}

fn rustfmt(text: &str) -> Result<String, FormatError> {
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024", "--emit", "stdout", "--config-path"])
        .arg(project::root().join("rustfmt.toml"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(FormatError::Start)?;
    // expect: standard input was asked for above and is taken once.
    let mut input = child.stdin.take().expect("standard input is piped");
    // rustfmt reads all of its input before it writes, so writing first cannot block both.
    let written = input.write_all(text.as_bytes());
    drop(input);
    let output = child.wait_with_output().map_err(FormatError::Start)?;
    written.map_err(FormatError::Start)?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(FormatError::Refused(String::from_utf8_lossy(&output.stderr).trim().to_owned()))
    }
}
