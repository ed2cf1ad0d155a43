//! Contacts over time.

use std::fmt;

use super::facts::{CHANGEABLE, Contact, Named};
use super::recent::Recent;
use super::{Place, Seen};
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

#[derive(Debug, Default)]
struct Known {
    created: Option<(Moment, Place)>,
    updated: Option<(Moment, Place)>,
    /// What an update left behind, until something else is seen.
    update: Option<Box<(Contact, Place)>>,
    deleted: Option<Place>,
}

impl Default for Contacts {
    fn default() -> Self {
        Self { known: Recent::new(REMEMBERED) }
    }
}

impl Contacts {
    /// The answer to an update or a deletion shows a contact: what the request did not name is as an
    /// earlier update left it.
    pub(super) fn written(&mut self, at: Place, contact: &Contact, named: Named, seen: &mut Seen) {
        const POINTER: fmt::Arguments<'_> = format_args!("/response/body");

        let known = self.known.entry(at.key(contact.id));
        known.show(at, contact, POINTER, seen);
        let Some((after, update)) = known.update.as_deref() else { return };
        // That the contact has changed since is this call's doing, and could be another's too.
        let has_moved = contact.updated.is_none() || contact.updated > after.updated;
        let certainty = if has_moved { Certainty::Possible } else { at.after(*update) };
        ask_whether_lost(after, *update, contact, named, certainty, POINTER, seen);
    }

    /// A page lists a contact: it is not deleted, and shows what it was updated to.
    pub(super) fn listed(
        &mut self,
        at: Place,
        contact: &Contact,
        pointer: fmt::Arguments<'_>,
        seen: &mut Seen,
    ) {
        let known = self.known.entry(at.key(contact.id));
        known.show(at, contact, pointer, seen);
        if let Some(deletion) = known.deleted {
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
    pub(super) fn updated(&mut self, at: Place, contact: &Contact) {
        let known = self.known.entry(at.key(contact.id));
        known.update = Some(Box::new((contact.clone(), at)));
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
    pub(super) fn deleted(&mut self, at: Place, id: u64) {
        let known = self.known.entry(at.key(id));
        known.deleted = Some(at);
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
    /// The contact is shown: its times never go back.
    fn show(&mut self, at: Place, contact: &Contact, pointer: fmt::Arguments<'_>, seen: &mut Seen) {
        if let Some(created) = contact.created {
            // A contact that stands on a page twice is another rule's business.
            if let Some((before, earlier)) = self.created.filter(|it| it.1.exchange != at.exchange)
            {
                seen.ask(
                    Rule::CreatedAtChanged,
                    created == before,
                    Certainty::Proved,
                    format_args!("{pointer}/createdAt"),
                    "schemas/Contact/properties/createdAt",
                    || format!("another time than in exchange {}", earlier.exchange),
                );
            }
            self.created = Some((created, at));
        }
        if let Some(updated) = contact.updated {
            if let Some((before, earlier)) = self.updated.filter(|it| it.1.exchange != at.exchange)
            {
                seen.ask(
                    Rule::UpdatedAtWentBack,
                    updated >= before,
                    at.after(earlier),
                    format_args!("{pointer}/updatedAt"),
                    "schemas/Contact/properties/updatedAt",
                    || format!("earlier than in exchange {}", earlier.exchange),
                );
            }
            self.updated = Some((updated, at));
        }
    }
}
