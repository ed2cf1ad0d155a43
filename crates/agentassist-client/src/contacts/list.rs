//! How contacts are to be listed.

use std::num::NonZeroU64;

use super::stream::ContactStream;
use crate::api::AgentAssist;
use crate::ended::Shown;
use crate::error::Error;
use crate::generated::LIST_CONTACTS;
use crate::generated::types::ContactPage;

/// How many pages are under way at once, unless something else is said.
const PREFETCH: usize = 8;

/// How contacts are to be listed: one page by [`page`](Self::page), all by
/// [`stream`](Self::stream).
///
/// No page of the vendor documents the query `skip` and `limit`; a server may ignore either.
#[derive(Debug, Clone)]
#[must_use]
pub struct ListContacts {
    pub(super) api: AgentAssist,
    pub(super) skip: u64,
    pub(super) page_size: Option<NonZeroU64>,
    pub(super) prefetch: usize,
    pub(super) accept_gaps: bool,
}

impl ListContacts {
    pub(super) fn of(api: &AgentAssist) -> Self {
        Self { api: api.clone(), skip: 0, page_size: None, prefetch: PREFETCH, accept_gaps: false }
    }

    /// How many contacts to pass over first: none by default.
    pub fn skip(mut self, skip: u64) -> Self {
        self.skip = skip;
        self
    }

    /// How many contacts to ask for on a page; 0 leaves it open.
    ///
    /// By default a single page is as large as the API likes, and a stream asks for the largest
    /// pages that the API honours.
    pub fn page_size(mut self, size: u64) -> Self {
        self.page_size = NonZeroU64::new(size);
        self
    }

    /// How many pages a stream has under way at once: 8 by default, at least 1.
    ///
    /// The rate limiter has the last word on how fast they are asked for.
    pub fn prefetch(mut self, pages: usize) -> Self {
        self.prefetch = pages.max(1);
        self
    }

    /// Whether a stream ends well although contacts may be missing from it, because some were
    /// deleted while it ran. By default it then ends with an error, after the last contact.
    pub fn accept_gaps(mut self, accept: bool) -> Self {
        self.accept_gaps = accept;
        self
    }

    /// Returns one page.
    ///
    /// # Errors
    ///
    /// See [`Error`].
    pub async fn page(&self) -> Result<ContactPage, Error> {
        fetch(&self.api, self.skip, self.page_size.map(NonZeroU64::get)).await
    }

    /// Returns all contacts from `skip` on, page after page. See [`ContactStream`].
    pub fn stream(self) -> ContactStream {
        ContactStream::of(self)
    }
}

/// Gets one page. What is not set is not said.
pub(super) async fn fetch(
    api: &AgentAssist,
    skip: u64,
    limit: Option<u64>,
) -> Result<ContactPage, Error> {
    let operation = &LIST_CONTACTS;
    let stream = api.stream(operation.id)?;
    let mut request = api.client.list_contacts().stream_id(stream);
    if skip > 0 {
        request = request.skip(skip);
    }
    if let Some(limit) = limit.and_then(NonZeroU64::new) {
        request = request.limit(limit);
    }
    api.call(operation, request.into_request(), |_| Shown::Done).await.outcome
}
