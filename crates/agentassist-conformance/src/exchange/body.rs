//! A body: a JSON value where it was JSON, its text where it was not.

use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::repeated::repeated_property;

/// The body of a request or a response.
///
/// In a recording a JSON body stands as it is, so that a difference between two recordings can be
/// read. What was not JSON, or would lose a property that it names twice, stands as
/// `{"text": "…"}`. A JSON body that looks like one of these
/// wrappers is wrapped itself: `{"json": {"text": "…"}}`.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Body {
    /// There was none, or it was empty.
    #[default]
    Absent,
    /// It was JSON.
    Json(Value),
    /// It was not JSON, or names a property twice, which no value can hold.
    Text(String),
}

impl Body {
    /// Reads a body as it went over the wire.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Self {
        if bytes.is_empty() {
            return Self::Absent;
        }
        match serde_json::from_slice(bytes) {
            Ok(value) if repeated_property(bytes).is_none() => Self::Json(value),
            _ => Self::Text(String::from_utf8_lossy(bytes).into_owned()),
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
            Self::Absent | Self::Text(_) => None,
        }
    }
}

impl Serialize for Body {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent => serializer.serialize_none(),
            Self::Json(value) if wrapper(value).is_some() => wrap(serializer, "json", value),
            Self::Json(value) => value.serialize(serializer),
            Self::Text(text) => wrap(serializer, "text", text),
        }
    }
}

impl<'de> Deserialize<'de> for Body {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Ok(match wrapper(&value) {
            Some(("json", inner)) => Self::Json(inner.clone()),
            Some((_, Value::String(text))) if text.is_empty() => Self::Absent,
            Some((_, Value::String(text))) => Self::Text(text.clone()),
            _ => Self::Json(value),
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

/// Takes apart what looks like a wrapper: an object with the one key `json`, or with the one key
/// `text` and a string.
fn wrapper(value: &Value) -> Option<(&str, &Value)> {
    let object = value.as_object().filter(|object| object.len() == 1)?;
    let (key, inner) = object.iter().next()?;
    (key == "json" || (key == "text" && inner.is_string())).then_some((key.as_str(), inner))
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
            Body::Json(json!({"json": {"json": 1}})),
            Body::Text("<html>".to_owned()),
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
}
