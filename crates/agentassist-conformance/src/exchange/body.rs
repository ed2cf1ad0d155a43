//! A body: a JSON value where it was JSON, its text where it was not.

use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::tree::Tree;

/// The keys of wrappers.
const JSON: &str = "json";
const TEXT: &str = "text";
const NOT_UTF8: &str = "notUtf8";

/// The body of a request or a response.
///
/// In a recording a JSON body stands as it is, so that a difference between two recordings can be
/// read. What was not JSON, or would lose a property that it names twice, stands as
/// `{"text": "…"}`, and what was not even UTF-8 as `{"notUtf8": "…"}`. A JSON body that looks like
/// one of these wrappers is wrapped itself: `{"json": {"text": "…"}}`.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub enum Body {
    /// There was none, or it was empty.
    #[default]
    Absent,
    /// It was JSON.
    Json(Value),
    /// It was not JSON, or names a property twice, which no value can hold.
    Text(String),
    /// It was not UTF-8: its text, with U+FFFD in the place of each byte that is wrong.
    NotUtf8(String),
}

impl Body {
    /// Reads a body as it went over the wire.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Self {
        match std::str::from_utf8(bytes) {
            Ok("") => Self::Absent,
            Ok(text) => match Tree::parse(text) {
                Ok(Tree { value, repeated: None }) => Self::Json(value),
                _ => Self::Text(text.to_owned()),
            },
            Err(_) => Self::NotUtf8(String::from_utf8_lossy(bytes).into_owned()),
        }
    }

    /// Whether there was none.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// The value, if it was JSON.
    #[must_use]
    pub fn json(&self) -> Option<&Value> {
        match self {
            Self::Json(value) => Some(value),
            Self::Absent | Self::Text(_) | Self::NotUtf8(_) => None,
        }
    }
}

impl Serialize for Body {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent => serializer.serialize_none(),
            Self::Json(value) if Wrapper::of(value).is_some() => wrap(serializer, JSON, value),
            Self::Json(value) => value.serialize(serializer),
            Self::Text(text) => wrap(serializer, TEXT, text),
            Self::NotUtf8(text) => wrap(serializer, NOT_UTF8, text),
        }
    }
}

impl<'de> Deserialize<'de> for Body {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut tree = Tree::deserialize(deserializer)?;
        // What wraps a body stands there once.
        let is_wrapped = tree.repeated.as_ref().is_none_or(|way| way.len() > 1);
        if is_wrapped && let Some(wrapper) = Wrapper::of(&tree.value) {
            match wrapper {
                Wrapper::Text("") => return Ok(Self::Absent),
                Wrapper::Text(text) => return Ok(Self::Text(text.to_owned())),
                Wrapper::NotUtf8(text) => return Ok(Self::NotUtf8(text.to_owned())),
                Wrapper::Json(inner) => {
                    let way = tree.repeated.map(|way| way[1..].to_vec());
                    tree = Tree { value: inner.clone(), repeated: way };
                }
            }
        }
        // A body that names a property twice is kept as text, as it is where it comes as text.
        Ok(if tree.repeated.is_some() {
            Self::Text(tree.to_text())
        } else {
            Self::Json(tree.value)
        })
    }
}

fn wrap<S: Serializer, T: Serialize>(
    serializer: S,
    key: &str,
    value: &T,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(1))?;
    map.serialize_entry(key, value)?;
    map.end()
}

/// What stands in the place of a body that cannot stand there itself.
enum Wrapper<'a> {
    Json(&'a Value),
    Text(&'a str),
    NotUtf8(&'a str),
}

impl<'a> Wrapper<'a> {
    /// Takes apart what looks like a wrapper: an object with one key, and a text in it if it says so.
    fn of(value: &'a Value) -> Option<Self> {
        let object = value.as_object().filter(|object| object.len() == 1)?;
        let (key, inner) = object.iter().next()?;
        match (key.as_str(), inner) {
            (JSON, inner) => Some(Self::Json(inner)),
            (TEXT, Value::String(text)) => Some(Self::Text(text)),
            (NOT_UTF8, Value::String(text)) => Some(Self::NotUtf8(text)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_body_comes_back_as_it_was_written() {
        for body in [
            Body::Json(json!(null)),
            Body::Json(json!({"a": 1})),
            Body::Json(json!("text")),
            Body::Json(json!({"text": "not a wrapper"})),
            Body::Json(json!({"text": 1})),
            Body::Json(json!({"notUtf8": "not a wrapper"})),
            Body::Json(json!({"json": {"json": 1}})),
            Body::Text("<html>".to_owned()),
            Body::Text(r#"{"a":1,"a":1}"#.to_owned()),
            Body::NotUtf8("{\"a\":\"\u{fffd}\"}".to_owned()),
        ] {
            let written = serde_json::to_value(&body).unwrap();
            assert_eq!(serde_json::from_value::<Body>(written).unwrap(), body);
        }
    }

    #[test]
    fn json_stands_in_a_recording_as_it_is() {
        assert_eq!(serde_json::to_value(Body::Json(json!([1]))).unwrap(), json!([1]));
    }

    #[test]
    fn bytes_that_are_no_json_are_kept_as_text() {
        assert_eq!(Body::from_bytes(b"{\"a\":"), Body::Text("{\"a\":".to_owned()));
        assert_eq!(Body::from_bytes(b""), Body::Absent);
    }

    #[test]
    fn a_body_that_names_a_property_twice_is_kept_as_it_is() {
        let text = "{\"a\": 1, \"a\": 2}";
        assert_eq!(Body::from_bytes(text.as_bytes()), Body::Text(text.to_owned()));
    }

    #[test]
    fn a_body_in_a_recording_may_name_a_property_twice_too() {
        for (recorded, text) in [
            (r#"{"a": 1, "a": 2}"#, r#"{"a":2,"a":2}"#),
            (r#"{"json": {"a": 1, "a": 2}}"#, r#"{"a":2,"a":2}"#),
            (r#"{"json": {}, "json": {}}"#, r#"{"json":{},"json":{}}"#),
            (r#"{"text": "", "text": "a"}"#, r#"{"text":"a","text":"a"}"#),
        ] {
            let body: Body = serde_json::from_str(recorded).unwrap();
            assert_eq!(body, Body::Text(text.to_owned()), "{recorded}");
        }
    }

    #[test]
    fn what_is_not_utf_8_is_not_taken_for_what_looks_like_it() {
        let body = Body::from_bytes(b"{\"a\": \"Jos\xe9\"}");
        assert_eq!(body, Body::NotUtf8("{\"a\": \"Jos\u{fffd}\"}".to_owned()));
        assert_ne!(body, Body::from_bytes("{\"a\": \"Jos\u{fffd}\"}".as_bytes()));
    }
}
