//! Deletes batch by batch, and tells what became of each contact as soon as it is known.

use std::collections::BTreeMap;
use std::pin::pin;
use std::process::ExitCode;

use agentassist_client::generated::types::ContactId;
use serde_json::{Value, json};

use super::outcome::Outcome;
use super::{Entry, Journal};
use crate::api::Session;
use crate::exit::Failure;
use crate::outcome::Situation;
use crate::output;
use crate::progress::{self, Progress};
use crate::rows::{self, OutputArguments, Shape};

/// How contacts go into requests
#[derive(Debug, Clone, Copy, clap::Args)]
pub(crate) struct Batches {
    /// Contacts in one request; the vendor documents no limit
    #[arg(long, default_value_t = 100, value_name = "NUMBER",
          value_parser = clap::value_parser!(u16).range(1..=1000))]
    batch_size: u16,
}

impl Batches {
    /// The contacts of each request.
    pub(crate) fn of(self, entries: &[Entry]) -> impl Iterator<Item = &[Entry]> {
        entries.chunks(usize::from(self.batch_size))
    }
}

/// Told when somebody asks to stop while a request is under way.
const STOPPING: &str = "stopping after the request under way; Ctrl-C again gives it up, and leaves \
                        unknown what became of its contacts";

/// What became of how many.
#[derive(Debug, Default)]
struct Tally(BTreeMap<&'static str, usize>);

/// Deletes contacts, and prints a row for each.
///
/// The first time somebody asks to stop, a request under way comes to its end, and one that only
/// waits for its place below the rate limit is not sent. The second time a request under way is
/// given up, and its contacts are unknown.
pub(crate) async fn delete(
    session: &Session,
    entries: &[Entry],
    batches: Batches,
    mut journal: Option<&mut Journal>,
    arguments: &OutputArguments,
) -> Result<ExitCode, Failure> {
    let mut rows = rows::to_stdout(arguments, Shape::List, &["id", "name", "outcome", "reason"]);
    let mut progress = Progress::new("contacts", 0);
    let mut tally = Tally::default();
    let mut stopped = None;
    for batch in batches.of(entries) {
        if session.interrupt.is_asked() {
            break;
        }
        if let Some(journal) = &mut journal {
            journal.add(batch.iter().map(|entry| (entry.id.as_str(), Outcome::Sent, None)))?;
        }
        let total = Some(entries.len() as u64);
        let (outcomes, failure) = request(session, batch, &mut progress, total).await;
        if let Some(journal) = &mut journal {
            let lines = batch.iter().zip(&outcomes);
            journal.add(lines.map(|(entry, (outcome, reason))| {
                (entry.id.as_str(), *outcome, reason.as_deref())
            }))?;
        }
        progress.clear();
        for (entry, (outcome, reason)) in batch.iter().zip(&outcomes) {
            tally.count(*outcome);
            // That nobody reads any more is no reason to stop in the middle of a plan.
            rows::written(rows.row(&row(entry, *outcome, reason.as_deref())))?;
        }
        rows::written(rows.flush())?;
        progress.advance(batch.len() as u64, total);
        if failure.is_some() {
            stopped = failure;
            break;
        }
    }
    progress.clear();
    rows::finish(rows)?;
    let interrupted = session.interrupt.is_asked().then_some(match journal {
        Some(_) => "interrupted: the same command goes on with the others",
        None => "interrupted",
    });
    tally.verdict(entries.len(), stopped, interrupted)
}

/// What became of the contacts of one request, and why there should be no further one.
async fn request(
    session: &Session,
    batch: &[Entry],
    progress: &mut Progress,
    total: Option<u64>,
) -> (Vec<(Outcome, Option<String>)>, Option<Failure>) {
    let ids: Vec<ContactId> = batch.iter().map(|entry| entry.id.clone()).collect();
    let all = |outcome| batch.iter().map(|_| (outcome, None)).collect();
    let contacts = session.api.contacts();
    let sent_before = session.attempts.begun();
    let mut call = pin!(contacts.delete_many(ids).batch_size(batch.len()).send());
    let mut is_asked = false;
    let answered = loop {
        tokio::select! {
            answered = &mut call => break answered,
            () = tokio::time::sleep(progress::EVERY) => progress.show(total),
            () = session.interrupt.asked(1), if !is_asked => {
                if session.attempts.begun() == sent_before {
                    return (all(Outcome::Untouched), None);
                }
                is_asked = true;
                progress.say(STOPPING);
            }
            () = session.interrupt.asked(2) => {
                progress.say("the request under way is given up");
                return (all(Outcome::Unknown), None);
            }
        }
    };
    match answered {
        Ok(deletion) => {
            let outcomes = deletion.fates().iter().map(|(_, fate)| {
                let (outcome, reason) = Outcome::of(fate);
                (outcome, reason.map(rows::printable))
            });
            let outcomes = outcomes.collect();
            (outcomes, deletion.error().map(Failure::from))
        }
        // Nothing was done.
        Err(error) => (all(Outcome::Untouched), Some(error.into())),
    }
}

fn row(entry: &Entry, outcome: Outcome, reason: Option<&str>) -> Value {
    json!({"id": *entry.id, "name": entry.name, "outcome": outcome, "reason": reason})
}

impl Tally {
    fn count(&mut self, outcome: Outcome) {
        *self.0.entry(outcome.word()).or_default() += 1;
    }

    /// The exit code, or why not everything was done.
    fn verdict(
        mut self,
        total: usize,
        stopped: Option<Failure>,
        interrupted: Option<&str>,
    ) -> Result<ExitCode, Failure> {
        let done: usize = self.0.values().sum();
        if total > done {
            *self.0.entry(Outcome::Untouched.word()).or_default() += total - done;
        }
        let of = |word| self.0.get(word).copied().unwrap_or_default();
        let deleted = of(Outcome::Deleted.word());
        let told: Vec<_> = self.0.iter().map(|(word, count)| format!("{count} {word}")).collect();
        output::say(&told.join(", "));
        let went_well = deleted == total;
        match stopped {
            Some(failure) if deleted == 0 => Err(failure),
            Some(failure) => {
                Err(Situation::Partial.because(format!("it stopped: {failure}")).into())
            }
            None if went_well => Ok(ExitCode::SUCCESS),
            None if let Some(what) = interrupted => {
                Err(Situation::Interrupted.because(what).into())
            }
            None => Err(Situation::Partial.because("not every contact was deleted").into()),
        }
    }
}
