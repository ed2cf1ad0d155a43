//! `agentassist contacts`: the operations on contacts.

mod bulk_delete;
mod delete;
mod list;
mod update;

use std::process::ExitCode;

use crate::exit::Failure;

/// List, update and delete the contacts of a stream
///
/// `--target sandbox` runs any of these against a sandbox in this process, without an account.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
#[expect(clippy::large_enum_variant, reason = "there is one of it")]
enum Command {
    List(list::Arguments),
    Update(update::Arguments),
    Delete(delete::Arguments),
    BulkDelete(bulk_delete::Arguments),
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    match &arguments.command {
        Command::List(arguments) => list::run(arguments),
        Command::Update(arguments) => update::run(arguments),
        Command::Delete(arguments) => delete::run(arguments),
        Command::BulkDelete(arguments) => bulk_delete::run(arguments),
    }
}

/// The columns of a contact in a table and in CSV, where no fields are asked for.
const COLUMNS: &[&str] =
    &["id", "fullName", "cellPhone.phoneNumber", "status", "createdAt", "updatedAt"];

/// A value of the client as a row.
fn to_row<T: serde::Serialize>(value: &T) -> Result<serde_json::Value, Failure> {
    serde_json::to_value(value).map_err(|error| Failure::outside("cannot show the answer", error))
}
