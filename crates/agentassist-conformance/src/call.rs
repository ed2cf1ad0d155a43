//! An exchange that calls an operation, as the rules look at it.

use std::borrow::Cow;

use serde_json::Value;

use crate::address::Address;
use crate::document::{self, Operation, Response, Validator, Verdict};
use crate::exchange::{Body, Headers, MessagePart, Source};
use crate::generated::validators::Said;
use crate::routing::PathParameters;
use crate::streaming::{Reading, Shown};
use crate::values::are_many;

/// The parameters of a query, by name and value, in their order.
pub(crate) type Query<'a> = Vec<(Cow<'a, str>, Cow<'a, str>)>;

/// An exchange that calls an operation.
pub(crate) struct Call<'a> {
    pub(crate) operation: &'static Operation,
    pub(crate) parameters: &'a PathParameters<'a>,
    pub(crate) address: &'a Address<'a>,
    /// The parameters in its query.
    pub(crate) query: Query<'a>,
    pub(crate) sent: Message<'a>,
    pub(crate) status: u16,
    /// The documented answer for the status.
    pub(crate) documented: Option<&'static Response>,
    pub(crate) answered: Message<'a>,
    pub(crate) source: Option<&'a Source>,
}

/// A request or an answer.
pub(crate) struct Message<'a> {
    pub(crate) headers: &'a Headers,
    pub(crate) content: Content<'a>,
    /// What is kept of a JSON body that the operation describes.
    pub(crate) said: Said<'a>,
    /// It holds so much that nothing is kept of it.
    pub(crate) is_long: bool,
}

/// A body.
#[derive(Debug, Clone)]
pub(crate) enum Content<'a> {
    /// There is none.
    Absent,
    /// It is not JSON, or names a property twice.
    Text(&'a str),
    /// It is not UTF-8: its text, as far as it can be read.
    NotUtf8(&'a str),
    /// It is JSON, of which nothing is known yet.
    Tree(&'a Value),
    /// It is JSON that holds so much that no tree is made of it.
    Long(&'a str),
    /// It is JSON that its schema allows, and that the document knows wholly.
    Conforming(Box<Shown>),
}

impl<'a> Call<'a> {
    /// The value of a path parameter.
    pub(crate) fn path(&self, name: &str) -> Option<&str> {
        let parameter = self.parameters.iter().find(|(known, _)| *known == name);
        parameter.map(|(_, value)| &**value)
    }

    /// The value of a query parameter that stands there once and is a whole number of the document.
    pub(crate) fn query_number(&self, name: &str) -> Option<u64> {
        let mut values = self.query.iter().filter(|(known, _)| known == name);
        let value = values.next()?.1.parse().ok().filter(|value| i64::try_from(*value).is_ok())?;
        values.next().is_none().then_some(value)
    }

    /// A header of the request; nothing where it stands there with several values.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.sent.headers.only(name)
    }

    /// What is kept of an answer with a status of success, if it is JSON.
    pub(crate) fn success(&self) -> Option<&Said<'a>> {
        let Message { content, said, is_long, .. } = &self.answered;
        let is_json = matches!(content, Content::Tree(_) | Content::Conforming(_));
        (self.is_success() && is_json && !is_long).then_some(said)
    }

    /// Whether the answer has a status of success.
    pub(crate) fn is_success(&self) -> bool {
        is_success(self.status)
    }

    /// Whether a part of it was left out of the recording, wholly or in part.
    pub(crate) fn lacks(&self, part: MessagePart) -> bool {
        self.source.is_some_and(|source| source.unrecorded.contains(&part))
    }
}

impl<'a> Message<'a> {
    /// The request that calls an operation.
    pub(crate) fn request(
        operation: &Operation,
        headers: &'a Headers,
        content: Content<'a>,
    ) -> Self {
        Self::of(operation.request_body.as_ref(), headers, content)
    }

    /// The answer of an operation. Every answer with a status of success is taken to mean what the
    /// documented one does.
    pub(crate) fn answer(
        operation: &Operation,
        status: u16,
        headers: &'a Headers,
        content: Content<'a>,
    ) -> Self {
        let success = operation.success().filter(|_| is_success(status));
        Self::of(success.and_then(|response| response.body.as_ref()), headers, content)
    }

    fn of(described: Option<&document::Body>, headers: &'a Headers, content: Content<'a>) -> Self {
        let validator = described.map(|body| body.validator);
        match &content {
            Content::Tree(tree) => {
                let is_long = are_many(tree) && !validator.is_some_and(|it| it.knows(tree));
                let said = validator.filter(|_| !is_long).map(|validator| validator.said(tree));
                Self { headers, content, said: said.unwrap_or(Said::Nothing), is_long }
            }
            Content::Long(text) => {
                let reading =
                    validator.and_then(Validator::body_schema).map(|it| it.read_text(text));
                match reading.filter(|reading| reading.verdict == Verdict::Valid) {
                    Some(reading) => Self::conforming(headers, Some(reading)),
                    None => Self { headers, content, said: Said::Nothing, is_long: true },
                }
            }
            Content::Absent | Content::Text(_) | Content::NotUtf8(_) | Content::Conforming(_) => {
                Self { headers, content, said: Said::Nothing, is_long: false }
            }
        }
    }

    /// A message whose body conforms, or is not there.
    pub(crate) fn conforming(headers: &'a Headers, body: Option<Reading<'a>>) -> Self {
        match body {
            None => Self { headers, content: Content::Absent, said: Said::Nothing, is_long: false },
            Some(Reading { said, shown, .. }) => {
                let content = Content::Conforming(Box::new(shown));
                Self { headers, content, said, is_long: false }
            }
        }
    }
}

impl<'a> Content<'a> {
    pub(crate) fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    pub(crate) fn of(body: &'a Body) -> Self {
        match body {
            Body::Absent => Self::Absent,
            Body::Text(text) => Self::Text(text),
            Body::NotUtf8(text) => Self::NotUtf8(text),
            Body::Json(tree) => Self::Tree(tree),
        }
    }
}

fn is_success(status: u16) -> bool {
    (200..300).contains(&status)
}
