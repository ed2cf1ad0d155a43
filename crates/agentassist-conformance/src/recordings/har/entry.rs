//! An entry of a HAR file as it stands there: anything may be missing, `null`, or of another kind.
//!
//! What is not needed is not looked at.

use std::fmt;

use serde::de::{DeserializeOwned, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Number, Value};

use crate::exchange::Headers;

/// An entry of a HAR file.
#[derive(Deserialize)]
pub(in super::super) struct Entry {
    #[serde(default, deserialize_with = "or_default")]
    pub(super) request: HarRequest,
    #[serde(default, deserialize_with = "or_default")]
    pub(super) response: HarResponse,
    #[serde(default, rename = "startedDateTime", deserialize_with = "if_fitting")]
    pub(super) started: Option<String>,
    /// How many milliseconds it took; -1 where it is not known.
    #[serde(default, deserialize_with = "if_fitting")]
    pub(super) time: Option<f64>,
}

/// Whom a request calls. Nothing else is looked at.
#[derive(Deserialize)]
pub(super) struct Target {
    pub(super) request: TargetRequest,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct TargetRequest {
    pub(super) method: Value,
    pub(super) url: Value,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct HarRequest {
    pub(super) method: Text,
    pub(super) url: Text,
    pub(super) headers: Option<HarHeaders>,
    pub(super) post_data: Option<Content>,
    /// Length in bytes, -1 where it is not known.
    pub(super) body_size: Size,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct HarResponse {
    pub(super) status: Status,
    pub(super) headers: Option<HarHeaders>,
    #[serde(deserialize_with = "or_default")]
    pub(super) content: Content,
    /// Length in bytes as it went over the wire, -1 where it is not known.
    pub(super) body_size: Size,
}

/// A body, or what is known of it.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Content {
    pub(super) text: Text,
    pub(super) encoding: Text,
    /// Length in bytes, -1 where it is not known.
    pub(super) size: Size,
    /// The name of a file beside the HAR file that holds it, as Playwright writes it.
    #[serde(rename = "_file")]
    pub(super) file: Text,
}

/// Reads `null` as if it were missing.
fn or_default<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// Reads what is of another type as if it were missing: it is of use, but not needed.
fn if_fitting<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    Ok(serde_json::from_value(Value::deserialize(deserializer)?).ok())
}

/// A text; a number or a truth value counts as the text that it is written as.
#[derive(Default)]
pub(super) struct Text(pub(super) Option<String>);

/// A number, which may be written as a text; of any other text there is none.
#[derive(Default, Clone, Copy)]
pub(super) struct Size(pub(super) Option<f64>);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(match Scalar::deserialize(deserializer)? {
            Scalar::Nothing => None,
            Scalar::Text(text) => Some(text),
            Scalar::Number(number) => Some(number.to_string()),
        }))
    }
}

impl<'de> Deserialize<'de> for Size {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(match Scalar::deserialize(deserializer)? {
            Scalar::Nothing => None,
            Scalar::Text(text) => text.trim().parse().ok(),
            Scalar::Number(number) => number.as_f64(),
        }))
    }
}

/// A status; there is none where a request got no answer, for which browsers write 0, and some
/// proxies -1.
#[derive(Default)]
pub(super) struct Status(pub(super) Option<u16>);

impl<'de> Deserialize<'de> for Status {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = match Scalar::deserialize(deserializer)? {
            Scalar::Nothing => return Ok(Self(None)),
            Scalar::Text(text) => text,
            Scalar::Number(number) => number.to_string(),
        };
        let is_none = text.trim().parse::<f64>().is_ok_and(|number| number <= 0.0);
        // A number without a fraction may be written with one.
        let whole = text.trim().trim_end_matches('0').strip_suffix('.').unwrap_or(text.trim());
        match whole.parse() {
            _ if is_none => Ok(Self(None)),
            Ok(status @ 1..=999) => Ok(Self(Some(status))),
            _ => Err(Error::custom("no status")),
        }
    }
}

/// A value without parts.
enum Scalar {
    Nothing,
    Text(String),
    Number(Number),
}

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ScalarVisitor)
    }
}

struct ScalarVisitor;

impl Visitor<'_> for ScalarVisitor {
    type Value = Scalar;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text or a number")
    }

    fn visit_str<E>(self, text: &str) -> Result<Scalar, E> {
        Ok(Scalar::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Scalar, E> {
        Ok(Scalar::Text(text))
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Scalar, E> {
        Ok(Scalar::Text(truth.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Scalar, E> {
        Ok(Scalar::Number(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Scalar, E> {
        Ok(Scalar::Number(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Scalar, E> {
        Ok(Number::from_f64(number).map_or(Scalar::Nothing, Scalar::Number))
    }

    fn visit_unit<E>(self) -> Result<Scalar, E> {
        Ok(Scalar::Nothing)
    }
}

/// The headers of a message: a list of names and values, or an object of them.
///
/// Without those of HTTP/2 that begin with a colon, which browsers list among the others.
#[derive(Default)]
pub(super) struct HarHeaders(pub(super) Headers);

impl<'de> Deserialize<'de> for HarHeaders {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(HeadersVisitor)
    }
}

struct HeadersVisitor;

impl<'de> Visitor<'de> for HeadersVisitor {
    type Value = HarHeaders;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of headers")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<HarHeaders, A::Error> {
        #[derive(Deserialize, Default)]
        #[serde(default)]
        struct Named {
            name: Text,
            value: Text,
        }

        let mut headers = HarHeaders::default();
        while let Some(named) = list.next_element::<Option<Named>>()? {
            let Named { name, value } = named.unwrap_or_default();
            headers.push(name, value);
        }
        Ok(headers)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<HarHeaders, A::Error> {
        let mut headers = HarHeaders::default();
        while let Some((name, value)) = map.next_entry::<String, Text>()? {
            headers.push(Text(Some(name)), value);
        }
        Ok(headers)
    }
}

impl HarHeaders {
    fn push(&mut self, name: Text, value: Text) {
        if let Some(name) = name.0.filter(|name| !name.is_empty() && !name.starts_with(':')) {
            self.0.push(name, value.0.unwrap_or_default());
        }
    }
}
