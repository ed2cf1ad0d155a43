// Generated from `openapi/agentassist.yaml` by `cargo xtask generate`; do not edit.

#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{ClientHooks, OperationInfo, RequestBuilderExt, encode_path};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    /// Id of an account, 24 hexadecimal digits where a sample is not masked.
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct AccountId(::std::string::String);
    impl ::std::ops::Deref for AccountId {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<AccountId> for ::std::string::String {
        fn from(value: AccountId) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for AccountId {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            static PATTERN: ::std::sync::LazyLock<::regress::Regex> =
                ::std::sync::LazyLock::new(|| {
                    ::regress::Regex::new("^[\\u0021-\\u007e]+$").unwrap()
                });
            if PATTERN.find(value).is_none() {
                return Err("doesn't match pattern \"^[\\u0021-\\u007e]+$\"".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for AccountId {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for AccountId {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for AccountId {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                },
            )
        }
    }
    /// An address of a contact, as a free object.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(transparent)]
    pub struct Address(pub ::serde_json::Map<::std::string::String, ::serde_json::Value>);
    impl ::std::ops::Deref for Address {
        type Target = ::serde_json::Map<::std::string::String, ::serde_json::Value>;
        fn deref(&self) -> &::serde_json::Map<::std::string::String, ::serde_json::Value> {
            &self.0
        }
    }
    impl ::std::convert::From<Address>
        for ::serde_json::Map<::std::string::String, ::serde_json::Value>
    {
        fn from(value: Address) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::serde_json::Map<::std::string::String, ::serde_json::Value>>
        for Address
    {
        fn from(value: ::serde_json::Map<::std::string::String, ::serde_json::Value>) -> Self {
            Self(value)
        }
    }
    /// How an API feeds the list.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct ApiConfigurations {
        /// What happens to duplicates when data is synchronised.
        #[serde(rename = "dataSyncMode", skip_serializing_if = "::std::option::Option::is_none")]
        pub data_sync_mode: ::std::option::Option<::std::string::String>,
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    impl ApiConfigurations {
        pub fn builder() -> builder::ApiConfigurations {
            Default::default()
        }
    }
    /// The contacts to delete.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct BulkDeleteRequest {
        /// Ids of the contacts. The page's table calls the field `id`; its sample, and a later
        /// edition of the page, call it `ids`.
        pub ids: ::std::vec::Vec<ContactId>,
    }
    impl BulkDeleteRequest {
        pub fn builder() -> builder::BulkDeleteRequest {
            Default::default()
        }
    }
    /// What a bulk deletion did.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct BulkDeleteResult {
        /// How many contacts could not be deleted.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub failed: ::std::option::Option<i64>,
        /// The contacts that could not be deleted; empty when all were.
        #[serde(rename = "failedRecords", default, deserialize_with = "crate::lenient::list")]
        pub failed_records: ::std::vec::Vec<FailedRecord>,
        /// How many contacts were deleted.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub successful: ::std::option::Option<i64>,
        /// The contacts that were deleted.
        #[serde(rename = "successfulRecords", default, deserialize_with = "crate::lenient::list")]
        pub successful_records: ::std::vec::Vec<DeletedRecord>,
        /// How many contacts the request named.
        #[serde(rename = "totalRequested", skip_serializing_if = "::std::option::Option::is_none")]
        pub total_requested: ::std::option::Option<i64>,
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    impl BulkDeleteResult {
        pub fn builder() -> builder::BulkDeleteResult {
            Default::default()
        }
    }
    /// A campaign that uses the list.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(untagged)]
    pub enum CampaignReference {
        CampaignSummary(CampaignSummary),
        String(::std::string::String),
    }
    impl ::std::convert::From<CampaignSummary> for CampaignReference {
        fn from(value: CampaignSummary) -> Self {
            Self::CampaignSummary(value)
        }
    }
    /// Id and name of a campaign.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct CampaignSummary {
        /// Id of the campaign, `cd-` and a UUID in samples.
        pub id: ::std::string::String,
        /// Name of the campaign.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    impl CampaignSummary {
        pub fn builder() -> builder::CampaignSummary {
            Default::default()
        }
    }
    /// The mobile phone of a contact.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct CellPhone {
        /// Calling code of the country, such as `+91`.
        #[serde(rename = "countryCode", skip_serializing_if = "::std::option::Option::is_none")]
        pub country_code: ::std::option::Option<::std::string::String>,
        /// Dialling prefix. Samples show `+`, `91` and `+91`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub extension: ::std::option::Option<::std::string::String>,
        /// The number with its country code in front.
        #[serde(rename = "phoneNumber", skip_serializing_if = "::std::option::Option::is_none")]
        pub phone_number: ::std::option::Option<::std::string::String>,
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    impl CellPhone {
        pub fn builder() -> builder::CellPhone {
            Default::default()
        }
    }
    /// The changes to a contact's mobile phone.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    pub struct CellPhoneUpdate {
        /// Calling code of the country, such as `+91`.
        #[serde(rename = "countryCode", skip_serializing_if = "::std::option::Option::is_none")]
        pub country_code: ::std::option::Option<::std::string::String>,
        /// Dialling prefix, such as `+`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub extension: ::std::option::Option<::std::string::String>,
        /// The number without its country code, which the server puts in front.
        #[serde(rename = "phoneNumber", skip_serializing_if = "::std::option::Option::is_none")]
        pub phone_number: ::std::option::Option<::std::string::String>,
    }
    impl CellPhoneUpdate {
        pub fn builder() -> builder::CellPhoneUpdate {
            Default::default()
        }
    }
    /// A person whom agents can call. `createdByAId` is not required here, though all five pages
    /// show it: an older sample of the operation that creates contacts lacks it.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct Contact {
        /// Id of the account.
        #[serde(rename = "accountId", skip_serializing_if = "::std::option::Option::is_none")]
        pub account_id: ::std::option::Option<::std::string::String>,
        /// Addresses of the contact. Every sample is empty.
        #[serde(default, deserialize_with = "crate::lenient::list")]
        pub address: ::std::vec::Vec<Address>,
        #[serde(rename = "cellPhone", skip_serializing_if = "::std::option::Option::is_none")]
        pub cell_phone: ::std::option::Option<CellPhone>,
        /// When the contact was created, ISO 8601 in UTC.
        #[serde(rename = "createdAt", skip_serializing_if = "::std::option::Option::is_none")]
        pub created_at: ::std::option::Option<::std::string::String>,
        /// Id of the user who created the contact.
        #[serde(rename = "createdBy", skip_serializing_if = "::std::option::Option::is_none")]
        pub created_by: ::std::option::Option<::std::string::String>,
        /// Id of the application that created the contact.
        #[serde(rename = "createdByAId", skip_serializing_if = "::std::option::Option::is_none")]
        pub created_by_a_id: ::std::option::Option<::std::string::String>,
        /// First name.
        #[serde(rename = "firstName", skip_serializing_if = "::std::option::Option::is_none")]
        pub first_name: ::std::option::Option<::std::string::String>,
        /// First and last name, joined by the server with a space.
        #[serde(rename = "fullName", skip_serializing_if = "::std::option::Option::is_none")]
        pub full_name: ::std::option::Option<::std::string::String>,
        /// Unique id of the contact.
        pub id: ::std::string::String,
        /// Id of the bot instance that the contact belongs to; it has the form of a stream id.
        #[serde(rename = "instanceBotId", skip_serializing_if = "::std::option::Option::is_none")]
        pub instance_bot_id: ::std::option::Option<::std::string::String>,
        /// Last name.
        #[serde(rename = "lastName", skip_serializing_if = "::std::option::Option::is_none")]
        pub last_name: ::std::option::Option<::std::string::String>,
        /// Id of the organisation.
        #[serde(rename = "orgId", skip_serializing_if = "::std::option::Option::is_none")]
        pub org_id: ::std::option::Option<::std::string::String>,
        /// Salutation or title. Samples show `mr`, `Mr` and `Mrs`; there is no list of allowed ones.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub salutation: ::std::option::Option<::std::string::String>,
        /// Current status. A deleted contact is `INACTIVE`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub status: ::std::option::Option<::std::string::String>,
        /// Twitter profiles of the contact. Every sample is empty.
        #[serde(rename = "twitterDetails", default, deserialize_with = "crate::lenient::list")]
        pub twitter_details: ::std::vec::Vec<TwitterProfile>,
        /// When the contact was last changed, ISO 8601 in UTC.
        #[serde(rename = "updatedAt", skip_serializing_if = "::std::option::Option::is_none")]
        pub updated_at: ::std::option::Option<::std::string::String>,
        /// Id of the user who last updated the contact; absent before the first update. The page
        /// of the update operation describes it as a timestamp, a slip: its sample shows a user id.
        #[serde(rename = "updatedBy", skip_serializing_if = "::std::option::Option::is_none")]
        pub updated_by: ::std::option::Option<::std::string::String>,
        /// Id of the application that last updated the contact; absent before the first update.
        #[serde(rename = "updatedByAId", skip_serializing_if = "::std::option::Option::is_none")]
        pub updated_by_a_id: ::std::option::Option<::std::string::String>,
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    impl Contact {
        pub fn builder() -> builder::Contact {
            Default::default()
        }
    }
    /// Id of a contact, 24 hexadecimal digits where a sample is not masked. The pattern keeps out
    /// what would address something else: an empty id, a slash, a dot segment, and the names of
    /// the bulk routes.
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct ContactId(::std::string::String);
    impl ::std::ops::Deref for ContactId {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<ContactId> for ::std::string::String {
        fn from(value: ContactId) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for ContactId {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            static PATTERN: ::std::sync::LazyLock<::regress::Regex> =
                ::std::sync::LazyLock::new(|| {
                    ::regress::Regex::new(
                        "^(?!(?:bulk-delete|bulk-update|\\.{1,2})$)[^/\\u0000-\\u001f\\u007f]+$",
                    )
                    .unwrap()
                });
            if PATTERN.find(value).is_none() {
                return Err(
                    "doesn't match pattern \"^(?!(?:bulk-delete|bulk-update|\\.{1,2})$)[^/\\u0000-\\u001f\\u007f]+$\""
                        .into(),
                );
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for ContactId {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for ContactId {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for ContactId {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                },
            )
        }
    }
    /// A contact list of the campaign module.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct ContactList {
        /// Id of the account that owns the list.
        #[serde(rename = "accountId", skip_serializing_if = "::std::option::Option::is_none")]
        pub account_id: ::std::option::Option<::std::string::String>,
        #[serde(
            rename = "apiConfigurations",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub api_configurations: ::std::option::Option<ApiConfigurations>,
        /// The campaigns that use the list.
        #[serde(rename = "campaignInUse", default, deserialize_with = "crate::lenient::list")]
        pub campaign_in_use: ::std::vec::Vec<CampaignReference>,
        /// When the list was created, ISO 8601 in UTC.
        #[serde(rename = "createdAt", skip_serializing_if = "::std::option::Option::is_none")]
        pub created_at: ::std::option::Option<::std::string::String>,
        /// Id of the user who created the list.
        #[serde(rename = "createdBy", skip_serializing_if = "::std::option::Option::is_none")]
        pub created_by: ::std::option::Option<::std::string::String>,
        /// What the list holds and what it is for.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        /// The files uploaded with the list.
        #[serde(default, deserialize_with = "crate::lenient::list")]
        pub files: ::std::vec::Vec<ContactListFile>,
        /// Id of the application that the list belongs to.
        #[serde(rename = "iId", skip_serializing_if = "::std::option::Option::is_none")]
        pub i_id: ::std::option::Option<::std::string::String>,
        /// Unique id of the contact list.
        #[serde(rename = "_id")]
        pub id: ::std::string::String,
        /// Whether the list was active before the deletion.
        #[serde(rename = "isActive", skip_serializing_if = "::std::option::Option::is_none")]
        pub is_active: ::std::option::Option<bool>,
        /// Whether campaigns used the list before the deletion.
        #[serde(rename = "isListInUse", skip_serializing_if = "::std::option::Option::is_none")]
        pub is_list_in_use: ::std::option::Option<bool>,
        /// Kind of list.
        #[serde(rename = "listType", skip_serializing_if = "::std::option::Option::is_none")]
        pub list_type: ::std::option::Option<::std::string::String>,
        /// The display name in lower case.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub lname: ::std::option::Option<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub mapping: ::std::option::Option<ContactListMapping>,
        /// Display name.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        /// Id of the organisation that the list belongs to.
        #[serde(rename = "orgId", skip_serializing_if = "::std::option::Option::is_none")]
        pub org_id: ::std::option::Option<::std::string::String>,
        /// Where the list's data comes from.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub source: ::std::option::Option<::std::string::String>,
        /// Status of the list.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub status: ::std::option::Option<::std::string::String>,
        /// How many contacts the list holds.
        #[serde(
            rename = "totalRecordCount",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub total_record_count: ::std::option::Option<i64>,
        /// When the list was last updated, ISO 8601 in UTC.
        #[serde(rename = "updatedAt", skip_serializing_if = "::std::option::Option::is_none")]
        pub updated_at: ::std::option::Option<::std::string::String>,
        /// Id of the user who last updated the list.
        #[serde(rename = "updatedBy", skip_serializing_if = "::std::option::Option::is_none")]
        pub updated_by: ::std::option::Option<::std::string::String>,
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    impl ContactList {
        pub fn builder() -> builder::ContactList {
            Default::default()
        }
    }
    /// The envelope around a deleted contact list.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct ContactListDeletion {
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub data: ::std::option::Option<ContactList>,
        /// The outcome in a sentence, "Contact list … deleted successfully" in the sample.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub message: ::std::option::Option<::std::string::String>,
        /// Whether the call succeeded. An answer with the HTTP status 200 may still say otherwise here.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub status: ::std::option::Option<::std::string::String>,
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    impl ContactListDeletion {
        pub fn builder() -> builder::ContactListDeletion {
            Default::default()
        }
    }
    /// A file uploaded with a contact list.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct ContactListFile {
        /// Id of the file.
        #[serde(rename = "fileId", skip_serializing_if = "::std::option::Option::is_none")]
        pub file_id: ::std::option::Option<::std::string::String>,
        /// Name of the file, a CSV file in samples.
        #[serde(rename = "fileName", skip_serializing_if = "::std::option::Option::is_none")]
        pub file_name: ::std::option::Option<::std::string::String>,
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    impl ContactListFile {
        pub fn builder() -> builder::ContactListFile {
            Default::default()
        }
    }
    /// Id of a contact list, `cl-` and a UUID in the sample.
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct ContactListId(::std::string::String);
    impl ::std::ops::Deref for ContactListId {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<ContactListId> for ::std::string::String {
        fn from(value: ContactListId) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for ContactListId {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            static PATTERN: ::std::sync::LazyLock<::regress::Regex> =
                ::std::sync::LazyLock::new(|| {
                    ::regress::Regex::new("^(?!\\.{1,2}$)[^/\\u0000-\\u001f\\u007f]+$").unwrap()
                });
            if PATTERN.find(value).is_none() {
                return Err(
                    "doesn't match pattern \"^(?!\\.{1,2}$)[^/\\u0000-\\u001f\\u007f]+$\"".into()
                );
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for ContactListId {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for ContactListId {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for ContactListId {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                },
            )
        }
    }
    /// Which column of the list's data holds which field of a contact.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct ContactListMapping {
        /// Column of the first name.
        #[serde(rename = "firstName", skip_serializing_if = "::std::option::Option::is_none")]
        pub first_name: ::std::option::Option<::std::string::String>,
        /// Column of the last name.
        #[serde(rename = "lastName", skip_serializing_if = "::std::option::Option::is_none")]
        pub last_name: ::std::option::Option<::std::string::String>,
        /// Column of the phone number.
        #[serde(rename = "phoneNumber", skip_serializing_if = "::std::option::Option::is_none")]
        pub phone_number: ::std::option::Option<::std::string::String>,
        /// Column of the time zone.
        #[serde(rename = "timeZone", skip_serializing_if = "::std::option::Option::is_none")]
        pub time_zone: ::std::option::Option<::std::string::String>,
        /// Column of the unique id.
        #[serde(rename = "uniqueId", skip_serializing_if = "::std::option::Option::is_none")]
        pub unique_id: ::std::option::Option<::std::string::String>,
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    impl ContactListMapping {
        pub fn builder() -> builder::ContactListMapping {
            Default::default()
        }
    }
    /// One page of contacts.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct ContactPage {
        /// Whether more contacts follow after this page.
        #[serde(rename = "hasMore")]
        pub has_more: bool,
        /// The most contacts that a page may hold.
        pub limit: i64,
        /// The contacts of this page.
        #[serde(default, deserialize_with = "crate::lenient::list")]
        pub results: ::std::vec::Vec<Contact>,
        /// How many contacts were passed over before this page.
        pub skip: i64,
        /// How many pages there are with this limit.
        #[serde(rename = "totalPages")]
        pub total_pages: i64,
        /// How many contacts there are on all pages together.
        #[serde(rename = "totalResults")]
        pub total_results: i64,
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    impl ContactPage {
        pub fn builder() -> builder::ContactPage {
            Default::default()
        }
    }
    /// The changes to a contact. A field that is absent stays as it is.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    pub struct ContactUpdate {
        #[serde(rename = "cellPhone", skip_serializing_if = "::std::option::Option::is_none")]
        pub cell_phone: ::std::option::Option<CellPhoneUpdate>,
        /// New first name.
        #[serde(rename = "firstName", skip_serializing_if = "::std::option::Option::is_none")]
        pub first_name: ::std::option::Option<::std::string::String>,
        /// New last name.
        #[serde(rename = "lastName", skip_serializing_if = "::std::option::Option::is_none")]
        pub last_name: ::std::option::Option<::std::string::String>,
        /// New salutation or title.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub salutation: ::std::option::Option<::std::string::String>,
    }
    impl ContactUpdate {
        pub fn builder() -> builder::ContactUpdate {
            Default::default()
        }
    }
    /// A contact that was deleted.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct DeletedRecord {
        /// Id of the contact.
        pub id: ::std::string::String,
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    impl DeletedRecord {
        pub fn builder() -> builder::DeletedRecord {
            Default::default()
        }
    }
    /// Any of the error envelopes that public Kore.ai APIs are known to answer: `errors` with
    /// items, or `status` with `message`, or `status` with `reason`. The HTTP status and a `code`
    /// inside need not be equal.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct ErrorBody {
        /// The errors, one or more.
        #[serde(default, deserialize_with = "crate::lenient::list")]
        pub errors: ::std::vec::Vec<ErrorItem>,
        /// What went wrong.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub message: ::std::option::Option<::std::string::String>,
        /// What went wrong, as a code word.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reason: ::std::option::Option<::std::string::String>,
        /// A word for failure, such as `error`, `Error`, `failure` or `failed`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub status: ::std::option::Option<::std::string::String>,
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    impl ErrorBody {
        pub fn builder() -> builder::ErrorBody {
            Default::default()
        }
    }
    /// One error of an envelope.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct ErrorItem {
        /// A number for the error, which need not be the HTTP status.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub code: ::std::option::Option<i64>,
        /// What went wrong, as some APIs name it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub message: ::std::option::Option<::std::string::String>,
        /// What went wrong.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub msg: ::std::option::Option<::std::string::String>,
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    impl ErrorItem {
        pub fn builder() -> builder::ErrorItem {
            Default::default()
        }
    }
    /// A contact that could not be deleted.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    pub struct FailedRecord {
        /// Id of the contact, as the request named it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
        /// Why it could not be deleted, in words.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reason: ::std::option::Option<::std::string::String>,
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    impl FailedRecord {
        pub fn builder() -> builder::FailedRecord {
            Default::default()
        }
    }
    /// Id of a stream (bot, instance, application), `st-` and a UUID in every sample.
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct StreamId(::std::string::String);
    impl ::std::ops::Deref for StreamId {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<StreamId> for ::std::string::String {
        fn from(value: StreamId) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for StreamId {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            static PATTERN: ::std::sync::LazyLock<::regress::Regex> =
                ::std::sync::LazyLock::new(|| {
                    ::regress::Regex::new("^(?!\\.{1,2}$)[^/\\u0000-\\u001f\\u007f]+$").unwrap()
                });
            if PATTERN.find(value).is_none() {
                return Err(
                    "doesn't match pattern \"^(?!\\.{1,2}$)[^/\\u0000-\\u001f\\u007f]+$\"".into()
                );
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for StreamId {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for StreamId {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for StreamId {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?.parse().map_err(
                |e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                },
            )
        }
    }
    /// A Twitter profile of a contact, as a free object.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[serde(transparent)]
    pub struct TwitterProfile(pub ::serde_json::Map<::std::string::String, ::serde_json::Value>);
    impl ::std::ops::Deref for TwitterProfile {
        type Target = ::serde_json::Map<::std::string::String, ::serde_json::Value>;
        fn deref(&self) -> &::serde_json::Map<::std::string::String, ::serde_json::Value> {
            &self.0
        }
    }
    impl ::std::convert::From<TwitterProfile>
        for ::serde_json::Map<::std::string::String, ::serde_json::Value>
    {
        fn from(value: TwitterProfile) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::serde_json::Map<::std::string::String, ::serde_json::Value>>
        for TwitterProfile
    {
        fn from(value: ::serde_json::Map<::std::string::String, ::serde_json::Value>) -> Self {
            Self(value)
        }
    }
    /// Types for composing complex structures.
    pub mod builder {
        #[derive(Clone, Debug)]
        pub struct ApiConfigurations {
            data_sync_mode: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            extra: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ApiConfigurations {
            fn default() -> Self {
                Self {
                    data_sync_mode: Ok(Default::default()),
                    extra: Ok(::std::default::Default::default()),
                }
            }
        }
        impl ApiConfigurations {
            pub fn data_sync_mode<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.data_sync_mode = value.try_into().map_err(|e| {
                    format!("error converting supplied value for data_sync_mode: {e}")
                });
                self
            }
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                    >,
                T::Error: ::std::fmt::Display,
            {
                self.extra = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for extra: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<ApiConfigurations> for super::ApiConfigurations {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ApiConfigurations,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { data_sync_mode: value.data_sync_mode?, extra: value.extra? })
            }
        }
        impl ::std::convert::From<super::ApiConfigurations> for ApiConfigurations {
            fn from(value: super::ApiConfigurations) -> Self {
                Self { data_sync_mode: Ok(value.data_sync_mode), extra: Ok(value.extra) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct BulkDeleteRequest {
            ids: ::std::result::Result<::std::vec::Vec<super::ContactId>, ::std::string::String>,
        }
        impl ::std::default::Default for BulkDeleteRequest {
            fn default() -> Self {
                Self { ids: Err("no value supplied for ids".to_string()) }
            }
        }
        impl BulkDeleteRequest {
            pub fn ids<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::ContactId>>,
                T::Error: ::std::fmt::Display,
            {
                self.ids = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for ids: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<BulkDeleteRequest> for super::BulkDeleteRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: BulkDeleteRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { ids: value.ids? })
            }
        }
        impl ::std::convert::From<super::BulkDeleteRequest> for BulkDeleteRequest {
            fn from(value: super::BulkDeleteRequest) -> Self {
                Self { ids: Ok(value.ids) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct BulkDeleteResult {
            failed: ::std::result::Result<::std::option::Option<i64>, ::std::string::String>,
            failed_records:
                ::std::result::Result<::std::vec::Vec<super::FailedRecord>, ::std::string::String>,
            successful: ::std::result::Result<::std::option::Option<i64>, ::std::string::String>,
            successful_records:
                ::std::result::Result<::std::vec::Vec<super::DeletedRecord>, ::std::string::String>,
            total_requested:
                ::std::result::Result<::std::option::Option<i64>, ::std::string::String>,
            extra: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for BulkDeleteResult {
            fn default() -> Self {
                Self {
                    failed: Ok(Default::default()),
                    failed_records: Ok(Default::default()),
                    successful: Ok(Default::default()),
                    successful_records: Ok(Default::default()),
                    total_requested: Ok(Default::default()),
                    extra: Ok(::std::default::Default::default()),
                }
            }
        }
        impl BulkDeleteResult {
            pub fn failed<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.failed = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for failed: {e}"));
                self
            }
            pub fn failed_records<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::FailedRecord>>,
                T::Error: ::std::fmt::Display,
            {
                self.failed_records = value.try_into().map_err(|e| {
                    format!("error converting supplied value for failed_records: {e}")
                });
                self
            }
            pub fn successful<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.successful = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for successful: {e}"));
                self
            }
            pub fn successful_records<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::DeletedRecord>>,
                T::Error: ::std::fmt::Display,
            {
                self.successful_records = value.try_into().map_err(|e| {
                    format!("error converting supplied value for successful_records: {e}")
                });
                self
            }
            pub fn total_requested<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.total_requested = value.try_into().map_err(|e| {
                    format!("error converting supplied value for total_requested: {e}")
                });
                self
            }
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                    >,
                T::Error: ::std::fmt::Display,
            {
                self.extra = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for extra: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<BulkDeleteResult> for super::BulkDeleteResult {
            type Error = super::error::ConversionError;
            fn try_from(
                value: BulkDeleteResult,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    failed: value.failed?,
                    failed_records: value.failed_records?,
                    successful: value.successful?,
                    successful_records: value.successful_records?,
                    total_requested: value.total_requested?,
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::BulkDeleteResult> for BulkDeleteResult {
            fn from(value: super::BulkDeleteResult) -> Self {
                Self {
                    failed: Ok(value.failed),
                    failed_records: Ok(value.failed_records),
                    successful: Ok(value.successful),
                    successful_records: Ok(value.successful_records),
                    total_requested: Ok(value.total_requested),
                    extra: Ok(value.extra),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct CampaignSummary {
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            extra: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for CampaignSummary {
            fn default() -> Self {
                Self {
                    id: Err("no value supplied for id".to_string()),
                    name: Ok(Default::default()),
                    extra: Ok(::std::default::Default::default()),
                }
            }
        }
        impl CampaignSummary {
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for name: {e}"));
                self
            }
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                    >,
                T::Error: ::std::fmt::Display,
            {
                self.extra = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for extra: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<CampaignSummary> for super::CampaignSummary {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CampaignSummary,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id?, name: value.name?, extra: value.extra? })
            }
        }
        impl ::std::convert::From<super::CampaignSummary> for CampaignSummary {
            fn from(value: super::CampaignSummary) -> Self {
                Self { id: Ok(value.id), name: Ok(value.name), extra: Ok(value.extra) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct CellPhone {
            country_code: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            extension: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            phone_number: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            extra: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for CellPhone {
            fn default() -> Self {
                Self {
                    country_code: Ok(Default::default()),
                    extension: Ok(Default::default()),
                    phone_number: Ok(Default::default()),
                    extra: Ok(::std::default::Default::default()),
                }
            }
        }
        impl CellPhone {
            pub fn country_code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.country_code = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for country_code: {e}"));
                self
            }
            pub fn extension<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.extension = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for extension: {e}"));
                self
            }
            pub fn phone_number<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.phone_number = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for phone_number: {e}"));
                self
            }
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                    >,
                T::Error: ::std::fmt::Display,
            {
                self.extra = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for extra: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<CellPhone> for super::CellPhone {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CellPhone,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    country_code: value.country_code?,
                    extension: value.extension?,
                    phone_number: value.phone_number?,
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::CellPhone> for CellPhone {
            fn from(value: super::CellPhone) -> Self {
                Self {
                    country_code: Ok(value.country_code),
                    extension: Ok(value.extension),
                    phone_number: Ok(value.phone_number),
                    extra: Ok(value.extra),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct CellPhoneUpdate {
            country_code: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            extension: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            phone_number: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for CellPhoneUpdate {
            fn default() -> Self {
                Self {
                    country_code: Ok(Default::default()),
                    extension: Ok(Default::default()),
                    phone_number: Ok(Default::default()),
                }
            }
        }
        impl CellPhoneUpdate {
            pub fn country_code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.country_code = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for country_code: {e}"));
                self
            }
            pub fn extension<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.extension = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for extension: {e}"));
                self
            }
            pub fn phone_number<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.phone_number = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for phone_number: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<CellPhoneUpdate> for super::CellPhoneUpdate {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CellPhoneUpdate,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    country_code: value.country_code?,
                    extension: value.extension?,
                    phone_number: value.phone_number?,
                })
            }
        }
        impl ::std::convert::From<super::CellPhoneUpdate> for CellPhoneUpdate {
            fn from(value: super::CellPhoneUpdate) -> Self {
                Self {
                    country_code: Ok(value.country_code),
                    extension: Ok(value.extension),
                    phone_number: Ok(value.phone_number),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Contact {
            account_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            address: ::std::result::Result<::std::vec::Vec<super::Address>, ::std::string::String>,
            cell_phone: ::std::result::Result<
                ::std::option::Option<super::CellPhone>,
                ::std::string::String,
            >,
            created_at: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            created_by: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            created_by_a_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            first_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            full_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            instance_bot_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            last_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            org_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            salutation: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            status: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            twitter_details: ::std::result::Result<
                ::std::vec::Vec<super::TwitterProfile>,
                ::std::string::String,
            >,
            updated_at: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            updated_by: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            updated_by_a_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            extra: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Contact {
            fn default() -> Self {
                Self {
                    account_id: Ok(Default::default()),
                    address: Ok(Default::default()),
                    cell_phone: Ok(Default::default()),
                    created_at: Ok(Default::default()),
                    created_by: Ok(Default::default()),
                    created_by_a_id: Ok(Default::default()),
                    first_name: Ok(Default::default()),
                    full_name: Ok(Default::default()),
                    id: Err("no value supplied for id".to_string()),
                    instance_bot_id: Ok(Default::default()),
                    last_name: Ok(Default::default()),
                    org_id: Ok(Default::default()),
                    salutation: Ok(Default::default()),
                    status: Ok(Default::default()),
                    twitter_details: Ok(Default::default()),
                    updated_at: Ok(Default::default()),
                    updated_by: Ok(Default::default()),
                    updated_by_a_id: Ok(Default::default()),
                    extra: Ok(::std::default::Default::default()),
                }
            }
        }
        impl Contact {
            pub fn account_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.account_id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for account_id: {e}"));
                self
            }
            pub fn address<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Address>>,
                T::Error: ::std::fmt::Display,
            {
                self.address = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for address: {e}"));
                self
            }
            pub fn cell_phone<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::CellPhone>>,
                T::Error: ::std::fmt::Display,
            {
                self.cell_phone = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for cell_phone: {e}"));
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for created_at: {e}"));
                self
            }
            pub fn created_by<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_by = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for created_by: {e}"));
                self
            }
            pub fn created_by_a_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_by_a_id = value.try_into().map_err(|e| {
                    format!("error converting supplied value for created_by_a_id: {e}")
                });
                self
            }
            pub fn first_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.first_name = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for first_name: {e}"));
                self
            }
            pub fn full_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.full_name = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for full_name: {e}"));
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn instance_bot_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.instance_bot_id = value.try_into().map_err(|e| {
                    format!("error converting supplied value for instance_bot_id: {e}")
                });
                self
            }
            pub fn last_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.last_name = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for last_name: {e}"));
                self
            }
            pub fn org_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.org_id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for org_id: {e}"));
                self
            }
            pub fn salutation<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.salutation = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for salutation: {e}"));
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for status: {e}"));
                self
            }
            pub fn twitter_details<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::TwitterProfile>>,
                T::Error: ::std::fmt::Display,
            {
                self.twitter_details = value.try_into().map_err(|e| {
                    format!("error converting supplied value for twitter_details: {e}")
                });
                self
            }
            pub fn updated_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.updated_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for updated_at: {e}"));
                self
            }
            pub fn updated_by<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.updated_by = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for updated_by: {e}"));
                self
            }
            pub fn updated_by_a_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.updated_by_a_id = value.try_into().map_err(|e| {
                    format!("error converting supplied value for updated_by_a_id: {e}")
                });
                self
            }
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                    >,
                T::Error: ::std::fmt::Display,
            {
                self.extra = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for extra: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<Contact> for super::Contact {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Contact,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    account_id: value.account_id?,
                    address: value.address?,
                    cell_phone: value.cell_phone?,
                    created_at: value.created_at?,
                    created_by: value.created_by?,
                    created_by_a_id: value.created_by_a_id?,
                    first_name: value.first_name?,
                    full_name: value.full_name?,
                    id: value.id?,
                    instance_bot_id: value.instance_bot_id?,
                    last_name: value.last_name?,
                    org_id: value.org_id?,
                    salutation: value.salutation?,
                    status: value.status?,
                    twitter_details: value.twitter_details?,
                    updated_at: value.updated_at?,
                    updated_by: value.updated_by?,
                    updated_by_a_id: value.updated_by_a_id?,
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::Contact> for Contact {
            fn from(value: super::Contact) -> Self {
                Self {
                    account_id: Ok(value.account_id),
                    address: Ok(value.address),
                    cell_phone: Ok(value.cell_phone),
                    created_at: Ok(value.created_at),
                    created_by: Ok(value.created_by),
                    created_by_a_id: Ok(value.created_by_a_id),
                    first_name: Ok(value.first_name),
                    full_name: Ok(value.full_name),
                    id: Ok(value.id),
                    instance_bot_id: Ok(value.instance_bot_id),
                    last_name: Ok(value.last_name),
                    org_id: Ok(value.org_id),
                    salutation: Ok(value.salutation),
                    status: Ok(value.status),
                    twitter_details: Ok(value.twitter_details),
                    updated_at: Ok(value.updated_at),
                    updated_by: Ok(value.updated_by),
                    updated_by_a_id: Ok(value.updated_by_a_id),
                    extra: Ok(value.extra),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ContactList {
            account_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            api_configurations: ::std::result::Result<
                ::std::option::Option<super::ApiConfigurations>,
                ::std::string::String,
            >,
            campaign_in_use: ::std::result::Result<
                ::std::vec::Vec<super::CampaignReference>,
                ::std::string::String,
            >,
            created_at: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            created_by: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            files: ::std::result::Result<
                ::std::vec::Vec<super::ContactListFile>,
                ::std::string::String,
            >,
            i_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            is_active: ::std::result::Result<::std::option::Option<bool>, ::std::string::String>,
            is_list_in_use:
                ::std::result::Result<::std::option::Option<bool>, ::std::string::String>,
            list_type: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            lname: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            mapping: ::std::result::Result<
                ::std::option::Option<super::ContactListMapping>,
                ::std::string::String,
            >,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            org_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            source: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            status: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            total_record_count:
                ::std::result::Result<::std::option::Option<i64>, ::std::string::String>,
            updated_at: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            updated_by: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            extra: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ContactList {
            fn default() -> Self {
                Self {
                    account_id: Ok(Default::default()),
                    api_configurations: Ok(Default::default()),
                    campaign_in_use: Ok(Default::default()),
                    created_at: Ok(Default::default()),
                    created_by: Ok(Default::default()),
                    description: Ok(Default::default()),
                    files: Ok(Default::default()),
                    i_id: Ok(Default::default()),
                    id: Err("no value supplied for id".to_string()),
                    is_active: Ok(Default::default()),
                    is_list_in_use: Ok(Default::default()),
                    list_type: Ok(Default::default()),
                    lname: Ok(Default::default()),
                    mapping: Ok(Default::default()),
                    name: Ok(Default::default()),
                    org_id: Ok(Default::default()),
                    source: Ok(Default::default()),
                    status: Ok(Default::default()),
                    total_record_count: Ok(Default::default()),
                    updated_at: Ok(Default::default()),
                    updated_by: Ok(Default::default()),
                    extra: Ok(::std::default::Default::default()),
                }
            }
        }
        impl ContactList {
            pub fn account_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.account_id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for account_id: {e}"));
                self
            }
            pub fn api_configurations<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::ApiConfigurations>>,
                T::Error: ::std::fmt::Display,
            {
                self.api_configurations = value.try_into().map_err(|e| {
                    format!("error converting supplied value for api_configurations: {e}")
                });
                self
            }
            pub fn campaign_in_use<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::CampaignReference>>,
                T::Error: ::std::fmt::Display,
            {
                self.campaign_in_use = value.try_into().map_err(|e| {
                    format!("error converting supplied value for campaign_in_use: {e}")
                });
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for created_at: {e}"));
                self
            }
            pub fn created_by<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_by = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for created_by: {e}"));
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for description: {e}"));
                self
            }
            pub fn files<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::ContactListFile>>,
                T::Error: ::std::fmt::Display,
            {
                self.files = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for files: {e}"));
                self
            }
            pub fn i_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.i_id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for i_id: {e}"));
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn is_active<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.is_active = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for is_active: {e}"));
                self
            }
            pub fn is_list_in_use<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.is_list_in_use = value.try_into().map_err(|e| {
                    format!("error converting supplied value for is_list_in_use: {e}")
                });
                self
            }
            pub fn list_type<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.list_type = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for list_type: {e}"));
                self
            }
            pub fn lname<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.lname = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for lname: {e}"));
                self
            }
            pub fn mapping<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::ContactListMapping>>,
                T::Error: ::std::fmt::Display,
            {
                self.mapping = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for mapping: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for name: {e}"));
                self
            }
            pub fn org_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.org_id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for org_id: {e}"));
                self
            }
            pub fn source<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.source = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for source: {e}"));
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for status: {e}"));
                self
            }
            pub fn total_record_count<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.total_record_count = value.try_into().map_err(|e| {
                    format!("error converting supplied value for total_record_count: {e}")
                });
                self
            }
            pub fn updated_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.updated_at = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for updated_at: {e}"));
                self
            }
            pub fn updated_by<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.updated_by = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for updated_by: {e}"));
                self
            }
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                    >,
                T::Error: ::std::fmt::Display,
            {
                self.extra = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for extra: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<ContactList> for super::ContactList {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ContactList,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    account_id: value.account_id?,
                    api_configurations: value.api_configurations?,
                    campaign_in_use: value.campaign_in_use?,
                    created_at: value.created_at?,
                    created_by: value.created_by?,
                    description: value.description?,
                    files: value.files?,
                    i_id: value.i_id?,
                    id: value.id?,
                    is_active: value.is_active?,
                    is_list_in_use: value.is_list_in_use?,
                    list_type: value.list_type?,
                    lname: value.lname?,
                    mapping: value.mapping?,
                    name: value.name?,
                    org_id: value.org_id?,
                    source: value.source?,
                    status: value.status?,
                    total_record_count: value.total_record_count?,
                    updated_at: value.updated_at?,
                    updated_by: value.updated_by?,
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::ContactList> for ContactList {
            fn from(value: super::ContactList) -> Self {
                Self {
                    account_id: Ok(value.account_id),
                    api_configurations: Ok(value.api_configurations),
                    campaign_in_use: Ok(value.campaign_in_use),
                    created_at: Ok(value.created_at),
                    created_by: Ok(value.created_by),
                    description: Ok(value.description),
                    files: Ok(value.files),
                    i_id: Ok(value.i_id),
                    id: Ok(value.id),
                    is_active: Ok(value.is_active),
                    is_list_in_use: Ok(value.is_list_in_use),
                    list_type: Ok(value.list_type),
                    lname: Ok(value.lname),
                    mapping: Ok(value.mapping),
                    name: Ok(value.name),
                    org_id: Ok(value.org_id),
                    source: Ok(value.source),
                    status: Ok(value.status),
                    total_record_count: Ok(value.total_record_count),
                    updated_at: Ok(value.updated_at),
                    updated_by: Ok(value.updated_by),
                    extra: Ok(value.extra),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ContactListDeletion {
            data: ::std::result::Result<
                ::std::option::Option<super::ContactList>,
                ::std::string::String,
            >,
            message: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            status: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            extra: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ContactListDeletion {
            fn default() -> Self {
                Self {
                    data: Ok(Default::default()),
                    message: Ok(Default::default()),
                    status: Ok(Default::default()),
                    extra: Ok(::std::default::Default::default()),
                }
            }
        }
        impl ContactListDeletion {
            pub fn data<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::ContactList>>,
                T::Error: ::std::fmt::Display,
            {
                self.data = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for data: {e}"));
                self
            }
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for message: {e}"));
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for status: {e}"));
                self
            }
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                    >,
                T::Error: ::std::fmt::Display,
            {
                self.extra = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for extra: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<ContactListDeletion> for super::ContactListDeletion {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ContactListDeletion,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    data: value.data?,
                    message: value.message?,
                    status: value.status?,
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::ContactListDeletion> for ContactListDeletion {
            fn from(value: super::ContactListDeletion) -> Self {
                Self {
                    data: Ok(value.data),
                    message: Ok(value.message),
                    status: Ok(value.status),
                    extra: Ok(value.extra),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ContactListFile {
            file_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            file_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            extra: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ContactListFile {
            fn default() -> Self {
                Self {
                    file_id: Ok(Default::default()),
                    file_name: Ok(Default::default()),
                    extra: Ok(::std::default::Default::default()),
                }
            }
        }
        impl ContactListFile {
            pub fn file_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.file_id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for file_id: {e}"));
                self
            }
            pub fn file_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.file_name = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for file_name: {e}"));
                self
            }
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                    >,
                T::Error: ::std::fmt::Display,
            {
                self.extra = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for extra: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<ContactListFile> for super::ContactListFile {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ContactListFile,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    file_id: value.file_id?,
                    file_name: value.file_name?,
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::ContactListFile> for ContactListFile {
            fn from(value: super::ContactListFile) -> Self {
                Self {
                    file_id: Ok(value.file_id),
                    file_name: Ok(value.file_name),
                    extra: Ok(value.extra),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ContactListMapping {
            first_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            last_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            phone_number: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            time_zone: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            unique_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            extra: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ContactListMapping {
            fn default() -> Self {
                Self {
                    first_name: Ok(Default::default()),
                    last_name: Ok(Default::default()),
                    phone_number: Ok(Default::default()),
                    time_zone: Ok(Default::default()),
                    unique_id: Ok(Default::default()),
                    extra: Ok(::std::default::Default::default()),
                }
            }
        }
        impl ContactListMapping {
            pub fn first_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.first_name = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for first_name: {e}"));
                self
            }
            pub fn last_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.last_name = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for last_name: {e}"));
                self
            }
            pub fn phone_number<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.phone_number = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for phone_number: {e}"));
                self
            }
            pub fn time_zone<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.time_zone = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for time_zone: {e}"));
                self
            }
            pub fn unique_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.unique_id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for unique_id: {e}"));
                self
            }
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                    >,
                T::Error: ::std::fmt::Display,
            {
                self.extra = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for extra: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<ContactListMapping> for super::ContactListMapping {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ContactListMapping,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    first_name: value.first_name?,
                    last_name: value.last_name?,
                    phone_number: value.phone_number?,
                    time_zone: value.time_zone?,
                    unique_id: value.unique_id?,
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::ContactListMapping> for ContactListMapping {
            fn from(value: super::ContactListMapping) -> Self {
                Self {
                    first_name: Ok(value.first_name),
                    last_name: Ok(value.last_name),
                    phone_number: Ok(value.phone_number),
                    time_zone: Ok(value.time_zone),
                    unique_id: Ok(value.unique_id),
                    extra: Ok(value.extra),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ContactPage {
            has_more: ::std::result::Result<bool, ::std::string::String>,
            limit: ::std::result::Result<i64, ::std::string::String>,
            results: ::std::result::Result<::std::vec::Vec<super::Contact>, ::std::string::String>,
            skip: ::std::result::Result<i64, ::std::string::String>,
            total_pages: ::std::result::Result<i64, ::std::string::String>,
            total_results: ::std::result::Result<i64, ::std::string::String>,
            extra: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ContactPage {
            fn default() -> Self {
                Self {
                    has_more: Err("no value supplied for has_more".to_string()),
                    limit: Err("no value supplied for limit".to_string()),
                    results: Ok(Default::default()),
                    skip: Err("no value supplied for skip".to_string()),
                    total_pages: Err("no value supplied for total_pages".to_string()),
                    total_results: Err("no value supplied for total_results".to_string()),
                    extra: Ok(::std::default::Default::default()),
                }
            }
        }
        impl ContactPage {
            pub fn has_more<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.has_more = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for has_more: {e}"));
                self
            }
            pub fn limit<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.limit = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for limit: {e}"));
                self
            }
            pub fn results<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Contact>>,
                T::Error: ::std::fmt::Display,
            {
                self.results = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for results: {e}"));
                self
            }
            pub fn skip<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.skip = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for skip: {e}"));
                self
            }
            pub fn total_pages<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.total_pages = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for total_pages: {e}"));
                self
            }
            pub fn total_results<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.total_results = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for total_results: {e}"));
                self
            }
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                    >,
                T::Error: ::std::fmt::Display,
            {
                self.extra = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for extra: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<ContactPage> for super::ContactPage {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ContactPage,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    has_more: value.has_more?,
                    limit: value.limit?,
                    results: value.results?,
                    skip: value.skip?,
                    total_pages: value.total_pages?,
                    total_results: value.total_results?,
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::ContactPage> for ContactPage {
            fn from(value: super::ContactPage) -> Self {
                Self {
                    has_more: Ok(value.has_more),
                    limit: Ok(value.limit),
                    results: Ok(value.results),
                    skip: Ok(value.skip),
                    total_pages: Ok(value.total_pages),
                    total_results: Ok(value.total_results),
                    extra: Ok(value.extra),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ContactUpdate {
            cell_phone: ::std::result::Result<
                ::std::option::Option<super::CellPhoneUpdate>,
                ::std::string::String,
            >,
            first_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            last_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            salutation: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ContactUpdate {
            fn default() -> Self {
                Self {
                    cell_phone: Ok(Default::default()),
                    first_name: Ok(Default::default()),
                    last_name: Ok(Default::default()),
                    salutation: Ok(Default::default()),
                }
            }
        }
        impl ContactUpdate {
            pub fn cell_phone<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::CellPhoneUpdate>>,
                T::Error: ::std::fmt::Display,
            {
                self.cell_phone = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for cell_phone: {e}"));
                self
            }
            pub fn first_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.first_name = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for first_name: {e}"));
                self
            }
            pub fn last_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.last_name = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for last_name: {e}"));
                self
            }
            pub fn salutation<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.salutation = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for salutation: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<ContactUpdate> for super::ContactUpdate {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ContactUpdate,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    cell_phone: value.cell_phone?,
                    first_name: value.first_name?,
                    last_name: value.last_name?,
                    salutation: value.salutation?,
                })
            }
        }
        impl ::std::convert::From<super::ContactUpdate> for ContactUpdate {
            fn from(value: super::ContactUpdate) -> Self {
                Self {
                    cell_phone: Ok(value.cell_phone),
                    first_name: Ok(value.first_name),
                    last_name: Ok(value.last_name),
                    salutation: Ok(value.salutation),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct DeletedRecord {
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            extra: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for DeletedRecord {
            fn default() -> Self {
                Self {
                    id: Err("no value supplied for id".to_string()),
                    extra: Ok(::std::default::Default::default()),
                }
            }
        }
        impl DeletedRecord {
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                    >,
                T::Error: ::std::fmt::Display,
            {
                self.extra = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for extra: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<DeletedRecord> for super::DeletedRecord {
            type Error = super::error::ConversionError;
            fn try_from(
                value: DeletedRecord,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id?, extra: value.extra? })
            }
        }
        impl ::std::convert::From<super::DeletedRecord> for DeletedRecord {
            fn from(value: super::DeletedRecord) -> Self {
                Self { id: Ok(value.id), extra: Ok(value.extra) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ErrorBody {
            errors: ::std::result::Result<::std::vec::Vec<super::ErrorItem>, ::std::string::String>,
            message: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            reason: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            status: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            extra: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ErrorBody {
            fn default() -> Self {
                Self {
                    errors: Ok(Default::default()),
                    message: Ok(Default::default()),
                    reason: Ok(Default::default()),
                    status: Ok(Default::default()),
                    extra: Ok(::std::default::Default::default()),
                }
            }
        }
        impl ErrorBody {
            pub fn errors<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::ErrorItem>>,
                T::Error: ::std::fmt::Display,
            {
                self.errors = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for errors: {e}"));
                self
            }
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for message: {e}"));
                self
            }
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for reason: {e}"));
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for status: {e}"));
                self
            }
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                    >,
                T::Error: ::std::fmt::Display,
            {
                self.extra = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for extra: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<ErrorBody> for super::ErrorBody {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ErrorBody,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    errors: value.errors?,
                    message: value.message?,
                    reason: value.reason?,
                    status: value.status?,
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::ErrorBody> for ErrorBody {
            fn from(value: super::ErrorBody) -> Self {
                Self {
                    errors: Ok(value.errors),
                    message: Ok(value.message),
                    reason: Ok(value.reason),
                    status: Ok(value.status),
                    extra: Ok(value.extra),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ErrorItem {
            code: ::std::result::Result<::std::option::Option<i64>, ::std::string::String>,
            message: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            msg: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            extra: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ErrorItem {
            fn default() -> Self {
                Self {
                    code: Ok(Default::default()),
                    message: Ok(Default::default()),
                    msg: Ok(Default::default()),
                    extra: Ok(::std::default::Default::default()),
                }
            }
        }
        impl ErrorItem {
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.code = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for code: {e}"));
                self
            }
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for message: {e}"));
                self
            }
            pub fn msg<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.msg = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for msg: {e}"));
                self
            }
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                    >,
                T::Error: ::std::fmt::Display,
            {
                self.extra = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for extra: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<ErrorItem> for super::ErrorItem {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ErrorItem,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    code: value.code?,
                    message: value.message?,
                    msg: value.msg?,
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::ErrorItem> for ErrorItem {
            fn from(value: super::ErrorItem) -> Self {
                Self {
                    code: Ok(value.code),
                    message: Ok(value.message),
                    msg: Ok(value.msg),
                    extra: Ok(value.extra),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct FailedRecord {
            id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            reason: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            extra: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for FailedRecord {
            fn default() -> Self {
                Self {
                    id: Ok(Default::default()),
                    reason: Ok(Default::default()),
                    extra: Ok(::std::default::Default::default()),
                }
            }
        }
        impl FailedRecord {
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for reason: {e}"));
                self
            }
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                    >,
                T::Error: ::std::fmt::Display,
            {
                self.extra = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for extra: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<FailedRecord> for super::FailedRecord {
            type Error = super::error::ConversionError;
            fn try_from(
                value: FailedRecord,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id?, reason: value.reason?, extra: value.extra? })
            }
        }
        impl ::std::convert::From<super::FailedRecord> for FailedRecord {
            fn from(value: super::FailedRecord) -> Self {
                Self { id: Ok(value.id), reason: Ok(value.reason), extra: Ok(value.extra) }
            }
        }
    }
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
#[derive(Clone, Debug)]
/// Client for Kore.ai contact-centre API (agentassist, public v1)
///
/// Five operations of Kore.ai's *AI for Service* contact centre: list, update, delete and
/// bulk-delete **contacts**, and delete a **campaign contact list**.
///
/// Kore.ai publishes them as prose pages only. This document is an independent, hand-written
/// description of those pages; Kore.ai has neither written nor endorsed it.
///
/// **How to read the evidence.** What carries no mark is documented on the operation's page.
/// A mark `x-evidence` says that something is known less well: *sample* means that it is seen in
/// a sample of the vendor but described nowhere, *assumed* means that nobody documents it and
/// that it is our best reading. Each mark gives its reason.
///
/// **Rate limit.** The vendor allows 60 requests per minute and account for the contact and
/// campaign operations. How a refusal looks (status, headers, body) is documented nowhere.
///
///
/// Version: 1.0.0
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: crate::transport::Transport,
}
impl Client {
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(
        baseurl: &str,
        client: reqwest::Client,
        inner: crate::transport::Transport,
    ) -> Self {
        Self { baseurl: baseurl.to_string(), client, inner }
    }
}
impl ClientInfo<crate::transport::Transport> for Client {
    fn api_version() -> &'static str {
        "1.0.0"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &crate::transport::Transport {
        &self.inner
    }
}
impl Client {
    /// List the contacts of a stream
    ///
    /// Returns the contacts that were created for outbound calling in a stream, one page at a
    /// time.
    ///
    /// The page documents neither an order, nor a filter, nor whether deleted contacts
    /// (`INACTIVE`) are listed.
    ///
    ///
    /// Sends a `GET` request to `/agentassist/api/v1/public/{streamId}/contacts`
    ///
    /// Arguments:
    /// - `stream_id`: Bot id or stream id; the app settings page of the bot shows it.
    /// - `limit`: The most contacts to return on one page. The sample's page has 10; the largest that a server honours is documented nowhere.
    /// - `skip`: How many contacts to pass over before the first one returned.
    /// ```ignore
    /// let response = client.list_contacts()
    ///     .stream_id(stream_id)
    ///     .limit(limit)
    ///     .skip(skip)
    ///     .send()
    ///     .await;
    /// ```
    pub fn list_contacts(&self) -> builder::ListContacts<'_> {
        builder::ListContacts::new(self)
    }
    /// Update one contact
    ///
    /// Changes a contact of a stream and returns it as it is afterwards.
    ///
    /// The server joins the country code to the number: `95501xxxxx` with `+91` comes back as
    /// `+9195501xxxxx`. `fullName` follows the names, and `updatedAt`, `updatedBy` and
    /// `updatedByAId` are set.
    ///
    /// The page has no table of body fields. Its sample sends all of them; the vendor's release
    /// notes (v11.21.0, January 2026) speak of partial updates; the page of the sibling
    /// operation *bulk update* calls every field required. Here none is required.
    ///
    ///
    /// Sends a `PUT` request to `/agentassist/api/v1/public/{streamId}/contacts/{id}`
    ///
    /// Arguments:
    /// - `stream_id`: Bot id or stream id; the app settings page of the bot shows it.
    /// - `id`: The unique id of the contact.
    /// - `body`: The fields to change.
    /// ```ignore
    /// let response = client.update_contact()
    ///     .stream_id(stream_id)
    ///     .id(id)
    ///     .body(body)
    ///     .send()
    ///     .await;
    /// ```
    pub fn update_contact(&self) -> builder::UpdateContact<'_> {
        builder::UpdateContact::new(self)
    }
    /// Delete one contact
    ///
    /// Deletes a contact of a stream and returns it. The deletion is soft: the contact comes back
    /// with the status `INACTIVE`, and past interactions stay as they are (release notes,
    /// v11.21.0).
    ///
    /// What a second deletion of the same contact answers is documented nowhere.
    ///
    ///
    /// Sends a `DELETE` request to `/agentassist/api/v1/public/{streamId}/contacts/{id}`
    ///
    /// Arguments:
    /// - `stream_id`: Bot id or stream id; the app settings page of the bot shows it.
    /// - `id`: The unique id of the contact.
    /// ```ignore
    /// let response = client.delete_contact()
    ///     .stream_id(stream_id)
    ///     .id(id)
    ///     .send()
    ///     .await;
    /// ```
    pub fn delete_contact(&self) -> builder::DeleteContact<'_> {
        builder::DeleteContact::new(self)
    }
    /// Delete several contacts at once
    ///
    /// Deletes the contacts whose ids stand in the body. The answer counts what was asked, what
    /// was deleted and what failed, so a success in part is possible.
    ///
    /// This DELETE carries a body, which OpenAPI 3.0 leaves undefined but the vendor requires.
    /// The most ids that one call may name is documented nowhere, and so is the answer for an
    /// unknown id or for an id named twice.
    ///
    ///
    /// Sends a `DELETE` request to `/agentassist/api/v1/public/{streamId}/contacts/bulk-delete`
    ///
    /// Arguments:
    /// - `stream_id`: Bot id or stream id; the app settings page of the bot shows it.
    /// - `body`: The ids of the contacts to delete.
    /// ```ignore
    /// let response = client.bulk_delete_contacts()
    ///     .stream_id(stream_id)
    ///     .body(body)
    ///     .send()
    ///     .await;
    /// ```
    pub fn bulk_delete_contacts(&self) -> builder::BulkDeleteContacts<'_> {
        builder::BulkDeleteContacts::new(self)
    }
    /// Delete a campaign contact list
    ///
    /// Deletes a contact list together with all its contacts (release notes, v11.15.0) and
    /// returns the list as it was before the deletion: `isActive` is still `true`.
    ///
    /// The vendor's console refuses to delete a list that a campaign uses. What the API answers
    /// then, or on a second deletion, is documented nowhere.
    ///
    ///
    /// Sends a `DELETE` request to `/agentassist/api/v1/public/{iId}/campaign/contactList/{contactListId}`
    ///
    /// Arguments:
    /// - `i_id`: The application id, which has the form of a stream id. The page spells it `IID` in the
    /// address, `IId` in its table, `iid` as a header and `iId` in the answer.
    ///
    /// - `contact_list_id`: The unique id of the contact list. The page says "to update" here, a slip: the operation
    /// deletes.
    ///
    /// - `iid`: The application id once more, equal to the one in the path in the page's sample.
    /// ```ignore
    /// let response = client.delete_contact_list()
    ///     .i_id(i_id)
    ///     .contact_list_id(contact_list_id)
    ///     .iid(iid)
    ///     .send()
    ///     .await;
    /// ```
    pub fn delete_contact_list(&self) -> builder::DeleteContactList<'_> {
        builder::DeleteContactList::new(self)
    }
}
/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{
        ByteStream, ClientHooks, ClientInfo, Error, OperationInfo, RequestBuilderExt,
        ResponseValue, encode_path,
    };
    /// Builder for [`Client::list_contacts`]
    ///
    /// [`Client::list_contacts`]: super::Client::list_contacts
    #[derive(Debug, Clone)]
    pub struct ListContacts<'a> {
        client: &'a super::Client,
        stream_id: Result<types::StreamId, String>,
        limit: Result<Option<::std::num::NonZeroU64>, String>,
        skip: Result<Option<i64>, String>,
    }
    impl<'a> ListContacts<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                stream_id: Err("stream_id was not initialized".to_string()),
                limit: Ok(None),
                skip: Ok(None),
            }
        }
        pub fn stream_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::StreamId>,
        {
            self.stream_id = value
                .try_into()
                .map_err(|_| "conversion to `StreamId` for stream_id failed".to_string());
            self
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::num::NonZeroU64>,
        {
            self.limit = value.try_into().map(Some).map_err(|_| {
                "conversion to `:: std :: num :: NonZeroU64` for limit failed".to_string()
            });
            self
        }
        pub fn skip<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.skip = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for skip failed".to_string());
            self
        }
        /// Puts the request together. The engine gives it the headers that all requests have.
        pub(crate) fn into_request(self) -> Result<::reqwest::Request, Error<types::ErrorBody>> {
            let Self { client, stream_id, limit, skip } = self;
            let stream_id = stream_id.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let skip = skip.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/agentassist/api/v1/public/{}/contacts",
                client.baseurl,
                encode_path(&stream_id.to_string()),
            );
            Ok(client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("skip", &skip))
                .build()?)
        }
        /// Sends a `GET` request to `/agentassist/api/v1/public/{streamId}/contacts`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ContactPage>, Error<types::ErrorBody>> {
            let client = self.client;
            client.call(&super::LIST_CONTACTS, self.into_request()?).await
        }
    }
    /// Builder for [`Client::update_contact`]
    ///
    /// [`Client::update_contact`]: super::Client::update_contact
    #[derive(Debug, Clone)]
    pub struct UpdateContact<'a> {
        client: &'a super::Client,
        stream_id: Result<types::StreamId, String>,
        id: Result<types::ContactId, String>,
        body: Result<types::builder::ContactUpdate, String>,
    }
    impl<'a> UpdateContact<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                stream_id: Err("stream_id was not initialized".to_string()),
                id: Err("id was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn stream_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::StreamId>,
        {
            self.stream_id = value
                .try_into()
                .map_err(|_| "conversion to `StreamId` for stream_id failed".to_string());
            self
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ContactId>,
        {
            self.id =
                value.try_into().map_err(|_| "conversion to `ContactId` for id failed".to_string());
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ContactUpdate>,
            <V as std::convert::TryInto<types::ContactUpdate>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `ContactUpdate` for body failed: {}", s));
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::ContactUpdate) -> types::builder::ContactUpdate,
        {
            self.body = self.body.map(f);
            self
        }
        /// Puts the request together. The engine gives it the headers that all requests have.
        pub(crate) fn into_request(self) -> Result<::reqwest::Request, Error<types::ErrorBody>> {
            let Self { client, stream_id, id, body } = self;
            let stream_id = stream_id.map_err(Error::InvalidRequest)?;
            let id = id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::ContactUpdate::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/agentassist/api/v1/public/{}/contacts/{}",
                client.baseurl,
                encode_path(&stream_id.to_string()),
                encode_path(&id.to_string()),
            );
            Ok(client
                .client
                .put(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .build()?)
        }
        /// Sends a `PUT` request to `/agentassist/api/v1/public/{streamId}/contacts/{id}`
        pub async fn send(self) -> Result<ResponseValue<types::Contact>, Error<types::ErrorBody>> {
            let client = self.client;
            client.call(&super::UPDATE_CONTACT, self.into_request()?).await
        }
    }
    /// Builder for [`Client::delete_contact`]
    ///
    /// [`Client::delete_contact`]: super::Client::delete_contact
    #[derive(Debug, Clone)]
    pub struct DeleteContact<'a> {
        client: &'a super::Client,
        stream_id: Result<types::StreamId, String>,
        id: Result<types::ContactId, String>,
    }
    impl<'a> DeleteContact<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                stream_id: Err("stream_id was not initialized".to_string()),
                id: Err("id was not initialized".to_string()),
            }
        }
        pub fn stream_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::StreamId>,
        {
            self.stream_id = value
                .try_into()
                .map_err(|_| "conversion to `StreamId` for stream_id failed".to_string());
            self
        }
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ContactId>,
        {
            self.id =
                value.try_into().map_err(|_| "conversion to `ContactId` for id failed".to_string());
            self
        }
        /// Puts the request together. The engine gives it the headers that all requests have.
        pub(crate) fn into_request(self) -> Result<::reqwest::Request, Error<types::ErrorBody>> {
            let Self { client, stream_id, id } = self;
            let stream_id = stream_id.map_err(Error::InvalidRequest)?;
            let id = id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/agentassist/api/v1/public/{}/contacts/{}",
                client.baseurl,
                encode_path(&stream_id.to_string()),
                encode_path(&id.to_string()),
            );
            Ok(client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()?)
        }
        /// Sends a `DELETE` request to `/agentassist/api/v1/public/{streamId}/contacts/{id}`
        pub async fn send(self) -> Result<ResponseValue<types::Contact>, Error<types::ErrorBody>> {
            let client = self.client;
            client.call(&super::DELETE_CONTACT, self.into_request()?).await
        }
    }
    /// Builder for [`Client::bulk_delete_contacts`]
    ///
    /// [`Client::bulk_delete_contacts`]: super::Client::bulk_delete_contacts
    #[derive(Debug, Clone)]
    pub struct BulkDeleteContacts<'a> {
        client: &'a super::Client,
        stream_id: Result<types::StreamId, String>,
        body: Result<types::builder::BulkDeleteRequest, String>,
    }
    impl<'a> BulkDeleteContacts<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                stream_id: Err("stream_id was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn stream_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::StreamId>,
        {
            self.stream_id = value
                .try_into()
                .map_err(|_| "conversion to `StreamId` for stream_id failed".to_string());
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::BulkDeleteRequest>,
            <V as std::convert::TryInto<types::BulkDeleteRequest>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `BulkDeleteRequest` for body failed: {}", s));
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                    types::builder::BulkDeleteRequest,
                ) -> types::builder::BulkDeleteRequest,
        {
            self.body = self.body.map(f);
            self
        }
        /// Puts the request together. The engine gives it the headers that all requests have.
        pub(crate) fn into_request(self) -> Result<::reqwest::Request, Error<types::ErrorBody>> {
            let Self { client, stream_id, body } = self;
            let stream_id = stream_id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::BulkDeleteRequest::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/agentassist/api/v1/public/{}/contacts/bulk-delete",
                client.baseurl,
                encode_path(&stream_id.to_string()),
            );
            Ok(client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .build()?)
        }
        /// Sends a `DELETE` request to `/agentassist/api/v1/public/{streamId}/contacts/bulk-delete`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::BulkDeleteResult>, Error<types::ErrorBody>> {
            let client = self.client;
            client.call(&super::BULK_DELETE_CONTACTS, self.into_request()?).await
        }
    }
    /// Builder for [`Client::delete_contact_list`]
    ///
    /// [`Client::delete_contact_list`]: super::Client::delete_contact_list
    #[derive(Debug, Clone)]
    pub struct DeleteContactList<'a> {
        client: &'a super::Client,
        i_id: Result<types::StreamId, String>,
        contact_list_id: Result<types::ContactListId, String>,
        iid: Result<types::StreamId, String>,
    }
    impl<'a> DeleteContactList<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                i_id: Err("i_id was not initialized".to_string()),
                contact_list_id: Err("contact_list_id was not initialized".to_string()),
                iid: Err("iid was not initialized".to_string()),
            }
        }
        pub fn i_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::StreamId>,
        {
            self.i_id = value
                .try_into()
                .map_err(|_| "conversion to `StreamId` for i_id failed".to_string());
            self
        }
        pub fn contact_list_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ContactListId>,
        {
            self.contact_list_id = value.try_into().map_err(|_| {
                "conversion to `ContactListId` for contact_list_id failed".to_string()
            });
            self
        }
        pub fn iid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::StreamId>,
        {
            self.iid =
                value.try_into().map_err(|_| "conversion to `StreamId` for iid failed".to_string());
            self
        }
        /// Puts the request together. The engine gives it the headers that all requests have.
        pub(crate) fn into_request(self) -> Result<::reqwest::Request, Error<types::ErrorBody>> {
            let Self { client, i_id, contact_list_id, iid } = self;
            let i_id = i_id.map_err(Error::InvalidRequest)?;
            let contact_list_id = contact_list_id.map_err(Error::InvalidRequest)?;
            let iid = iid.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/agentassist/api/v1/public/{}/campaign/contactList/{}",
                client.baseurl,
                encode_path(&i_id.to_string()),
                encode_path(&contact_list_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map.append("iid", iid.to_string().try_into()?);
            Ok(client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?)
        }
        /// Sends a `DELETE` request to `/agentassist/api/v1/public/{iId}/campaign/contactList/{contactListId}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ContactListDeletion>, Error<types::ErrorBody>> {
            let client = self.client;
            client.call(&super::DELETE_CONTACT_LIST, self.into_request()?).await
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
/// What the document says of `listContacts`.
pub static LIST_CONTACTS: crate::operation::Operation = crate::operation::Operation {
    id: "listContacts",
    name: "list_contacts",
    method: "GET",
    path: "/agentassist/api/v1/public/{streamId}/contacts",
    status: 200u16,
    scope: "Configuration",
    retry: crate::operation::RetryClass::Safe,
    retry_why: "It changes nothing; a repeat reads again.",
};
/// What the document says of `updateContact`.
pub static UPDATE_CONTACT: crate::operation::Operation = crate::operation::Operation {
    id: "updateContact",
    name: "update_contact",
    method: "PUT",
    path: "/agentassist/api/v1/public/{streamId}/contacts/{id}",
    status: 200u16,
    scope: "Configuration",
    retry: crate::operation::RetryClass::Idempotent,
    retry_why: "The same changes a second time leave the contact as the first time did; only `updatedAt` moves.",
};
/// What the document says of `deleteContact`.
pub static DELETE_CONTACT: crate::operation::Operation = crate::operation::Operation {
    id: "deleteContact",
    name: "delete_contact",
    method: "DELETE",
    path: "/agentassist/api/v1/public/{streamId}/contacts/{id}",
    status: 200u16,
    scope: "Configuration",
    retry: crate::operation::RetryClass::Idempotent,
    retry_why: "A deleted contact stays deleted. Where the first answer was lost, the repeat may find nothing: then the contact is already gone.",
};
/// What the document says of `bulkDeleteContacts`.
pub static BULK_DELETE_CONTACTS: crate::operation::Operation = crate::operation::Operation {
    id: "bulkDeleteContacts",
    name: "bulk_delete_contacts",
    method: "DELETE",
    path: "/agentassist/api/v1/public/{streamId}/contacts/bulk-delete",
    status: 200u16,
    scope: "Configuration",
    retry: crate::operation::RetryClass::Never,
    retry_why: "The answer is the only account of what happened to each id. A repeat would report the ids that the first request deleted as failed.",
};
/// What the document says of `deleteContactList`.
pub static DELETE_CONTACT_LIST: crate::operation::Operation = crate::operation::Operation {
    id: "deleteContactList",
    name: "delete_contact_list",
    method: "DELETE",
    path: "/agentassist/api/v1/public/{iId}/campaign/contactList/{contactListId}",
    status: 200u16,
    scope: "Campaign Management",
    retry: crate::operation::RetryClass::Idempotent,
    retry_why: "A deleted list stays deleted. Where the first answer was lost, the repeat may find nothing: then the list is already gone.",
};
/// The operations of the document, in its order.
pub static OPERATIONS: &[&crate::operation::Operation] = &[
    &LIST_CONTACTS,
    &UPDATE_CONTACT,
    &DELETE_CONTACT,
    &BULK_DELETE_CONTACTS,
    &DELETE_CONTACT_LIST,
];
