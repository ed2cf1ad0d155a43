//! What a caller needs to talk to the sandbox.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Serialize, Serializer};

use crate::ids::{AccountId, ClientId, StreamId};
use crate::tenant;
use crate::token::JwtApp;

/// How long the token of [`Credentials`] is valid, counted from the sandbox's start.
const TOKEN_LIFETIME: TimeDelta = TimeDelta::hours(24);

/// The ids, the secret and a ready token of a sandbox.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Credentials {
    /// The account of the first tenant, for the header `accountId`.
    pub account_id: AccountId,
    /// The stream of the first tenant, for the path.
    pub stream_id: StreamId,
    /// The app's client id, for the claim `appId` of a token.
    pub client_id: ClientId,
    /// The secret that tokens are signed with, by HMAC SHA-256.
    pub client_secret: Secret,
    /// A token for the header `auth`, valid for 24 hours by the sandbox's clock, as often as
    /// wanted.
    pub token: Secret,
    /// The second tenant, which the same app and the same token serve.
    pub second_tenant: TenantIds,
}

impl Credentials {
    pub(crate) fn issue(app: &JwtApp, now: DateTime<Utc>) -> Self {
        let first = tenant::FIRST.ids();
        Self {
            account_id: first.account_id,
            stream_id: first.stream_id,
            client_id: app.client_id().clone(),
            client_secret: Secret::new(tenant::CLIENT_SECRET),
            token: Secret::new(app.sign(now + TOKEN_LIFETIME)),
            second_tenant: tenant::SECOND.ids(),
        }
    }
}

/// An account and its stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TenantIds {
    /// The account, for the header `accountId`.
    pub account_id: AccountId,
    /// The stream, for the path and the header `iid`.
    pub stream_id: StreamId,
}

/// A text that must not be printed: neither `Debug` nor `Display` shows it.
///
/// Serialising is how it gets into the ready file, and therefore writes it out.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    pub(crate) fn new(secret: impl Into<String>) -> Self {
        Self(secret.into())
    }

    /// The secret itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credentials_can_be_printed_without_giving_the_secret_or_the_token_away() {
        let app = JwtApp::new(tenant::CLIENT_ID, tenant::CLIENT_SECRET);
        let credentials = Credentials::issue(&app, DateTime::UNIX_EPOCH);
        let printed = format!("{credentials:?}");
        assert!(printed.contains(tenant::CLIENT_ID), "{printed}");
        assert!(!printed.contains(tenant::CLIENT_SECRET), "{printed}");
        assert!(!printed.contains(credentials.token.expose()), "{printed}");
    }
}
