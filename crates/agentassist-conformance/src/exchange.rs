//! One request with its response, as recordings hold it.
//!
//! ```json
//! {
//!   "request": {"method": "GET", "url": "https://…", "headers": {"accountId": "…"}},
//!   "response": {"status": 200, "headers": {}, "body": {"results": []}},
//!   "source": {"kind": "sandbox"}
//! }
//! ```

mod body;
mod headers;
mod repeated;

use serde::{Deserialize, Serialize};

pub use self::body::Body;
pub use self::headers::Headers;
pub(crate) use self::repeated::repeated_property;

/// One request with its response.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Exchange {
    /// What was asked.
    pub request: Request,
    /// What was answered.
    pub response: Response,
    /// Where the exchange comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// A request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// Method, in capitals.
    pub method: String,
    /// Full URL.
    pub url: String,
    /// Headers; credentials are redacted.
    #[serde(default)]
    pub headers: Headers,
    /// Body.
    #[serde(default, skip_serializing_if = "Body::is_absent")]
    pub body: Body,
}

/// A response.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Response {
    /// HTTP status.
    pub status: u16,
    /// Headers.
    #[serde(default)]
    pub headers: Headers,
    /// Body.
    #[serde(default, skip_serializing_if = "Body::is_absent")]
    pub body: Body,
}

/// Where an exchange comes from, and what was done to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// What produced it.
    pub kind: SourceKind,
    /// The page it is copied from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// Its author left parts out, so that counts need not agree with lists.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub trimmed: bool,
    /// Its author hid parts of ids and numbers.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub masked: bool,
    /// Anything else worth knowing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What produced an exchange.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// A sample of the vendor's documentation.
    DocumentationSample,
    /// This project's sandbox.
    Sandbox,
    /// A live host.
    Live,
}
