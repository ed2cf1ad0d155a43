//! The operation on contact lists.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;

use super::AppState;
use super::error::ApiError;
use super::extract::{Caller, required_header};
use crate::ids::ContactListId;
use crate::model::{ContactListDeletion, ErrorBody};
use crate::store::ListDeletion;

pub(super) const CONTACT_LIST: &str =
    "/agentassist/api/v1/public/{iId}/campaign/contactList/{contactListId}";

/// Delete a campaign contact list
///
/// Deletes a list with its contacts and returns it as it was before. A list that a campaign uses
/// is not deleted.
#[utoipa::path(
    delete,
    path = CONTACT_LIST,
    operation_id = "deleteContactList",
    tag = "Contact lists",
    params(
        ("iId" = String, Path, description = "Id of the application, which is that of the stream."),
        ("contactListId" = String, Path, description = "Id of the contact list."),
        ("iid" = String, Header, description = "The id of the application once more."),
        ("accountId" = String, Header, description = "Id of the account that owns the application."),
    ),
    responses(
        (status = 200, description = "The list as it was before the deletion, in an envelope.",
            body = ContactListDeletion),
        (status = "4XX", description = "The request was refused.", body = ErrorBody),
        (status = "5XX", description = "The sandbox failed.", body = ErrorBody),
    ),
)]
pub(super) async fn delete_contact_list(
    caller: Caller,
    id: ContactListId,
    State(state): State<AppState>,
    headers: HeaderMap,
) -> Result<Json<ContactListDeletion>, ApiError> {
    if required_header(&headers, "iid")? != caller.tenant.stream_id.as_bytes() {
        return Err(ApiError::InvalidCredentials);
    }
    match state.store.delete_contact_list(caller.tenant, id).await? {
        ListDeletion::Deleted(list) => Ok(Json(ContactListDeletion::new(*list))),
        ListDeletion::InUse { name } => Err(ApiError::ContactListInUse { name }),
        ListDeletion::NotFound => Err(ApiError::ContactListNotFound),
    }
}
