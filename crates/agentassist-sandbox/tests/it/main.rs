//! What a caller of the sandbox notices, over real HTTP on the loopback interface.

#![expect(clippy::unwrap_used, reason = "what surprises a test ends it, in helpers, too")]

mod authentication;
mod bulk_delete_contacts;
mod client;
mod database_file;
mod delete_contact;
mod delete_contact_list;
mod lifecycle;
mod list_contacts;
mod rate_limit;
mod ready_file;
mod refusals;
mod self_description;
mod tenants;
mod update_contact;
mod vendor_requests;
