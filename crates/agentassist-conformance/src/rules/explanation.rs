//! Why each rule exists, how to mend what breaks it, and how well it is known.

mod answer;
mod message;
mod sequence;

use super::{Example, Rule};
use crate::document::{Basis, Evidence};

/// What `explain` says of a rule, beside what it demands.
#[derive(Debug, Clone, Copy)]
pub struct Explanation {
    /// Why breaking the rule matters.
    pub why: &'static str,
    /// How to mend it.
    pub fix: &'static str,
    /// How well the rule itself is known. A rule on messages is as well known as the part of the
    /// document that is broken.
    pub evidence: Evidence,
    /// Exchanges that keep and break it.
    pub example: Example,
}

impl Rule {
    /// Explains the rule.
    #[must_use]
    pub fn explanation(self) -> Explanation {
        match self {
            Self::UrlMalformed => message::URL_MALFORMED,
            Self::PathUndocumented => message::PATH_UNDOCUMENTED,
            Self::MethodUndocumented => message::METHOD_UNDOCUMENTED,
            Self::ParameterInvalid => message::PARAMETER_INVALID,
            Self::QueryUndocumented => message::QUERY_UNDOCUMENTED,
            Self::HeaderMissing => message::HEADER_MISSING,
            Self::HeaderUndocumented => message::HEADER_UNDOCUMENTED,
            Self::AuthMissing => message::AUTH_MISSING,
            Self::AuthNotBare => message::AUTH_NOT_BARE,
            Self::ParameterRepeated => message::PARAMETER_REPEATED,
            Self::RequestContentType => message::REQUEST_CONTENT_TYPE,
            Self::RequestBodyMissing => message::REQUEST_BODY_MISSING,
            Self::RequestBodyUndocumented => message::REQUEST_BODY_UNDOCUMENTED,
            Self::StatusUndocumented => message::STATUS_UNDOCUMENTED,
            Self::ServerError => message::SERVER_ERROR,
            Self::ContentTypeMissing => message::CONTENT_TYPE_MISSING,
            Self::ContentTypeUndocumented => message::CONTENT_TYPE_UNDOCUMENTED,
            Self::CharsetWrong => message::CHARSET_WRONG,
            Self::BodyMissing => message::BODY_MISSING,
            Self::BodyMalformed => message::BODY_MALFORMED,
            Self::PropertyRepeated => message::PROPERTY_REPEATED,
            Self::BodySchema => message::BODY_SCHEMA,
            Self::BodyFormat => message::BODY_FORMAT,
            Self::IntegerRange => message::INTEGER_RANGE,
            Self::EnumUnknown => message::ENUM_UNKNOWN,
            Self::PropertyUndocumented => message::PROPERTY_UNDOCUMENTED,
            Self::PageTooLong => answer::PAGE_TOO_LONG,
            Self::PageTooShort => answer::PAGE_TOO_SHORT,
            Self::HasMoreWrong => answer::HAS_MORE_WRONG,
            Self::TotalPagesWrong => answer::TOTAL_PAGES_WRONG,
            Self::TotalResultsTooSmall => answer::TOTAL_RESULTS_TOO_SMALL,
            Self::SkipNotEchoed => answer::SKIP_NOT_ECHOED,
            Self::LimitAboveAsked => answer::LIMIT_ABOVE_ASKED,
            Self::ContactRepeated => answer::CONTACT_REPEATED,
            Self::BulkCountsDisagree => answer::BULK_COUNTS_DISAGREE,
            Self::BulkListsDisagree => answer::BULK_LISTS_DISAGREE,
            Self::BulkTotalWrong => answer::BULK_TOTAL_WRONG,
            Self::BulkIdUnaccounted => answer::BULK_ID_UNACCOUNTED,
            Self::DeletedContactActive => answer::DELETED_CONTACT_ACTIVE,
            Self::IdDiffers => answer::ID_DIFFERS,
            Self::AccountDiffers => answer::ACCOUNT_DIFFERS,
            Self::AppIdDiffers => answer::APP_ID_DIFFERS,
            Self::InstanceBotDiffers => answer::INSTANCE_BOT_DIFFERS,
            Self::ListAppDiffers => answer::LIST_APP_DIFFERS,
            Self::LowerNameDiffers => answer::LOWER_NAME_DIFFERS,
            Self::SuccessSaysFailure => answer::SUCCESS_SAYS_FAILURE,
            Self::UpdatedBeforeCreated => answer::UPDATED_BEFORE_CREATED,
            Self::FullNameDiffers => answer::FULL_NAME_DIFFERS,
            Self::CountryCodeNotJoined => answer::COUNTRY_CODE_NOT_JOINED,
            Self::UpdateNotShown => answer::UPDATE_NOT_SHOWN,
            Self::ContactOnTwoPages => sequence::CONTACT_ON_TWO_PAGES,
            Self::PageGap => sequence::PAGE_GAP,
            Self::DeletedContactListed => sequence::DELETED_CONTACT_LISTED,
            Self::UpdateLost => sequence::UPDATE_LOST,
            Self::UpdatedAtWentBack => sequence::UPDATED_AT_WENT_BACK,
            Self::CreatedAtChanged => sequence::CREATED_AT_CHANGED,
            Self::ContactListDeletedTwice => sequence::CONTACT_LIST_DELETED_TWICE,
        }
    }

    /// How well the rule itself is known.
    pub(crate) fn evidence(self) -> Evidence {
        self.explanation().evidence
    }
}

const fn sample(why: &'static str) -> Evidence {
    Evidence { basis: Basis::Sample, why }
}

const fn assumed(why: &'static str) -> Evidence {
    Evidence { basis: Basis::Assumed, why }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_explanation_is_whole_sentences() {
        for rule in Rule::ALL {
            let Explanation { why, fix, evidence, .. } = rule.explanation();
            assert!(why.ends_with('.') && fix.ends_with('.'), "{rule}");
            assert_eq!(evidence.basis == Basis::Documented, evidence.why.is_empty(), "{rule}");
        }
    }
}
