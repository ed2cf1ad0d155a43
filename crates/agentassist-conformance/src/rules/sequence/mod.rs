//! Rules on exchanges that follow each other.
//!
//! [`Facts`] are the little that these rules need of one exchange: they are gathered from each
//! exchange by itself, on any thread. [`Sequence`] is a state machine that is fed the facts of a
//! file's exchanges in their order. It keeps what it knows by account and stream, as hashes, and
//! forgets what it has not seen for longest when there is too much: what is forgotten can cost a
//! finding, never make a wrong one.
//!
//! **One file is one sequence.** Nothing says in which order the exchanges of two files were made.
//! Those of one file are taken in the order in which they began, where that was recorded
//! ([`Window`]), and else in the order of the file.
//!
//! **Proved or possible.** Calls with the same token are taken to have followed each other, unless
//! their times say that one began before the other was over. Where another token, a call that
//! overlaps, or a write in between, could explain what is seen, a finding is only *possible*, and
//! at most a warning. What a recording does not hold, such as the calls of clients that nobody
//! recorded, cannot be taken into account: proved means proved by the recording.
//!
//! **Shards.** The states of two shards cannot be joined, as an exchange of one lies between those
//! of another. Facts can: a [`Verdict`](crate::Verdict) carries them, and has a form in JSON. Who
//! splits an input writes verdicts, and who merges feeds them to a [`Report`](crate::Report) in
//! the order of the input: this is all that a run in one piece does, so the reports are the same.

mod contacts;
mod digest;
mod facts;
mod lists;
mod paging;
mod past;
mod recent;
#[cfg(test)]
mod tests;
mod window;

use std::fmt;

use self::contacts::Contacts;
pub(crate) use self::facts::Facts;
use self::facts::{Event, Named, Span};
use self::lists::Lists;
use self::paging::{Listed, Paging};
use self::past::{Earlier, Past};
pub(crate) use self::window::{Held, Window};
use crate::document::OPERATIONS;
use crate::finding::{Certainty, Finding};
use crate::findings::Findings;
use crate::rules::Rule;
use crate::rules::set::RuleSet;

/// What is known of the exchanges so far.
#[derive(Debug, Default)]
pub(crate) struct Sequence {
    past: Past,
    contacts: Contacts,
    lists: Lists,
    paging: Paging,
}

/// What one exchange shows beside those before it.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    pub(crate) findings: Findings,
    /// The rules that had something to look at.
    pub(crate) applied: RuleSet,
}

impl Sequence {
    /// Takes in the next exchange, which has this number in its file.
    pub(crate) fn add(&mut self, exchange: usize, facts: &Facts) -> Seen {
        let operation = OPERATIONS.iter().map(|operation| operation.id);
        let mut operation = operation.filter(|id| *id == facts.event.operation());
        let findings = operation.next().map(Findings::of).unwrap_or_default();
        let mut seen = Seen { findings, applied: RuleSet::default() };
        let &Facts { stream, caller, span, .. } = facts;
        let at = Place { stream, caller, span, exchange };
        let Some(number) = self.past.add(at) else {
            // After four thousand million exchanges, numbers begin anew, and so does the sequence.
            *self = Self::default();
            return self.add(exchange, facts);
        };
        let now = Now { at, number, past: &self.past };
        match &facts.event {
            Event::Page(page) => {
                let listed = self.paging.page(now, page, &mut seen);
                for contact in &page.contacts {
                    self.contacts.listed(now, contact, listed, &mut seen);
                }
            }
            Event::Updated(contact, named) => {
                self.paging.write(at);
                self.contacts.written(now, contact, *named, &mut seen);
                self.contacts.updated(now, contact);
            }
            Event::Deleted(contact) => {
                self.paging.write(at);
                self.contacts.written(now, contact, Named::default(), &mut seen);
                self.contacts.deleted(now, contact.id);
            }
            Event::BulkDeleted(ids) => {
                self.paging.write(at);
                for id in ids {
                    self.contacts.deleted(now, *id);
                }
            }
            Event::ListDeleted(id) => self.lists.deleted(at, *id, &mut seen),
            Event::Changed(id) => {
                self.paging.write(at);
                if let Some(id) = id {
                    self.contacts.changed(at, *id);
                }
            }
        }
        seen
    }
}

/// Where in a sequence an exchange stands, and who made it.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// The account and stream, as a hash.
    stream: u64,
    /// The token, as a hash; nothing where it was not recorded.
    caller: Option<u64>,
    /// When it was made, where that was recorded.
    span: Option<Span>,
    /// The number of the exchange in its file.
    exchange: usize,
}

/// The exchange that follows, and what went before it.
#[derive(Debug, Clone, Copy)]
struct Now<'a> {
    at: Place,
    number: Earlier,
    past: &'a Past,
}

impl Place {
    /// How certain it is that an exchange was over before this one began.
    fn after(self, earlier: Self) -> Certainty {
        let is_same = self.caller.is_some() && self.caller == earlier.caller;
        if is_same && !self.overlaps(earlier) { Certainty::Proved } else { Certainty::Possible }
    }

    /// Whether this exchange began before another one was over, as far as their times are known.
    fn overlaps(self, earlier: Self) -> bool {
        earlier.span.zip(self.span).is_some_and(|(earlier, span)| earlier.overlaps(span))
    }

    /// The key of something in this stream.
    fn key(self, id: u64) -> u64 {
        self.stream.rotate_left(17) ^ id
    }
}

impl Seen {
    /// Asks one rule: adds a finding unless it holds.
    fn ask(
        &mut self,
        rule: Rule,
        holds: bool,
        certainty: Certainty,
        pointer: fmt::Arguments<'_>,
        document: &str,
        message: impl FnOnce() -> String,
    ) {
        self.applied.insert(rule);
        if !holds {
            let document = format!("/components/{document}");
            let finding = Finding::new(rule, pointer.to_string(), message());
            self.findings.push(finding.against(document, rule.evidence()).certain(certainty));
        }
    }
}
