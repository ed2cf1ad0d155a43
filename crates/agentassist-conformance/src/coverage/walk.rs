//! Which parts of the document one exchange shows.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::broken::Spot;
use super::hits::bits;
use super::part::{Described, OfBody, PARTS};
use super::{Broken, Hits};
use crate::call::{Call, Content, Message};
use crate::document::{Parameter, Place};
use crate::rules::request::media_type;
use crate::streaming::Shown;

/// The parts of the document that an exchange shows, each once.
///
/// What breaks its schema is not covered: an answer with its operation, a parameter, a property, a
/// value. What else stands in the same message is.
pub(crate) fn hits(call: &Call<'_>, broken: &Broken) -> Hits {
    let mut hits = Hits::default();
    let Some(parts) = PARTS.of(call.operation) else { return hits };
    for (parameter, part) in call.operation.parameters.iter().zip(&parts.parameters) {
        let is_there = match parameter.place {
            Place::Path => true,
            Place::Query => call.query.iter().any(|(name, _)| name == parameter.name),
            Place::Header => call.header(parameter.name).is_some(),
        };
        if is_there && (!broken.parameters || is_valid(call, parameter)) {
            hits.insert(*part);
        }
    }
    if let Some(body) = &parts.request {
        message(&call.sent, body, ("/request/body", broken), &mut hits);
    }
    let Some(documented) = call.documented else { return hits };
    if !broken.answer {
        hits.insert(parts.operation);
    }
    for (known, (part, body)) in call.operation.responses.iter().zip(&parts.answers) {
        if known.status == documented.status {
            if !broken.answer {
                hits.insert(*part);
            }
            if let Some(body) = body {
                message(&call.answered, body, ("/response/body", broken), &mut hits);
            }
        }
    }
    hits
}

/// Whether every value of a parameter is allowed, and the same.
fn is_valid(call: &Call<'_>, parameter: &Parameter) -> bool {
    let allows = |text: &str| parameter.validator.allows_parameter(text);
    let name = parameter.name;
    match parameter.place {
        Place::Path => call.path(name).is_some_and(allows),
        // It is not there if its values contradict each other.
        Place::Header => call.header(name).is_some_and(allows),
        Place::Query => {
            let mut values = call.query.iter().filter(|(known, _)| known == name);
            let first = values.next().map(|(_, text)| text.trim());
            let is_same = values.all(|(_, text)| Some(text.trim()) == first);
            first.is_some_and(allows) && is_same
        }
    }
}

fn message(
    message: &Message<'_>,
    body: &OfBody,
    (pointer, broken): (&str, &Broken),
    hits: &mut Hits,
) {
    let sent = message.headers.get("content-type").map(media_type);
    if sent.is_some_and(|sent| sent.eq_ignore_ascii_case(body.media_type)) {
        hits.insert(body.media_type_part);
    }
    match &message.content {
        Content::Tree(_) | Content::Long(_) if broken.bodies => {}
        // Values of a tree can all be read. What is no longer JSON shows nothing more.
        Content::Tree(tree) => {
            let spot = Spot::at(pointer);
            let _ = Step { described: &body.described, broken, spot, hits }.deserialize(*tree);
        }
        Content::Long(text) => {
            let (spot, text) = (Spot::at(pointer), &mut serde_json::Deserializer::from_str(text));
            let _ = Step { described: &body.described, broken, spot, hits }.deserialize(text);
        }
        Content::Conforming(shown) => shown_parts(shown, body, hits),
        Content::Absent | Content::Text(_) | Content::NotUtf8(_) => {}
    }
}

/// The parts that the bits of a pass stand for.
fn shown_parts(shown: &Shown, body: &OfBody, hits: &mut Hits) {
    for (place, parts) in &body.places {
        for bit in bits(shown[*place]) {
            hits.insert(parts[bit as usize]);
        }
    }
}

/// A value, with what the document says can be seen in it.
struct Step<'a> {
    described: &'a Described,
    broken: &'a Broken,
    /// Where it stands.
    spot: Spot,
    hits: &'a mut Hits,
}

impl<'de> DeserializeSeed<'de> for Step<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if let Some(part) = self.described.part.filter(|_| !self.broken.has(self.spot)) {
            self.hits.insert(part);
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Step<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { described, broken, spot, hits } = self;
        while let Some(name) = map.next_key::<Cow<'de, str>>()? {
            match described.properties.get(&*name) {
                Some(described) => {
                    let spot = broken.below(spot, &name);
                    map.next_value_seed(Step { described, broken, spot, hits })?;
                }
                None => _ = map.next_value::<IgnoredAny>()?,
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let Self { described, broken, spot, hits } = self;
        match &described.items {
            Some(described) => {
                for index in 0_usize.. {
                    let spot = broken.below(spot, index);
                    let step = Step { described, broken, spot, hits };
                    if list.next_element_seed(step)?.is_none() {
                        break;
                    }
                }
            }
            None => while list.next_element::<IgnoredAny>()?.is_some() {},
        }
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        let part = self.described.values.get(text);
        if let Some(part) = part.filter(|_| !self.broken.has(self.spot)) {
            self.hits.insert(*part);
        }
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{OPERATIONS, Verdict};
    use crate::streaming::tests::bodies;

    #[test]
    fn a_pass_shows_the_parts_that_a_walk_over_the_tree_finds() {
        let mut compared = 0;
        for operation in OPERATIONS {
            let parts = PARTS.of(operation).unwrap();
            let answers = operation.responses.iter().zip(&parts.answers);
            let answers = answers.map(|(answer, (_, parts))| (answer.body.as_ref(), parts));
            let messages = answers.chain([(operation.request_body.as_ref(), &parts.request)]);
            for (body, parts) in messages.filter_map(|(body, parts)| Some((body?, parts.as_ref()?)))
            {
                for seed in 0..2_000 {
                    let text = bodies::body(body.validator.pointer(), seed);
                    let reading = body.validator.body_schema().unwrap().read_text(&text);
                    if reading.verdict != Verdict::Valid {
                        continue;
                    }
                    compared += 1;
                    let (mut by_pass, mut by_walk) = (Hits::default(), Hits::default());
                    shown_parts(&reading.shown, parts, &mut by_pass);
                    let tree: serde_json::Value = serde_json::from_str(&text).unwrap();
                    let (broken, spot) = (&Broken::default(), Spot::at(""));
                    let hits = &mut by_walk;
                    let step = Step { described: &parts.described, broken, spot, hits };
                    step.deserialize(&tree).unwrap();
                    assert_eq!(by_pass, by_walk, "{} {text}", operation.id);
                }
            }
        }
        assert!(compared > 2_000);
    }
}
