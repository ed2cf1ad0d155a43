//! All contacts, page after page, with the next pages already under way.

use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::num::NonZeroU64;
use std::pin::Pin;
use std::sync::atomic::Ordering;
use std::task::{Context, Poll, ready};
use std::vec;

use futures_core::Stream;

use super::list::{ListContacts, fetch};
use super::listing::{Listing, Placed};
use crate::error::Error;
use crate::generated::types::{Contact, ContactPage};
use crate::platform::{Task, spawn};
use crate::trace;

/// The page sizes to try, the largest first, until the API refuses none of them. `None` says
/// nothing about a size.
const PAGE_SIZES: [Option<u64>; 3] = [Some(1000), Some(100), None];

/// The contacts of a stream, in the order in which the API lists them.
///
/// Once the first page has said how many there are, the next pages are asked for ahead of time, in
/// order and up to [`prefetch`](ListContacts::prefetch). Dropping the stream drops them. A contact
/// that comes twice, as one may when others are created meanwhile, is returned once. What cannot
/// be put right is an error ([`Error::Listing`]) after the contacts that came. After any error the
/// stream has ended; [`position`](Self::position) says where another one can go on.
///
/// It has to be polled within a Tokio runtime, as all of this client; in a browser, there is none.
#[must_use = "a stream does nothing unless it is polled"]
pub struct ContactStream {
    list: ListContacts,
    listing: Listing,
    /// Contacts of pages that came, not yet returned.
    ready: vec::IntoIter<Placed>,
    /// Pages under way, in order.
    under_way: VecDeque<Page>,
    /// What the first page has shown; `None` before it came.
    known: Option<Known>,
    /// Which of the page sizes is tried, when the caller has chosen none.
    size_index: usize,
    /// How many contacts lie before the end of the last page that came.
    page_end: u64,
    /// How many contacts there are in all, as the last page said.
    total: Option<u64>,
    /// What is returned after the contacts that are ready.
    last_error: Option<Error>,
    ended: bool,
}

/// What is known once a page came.
struct Known {
    /// How many contacts the API puts on a page.
    page_size: u64,
    /// Where the next page to ask for begins.
    next: u64,
}

/// A page under way; dropping it stops it.
struct Page {
    skip: u64,
    task: Task<Result<ContactPage, Error>>,
}

impl ContactStream {
    pub(super) fn of(list: ListContacts) -> Self {
        Self {
            listing: Listing::starting_at(list.skip),
            ready: Vec::new().into_iter(),
            under_way: VecDeque::new(),
            known: None,
            size_index: 0,
            page_end: list.skip,
            total: None,
            last_error: None,
            ended: false,
            list,
        }
    }

    /// Returns the next contact; `None` after the last one, and after an error.
    pub async fn next(&mut self) -> Option<Result<Contact, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Returns all contacts that are left.
    ///
    /// # Errors
    ///
    /// The first one that the stream returns.
    pub async fn collect_all(mut self) -> Result<Vec<Contact>, Error> {
        let mut contacts = Vec::new();
        while let Some(contact) = self.next().await {
            contacts.push(contact?);
        }
        Ok(contacts)
    }

    /// How many contacts of the list lie before the next one: another stream can
    /// [`skip`](ListContacts::skip) so many and go on where this one stopped.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.ready.as_slice().first().map_or(self.page_end, |next| next.before)
    }

    /// How many contacts there are in all, as the last page said; `None` before the first one.
    #[must_use]
    pub fn total(&self) -> Option<u64> {
        self.total
    }

    /// How many contacts came twice so far. They were returned once.
    #[must_use]
    pub fn duplicates(&self) -> u64 {
        self.listing.duplicates()
    }

    /// The size to ask for on the first page, when the caller has chosen none: what the API has
    /// honoured before, or the next one to try.
    fn first_size(&self) -> Option<u64> {
        let honoured = NonZeroU64::new(self.list.api.page_size.load(Ordering::Relaxed));
        match (self.list.page_size.or(honoured.filter(|_| self.size_index == 0)), self.size_index) {
            (Some(size), _) => Some(size.get()),
            (None, index) => PAGE_SIZES.get(index).copied().flatten(),
        }
    }

    fn ask(&mut self, skip: u64, size: Option<u64>) {
        let api = self.list.api.clone();
        let page = async move { fetch(&api, skip, size).await };
        self.under_way.push_back(Page { skip, task: spawn(trace::in_present_span(page)) });
    }

    /// Asks for the pages that should be under way.
    fn ask_ahead(&mut self) {
        let Some(known) = &self.known else {
            if self.under_way.is_empty() {
                self.ask(self.list.skip, self.first_size());
            }
            return;
        };
        let (size, mut next) = (known.page_size, known.next);
        let total = self.total.unwrap_or_default();
        // A page beyond the known end is asked for only when the one before it says so.
        while self.under_way.is_empty()
            || (next < total && self.under_way.len() < self.list.prefetch)
        {
            self.ask(next, Some(size));
            next = next.saturating_add(size);
        }
        self.known = Some(Known { page_size: size, next });
    }

    /// Takes the next page in order, or why it did not come.
    fn take(&mut self, skip: u64, outcome: Result<ContactPage, Error>) {
        let added = match outcome {
            Ok(page) => self.listing.add(skip, page).map_err(Error::from),
            Err(error) if self.tries_another_size(&error) => return,
            Err(error) => Err(error),
        };
        let added = match added {
            Ok(added) => added,
            Err(error) => return self.end(Some(error)),
        };
        self.ready = added.contacts.into_iter();
        self.page_end = skip.saturating_add(added.size);
        self.total = Some(added.total);
        if !added.has_more {
            let fault = self.listing.finish().err().filter(|_| !self.list.accept_gaps);
            return self.end(fault.map(Error::from));
        }
        if self.known.is_none() {
            if self.list.page_size.is_none() {
                self.list.api.page_size.store(added.size, Ordering::Relaxed);
            }
            self.known = Some(Known { page_size: added.size, next: self.page_end });
        }
    }

    /// Ends the list after what is ready.
    fn end(&mut self, error: Option<Error>) {
        self.ended = true;
        self.last_error = error;
        self.under_way.clear();
    }

    /// Whether the first page is asked for again, because its size was our guess and is refused.
    fn tries_another_size(&mut self, error: &Error) -> bool {
        let is_guess = self.known.is_none() && self.list.page_size.is_none();
        let refuses_the_size = matches!(
            error,
            Error::Refused { answer, .. } if [400, 412, 413, 422].contains(&answer.status)
        );
        if is_guess && refuses_the_size && self.size_index + 1 < PAGE_SIZES.len() {
            self.size_index += 1;
            return true;
        }
        false
    }
}

impl Stream for ContactStream {
    type Item = Result<Contact, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            if let Some(next) = this.ready.next() {
                return Poll::Ready(Some(Ok(next.contact)));
            }
            if this.ended {
                return Poll::Ready(this.last_error.take().map(Err));
            }
            this.ask_ahead();
            let Some(page) = this.under_way.front_mut() else { continue };
            let outcome = ready!(Pin::new(&mut page.task).poll(context));
            let skip = page.skip;
            this.under_way.pop_front();
            match outcome {
                Some(outcome) => this.take(skip, outcome),
                // The runtime is shutting down.
                None => this.end(None),
            }
        }
    }
}

impl fmt::Debug for ContactStream {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ContactStream")
            .field("position", &self.position())
            .field("pages_under_way", &self.under_way.len())
            .finish_non_exhaustive()
    }
}
