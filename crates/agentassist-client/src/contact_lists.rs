//! The contact lists of the campaign module.

use serde_json::Value;

use crate::api::AgentAssist;
use crate::deletion::Deletion;
use crate::ended::Shown;
use crate::engine::says_failure;
use crate::error::Error;
use crate::generated::DELETE_CONTACT_LIST;
use crate::generated::types::{ContactListDeletion, ContactListId};
use crate::ids::IntoId;

/// The contact lists of an application; [`AgentAssist::contact_lists`] gives them.
#[derive(Debug, Clone, Copy)]
pub struct ContactLists<'a> {
    api: &'a AgentAssist,
}

impl<'a> ContactLists<'a> {
    pub(crate) fn of(api: &'a AgentAssist) -> Self {
        Self { api }
    }

    /// Deletes a list together with all its contacts (documented), and returns it as it was.
    ///
    /// A list that a campaign uses is not deleted: the API refuses it (how is documented nowhere).
    ///
    /// # Errors
    ///
    /// See [`Error`]. An answer that has neither the status `success` nor the id of the list is
    /// [`Error::Undecodable`], and the list may be gone. A list that is not there is [`Error::NotFound`], unless an earlier attempt of
    /// this call may have deleted it: that is [`Deletion::AlreadyGone`].
    pub async fn delete(
        &self,
        id: impl IntoId<ContactListId>,
    ) -> Result<Deletion<ContactListDeletion>, Error> {
        let operation = &DELETE_CONTACT_LIST;
        let app = self.api.app(operation.id)?;
        let id = id.into_id(operation.id)?;
        let request = self.api.client.delete_contact_list().i_id(app.clone()).iid(app);
        let request = request.contact_list_id(id.clone()).into_request();
        Deletion::of(self.api.call(operation, request, |answer| shown(answer, &id)).await)
    }
}

/// What an answer shows of the deletion of this list. One sample alone is known, so that either of
/// two signs is enough; the list of another deletion is none.
fn shown(answer: &ContactListDeletion, id: &ContactListId) -> Shown {
    let status = answer.status.as_deref().unwrap_or_default();
    let deleted = answer.data.as_ref().map(|list| list.id.as_str());
    if says_failure(status) || answer.extra.get("success") == Some(&Value::Bool(false)) {
        return Shown::Failed;
    }
    match deleted {
        Some(deleted) => Shown::done_if(deleted == id.as_str()),
        None => Shown::done_if(status.eq_ignore_ascii_case("success")),
    }
}
