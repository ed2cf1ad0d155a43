//! Taking secrets and personal data out of an exchange.
//!
//! What the document marks is replaced: the headers of its security schemes, and whatever carries
//! `x-pii`; and so is every value that the document does not know: in bodies, headers and queries,
//! and in the sentences of an error, where the words of the document remain. Ids are kept: they
//! name a record and no person, and rules compare them. So are the names of properties, headers
//! and parameters, since findings are about them.
//!
//! The same value always becomes the same stand-in, word by word, so that what was equal stays
//! equal, and a full name is still made of its parts.

mod cleaning;
mod prose;

use std::collections::HashMap;

use serde_json::Value;

pub(crate) use self::cleaning::{
    REDACTED, clean_header, clean_query_value, known_charset, known_media_type, known_method,
    known_scheme,
};
use crate::document::{self, Operation};
use crate::exchange::{Body, Exchange};
use crate::judge::Subject;
use crate::phone;
use crate::schema_walk::walk;

/// How many digits at the end of a phone number are replaced.
const PHONE_DIGITS: usize = 6;

/// How a sentence is redacted.
const PROSE: &str = "prose";

/// Replaces secrets and personal data by stand-ins, the same for the same value.
///
/// One redactor serves one recording: stand-ins are numbered in the order in which values come.
#[derive(Debug, Default)]
pub struct Redactor {
    stand_ins: HashMap<(&'static str, String), String>,
    /// How many stand-ins there are of each kind.
    counts: HashMap<&'static str, usize>,
}

impl Redactor {
    /// Redacts an exchange in place.
    pub fn redact(&mut self, exchange: &mut Exchange) {
        let subject = crate::judge::subject(exchange);
        let request = &mut exchange.request;
        let sent = request.headers.iter_mut();
        for (name, value) in sent.chain(exchange.response.headers.iter_mut()) {
            if cleaning::is_credential(name) {
                *value = self.redact_credential(value);
            }
        }
        cleaning::clean_headers(&mut request.headers);
        cleaning::clean_headers(&mut exchange.response.headers);
        request.url = cleaning::clean_url(&request.url, &subject);
        if known_method(&request.method).is_none() {
            request.method = REDACTED.to_ascii_uppercase();
        }
        let (operation, response) = match subject {
            Subject::Operation { operation, response } => (Some(operation), response),
            Subject::Unknown | Subject::Foreign => (None, None),
        };
        let asked = operation.and_then(|operation: &Operation| operation.request_body.as_ref());
        let answered = response.and_then(|response| response.body.as_ref());
        self.redact_body(&mut exchange.request.body, asked);
        self.redact_body(&mut exchange.response.body, answered);
    }

    /// Replaces a credential, but for the scheme in front of it: whether it stands there is asked.
    fn redact_credential(&mut self, text: &str) -> String {
        let scheme = known_scheme(text).unwrap_or_default();
        let length =
            text.split_whitespace().next().filter(|_| !scheme.is_empty()).map_or(0, str::len);
        let secret = &text.trim_start()[length..];
        let space = if length == 0 || secret.is_empty() { "" } else { " " };
        match secret.trim() {
            "" => text.to_owned(),
            secret => format!("{scheme}{space}{}", self.stand_in("redacted", secret)),
        }
    }

    pub(crate) fn redact_body(&mut self, body: &mut Body, described: Option<&document::Body>) {
        match (body, described) {
            (Body::Json(value), Some(described)) => {
                let mut marked = Vec::new();
                walk(value, described.validator.pointer(), &mut |node| {
                    let is_part = node.value.is_array() || node.value.is_object();
                    let kind = match node.schema {
                        Some(schema) => {
                            let kind = schema.get("x-pii").and_then(Value::as_str);
                            let name = node.instance.rsplit('/').next().unwrap_or_default();
                            let is_sentence = prose::PROPERTIES.contains(&name);
                            kind.or(is_sentence.then_some(PROSE))
                                // What has no business there may be anything.
                                .or((!is_part && !fits(node.value, schema)).then_some("object"))
                        }
                        // Nothing says what an undocumented property holds: it may be a person.
                        None => (!is_part).then_some("object"),
                    };
                    marked.extend(kind.map(|kind| (node.instance.to_owned(), kind)));
                });
                for (pointer, kind) in marked {
                    if let Some(part) = value.pointer_mut(&pointer) {
                        self.redact_value(part, kind);
                    }
                }
            }
            // Nothing says what a text holds, or a body that the document does not describe.
            (body @ (Body::Text(_) | Body::Json(_)), _) => {
                let length = match &*body {
                    Body::Text(text) => text.len(),
                    other => other.json().map_or(0, |value| value.to_string().len()),
                };
                *body = Body::Text(format!("redacted: {length} bytes that are not described"));
            }
            (Body::Absent, _) => {}
        }
    }

