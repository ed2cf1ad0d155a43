//! An exchange as a recording has it, judged in one pass with no tree of its bodies.
//!
//! A body can be read once it is known what is called, and with what status. Mostly that stands
//! before it; where it does not, the text is passed once to learn it, and read again.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::{Map, Value};

use crate::Judge;
use crate::call::Message;
use crate::exchange::{Headers, Source};
use crate::generated::validators::BodySchema;
use crate::judge::{Called, Verdict};
use crate::streaming::{self, Anything, Notes, Reading, TextOf, property, unkept};

/// How deep in an exchange its bodies are.
const BODY_DEPTH: u8 = 2;

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
    known: Known,
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
struct Known {
    called: Option<Called>,
    status: Option<u16>,
    /// It was learnt from a first pass.
    is_second: bool,
}

impl<'de> Outline<'de> {
    fn pass(judge: &Judge, text: &'de str, known: Known) -> Option<Self> {
        let mut outline = Self { known, ..Self::default() };
        let mut deserializer = sonic_rs::Deserializer::from_str(text);
        deserializer.deserialize_map(OfExchange { judge, outline: &mut outline }).ok()?;
        deserializer.end().ok()?;
        Some(outline)
    }

    /// Reads a body, or passes over it if it comes too early.
    fn body<A: MapAccess<'de>>(
        &mut self,
        map: &mut A,
        schema: Option<BodySchema>,
    ) -> Result<Option<Reading<'de>>, A::Error> {
        let notes = Notes::below(BODY_DEPTH);
        let Some(schema) = schema else {
            if self.known.is_second {
                return Err(A::Error::custom("a body that the document does not describe"));
            }
            self.is_late = true;
            return unkept::<Anything, A>(map, &notes).map(|()| None);
        };
        let said = map.next_value_seed(BodySeed { schema, notes: &notes })?;
        let reading = Reading::of(Ok::<_, A::Error>(said), &notes);
        match reading.verdict {
            streaming::Verdict::Valid => Ok(Some(reading)),
            _ => Err(A::Error::custom("a body of which there is more to say")),
        }
    }
}

/// Reads a body by its schema.
struct BodySeed<'a> {
    schema: BodySchema,
    notes: &'a Notes,
}

impl<'de> DeserializeSeed<'de> for BodySeed<'_> {
    type Value = crate::generated::validators::Said<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        self.schema.read(deserializer, self.notes)
    }
}

/// The names of properties, in an exchange and in its messages.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(field_identifier, rename_all = "lowercase")]
enum Name {
    Request,
    Response,
    Source,
    Method,
    Url,
    Status,
    Headers,
    Body,
    #[serde(other)]
    Other,
}

/// The names that an object had so far. None may come twice.
#[derive(Default)]
struct Names(u16);

impl Names {
    fn next<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<Option<Name>, A::Error> {
        let Some(name) = map.next_key::<Name>()? else { return Ok(None) };
        let bit = 1 << name as u16;
        if self.0 & bit != 0 && name != Name::Other {
            return Err(A::Error::custom("a property is given twice"));
        }
        self.0 |= bit;
        Ok(Some(name))
    }
}

/// Passes over a property that means nothing here.
fn pass_over<'de, A: MapAccess<'de>>(map: &mut A) -> Result<(), A::Error> {
    unkept::<Anything, A>(map, &Notes::below(BODY_DEPTH))
}

struct OfExchange<'a, 'de> {
    judge: &'a Judge,
    outline: &'a mut Outline<'de>,
}

impl<'de> Visitor<'de> for OfExchange<'_, 'de> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an exchange")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { judge, outline } = self;
        let mut names = Names::default();
        while let Some(name) = names.next(&mut map)? {
            match name {
                Name::Request => map.next_value_seed(OfRequest { judge, outline })?,
                Name::Response => map.next_value_seed(OfResponse { outline })?,
                Name::Source => outline.source = source(&mut map)?,
                _ => pass_over(&mut map)?,
            }
        }
        Ok(())
    }
}

/// Reads a source, unless it has parts that no source has.
fn source<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Option<Source>, A::Error> {
    let Some(source) = map.next_value::<Option<Map<String, Value>>>()? else { return Ok(None) };
    let is_nested = |value: &Value| value.is_object() || value.is_array();
    let is_deep = |value: &Value| match value {
        Value::Array(items) => items.iter().any(is_nested),
        value => value.is_object(),
    };
    if source.values().any(is_deep) {
        return Err(A::Error::custom("more than a source"));
    }
    Source::deserialize(Value::Object(source)).map(Some).map_err(A::Error::custom)
}

struct OfRequest<'a, 'de> {
    judge: &'a Judge,
    outline: &'a mut Outline<'de>,
}

impl<'de> DeserializeSeed<'de> for OfRequest<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for OfRequest<'_, 'de> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a request")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { judge, outline } = self;
        let mut names = Names::default();
        let (mut method, mut url) = (None, None);
        let find_out = |known: &mut Known, method: &Option<Cow<'de, str>>, url: &_| {
            if let (None, Some(method), Some(url)) = (&known.called, method, url) {
                let url: &Cow<'de, str> = url;
                known.called = judge.called(method, url).ok();
            }
        };
        while let Some(name) = names.next(&mut map)? {
            match name {
                Name::Method => {
                    property::<TextOf<()>, A>(&mut map, &Notes::default(), &mut method)?;
                }
                Name::Url => property::<TextOf<()>, A>(&mut map, &Notes::default(), &mut url)?,
                Name::Headers => outline.asked = map.next_value()?,
                Name::Body => {
                    find_out(&mut outline.known, &method, &url);
                    let called = outline.known.called.as_ref();
                    let described = called.and_then(|it| it.operation.request_body.as_ref());
                    let schema = described.and_then(|body| body.validator.body_schema());
                    outline.sent = outline.body(&mut map, schema)?;
                }
                _ => pass_over(&mut map)?,
            }
        }
        find_out(&mut outline.known, &method, &url);
        // What calls no operation is judged elsewhere; the rest of it need not be read.
        outline.known.called.as_ref().map(drop).ok_or_else(|| A::Error::custom("no operation"))
    }
}

struct OfResponse<'a, 'de> {
    outline: &'a mut Outline<'de>,
}

impl<'de> DeserializeSeed<'de> for OfResponse<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for OfResponse<'_, 'de> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a response")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let outline = self.outline;
        let mut names = Names::default();
        while let Some(name) = names.next(&mut map)? {
            match name {
                Name::Status => outline.known.status = Some(map.next_value()?),
                Name::Headers => outline.answered = map.next_value()?,
                Name::Body => {
                    let schema = outline.known.answer();
                    outline.answer = outline.body(&mut map, schema)?;
                }
                _ => pass_over(&mut map)?,
            }
        }
        Ok(())
    }
}

impl Known {
    /// The schema of the answer.
    fn answer(&self) -> Option<BodySchema> {
        let documented = self.called.as_ref()?.operation.response(self.status?)?;
        documented.body.as_ref()?.validator.body_schema()
    }
}
