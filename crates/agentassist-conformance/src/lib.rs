//! Judges recorded traffic of Kore.ai's contact-centre operations against the OpenAPI document.
//!
//! An [`Exchange`] is one request with its response. The [`Judge`] finds the operation that it
//! calls and reports each way in which it breaks the document as a [`Finding`], with a stable
//! rule, a severity that depends on how well the broken part is known, and the place. A [`Report`]
//! gathers findings and [`Coverage`] over many exchanges. Nothing here opens a socket: where a
//! recorder of the feature `reqwest` sends a request, it does so by the client that it is given.
//!
//! ```
//! use agentassist_conformance::{Exchange, Judge, Severity};
//!
//! let exchange: Exchange = serde_json::from_str(r#"{
//!     "request": {
//!         "method": "GET",
//!         "url": "https://platform.kore.ai/agentassist/api/v1/public/st-1/contacts",
//!         "headers": {"auth": "redacted-1", "accountId": "a-1", "content-type": "application/json"}
//!     },
//!     "response": {
//!         "status": 200,
//!         "headers": {"content-type": "application/json"},
//!         "body": {"results": [], "skip": 0, "limit": "ten", "hasMore": false,
//!                  "totalPages": 0, "totalResults": 0}
//!     }
//! }"#)?;
//! let verdict = Judge::default().judge(&exchange);
//! assert_eq!(verdict.findings[0].pointer, "/response/body/limit");
//! assert_eq!(verdict.findings[0].severity, Severity::Error);
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! | module | holds |
//! |---|---|
//! | [`coverage`] | which parts of the document were seen |
//! | [`document`] | what the judge knows of the document: operations, evidence, validators |
//! | [`exchange`] | one request with its response |
//! | [`recordings`] | reading and writing files of exchanges |
//! | [`redaction`] | taking secrets and personal data out of an exchange |
//! | [`report`] | findings and coverage of a whole run, as text or JSON |
//! | [`rules`] | every rule with its id |
//!
//! | feature | adds |
//! |---|---|
//! | `tower` | `Recorder::layer`, which records what passes through a service of HTTP messages |
//! | `reqwest` | `Recorder::send`, which records what a client sends and gets |

mod address;
mod assertion;
mod baseline;
mod call;
pub mod coverage;
pub mod document;
mod document_lines;
pub mod exchange;
mod finding;
mod findings;
mod fingerprint;
mod full_name;
mod generated {
    pub(crate) mod operations;
    pub(crate) mod validators;
}
mod host;
mod judge;
mod moment;
mod phone;
pub mod recordings;
pub mod redaction;
pub mod report;
mod reproduction;
mod routing;
pub mod rules;
mod schema_walk;
mod streaming;
mod values;

pub use self::assertion::{Nonconformity, ToExchanges, conforms};
pub use self::baseline::Baseline;
pub use self::coverage::Coverage;
pub use self::exchange::Exchange;
pub use self::finding::{Certainty, Finding, OperationId, Severity};
pub use self::fingerprint::Fingerprint;
pub use self::host::{Host, HostError};
pub use self::judge::{Judge, Subject, Verdict};
pub use self::report::Report;
pub use self::rules::{Explanation, Rule};
