//! All contacts, page after page, in one run or in several.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use agentassist_client::ContactStream;
use agentassist_client::generated::types::Contact;

use super::listing::Listing;
use super::out::Out;
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
    let checkpoint = match &arguments.checkpoint {
        Some(path) => Some(Checkpoint::open(path, &session.place)?),
        None => None,
    };
    let out = Out::open(arguments, checkpoint.as_ref())?;
    if checkpoint.as_ref().is_some_and(Checkpoint::is_complete) {
        output::say("the checkpoint says that everything was listed: remove it to list again");
        return Ok(ExitCode::SUCCESS);
    }
    let mut run = Run::new(session, arguments, checkpoint, out)?;
    run.begin()?;
    let end = run.list().await;
    run.end(end)
}

/// A listing under way.
struct Run<'a> {
    session: &'a Session,
    arguments: &'a Arguments,
    checkpoint: Option<Checkpoint>,
    stream: ContactStream,
    rows: Listing,
    progress: Progress,
    /// How far an earlier run came, until it is known whether that still holds.
    before: Option<Reached>,
    /// The contact that was listed last in this run.
    last_id: Option<String>,
}

/// How a listing came to its end.
enum End {
    Complete,
    Enough,
    /// Nobody reads any more.
    Unread,
    Interrupted,
    Failed(Failure),
}

impl<'a> Run<'a> {
    fn new(
        session: &'a Session,
        arguments: &'a Arguments,
        checkpoint: Option<Checkpoint>,
        out: Out,
    ) -> Result<Self, Failure> {
        let before = checkpoint.as_ref().and_then(Checkpoint::reached).cloned();
        let position = before.as_ref().map_or(0, |before| before.position);
        let page_size = arguments.page_size.or(arguments.max_items.filter(|most| *most <= 100));
        let list = session.api.contacts().list().page_size(page_size.unwrap_or_default());
        let list = list.accept_gaps(arguments.accept_gaps || arguments.max_items.is_some());
        // A table is written in blocks, between which there is room for a line; other forms are
        // not.
        let is_elsewhere = arguments.file().is_some() || !io::stdout().is_terminal();
        let has_room = arguments.format() == Format::Table || is_elsewhere;
        let begin = if has_room { Progress::new } else { Progress::among_other_lines };
        let rows = Listing::new(arguments, out, before.is_some())?;
        Ok(Self {
            session,
            arguments,
            checkpoint,
            // The last one again: if it is not where it was, others are not where they were either.
            stream: list.skip(position.saturating_sub(1)).stream(),
            rows,
            progress: begin("contacts", &session.wire).after(position),
            before,
            last_id: None,
        })
    }

    /// Writes the checkpoint as it is: before anything is listed, somebody learns that it cannot be
    /// written.
    fn begin(&mut self) -> Result<(), Failure> {
        let Some(checkpoint) = &mut self.checkpoint else { return Ok(()) };
        checkpoint.begin(self.rows.kept()?)
    }

    /// Lists until there is a reason to end.
    async fn list(&mut self) -> End {
        let most = self.arguments.max_items.unwrap_or(u64::MAX);
        while self.rows.count < most {
            let listed = match self.next().await {
                Ok(contact) => self.take(contact),
                Err(end) => Err(end),
            };
            if let Err(end) = listed {
                return end;
            }
        }
        End::Enough
    }

    /// The next contact; nothing after the last one.
    async fn next(&mut self) -> Result<Option<Contact>, End> {
        loop {
            tokio::select! {
                next = self.stream.next() => {
                    return next
                        .transpose()
                        .map_err(|error| End::Failed(self.session.failure(&error)));
                }
                () = tokio::time::sleep(progress::EVERY) => {}
                () = self.session.interrupt.asked(1) => {
                    progress::clear_line();
                    return Err(End::Interrupted);
                }
            }
            if self.rows.is_held_back {
                // What came so far can be read meanwhile.
                self.progress.clear();
                self.rows.flush().map_err(End::Failed)?;
            }
            self.progress.show(self.total());
        }
    }

