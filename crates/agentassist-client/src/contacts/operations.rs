//! The operations on contacts.

use super::delete_many::DeleteMany;
use super::list::ListContacts;
use crate::api::AgentAssist;
use crate::deletion::Deletion;
use crate::ended::Shown;
use crate::error::Error;
use crate::generated::types::{Contact, ContactId, ContactUpdate};
use crate::generated::{DELETE_CONTACT, UPDATE_CONTACT};
use crate::ids::IntoId;

/// The contacts of a stream; [`AgentAssist::contacts`] gives them.
#[derive(Debug, Clone, Copy)]
pub struct Contacts<'a> {
    api: &'a AgentAssist,
}

impl<'a> Contacts<'a> {
    pub(crate) fn of(api: &'a AgentAssist) -> Self {
        Self { api }
    }

    /// Lists contacts: one page of them, or all as a stream.
    pub fn list(&self) -> ListContacts {
        ListContacts::of(self.api)
    }

    /// Changes a contact, and returns it as it is afterwards.
    ///
    /// A field that is `None` stays as it is. The API is not known to take `null` for any field,
    /// so there is no way to say it.
    ///
    /// # Errors
    ///
    /// See [`Error`]. Changes that name no field are refused: they would only move `updatedAt`.
    pub async fn update(
        &self,
        id: impl IntoId<ContactId>,
        changes: ContactUpdate,
    ) -> Result<Contact, Error> {
        let operation = &UPDATE_CONTACT;
        let stream = self.api.stream(operation.id)?;
        let id = id.into_id(operation.id)?;
        if changes == ContactUpdate::default() {
            let problem = "the changes name no field: set at least one".to_owned();
            return Err(Error::InvalidRequest { operation: operation.id, problem });
        }
        let request = self.api.client.update_contact().stream_id(stream).id(id.clone());
        let request = request.body(changes).into_request();
        self.api.call(operation, request, |contact| shown(contact, &id)).await.outcome
    }

    /// Deletes a contact, and returns it: the deletion is soft, its status is then `INACTIVE`.
    ///
    /// # Errors
    ///
    /// See [`Error`]. A contact that is not there is [`Error::NotFound`], unless an earlier attempt
    /// of this call may have deleted it: that is [`Deletion::AlreadyGone`].
    pub async fn delete(&self, id: impl IntoId<ContactId>) -> Result<Deletion<Contact>, Error> {
        let operation = &DELETE_CONTACT;
        let stream = self.api.stream(operation.id)?;
        let id = id.into_id(operation.id)?;
        let request = self.api.client.delete_contact().stream_id(stream).id(id.clone());
        let request = request.into_request();
        Deletion::of(self.api.call(operation, request, |contact| shown(contact, &id)).await)
    }

    /// Deletes contacts in bulk, however many, in as many requests as it takes.
    ///
    /// The ids are checked before anything is sent; one that comes twice is sent once.
    pub fn delete_many<Id: IntoId<ContactId>>(
        &self,
        ids: impl IntoIterator<Item = Id>,
    ) -> DeleteMany<'a> {
        DeleteMany::of(self.api, ids)
    }
}

/// An answer about another contact shows nothing of this one.
fn shown(answer: &Contact, id: &ContactId) -> Shown {
    Shown::done_if(answer.id == id.as_str())
}
