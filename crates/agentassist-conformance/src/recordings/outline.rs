//! An exchange as a recording has it, judged in one pass with no tree of its bodies.
//!
//! A body can be read once it is known what is called, and with what status. Mostly that stands
//! before it; where it does not, the text is passed once to learn it, and read again.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::Judge;
use crate::call::Message;
use crate::exchange::{Headers, Source, repeated_property};
use crate::generated::validators::BodySchema;
use crate::judge::{Called, Verdict};
use crate::streaming::{self, Notes, Reading, Refused, Rest, json};

/// The verdict on an exchange whose bodies conform, without a command that makes the same call.
///
/// Nothing for any other text: there is more to say of it than one pass can tell.
pub(super) fn judge_conforming(judge: &Judge, text: &str) -> Option<Verdict> {
    let first = Outline::pass(judge, text, Known::default())?;
    let outline = if first.is_late {
        let known = Known { is_second: true, ..first.known };
        Outline::pass(judge, text, known)?
    } else {
        first
    };
    let Known { called, status, .. } = outline.known;
    let (called, status) = (called?, status?);
    let sent = Message::conforming(&outline.asked, outline.sent);
    let answered = Message::conforming(&outline.answered, outline.answer);
    Some(judge.judge_call(&called.by(sent, status, answered, outline.source.as_ref())))
}

/// What there is in the text of an exchange.
#[derive(Default)]
struct Outline<'de> {
    known: Known<'de>,
    asked: Headers,
    sent: Option<Reading<'de>>,
    answered: Headers,
    answer: Option<Reading<'de>>,
    source: Option<Source>,
    /// A body came before it was known how to read it.
    is_late: bool,
}

/// What must be known before bodies can be read.
#[derive(Default)]
struct Known<'de> {
    called: Option<Called<'de>>,
    status: Option<u16>,
    /// It was learnt from a first pass.
    is_second: bool,
}

impl<'de> Outline<'de> {
    fn pass(judge: &Judge, text: &'de str, known: Known<'de>) -> Option<Self> {
        let mut outline = Self { known, ..Self::default() };
        let rest = outline.exchange(judge, text, &mut Notes::default()).ok()?;
        json::end(rest).ok()?;
        Some(outline)
    }

