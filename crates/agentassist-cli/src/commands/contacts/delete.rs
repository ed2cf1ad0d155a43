//! `agentassist contacts delete`.

use std::process::ExitCode;

use agentassist_client::generated::types::ContactId;

use super::{COLUMNS, to_row};
use crate::api::{self, CallArguments, Place, with_session};
use crate::bulk::contact_id;
use crate::bulk::names::{self, Names};
use crate::commands::deleted::Deleted;
use crate::confirm::{self, ConfirmArguments, Consent};
use crate::exit::Failure;
use crate::outcome;
use crate::rows::{self, OutputArguments};

/// Delete a contact, and print it as it is afterwards
///
/// The deletion is soft: the contact comes back with the status INACTIVE, and past interactions
/// stay. Nothing here can undo it.
#[derive(Debug, clap::Args)]
#[command(after_help = outcome::help!(
    "agentassist contacts delete ID --dry-run",
    "agentassist contacts delete ID --yes --ignore-missing",
))]
pub(super) struct Arguments {
    /// Id of the contact
    #[arg(value_parser = contact_id)]
    id: ContactId,
    /// Exit 0 if there is no such contact
    #[arg(long)]
    ignore_missing: bool,
    #[command(flatten)]
    confirm: ConfirmArguments,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    call: CallArguments,
}

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    if arguments.confirm.dry_run {
        let place = Place::by_settings(&arguments.call)?;
        let request = api::planned("deleteContact", &place, Some(&arguments.id), None);
        api::show(&place, vec![request], &arguments.output)?;
        return Ok(ExitCode::SUCCESS);
    }
    let consent = arguments.confirm.consent(&arguments.output)?;
    with_session(&arguments.call, async |session| {
        if consent == Consent::ToBeAsked {
            let names = names::look_up(session, [arguments.id.as_str()].into_iter()).await?;
            let question = question(&arguments.id, &names, &session.place);
            confirm::ask(&session.interrupt, question).await?;
        }
        let contacts = session.api.contacts();
        let deletion = session.changing(contacts.delete(&arguments.id)).await;
        let contact = Deleted {
            noun: "contact",
            id: ("id", &arguments.id),
            columns: COLUMNS,
            ignore_missing: arguments.ignore_missing,
        };
        contact.print(deletion, &arguments.output, |contact| to_row(&contact).map(Some))
    })
}

fn question(id: &ContactId, names: &Names, place: &Place) -> String {
    let name = names.of(id).map_or_else(|| names.why_not(), rows::printable);
    format!("Delete contact {} ({name}) {place}?", rows::printable(id))
}
