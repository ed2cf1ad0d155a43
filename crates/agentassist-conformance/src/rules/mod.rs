//! Every rule of the judge, with its id.
//!
//! | module | rules |
//! |---|---|
//! | `request`, `response`, `schema`, `news` | on each message by itself |
//! | `answer` | on what one answer says, beside what was asked |
//! | `sequence` | on exchanges that follow each other |
//!
//! `unrecorded` says which of them are withheld where a recording left something out.
//!
//! An id never changes, and is never used again for something else.

pub(crate) mod answer;
mod example;
mod explanation;
mod news;
pub(crate) mod request;
pub(crate) mod response;
mod schema;
pub(crate) mod sequence;
pub(crate) mod set;
pub(crate) mod unrecorded;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use self::example::Example;
pub use self::explanation::Explanation;
pub(crate) use self::schema::{
    Json, body_findings, not_utf8_findings, parameter_findings, text_findings,
};
use crate::finding::Severity;

/// What a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// One message by itself.
    Message,
    /// What one answer says, beside what was asked.
    Answer,
    /// Exchanges that follow each other.
    Sequence,
}

macro_rules! rules {
    ($($layer:ident { $($(#[doc = $doc:literal])+ $variant:ident $id:literal $severity:ident)+ })+) => {
        /// A check with a stable id.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $($($(#[doc = $doc])+ $variant,)+)+
        }

        impl Rule {
            /// All rules.
            pub const ALL: &[Self] = &[$($(Self::$variant),+),+];

            /// The stable id.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $($(Self::$variant => $id),+),+ }
            }

            /// What the rule demands.
            #[must_use]
            pub fn demand(self) -> &'static str {
                match self { $($(Self::$variant => concat!($($doc),+).trim_ascii()),+),+ }
            }

            /// How much breaking it matters where the broken part is well known.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $($(Self::$variant => Severity::$severity),+),+ }
            }

            /// What it looks at.
            #[must_use]
            pub fn layer(self) -> Layer {
                match self { $($(Self::$variant)|+ => Layer::$layer),+ }
            }
        }
    };
}

