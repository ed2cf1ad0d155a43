//! Bulk deletion at once, and what it has in common with a plan that is applied.

use std::process::ExitCode;

use serde_json::json;

use crate::api::{self, CallArguments, Place, Session, with_session};
use crate::bulk::{self, Batches, Entry, IdArguments, Tally, names};
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
            entries = named(session, &entries).await?;
            ask(session, &entries).await?;
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
    api::show(place, requests.collect(), &deletion.output)?;
    Ok(ExitCode::SUCCESS)
}

/// The contacts with their names, as far as these can be found.
pub(super) async fn named(session: &Session, entries: &[Entry]) -> Result<Vec<Entry>, Failure> {
    let unnamed = entries.iter().filter(|entry| entry.name.is_none());
    let ids: Vec<_> = unnamed.map(|entry| entry.id.to_string()).collect();
    let names = session.reading(names::look_up(session, &ids)).await?;
    let entries = entries.iter().map(|entry| {
        let name = entry.name.clone().or_else(|| names.of(&entry.id).map(str::to_owned));
        Entry { id: entry.id.clone(), name }
    });
    Ok(entries.collect())
}

/// Shows what will go, and asks.
pub(super) async fn ask(session: &Session, entries: &[Entry]) -> Result<(), Failure> {
    for entry in entries.iter().take(NAMED) {
        let name = entry.name.as_deref().unwrap_or("(its name was not found)");
        output::say(&format!("  {}  {}", rows::printable(&entry.id), rows::printable(name)));
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
