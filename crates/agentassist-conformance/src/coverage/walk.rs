//! Which parts of the document one exchange shows.

use serde_json::Value;

use super::Hits;
use super::hits::bits;
use super::part::{Described, OfBody, PARTS};
use crate::call::{Call, Content, Message};
use crate::document::Place;
use crate::rules::request::media_type;
use crate::streaming::Shown;

/// The parts of the document that an exchange shows, each once.
pub(crate) fn hits(call: &Call<'_>) -> Hits {
    let mut hits = Hits::default();
    let Some(parts) = PARTS.of(call.operation) else { return hits };
    for (parameter, part) in call.operation.parameters.iter().zip(&parts.parameters) {
        let is_there = match parameter.place {
            Place::Path => true,
            Place::Query => call.query.iter().any(|(name, _)| name == parameter.name),
            Place::Header => call.header(parameter.name).is_some(),
        };
        if is_there {
            hits.insert(*part);
        }
    }
    if let Some(body) = &parts.request {
        message(&call.sent, body, &mut hits);
    }
    let Some(documented) = call.documented else { return hits };
    hits.insert(parts.operation);
    for (known, (part, body)) in call.operation.responses.iter().zip(&parts.answers) {
        if known.status == documented.status {
            hits.insert(*part);
            if let Some(body) = body {
                message(&call.answered, body, &mut hits);
            }
        }
    }
    hits
}

fn message(message: &Message<'_>, body: &OfBody, hits: &mut Hits) {
    let sent = message.headers.get("content-type").map(media_type);
    if sent.is_some_and(|sent| sent.eq_ignore_ascii_case(body.media_type)) {
        hits.insert(body.media_type_part);
    }
    match &message.content {
        Content::Tree(tree) => step(tree, &body.described, hits),
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

fn step(value: &Value, described: &Described, hits: &mut Hits) {
    if let Some(part) = described.part {
        hits.insert(part);
    }
    match value {
        Value::Object(object) => {
            for (name, inner) in object {
                if let Some(described) = described.properties.get(name) {
                    step(inner, described, hits);
                }
            }
        }
        Value::Array(items) => {
            if let Some(described) = &described.items {
                for item in items {
                    step(item, described, hits);
                }
            }
        }
        Value::String(text) => {
            if let Some(part) = described.values.get(text) {
                hits.insert(*part);
            }
        }
        _ => {}
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
                    step(&serde_json::from_str(&text).unwrap(), &parts.described, &mut by_walk);
                    assert_eq!(by_pass, by_walk, "{} {text}", operation.id);
                }
            }
        }
        assert!(compared > 2_000);
    }
}
