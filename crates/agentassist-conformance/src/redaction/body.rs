//! What remains of a body: what the document describes and does not mark as personal.

use serde_json::{Map, Value};

use super::{Redactor, phone, prose};
use crate::document;
use crate::exchange::{Body, Tree};
use crate::full_name::without_title;
use crate::schema_walk::walk;

/// What a part of a body holds.
#[derive(Debug, Clone, Copy)]
enum Part {
    /// A phone: a number with what belongs to it.
    Phone,
    /// A number by itself.
    Number,
    /// A sentence that a server wrote.
    Sentence,
    /// Names, or anything else.
    Words,
}

impl Redactor {
    /// Redacts the body of an answer.
    pub(super) fn redact_answer(&mut self, body: &mut Body, described: Option<&document::Body>) {
        self.redact_body(body, described, phone::code_beside);
    }

    /// Redacts the body of a request, so that what its answer shows of it stays the same.
    pub(crate) fn redact_request(
        &mut self,
        body: &mut Body,
        described: Option<&document::Body>,
        answer: &Body,
    ) {
        self.redact_body(body, described, |phone| phone::code_shown(phone, answer.json()));
    }

    /// Redacts a body; how many digits of a phone's number are its country code is asked for.
    fn redact_body(
        &mut self,
        body: &mut Body,
        described: Option<&document::Body>,
        code: impl Fn(&Value) -> usize,
    ) {
        let Some(described) = described.filter(|_| !body.is_absent()) else {
            return leave_out(body);
        };
        let mut redact = |value: &mut Value| {
            for (pointer, part) in marked(value, described) {
                let title = title_in(value, &pointer);
                let Some(value) = value.pointer_mut(&pointer) else { continue };
                if let Part::Phone = part {
                    let code = code(value);
                    self.numbers.redact(value, code);
                } else if let (Some(title), Value::String(text)) = (title, &mut *value) {
                    // It stands beside the name as it is, and rules pass over it.
                    *text = text[..title].to_owned() + &self.redact_words(&text[title..]);
                } else {
                    self.redact_value(value, part);
                }
            }
        };
        match body {
            Body::Json(value) => redact(value),
            // What is wrong with it remains: a property that stands twice, or the charset.
            Body::Text(text) | Body::NotUtf8(text) => match Tree::parse(text) {
                Ok(mut tree) => {
                    redact(&mut tree.value);
                    *text = tree.to_text();
                }
                Err(_) => leave_out(body),
            },
            Body::Absent => {}
        }
    }

    fn redact_value(&mut self, value: &mut Value, part: Part) {
        match value {
            Value::String(text) => {
                *text = match part {
                    Part::Phone | Part::Number => self.numbers.replace(text, 0),
                    Part::Sentence => prose::redact(text, |word| self.stand_in("name", word)),
                    Part::Words => self.redact_words(text),
                };
            }
            Value::Array(items) => items.iter_mut().for_each(|it| self.redact_value(it, part)),
            Value::Object(object) => {
                object.values_mut().for_each(|it| self.redact_value(it, part));
            }
            number @ Value::Number(_) => *number = Value::from(0),
            Value::Null | Value::Bool(_) => {}
        }
    }

    /// Replaces each word, so that a name made of two names stays made of them.
    fn redact_words(&mut self, text: &str) -> String {
        text.split_inclusive(char::is_whitespace)
            .map(|part| {
                let word = part.trim_end();
                let space = &part[word.len()..];
                if word.is_empty() { space.to_owned() } else { self.stand_in("name", word) + space }
            })
            .collect()
    }
}

/// How long the contact's own title is that stands in front of a full name, with the space behind it.
fn title_in(body: &Value, pointer: &str) -> Option<usize> {
    let contact = body.pointer(pointer.strip_suffix("/fullName")?)?;
    let (title, full) = (contact["salutation"].as_str()?, contact["fullName"].as_str()?);
    Some(full.len() - without_title(title, full)?.len())
}

/// Leaves nothing of a body: nothing says what a text holds, or what the document does not describe.
fn leave_out(body: &mut Body) {
    let length = match &*body {
        Body::Absent => return,
        Body::Text(text) | Body::NotUtf8(text) => text.len(),
        Body::Json(value) => value.to_string().len(),
    };
    let text = format!("redacted: {length} bytes that are not described");
    *body = if let Body::NotUtf8(_) = body { Body::NotUtf8(text) } else { Body::Text(text) };
}

/// The parts of a body that are redacted, by their pointers, parents first.
fn marked(value: &Value, described: &document::Body) -> Vec<(String, Part)> {
    let mut marked = Vec::new();
    walk(value, described.validator.pointer(), &mut |node| {
        let name = node.instance.rsplit('/').next().unwrap_or_default();
        let is_leaf = !node.value.is_array() && !node.value.is_object();
        let part = match node.schema {
            Some(schema) if node.value.is_object() && phone::is_phone(schema) => Some(Part::Phone),
            Some(schema) => match schema.get("x-pii").and_then(Value::as_str) {
                // The phone that it is the number of was marked before.
                Some(phone::KIND) if phone::is_number(name, node.value) => None,
                Some(phone::KIND) => Some(Part::Number),
                Some(_) => Some(Part::Words),
                None if prose::PROPERTIES.contains(&name) => Some(Part::Sentence),
                // What has no business there may be anything.
                None => (is_leaf && !fits(node.value, schema)).then_some(Part::Words),
            },
            // Nothing says what an undocumented property holds: it may be a person.
            None => is_leaf.then_some(Part::Words),
        };
        marked.extend(part.map(|part| (node.instance.to_owned(), part)));
    });
    marked
}

/// Whether a value that has no parts is of a type that its schema allows.
fn fits(value: &Value, schema: &Map<String, Value>) -> bool {
    let Some(demanded) = schema.get("type").and_then(Value::as_str) else { return false };
    match value {
        Value::String(_) => demanded == "string",
        Value::Number(_) => matches!(demanded, "integer" | "number"),
        _ => true,
    }
}
