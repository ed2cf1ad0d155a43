//! Where an exchange comes from, and what of it was never recorded.

use std::collections::BTreeSet;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use super::Exchange;
use crate::moment::Moment;

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
    /// What whoever recorded it left out, wholly or in part.
    ///
    /// That something is missing there proves nothing; what stands there is judged all the same.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub unrecorded: BTreeSet<MessagePart>,
    /// When it began, as RFC 3339 writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started: Option<String>,
    /// How many whole milliseconds passed until its answer was there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub milliseconds: Option<u64>,
    /// Anything else worth knowing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What produced an exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum SourceKind {
    /// A sample of the vendor's documentation.
    DocumentationSample,
    /// This project's sandbox.
    Sandbox,
    /// A live host.
    Live,
    /// Whatever stands behind a proxy, a layer or a client that recorded it for this judge.
    Recorded,
    /// A HAR file of a browser or another tool.
    Har,
    /// A recording of the crate `httpmock`.
    Httpmock,
}

/// A part of a message that a recording may lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MessagePart {
    /// Headers of the request: more may have been sent than stand there.
    RequestHeaders,
    /// The body of the request.
    RequestBody,
    /// Headers of the response: more may have come than stand there.
    ResponseHeaders,
    /// The body of the response.
    ResponseBody,
}

impl SourceKind {
    /// How they are written.
    pub(crate) const NAMES: &[&str] =
        &["documentation-sample", "sandbox", "live", "recorded", "har", "httpmock"];
}

impl MessagePart {
    /// How they are written.
    pub(crate) const NAMES: &[&str] =
        &["request-headers", "request-body", "response-headers", "response-body"];
}

impl Source {
    /// A source of which nothing is known but its kind.
    #[must_use]
    pub fn new(kind: SourceKind) -> Self {
        Self {
            kind,
            page: None,
            trimmed: false,
            masked: false,
            unrecorded: BTreeSet::new(),
            started: None,
            milliseconds: None,
            note: None,
        }
    }

    /// A source that knows when the exchange began and how long it took, by the millisecond.
    ///
    /// By its times is known which of two exchanges came first, and whether they overlap.
    #[must_use]
    pub fn timed(mut self, started: SystemTime, took: Duration) -> Self {
        self.started = Some(Moment::of(started).to_string());
        self.milliseconds = u64::try_from(took.as_millis()).ok();
        self
    }

    /// A source that left parts of messages out.
    #[must_use]
    pub fn without(mut self, parts: impl IntoIterator<Item = MessagePart>) -> Self {
        self.unrecorded.extend(parts);
        self
    }
}

impl Exchange {
    /// Whether a part of it was left out of the recording, wholly or in part.
    #[must_use]
    pub fn lacks(&self, part: MessagePart) -> bool {
        self.source.as_ref().is_some_and(|source| source.unrecorded.contains(&part))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_was_not_recorded_stands_in_the_source_and_comes_back() {
        let parts = [MessagePart::ResponseBody, MessagePart::RequestHeaders];
        let source = Source::new(SourceKind::Har).without(parts);
        let written = serde_json::to_value(&source).unwrap();
        let unrecorded = ["request-headers", "response-body"];
        assert_eq!(written, json!({"kind": "har", "unrecorded": unrecorded}));
        assert_eq!(serde_json::from_value::<Source>(written).unwrap(), source);
    }

    #[test]
    fn names_are_those_that_are_read() {
        for name in SourceKind::NAMES {
            let kind: SourceKind = serde_json::from_value(json!(name)).unwrap();
            assert_eq!(serde_json::to_value(kind).unwrap(), json!(name));
        }
        for name in MessagePart::NAMES {
            serde_json::from_value::<MessagePart>(json!(name)).unwrap();
        }
    }

    #[test]
    fn times_stand_there_by_the_millisecond() {
        let started = SystemTime::UNIX_EPOCH + Duration::from_micros(1_767_225_600_001_999);
        let source = Source::new(SourceKind::Live).timed(started, Duration::from_micros(12_999));
        let written = serde_json::to_value(&source).unwrap();
        let started = "2026-01-01T00:00:00.001Z";
        assert_eq!(written, json!({"kind": "live", "started": started, "milliseconds": 12}));
    }

    #[test]
    fn a_source_that_lacks_nothing_says_nothing_of_it() {
        let written = serde_json::to_value(Source::new(SourceKind::Live)).unwrap();
        assert_eq!(written, json!({"kind": "live"}));
    }
}
