//! Generated Rust as text: formatted as the project is, and fit to be committed.

use std::io::{self, Write};
use std::process::{Command, Stdio};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::{ToTokens, quote};

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
    Ok(syn::parse2(split_documentation(tokens))?)
}

/// Splits documentation of several lines into an attribute for each line.
///
/// Left whole, it becomes a block comment, which rustfmt indents; what is indented by four blanks
/// is code to rustdoc, and would be compiled as a test.
fn split_documentation(tokens: TokenStream) -> TokenStream {
    tokens
        .into_iter()
        .map(|token| match token {
            TokenTree::Group(group) => regroup(&group),
            other => other.into_token_stream(),
        })
        .collect::<TokenStream>()
}

fn regroup(group: &Group) -> TokenStream {
    if group.delimiter() == Delimiter::Bracket
        && let Ok(attribute) = syn::parse2::<syn::MetaNameValue>(group.stream())
        && attribute.path.is_ident("doc")
        && let syn::Expr::Lit(literal) = &attribute.value
        && let syn::Lit::Str(text) = &literal.lit
    {
        return document(&text.value());
    }
    let mut rebuilt = Group::new(group.delimiter(), split_documentation(group.stream()));
    rebuilt.set_span(group.span());
    TokenTree::Group(rebuilt).into_token_stream()
}

/// The brackets of attributes for all lines; the hash of the first stands before them already.
fn document(text: &str) -> TokenStream {
    let text = text.trim_end();
    let has_margin = text.lines().all(|line| line.is_empty() || line.starts_with(' '));
    let lines = text.lines().map(|line| match line {
        "" => String::new(),
        line if has_margin => line.to_owned(),
        line => format!(" {line}"),
    });
    let mut attributes = lines.map(|line| quote!([doc = #line]));
    let first = attributes.next().unwrap_or_else(|| quote!([doc = ""]));
    let others = attributes.map(|attribute| quote!(# #attribute));
    quote!(#first #(#others)*)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documentation_of_several_lines_becomes_lines() {
        let text = "First.\n\n    code()\n";
        let file = parse_file(quote!(#[doc = #text] fn f() {})).unwrap();
        let formatted = format_file("// Origin.", &file).unwrap();
        assert_eq!(formatted, "// Origin.\n\n/// First.\n///\n///     code()\nfn f() {}\n");
    }
}
