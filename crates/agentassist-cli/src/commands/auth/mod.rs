//! `agentassist auth`: tokens, and why one is not accepted.

mod doctor;
mod token;

use std::process::ExitCode;

use crate::exit::Failure;

/// Sign tokens, and find out why one is not accepted
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Token(token::Arguments),
    Doctor(doctor::Arguments),
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    match &arguments.command {
        Command::Token(arguments) => token::run(arguments),
        Command::Doctor(arguments) => doctor::run(arguments),
    }
}
