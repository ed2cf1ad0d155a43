//! Contacts over time.

use std::fmt;

use super::facts::{CHANGEABLE, Contact};
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
    /// An answer shows a contact.
    pub(super) fn shown(
        &mut self,
        at: Place,
        contact: &Contact,
        pointer: fmt::Arguments<'_>,
        seen: &mut Seen,
    ) {
        self.known.entry(at.key(contact.id)).show(at, contact, pointer, seen);
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
        let lost = CHANGEABLE.iter().zip(after.fields.iter().zip(&contact.fields));
        let lost: Vec<_> =
            lost.filter(|(_, (after, now))| after != now).map(|(field, _)| &field[1..]).collect();
        seen.ask(
            Rule::UpdateLost,
            lost.is_empty(),
            at.after(*update),
            pointer,
            "schemas/Contact",
            || {
                let exchange = update.exchange;
                format!("not as the update in exchange {exchange} left it: {}", lost.join(", "))
            },
        );
        // A call that overlaps says nothing of those that follow.
        if lost.is_empty() || at.overlaps(*update) {
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
