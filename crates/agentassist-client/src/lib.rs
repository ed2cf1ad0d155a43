//! Client for Kore.ai's contact-centre operations.
//!
//! [`AgentAssist`] is where to start. It knows what a document cannot say: how a request is signed,
//! how often the account may call, what may be repeated when an answer is lost, and what an answer
//! means. Operations and types below it are [`generated`] from the project's OpenAPI document.
//!
//! | operation | call | a repeat |
//! |---|---|---|
//! | list the contacts of a stream | [`contacts().list()`](Contacts::list) | safe |
//! | update one contact | [`contacts().update(id, changes)`](Contacts::update) | idempotent |
//! | delete one contact | [`contacts().delete(id)`](Contacts::delete) | idempotent |
//! | delete several contacts at once | [`contacts().delete_many(ids)`](Contacts::delete_many) | never |
//! | delete a campaign contact list | [`contact_lists().delete(id)`](ContactLists::delete) | idempotent |
//!
//! ```no_run
//! use agentassist_client::generated::types::ContactUpdate;
//! use agentassist_client::{AgentAssist, JwtApp};
//!
//! # async fn example(secret: String) -> Result<(), Box<dyn std::error::Error>> {
//! let api = AgentAssist::builder()
//!     .host("platform.kore.ai") // "https://platform.kore.ai" works too
//!     .account_id("65f7d49a5dd06e2cefaxxxxx")
//!     .stream_id("st-7dc994f0-4436-5134-9fa8-a942625xxxxx")
//!     .auth(JwtApp::new("cs-…", secret)) // or .token("…"), or a provider of your own
//!     .build()?;
//!
//! let mut contacts = api.contacts().list().stream();
//! while let Some(contact) = contacts.next().await {
//!     let contact = contact?;
//!     if contact.salutation.is_none() {
//!         let changes = ContactUpdate { salutation: Some("mx".into()), ..Default::default() };
//!         api.contacts().update(&contact.id, changes).await?;
//!     }
//! }
//!
//! let outcome = api.contacts().delete_many(["667e48f7c8b972fc691xxxxx"]).await?;
//! for (id, reason) in outcome.failed() {
//!     println!("{}: {}", id.as_str(), reason.unwrap_or("no reason given"));
//! }
//! # Ok(())
//! # }
//! ```
//!
//! **Rate.** The vendor allows an account 60 requests a minute. A [`RateLimiter`] keeps below that
//! by itself; a long listing or deletion therefore takes its time.
//!
//! **Repeats.** A failed attempt is followed by another ([`RetryPolicy`]) only where that is safe,
//! which the document says of each operation ([`RetryClass`]). What may have had an effect unseen
//! is told: [`Deletion::AlreadyGone`], [`Fate::Unknown`], [`Error::may_have_had_effect`].
//!
//! **Lenient in, strict out.** An answer decodes although a field is missing, unknown or of an
//! unknown value: only ids and page counters are demanded, and what is unknown is kept in `extra`.
//! What is sent is checked first: an id that would address something else is refused.
//!
//! **Secrets.** Tokens and secrets appear in no text and are wiped from memory when they are no
//! longer needed. Messages of errors hold no personal data.
//!
//! **Examples.** The folder `examples` has a program for each task: listing, updating, deleting one,
//! deleting many, deleting a contact list, tokens of your own, and calls without a runtime. The
//! project's tests run each of them against its sandbox.
//!
//! # Features
//!
//! | feature | |
//! |---|---|
//! | `rustls` (default) | TLS by rustls with ring and the machine's certificates |
//! | `native-tls` | TLS by the operating system's library, where `rustls` is off |
//! | `blocking` | `blocking::AgentAssist`, for programs without an asynchronous runtime |
//! | `tracing` | a span for each call, with OpenTelemetry's names |
//!
//! # WebAssembly
//!
//! This crate compiles for `wasm32-unknown-unknown`, where the host's `fetch` sends the requests and
//! its timers do the waiting; the limiter, repeats, timeouts, paging ahead and the limit of
//! `max_body_bytes` work as elsewhere. What a host decides for itself differs:
//!
//! - TLS, whom it trusts and the waiting for a connection are its own: `root_certificate` and
//!   `connect_timeout` have no effect, the features `rustls`, `native-tls` and `blocking` neither.
//! - `fetch` follows redirects, and sends the header `auth` along where the other host allows it.
//! - Why no connection came about is not told: it may also be that the API does not allow the page
//!   to call it (CORS), so a failure counts as one that may have had effect.
//! - Futures are not [`Send`]: a [`TokenProvider`] may use whatever the host offers.
//!
//! A client secret has no place in a page: have a server of yours sign the tokens, and fetch them
//! with a [`token_fn`].
//!
//! # Rust versions
//!
//! The oldest Rust that compiles this crate is the one in its `rust-version`, which is also the one
//! that the project is built and tested with.

mod api;
mod auth;
mod base_url;
#[cfg(all(feature = "blocking", not(target_family = "wasm")))]
pub mod blocking;
mod builder;
mod calls;
mod clock;
mod contact_lists;
mod contacts;
mod decode;
mod deletion;
mod ended;
mod engine;
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
mod ids;
mod lenient;
mod observer;
mod operation;
mod options;
mod platform;
mod random;
mod token;
mod trace;
mod transport;

/// The readme's program compiles.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

pub use reqwest::header::HeaderMap;

pub use self::api::AgentAssist;
pub use self::auth::{
    JwtApp, TokenError, TokenFn, TokenFuture, TokenProvider, TokenRequest, token_fn,
};
pub use self::builder::AgentAssistBuilder;
pub use self::clock::{Clock, SystemClock};
pub use self::contact_lists::ContactLists;
pub use self::contacts::{
    BulkOutcome, ContactStream, Contacts, DeleteMany, Fate, ListContacts, ListingFault,
    MAX_IDS_PER_REQUEST,
};
pub use self::deletion::Deletion;
pub use self::engine::{Phase, RateLimiter};
pub use self::error::{
    Answer, BuildError, Call, ConnectCause, DecodeError, DecodeProblem, Error, UnauthorizedCause,
};
pub use self::ids::IntoId;
pub use self::observer::{Exchange, Observer};
pub use self::operation::{Operation, RetryClass};
pub use self::options::RetryPolicy;
pub use self::platform::{BoxFuture, MaybeSend};
pub use self::token::Token;
pub use self::transport::Transport;
