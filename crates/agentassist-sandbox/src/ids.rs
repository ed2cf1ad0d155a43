//! Ids, one type for each kind, so that none can stand where another belongs.
//!
//! The vendor's samples mask their ids, which leaves them with odd lengths and foreign letters:
//! no form is enforced.

use std::fmt;

use serde::Serialize;

macro_rules! id {
    ($(#[$docs:meta])* $visibility:vis $name:ident) => {
        $(#[$docs])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
        #[serde(transparent)]
        $visibility struct $name(String);

        impl $name {
            /// Makes an id of any text.
            $visibility fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// The id as it stands in a path, a header or a body.
            #[must_use]
            $visibility fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// Id of an account, 24 hexadecimal digits where a sample is not masked.
    pub AccountId
}
id! {
    /// Id of a stream (bot, instance, application), `st-` and a UUID.
    pub StreamId
}
id! {
    /// Id of the app that signs tokens, `cs-` and a UUID; the claim `appId` of a token.
    pub ClientId
}
id! {
    /// Id of a contact, 24 hexadecimal digits where a sample is not masked.
    pub(crate) ContactId
}
id! {
    /// Id of a contact list, `cl-` and a UUID.
    pub(crate) ContactListId
}
