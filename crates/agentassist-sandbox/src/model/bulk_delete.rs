//! A deletion of several contacts at once.

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::InvalidBody;
use crate::ids::ContactId;

/// Why a contact could not be deleted, alone or among others: the one reason there is.
pub(crate) const CONTACT_NOT_FOUND: &str = "Contact not found for the given contact id.";

/// The contacts to delete.
#[derive(Debug, PartialEq, Eq, ToSchema)]
pub(crate) struct BulkDeleteRequest {
    /// Ids of the contacts, at least one and at most 1,000.
    #[schema(value_type = Vec<String>, min_items = 1, max_items = 1000)]
    pub(crate) ids: Vec<ContactId>,
}

impl BulkDeleteRequest {
    const MOST: usize = 1_000;

    /// Reads the ids from a body; fields that it does not know are passed over.
    pub(crate) fn from_json(body: &Value) -> Result<Self, InvalidBody> {
        let body = body.as_object().ok_or(InvalidBody::NotAnObject)?;
        let ids = match body.get("ids") {
            None => return Err(InvalidBody::Missing { field: "ids" }),
            Some(Value::Array(ids)) => ids,
            Some(other) => {
                return Err(InvalidBody::wrong_kind("ids", "an array of strings", other));
            }
        };
        match ids.len() {
            0 => return Err(InvalidBody::Empty { field: "ids" }),
            found if found > Self::MOST => {
                return Err(InvalidBody::TooMany { field: "ids", found, most: Self::MOST });
            }
            _ => {}
        }
        let ids = ids
            .iter()
            .map(|id| match id {
                Value::String(id) => Ok(ContactId::new(id.as_str())),
                other => Err(InvalidBody::wrong_kind("each item of ids", "a string", other)),
            })
            .collect::<Result<_, _>>()?;
        Ok(Self { ids })
    }
}

/// What a bulk deletion did.
#[derive(Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BulkDeleteResult {
    /// How many contacts the request named.
    total_requested: u64,
    /// How many contacts were deleted.
    successful: u64,
    /// How many contacts could not be deleted.
    failed: u64,
    /// The contacts that were deleted.
    successful_records: Vec<DeletedRecord>,
    /// The contacts that could not be deleted; empty when all were.
    failed_records: Vec<FailedRecord>,
}

impl BulkDeleteResult {
    /// Counts what became of each id, `true` meaning deleted.
    pub(crate) fn new(outcomes: Vec<(ContactId, bool)>) -> Self {
        let mut result = Self { total_requested: outcomes.len() as u64, ..Self::default() };
        for (id, deleted) in outcomes {
            if deleted {
                result.successful += 1;
                result.successful_records.push(DeletedRecord { id });
            } else {
                result.failed += 1;
                result.failed_records.push(FailedRecord { id, reason: CONTACT_NOT_FOUND });
            }
        }
        result
    }
}

/// A contact that was deleted.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct DeletedRecord {
    /// Id of the contact.
    #[schema(value_type = String, min_length = 1)]
    id: ContactId,
}

/// A contact that could not be deleted. No sample shows one: the shape is assumed.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct FailedRecord {
    /// Id of the contact, as the request named it.
    #[schema(value_type = String, required = false)]
    id: ContactId,
    /// Why the contact could not be deleted.
    #[schema(required = false)]
    reason: &'static str,
}
