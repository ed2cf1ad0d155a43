//! The client for programs without an asynchronous runtime.
//!
//! Each call waits for its answer on the calling thread, while a thread of the client's own drives
//! the connections. Everything else is as with the asynchronous client, which this one wraps.
//! Within an asynchronous task a call would hold up the task's thread: there, use the asynchronous
//! client.
//!
//! ```no_run
//! use agentassist_client::{AgentAssist, JwtApp, blocking};
//!
//! # fn example(secret: String) -> Result<(), Box<dyn std::error::Error>> {
//! let api = AgentAssist::builder()
//!     .host("platform.kore.ai")
//!     .account_id("65f7d49a5dd06e2cefaxxxxx")
//!     .stream_id("st-7dc994f0-4436-5134-9fa8-a942625xxxxx")
//!     .auth(JwtApp::new("cs-…", secret))
//!     .build()?;
//! let api = blocking::AgentAssist::new(api)?;
//! for contact in api.contacts().list() {
//!     println!("{}", contact?.id);
//! }
//! # Ok(())
//! # }
//! ```

mod api;
mod contacts;
mod runtime;

pub use self::api::{AgentAssist, ContactLists};
pub use self::contacts::{ContactIter, Contacts, ListContacts};
