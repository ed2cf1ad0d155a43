// Generated from `openapi/agentassist.yaml` by `cargo xtask generate`; do not edit.

use crate::streaming::{
    Anything, ArrayOf, AtLeast, Boolean, DateTime, FreeObject, HasPattern, IntegerOf, MinLength,
    Notes, Object, ObjectOf, ObjectOrText, OpenEnum, Pattern, Patterned, TextOf, Verdict,
    Vocabulary, property, verdict,
};
use serde::de::MapAccess;
use std::sync::LazyLock;
/// Holds a text against `/components/schemas/BulkDeleteRequest`.
pub(crate) fn bulk_delete_request(json: &str) -> Verdict {
    verdict::<ObjectOf<BulkDeleteRequest>>(json)
}
/// Holds a text against `/components/schemas/BulkDeleteResult`.
pub(crate) fn bulk_delete_result(json: &str) -> Verdict {
    verdict::<ObjectOf<BulkDeleteResult>>(json)
}
/// Holds a text against `/components/schemas/Contact`.
pub(crate) fn contact(json: &str) -> Verdict {
    verdict::<ObjectOf<Contact>>(json)
}
/// Holds a text against `/components/schemas/ContactListDeletion`.
pub(crate) fn contact_list_deletion(json: &str) -> Verdict {
    verdict::<ObjectOf<ContactListDeletion>>(json)
}
/// Holds a text against `/components/schemas/ContactPage`.
pub(crate) fn contact_page(json: &str) -> Verdict {
    verdict::<ObjectOf<ContactPage>>(json)
}
/// Holds a text against `/components/schemas/ContactUpdate`.
pub(crate) fn contact_update(json: &str) -> Verdict {
    verdict::<ObjectOf<ContactUpdate>>(json)
}
/// Holds a text against `/components/schemas/ErrorBody`.
pub(crate) fn error_body(json: &str) -> Verdict {
    verdict::<ObjectOf<ErrorBody>>(json)
}
/// `/components/schemas/ApiConfigurations`
struct ApiConfigurations;
impl Object for ApiConfigurations {
    const REQUIRED: u64 = 0x0000_0001;
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "dataSyncMode" => 0,
            _ => return None,
        })
    }
    fn value<'de, A: MapAccess<'de>>(
        number: u32,
        map: &mut A,
        notes: &Notes,
    ) -> Result<(), A::Error> {
        match number {
            0 => {
                property::<TextOf<OpenEnum<ApiConfigurationsPropertiesDataSyncMode>>, A>(map, notes)
            }
            _ => property::<Anything, A>(map, notes),
        }
    }
}
/// `/components/schemas/BulkDeleteRequest`
struct BulkDeleteRequest;
impl Object for BulkDeleteRequest {
    const REQUIRED: u64 = 0x0000_0001;
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "ids" => 0,
            _ => return None,
        })
    }
    fn value<'de, A: MapAccess<'de>>(
        number: u32,
        map: &mut A,
        notes: &Notes,
    ) -> Result<(), A::Error> {
        match number {
            0 => property::<ArrayOf<TextOf<Patterned<ContactId>>>, A>(map, notes),
            _ => property::<Anything, A>(map, notes),
        }
    }
}
/// `/components/schemas/BulkDeleteResult`
struct BulkDeleteResult;
impl Object for BulkDeleteResult {
    const REQUIRED: u64 = 0x0000_001f;
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
    fn value<'de, A: MapAccess<'de>>(
        number: u32,
        map: &mut A,
        notes: &Notes,
    ) -> Result<(), A::Error> {
        match number {
            0..=2 => property::<IntegerOf<AtLeast<0>>, A>(map, notes),
            3 => property::<ArrayOf<ObjectOf<DeletedRecord>>, A>(map, notes),
            4 => property::<ArrayOf<ObjectOf<FailedRecord>>, A>(map, notes),
            _ => property::<Anything, A>(map, notes),
        }
    }
}
/// `/components/schemas/CampaignSummary`
struct CampaignSummary;
impl Object for CampaignSummary {
    const REQUIRED: u64 = 0x0000_0001;
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "id" => 0,
            "name" => 1,
            _ => return None,
        })
    }
    fn value<'de, A: MapAccess<'de>>(
        number: u32,
        map: &mut A,
        notes: &Notes,
    ) -> Result<(), A::Error> {
        match number {
            0 | 1 => property::<TextOf<()>, A>(map, notes),
            _ => property::<Anything, A>(map, notes),
        }
    }
}
/// `/components/schemas/CellPhone`
struct CellPhone;
impl Object for CellPhone {
    const REQUIRED: u64 = 0x0000_0007;
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "extension" => 0,
            "phoneNumber" => 1,
            "countryCode" => 2,
            _ => return None,
        })
    }
    fn value<'de, A: MapAccess<'de>>(
        number: u32,
        map: &mut A,
        notes: &Notes,
    ) -> Result<(), A::Error> {
        match number {
            0..=2 => property::<TextOf<()>, A>(map, notes),
            _ => property::<Anything, A>(map, notes),
        }
    }
}
/// `/components/schemas/CellPhoneUpdate`
struct CellPhoneUpdate;
impl Object for CellPhoneUpdate {
    const REQUIRED: u64 = 0x0000_0000;
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "phoneNumber" => 0,
            "countryCode" => 1,
            "extension" => 2,
            _ => return None,
        })
    }
    fn value<'de, A: MapAccess<'de>>(
        number: u32,
        map: &mut A,
        notes: &Notes,
    ) -> Result<(), A::Error> {
        match number {
            0..=2 => property::<TextOf<()>, A>(map, notes),
            _ => property::<Anything, A>(map, notes),
        }
    }
}
/// `/components/schemas/Contact`
struct Contact;
impl Object for Contact {
    const REQUIRED: u64 = 0x0000_f7ff;
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
    fn value<'de, A: MapAccess<'de>>(
        number: u32,
        map: &mut A,
        notes: &Notes,
    ) -> Result<(), A::Error> {
        match number {
            0 => property::<TextOf<MinLength<1>>, A>(map, notes),
            1 | 2 | 3 | 4 | 7 | 8 | 9 | 10 | 11 | 16 | 17 => property::<TextOf<()>, A>(map, notes),
            5 => property::<ObjectOf<CellPhone>, A>(map, notes),
            6 => property::<TextOf<OpenEnum<ContactPropertiesStatus>>, A>(map, notes),
            12 | 13 => property::<ArrayOf<FreeObject>, A>(map, notes),
            14 | 15 => property::<TextOf<DateTime>, A>(map, notes),
            _ => property::<Anything, A>(map, notes),
        }
    }
}
/// `/components/schemas/ContactList`
struct ContactList;
impl Object for ContactList {
    const REQUIRED: u64 = 0x001f_ffff;
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
    fn value<'de, A: MapAccess<'de>>(
        number: u32,
        map: &mut A,
        notes: &Notes,
    ) -> Result<(), A::Error> {
        match number {
            0 => property::<TextOf<MinLength<1>>, A>(map, notes),
            1 | 11 => property::<Boolean, A>(map, notes),
            2 | 3 | 4 | 5 | 8 | 9 | 12 | 15 => property::<TextOf<()>, A>(map, notes),
            6 => property::<IntegerOf<AtLeast<0>>, A>(map, notes),
            7 => property::<TextOf<OpenEnum<ContactListPropertiesStatus>>, A>(map, notes),
            10 => property::<ObjectOf<ContactListMapping>, A>(map, notes),
            13 => property::<TextOf<OpenEnum<ContactListPropertiesListType>>, A>(map, notes),
            14 => property::<ArrayOf<ObjectOrText<CampaignSummary, ()>>, A>(map, notes),
            16 => property::<TextOf<OpenEnum<ContactListPropertiesSource>>, A>(map, notes),
            17 => property::<ObjectOf<ApiConfigurations>, A>(map, notes),
            18 => property::<ArrayOf<ObjectOf<ContactListFile>>, A>(map, notes),
            19 | 20 => property::<TextOf<DateTime>, A>(map, notes),
            _ => property::<Anything, A>(map, notes),
        }
    }
}
/// `/components/schemas/ContactListDeletion`
struct ContactListDeletion;
impl Object for ContactListDeletion {
    const REQUIRED: u64 = 0x0000_0007;
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "status" => 0,
            "message" => 1,
            "data" => 2,
            _ => return None,
        })
    }
    fn value<'de, A: MapAccess<'de>>(
        number: u32,
        map: &mut A,
        notes: &Notes,
    ) -> Result<(), A::Error> {
        match number {
            0 => property::<TextOf<OpenEnum<ContactListDeletionPropertiesStatus>>, A>(map, notes),
            1 => property::<TextOf<()>, A>(map, notes),
            2 => property::<ObjectOf<ContactList>, A>(map, notes),
            _ => property::<Anything, A>(map, notes),
        }
    }
}
/// `/components/schemas/ContactListFile`
struct ContactListFile;
impl Object for ContactListFile {
    const REQUIRED: u64 = 0x0000_0000;
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "fileId" => 0,
            "fileName" => 1,
            _ => return None,
        })
    }
    fn value<'de, A: MapAccess<'de>>(
        number: u32,
        map: &mut A,
        notes: &Notes,
    ) -> Result<(), A::Error> {
        match number {
            0 | 1 => property::<TextOf<()>, A>(map, notes),
            _ => property::<Anything, A>(map, notes),
        }
    }
}
/// `/components/schemas/ContactListMapping`
struct ContactListMapping;
impl Object for ContactListMapping {
    const REQUIRED: u64 = 0x0000_001f;
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
    fn value<'de, A: MapAccess<'de>>(
        number: u32,
        map: &mut A,
        notes: &Notes,
    ) -> Result<(), A::Error> {
        match number {
            0..=4 => property::<TextOf<()>, A>(map, notes),
            _ => property::<Anything, A>(map, notes),
        }
    }
}
/// `/components/schemas/ContactPage`
struct ContactPage;
impl Object for ContactPage {
    const REQUIRED: u64 = 0x0000_003f;
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
    fn value<'de, A: MapAccess<'de>>(
        number: u32,
        map: &mut A,
        notes: &Notes,
    ) -> Result<(), A::Error> {
        match number {
            0 => property::<ArrayOf<ObjectOf<Contact>>, A>(map, notes),
            1 | 2 | 4 | 5 => property::<IntegerOf<AtLeast<0>>, A>(map, notes),
            3 => property::<Boolean, A>(map, notes),
            _ => property::<Anything, A>(map, notes),
        }
    }
}
/// `/components/schemas/ContactUpdate`
struct ContactUpdate;
impl Object for ContactUpdate {
    const REQUIRED: u64 = 0x0000_0000;
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "firstName" => 0,
            "lastName" => 1,
            "salutation" => 2,
            "cellPhone" => 3,
            _ => return None,
        })
    }
    fn value<'de, A: MapAccess<'de>>(
        number: u32,
        map: &mut A,
        notes: &Notes,
    ) -> Result<(), A::Error> {
        match number {
            0..=2 => property::<TextOf<()>, A>(map, notes),
            3 => property::<ObjectOf<CellPhoneUpdate>, A>(map, notes),
            _ => property::<Anything, A>(map, notes),
        }
    }
}
/// `/components/schemas/DeletedRecord`
struct DeletedRecord;
impl Object for DeletedRecord {
    const REQUIRED: u64 = 0x0000_0001;
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "id" => 0,
            _ => return None,
        })
    }
    fn value<'de, A: MapAccess<'de>>(
        number: u32,
        map: &mut A,
        notes: &Notes,
    ) -> Result<(), A::Error> {
        match number {
            0 => property::<TextOf<MinLength<1>>, A>(map, notes),
            _ => property::<Anything, A>(map, notes),
        }
    }
}
/// `/components/schemas/ErrorBody`
struct ErrorBody;
impl Object for ErrorBody {
    const REQUIRED: u64 = 0x0000_0000;
    const REQUIRED_ANY: &'static [u64] = &[0x0000_0001, 0x0000_0004, 0x0000_0008];
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "errors" => 0,
            "status" => 1,
            "message" => 2,
            "reason" => 3,
            _ => return None,
        })
    }
    fn value<'de, A: MapAccess<'de>>(
        number: u32,
        map: &mut A,
        notes: &Notes,
    ) -> Result<(), A::Error> {
        match number {
            0 => property::<ArrayOf<ObjectOf<ErrorItem>>, A>(map, notes),
            1..=3 => property::<TextOf<()>, A>(map, notes),
            _ => property::<Anything, A>(map, notes),
        }
    }
}
/// `/components/schemas/ErrorItem`
struct ErrorItem;
impl Object for ErrorItem {
    const REQUIRED: u64 = 0x0000_0000;
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "msg" => 0,
            "message" => 1,
            "code" => 2,
            _ => return None,
        })
    }
    fn value<'de, A: MapAccess<'de>>(
        number: u32,
        map: &mut A,
        notes: &Notes,
    ) -> Result<(), A::Error> {
        match number {
            0 | 1 => property::<TextOf<()>, A>(map, notes),
            2 => property::<IntegerOf<()>, A>(map, notes),
            _ => property::<Anything, A>(map, notes),
        }
    }
}
/// `/components/schemas/FailedRecord`
struct FailedRecord;
impl Object for FailedRecord {
    const REQUIRED: u64 = 0x0000_0000;
    fn number(name: &str) -> Option<u32> {
        Some(match name {
            "id" => 0,
            "reason" => 1,
            _ => return None,
        })
    }
    fn value<'de, A: MapAccess<'de>>(
        number: u32,
        map: &mut A,
        notes: &Notes,
    ) -> Result<(), A::Error> {
        match number {
            0 | 1 => property::<TextOf<()>, A>(map, notes),
            _ => property::<Anything, A>(map, notes),
        }
    }
}
/// The values of `/components/schemas/ApiConfigurations/properties/dataSyncMode`
struct ApiConfigurationsPropertiesDataSyncMode;
impl Vocabulary for ApiConfigurationsPropertiesDataSyncMode {
    fn knows(text: &str) -> bool {
        matches!(text, "allowDuplicates" | "dontAllowDuplicates")
    }
}
/// The values of `/components/schemas/Contact/properties/status`
struct ContactPropertiesStatus;
impl Vocabulary for ContactPropertiesStatus {
    fn knows(text: &str) -> bool {
        matches!(text, "ACTIVE" | "INACTIVE")
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
    fn knows(text: &str) -> bool {
        matches!(text, "call" | "sms")
    }
}
/// The values of `/components/schemas/ContactList/properties/source`
struct ContactListPropertiesSource;
impl Vocabulary for ContactListPropertiesSource {
    fn knows(text: &str) -> bool {
        matches!(
            text,
            "passiveApiIntegration" | "passiveApi" | "apiIntegration" | "localDrive" | "upload"
        )
    }
}
/// The values of `/components/schemas/ContactList/properties/status`
struct ContactListPropertiesStatus;
impl Vocabulary for ContactListPropertiesStatus {
    fn knows(text: &str) -> bool {
        matches!(text, "Ready" | "Validating" | "Validated" | "Invalid")
    }
}
/// The values of `/components/schemas/ContactListDeletion/properties/status`
struct ContactListDeletionPropertiesStatus;
impl Vocabulary for ContactListDeletionPropertiesStatus {
    fn knows(text: &str) -> bool {
        matches!(text, "success" | "error" | "failure")
    }
}
