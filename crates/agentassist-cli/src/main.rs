//! `agentassist`: contract tests, checks of recorded traffic, and a sandbox, in one binary.

mod commands;
mod contract;
mod exit;
mod inputs;
mod output;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use self::commands::{check, contract as contract_command, sandbox};

/// Contract tests, checks of recorded traffic, and a sandbox for Kore.ai's contact-centre
/// operations (agentassist, public v1).
#[derive(Debug, Parser)]
#[command(name = "agentassist", version, after_help = exit::HELP)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Contract(contract_command::Arguments),
    Check(check::Arguments),
    Sandbox(sandbox::Arguments),
}

fn main() -> ExitCode {
    // A usage error ends here, with exit code 2.
    let outcome = match Arguments::parse().command {
        Command::Contract(arguments) => contract_command::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Sandbox(arguments) => sandbox::run(&arguments),
    };
    outcome.unwrap_or_else(|failure| {
        output::complain(&failure);
        failure.exit_code()
    })
}
