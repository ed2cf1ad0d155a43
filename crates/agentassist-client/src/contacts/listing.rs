//! Puts pages together to one list, and notices where they do not fit. No input or output.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

use crate::generated::types::{Contact, ContactPage};

/// The pages that the API returned do not make one list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ListingFault {
    /// The API returns contacts again that were on an earlier page: it ignores `skip`.
    #[error("the page at {asked} has only contacts of earlier pages: the API ignores `skip`")]
    SkipIgnored {
        /// How many contacts were to be passed over.
        asked: u64,
    },
    /// The API says that more contacts follow after a page without any.
    #[error("the page at {asked} is empty although more are said to follow")]
    NoProgress {
        /// How many contacts were to be passed over.
        asked: u64,
    },
    /// Contacts came or went while they were listed, so that some may be missing.
    #[error(
        "contacts may be missing ({possibly_missed} by the counts), as some came or went while they were listed: \
         list again, or accept gaps"
    )]
    Incomplete {
        /// How many contacts may be missing, at most as far as the counts tell.
        possibly_missed: u64,
        /// How many contacts came twice. They were returned once.
        duplicates: u64,
    },
}

/// What is known of the list so far.
#[derive(Debug)]
pub(super) struct Listing {
    start: u64,
    /// Fingerprints of the ids that were returned.
    seen: HashSet<u128>,
    hashers: [RandomState; 2],
    duplicates: u64,
    /// The smallest, the largest and the last number of all contacts that the API gave.
    totals: Option<(u64, u64, u64)>,
    /// The size of the first page, and whether one in the middle was smaller.
    first_size: Option<u64>,
    has_short_page: bool,
}

/// What a page adds.
#[derive(Debug, PartialEq)]
pub(super) struct Added {
    /// The contacts that were not seen before.
    pub(super) contacts: Vec<Placed>,
    /// How many contacts the page had.
    pub(super) size: u64,
    pub(super) has_more: bool,
    /// How many contacts there are on all pages, as this page says.
    pub(super) total: u64,
}

/// A contact, and how many contacts of the list lie before it.
#[derive(Debug, PartialEq)]
pub(super) struct Placed {
    pub(super) before: u64,
    pub(super) contact: Contact,
}

impl Listing {
    /// A list that begins after so many contacts.
    pub(super) fn starting_at(start: u64) -> Self {
        Self {
            start,
            seen: HashSet::new(),
            hashers: [RandomState::new(), RandomState::new()],
            duplicates: 0,
            totals: None,
            first_size: None,
            has_short_page: false,
        }
    }

    /// Takes the next page in order.
    pub(super) fn add(&mut self, asked: u64, page: ContactPage) -> Result<Added, ListingFault> {
        let size = count(page.results.len());
        let places = (0..).map(|index: u64| asked.saturating_add(index));
        let contacts: Vec<_> = places
            .zip(page.results)
            .map(|(before, contact)| Placed { before, contact })
            .filter(|Placed { contact, .. }| {
                let [one, other] = &self.hashers;
                let high = u128::from(one.hash_one(&contact.id)) << 64;
                self.seen.insert(high | u128::from(other.hash_one(&contact.id)))
            })
            .collect();
        if size > 0 && contacts.is_empty() {
            return Err(ListingFault::SkipIgnored { asked });
        }
        if size == 0 && page.has_more {
            return Err(ListingFault::NoProgress { asked });
        }
        self.duplicates += size - count(contacts.len());
        let total = u64::try_from(page.total_results).unwrap_or_default();
        let (smallest, largest, _) = self.totals.unwrap_or((total, total, total));
        self.totals = Some((smallest.min(total), largest.max(total), total));
        self.has_short_page |= page.has_more && size < *self.first_size.get_or_insert(size);
        Ok(Added { contacts, size, has_more: page.has_more, total })
    }

    /// Judges the whole list once there are no more pages.
    ///
    /// Contacts that were deleted while the list was read moved the later ones to the front, maybe
    /// past the place where the next page began. How many that were, the counts tell. A total that
    /// is never reached, on pages that otherwise fit, only counts what is not listed.
    pub(super) fn finish(&self) -> Result<(), ListingFault> {
        let (smallest, largest, last) = self.totals.unwrap_or_default();
        let moved = self.duplicates > 0 || smallest != largest || self.has_short_page;
        let returned = self.start.saturating_add(count(self.seen.len()));
        let lacking = if moved { last.saturating_sub(returned) } else { 0 };
        match lacking.max(largest - last) {
            0 => Ok(()),
            possibly_missed => {
                Err(ListingFault::Incomplete { possibly_missed, duplicates: self.duplicates })
            }
        }
    }

