//! The entry point of the blocking client.

use std::io;

use super::contacts::Contacts;
use super::runtime::Driver;
use crate::deletion::Deletion;
use crate::error::Error;
use crate::generated::types::{ContactListDeletion, ContactListId};
use crate::ids::IntoId;

/// A connection whose calls block. Cheap to clone, like the one that it wraps.
#[derive(Debug, Clone)]
pub struct AgentAssist {
    pub(super) api: crate::AgentAssist,
    pub(super) driver: Driver,
}

impl AgentAssist {
    /// Makes a blocking connection of an asynchronous one.
    ///
    /// # Errors
    ///
    /// When the system gives no thread.
    pub fn new(api: crate::AgentAssist) -> io::Result<Self> {
        Ok(Self { api, driver: Driver::start()? })
    }

    /// The same connection with other settings: those that the asynchronous one can change.
    #[must_use]
    pub fn with(&self, change: impl FnOnce(&crate::AgentAssist) -> crate::AgentAssist) -> Self {
        Self { api: change(&self.api), driver: self.driver.clone() }
    }

    /// The contacts of the stream.
    #[must_use]
    pub fn contacts(&self) -> Contacts<'_> {
        Contacts { api: self }
    }

    /// The contact lists of the application.
    #[must_use]
    pub fn contact_lists(&self) -> ContactLists<'_> {
        ContactLists { api: self }
    }
}

/// The contact lists of an application; [`AgentAssist::contact_lists`] gives them.
#[derive(Debug, Clone, Copy)]
pub struct ContactLists<'a> {
    api: &'a AgentAssist,
}

impl ContactLists<'_> {
    /// Deletes a list; see [`ContactLists::delete`](crate::ContactLists::delete).
    ///
    /// # Errors
    ///
    /// See [`Error`].
    pub fn delete(
        &self,
        id: impl IntoId<ContactListId>,
    ) -> Result<Deletion<ContactListDeletion>, Error> {
        let AgentAssist { api, driver } = self.api;
        driver.wait(api.contact_lists().delete(id))
    }
}
