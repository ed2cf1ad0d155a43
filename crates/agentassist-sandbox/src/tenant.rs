//! The two accounts that the sandbox plays, and the one app that both have installed.

use crate::credentials::TenantIds;
use crate::ids::{AccountId, StreamId};

/// The app's client id.
pub(crate) const CLIENT_ID: &str = "cs-5a4db0c5-0000-5000-8000-000000000001";

/// The app's client secret. It is the same everywhere and guards nothing.
pub(crate) const CLIENT_SECRET: &str = "sandbox-only-this-is-not-a-real-secret";

/// An account with one stream: nothing that belongs to it is visible to the other one.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Tenant {
    /// The number under which the store keeps what belongs to the tenant.
    pub(crate) key: i64,
    pub(crate) account_id: &'static str,
    pub(crate) stream_id: &'static str,
    pub(crate) org_id: &'static str,
    /// The user in whose name the app acts.
    pub(crate) user_id: &'static str,
    /// What the vendor calls the application of that user (`createdByAId`, `updatedByAId`).
    pub(crate) application_id: &'static str,
}

/// The tenant of the vendor's contact pages.
pub(crate) static FIRST: Tenant = Tenant {
    key: 1,
    account_id: "65f7d49a5dd06e2cefaxxxxx",
    stream_id: "st-7dc994f0-4436-5134-9fa8-a942625xxxxx",
    org_id: "o-16ff21d2-5d27-5fb2-b9bd-9fedb5fxxxxx",
    user_id: "u-cc6ebd6c-656c-5364-abfc-ad5f80exxxxx",
    application_id: "a-6c63a33-c2a7-49e8-a5ab-82449c8xxxxx",
};

/// The tenant of the vendor's contact list page.
pub(crate) static SECOND: Tenant = Tenant {
    key: 2,
    account_id: "67777ce93e25326494e9xxxx",
    stream_id: "st-0603182c-7ffb-53c3-b307-47ca14b9xxxx",
    org_id: "o-f8b351e7-f83a-51bd-bd42-d5d4086xxxx",
    user_id: "u-eb5bbee1-6af9-5b9a-b471-03a3fe48xxxx",
    // The page of contact lists shows no such id: this one is invented.
    application_id: "a-0603182-7ffb-43c3-b307-47ca14bxxxxx",
};

impl Tenant {
    /// Finds the tenant whose account and stream these are; one of each is no tenant.
    pub(crate) fn find(account_id: &[u8], stream_id: &str) -> Option<&'static Self> {
        [&FIRST, &SECOND].into_iter().find(|tenant| {
            tenant.account_id.as_bytes() == account_id && tenant.stream_id == stream_id
        })
    }

    pub(crate) fn ids(&self) -> TenantIds {
        TenantIds {
            account_id: AccountId::new(self.account_id),
            stream_id: StreamId::new(self.stream_id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_with_the_stream_of_the_other_is_no_tenant() {
        let (first, second) = (FIRST.account_id.as_bytes(), SECOND.account_id.as_bytes());
        assert_eq!(Tenant::find(first, FIRST.stream_id), Some(&FIRST));
        assert_eq!(Tenant::find(second, SECOND.stream_id), Some(&SECOND));
        assert_eq!(Tenant::find(first, SECOND.stream_id), None);
        assert_eq!(Tenant::find(second, FIRST.stream_id), None);
    }
}
