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
mod source;
mod tree;

use serde::{Deserialize, Serialize};

pub use self::body::Body;
pub use self::headers::Headers;
pub(crate) use self::repeated::repeated_property;
pub use self::source::{MessagePart, Source, SourceKind};
pub(crate) use self::tree::Tree;

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
