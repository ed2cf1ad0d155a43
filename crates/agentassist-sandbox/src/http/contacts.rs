//! The four operations on contacts.

use axum::Json;
use axum::extract::State;

use super::AppState;
use super::error::ApiError;
use super::extract::{Caller, JsonBody};
use crate::ids::ContactId;
use crate::model::{
    BulkDeleteRequest, BulkDeleteResult, Contact, ContactPage, ContactUpdate, ErrorBody,
    InvalidBody, PageRequest,
};

pub(super) const CONTACTS: &str = "/agentassist/api/v1/public/{streamId}/contacts";
pub(super) const CONTACT: &str = "/agentassist/api/v1/public/{streamId}/contacts/{id}";
pub(super) const BULK_DELETE: &str = "/agentassist/api/v1/public/{streamId}/contacts/bulk-delete";

/// List the contacts of a stream
///
/// Returns the active contacts of a stream in the order of their creation, one page at a time.
#[utoipa::path(
    get,
    path = CONTACTS,
    operation_id = "listContacts",
    tag = "Contacts",
    params(
        ("streamId" = String, Path, description = "Id of the stream."),
        ("accountId" = String, Header, description = "Id of the account that owns the stream."),
        ("skip" = Option<u64>, Query, nullable = false,
            description = "How many contacts to pass over before the first one returned; 0 if absent."),
        ("limit" = Option<u64>, Query, nullable = false, minimum = 1,
            description = "The most contacts to return, 10 if absent; above 100, 100."),
    ),
    responses(
        (status = 200, description = "One page of contacts.", body = ContactPage),
        (status = "4XX", description = "The request was refused.", body = ErrorBody),
        (status = "5XX", description = "The sandbox failed.", body = ErrorBody),
    ),
)]
pub(super) async fn list_contacts(
    caller: Caller,
    page: PageRequest,
    State(state): State<AppState>,
) -> Result<Json<ContactPage>, ApiError> {
    let (contacts, total) = state.store.list_contacts(caller.tenant, page).await?;
    Ok(Json(ContactPage::new(page, contacts, total)))
}

/// Update one contact
///
/// Changes the fields that the body names and returns the contact as it is afterwards.
#[utoipa::path(
    put,
    path = CONTACT,
    operation_id = "updateContact",
    tag = "Contacts",
    params(
        ("streamId" = String, Path, description = "Id of the stream."),
        ("id" = String, Path, description = "Id of the contact."),
        ("accountId" = String, Header, description = "Id of the account that owns the stream."),
    ),
    request_body(content = ContactUpdate, description = "The fields to change."),
    responses(
        (status = 200, description = "The contact after the change.", body = Contact),
        (status = "4XX", description = "The request was refused.", body = ErrorBody),
        (status = "5XX", description = "The sandbox failed.", body = ErrorBody),
    ),
)]
pub(super) async fn update_contact(
    caller: Caller,
    id: ContactId,
    State(state): State<AppState>,
    JsonBody(body): JsonBody,
) -> Result<Json<Contact>, ApiError> {
    let update = ContactUpdate::from_json(&body)?;
    let contact = state.store.update_contact(caller.tenant, id, update, caller.now).await?;
    contact.map(Json).ok_or(ApiError::ContactNotFound)
}

/// Delete one contact
///
/// Makes a contact inactive and returns it. It is not listed any more.
#[utoipa::path(
    delete,
    path = CONTACT,
    operation_id = "deleteContact",
    tag = "Contacts",
    params(
        ("streamId" = String, Path, description = "Id of the stream."),
        ("id" = String, Path, description = "Id of the contact."),
        ("accountId" = String, Header, description = "Id of the account that owns the stream."),
    ),
    responses(
        (status = 200, description = "The contact, now inactive.", body = Contact),
        (status = "4XX", description = "The request was refused.", body = ErrorBody),
        (status = "5XX", description = "The sandbox failed.", body = ErrorBody),
    ),
)]
pub(super) async fn delete_contact(
    caller: Caller,
    id: ContactId,
    State(state): State<AppState>,
) -> Result<Json<Contact>, ApiError> {
    let contact = state.store.delete_contact(caller.tenant, id, caller.now).await?;
    contact.map(Json).ok_or(ApiError::ContactNotFound)
}

/// Delete several contacts at once
///
/// Makes the contacts inactive whose ids stand in the body, and says of each whether it was there.
#[utoipa::path(
    delete,
    path = BULK_DELETE,
    operation_id = "bulkDeleteContacts",
    tag = "Contacts",
    params(
        ("streamId" = String, Path, description = "Id of the stream."),
        ("accountId" = String, Header, description = "Id of the account that owns the stream."),
    ),
    request_body(content = BulkDeleteRequest, description = "The ids of the contacts to delete."),
    responses(
        (status = 200, description = "The outcome, counted and by contact.", body = BulkDeleteResult),
        (status = "4XX", description = "The request was refused.", body = ErrorBody),
        (status = "5XX", description = "The sandbox failed.", body = ErrorBody),
    ),
)]
pub(super) async fn bulk_delete_contacts(
    caller: Caller,
    State(state): State<AppState>,
    JsonBody(body): JsonBody,
) -> Result<Json<BulkDeleteResult>, ApiError> {
    let BulkDeleteRequest { ids } = BulkDeleteRequest::from_json(&body)?;
    let outcomes = state.store.delete_contacts(caller.tenant, ids, caller.now).await?;
    Ok(Json(BulkDeleteResult::new(outcomes)))
}

impl From<InvalidBody> for ApiError {
    fn from(invalid: InvalidBody) -> Self {
        Self::InvalidArguments(invalid.to_string())
    }
}
