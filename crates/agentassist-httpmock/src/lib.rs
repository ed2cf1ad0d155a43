//! Typed mocks of the five operations, for tests of programs that call the API.
//!
//! ```
//! use agentassist_client::generated::types::ContactId;
//! use agentassist_httpmock::MockServerExt;
//! use httpmock::MockServer;
//!
//! let server = MockServer::start();
//! let id: ContactId = "667e48f7c8b972fc691xxxxx".parse().unwrap();
//! let error = agentassist_client::generated::types::ErrorBody::builder()
//!     .status("error".to_owned())
//!     .message("Contact not found".to_owned());
//! let deletion = server.delete_contact(|when, then| {
//!     when.id(&id);
//!     then.client_error(404, &error.try_into().unwrap());
//! });
//! // … let the program under test delete the contact at `server.base_url()` …
//! assert_eq!(deletion.calls(), 0);
//! ```
//!
//! A mock answers only the operation it is made for: one of `deleteContact` stays silent on
//! `…/contacts/bulk-delete`. A value given for an id matches that id alone, whatever characters it
//! has. To answer something that the document does not allow, go through `into_inner()`.

#[allow(
    missing_docs,
    unreachable_pub,
    unused_qualifications,
    clippy::all,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "this file is generated; its form is the generator's"
)]
mod generated;

pub use self::generated::{MockServerExt, operations};
