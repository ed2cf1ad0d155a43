//! The operations on contacts, blocking.

use super::api::AgentAssist;
use crate::contacts::{BulkOutcome, ContactStream};
use crate::deletion::Deletion;
use crate::error::Error;
use crate::generated::types::{Contact, ContactId, ContactPage, ContactUpdate};
use crate::ids::IntoId;

/// The contacts of a stream; [`AgentAssist::contacts`] gives them.
#[derive(Debug, Clone, Copy)]
pub struct Contacts<'a> {
    pub(super) api: &'a AgentAssist,
}

impl Contacts<'_> {
    /// Lists contacts; see [`Contacts::list`](crate::Contacts::list).
    pub fn list(&self) -> ListContacts {
        ListContacts { api: self.api.clone(), list: self.api.api.contacts().list() }
    }

    /// Changes a contact; see [`Contacts::update`](crate::Contacts::update).
    ///
    /// # Errors
    ///
    /// See [`Error`].
    pub fn update(
        &self,
        id: impl IntoId<ContactId>,
        changes: ContactUpdate,
    ) -> Result<Contact, Error> {
        let AgentAssist { api, driver } = self.api;
        driver.wait(api.contacts().update(id, changes))
    }

    /// Deletes a contact; see [`Contacts::delete`](crate::Contacts::delete).
    ///
    /// # Errors
    ///
    /// See [`Error`].
    pub fn delete(&self, id: impl IntoId<ContactId>) -> Result<Deletion<Contact>, Error> {
        let AgentAssist { api, driver } = self.api;
        driver.wait(api.contacts().delete(id))
    }

    /// Deletes contacts in bulk; see [`Contacts::delete_many`](crate::Contacts::delete_many).
    ///
    /// # Errors
    ///
    /// See [`DeleteMany::send`](crate::DeleteMany::send).
    pub fn delete_many<Id: IntoId<ContactId>>(
        &self,
        ids: impl IntoIterator<Item = Id>,
    ) -> Result<BulkOutcome, Error> {
        let AgentAssist { api, driver } = self.api;
        driver.wait(api.contacts().delete_many(ids).send())
    }
}

/// How contacts are to be listed: one page by [`page`](Self::page), all by iterating.
#[derive(Debug, Clone)]
#[must_use]
pub struct ListContacts {
    api: AgentAssist,
    list: crate::ListContacts,
}

impl ListContacts {
    /// Refines the list with what the asynchronous client offers for it.
    pub fn with(mut self, refine: impl FnOnce(crate::ListContacts) -> crate::ListContacts) -> Self {
        self.list = refine(self.list);
        self
    }

    /// Returns one page.
    ///
    /// # Errors
    ///
    /// See [`Error`].
    pub fn page(&self) -> Result<ContactPage, Error> {
        self.api.driver.wait(self.list.page())
    }
}

impl IntoIterator for ListContacts {
    type Item = Result<Contact, Error>;
    type IntoIter = ContactIter;

    fn into_iter(self) -> ContactIter {
        ContactIter { api: self.api, stream: self.list.stream() }
    }
}

/// All contacts of a list, page after page. After an error it has ended.
#[derive(Debug)]
pub struct ContactIter {
    api: AgentAssist,
    stream: ContactStream,
}

impl Iterator for ContactIter {
    type Item = Result<Contact, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.api.driver.wait(self.stream.next())
    }
}
