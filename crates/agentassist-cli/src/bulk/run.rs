//! Deletes batch by batch, and tells what became of each contact as soon as it is known.

use std::io::BufWriter;
use std::pin::pin;
use std::process::ExitCode;

use agentassist_client::generated::types::ContactId;
use serde_json::{Value, json};

use super::outcome::Outcome;
use super::tally::{Stop, Tally};
use super::{Entry, Journal};
use crate::api::Session;
use crate::exit::Failure;
use crate::output;
use crate::progress::{self, Progress};
use crate::rows::{self, OutputArguments, Rows, Shape};
use crate::stdout::Stdout;

/// How contacts go into requests
#[derive(Debug, Clone, Copy, clap::Args)]
pub(crate) struct Batches {
    /// Contacts in one request; the vendor documents no limit
    #[arg(long, default_value_t = 100, value_name = "NUMBER",
          value_parser = clap::value_parser!(u16).range(1..=1000))]
    batch_size: u16,
}

impl Batches {
    /// How many contacts are in one request.
    pub(crate) fn size(self) -> u64 {
        self.batch_size.into()
    }

    /// The contacts of each request.
    pub(crate) fn of(self, entries: &[Entry]) -> impl Iterator<Item = &[Entry]> {
        entries.chunks(usize::from(self.batch_size))
    }
}

/// Told when somebody asks to stop while a request is under way.
const STOPPING: &str = "stopping after the request under way; Ctrl-C again gives it up, and leaves \
                        unknown what became of its contacts";

/// Deletes contacts, and prints a row for each; of others something may have been settled before.
///
/// The first time somebody asks to stop, a request under way comes to its end, and one that only
/// waits for its place below the rate limit is not sent. The second time a request under way is
/// given up, and its contacts are unknown.
pub(crate) async fn delete(
    session: &Session,
    entries: &[Entry],
    batches: Batches,
    journal: Option<&mut Journal>,
    settled: Tally,
    arguments: &OutputArguments,
) -> Result<ExitCode, Failure> {
    let is_kept = journal.is_some();
    let mut run = Run {
        session,
        total: entries.len() as u64,
        journal,
        rows: rows::to_stdout(arguments, Shape::List, &["id", "name", "outcome", "reason"]),
        progress: Progress::new("contacts", &session.wire).per_request(batches.size()),
        tally: Tally::default(),
    };
    let stop = run.batches(batches.of(entries)).await.err();
    let rest = &entries[run.tally.total()..];
    let (tally, unwritten) = run.end(rest);
    output::say(&tally.to_string());
    // The first thing that went wrong says most.
    let stop = stop.or(unwritten.map(Stop::Unwritable));
    tally.ends(settled, stop, is_kept)
}

/// A deletion under way.
struct Run<'a> {
    session: &'a Session,
    total: u64,
    journal: Option<&'a mut Journal>,
    rows: Rows<BufWriter<Stdout>>,
    progress: Progress,
    tally: Tally,
}

/// What became of each contact of a batch, and the API's reason for it.
type Outcomes = Vec<(Outcome, Option<String>)>;

