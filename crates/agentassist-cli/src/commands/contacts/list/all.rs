//! All contacts, page after page, in one run or in several.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use agentassist_client::ContactStream;

use super::listing::Listing;
use super::{Arguments, say_if_nothing_is_shown};
use crate::api::Session;
use crate::checkpoint::{Checkpoint, Reached};
use crate::commands::contacts::to_row;
use crate::exit::Failure;
use crate::outcome::Situation;
use crate::output;
use crate::progress::{self, Progress};
use crate::rows::Format;

/// After so many contacts the checkpoint is written again.
const CHECKPOINT_EVERY: u64 = 100;

pub(super) async fn all(session: &Session, arguments: &Arguments) -> Result<ExitCode, Failure> {
    let mut checkpoint = match &arguments.checkpoint {
        Some(path) => Some(Checkpoint::open(path, &session.place)?),
        None => None,
    };
    if checkpoint.as_ref().is_some_and(Checkpoint::is_complete) {
        output::say("the checkpoint says that all was listed: remove it to list again");
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(checkpoint) = &checkpoint {
        checkpoint.keep()?;
    }
    let before = checkpoint.as_ref().and_then(Checkpoint::reached).cloned();
    let position = before.as_ref().map_or(0, |before| before.position);
    let most = arguments.max_items.unwrap_or(u64::MAX);
    let page_size = arguments.page_size.or(arguments.max_items.filter(|most| *most <= 100));
    let mut stream = session
        .api
        .contacts()
        .list()
        // The last one again: if it is not where it was, others are not where they were either.
        .skip(position.saturating_sub(1))
        .page_size(page_size.unwrap_or_default())
        .accept_gaps(arguments.accept_gaps || most < u64::MAX)
        .stream();
    let mut rows = Listing::new(arguments, before.is_some());
    // A table is written in blocks, between which there is room for a line; other forms are not.
    let has_room = arguments.output.format() == Format::Table || !io::stdout().is_terminal();
    let mut progress = Progress::new("contacts", position).only_if(has_room);
    let mut awaited = before;
    let mut last_id = None;
    let end = loop {
        if rows.count >= most {
            break End::Enough;
        }
        let next = tokio::select! {
            next = stream.next() => next,
            () = tokio::time::sleep(progress::EVERY) => {
                progress.show(stream.total());
                continue;
            }
            () = session.interrupt.asked(1) => {
                progress::clear_line();
                break End::Interrupted;
            }
        };
        let contact = match next {
            Some(Err(error)) => break End::Failed(error.into()),
            Some(Ok(contact)) => Some(contact),
            None => None,
        };
        if let Some(before) = awaited.take() {
            let is_there = contact.as_ref().is_some_and(|contact| contact.id == before.last_id);
            if !is_there && !arguments.accept_gaps {
                progress.clear();
                return Err(gap(&before, stream.total()));
            }
            // Where some went, one that is not listed yet has moved here; where some came, one that
            // is.
            let is_new = !is_there && stream.total() < Some(before.total);
            if !is_new {
                continue;
            }
        }
        let Some(contact) = contact else { break End::Complete };
        if !rows.row(&to_row(&contact)?)? {
            return Ok(ExitCode::SUCCESS);
        }
        last_id = Some(contact.id);
        progress.advance(1, stream.total());
        if rows.count.is_multiple_of(CHECKPOINT_EVERY) {
            progress.clear();
            keep(&mut rows, checkpoint.as_mut(), &stream, last_id.as_deref())?;
        }
    };
    progress.clear();
    keep(&mut rows, checkpoint.as_mut(), &stream, last_id.as_deref())?;
    let listed = rows.count;
    rows.finish()?;
    if stream.duplicates() > 0 {
        output::say(&format!("{} contacts came twice and stand there once", stream.duplicates()));
    }
    match end {
        End::Complete => {
            if let Some(checkpoint) = &mut checkpoint {
                checkpoint.complete()?;
            }
            say_if_nothing_is_shown(arguments, listed);
            Ok(ExitCode::SUCCESS)
        }
        End::Enough => Ok(ExitCode::SUCCESS),
        End::Failed(failure) => Err(failure),
        End::Interrupted => {
            let how = if checkpoint.is_some() { ": run it again to go on" } else { "" };
            let what = format!("interrupted after {listed} contacts{how}");
            Err(Situation::Interrupted.because(what).into())
        }
    }
}

/// How a listing came to its end.
enum End {
    Complete,
    Enough,
    Interrupted,
    Failed(Failure),
}

/// The contact that was listed last is not where it was.
fn gap(before: &Reached, total: Option<u64>) -> Failure {
    let Reached { position, .. } = before;
    let what = match total {
        Some(total) if total < *position => {
            format!("{position} contacts were listed before, and now there are {total}")
        }
        _ => "contacts came or went since the checkpoint was written".to_owned(),
    };
    let remedy = "remove the checkpoint and list again, or accept gaps with --accept-gaps";
    Situation::Partial.because(format!("{what}: some may be missing: {remedy}")).into()
}

/// Makes what was listed visible, and only then moves the checkpoint behind it.
fn keep(
    rows: &mut Listing,
    checkpoint: Option<&mut Checkpoint>,
    stream: &ContactStream,
    last_id: Option<&str>,
) -> Result<(), Failure> {
    if !rows.flush()? {
        // Nobody has seen the last ones.
        return Ok(());
    }
    match (checkpoint, last_id, stream.total()) {
        (Some(checkpoint), Some(last_id), Some(total)) => {
            let (position, last_id) = (stream.position(), last_id.to_owned());
            checkpoint.advance(Reached { position, last_id, total })
        }
        _ => Ok(()),
    }
}