    pub(super) fn duplicates(&self) -> u64 {
        self.duplicates
    }
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(ids: &[&str], has_more: bool, total: i64) -> ContactPage {
        let results: Vec<_> = ids.iter().map(|id| serde_json::json!({"id": id})).collect();
        serde_json::from_value(serde_json::json!({
            "results": results, "skip": 0, "limit": 2, "hasMore": has_more,
            "totalPages": 1, "totalResults": total
        }))
        .unwrap()
    }

    fn ids(added: &Added) -> Vec<&str> {
        added.contacts.iter().map(|placed| placed.contact.id.as_str()).collect()
    }

    #[test]
    fn pages_that_fit_make_a_whole_list() {
        let mut listing = Listing::starting_at(0);
        assert_eq!(ids(&listing.add(0, page(&["a", "b"], true, 3)).unwrap()), ["a", "b"]);
        assert_eq!(ids(&listing.add(2, page(&["c"], false, 3)).unwrap()), ["c"]);
        assert_eq!(listing.finish(), Ok(()));
    }

    #[test]
    fn a_contact_that_an_insertion_moved_to_the_next_page_is_returned_once() {
        let mut listing = Listing::starting_at(0);
        listing.add(0, page(&["a", "b"], true, 3)).unwrap();
        assert_eq!(ids(&listing.add(2, page(&["b", "c"], false, 4)).unwrap()), ["c"]);
        assert_eq!(listing.duplicates(), 1);
        let fault = ListingFault::Incomplete { possibly_missed: 1, duplicates: 1 };
        assert_eq!(listing.finish(), Err(fault));
    }

    #[test]
    fn a_deletion_before_the_next_page_may_have_hidden_a_contact() {
        let mut listing = Listing::starting_at(0);
        listing.add(0, page(&["a", "b"], true, 4)).unwrap();
        listing.add(2, page(&["d"], false, 3)).unwrap();
        let fault = ListingFault::Incomplete { possibly_missed: 1, duplicates: 0 };
        assert_eq!(listing.finish(), Err(fault));
    }

    #[test]
    fn a_total_that_counts_what_is_not_listed_is_no_gap() {
        let mut listing = Listing::starting_at(0);
        listing.add(0, page(&["a", "b"], true, 6)).unwrap();
        listing.add(2, page(&["c"], false, 6)).unwrap();
        assert_eq!(listing.finish(), Ok(()));
    }

    #[test]
    fn a_short_page_in_the_middle_is_a_gap() {
        let mut listing = Listing::starting_at(0);
        listing.add(0, page(&["a", "b"], true, 5)).unwrap();
        listing.add(2, page(&["c"], true, 5)).unwrap();
        listing.add(4, page(&["e"], false, 5)).unwrap();
        let fault = ListingFault::Incomplete { possibly_missed: 1, duplicates: 0 };
        assert_eq!(listing.finish(), Err(fault));
    }

    #[test]
    fn the_same_page_again_means_that_skip_is_ignored() {
        let mut listing = Listing::starting_at(0);
        listing.add(0, page(&["a", "b"], true, 4)).unwrap();
        let again = listing.add(2, page(&["a", "b"], true, 4));
        assert_eq!(again, Err(ListingFault::SkipIgnored { asked: 2 }));
    }

    #[test]
    fn an_empty_page_with_more_to_follow_is_no_progress() {
        let outcome = Listing::starting_at(0).add(0, page(&[], true, 4));
        assert_eq!(outcome, Err(ListingFault::NoProgress { asked: 0 }));
    }

    #[test]
    fn a_list_that_begins_later_lacks_nothing_of_what_came_before() {
        let mut listing = Listing::starting_at(2);
        listing.add(2, page(&["c"], false, 3)).unwrap();
        assert_eq!(listing.finish(), Ok(()));
    }

    #[test]
    fn counts_of_any_size_do_no_harm() {
        let mut listing = Listing::starting_at(u64::MAX);
        listing.add(u64::MAX, page(&["a"], false, i64::MIN)).unwrap();
        assert_eq!(listing.finish(), Ok(()));
        listing.add(u64::MAX, page(&["b"], false, i64::MAX)).unwrap();
        assert_eq!(listing.finish(), Ok(()));
    }
}
