//! `agentassist contact-lists`: the operation on contact lists.

use std::process::ExitCode;

use agentassist_client::generated::types::ContactListId;

use super::deleted::Deleted;
use crate::api::{self, CallArguments, Place, with_session};
use crate::confirm::{self, ConfirmArguments, Consent};
use crate::exit::Failure;
use crate::outcome;
use crate::rows::{self, OutputArguments};

/// Delete the contact lists of campaigns
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Delete(Delete),
}

/// Delete a contact list with all its contacts, and print it as it was
///
/// A list that a campaign uses cannot be deleted. No operation reads a list: its name and size
/// are not known before it is gone.
#[derive(Debug, clap::Args)]
#[command(after_help = outcome::help!(
    "agentassist contact-lists delete cl-ID --dry-run",
    "agentassist contact-lists delete cl-ID",
))]
struct Delete {
    /// Id of the contact list, `cl-…`
    #[arg(value_parser = contact_list_id)]
    id: ContactListId,
    /// Exit 0 if there is no such list
    #[arg(long)]
    ignore_missing: bool,
    #[command(flatten)]
    confirm: ConfirmArguments,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    call: CallArguments,
}

fn contact_list_id(text: &str) -> Result<ContactListId, &'static str> {
    text.parse().map_err(|_| "the id of a contact list is not empty, `.` or `..`, and has no slash")
}

/// The columns of a contact list in a table and in CSV, where no fields are asked for.
const COLUMNS: &[&str] = &["_id", "name", "totalRecordCount", "status", "listType", "source"];

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    match &arguments.command {
        Command::Delete(arguments) => delete(arguments),
    }
}

fn delete(arguments: &Delete) -> Result<ExitCode, Failure> {
    if arguments.confirm.dry_run {
        let place = Place::by_settings(&arguments.call)?;
        let request = api::planned("deleteContactList", &place, Some(&arguments.id), None);
        api::show(&place, vec![request], &arguments.output)?;
        return Ok(ExitCode::SUCCESS);
    }
    let consent = arguments.confirm.consent(&arguments.output)?;
    with_session(&arguments.call, async |session| {
        if consent == Consent::ToBeAsked {
            let id = rows::printable(&arguments.id);
            let question =
                format!("Delete the contact list {id} {} and all its contacts?", session.place);
            confirm::ask(&session.interrupt, question).await?;
        }
        let lists = session.api.contact_lists();
        let deletion = session.changing(lists.delete(&arguments.id)).await;
        let list = Deleted {
            noun: "contact list",
            id: ("_id", &arguments.id),
            columns: COLUMNS,
            ignore_missing: arguments.ignore_missing,
        };
        list.print(deletion, &arguments.output, |answer| {
            let row = answer.data.map(|list| serde_json::to_value(&list)).transpose();
            row.map_err(|error| Failure::outside("cannot show the answer", error))
        })
    })
}
