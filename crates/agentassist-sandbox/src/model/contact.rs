//! A contact.

use serde::Serialize;
use utoipa::ToSchema;

use crate::clock::Timestamp;
use crate::ids::ContactId;

/// A person whom agents can call.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Contact {
    /// First name.
    pub(crate) first_name: String,
    /// Last name.
    pub(crate) last_name: String,
    /// First and last name, joined with a space.
    pub(crate) full_name: String,
    /// Salutation or title.
    pub(crate) salutation: String,
    pub(crate) cell_phone: CellPhone,
    /// `ACTIVE`, or `INACTIVE` once the contact is deleted.
    #[schema(value_type = String)]
    pub(crate) status: ContactStatus,
    /// Id of the stream that the contact belongs to.
    pub(crate) instance_bot_id: &'static str,
    /// Id of the organisation.
    pub(crate) org_id: &'static str,
    /// Id of the account.
    pub(crate) account_id: &'static str,
    /// Id of the user who created the contact.
    pub(crate) created_by: String,
    /// Id of the application that created the contact. The sandbox always has it, but it is not
    /// promised: an older sample of the vendor lacks it.
    #[serde(rename = "createdByAId")]
    #[schema(required = false)]
    pub(crate) created_by_application: String,
    /// Addresses of the contact: always empty, as no sample shows one.
    pub(crate) address: Vec<Address>,
    /// Twitter profiles of the contact: always empty, as no sample shows one.
    pub(crate) twitter_details: Vec<TwitterProfile>,
    /// When the contact was created, ISO 8601 in UTC.
    #[schema(value_type = String, format = DateTime)]
    pub(crate) created_at: Timestamp,
    /// When the contact was last changed, ISO 8601 in UTC.
    #[schema(value_type = String, format = DateTime)]
    pub(crate) updated_at: Timestamp,
    /// Id of the user who last updated the contact; absent before the first update.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(crate) updated_by: Option<String>,
    /// Id of the application that last updated the contact; absent before the first update.
    #[serde(rename = "updatedByAId", skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(crate) updated_by_application: Option<String>,
    /// Unique id of the contact.
    #[schema(value_type = String, min_length = 1)]
    pub(crate) id: ContactId,
}

impl Contact {
    /// Joins the names as the vendor does.
    pub(crate) fn full_name(first: &str, last: &str) -> String {
        format!("{first} {last}")
    }
}

/// Whether a contact is there or deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum ContactStatus {
    Active,
    Inactive,
}

/// The mobile phone of a contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CellPhone {
    /// Dialling prefix.
    pub(crate) extension: String,
    /// The number with its country code in front.
    pub(crate) phone_number: String,
    /// Calling code of the country, such as `+91`.
    pub(crate) country_code: String,
}

/// An address of a contact, as a free object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Address {}

/// A Twitter profile of a contact, as a free object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct TwitterProfile {}
