//! Which parts of the document one exchange shows.

use serde_json::Value;

use super::Hits;
use super::part::{Described, Kind, PARTS};
use crate::document::{Place, Response};
use crate::exchange::{Body, Headers};
use crate::rules::answer::Call;
use crate::rules::request::media_type;

/// The parts of the document that an exchange shows, each once.
pub(crate) fn hits(call: &Call<'_>, response: Option<&Response>) -> Hits {
    let mut hits = Vec::new();
    let id = call.operation.id;
    let mut hit = |kind, name: &str| hits.extend(PARTS.find(kind, Some(id), name));
    for parameter in call.operation.parameters {
        let is_there = match parameter.place {
            Place::Path => true,
            Place::Query => call.url.query_pairs().any(|(name, _)| name == parameter.name),
            Place::Header => call.header(parameter.name).is_some(),
        };
        if is_there {
            hit(Kind::Parameter, parameter.name);
        }
    }
    let exchange = call.exchange;
    message("request", &exchange.request.headers, &exchange.request.body, call, &mut hits);
    if let Some(response) = response {
        let answer = response.status.to_string();
        hits.extend(PARTS.find(Kind::Operation, Some(id), ""));
        hits.extend(PARTS.find(Kind::Answer, Some(id), &answer));
        let answered = &exchange.response;
        message(&answer, &answered.headers, &answered.body, call, &mut hits);
    }
    hits.sort_unstable();
    hits.dedup();
    Hits(hits)
}

fn message(name: &str, headers: &Headers, body: &Body, call: &Call<'_>, hits: &mut Vec<u32>) {
    let id = call.operation.id;
    if let Some(sent) = headers.get("content-type") {
        let media_type = format!("{name} {}", media_type(sent).to_ascii_lowercase());
        hits.extend(PARTS.find(Kind::MediaType, Some(id), &media_type));
    }
    if let (Some(value), Some(described)) = (body.json(), PARTS.body(id, name)) {
        step(value, described, hits);
    }
}

fn step(value: &Value, described: &Described, hits: &mut Vec<u32>) {
    hits.extend(described.part);
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
        Value::String(text) => hits.extend(described.values.get(text)),
        _ => {}
    }
}
