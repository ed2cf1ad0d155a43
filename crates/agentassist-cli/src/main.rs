//! `agentassist`: contract tests, checks of recorded traffic, a sandbox, and the operations, in
//! one binary.

mod address;
mod api;
mod bulk;
mod checkpoint;
mod commands;
mod confirm;
mod contract;
mod doctor;
mod exit;
mod files;
mod inputs;
mod outcome;
mod output;
mod progress;
mod record;
mod rows;
mod runtime;
mod sandbox;
mod settings;
mod shard_lines;
mod signals;
mod spool;
mod stdout;
mod text_input;
mod toml_text;
mod trust;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use self::commands::{
    auth, check, completions, contact_lists, contacts, contract as contract_command, explain, man,
    merge, record as record_command, sandbox as sandbox_command,
};

/// Contract tests, checks of recorded traffic, a sandbox, and commands for Kore.ai's
/// contact-centre operations (agentassist, public v1).
#[derive(Debug, Parser)]
#[command(name = "agentassist", version, after_help = AFTER_HELP)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
#[expect(clippy::large_enum_variant, reason = "there is one of it")]
enum Command {
    Contract(contract_command::Arguments),
    Check(check::Arguments),
    Merge(merge::Arguments),
    Record(record_command::Arguments),
    Explain(explain::Arguments),
    Sandbox(sandbox_command::Arguments),
    Contacts(contacts::Arguments),
    ContactLists(contact_lists::Arguments),
    Auth(auth::Arguments),
    Completions(completions::Arguments),
    Man(man::Arguments),
}

/// Where to begin; the two kinds of commands end in different ways.
const AFTER_HELP: &str = "\
Examples:
  agentassist contract                              the whole contract, without an account
  agentassist check traffic.har                     recorded traffic against the document
  agentassist contacts list --target sandbox        a command tried out, without an account
  agentassist auth doctor                           why the API does not accept a token

Exit codes:
  0 is success, 2 a wrong command line or setting, 3 a file or a target that cannot be used.
  Those of `check`, `merge` and `contract` are in `agentassist check --help`, those of the
  commands that call the API in `agentassist contacts list --help`.";

fn main() -> ExitCode {
    // A usage error ends here, with exit code 2.
    let outcome = match Arguments::parse().command {
        Command::Contract(arguments) => contract_command::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Record(arguments) => record_command::run(&arguments),
        Command::Merge(arguments) => merge::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Sandbox(arguments) => sandbox_command::run(&arguments),
        Command::Contacts(arguments) => contacts::run(&arguments),
        Command::ContactLists(arguments) => contact_lists::run(&arguments),
        Command::Auth(arguments) => auth::run(&arguments),
        Command::Completions(arguments) => completions::run::<Arguments>(&arguments),
        Command::Man(arguments) => man::run::<Arguments>(&arguments),
    };
    outcome.unwrap_or_else(|failure| {
        output::complain(&failure);
        failure.exit_code()
    })
}
