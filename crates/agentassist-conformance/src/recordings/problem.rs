//! What is wrong with an exchange, in the words of its form, without any value that stands in it.

use serde_json::Value;

use super::piece::Form;
use crate::exchange::{MessagePart, SourceKind};

/// What belongs in a place.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Object,
    /// An object, or nothing.
    MaybeObject,
    Text,
    /// A text, or nothing.
    MaybeText,
    Truth,
    /// A whole number that fits into 16 bits.
    Status,
    /// An object of texts and of lists of texts, or a list of objects that have a name.
    Headers,
    SourceName,
    MessageParts,
    /// Anything without parts.
    Scalar,
    /// Anything without parts, but not nothing.
    Something,
    /// A number, also as a text or with an empty fraction, or nothing.
    LooseStatus,
    /// A list, an object, or nothing.
    Parts,
}

use Kind::{
    Headers, LooseStatus, MaybeObject, MaybeText, MessageParts, Object, Parts, Scalar, Something,
    SourceName, Status, Text, Truth,
};

/// The places of a form, each behind those that it stands in, with what belongs there. A place in
/// what is not there is not looked at.
type Places = &'static [(&'static str, Kind, Needed)];

/// Whether something must stand in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Needed {
    Yes,
    No,
}

use Needed::{No, Yes};

const EXCHANGE: Places = &[
    ("request", Object, Yes),
    ("request.method", Text, Yes),
    ("request.url", Text, Yes),
    ("request.headers", Headers, No),
    ("response", Object, Yes),
    ("response.status", Status, Yes),
    ("response.headers", Headers, No),
    ("source", MaybeObject, No),
    ("source.kind", SourceName, Yes),
    ("source.page", MaybeText, No),
    ("source.trimmed", Truth, No),
    ("source.masked", Truth, No),
    ("source.unrecorded", MessageParts, No),
    ("source.note", MaybeText, No),
];

const HAR_ENTRY: Places = &[
    ("request", Object, Yes),
    ("request.method", Something, Yes),
    ("request.url", Something, Yes),
    ("request.headers", Parts, No),
    ("request.bodySize", Scalar, No),
    ("request.postData", MaybeObject, No),
    ("request.postData.text", Scalar, No),
    ("request.postData.encoding", Scalar, No),
    ("request.postData.size", Scalar, No),
    ("request.postData._file", Scalar, No),
    ("response", MaybeObject, No),
    ("response.status", LooseStatus, No),
    ("response.headers", Parts, No),
    ("response.bodySize", Scalar, No),
    ("response.content", MaybeObject, No),
    ("response.content.text", Scalar, No),
    ("response.content.encoding", Scalar, No),
    ("response.content.size", Scalar, No),
    ("response.content._file", Scalar, No),
];

/// Says which part of an exchange does not fit, what stands there, and what belongs there.
/// Of one that is not there as a value, only what the reader met twice.
pub(super) fn problem(
    form: Form,
    exchange: Option<&Value>,
    error: Option<&serde_json::Error>,
) -> String {
    let other = || error.and_then(twice).unwrap_or_else(|| "it has another form".to_owned());
    let Some(exchange) = exchange else { return other() };
    if !exchange.is_object() {
        return format!("it is {}, where an object belongs", kind_of(exchange));
    }
    let places = if form == Form::HarEntry { HAR_ENTRY } else { EXCHANGE };
    let first = places.iter().find_map(|(place, kind, needed)| {
        let (parent, name) = place.rsplit_once('.').unwrap_or(("", place));
        let parent = if parent.is_empty() {
            exchange
        } else {
            exchange.pointer(&format!("/{}", parent.replace('.', "/")))?
        };
        match parent.get(name) {
            None if *needed == Yes && parent.is_object() => Some(format!("`{place}` is missing")),
            Some(value) => {
                let expected = kind.unless_it_fits(value)?;
                Some(format!("`{place}` is {}, where {expected} belongs", kind_of(value)))
            }
            None => None,
        }
    });
    first.unwrap_or_else(other)
}

/// The name that the reader met twice. It is one of its own: others may stand anywhere.
fn twice(error: &serde_json::Error) -> Option<String> {
    let text = error.to_string();
    let name = text.strip_prefix("duplicate field `")?.split('`').next()?;
    Some(format!("`{name}` stands there twice"))
}

