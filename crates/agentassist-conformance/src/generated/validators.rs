// Generated from `openapi/agentassist.yaml` by `cargo xtask generate`; do not edit.

use crate::streaming::{
    ArrayOf, AtLeast, Boolean, DateTime, Entries, FreeObject, HasPattern, IntegerOf, MinLength,
    Notes, Object, ObjectOf, ObjectOrText, OpenEnum, Pattern, Patterned, PlainSchema, Refused,
    Rest, Schema, TextOf, Vocabulary, json, part, unkept,
};
use serde_json::{Map, Value};
use std::sync::LazyLock;
/// The schema of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BodySchema {
    /// `/components/schemas/BulkDeleteRequest`
    BulkDeleteRequest,
    /// `/components/schemas/BulkDeleteResult`
    BulkDeleteResult,
    /// `/components/schemas/Contact`
    Contact,
    /// `/components/schemas/ContactListDeletion`
    ContactListDeletion,
    /// `/components/schemas/ContactPage`
    ContactPage,
    /// `/components/schemas/ContactUpdate`
    ContactUpdate,
    /// `/components/schemas/ErrorBody`
    ErrorBody,
}
impl BodySchema {
    /// Reads a body, and fails unless the schema allows it.
    pub(crate) fn read<'de>(
        self,
        text: &'de str,
        notes: &mut Notes,
    ) -> Result<(Said<'de>, &'de str), Refused> {
        Ok(match self {
            Self::BulkDeleteRequest => {
                let mut said = said::BulkDeleteRequest::default();
                let rest = <ObjectOf<BulkDeleteRequest> as Schema>::read(text, notes, &mut said)?;
                (Said::BulkDeleteRequest(said), rest)
            }
            Self::BulkDeleteResult => {
                let mut said = said::BulkDeleteResult::default();
                let rest = <ObjectOf<BulkDeleteResult> as Schema>::read(text, notes, &mut said)?;
                (Said::BulkDeleteResult(said), rest)
            }
            Self::Contact => {
                let mut said = said::Contact::default();
                let rest = <ObjectOf<Contact> as Schema>::read(text, notes, &mut said)?;
                (Said::Contact(said), rest)
            }
            Self::ContactListDeletion => {
                let mut said = said::ContactListDeletion::default();
                let rest = <ObjectOf<ContactListDeletion> as Schema>::read(text, notes, &mut said)?;
                (Said::ContactListDeletion(said), rest)
            }
            Self::ContactPage => {
                let mut said = said::ContactPage::default();
                let rest = <ObjectOf<ContactPage> as Schema>::read(text, notes, &mut said)?;
                (Said::ContactPage(said), rest)
            }
            Self::ContactUpdate => {
                let mut said = said::ContactUpdate::default();
                let rest = <ObjectOf<ContactUpdate> as Schema>::read(text, notes, &mut said)?;
                (Said::ContactUpdate(said), rest)
            }
            Self::ErrorBody => {
                let rest = unkept::<ObjectOf<ErrorBody>>(text, notes)?;
                (Said::Nothing, rest)
            }
        })
    }
    /// What is kept of a body that need not be allowed.
    pub(crate) fn said(self, tree: &Value) -> Said<'_> {
        match self {
            Self::BulkDeleteRequest => {
                Said::BulkDeleteRequest(<ObjectOf<BulkDeleteRequest> as Schema>::of(tree))
            }
            Self::BulkDeleteResult => {
                Said::BulkDeleteResult(<ObjectOf<BulkDeleteResult> as Schema>::of(tree))
            }
            Self::Contact => Said::Contact(<ObjectOf<Contact> as Schema>::of(tree)),
            Self::ContactListDeletion => {
                Said::ContactListDeletion(<ObjectOf<ContactListDeletion> as Schema>::of(tree))
            }
            Self::ContactPage => Said::ContactPage(<ObjectOf<ContactPage> as Schema>::of(tree)),
            Self::ContactUpdate => {
                Said::ContactUpdate(<ObjectOf<ContactUpdate> as Schema>::of(tree))
            }
            Self::ErrorBody => Said::Nothing,
        }
    }
}
/// The schema of a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ParameterSchema {
    /// `/components/parameters/Limit/schema`
    ComponentsParametersLimitSchema,
    /// `/components/parameters/Skip/schema`
    ComponentsParametersSkipSchema,
    /// `/components/schemas/AccountId`
    AccountId,
    /// `/components/schemas/ContactId`
    ContactId,
    /// `/components/schemas/ContactListId`
    ContactListId,
    /// `/components/schemas/StreamId`
    StreamId,
}
impl ParameterSchema {
    /// Whether the schema allows what a parameter says. Of one that it does not, others
    /// have to say so.
    pub(crate) fn allows(self, text: &str) -> bool {
        match self {
            Self::ComponentsParametersLimitSchema => {
                <IntegerOf<AtLeast<1>> as PlainSchema>::allows(text)
            }
            Self::ComponentsParametersSkipSchema => {
                <IntegerOf<AtLeast<0>> as PlainSchema>::allows(text)
            }
            Self::AccountId => <TextOf<Patterned<AccountId>> as PlainSchema>::allows(text),
            Self::ContactId => <TextOf<Patterned<ContactId>> as PlainSchema>::allows(text),
            Self::ContactListId => <TextOf<Patterned<ContactListId>> as PlainSchema>::allows(text),
            Self::StreamId => <TextOf<Patterned<StreamId>> as PlainSchema>::allows(text),
        }
    }
}
/// What is kept of a body.
#[derive(Debug, PartialEq)]
pub(crate) enum Said<'a> {
    /// Of `/components/schemas/BulkDeleteRequest`.
    BulkDeleteRequest(said::BulkDeleteRequest<'a>),
    /// Of `/components/schemas/BulkDeleteResult`.
    BulkDeleteResult(said::BulkDeleteResult<'a>),
    /// Of `/components/schemas/Contact`.
    Contact(said::Contact<'a>),
    /// Of `/components/schemas/ContactListDeletion`.
    ContactListDeletion(said::ContactListDeletion<'a>),
    /// Of `/components/schemas/ContactPage`.
    ContactPage(said::ContactPage<'a>),
    /// Of `/components/schemas/ContactUpdate`.
    ContactUpdate(said::ContactUpdate<'a>),
    /// Nothing is kept of other bodies.
    Nothing,
}
/// What the rules look at in each object.
pub(crate) mod said {
    use crate::moment::Moment;
    use std::borrow::Cow;
    /// What is kept of `/components/schemas/BulkDeleteRequest`.
    #[derive(Debug, Default, PartialEq)]
    pub(crate) struct BulkDeleteRequest<'a> {
        pub(crate) ids: Option<Vec<Option<Cow<'a, str>>>>,
    }
    /// What is kept of `/components/schemas/BulkDeleteResult`.
    #[derive(Debug, Default, PartialEq)]
    pub(crate) struct BulkDeleteResult<'a> {
        pub(crate) total_requested: Option<u64>,
        pub(crate) successful: Option<u64>,
        pub(crate) failed: Option<u64>,
        pub(crate) successful_records: Option<Vec<DeletedRecord<'a>>>,
        pub(crate) failed_records: Option<Vec<FailedRecord<'a>>>,
    }
    /// What is kept of `/components/schemas/CellPhone`.
    #[derive(Debug, Default, PartialEq)]
    pub(crate) struct CellPhone<'a> {
        pub(crate) extension: Option<Cow<'a, str>>,
        pub(crate) phone_number: Option<Cow<'a, str>>,
        pub(crate) country_code: Option<Cow<'a, str>>,
    }
    /// What is kept of `/components/schemas/CellPhoneUpdate`.
    #[derive(Debug, Default, PartialEq)]
    pub(crate) struct CellPhoneUpdate<'a> {
        pub(crate) phone_number: Option<Cow<'a, str>>,
        pub(crate) country_code: Option<Cow<'a, str>>,
        pub(crate) extension: Option<Cow<'a, str>>,
    }
    /// What is kept of `/components/schemas/Contact`.
    #[derive(Debug, Default, PartialEq)]
    pub(crate) struct Contact<'a> {
        pub(crate) id: Option<Cow<'a, str>>,
        pub(crate) first_name: Option<Cow<'a, str>>,
        pub(crate) last_name: Option<Cow<'a, str>>,
        pub(crate) full_name: Option<Cow<'a, str>>,
        pub(crate) salutation: Option<Cow<'a, str>>,
        pub(crate) cell_phone: CellPhone<'a>,
        pub(crate) status: Option<Cow<'a, str>>,
        pub(crate) instance_bot_id: Option<Cow<'a, str>>,
        pub(crate) account_id: Option<Cow<'a, str>>,
        pub(crate) created_at: Option<Moment>,
        pub(crate) updated_at: Option<Moment>,
    }
    /// What is kept of `/components/schemas/ContactList`.
    #[derive(Debug, Default, PartialEq)]
    pub(crate) struct ContactList<'a> {
        pub(crate) id: Option<Cow<'a, str>>,
        pub(crate) name: Option<Cow<'a, str>>,
        pub(crate) lname: Option<Cow<'a, str>>,
        pub(crate) i_id: Option<Cow<'a, str>>,
        pub(crate) account_id: Option<Cow<'a, str>>,
        pub(crate) created_at: Option<Moment>,
        pub(crate) updated_at: Option<Moment>,
    }
    /// What is kept of `/components/schemas/ContactListDeletion`.
    #[derive(Debug, Default, PartialEq)]
    pub(crate) struct ContactListDeletion<'a> {
        pub(crate) status: Option<Cow<'a, str>>,
        pub(crate) data: ContactList<'a>,
    }
    /// What is kept of `/components/schemas/ContactPage`.
    #[derive(Debug, Default, PartialEq)]
    pub(crate) struct ContactPage<'a> {
        pub(crate) results: Option<Vec<Contact<'a>>>,
        pub(crate) skip: Option<u64>,
        pub(crate) limit: Option<u64>,
        pub(crate) has_more: Option<bool>,
        pub(crate) total_pages: Option<u64>,
        pub(crate) total_results: Option<u64>,
    }
    /// What is kept of `/components/schemas/ContactUpdate`.
    #[derive(Debug, Default, PartialEq)]
    pub(crate) struct ContactUpdate<'a> {
        pub(crate) first_name: Option<Cow<'a, str>>,
        pub(crate) last_name: Option<Cow<'a, str>>,
        pub(crate) salutation: Option<Cow<'a, str>>,
        pub(crate) cell_phone: CellPhoneUpdate<'a>,
    }
    /// What is kept of `/components/schemas/DeletedRecord`.
    #[derive(Debug, Default, PartialEq)]
    pub(crate) struct DeletedRecord<'a> {
        pub(crate) id: Option<Cow<'a, str>>,
    }
    /// What is kept of `/components/schemas/FailedRecord`.
    #[derive(Debug, Default, PartialEq)]
    pub(crate) struct FailedRecord<'a> {
        pub(crate) id: Option<Cow<'a, str>>,
    }
}
/// Objects with their properties, and open vocabularies with their values.
pub(crate) const PLACES: [(&str, &[&str]); 23] = [
    ("/components/schemas/ApiConfigurations", &["dataSyncMode"]),
    ("/components/schemas/BulkDeleteRequest", &["ids"]),
    (
        "/components/schemas/BulkDeleteResult",
        &["totalRequested", "successful", "failed", "successfulRecords", "failedRecords"],
    ),
    ("/components/schemas/CampaignSummary", &["id", "name"]),
    ("/components/schemas/CellPhone", &["extension", "phoneNumber", "countryCode"]),
    ("/components/schemas/CellPhoneUpdate", &["phoneNumber", "countryCode", "extension"]),
    (
        "/components/schemas/Contact",
        &[
            "id",
            "firstName",
            "lastName",
            "fullName",
            "salutation",
            "cellPhone",
            "status",
            "instanceBotId",
            "orgId",
            "accountId",
            "createdBy",
            "createdByAId",
            "address",
            "twitterDetails",
            "createdAt",
            "updatedAt",
            "updatedBy",
            "updatedByAId",
        ],
    ),
    (
        "/components/schemas/ContactList",
        &[
            "_id",
            "isActive",
            "orgId",
            "name",
            "lname",
            "description",
            "totalRecordCount",
            "status",
            "createdBy",
            "updatedBy",
            "mapping",
            "isListInUse",
            "iId",
            "listType",
            "campaignInUse",
            "accountId",
            "source",
            "apiConfigurations",
            "files",
            "createdAt",
            "updatedAt",
        ],
    ),
    ("/components/schemas/ContactListDeletion", &["status", "message", "data"]),
    ("/components/schemas/ContactListFile", &["fileId", "fileName"]),
    (
        "/components/schemas/ContactListMapping",
        &["firstName", "lastName", "phoneNumber", "timeZone", "uniqueId"],
    ),
    (
        "/components/schemas/ContactPage",
        &["results", "skip", "limit", "hasMore", "totalPages", "totalResults"],
    ),
    ("/components/schemas/ContactUpdate", &["firstName", "lastName", "salutation", "cellPhone"]),
    ("/components/schemas/DeletedRecord", &["id"]),
    ("/components/schemas/ErrorBody", &["errors", "status", "message", "reason"]),
    ("/components/schemas/ErrorItem", &["msg", "message", "code"]),
    ("/components/schemas/FailedRecord", &["id", "reason"]),
    (
        "/components/schemas/ApiConfigurations/properties/dataSyncMode",
        &["allowDuplicates", "dontAllowDuplicates"],
    ),
    ("/components/schemas/Contact/properties/status", &["ACTIVE", "INACTIVE"]),
    ("/components/schemas/ContactList/properties/listType", &["call", "sms"]),
    (
        "/components/schemas/ContactList/properties/source",
        &["passiveApiIntegration", "passiveApi", "apiIntegration", "localDrive", "upload"],
    ),
    (
        "/components/schemas/ContactList/properties/status",
        &["Ready", "Validating", "Validated", "Invalid"],
    ),
    ("/components/schemas/ContactListDeletion/properties/status", &["success", "error", "failure"]),
];
/// `/components/schemas/ApiConfigurations`
struct ApiConfigurations;
impl Object for ApiConfigurations {
    const PLACE: usize = 0;
    const REQUIRED: u64 = 0x0000_0001;
    type Said<'a> = ();
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "dataSyncMode" => 0,
            _ => return None,
        })
    }
    fn in_order<'de>(
        entries: &mut Entries<'_, 'de>,
        said: &mut Self::Said<'de>,
    ) -> Result<(), Refused> {
        entries.likely::<Self, _>(0, b"\"dataSyncMode\":", said)?;
        Ok(())
    }
    #[inline]
    fn value<'de>(
        number: u32,
        text: &'de str,
        notes: &mut Notes,
        (): &mut Self::Said<'de>,
    ) -> Rest<'de> {
        match number {
            0 => unkept::<TextOf<OpenEnum<ApiConfigurationsPropertiesDataSyncMode>>>(text, notes),
            _ => json::anything(text, notes),
        }
    }
    fn of(_: &Map<String, Value>) {}
}
/// `/components/schemas/BulkDeleteRequest`
struct BulkDeleteRequest;
impl Object for BulkDeleteRequest {
    const PLACE: usize = 1;
    const REQUIRED: u64 = 0x0000_0001;
    type Said<'a> = said::BulkDeleteRequest<'a>;
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "ids" => 0,
            _ => return None,
        })
    }
    fn in_order<'de>(
        entries: &mut Entries<'_, 'de>,
        said: &mut Self::Said<'de>,
    ) -> Result<(), Refused> {
        entries.likely::<Self, _>(0, b"\"ids\":", said)?;
        Ok(())
    }
    #[inline]
    fn value<'de>(
        number: u32,
        text: &'de str,
        notes: &mut Notes,
        said: &mut Self::Said<'de>,
    ) -> Rest<'de> {
        match number {
            0 => {
                <ArrayOf<TextOf<Patterned<ContactId>>> as Schema>::read(text, notes, &mut said.ids)
            }
            _ => json::anything(text, notes),
        }
    }
    fn of(object: &Map<String, Value>) -> Self::Said<'_> {
        said::BulkDeleteRequest {
            ids: part::<ArrayOf<TextOf<Patterned<ContactId>>>>(object, "ids"),
        }
    }
}
/// `/components/schemas/BulkDeleteResult`
struct BulkDeleteResult;
impl Object for BulkDeleteResult {
    const PLACE: usize = 2;
    const REQUIRED: u64 = 0x0000_001f;
    type Said<'a> = said::BulkDeleteResult<'a>;
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "totalRequested" => 0,
            "successful" => 1,
            "failed" => 2,
            "successfulRecords" => 3,
            "failedRecords" => 4,
            _ => return None,
        })
    }
    fn in_order<'de>(
        entries: &mut Entries<'_, 'de>,
        said: &mut Self::Said<'de>,
    ) -> Result<(), Refused> {
        entries.likely::<Self, _>(0, b"\"totalRequested\":", said)?;
        entries.likely::<Self, _>(1, b"\"successful\":", said)?;
        entries.likely::<Self, _>(2, b"\"failed\":", said)?;
        entries.likely::<Self, _>(3, b"\"successfulRecords\":", said)?;
        entries.likely::<Self, _>(4, b"\"failedRecords\":", said)?;
        Ok(())
    }
    #[inline]
    fn value<'de>(
        number: u32,
        text: &'de str,
        notes: &mut Notes,
        said: &mut Self::Said<'de>,
    ) -> Rest<'de> {
        match number {
            0 => <IntegerOf<AtLeast<0>> as Schema>::read(text, notes, &mut said.total_requested),
            1 => <IntegerOf<AtLeast<0>> as Schema>::read(text, notes, &mut said.successful),
            2 => <IntegerOf<AtLeast<0>> as Schema>::read(text, notes, &mut said.failed),
            3 => <ArrayOf<ObjectOf<DeletedRecord>> as Schema>::read(
                text,
                notes,
                &mut said.successful_records,
            ),
            4 => <ArrayOf<ObjectOf<FailedRecord>> as Schema>::read(
                text,
                notes,
                &mut said.failed_records,
            ),
            _ => json::anything(text, notes),
        }
    }
    fn of(object: &Map<String, Value>) -> Self::Said<'_> {
        said::BulkDeleteResult {
            total_requested: part::<IntegerOf<AtLeast<0>>>(object, "totalRequested"),
            successful: part::<IntegerOf<AtLeast<0>>>(object, "successful"),
            failed: part::<IntegerOf<AtLeast<0>>>(object, "failed"),
            successful_records: part::<ArrayOf<ObjectOf<DeletedRecord>>>(
                object,
                "successfulRecords",
            ),
            failed_records: part::<ArrayOf<ObjectOf<FailedRecord>>>(object, "failedRecords"),
        }
    }
}
/// `/components/schemas/CampaignSummary`
struct CampaignSummary;
impl Object for CampaignSummary {
    const PLACE: usize = 3;
    const REQUIRED: u64 = 0x0000_0001;
    type Said<'a> = ();
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "id" => 0,
            "name" => 1,
            _ => return None,
        })
    }
    fn in_order<'de>(
        entries: &mut Entries<'_, 'de>,
        said: &mut Self::Said<'de>,
    ) -> Result<(), Refused> {
        entries.likely::<Self, _>(0, b"\"id\":", said)?;
        entries.likely::<Self, _>(1, b"\"name\":", said)?;
        Ok(())
    }
    #[inline]
    fn value<'de>(
        number: u32,
        text: &'de str,
        notes: &mut Notes,
        (): &mut Self::Said<'de>,
    ) -> Rest<'de> {
        match number {
            0 | 1 => unkept::<TextOf<()>>(text, notes),
            _ => json::anything(text, notes),
        }
    }
    fn of(_: &Map<String, Value>) {}
}
/// `/components/schemas/CellPhone`
struct CellPhone;
impl Object for CellPhone {
    const PLACE: usize = 4;
    const REQUIRED: u64 = 0x0000_0007;
    type Said<'a> = said::CellPhone<'a>;
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "extension" => 0,
            "phoneNumber" => 1,
            "countryCode" => 2,
            _ => return None,
        })
    }
    fn in_order<'de>(
        entries: &mut Entries<'_, 'de>,
        said: &mut Self::Said<'de>,
    ) -> Result<(), Refused> {
        entries.likely::<Self, _>(0, b"\"extension\":", said)?;
        entries.likely::<Self, _>(1, b"\"phoneNumber\":", said)?;
        entries.likely::<Self, _>(2, b"\"countryCode\":", said)?;
        Ok(())
    }
    #[inline]
    fn value<'de>(
        number: u32,
        text: &'de str,
        notes: &mut Notes,
        said: &mut Self::Said<'de>,
    ) -> Rest<'de> {
        match number {
            0 => <TextOf<()> as Schema>::read(text, notes, &mut said.extension),
            1 => <TextOf<()> as Schema>::read(text, notes, &mut said.phone_number),
            2 => <TextOf<()> as Schema>::read(text, notes, &mut said.country_code),
            _ => json::anything(text, notes),
        }
    }
    fn of(object: &Map<String, Value>) -> Self::Said<'_> {
        said::CellPhone {
            extension: part::<TextOf<()>>(object, "extension"),
            phone_number: part::<TextOf<()>>(object, "phoneNumber"),
            country_code: part::<TextOf<()>>(object, "countryCode"),
        }
    }
}
/// `/components/schemas/CellPhoneUpdate`
struct CellPhoneUpdate;
impl Object for CellPhoneUpdate {
    const PLACE: usize = 5;
    const REQUIRED: u64 = 0x0000_0000;
    type Said<'a> = said::CellPhoneUpdate<'a>;
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "phoneNumber" => 0,
            "countryCode" => 1,
            "extension" => 2,
            _ => return None,
        })
    }
    fn in_order<'de>(
        entries: &mut Entries<'_, 'de>,
        said: &mut Self::Said<'de>,
    ) -> Result<(), Refused> {
        entries.likely::<Self, _>(0, b"\"phoneNumber\":", said)?;
        entries.likely::<Self, _>(1, b"\"countryCode\":", said)?;
        entries.likely::<Self, _>(2, b"\"extension\":", said)?;
        Ok(())
    }
    #[inline]
    fn value<'de>(
        number: u32,
        text: &'de str,
        notes: &mut Notes,
        said: &mut Self::Said<'de>,
    ) -> Rest<'de> {
        match number {
            0 => <TextOf<()> as Schema>::read(text, notes, &mut said.phone_number),
            1 => <TextOf<()> as Schema>::read(text, notes, &mut said.country_code),
            2 => <TextOf<()> as Schema>::read(text, notes, &mut said.extension),
            _ => json::anything(text, notes),
        }
    }
    fn of(object: &Map<String, Value>) -> Self::Said<'_> {
        said::CellPhoneUpdate {
            phone_number: part::<TextOf<()>>(object, "phoneNumber"),
            country_code: part::<TextOf<()>>(object, "countryCode"),
            extension: part::<TextOf<()>>(object, "extension"),
        }
    }
}
/// `/components/schemas/Contact`
struct Contact;
impl Object for Contact {
    const PLACE: usize = 6;
    const REQUIRED: u64 = 0x0000_f7ff;
    type Said<'a> = said::Contact<'a>;
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "id" => 0,
            "firstName" => 1,
            "lastName" => 2,
            "fullName" => 3,
            "salutation" => 4,
            "cellPhone" => 5,
            "status" => 6,
            "instanceBotId" => 7,
            "orgId" => 8,
            "accountId" => 9,
            "createdBy" => 10,
            "createdByAId" => 11,
            "address" => 12,
            "twitterDetails" => 13,
            "createdAt" => 14,
            "updatedAt" => 15,
            "updatedBy" => 16,
            "updatedByAId" => 17,
            _ => return None,
        })
    }
    fn in_order<'de>(
        entries: &mut Entries<'_, 'de>,
        said: &mut Self::Said<'de>,
    ) -> Result<(), Refused> {
        entries.likely::<Self, _>(0, b"\"id\":", said)?;
        entries.likely::<Self, _>(1, b"\"firstName\":", said)?;
        entries.likely::<Self, _>(2, b"\"lastName\":", said)?;
        entries.likely::<Self, _>(3, b"\"fullName\":", said)?;
        entries.likely::<Self, _>(4, b"\"salutation\":", said)?;
        entries.likely::<Self, _>(5, b"\"cellPhone\":", said)?;
        entries.likely::<Self, _>(6, b"\"status\":", said)?;
        entries.likely::<Self, _>(7, b"\"instanceBotId\":", said)?;
        entries.likely::<Self, _>(8, b"\"orgId\":", said)?;
        entries.likely::<Self, _>(9, b"\"accountId\":", said)?;
        entries.likely::<Self, _>(10, b"\"createdBy\":", said)?;
        entries.likely::<Self, _>(11, b"\"createdByAId\":", said)?;
        entries.likely::<Self, _>(12, b"\"address\":", said)?;
        entries.likely::<Self, _>(13, b"\"twitterDetails\":", said)?;
        entries.likely::<Self, _>(14, b"\"createdAt\":", said)?;
        entries.likely::<Self, _>(15, b"\"updatedAt\":", said)?;
        entries.likely::<Self, _>(16, b"\"updatedBy\":", said)?;
        entries.likely::<Self, _>(17, b"\"updatedByAId\":", said)?;
        Ok(())
    }
    #[inline]
    fn value<'de>(
        number: u32,
        text: &'de str,
        notes: &mut Notes,
        said: &mut Self::Said<'de>,
    ) -> Rest<'de> {
        match number {
            0 => <TextOf<MinLength<1>> as Schema>::read(text, notes, &mut said.id),
            1 => <TextOf<()> as Schema>::read(text, notes, &mut said.first_name),
            2 => <TextOf<()> as Schema>::read(text, notes, &mut said.last_name),
            3 => <TextOf<()> as Schema>::read(text, notes, &mut said.full_name),
            4 => <TextOf<()> as Schema>::read(text, notes, &mut said.salutation),
            5 => <ObjectOf<CellPhone> as Schema>::read(text, notes, &mut said.cell_phone),
            6 => <TextOf<OpenEnum<ContactPropertiesStatus>> as Schema>::read(
                text,
                notes,
                &mut said.status,
            ),
            7 => <TextOf<()> as Schema>::read(text, notes, &mut said.instance_bot_id),
            9 => <TextOf<()> as Schema>::read(text, notes, &mut said.account_id),
            14 => <DateTime as Schema>::read(text, notes, &mut said.created_at),
            15 => <DateTime as Schema>::read(text, notes, &mut said.updated_at),
            8 | 10 | 11 | 16 | 17 => unkept::<TextOf<()>>(text, notes),
            12 | 13 => unkept::<ArrayOf<FreeObject>>(text, notes),
            _ => json::anything(text, notes),
        }
    }
    fn of(object: &Map<String, Value>) -> Self::Said<'_> {
        said::Contact {
            id: part::<TextOf<MinLength<1>>>(object, "id"),
            first_name: part::<TextOf<()>>(object, "firstName"),
            last_name: part::<TextOf<()>>(object, "lastName"),
            full_name: part::<TextOf<()>>(object, "fullName"),
            salutation: part::<TextOf<()>>(object, "salutation"),
            cell_phone: part::<ObjectOf<CellPhone>>(object, "cellPhone"),
            status: part::<TextOf<OpenEnum<ContactPropertiesStatus>>>(object, "status"),
            instance_bot_id: part::<TextOf<()>>(object, "instanceBotId"),
            account_id: part::<TextOf<()>>(object, "accountId"),
            created_at: part::<DateTime>(object, "createdAt"),
            updated_at: part::<DateTime>(object, "updatedAt"),
        }
    }
}
/// `/components/schemas/ContactList`
struct ContactList;
impl Object for ContactList {
    const PLACE: usize = 7;
    const REQUIRED: u64 = 0x001f_ffff;
    type Said<'a> = said::ContactList<'a>;
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "_id" => 0,
            "isActive" => 1,
            "orgId" => 2,
            "name" => 3,
            "lname" => 4,
            "description" => 5,
            "totalRecordCount" => 6,
            "status" => 7,
            "createdBy" => 8,
            "updatedBy" => 9,
            "mapping" => 10,
            "isListInUse" => 11,
            "iId" => 12,
            "listType" => 13,
            "campaignInUse" => 14,
            "accountId" => 15,
            "source" => 16,
            "apiConfigurations" => 17,
            "files" => 18,
            "createdAt" => 19,
            "updatedAt" => 20,
            _ => return None,
        })
    }
    fn in_order<'de>(
        entries: &mut Entries<'_, 'de>,
        said: &mut Self::Said<'de>,
    ) -> Result<(), Refused> {
        entries.likely::<Self, _>(0, b"\"_id\":", said)?;
        entries.likely::<Self, _>(1, b"\"isActive\":", said)?;
        entries.likely::<Self, _>(2, b"\"orgId\":", said)?;
        entries.likely::<Self, _>(3, b"\"name\":", said)?;
        entries.likely::<Self, _>(4, b"\"lname\":", said)?;
        entries.likely::<Self, _>(5, b"\"description\":", said)?;
        entries.likely::<Self, _>(6, b"\"totalRecordCount\":", said)?;
        entries.likely::<Self, _>(7, b"\"status\":", said)?;
        entries.likely::<Self, _>(8, b"\"createdBy\":", said)?;
        entries.likely::<Self, _>(9, b"\"updatedBy\":", said)?;
        entries.likely::<Self, _>(10, b"\"mapping\":", said)?;
        entries.likely::<Self, _>(11, b"\"isListInUse\":", said)?;
        entries.likely::<Self, _>(12, b"\"iId\":", said)?;
        entries.likely::<Self, _>(13, b"\"listType\":", said)?;
        entries.likely::<Self, _>(14, b"\"campaignInUse\":", said)?;
        entries.likely::<Self, _>(15, b"\"accountId\":", said)?;
        entries.likely::<Self, _>(16, b"\"source\":", said)?;
        entries.likely::<Self, _>(17, b"\"apiConfigurations\":", said)?;
        entries.likely::<Self, _>(18, b"\"files\":", said)?;
        entries.likely::<Self, _>(19, b"\"createdAt\":", said)?;
        entries.likely::<Self, _>(20, b"\"updatedAt\":", said)?;
        Ok(())
    }
    #[inline]
    fn value<'de>(
        number: u32,
        text: &'de str,
        notes: &mut Notes,
        said: &mut Self::Said<'de>,
    ) -> Rest<'de> {
        match number {
            0 => <TextOf<MinLength<1>> as Schema>::read(text, notes, &mut said.id),
            3 => <TextOf<()> as Schema>::read(text, notes, &mut said.name),
            4 => <TextOf<()> as Schema>::read(text, notes, &mut said.lname),
            12 => <TextOf<()> as Schema>::read(text, notes, &mut said.i_id),
            15 => <TextOf<()> as Schema>::read(text, notes, &mut said.account_id),
            19 => <DateTime as Schema>::read(text, notes, &mut said.created_at),
            20 => <DateTime as Schema>::read(text, notes, &mut said.updated_at),
            1 | 11 => unkept::<Boolean>(text, notes),
            2 | 5 | 8 | 9 => unkept::<TextOf<()>>(text, notes),
            6 => unkept::<IntegerOf<AtLeast<0>>>(text, notes),
            7 => unkept::<TextOf<OpenEnum<ContactListPropertiesStatus>>>(text, notes),
            10 => unkept::<ObjectOf<ContactListMapping>>(text, notes),
            13 => unkept::<TextOf<OpenEnum<ContactListPropertiesListType>>>(text, notes),
            14 => unkept::<ArrayOf<ObjectOrText<CampaignSummary, ()>>>(text, notes),
            16 => unkept::<TextOf<OpenEnum<ContactListPropertiesSource>>>(text, notes),
            17 => unkept::<ObjectOf<ApiConfigurations>>(text, notes),
            18 => unkept::<ArrayOf<ObjectOf<ContactListFile>>>(text, notes),
            _ => json::anything(text, notes),
        }
    }
    fn of(object: &Map<String, Value>) -> Self::Said<'_> {
        said::ContactList {
            id: part::<TextOf<MinLength<1>>>(object, "_id"),
            name: part::<TextOf<()>>(object, "name"),
            lname: part::<TextOf<()>>(object, "lname"),
            i_id: part::<TextOf<()>>(object, "iId"),
            account_id: part::<TextOf<()>>(object, "accountId"),
            created_at: part::<DateTime>(object, "createdAt"),
            updated_at: part::<DateTime>(object, "updatedAt"),
        }
    }
}
/// `/components/schemas/ContactListDeletion`
struct ContactListDeletion;
impl Object for ContactListDeletion {
    const PLACE: usize = 8;
    const REQUIRED: u64 = 0x0000_0007;
    type Said<'a> = said::ContactListDeletion<'a>;
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "status" => 0,
            "message" => 1,
            "data" => 2,
            _ => return None,
        })
    }
    fn in_order<'de>(
        entries: &mut Entries<'_, 'de>,
        said: &mut Self::Said<'de>,
    ) -> Result<(), Refused> {
        entries.likely::<Self, _>(0, b"\"status\":", said)?;
        entries.likely::<Self, _>(1, b"\"message\":", said)?;
        entries.likely::<Self, _>(2, b"\"data\":", said)?;
        Ok(())
    }
    #[inline]
    fn value<'de>(
        number: u32,
        text: &'de str,
        notes: &mut Notes,
        said: &mut Self::Said<'de>,
    ) -> Rest<'de> {
        match number {
            0 => <TextOf<OpenEnum<ContactListDeletionPropertiesStatus>> as Schema>::read(
                text,
                notes,
                &mut said.status,
            ),
            2 => <ObjectOf<ContactList> as Schema>::read(text, notes, &mut said.data),
            1 => unkept::<TextOf<()>>(text, notes),
            _ => json::anything(text, notes),
        }
    }
    fn of(object: &Map<String, Value>) -> Self::Said<'_> {
        said::ContactListDeletion {
            status: part::<TextOf<OpenEnum<ContactListDeletionPropertiesStatus>>>(object, "status"),
            data: part::<ObjectOf<ContactList>>(object, "data"),
        }
    }
}
/// `/components/schemas/ContactListFile`
struct ContactListFile;
impl Object for ContactListFile {
    const PLACE: usize = 9;
    const REQUIRED: u64 = 0x0000_0000;
    type Said<'a> = ();
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "fileId" => 0,
            "fileName" => 1,
            _ => return None,
        })
    }
    fn in_order<'de>(
        entries: &mut Entries<'_, 'de>,
        said: &mut Self::Said<'de>,
    ) -> Result<(), Refused> {
        entries.likely::<Self, _>(0, b"\"fileId\":", said)?;
        entries.likely::<Self, _>(1, b"\"fileName\":", said)?;
        Ok(())
    }
    #[inline]
    fn value<'de>(
        number: u32,
        text: &'de str,
        notes: &mut Notes,
        (): &mut Self::Said<'de>,
    ) -> Rest<'de> {
        match number {
            0 | 1 => unkept::<TextOf<()>>(text, notes),
            _ => json::anything(text, notes),
        }
    }
    fn of(_: &Map<String, Value>) {}
}
/// `/components/schemas/ContactListMapping`
struct ContactListMapping;
impl Object for ContactListMapping {
    const PLACE: usize = 10;
    const REQUIRED: u64 = 0x0000_001f;
    type Said<'a> = ();
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "firstName" => 0,
            "lastName" => 1,
            "phoneNumber" => 2,
            "timeZone" => 3,
            "uniqueId" => 4,
            _ => return None,
        })
    }
    fn in_order<'de>(
        entries: &mut Entries<'_, 'de>,
        said: &mut Self::Said<'de>,
    ) -> Result<(), Refused> {
        entries.likely::<Self, _>(0, b"\"firstName\":", said)?;
        entries.likely::<Self, _>(1, b"\"lastName\":", said)?;
        entries.likely::<Self, _>(2, b"\"phoneNumber\":", said)?;
        entries.likely::<Self, _>(3, b"\"timeZone\":", said)?;
        entries.likely::<Self, _>(4, b"\"uniqueId\":", said)?;
        Ok(())
    }
    #[inline]
    fn value<'de>(
        number: u32,
        text: &'de str,
        notes: &mut Notes,
        (): &mut Self::Said<'de>,
    ) -> Rest<'de> {
        match number {
            0..=4 => unkept::<TextOf<()>>(text, notes),
            _ => json::anything(text, notes),
        }
    }
    fn of(_: &Map<String, Value>) {}
}
/// `/components/schemas/ContactPage`
struct ContactPage;
impl Object for ContactPage {
    const PLACE: usize = 11;
    const REQUIRED: u64 = 0x0000_003f;
    type Said<'a> = said::ContactPage<'a>;
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "results" => 0,
            "skip" => 1,
            "limit" => 2,
            "hasMore" => 3,
            "totalPages" => 4,
            "totalResults" => 5,
            _ => return None,
        })
    }
    fn in_order<'de>(
        entries: &mut Entries<'_, 'de>,
        said: &mut Self::Said<'de>,
    ) -> Result<(), Refused> {
        entries.likely::<Self, _>(0, b"\"results\":", said)?;
        entries.likely::<Self, _>(1, b"\"skip\":", said)?;
        entries.likely::<Self, _>(2, b"\"limit\":", said)?;
        entries.likely::<Self, _>(3, b"\"hasMore\":", said)?;
        entries.likely::<Self, _>(4, b"\"totalPages\":", said)?;
        entries.likely::<Self, _>(5, b"\"totalResults\":", said)?;
        Ok(())
    }
    #[inline]
    fn value<'de>(
        number: u32,
        text: &'de str,
        notes: &mut Notes,
        said: &mut Self::Said<'de>,
    ) -> Rest<'de> {
        match number {
            0 => <ArrayOf<ObjectOf<Contact>> as Schema>::read(text, notes, &mut said.results),
            1 => <IntegerOf<AtLeast<0>> as Schema>::read(text, notes, &mut said.skip),
            2 => <IntegerOf<AtLeast<0>> as Schema>::read(text, notes, &mut said.limit),
            3 => <Boolean as Schema>::read(text, notes, &mut said.has_more),
            4 => <IntegerOf<AtLeast<0>> as Schema>::read(text, notes, &mut said.total_pages),
            5 => <IntegerOf<AtLeast<0>> as Schema>::read(text, notes, &mut said.total_results),
            _ => json::anything(text, notes),
        }
    }
    fn of(object: &Map<String, Value>) -> Self::Said<'_> {
        said::ContactPage {
            results: part::<ArrayOf<ObjectOf<Contact>>>(object, "results"),
            skip: part::<IntegerOf<AtLeast<0>>>(object, "skip"),
            limit: part::<IntegerOf<AtLeast<0>>>(object, "limit"),
            has_more: part::<Boolean>(object, "hasMore"),
            total_pages: part::<IntegerOf<AtLeast<0>>>(object, "totalPages"),
            total_results: part::<IntegerOf<AtLeast<0>>>(object, "totalResults"),
        }
    }
}
/// `/components/schemas/ContactUpdate`
struct ContactUpdate;
impl Object for ContactUpdate {
    const PLACE: usize = 12;
    const REQUIRED: u64 = 0x0000_0000;
    type Said<'a> = said::ContactUpdate<'a>;
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "firstName" => 0,
            "lastName" => 1,
            "salutation" => 2,
            "cellPhone" => 3,
            _ => return None,
        })
    }
    fn in_order<'de>(
        entries: &mut Entries<'_, 'de>,
        said: &mut Self::Said<'de>,
    ) -> Result<(), Refused> {
        entries.likely::<Self, _>(0, b"\"firstName\":", said)?;
        entries.likely::<Self, _>(1, b"\"lastName\":", said)?;
        entries.likely::<Self, _>(2, b"\"salutation\":", said)?;
        entries.likely::<Self, _>(3, b"\"cellPhone\":", said)?;
        Ok(())
    }
    #[inline]
    fn value<'de>(
        number: u32,
        text: &'de str,
        notes: &mut Notes,
        said: &mut Self::Said<'de>,
    ) -> Rest<'de> {
        match number {
            0 => <TextOf<()> as Schema>::read(text, notes, &mut said.first_name),
            1 => <TextOf<()> as Schema>::read(text, notes, &mut said.last_name),
            2 => <TextOf<()> as Schema>::read(text, notes, &mut said.salutation),
            3 => <ObjectOf<CellPhoneUpdate> as Schema>::read(text, notes, &mut said.cell_phone),
            _ => json::anything(text, notes),
        }
    }
    fn of(object: &Map<String, Value>) -> Self::Said<'_> {
        said::ContactUpdate {
            first_name: part::<TextOf<()>>(object, "firstName"),
            last_name: part::<TextOf<()>>(object, "lastName"),
            salutation: part::<TextOf<()>>(object, "salutation"),
            cell_phone: part::<ObjectOf<CellPhoneUpdate>>(object, "cellPhone"),
        }
    }
}
/// `/components/schemas/DeletedRecord`
struct DeletedRecord;
impl Object for DeletedRecord {
    const PLACE: usize = 13;
    const REQUIRED: u64 = 0x0000_0001;
    type Said<'a> = said::DeletedRecord<'a>;
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "id" => 0,
            _ => return None,
        })
    }
    fn in_order<'de>(
        entries: &mut Entries<'_, 'de>,
        said: &mut Self::Said<'de>,
    ) -> Result<(), Refused> {
        entries.likely::<Self, _>(0, b"\"id\":", said)?;
        Ok(())
    }
    #[inline]
    fn value<'de>(
        number: u32,
        text: &'de str,
        notes: &mut Notes,
        said: &mut Self::Said<'de>,
    ) -> Rest<'de> {
        match number {
            0 => <TextOf<MinLength<1>> as Schema>::read(text, notes, &mut said.id),
            _ => json::anything(text, notes),
        }
    }
    fn of(object: &Map<String, Value>) -> Self::Said<'_> {
        said::DeletedRecord { id: part::<TextOf<MinLength<1>>>(object, "id") }
    }
}
/// `/components/schemas/ErrorBody`
struct ErrorBody;
impl Object for ErrorBody {
    const PLACE: usize = 14;
    const REQUIRED: u64 = 0x0000_0000;
    const REQUIRED_ANY: &'static [u64] = &[0x0000_0001, 0x0000_0004, 0x0000_0008];
    type Said<'a> = ();
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "errors" => 0,
            "status" => 1,
            "message" => 2,
            "reason" => 3,
            _ => return None,
        })
    }
    fn in_order<'de>(
        entries: &mut Entries<'_, 'de>,
        said: &mut Self::Said<'de>,
    ) -> Result<(), Refused> {
        entries.likely::<Self, _>(0, b"\"errors\":", said)?;
        entries.likely::<Self, _>(1, b"\"status\":", said)?;
        entries.likely::<Self, _>(2, b"\"message\":", said)?;
        entries.likely::<Self, _>(3, b"\"reason\":", said)?;
        Ok(())
    }
    #[inline]
    fn value<'de>(
        number: u32,
        text: &'de str,
        notes: &mut Notes,
        (): &mut Self::Said<'de>,
    ) -> Rest<'de> {
        match number {
            0 => unkept::<ArrayOf<ObjectOf<ErrorItem>>>(text, notes),
            1..=3 => unkept::<TextOf<()>>(text, notes),
            _ => json::anything(text, notes),
        }
    }
    fn of(_: &Map<String, Value>) {}
}
/// `/components/schemas/ErrorItem`
struct ErrorItem;
impl Object for ErrorItem {
    const PLACE: usize = 15;
    const REQUIRED: u64 = 0x0000_0000;
    type Said<'a> = ();
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "msg" => 0,
            "message" => 1,
            "code" => 2,
            _ => return None,
        })
    }
    fn in_order<'de>(
        entries: &mut Entries<'_, 'de>,
        said: &mut Self::Said<'de>,
    ) -> Result<(), Refused> {
        entries.likely::<Self, _>(0, b"\"msg\":", said)?;
        entries.likely::<Self, _>(1, b"\"message\":", said)?;
        entries.likely::<Self, _>(2, b"\"code\":", said)?;
        Ok(())
    }
    #[inline]
    fn value<'de>(
        number: u32,
        text: &'de str,
        notes: &mut Notes,
        (): &mut Self::Said<'de>,
    ) -> Rest<'de> {
        match number {
            0 | 1 => unkept::<TextOf<()>>(text, notes),
            2 => unkept::<IntegerOf<()>>(text, notes),
            _ => json::anything(text, notes),
        }
    }
    fn of(_: &Map<String, Value>) {}
}
/// `/components/schemas/FailedRecord`
struct FailedRecord;
impl Object for FailedRecord {
    const PLACE: usize = 16;
    const REQUIRED: u64 = 0x0000_0000;
    type Said<'a> = said::FailedRecord<'a>;
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "id" => 0,
            "reason" => 1,
            _ => return None,
        })
    }
    fn in_order<'de>(
        entries: &mut Entries<'_, 'de>,
        said: &mut Self::Said<'de>,
    ) -> Result<(), Refused> {
        entries.likely::<Self, _>(0, b"\"id\":", said)?;
        entries.likely::<Self, _>(1, b"\"reason\":", said)?;
        Ok(())
    }
    #[inline]
    fn value<'de>(
        number: u32,
        text: &'de str,
        notes: &mut Notes,
        said: &mut Self::Said<'de>,
    ) -> Rest<'de> {
        match number {
            0 => <TextOf<()> as Schema>::read(text, notes, &mut said.id),
            1 => unkept::<TextOf<()>>(text, notes),
            _ => json::anything(text, notes),
        }
    }
    fn of(object: &Map<String, Value>) -> Self::Said<'_> {
        said::FailedRecord { id: part::<TextOf<()>>(object, "id") }
    }
}
/// The pattern of `/components/schemas/AccountId`
struct AccountId;
impl HasPattern for AccountId {
    fn pattern() -> &'static Pattern {
        static PATTERN: LazyLock<Pattern> =
            LazyLock::new(|| Pattern::new("^(?:[\\u0021-\\u007e]+)$", None));
        &PATTERN
    }
}
/// The values of `/components/schemas/ApiConfigurations/properties/dataSyncMode`
struct ApiConfigurationsPropertiesDataSyncMode;
impl Vocabulary for ApiConfigurationsPropertiesDataSyncMode {
    const PLACE: usize = 17;
    fn number(text: &str) -> Option<u32> {
        Some(match text {
            "allowDuplicates" => 0,
            "dontAllowDuplicates" => 1,
            _ => return None,
        })
    }
}
/// The values of `/components/schemas/Contact/properties/status`
struct ContactPropertiesStatus;
impl Vocabulary for ContactPropertiesStatus {
    const PLACE: usize = 18;
    fn number(text: &str) -> Option<u32> {
        Some(match text {
            "ACTIVE" => 0,
            "INACTIVE" => 1,
            _ => return None,
        })
    }
}
/// The pattern of `/components/schemas/ContactId`
struct ContactId;
impl HasPattern for ContactId {
    fn pattern() -> &'static Pattern {
        static PATTERN: LazyLock<Pattern> = LazyLock::new(|| {
            Pattern::new(
                "^(?:[^/\\u0000-\\u001f\\u007f]+)$",
                Some("^(?:(?:bulk-delete|bulk-update|\\.{1,2}))$"),
            )
        });
        &PATTERN
    }
}
/// The values of `/components/schemas/ContactList/properties/listType`
struct ContactListPropertiesListType;
impl Vocabulary for ContactListPropertiesListType {
    const PLACE: usize = 19;
    fn number(text: &str) -> Option<u32> {
        Some(match text {
            "call" => 0,
            "sms" => 1,
            _ => return None,
        })
    }
}
/// The values of `/components/schemas/ContactList/properties/source`
struct ContactListPropertiesSource;
impl Vocabulary for ContactListPropertiesSource {
    const PLACE: usize = 20;
    fn number(text: &str) -> Option<u32> {
        Some(match text {
            "passiveApiIntegration" => 0,
            "passiveApi" => 1,
            "apiIntegration" => 2,
            "localDrive" => 3,
            "upload" => 4,
            _ => return None,
        })
    }
}
/// The values of `/components/schemas/ContactList/properties/status`
struct ContactListPropertiesStatus;
impl Vocabulary for ContactListPropertiesStatus {
    const PLACE: usize = 21;
    fn number(text: &str) -> Option<u32> {
        Some(match text {
            "Ready" => 0,
            "Validating" => 1,
            "Validated" => 2,
            "Invalid" => 3,
            _ => return None,
        })
    }
}
/// The values of `/components/schemas/ContactListDeletion/properties/status`
struct ContactListDeletionPropertiesStatus;
impl Vocabulary for ContactListDeletionPropertiesStatus {
    const PLACE: usize = 22;
    fn number(text: &str) -> Option<u32> {
        Some(match text {
            "success" => 0,
            "error" => 1,
            "failure" => 2,
            _ => return None,
        })
    }
}
/// The pattern of `/components/schemas/ContactListId`
struct ContactListId;
impl HasPattern for ContactListId {
    fn pattern() -> &'static Pattern {
        static PATTERN: LazyLock<Pattern> = LazyLock::new(|| {
            Pattern::new("^(?:[^/\\u0000-\\u001f\\u007f]+)$", Some("^(?:\\.{1,2})$"))
        });
        &PATTERN
    }
}
/// The pattern of `/components/schemas/StreamId`
struct StreamId;
impl HasPattern for StreamId {
    fn pattern() -> &'static Pattern {
        static PATTERN: LazyLock<Pattern> = LazyLock::new(|| {
            Pattern::new("^(?:[^/\\u0000-\\u001f\\u007f]+)$", Some("^(?:\\.{1,2})$"))
        });
        &PATTERN
    }
}
