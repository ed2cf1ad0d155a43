//! Client for Kore.ai's contact-centre operations.
//!
//! The operations, their builders and their types are [`generated`] from the project's OpenAPI
//! document. [`AgentAssist`] adds what a document cannot say: where the API is, how a request is
//! signed, and which headers the vendor demands on each.
//!
//! | operation | call |
//! |---|---|
//! | list the contacts of a stream | [`list_contacts`](generated::Client::list_contacts) |
//! | update one contact | [`update_contact`](generated::Client::update_contact) |
//! | delete one contact | [`delete_contact`](generated::Client::delete_contact) |
//! | delete several contacts at once | [`bulk_delete_contacts`](generated::Client::bulk_delete_contacts) |
//! | delete a campaign contact list | [`delete_contact_list`](generated::Client::delete_contact_list) |
//!
//! ```no_run
//! use agentassist_client::{AgentAssist, Token};
//!
//! # async fn example(token: String) -> Result<(), Box<dyn std::error::Error>> {
//! let api = AgentAssist::builder()
//!     .host("platform.kore.ai") // "https://platform.kore.ai" works too
//!     .account_id("65f7d49a5dd06e2cefaxxxxx")
//!     .token(Token::new(token))
//!     .build()?;
//! let page = api
//!     .operations()
//!     .list_contacts()
//!     .stream_id("st-7dc994f0-4436-5134-9fa8-a942625xxxxx")
//!     .send()
//!     .await?;
//! println!("{} contacts", page.total_results);
//! # Ok(())
//! # }
//! ```
//!
//! **Lenient in, strict out.** An answer decodes although a field is missing, unknown or of an
//! unknown value: only ids and page counters are demanded, and what is unknown is kept in `extra`.
//! What is sent is checked first: an id that would address something else is refused.

mod api;
mod base_url;
mod error;
#[allow(
    missing_docs,
    unreachable_pub,
    unused_qualifications,
    clippy::all,
    clippy::pedantic,
    clippy::allow_attributes_without_reason,
    clippy::unwrap_used,
    clippy::use_self,
    reason = "this file is generated; its form is the generator's"
)]
pub mod generated;
mod hooks;
mod observer;
mod token;
mod transport;

pub use reqwest::header::HeaderMap;

pub use self::api::{AgentAssist, AgentAssistBuilder};
pub use self::error::BuildError;
pub use self::observer::{Exchange, Observer};
pub use self::token::Token;
pub use self::transport::Transport;