impl Run<'_> {
    async fn batches<'b>(
        &mut self,
        batches: impl Iterator<Item = &'b [Entry]>,
    ) -> Result<(), Stop> {
        for batch in batches {
            self.go_on()?;
            self.batch(batch).await?;
        }
        self.go_on()
    }

    fn go_on(&self) -> Result<(), Stop> {
        if self.session.interrupt.is_asked() { Err(Stop::Interrupted) } else { Ok(()) }
    }

    /// Deletes the contacts of one request; an error says why there should be no further one.
    async fn batch(&mut self, batch: &[Entry]) -> Result<(), Stop> {
        let sent = batch.iter().map(|entry| (entry.id.as_str(), Outcome::Sent, None));
        self.keep(sent).map_err(Stop::Unwritable)?;
        let (outcomes, failure) = self.request(batch).await;
        let ids = batch.iter().map(|entry| entry.id.as_str());
        let told = ids.zip(&outcomes);
        let kept = self.keep(told.map(|(id, (outcome, reason))| (id, *outcome, reason.as_deref())));
        self.progress.clear();
        let mut shown = Ok(());
        for (entry, (outcome, reason)) in batch.iter().zip(&outcomes) {
            self.tally.count(*outcome);
            shown = shown.and_then(|()| show(&mut self.rows, entry, *outcome, reason.as_deref()));
        }
        shown = shown.and_then(|()| rows::written(self.rows.flush()).map(drop));
        self.progress.advance(batch.len() as u64, Some(self.total));
        kept.and(shown).map_err(Stop::Unwritable)?;
        failure.map_or(Ok(()), |failure| Err(Stop::Refused(failure)))
    }

    fn keep<'b>(
        &mut self,
        outcomes: impl Iterator<Item = (&'b str, Outcome, Option<&'b str>)>,
    ) -> Result<(), Failure> {
        self.journal.as_mut().map_or(Ok(()), |journal| journal.add(outcomes))
    }

    /// What became of the contacts of one request, and why there should be no further one.
    async fn request(&mut self, batch: &[Entry]) -> (Outcomes, Option<Failure>) {
        let ids: Vec<ContactId> = batch.iter().map(|entry| entry.id.clone()).collect();
        let all = |outcome| batch.iter().map(|_| (outcome, None)).collect();
        let Self { session, progress, .. } = self;
        let contacts = session.api.contacts();
        let sent_before = session.wire.sent();
        // Also one that was refused, and waits to be sent again.
        let is_unsent = || session.wire.sent() == sent_before;
        let mut call = pin!(contacts.delete_many(ids).batch_size(batch.len()).send());
        let mut is_asked = false;
        let answered = loop {
            tokio::select! {
                answered = &mut call => break answered,
                () = tokio::time::sleep(progress::EVERY) => {
                    if is_asked && is_unsent() {
                        return (all(Outcome::Untouched), None);
                    }
                    progress.show(Some(self.total));
                }
                () = session.interrupt.asked(1), if !is_asked => {
                    if is_unsent() {
                        return (all(Outcome::Untouched), None);
                    }
                    is_asked = true;
                    progress.say(STOPPING);
                }
                () = session.interrupt.asked(2) => {
                    if is_unsent() {
                        return (all(Outcome::Untouched), None);
                    }
                    progress.say("the request under way is given up");
                    return (all(Outcome::Unknown), None);
                }
            }
        };
        match answered {
            Ok(deletion) => {
                let outcomes = deletion.fates().iter().map(|(_, fate)| {
                    let (outcome, reason) = Outcome::of(fate);
                    (outcome, reason.map(str::to_owned))
                });
                (outcomes.collect(), deletion.error().map(|error| session.failure(error)))
            }
            Err(error) => (all(Outcome::after(&error)), Some(session.failure(&error))),
        }
    }

    /// Ends the output with the contacts to which nothing was done; says what cannot be written.
    fn end(mut self, rest: &[Entry]) -> (Tally, Option<Failure>) {
        self.progress.clear();
        let mut shown = Ok(());
        for entry in rest {
            self.tally.count(Outcome::Untouched);
            shown = shown.and_then(|()| show(&mut self.rows, entry, Outcome::Untouched, None));
        }
        let shown = shown.and_then(|()| rows::finish(self.rows));
        (self.tally, shown.err())
    }
}

/// Writes a row. That nobody reads any more is no reason to stop in the middle of a plan.
fn show(
    rows: &mut Rows<BufWriter<Stdout>>,
    entry: &Entry,
    outcome: Outcome,
    reason: Option<&str>,
) -> Result<(), Failure> {
    rows::written(rows.row(&row(entry, outcome, reason))).map(drop)
}

fn row(entry: &Entry, outcome: Outcome, reason: Option<&str>) -> Value {
    json!({"id": *entry.id, "name": entry.name, "outcome": outcome, "reason": reason})
}
