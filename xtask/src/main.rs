//! The project's own commands: `cargo xtask …`.
//!
//! Follows the xtask convention (<https://github.com/matklad/cargo-xtask>): the tooling is a crate
//! of the workspace, so that it needs nothing but `cargo`.

mod docs;
mod document;
mod failure;
mod generate;
mod lint;
mod project;
mod rustfmt;
mod site;
mod test;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use self::failure::Failure;

/// Generates, lints, tests and documents this workspace from openapi/agentassist.yaml.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Generate(generate::Arguments),
    Lint(lint::Arguments),
    Test(test::Arguments),
    Docs(site::Arguments),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Generate(arguments) => generate::run(&arguments),
        Command::Lint(arguments) => lint::run(&arguments),
        Command::Test(arguments) => test::run(&arguments),
        Command::Docs(arguments) => site::run(&arguments),
    };
    outcome.unwrap_or_else(|error| {
        failure::complain(&error);
        ExitCode::FAILURE
    })
}