rules! {
    Message {
        /// The URL of a request can be read.
        UrlMalformed "url-malformed" Error
        /// The path is one of the document's.
        PathUndocumented "path-undocumented" Error
        /// The method is one that the document has for the path.
        MethodUndocumented "method-undocumented" Error
        /// A path, query or header parameter has a value that its schema allows.
        ParameterInvalid "parameter-invalid" Error
        /// The query has only parameters that the document knows.
        QueryUndocumented "query-undocumented" Warning
        /// A header that the document requires is sent.
        HeaderMissing "header-missing" Error
        /// A request has only headers that the document knows, and those usual in HTTP.
        HeaderUndocumented "header-undocumented" Info
        /// The credentials that the operation demands are sent.
        AuthMissing "auth-missing" Error
        /// The token stands in its header as it is, without a scheme such as `Bearer` in front.
        AuthNotBare "auth-not-bare" Error
        /// A parameter, and the header with the token, is sent with one value.
        ParameterRepeated "parameter-repeated" Error
        /// The request names the content type that the operation demands.
        RequestContentType "request-content-type" Error
        /// A request has the body that the operation demands.
        RequestBodyMissing "request-body-missing" Error
        /// A request has a body only where the document describes one.
        RequestBodyUndocumented "request-body-undocumented" Warning
        /// The status is one that the document names, or has any reason to expect.
        StatusUndocumented "status-undocumented" Error
        /// The server does not fail.
        ServerError "server-error" Error
        /// An answer with a body names its content type.
        ContentTypeMissing "content-type-missing" Error
        /// An answer's content type is the one that the document names.
        ContentTypeUndocumented "content-type-undocumented" Error
        /// JSON is sent in UTF-8, and its content type names no other charset.
        CharsetWrong "charset-wrong" Error
        /// An answer has the body that the document describes.
        BodyMissing "body-missing" Error
        /// A body that should be JSON is JSON.
        BodyMalformed "body-malformed" Error
        /// An object in a body names each property once.
        PropertyRepeated "property-repeated" Error
        /// A body is what its schema allows.
        BodySchema "body-schema" Error
        /// A value in a body has the format that its schema names.
        BodyFormat "body-format" Error
        /// An integer in a body fits into the number of bits that its schema names.
        IntegerRange "integer-range" Error
        /// A value of an open vocabulary is one that has been seen before.
        EnumUnknown "enum-unknown" Warning
        /// A body has only properties that the document knows.
        PropertyUndocumented "property-undocumented" Info
    }
    Answer {
        /// A page holds no more contacts than its `limit`.
        PageTooLong "page-too-long" Error
        /// A page that is not the last holds as many contacts as its `limit`, and the last all that remain.
        PageTooShort "page-too-short" Warning
        /// `hasMore` is true exactly when contacts follow after the page.
        HasMoreWrong "has-more-wrong" Error
        /// `totalPages` is `totalResults` divided by `limit`, rounded up.
        TotalPagesWrong "total-pages-wrong" Error
        /// `totalResults` counts at least the contacts up to the end of the page.
        TotalResultsTooSmall "total-results-too-small" Error
        /// A page's `skip` is the one that was asked for.
        SkipNotEchoed "skip-not-echoed" Error
        /// A page's `limit` is not above the one that was asked for.
        LimitAboveAsked "limit-above-asked" Error
        /// A contact stands on a page once.
        ContactRepeated "contact-repeated" Error
        /// `successful` and `failed` add up to `totalRequested`.
        BulkCountsDisagree "bulk-counts-disagree" Error
        /// `successful` and `failed` count the records in their lists.
        BulkListsDisagree "bulk-lists-disagree" Error
        /// `totalRequested` is the number of ids in the request.
        BulkTotalWrong "bulk-total-wrong" Error
        /// Every requested id is either deleted or failed, once, and no other id is.
        BulkIdUnaccounted "bulk-id-unaccounted" Error
        /// A deleted contact comes back `INACTIVE`.
        DeletedContactActive "deleted-contact-active" Error
        /// The id in the answer is the one in the path.
        IdDiffers "id-differs" Error
        /// The account in the answer is the one in the header `accountId`.
        AccountDiffers "account-differs" Error
        /// The application in the header `iid` is the one in the path.
        AppIdDiffers "app-id-differs" Error
        /// The bot instance of a contact is the one in the path.
        InstanceBotDiffers "instance-bot-differs" Info
        /// The application of a deleted contact list is the one in the path.
        ListAppDiffers "list-app-differs" Error
        /// `lname` is the name of a contact list in lower case.
        LowerNameDiffers "lower-name-differs" Error
        /// An answer with a status of success does not say in its body that it failed.
        SuccessSaysFailure "success-says-failure" Error
        /// Nothing was updated before it was created.
        UpdatedBeforeCreated "updated-before-created" Error
        /// `fullName` is first and last name, joined by a space.
        FullNameDiffers "full-name-differs" Warning
        /// A phone number starts with its country code.
        CountryCodeNotJoined "country-code-not-joined" Warning
        /// The answer to an update shows what was sent.
        UpdateNotShown "update-not-shown" Error
    }
    Sequence {
        /// A contact stands on one page of a listing only.
        ContactOnTwoPages "contact-on-two-pages" Error
        /// Who walks through the pages passes over no contact.
        PageGap "page-gap" Warning
        /// A deleted contact is not listed as active.
        DeletedContactListed "deleted-contact-listed" Error
        /// What an update changed is seen later, until something changes it again.
        UpdateLost "update-lost" Error
        /// The `updatedAt` of a contact never goes back.
        UpdatedAtWentBack "updated-at-went-back" Error
        /// The `createdAt` of a contact never changes.
        CreatedAtChanged "created-at-changed" Error
        /// A contact list is deleted with success once.
        ContactListDeletedTwice "contact-list-deleted-twice" Warning
    }
}

impl Rule {
    /// The rule with an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.id() == id)
    }

    /// Whether the rule cannot hold for a sample from which its author left parts out.
    #[must_use]
    pub fn needs_everything(self) -> bool {
        matches!(
            self,
            Self::PageTooShort
                | Self::HasMoreWrong
                | Self::BulkListsDisagree
                | Self::BulkIdUnaccounted
        )
    }

    /// Whether the rule tells ids apart, which can be alike where their author hid parts of them.
    #[must_use]
    pub fn needs_whole_ids(self) -> bool {
        matches!(self, Self::ContactRepeated)
    }
}

impl std::fmt::Display for Rule {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.pad(self.id())
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

impl<'de> Deserialize<'de> for Rule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::from_id(&id).ok_or_else(|| serde::de::Error::custom("an unknown rule"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_in_kebab_case() {
        let mut ids: Vec<_> = Rule::ALL.iter().map(|rule| rule.id()).collect();
        let is_kebab = |id: &&str| id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        assert!(ids.iter().all(is_kebab));
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), Rule::ALL.len());
    }

    #[test]
    fn every_rule_says_what_it_demands() {
        for rule in Rule::ALL {
            assert!(rule.demand().ends_with('.'), "{rule}");
        }
    }

    #[test]
    fn a_rule_is_found_by_its_id() {
        assert_eq!(Rule::from_id("page-too-long"), Some(Rule::PageTooLong));
        assert_eq!(Rule::from_id("page-too-wide"), None);
    }
}
