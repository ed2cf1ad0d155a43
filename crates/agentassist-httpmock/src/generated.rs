// Generated from `openapi/agentassist.yaml` by `cargo xtask generate`; do not edit.

pub mod operations {
    //! [`When`](::httpmock::When) and [`Then`](::httpmock::Then)
    //! wrappers for each operation. Each can be converted to
    //! its inner type with a call to `into_inner()`. This can
    //! be used to explicitly deviate from permitted values.
    use agentassist_client::generated::*;
    pub struct ListContactsWhen(::httpmock::When);
    impl ListContactsWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(inner.method(::httpmock::Method::GET).path_matches(
                regex::Regex::new("^/agentassist/api/v1/public/[^/]*/contacts$").unwrap(),
            ))
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn stream_id(self, value: &types::StreamId) -> Self {
            let re = regex::Regex::new(&format!(
                "^/agentassist/api/v1/public/{}/contacts$",
                regex::escape(&progenitor_client::encode_path(&value.to_string()))
            ))
            .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn limit<T>(self, value: T) -> Self
        where
            T: Into<Option<::std::num::NonZeroU64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("limit", value.to_string()))
            } else {
                Self(self.0.query_param_missing("limit"))
            }
        }
        pub fn skip<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("skip", value.to_string()))
            } else {
                Self(self.0.query_param_missing("skip"))
            }
        }
        pub fn account_id(self, value: &types::AccountId) -> Self {
            Self(self.0.header("accountId", value.to_string()))
        }
    }
    pub struct ListContactsThen(::httpmock::Then);
    impl ListContactsThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::ContactPage) -> Self {
            Self(
                self.0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        pub fn client_error(self, status: u16, value: &types::ErrorBody) -> Self {
            assert_eq!(status / 100u16, 4u16);
            Self(
                self.0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        pub fn server_error(self, status: u16, value: &types::ErrorBody) -> Self {
            assert_eq!(status / 100u16, 5u16);
            Self(
                self.0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct UpdateContactWhen(::httpmock::When);
    impl UpdateContactWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(inner.method(::httpmock::Method::PUT).path_matches(
                regex::Regex::new("^/agentassist/api/v1/public/[^/]*/contacts/[^/]*$").unwrap(),
            ))
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn stream_id(self, value: &types::StreamId) -> Self {
            let re = regex::Regex::new(&format!(
                "^/agentassist/api/v1/public/{}/contacts/[^/]*$",
                regex::escape(&progenitor_client::encode_path(&value.to_string()))
            ))
            .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn id(self, value: &types::ContactId) -> Self {
            let re = regex::Regex::new(&format!(
                "^/agentassist/api/v1/public/[^/]*/contacts/{}$",
                regex::escape(&progenitor_client::encode_path(&value.to_string()))
            ))
            .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn account_id(self, value: &types::AccountId) -> Self {
            Self(self.0.header("accountId", value.to_string()))
        }
        pub fn body(self, value: &types::ContactUpdate) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    pub struct UpdateContactThen(::httpmock::Then);
    impl UpdateContactThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::Contact) -> Self {
            Self(
                self.0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        pub fn client_error(self, status: u16, value: &types::ErrorBody) -> Self {
            assert_eq!(status / 100u16, 4u16);
            Self(
                self.0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        pub fn server_error(self, status: u16, value: &types::ErrorBody) -> Self {
            assert_eq!(status / 100u16, 5u16);
            Self(
                self.0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct DeleteContactWhen(::httpmock::When);
    impl DeleteContactWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::DELETE)
                    .path_matches(
                        regex::Regex::new("^/agentassist/api/v1/public/[^/]*/contacts/[^/]*$")
                            .unwrap(),
                    )
                    .path_suffix_not("/bulk-delete"),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn stream_id(self, value: &types::StreamId) -> Self {
            let re = regex::Regex::new(&format!(
                "^/agentassist/api/v1/public/{}/contacts/[^/]*$",
                regex::escape(&progenitor_client::encode_path(&value.to_string()))
            ))
            .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn id(self, value: &types::ContactId) -> Self {
            let re = regex::Regex::new(&format!(
                "^/agentassist/api/v1/public/[^/]*/contacts/{}$",
                regex::escape(&progenitor_client::encode_path(&value.to_string()))
            ))
            .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn account_id(self, value: &types::AccountId) -> Self {
            Self(self.0.header("accountId", value.to_string()))
        }
    }
    pub struct DeleteContactThen(::httpmock::Then);
    impl DeleteContactThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::Contact) -> Self {
            Self(
                self.0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        pub fn client_error(self, status: u16, value: &types::ErrorBody) -> Self {
            assert_eq!(status / 100u16, 4u16);
            Self(
                self.0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        pub fn server_error(self, status: u16, value: &types::ErrorBody) -> Self {
            assert_eq!(status / 100u16, 5u16);
            Self(
                self.0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct BulkDeleteContactsWhen(::httpmock::When);
    impl BulkDeleteContactsWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner.method(::httpmock::Method::DELETE).path_matches(
                    regex::Regex::new("^/agentassist/api/v1/public/[^/]*/contacts/bulk-delete$")
                        .unwrap(),
                ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn stream_id(self, value: &types::StreamId) -> Self {
            let re = regex::Regex::new(&format!(
                "^/agentassist/api/v1/public/{}/contacts/bulk-delete$",
                regex::escape(&progenitor_client::encode_path(&value.to_string()))
            ))
            .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn account_id(self, value: &types::AccountId) -> Self {
            Self(self.0.header("accountId", value.to_string()))
        }
        pub fn body(self, value: &types::BulkDeleteRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    pub struct BulkDeleteContactsThen(::httpmock::Then);
    impl BulkDeleteContactsThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::BulkDeleteResult) -> Self {
            Self(
                self.0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        pub fn client_error(self, status: u16, value: &types::ErrorBody) -> Self {
            assert_eq!(status / 100u16, 4u16);
            Self(
                self.0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        pub fn server_error(self, status: u16, value: &types::ErrorBody) -> Self {
            assert_eq!(status / 100u16, 5u16);
            Self(
                self.0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct DeleteContactListWhen(::httpmock::When);
    impl DeleteContactListWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner.method(::httpmock::Method::DELETE).path_matches(
                    regex::Regex::new(
                        "^/agentassist/api/v1/public/[^/]*/campaign/contactList/[^/]*$",
                    )
                    .unwrap(),
                ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn i_id(self, value: &types::StreamId) -> Self {
            let re = regex::Regex::new(&format!(
                "^/agentassist/api/v1/public/{}/campaign/contactList/[^/]*$",
                regex::escape(&progenitor_client::encode_path(&value.to_string()))
            ))
            .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn contact_list_id(self, value: &types::ContactListId) -> Self {
            let re = regex::Regex::new(&format!(
                "^/agentassist/api/v1/public/[^/]*/campaign/contactList/{}$",
                regex::escape(&progenitor_client::encode_path(&value.to_string()))
            ))
            .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn account_id(self, value: &types::AccountId) -> Self {
            Self(self.0.header("accountId", value.to_string()))
        }
        pub fn iid(self, value: &types::StreamId) -> Self {
            Self(self.0.header("iid", value.to_string()))
        }
    }
    pub struct DeleteContactListThen(::httpmock::Then);
    impl DeleteContactListThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::ContactListDeletion) -> Self {
            Self(
                self.0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        pub fn client_error(self, status: u16, value: &types::ErrorBody) -> Self {
            assert_eq!(status / 100u16, 4u16);
            Self(
                self.0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
        pub fn server_error(self, status: u16, value: &types::ErrorBody) -> Self {
            assert_eq!(status / 100u16, 5u16);
            Self(
                self.0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
}
/// An extension trait for [`MockServer`](::httpmock::MockServer) that
/// adds a method for each operation. These are the equivalent of
/// type-checked [`mock()`](::httpmock::MockServer::mock) calls.
pub trait MockServerExt {
    fn list_contacts<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListContactsWhen, operations::ListContactsThen);
    fn update_contact<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateContactWhen, operations::UpdateContactThen);
    fn delete_contact<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteContactWhen, operations::DeleteContactThen);
    fn bulk_delete_contacts<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::BulkDeleteContactsWhen, operations::BulkDeleteContactsThen);
    fn delete_contact_list<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteContactListWhen, operations::DeleteContactListThen);
}
impl MockServerExt for ::httpmock::MockServer {
    fn list_contacts<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListContactsWhen, operations::ListContactsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListContactsWhen::new(when),
                operations::ListContactsThen::new(then),
            )
        })
    }
    fn update_contact<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateContactWhen, operations::UpdateContactThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateContactWhen::new(when),
                operations::UpdateContactThen::new(then),
            )
        })
    }
    fn delete_contact<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteContactWhen, operations::DeleteContactThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteContactWhen::new(when),
                operations::DeleteContactThen::new(then),
            )
        })
    }
    fn bulk_delete_contacts<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::BulkDeleteContactsWhen, operations::BulkDeleteContactsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::BulkDeleteContactsWhen::new(when),
                operations::BulkDeleteContactsThen::new(then),
            )
        })
    }
    fn delete_contact_list<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteContactListWhen, operations::DeleteContactListThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteContactListWhen::new(when),
                operations::DeleteContactListThen::new(then),
            )
        })
    }
}
