//! A contact list of the campaign module.

use serde::Serialize;
use utoipa::ToSchema;

use crate::clock::Timestamp;
use crate::ids::ContactListId;

/// The envelope around a deleted contact list.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct ContactListDeletion {
    /// Whether the call succeeded: `success`.
    status: &'static str,
    /// The outcome in a sentence.
    message: String,
    data: ContactList,
}

impl ContactListDeletion {
    pub(crate) fn new(list: ContactList) -> Self {
        Self {
            status: "success",
            message: format!("Contact list {} deleted successfully", list.name),
            data: list,
        }
    }
}

/// A contact list of the campaign module.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ContactList {
    /// Unique id of the contact list.
    #[serde(rename = "_id")]
    #[schema(value_type = String, min_length = 1)]
    pub(crate) id: ContactListId,
    /// Whether the list was active before the deletion.
    pub(crate) is_active: bool,
    /// Id of the organisation that the list belongs to.
    pub(crate) org_id: &'static str,
    /// Display name.
    pub(crate) name: String,
    /// The display name in lower case.
    #[serde(rename = "lname")]
    pub(crate) lower_case_name: String,
    /// What the list holds and what it is for.
    pub(crate) description: String,
    /// How many contacts the list held before the deletion.
    pub(crate) total_record_count: u64,
    /// Status of the list.
    pub(crate) status: String,
    /// Id of the user who created the list.
    pub(crate) created_by: String,
    /// Id of the user who last updated the list.
    pub(crate) updated_by: String,
    pub(crate) mapping: ContactListMapping,
    /// Whether campaigns used the list before the deletion.
    pub(crate) is_list_in_use: bool,
    /// Id of the application that the list belongs to.
    pub(crate) i_id: &'static str,
    /// Kind of list.
    pub(crate) list_type: String,
    /// The campaigns that use the list.
    pub(crate) campaign_in_use: Vec<CampaignReference>,
    /// Id of the account that owns the list.
    pub(crate) account_id: &'static str,
    /// Where the list's data comes from.
    pub(crate) source: String,
    pub(crate) api_configurations: ApiConfigurations,
    /// The files uploaded with the list: always empty here.
    pub(crate) files: Vec<ContactListFile>,
    /// When the list was created, ISO 8601 in UTC.
    #[schema(value_type = String, format = DateTime)]
    pub(crate) created_at: Timestamp,
    /// When the list was last updated, ISO 8601 in UTC.
    #[schema(value_type = String, format = DateTime)]
    pub(crate) updated_at: Timestamp,
}

/// Which column of the list's data holds which field of a contact.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ContactListMapping {
    /// Column of the first name.
    first_name: &'static str,
    /// Column of the last name.
    last_name: &'static str,
    /// Column of the phone number.
    phone_number: &'static str,
    /// Column of the time zone.
    time_zone: &'static str,
    /// Column of the unique id.
    unique_id: &'static str,
}

impl ContactListMapping {
    /// Each field in the column of its own name, as in the vendor's sample.
    pub(crate) const OWN_NAMES: Self = Self {
        first_name: "firstName",
        last_name: "lastName",
        phone_number: "phoneNumber",
        time_zone: "timeZone",
        unique_id: "uniqueId",
    };
}

/// How an API feeds the list.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ApiConfigurations {
    /// What happens to duplicates when data is synchronised.
    pub(crate) data_sync_mode: String,
}

/// A campaign that uses the list, as its id or with its name.
///
/// A list that a campaign uses is never deleted, so that the sandbox never says one.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "describes the items of an array that is always empty")]
pub(crate) enum CampaignReference {
    Summary(CampaignSummary),
    /// Id of the campaign.
    Id(String),
}

/// Id and name of a campaign.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct CampaignSummary {
    /// Id of the campaign.
    id: String,
    /// Name of the campaign.
    #[schema(nullable = false)]
    name: Option<String>,
}

/// A file uploaded with a contact list.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ContactListFile {
    /// Id of the file.
    #[schema(nullable = false)]
    file_id: Option<String>,
    /// Name of the file.
    #[schema(nullable = false)]
    file_name: Option<String>,
}