    /// Lists a contact; an error is a reason to end.
    fn take(&mut self, contact: Option<Contact>) -> Result<(), End> {
        if let Some(before) = self.before.take()
            && !self.is_new(&before, contact.as_ref()).map_err(End::Failed)?
        {
            return Ok(());
        }
        self.rows.trim().map_err(End::Failed)?;
        let contact = contact.ok_or(End::Complete)?;
        let row = to_row(&contact).map_err(End::Failed)?;
        if !self.rows.row(&row).map_err(End::Failed)? {
            return Err(End::Unread);
        }
        self.last_id = Some(contact.id);
        self.progress.advance(1, self.total());
        if self.rows.count.is_multiple_of(CHECKPOINT_EVERY) {
            self.keep().map_err(End::Failed)?;
        }
        Ok(())
    }

    /// How many contacts there are to list.
    fn total(&self) -> Option<u64> {
        let most = self.arguments.max_items.unwrap_or(u64::MAX);
        self.stream.total().map(|total| total.min(most))
    }

    /// Looks at the contact that stands where the last one of an earlier run stood: whether it is
    /// another one, to be listed.
    fn is_new(&mut self, before: &Reached, found: Option<&Contact>) -> Result<bool, Failure> {
        if found.is_some_and(|contact| contact.id == before.last_id) {
            return Ok(false);
        }
        let total = self.stream.total();
        if self.arguments.accept_gaps {
            // Where some went, one that is not listed yet has moved here; where some came, one that
            // is.
            return Ok(total < Some(before.total));
        }
        let what = match total {
            Some(total) if total < before.position => {
                format!(
                    "{} contacts were listed before, and now there are {total}",
                    before.position
                )
            }
            _ => "contacts came or went since the checkpoint was written".to_owned(),
        };
        let remedy = "remove the checkpoint and list again, or accept gaps with --accept-gaps";
        Err(Situation::Partial.because(format!("{what}: some may be missing: {remedy}")).into())
    }

    /// Makes what was listed visible, and only then moves the checkpoint behind it.
    fn keep(&mut self) -> Result<(), Failure> {
        self.progress.clear();
        if !self.rows.flush()? {
            // Nobody has seen the last ones.
            return Ok(());
        }
        match (&mut self.checkpoint, &self.last_id, self.stream.total()) {
            (Some(checkpoint), Some(last_id), Some(total)) => {
                let (position, last_id) = (self.stream.position(), last_id.clone());
                checkpoint.advance(Reached { position, last_id, total }, self.rows.kept()?)
            }
            _ => Ok(()),
        }
    }

    fn end(mut self, end: End) -> Result<ExitCode, Failure> {
        if matches!(end, End::Unread) {
            return Ok(ExitCode::SUCCESS);
        }
        self.keep()?;
        let listed = self.rows.count;
        let written = self.rows.finish()?;
        let duplicates = self.stream.duplicates();
        if duplicates > 0 {
            output::say(&returned_twice(duplicates));
        }
        match end {
            End::Complete => {
                if let Some(checkpoint) = &mut self.checkpoint {
                    checkpoint.complete(written)?;
                }
                say_if_nothing_is_shown(self.arguments, listed);
                Ok(ExitCode::SUCCESS)
            }
            End::Enough | End::Unread => Ok(ExitCode::SUCCESS),
            End::Failed(failure) => Err(failure),
            End::Interrupted => {
                let how = if self.checkpoint.is_some() { ": run it again to go on" } else { "" };
                let what = format!("interrupted after {listed} contacts{how}");
                Err(Situation::Interrupted.because(what).into())
            }
        }
    }
}

fn returned_twice(count: u64) -> String {
    match count {
        1 => "1 contact was returned twice and is listed once".to_owned(),
        count => format!("{count} contacts were returned twice and are listed once"),
    }
}
