//! A page of contacts.

use serde::Serialize;
use utoipa::ToSchema;

use super::Contact;

/// Which contacts a caller wants to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PageRequest {
    pub(crate) skip: u64,
    /// At least 1: it divides.
    pub(crate) limit: u64,
}

impl PageRequest {
    pub(crate) const DEFAULT: Self = Self { skip: 0, limit: 10 };
    pub(crate) const LARGEST_LIMIT: u64 = 100;
}

/// One page of contacts.
#[derive(Debug, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ContactPage {
    /// The contacts of this page.
    pub(crate) results: Vec<Contact>,
    /// How many contacts were passed over before this page.
    pub(crate) skip: u64,
    /// The most contacts that a page may hold.
    pub(crate) limit: u64,
    /// Whether more contacts follow after this page.
    pub(crate) has_more: bool,
    /// How many pages there are with this limit.
    pub(crate) total_pages: u64,
    /// How many contacts there are on all pages together.
    pub(crate) total_results: u64,
}

impl ContactPage {
    /// Counts what there is around `results`, the contacts at `request` among `total_results`.
    pub(crate) fn new(request: PageRequest, results: Vec<Contact>, total_results: u64) -> Self {
        let PageRequest { skip, limit } = request;
        let seen = skip.saturating_add(results.len() as u64);
        Self {
            has_more: seen < total_results,
            total_pages: total_results.div_ceil(limit),
            results,
            skip,
            limit,
            total_results,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_page_of_a_list_may_be_short() {
        let pages = |total| {
            ContactPage::new(PageRequest { skip: 0, limit: 10 }, Vec::new(), total).total_pages
        };
        assert_eq!([0, 1, 9, 10, 11, 20, 21].map(pages), [0, 1, 1, 1, 2, 2, 3]);
    }

    #[test]
    fn nothing_follows_a_page_beyond_the_end() {
        let page = ContactPage::new(PageRequest { skip: u64::MAX, limit: 1 }, Vec::new(), 30);
        assert!(!page.has_more);
    }
}
