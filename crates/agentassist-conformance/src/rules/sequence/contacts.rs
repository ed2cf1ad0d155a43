//! Contacts over time.

use std::fmt;

use super::facts::{CHANGEABLE, Contact, Named};
use super::recent::Recent;
use super::{Earlier, Listed, Now, Place, Seen};
use crate::finding::Certainty;
use crate::moment::Moment;
use crate::rules::Rule;

/// The most contacts that are remembered for certain.
const REMEMBERED: usize = 1 << 15;

/// What is known of each contact.
#[derive(Debug)]
pub(super) struct Contacts {
    known: Recent<Known>,
}

/// What is known of a contact. With its key it fits into a cache line, as every contact of every
/// page is looked up.
#[derive(Debug, Default)]
struct Known {
    created: Option<(Moment, Earlier)>,
    updated: Option<(Moment, Earlier)>,
    /// What an update left behind, until something else is seen.
    update: Option<Box<(Contact, Place)>>,
    deleted: Option<Earlier>,
    /// The page on which it stood first in the listing under way, or in an earlier one.
    listed: Option<Earlier>,
}

const _: () = assert!(size_of::<Known>() <= 64 - size_of::<u64>());

impl Default for Contacts {
    fn default() -> Self {
        Self { known: Recent::new(REMEMBERED) }
    }
}

impl Contacts {
    /// The answer to an update or a deletion shows a contact: what the request did not name is as an
    /// earlier update left it.
    pub(super) fn written(
        &mut self,
        now: Now<'_>,
        contact: &Contact,
        named: Named,
        seen: &mut Seen,
    ) {
        const POINTER: fmt::Arguments<'_> = format_args!("/response/body");

        let at = now.at;
        let known = self.known.entry(at.key(contact.id));
        known.show(now, contact, POINTER, seen);
        let Some((after, update)) = known.update.as_deref() else { return };
        // That the contact has changed since is this call's doing, and could be another's too.
        let has_moved = contact.updated.is_none() || contact.updated > after.updated;
        let certainty = if has_moved { Certainty::Possible } else { at.after(*update) };
        ask_whether_lost(after, *update, contact, named, certainty, POINTER, seen);
    }

    /// A page lists a contact: it stands on no other page, is not deleted, and shows what it was
    /// updated to.
    pub(super) fn listed(
        &mut self,
        now: Now<'_>,
        contact: &Contact,
        listed: Option<Listed>,
        seen: &mut Seen,
    ) {
        let Now { at, past, .. } = now;
        let pointer = format_args!("/response/body/results/{}", contact.index);
        let known = self.known.entry(at.key(contact.id));
        if let Some(listed) = listed {
            known.list(now, listed, pointer, seen);
        }
        known.show(now, contact, pointer, seen);
        if let Some(deletion) = known.deleted.and_then(|deletion| past.place(deletion)) {
            seen.ask(
                Rule::DeletedContactListed,
                !contact.is_active,
                at.after(deletion),
                pointer,
                "schemas/Contact/properties/status",
                || {
                    let exchange = deletion.exchange;
                    format!("the contact was deleted in exchange {exchange}, and is still active")
                },
            );
        }
        let Some(left) = known.update.take() else { return };
        let (after, update) = &*left;
        // A later change, by whomever, explains any difference.
        if contact.updated.is_none() || contact.updated > after.updated {
            return;
        }
        let (named, certainty) = (Named::default(), at.after(*update));
        let is_lost = ask_whether_lost(after, *update, contact, named, certainty, pointer, seen);
        // A call that overlaps says nothing of those that follow.
        if !is_lost || at.overlaps(*update) {
            known.update = Some(left);
        }
    }

    /// An update was answered with a contact.
    pub(super) fn updated(&mut self, now: Now<'_>, contact: &Contact) {
        let known = self.known.entry(now.at.key(contact.id));
        known.update = Some(Box::new((contact.clone(), now.at)));
        // Whether an update brings a deleted contact back is documented nowhere.
        known.deleted = None;
    }

    /// A contact was updated, nobody knows to what.
    pub(super) fn changed(&mut self, at: Place, id: u64) {
        let known = self.known.entry(at.key(id));
        known.update = None;
        known.deleted = None;
    }

    /// A contact was deleted.
    pub(super) fn deleted(&mut self, now: Now<'_>, id: u64) {
        let known = self.known.entry(now.at.key(id));
        known.deleted = Some(now.number);
        known.update = None;
    }
}

/// Asks whether a contact is as an update left it, but for what was named since. Returns whether it
/// is not.
fn ask_whether_lost(
    after: &Contact,
    update: Place,
    contact: &Contact,
    named: Named,
    certainty: Certainty,
    pointer: fmt::Arguments<'_>,
    seen: &mut Seen,
) -> bool {
    let fields = CHANGEABLE.iter().zip(after.fields.iter().zip(&contact.fields)).zip(named);
    let lost = fields.filter(|((_, (after, now)), is_named)| after != now && !*is_named);
    let lost: Vec<_> = lost.map(|((field, _), _)| &field[1..]).collect();
    seen.ask(Rule::UpdateLost, lost.is_empty(), certainty, pointer, "schemas/Contact", || {
        let exchange = update.exchange;
        format!("not as the update in exchange {exchange} left it: {}", lost.join(", "))
    });
    !lost.is_empty()
}

impl Known {
    /// The contact stands on a page of a listing, and on no other one.
    fn list(&mut self, now: Now<'_>, listed: Listed, pointer: fmt::Arguments<'_>, seen: &mut Seen) {
        let first = match self.listed {
            Some(first) if first >= listed.first => first,
            _ => *self.listed.insert(now.number),
        };
        // The first page has nothing beside it.
        if now.number == listed.first {
            return;
        }
        let Some(earlier) = now.past.place(first) else { return };
        let certainty = if listed.is_quiet { now.at.after(earlier) } else { Certainty::Possible };
        seen.ask(
            Rule::ContactOnTwoPages,
            first == now.number,
            certainty,
            format_args!("{pointer}/id"),
            "schemas/ContactPage/properties/results",
            || {
                let exchange = earlier.exchange;
                format!("the contact stands on the page of exchange {exchange} too")
            },
        );
    }

    /// The contact is shown: its times never go back.
    fn show(
        &mut self,
        now: Now<'_>,
        contact: &Contact,
        pointer: fmt::Arguments<'_>,
        seen: &mut Seen,
    ) {
        // A contact that stands on a page twice is another rule's business.
        let before = |shown: Option<(Moment, Earlier)>| {
            let (moment, earlier) = shown.filter(|(_, earlier)| *earlier != now.number)?;
            Some((moment, now.past.place(earlier)?))
        };
        if let Some(created) = contact.created {
            if let Some((before, earlier)) = before(self.created) {
                seen.ask(
                    Rule::CreatedAtChanged,
                    created == before,
                    Certainty::Proved,
                    format_args!("{pointer}/createdAt"),
                    "schemas/Contact/properties/createdAt",
                    || format!("another time than in exchange {}", earlier.exchange),
                );
            }
            self.created = Some((created, now.number));
        }
        if let Some(updated) = contact.updated {
            if let Some((before, earlier)) = before(self.updated) {
                seen.ask(
                    Rule::UpdatedAtWentBack,
                    updated >= before,
                    now.at.after(earlier),
                    format_args!("{pointer}/updatedAt"),
                    "schemas/Contact/properties/updatedAt",
                    || format!("earlier than in exchange {}", earlier.exchange),
                );
            }
            self.updated = Some((updated, now.number));
        }
    }
}
