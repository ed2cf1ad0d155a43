//! Every rule of the judge, with its id.
//!
//! Message rules look at one exchange. Their ids never change and are never used again.

pub(crate) mod request;
pub(crate) mod response;
mod schema;

use serde::{Serialize, Serializer};

pub(crate) use self::schema::message as schema_message;
pub(crate) use self::schema::{body_findings, parameter_findings};
use crate::finding::Severity;

macro_rules! rules {
    ($($(#[doc = $doc:literal])+ $variant:ident $id:literal $severity:ident)+) => {
        /// A check with a stable id.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Rule {
            /// All rules.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The stable id.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }

            /// What the rule demands.
            #[must_use]
            pub fn demand(self) -> &'static str {
                match self { $(Self::$variant => concat!($($doc),+).trim_ascii()),+ }
            }

            /// How much breaking it matters where the broken part is well known.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity),+ }
            }
        }
    };
}

rules! {
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
    /// The credentials that the operation demands are sent.
    AuthMissing "auth-missing" Error
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
    /// An answer has the body that the document describes.
    BodyMissing "body-missing" Error
    /// A body that should be JSON is JSON.
    BodyMalformed "body-malformed" Error
    /// A body is what its schema allows.
    BodySchema "body-schema" Error
    /// A value in a body has the format that its schema names.
    BodyFormat "body-format" Error
    /// A value of an open vocabulary is one that has been seen before.
    EnumUnknown "enum-unknown" Warning
    /// A body has only properties that the document knows.
    PropertyUndocumented "property-undocumented" Info
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
}