    fn exchange(&mut self, judge: &Judge, text: &'de str, notes: &mut Notes) -> Rest<'de> {
        let mut names = Names::default();
        json::object(text, notes, |name, text, notes| match names.take(name)? {
            Name::Request => self.request(judge, text, notes),
            Name::Response => self.response(text, notes),
            Name::Source => {
                let (raw, rest) = json::raw(text, notes)?;
                self.source = source(raw)?;
                Ok(rest)
            }
            _ => json::anything(text, notes),
        })
    }

    fn request(&mut self, judge: &Judge, text: &'de str, notes: &mut Notes) -> Rest<'de> {
        let mut names = Names::default();
        let (mut method, mut url) = (None, None);
        let rest = json::object(text, notes, |name, text, notes| {
            let rest;
            match names.take(name)? {
                Name::Method => {
                    let (text, behind) = json::string(text)?;
                    (method, rest) = (Some(text), behind);
                }
                Name::Url => {
                    let (text, behind) = json::string(text)?;
                    (url, rest) = (Some(text), behind);
                }
                Name::Headers => (self.asked, rest) = Headers::read(text, notes)?,
                Name::Body => {
                    self.known.learn(judge, method.as_deref(), url.as_ref());
                    (self.sent, rest) = self.body(self.known.sent(), text, notes)?;
                }
                _ => rest = json::anything(text, notes)?,
            }
            Ok(rest)
        })?;
        self.known.learn(judge, method.as_deref(), url.as_ref());
        // What calls no operation is judged elsewhere; the rest of it need not be read.
        self.known.called.as_ref().map(|_| rest).ok_or(Refused)
    }

    fn response(&mut self, text: &'de str, notes: &mut Notes) -> Rest<'de> {
        let mut names = Names::default();
        json::object(text, notes, |name, text, notes| {
            let rest;
            match names.take(name)? {
                Name::Status => {
                    let (status, behind) = json::number(text)?;
                    let status = status.as_u64().and_then(|it| it.try_into().ok());
                    (self.known.status, rest) = (Some(status.ok_or(Refused)?), behind);
                }
                Name::Headers => (self.answered, rest) = Headers::read(text, notes)?,
                Name::Body => (self.answer, rest) = self.body(self.known.answer(), text, notes)?,
                _ => rest = json::anything(text, notes)?,
            }
            Ok(rest)
        })
    }

    /// Reads a body, or passes over it if it comes too early.
    fn body(
        &mut self,
        schema: Option<BodySchema>,
        text: &'de str,
        notes: &mut Notes,
    ) -> Result<(Option<Reading<'de>>, &'de str), Refused> {
        let Some(schema) = schema else {
            self.is_late = true;
            // What still has no schema has none in the document.
            let is_described = !self.known.is_second;
            let rest = if is_described { json::anything(text, notes) } else { Err(Refused) };
            return rest.map(|rest| (None, rest));
        };
        notes.clear();
        let (said, rest) = schema.read(text, notes)?;
        let reading = Reading::of(Ok(said), notes);
        let body = &text[..text.len() - rest.len()];
        let may_repeat = reading.has_free && repeated_property(body).is_some();
        // Of any other there is more to say.
        (reading.verdict == streaming::Verdict::Valid && !may_repeat)
            .then_some((Some(reading), rest))
            .ok_or(Refused)
    }
}

impl<'de> Known<'de> {
    /// Finds out what is called, as soon as that can be told.
    fn learn(&mut self, judge: &Judge, method: Option<&str>, url: Option<&Cow<'de, str>>) {
        let (None, Some(method), Some(url)) = (&self.called, method, url) else { return };
        self.called = match url {
            Cow::Borrowed(url) => judge.called(method, url).ok(),
            Cow::Owned(url) => judge.called(method, url).map(Called::into_owned).ok(),
        };
    }

    /// The schema of what was sent.
    fn sent(&self) -> Option<BodySchema> {
        let described = self.called.as_ref()?.operation.request_body.as_ref()?;
        described.validator.body_schema()
    }

    /// The schema of the answer.
    fn answer(&self) -> Option<BodySchema> {
        let documented = self.called.as_ref()?.operation.response(self.status?)?;
        documented.body.as_ref()?.validator.body_schema()
    }
}

/// The names of properties, in an exchange and in its messages.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Name {
    Request,
    Response,
    Source,
    Method,
    Url,
    Status,
    Headers,
    Body,
    Other,
}

/// The names that an object had so far. None may come twice.
#[derive(Default)]
struct Names(u16);

impl Names {
    /// What a name means.
    fn take(&mut self, name: &str) -> Result<Name, Refused> {
        let name = match name {
            "request" => Name::Request,
            "response" => Name::Response,
            "source" => Name::Source,
            "method" => Name::Method,
            "url" => Name::Url,
            "status" => Name::Status,
            "headers" => Name::Headers,
            "body" => Name::Body,
            _ => Name::Other,
        };
        let bit = 1 << name as u16;
        if self.0 & bit != 0 && name != Name::Other {
            return Err(Refused);
        }
        self.0 |= bit;
        Ok(name)
    }
}

/// Reads a source, unless it has parts that no source has.
fn source(text: &str) -> Result<Option<Source>, Refused> {
    let source: Option<Map<String, Value>> = serde_json::from_str(text).map_err(|_| Refused)?;
    let Some(source) = source else { return Ok(None) };
    let is_nested = |value: &Value| value.is_object() || value.is_array();
    let is_deep = |value: &Value| match value {
        Value::Array(items) => items.iter().any(is_nested),
        value => value.is_object(),
    };
    if source.values().any(is_deep) {
        return Err(Refused);
    }
    Source::deserialize(Value::Object(source)).map(Some).map_err(|_| Refused)
}
