//! Bulk deletion at once, and what it has in common with a plan that is applied.

use std::process::ExitCode;

use serde_json::json;

use crate::api::{self, CallArguments, Place, Session, with_session};
use crate::bulk::names::{self, Names};
use crate::bulk::{self, Batches, Entry, IdArguments, Tally};
use crate::confirm::{self, ConfirmArguments, Consent};
use crate::exit::Failure;
use crate::output;
use crate::rows::{self, OutputArguments};

/// So many contacts are named before a question; of more, the rest is counted.
const NAMED: usize = 20;

#[derive(Debug, clap::Args)]
pub(super) struct Now {
    #[command(flatten)]
    ids: IdArguments,
    #[command(flatten)]
    deletion: DeletionArguments,
}

/// The options of a deletion, at once or by a plan.
#[derive(Debug, clap::Args)]
pub(super) struct DeletionArguments {
    #[command(flatten)]
    pub(super) batches: Batches,
    #[command(flatten)]
    pub(super) confirm: ConfirmArguments,
    #[command(flatten)]
    pub(super) output: OutputArguments,
    #[command(flatten)]
    pub(super) call: CallArguments,
}

pub(super) fn run(arguments: &Now) -> Result<ExitCode, Failure> {
    let entries = arguments.ids.entries()?;
    let deletion = &arguments.deletion;
    if deletion.confirm.dry_run {
        let place = Place::by_settings(&deletion.call)?;
        return show(&place, &entries, deletion);
    }
    let consent = deletion.confirm.consent(&deletion.output)?;
    with_session(&deletion.call, async |session| {
        let mut entries = entries;
        if consent == Consent::ToBeAsked {
            let names = name(session, &mut entries).await?;
            ask(session, &entries, &names.why_not()).await?;
        }
        let (batches, settled) = (deletion.batches, Tally::default());
        bulk::delete(session, &entries, batches, None, settled, &deletion.output).await
    })
}

/// Prints the requests that would delete contacts.
pub(super) fn show(
    place: &Place,
    entries: &[Entry],
    deletion: &DeletionArguments,
) -> Result<ExitCode, Failure> {
    let requests = deletion.batches.of(entries).map(|batch| {
        let ids: Vec<_> = batch.iter().map(|entry| entry.id.as_str()).collect();
        api::planned("bulkDeleteContacts", place, None, Some(json!({"ids": ids})))
    });
    api::show(place, requests, &deletion.output)?;
    Ok(ExitCode::SUCCESS)
}

/// Names the contacts that have no name yet, as far as one can be found.
pub(super) async fn name(session: &Session, entries: &mut [Entry]) -> Result<Names, Failure> {
    let nameless = entries.iter().filter(|entry| entry.name.is_none());
    let names = names::look_up(session, nameless.map(|entry| entry.id.as_str())).await?;
    names.complete(entries);
    Ok(names)
}

/// Shows what will go, and why some of it has no name, and asks.
pub(super) async fn ask(
    session: &Session,
    entries: &[Entry],
    why_nameless: &str,
) -> Result<(), Failure> {
    for entry in entries.iter().take(NAMED) {
        let name = match &entry.name {
            Some(name) => rows::printable(name),
            None => format!("({why_nameless})"),
        };
        output::say(&format!("  {}  {name}", rows::printable(&entry.id)));
    }
    if entries.len() > NAMED {
        output::say(&format!("  and {} more", entries.len() - NAMED));
    }
    confirm::ask(
        &session.interrupt,
        format!("Delete {} {}?", output::counted(entries.len(), "contact"), session.place),
    )
    .await
}
