//! What is news in a body: integers out of range, values that an open vocabulary does not list, and
//! properties that the document does not know.

use std::borrow::Cow;
use std::fmt::{self, Write};

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::Rule;
use crate::document::{Evidence, Shape, Validator, evidence_at};
use crate::finding::{Finding, Severity};
use crate::findings::Findings;
use crate::judge::Options;

/// The most of a name that is shown, in bytes: the document's are far shorter.
const NAME: usize = 200;

/// Tells what is news in a body.
pub(super) struct News<'a> {
    validator: &'static Validator,
    options: &'a Options,
    /// Where in the exchange it is.
    pointer: String,
    findings: &'a mut Findings,
}

impl<'a> News<'a> {
    pub(super) fn new(
        validator: &'static Validator,
        pointer: &str,
        options: &'a Options,
        findings: &'a mut Findings,
    ) -> Self {
        Self { validator, options, pointer: pointer.to_owned(), findings }
    }

    /// Reads a body to its end, or until there are findings enough.
    pub(super) fn read<'de, D: Deserializer<'de>>(mut self, body: D) -> Result<(), D::Error> {
        let shape = self.validator.shape();
        Part { shape, news: &mut self }.deserialize(body)
    }

    fn unknown_property(&mut self, name: &str, shape: &Shape) {
        let step = shown(name).replace('~', "~0").replace('/', "~1");
        let message = format!("the property `{step}` is not in the document");
        let place = format!("{}/{step}", self.pointer);
        let mut finding = Finding::new(Rule::PropertyUndocumented, place, message);
        if self.options.strict {
            finding.severity = Severity::Error;
        }
        self.findings.push(finding.against(&*shape.document, self.evidence(shape)));
    }

    /// How well a part of the document is known.
    fn evidence(&self, shape: &Shape) -> Evidence {
        evidence_at(&shape.document).unwrap_or_else(|| self.validator.evidence())
    }

    fn number(&mut self, number: &Value, shape: &Shape) {
        if !fits(number, shape.keyword("format")) {
            let message = "more than 64 bits can hold";
            let evidence = self.validator.evidence();
            self.findings.push(
                Finding::new(Rule::IntegerRange, &*self.pointer, message)
                    .against(format!("{}/format", shape.document), evidence),
            );
        }
    }

    fn text(&mut self, text: &str, shape: &Shape) {
        let Some(known) = shape.keyword("x-extensible-enum").and_then(Value::as_array) else {
            return;
        };
        if !known.iter().any(|value| value == text) {
            let known: Vec<_> = known.iter().filter_map(Value::as_str).collect();
            let message = format!("a value other than the known {}", known.join(", "));
            let document = format!("{}/x-extensible-enum", shape.document);
            self.findings.push(
                Finding::new(Rule::EnumUnknown, &*self.pointer, message)
                    .against(document, self.evidence(shape)),
            );
        }
    }
}

/// A part of a body.
struct Part<'a, 'n> {
    shape: &'static Shape,
    news: &'a mut News<'n>,
}

impl<'de> DeserializeSeed<'de> for Part<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Part<'_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let (shape, news) = (self.shape.of_kind("object"), self.news);
        let length = news.pointer.len();
        while let Some(name) = map.next_key::<Cow<'de, str>>()? {
            let known = shape.properties.as_ref();
            let Some(shape) = known.and_then(|known| known.get(&*name)) else {
                // Of a value of another type, what it holds is no news.
                if known.is_some() {
                    news.unknown_property(&name, shape);
                    enough(news)?;
                }
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            news.pointer.push('/');
            news.pointer.push_str(&name);
            map.next_value_seed(Part { shape, news })?;
            news.pointer.truncate(length);
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let (shape, news) = (self.shape.of_kind("array"), self.news);
        let Some(items) = &shape.items else {
            while list.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(());
        };
        let length = news.pointer.len();
        for index in 0_usize.. {
            // expect: writing to a string does not fail.
            write!(news.pointer, "/{index}").expect("a string takes any text");
            let item = list.next_element_seed(Part { shape: &items.shape, news })?;
            news.pointer.truncate(length);
            if item.is_none() {
                break;
            }
            enough(news)?;
        }
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, value: i64) -> Result<(), E> {
        self.news.number(&Value::from(value), self.shape.of_kind("integer"));
        Ok(())
    }

    fn visit_u64<E>(self, value: u64) -> Result<(), E> {
        self.news.number(&Value::from(value), self.shape.of_kind("integer"));
        Ok(())
    }

    fn visit_f64<E>(self, value: f64) -> Result<(), E> {
        self.news.number(&Value::from(value), self.shape.of_kind("number"));
        Ok(())
    }

    fn visit_str<E>(self, value: &str) -> Result<(), E> {
        self.news.text(value, self.shape.of_kind("string"));
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

fn enough<E: Error>(news: &News<'_>) -> Result<(), E> {
    if news.findings.are_enough() { Err(E::custom("enough is found")) } else { Ok(()) }
}

/// As much of a name as a finding shows.
pub(super) fn shown(name: &str) -> Cow<'_, str> {
    if name.len() <= NAME {
        return Cow::Borrowed(name);
    }
    Cow::Owned(format!("{}…", &name[..name.floor_char_boundary(NAME)]))
}

/// Whether a number fits into the integer format that its schema names.
pub(super) fn fits(value: &Value, format: Option<&Value>) -> bool {
    const EXCLUSIVE_END: f64 = 9_223_372_036_854_775_808.0;

    let whole = |number: f64| number.fract() == 0.0;
    match format.and_then(Value::as_str) {
        Some("int64") => {
            let far = |number: f64| whole(number) && number.abs() >= EXCLUSIVE_END;
            value.is_i64() || !value.as_f64().is_some_and(far)
        }
        Some("int32") => value.as_i64().is_none_or(|number| i32::try_from(number).is_ok()),
        _ => true,
    }
}