impl Kind {
    /// What belongs there; `None` if the value is that.
    fn unless_it_fits(self, value: &Value) -> Option<String> {
        let is_scalar = |value: &Value| !value.is_object() && !value.is_array();
        let (fits, expected) = match self {
            Object => (value.is_object(), "an object"),
            MaybeObject => (value.is_object() || value.is_null(), "an object"),
            Text => (value.is_string(), "a text"),
            MaybeText => (value.is_string() || value.is_null(), "a text"),
            Truth => (value.is_boolean(), "`true` or `false`"),
            Status => {
                let is_status = |number| u16::try_from(number).is_ok();
                (value.as_u64().is_some_and(is_status), "a status such as 200")
            }
            LooseStatus => {
                let is_whole = |number: f64| number <= 999.0 && number.fract() == 0.0;
                let as_text = || value.as_str()?.trim().parse::<f64>().ok();
                let number = value.as_f64().or_else(as_text);
                (value.is_null() || number.is_some_and(is_whole), "a status such as 200")
            }
            Headers => (are_headers(value), "an object of texts and lists of texts"),
            Parts => (value.is_null() || !is_scalar(value), "a list of headers"),
            Scalar => (is_scalar(value), "a text"),
            Something => (is_scalar(value) && !value.is_null(), "a text"),
            SourceName => {
                return unless_known::<SourceKind>(value, SourceKind::NAMES)
                    .map(|names| format!("one of {names}"));
            }
            MessageParts => {
                let items = value.as_array().map_or(&[][..], |items| items);
                let wrong = |it| unless_known::<MessagePart>(it, MessagePart::NAMES);
                return match items.iter().find_map(wrong) {
                    Some(expected) => Some(format!("a list of {expected}")),
                    None => (!value.is_array()).then(|| "a list".to_owned()),
                };
            }
        };
        (!fits).then(|| expected.to_owned())
    }
}

/// The names that are known; `None` if the value is one of them.
fn unless_known<T: serde::de::DeserializeOwned>(value: &Value, names: &[&str]) -> Option<String> {
    let is_known = T::deserialize(value).is_ok();
    (!is_known).then(|| names.join(", "))
}

fn are_headers(value: &Value) -> bool {
    let are_texts =
        |it: &Value| it.as_array().is_some_and(|items| items.iter().all(Value::is_string));
    match value {
        Value::Object(headers) => headers.values().all(|it| it.is_string() || are_texts(it)),
        Value::Array(items) => items.iter().all(|item| item["name"].is_string()),
        _ => false,
    }
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "`null`",
        Value::Bool(_) => "a truth value",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::exchange::Exchange;
    use crate::recordings::har::Entry;

    fn exchange(part: &str, value: Value) -> Value {
        let mut exchange = json!({
            "request": {"method": "GET", "url": "https://h/", "headers": {}},
            "response": {"status": 200, "headers": {}},
            "source": {"kind": "har", "page": null, "trimmed": true, "unrecorded": [], "note": ""},
        });
        *exchange.pointer_mut(part).unwrap() = value;
        exchange
    }

    #[test]
    fn what_is_wrong_is_said_in_the_words_of_a_recording() {
        for (part, value, expected) in [
            ("/request", json!(1), "`request` is a number, where an object belongs"),
            ("/request", json!({"method": "GET"}), "`request.url` is missing"),
            ("/request/method", json!(null), "`request.method` is `null`, where a text belongs"),
            (
                "/request/headers",
                json!({"a": [{}]}),
                "`request.headers` is an object, where an object of texts and lists of texts belongs",
            ),
            (
                "/response/status",
                json!("Ada"),
                "`response.status` is a text, where a status such as 200 belongs",
            ),
            (
                "/response/status",
                json!(70_000),
                "`response.status` is a number, where a status such as 200 belongs",
            ),
            (
                "/source/kind",
                json!("Ada"),
                "`source.kind` is a text, where one of documentation-sample, sandbox, live, \
                 recorded, har, httpmock belongs",
            ),
            (
                "/source/unrecorded",
                json!(["Ada"]),
                "`source.unrecorded` is a list, where a list of request-headers, request-body, \
                 response-headers, response-body belongs",
            ),
            (
                "/source/trimmed",
                json!(1),
                "`source.trimmed` is a number, where `true` or `false` belongs",
            ),
        ] {
            let wrong = exchange(part, value);
            assert!(serde_json::from_value::<Exchange>(wrong.clone()).is_err(), "{part}");
            assert_eq!(problem(Form::Exchange, Some(&wrong), None), expected);
        }
        let text = r#"{"request": {"method": "", "method": ""}, "response": {"status": 200}}"#;
        let error = serde_json::from_str::<Exchange>(text).unwrap_err();
        let right = exchange("/request/method", json!("GET"));
        assert_eq!(
            problem(Form::Exchange, Some(&right), Some(&error)),
            "`method` stands there twice"
        );
    }

    #[test]
    fn what_is_wrong_is_said_in_the_words_of_a_har_file() {
        let entry = json!({"request": {"method": "GET", "url": "https://h/", "postData": {}},
                           "response": {"status": 200, "content": {}}});
        for (part, value, expected) in [
            ("/response/status", json!("OK"), "a text, where a status such as 200"),
            ("/response/status", json!(1000), "a number, where a status such as 200"),
            ("/response/status", json!(200.5), "a number, where a status such as 200"),
            ("/response/content", json!("Ada"), "a text, where an object"),
            ("/response", json!(1), "a number, where an object"),
            ("/request/method", json!({}), "an object, where a text"),
            ("/request/postData", json!(1), "a number, where an object"),
        ] {
            let mut wrong = entry.clone();
            *wrong.pointer_mut(part).unwrap() = value;
            assert!(serde_json::from_value::<Entry>(wrong.clone()).is_err(), "{part}");
            let place = part[1..].replace('/', ".");
            let expected = format!("`{place}` is {expected} belongs");
            assert_eq!(problem(Form::HarEntry, Some(&wrong), None), expected);
        }
    }
}
