//! Pages that follow each other.

use std::collections::BTreeMap;

use super::facts::Page;
use super::recent::Recent;
use super::{Earlier, Now, Place, Seen};
use crate::rules::Rule;

/// The most streams whose listings are remembered for certain.
const STREAMS: usize = 8;

/// The listing under way in each stream.
#[derive(Debug)]
pub(super) struct Paging {
    streams: Recent<Stream>,
}

/// What goes on in a stream.
#[derive(Debug, Default)]
struct Stream {
    listing: Option<Listing>,
    /// The last write, whether or not a listing was under way.
    write: Option<Place>,
}

/// Pages of one listing: of the same limit, and none of them twice.
#[derive(Debug)]
struct Listing {
    limit: u64,
    total: Option<u64>,
    last: Last,
    /// Where each run of pages began, and how many contacts it showed.
    pages: BTreeMap<u64, u64>,
    /// The exchange with its first page.
    first: Earlier,
    /// The number of writes since it began, with one that was under way then.
    writes: usize,
}

/// The part of a listing that a page is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Listed {
    /// The exchange with the first page of the listing.
    pub(super) first: Earlier,
    /// Nothing was written since, as far as anybody can tell.
    pub(super) is_quiet: bool,
}

/// The page before.
#[derive(Debug, Clone, Copy)]
struct Last {
    place: Place,
    /// Where a client goes on that believes to have got as many as it asked for.
    believed_end: Option<u64>,
    end: u64,
    has_more: bool,
}

impl Default for Paging {
    fn default() -> Self {
        Self { streams: Recent::new(STREAMS) }
    }
}

impl Paging {
    /// Something changes the contacts of a stream.
    pub(super) fn write(&mut self, at: Place) {
        let stream = self.streams.entry(at.stream);
        stream.write = Some(at);
        if let Some(listing) = &mut stream.listing {
            listing.writes += 1;
        }
    }

    /// A page was read. Returns the part of a listing that it is, if it says where it stands.
    pub(super) fn page(&mut self, now: Now<'_>, page: &Page, seen: &mut Seen) -> Option<Listed> {
        let at = now.at;
        let Stream { listing: current, write } = self.streams.entry(at.stream);
        let (Some(skip), Some(limit)) = (page.skip, page.limit) else {
            *current = None;
            return None;
        };
        let count = page.contacts.len() as u64;
        let end = skip.saturating_add(count);
        let last = Last {
            place: at,
            believed_end: page.asked.map(|asked| skip.saturating_add(asked)),
            end,
            has_more: page.has_more == Some(true),
        };
        let mut listing = match current.take() {
            Some(listing) if listing.goes_on_with(skip, limit, end) => listing,
            // A write that is not over yet may take effect between two pages.
            _ => {
                let writes = usize::from(write.is_some_and(|write| at.overlaps(write)));
                Listing {
                    limit,
                    total: page.total,
                    last,
                    pages: BTreeMap::new(),
                    first: now.number,
                    writes,
                }
            }
        };
        listing.gap(at, skip, seen);
        let is_quiet = listing.writes == 0 && listing.total == page.total;
        listing.show(skip, count);
        listing.last = last;
        let listed = Listed { first: listing.first, is_quiet };
        *current = Some(listing);
        Some(listed)
    }
}

impl Listing {
    /// Whether a page belongs to the same listing: it shows a part that no page has shown.
    fn goes_on_with(&self, skip: u64, limit: u64, end: u64) -> bool {
        let before = self.pages.range(..=skip).next_back();
        let after = self.pages.range(skip..).next();
        limit == self.limit
            && before
                .is_none_or(|(start, count)| *start != skip && start.saturating_add(*count) <= skip)
            && after.is_none_or(|(start, _)| end <= *start)
    }

    /// Keeps in mind what a page showed. Pages without a gap between them are one run.
    fn show(&mut self, skip: u64, count: u64) {
        match self.pages.range_mut(..=skip).next_back() {
            Some((start, shown)) if start.saturating_add(*shown) == skip => *shown += count,
            _ => {
                self.pages.insert(skip, count);
            }
        }
    }

    /// Whether the client goes on where it believes the page before to end, though that showed
    /// fewer contacts than it asked for and said that more follow.
    fn gap(&self, at: Place, skip: u64, seen: &mut Seen) {
        let Last { place, believed_end, end, has_more } = self.last;
        if self.pages.is_empty() || !has_more || believed_end != Some(skip) {
            return;
        }
        seen.ask(
            Rule::PageGap,
            skip <= end,
            at.after(place),
            format_args!("/request/url"),
            "schemas/ContactPage/properties/limit",
            || {
                let missed = skip - end;
                let before = place.exchange;
                format!(
                    "{missed} contacts are passed over: the page of exchange {before} holds fewer \
                     than were asked for, go on at its end"
                )
            },
        );
    }
}