    fn redact_value(&mut self, value: &mut Value, kind: &'static str) {
        match (value, kind) {
            (Value::String(text), "phone") => *text = self.redact_phone(text),
            (Value::String(text), PROSE) => {
                *text = prose::redact(text, |word| self.stand_in("name", word));
            }
            (Value::String(text), _) => *text = self.redact_words(text),
            (Value::Array(items), _) => {
                for item in items {
                    self.redact_value(item, kind);
                }
            }
            (Value::Object(object), _) => {
                for part in object.values_mut() {
                    self.redact_value(part, kind);
                }
            }
            (number @ Value::Number(_), _) => *number = Value::from(0),
            (Value::Null | Value::Bool(_), _) => {}
        }
    }

    /// Replaces each word, so that a name made of two names stays made of them.
    fn redact_words(&mut self, text: &str) -> String {
        text.split(' ')
            .map(|word| if word.is_empty() { String::new() } else { self.stand_in("name", word) })
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Replaces the end of a number: with and without its country code it stays the same number.
    fn redact_phone(&mut self, text: &str) -> String {
        if let Some(places) = phone::last_digits(text, PHONE_DIGITS) {
            // Spaces and hyphens stay: the same number written otherwise stays the same number.
            let hidden = places.iter().map(|place| &text[*place..=*place]).collect();
            let stand_in =
                self.remember("phone", hidden, |number| format!("{number:0PHONE_DIGITS$}"));
            let mut redacted = text.to_owned();
            // The millionth number has a digit more, at its end.
            for (index, place) in places.into_iter().enumerate().rev() {
                let is_last = index + 1 == PHONE_DIGITS;
                let end = if is_last { stand_in.len() } else { index + 1 };
                redacted.replace_range(place..=place, &stand_in[index..end]);
            }
            return redacted;
        }
        let count = text.chars().count();
        let kept: String = text.chars().take(count.saturating_sub(PHONE_DIGITS)).collect();
        let hidden: String = text.chars().skip(count.saturating_sub(PHONE_DIGITS)).collect();
        if hidden.is_empty() {
            return kept;
        }
        kept + &self.remember("phone", hidden, |number| format!("{number:0PHONE_DIGITS$}"))
    }

    fn stand_in(&mut self, kind: &'static str, value: &str) -> String {
        self.remember(kind, value.to_owned(), |number| format!("{kind}-{number}"))
    }

    /// The stand-in of a value; a new value gets the next number of its kind.
    fn remember(
        &mut self,
        kind: &'static str,
        value: String,
        name: impl FnOnce(usize) -> String,
    ) -> String {
        let counts = &mut self.counts;
        let stand_in = self.stand_ins.entry((kind, value)).or_insert_with(|| {
            let count = counts.entry(kind).or_default();
            *count += 1;
            name(*count)
        });
        stand_in.clone()
    }
}

/// Whether a value that has no parts is of a type that its schema allows.
fn fits(value: &Value, schema: &serde_json::Map<String, Value>) -> bool {
    let Some(demanded) = schema.get("type").and_then(Value::as_str) else { return false };
    match value {
        Value::String(_) => demanded == "string",
        Value::Number(_) => matches!(demanded, "integer" | "number"),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn update() -> Exchange {
        serde_json::from_value(json!({
            "request": {
                "method": "PUT",
                "url": "https://h/agentassist/api/v1/public/st-1/contacts/1",
                "headers": {"auth": "s3cr3t", "accountId": "a-1"},
                "body": {"firstName": "Ada", "cellPhone": {"phoneNumber": "5550100123"}}
            },
            "response": {
                "status": 200,
                "headers": {"set-cookie": "session=s3cr3t"},
                "body": {"id": "1", "firstName": "Ada", "lastName": "King", "fullName": "Ada King",
                         "cellPhone": {"phoneNumber": "+15550100123"}, "address": [{"street": "Elm"}]}
            }
        }))
        .unwrap()
    }

    #[test]
    fn a_number_keeps_its_marks_and_is_the_same_without_them() {
        let mut redactor = Redactor::default();
        let mut redacted = |text: &str| redactor.redact_phone(text);
        assert_eq!(redacted("95501 00001"), "95500 00001");
        assert_eq!(redacted("+91 (955) 010-0001"), "+91 (955) 000-0001");
        assert_eq!(redacted("+919550100002"), "+919550000002");
        assert_eq!(redacted("Ada's number"), "Ada's 000003");
        assert_eq!(redacted("12345"), "000004");
    }

    #[test]
    fn of_a_credential_remain_its_scheme_and_that_it_is_blank() {
        let mut redactor = Redactor::default();
        let mut redacted = |auth: &str| {
            let mut exchange = update();
            exchange.request.headers = [("auth", auth)].into_iter().collect();
            redactor.redact(&mut exchange);
            exchange.request.headers.get("auth").unwrap().to_owned()
        };
        assert_eq!(redacted("s3cr3t"), "redacted-1");
        assert_eq!(redacted("  bearer  s3cr3t"), "Bearer redacted-1");
        assert_eq!(redacted("Bearer t0k3n"), "Bearer redacted-3");
        assert_eq!(redacted("Bearer"), "Bearer");
        assert_eq!(redacted("  "), "  ");
    }

    #[test]
    fn no_secret_and_no_personal_data_remain() {
        let mut exchange = update();
        Redactor::default().redact(&mut exchange);
        let text = serde_json::to_string(&exchange).unwrap();
        for gone in ["s3cr3t", "Ada", "King", "0100123", "Elm"] {
            assert!(!text.contains(gone), "{gone} remains in {text}");
        }
        assert!(text.contains("a-1"));
    }

    #[test]
    fn what_belonged_together_still_does() {
        let mut exchange = update();
        Redactor::default().redact(&mut exchange);
        let sent = exchange.request.body.json().unwrap();
        let got = exchange.response.body.json().unwrap();
        assert_eq!(sent["firstName"], got["firstName"]);
        let full =
            format!("{} {}", got["firstName"].as_str().unwrap(), got["lastName"].as_str().unwrap());
        assert_eq!(got["fullName"], full);
        let (sent, got) = (&sent["cellPhone"]["phoneNumber"], &got["cellPhone"]["phoneNumber"]);
        assert_eq!(got.as_str().unwrap(), format!("+1{}", sent.as_str().unwrap()));
    }

    #[test]
    fn a_value_that_the_document_does_not_know_does_not_remain() {
        let mut exchange = update();
        exchange.request.body = Body::Json(json!({"nickname": "Ada", "more": [{"age": 36}]}));
        Redactor::default().redact(&mut exchange);
        let expected = json!({"nickname": "name-1", "more": [{"age": 0}]});
        assert_eq!(exchange.request.body, Body::Json(expected));
    }

    #[test]
    fn a_body_of_another_kind_does_not_remain() {
        for other in [json!("Ada"), json!(["Ada"]), json!([["Ada"]]), json!(5_550_100)] {
            let mut exchange = update();
            exchange.response.body = Body::Json(other.clone());
            Redactor::default().redact(&mut exchange);
            let text = serde_json::to_string(&exchange.response).unwrap();
            assert!(!text.contains("Ada") && !text.contains("5550100"), "{other}: {text}");
        }
    }

    #[test]
    fn a_sentence_of_an_error_keeps_its_words_and_the_stand_ins_of_names() {
        let mut exchange = update();
        exchange.response.status = 404;
        let body = json!({"errors": [{"msg": "contact Ada not found", "code": 404}]});
        exchange.response.body = Body::Json(body);
        Redactor::default().redact(&mut exchange);
        let sent = exchange.request.body.json().unwrap()["firstName"].as_str().unwrap().to_owned();
        let body = exchange.response.body.json().unwrap();
        assert_eq!(body["errors"][0]["msg"], format!("contact {sent} not found"));
        assert_eq!(body["errors"][0]["code"], 404);
    }

    #[test]
    fn text_that_nothing_describes_does_not_remain() {
        let mut exchange = update();
        exchange.response.body = Body::Text("<p>Ada</p>".to_owned());
        Redactor::default().redact(&mut exchange);
        let expected = Body::Text("redacted: 10 bytes that are not described".to_owned());
        assert_eq!(exchange.response.body, expected);
    }
}
