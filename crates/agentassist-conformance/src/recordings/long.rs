//! Exchanges that the short ways say nothing of, judged without a tree of what holds too much.

use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use crate::Judge;
use crate::call::Content;
use crate::document::Operation;
use crate::exchange::{Body, Headers, Source, repeated_property};
use crate::judge::Verdict;
use crate::reproduction::{Asked, Reproduction};
use crate::values::{are_many_in, json_error};

/// The longest body, in bytes, of which a command shows anything.
const SHOWN: usize = 16 * 1024;

/// The verdict on an exchange as a recording has it.
pub(super) fn judge(judge: &Judge, text: &str) -> serde_json::Result<Verdict> {
    let Exchange { request, response, source } = serde_json::from_str(text)?;
    let (sent, answer) = (Held::of_json(request.body)?, Held::of_json(response.body)?);
    let asked = Asked { url: &request.url, headers: &request.headers, body: sent.content() };
    let answered = (&response.headers, answer.content());
    let method = &request.method;
    Ok(judge.judge_messages(method, &asked, response.status, answered, source.as_ref()))
}

/// The command that makes the call of an exchange again.
pub(super) fn reproduction(operation: &Operation, text: &[u8]) -> Option<Reproduction> {
    let AskedOnly { request } = serde_json::from_slice(text).ok()?;
    let held = match request.body {
        Some(body) if body.get().len() > SHOWN => Held::UNSHOWN,
        body => Held::of_json(body).ok()?,
    };
    let asked = Asked { url: &request.url, headers: &request.headers, body: held.content() };
    Some(Reproduction::of(operation, &asked))
}

/// An exchange as [`crate::Exchange`] has it, whose bodies are not read yet.
#[derive(Deserialize)]
struct Exchange<'a> {
    #[serde(borrow)]
    request: Request<'a>,
    #[serde(borrow)]
    response: Response<'a>,
    #[serde(default)]
    source: Option<Source>,
}

#[derive(Deserialize)]
struct AskedOnly<'a> {
    #[serde(borrow)]
    request: Request<'a>,
}

#[derive(Deserialize)]
struct Request<'a> {
    method: String,
    url: String,
    #[serde(default)]
    headers: Headers,
    #[serde(borrow, default, deserialize_with = "present")]
    body: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Response<'a> {
    status: u16,
    #[serde(default)]
    headers: Headers,
    #[serde(borrow, default, deserialize_with = "present")]
    body: Option<&'a RawValue>,
}

/// Reads `null` as the JSON that it is.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<&'de RawValue>, D::Error> {
    Deserialize::deserialize(deserializer).map(Some)
}

/// A body, or the text of one that holds too much for a tree.
pub(super) enum Held<'a> {
    Body(Body),
    Long(&'a str),
}

impl<'a> Held<'a> {
    const UNSHOWN: Self = Self::Long("");

    /// A body as it went over the wire, if it is short enough to be shown.
    pub(super) fn shown(bytes: &[u8]) -> Self {
        if bytes.len() > SHOWN { Self::UNSHOWN } else { Self::Body(Body::from_bytes(bytes)) }
    }

    /// A body as a recording has it.
    fn of_json(body: Option<&'a RawValue>) -> serde_json::Result<Self> {
        /// What a body is wrapped in that looks like a wrapper.
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Wrapper<'a> {
            #[serde(borrow)]
            json: &'a RawValue,
        }

        let Some(body) = body else { return Ok(Self::Body(Body::Absent)) };
        let text = body.get();
        if !are_many_in(text)? {
            return serde_json::from_str(text).map(Self::Body);
        }
        let inner = serde_json::from_str::<Wrapper<'a>>(text).map(|wrapper| wrapper.json.get());
        Ok(Self::of_long(inner.unwrap_or(text)))
    }

    /// A body as it went over the wire.
    pub(super) fn of_bytes(bytes: &'a [u8]) -> Self {
        match std::str::from_utf8(bytes) {
            Ok(text) if matches!(are_many_in(text), Ok(true)) => Self::of_long(text),
            _ => Self::Body(Body::from_bytes(bytes)),
        }
    }

    /// A body that holds much, and may be no JSON all the same.
    fn of_long(text: &'a str) -> Self {
        if json_error(text).is_none() && repeated_property(text).is_none() {
            Self::Long(text)
        } else {
            Self::Body(Body::Text(text.to_owned()))
        }
    }

    pub(super) fn content(&self) -> Content<'_> {
        match self {
            Self::Body(body) => Content::of(body),
            Self::Long(text) => Content::Long(text),
        }
    }
}
