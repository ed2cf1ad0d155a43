//! Headers: names without regard to case, in order, repeated where they were.

use std::fmt;

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::streaming::{Notes, Refused, json};

/// The most headers that are read of one message: no server takes so many.
const MOST: usize = 10_000;

/// The headers of a request or a response.
///
/// A recording holds them as an object from name to value, or to a list of values for a header
/// that came more than once. A list of `{"name": …, "value": …}`, as HAR files have it, is read too.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Headers(Vec<(String, String)>);

impl Headers {
    /// The first value of a header.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| &**value)
    }

    /// Every value of a header.
    pub(crate) fn all(&self, name: &str) -> impl Iterator<Item = &str> + Clone {
        let has_name = move |(key, _): &&(String, String)| key.eq_ignore_ascii_case(name);
        self.0.iter().filter(has_name).map(|(_, value)| &**value)
    }

    /// The value of a header; nothing where several contradict each other.
    pub(crate) fn only(&self, name: &str) -> Option<&str> {
        let mut values = self.all(name);
        let value = values.next()?;
        values.all(|other| other.trim() == value.trim()).then_some(value)
    }

    /// Adds a header.
    pub fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }

    /// Keeps the headers for whose name the predicate holds.
    pub fn retain(&mut self, mut keep: impl FnMut(&str) -> bool) {
        self.0.retain(|(name, _)| keep(name));
    }

    /// The headers in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (&**name, &**value))
    }

    /// Reads headers as a recording has them.
    pub(crate) fn read<'de>(
        text: &'de str,
        notes: &mut Notes,
    ) -> Result<(Self, &'de str), Refused> {
        if json::peek(text) != Some(b'{') {
            let (list, rest) = json::raw(text, notes)?;
            return serde_json::from_str(list).map(|list| (list, rest)).map_err(|_| Refused);
        }
        let mut headers = Self::default();
        let rest = json::object(text, notes, |name, text, notes| {
            let mut value = |text: &'de str| {
                let (value, rest) = json::string(text)?;
                headers.push(name, value);
                if headers.0.len() > MOST { Err(Refused) } else { Ok(rest) }
            };
            if json::peek(text) == Some(b'[') {
                json::array(text, notes, |text, _| value(text))
            } else {
                value(text)
            }
        })?;
        Ok((headers, rest))
    }

    /// Says whether that was one header too many.
    fn bounded<E: Error>(&self) -> Result<(), E> {
        // Worded like the errors of the reader, of which only what is expected is shown.
        let expected = "at most 10000 headers";
        if self.0.len() > MOST { Err(E::invalid_length(self.0.len(), &expected)) } else { Ok(()) }
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = (&str, &mut String)> {
        self.0.iter_mut().map(|(name, value)| (&**name, value))
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for Headers {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(headers: I) -> Self {
        Self(headers.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

impl Serialize for Headers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (index, (name, value)) in self.0.iter().enumerate() {
            let is_first = !self.0[..index].iter().any(|(key, _)| key.eq_ignore_ascii_case(name));
            let same = |(key, _): &&(String, String)| key.eq_ignore_ascii_case(name);
            if is_first && self.0.iter().filter(same).count() == 1 {
                map.serialize_entry(name, value)?;
            } else if is_first {
                let values: Vec<_> = self.0.iter().filter(same).map(|(_, value)| value).collect();
                map.serialize_entry(name, &values)?;
            }
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Headers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(HeadersVisitor)
    }
}

struct HeadersVisitor;

impl<'de> Visitor<'de> for HeadersVisitor {
    type Value = Headers;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object of headers, or a list of names and values")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Headers, A::Error> {
        let mut headers = Headers::default();
        while let Some(name) = map.next_key::<String>()? {
            map.next_value_seed(Values { name, headers: &mut headers })?;
            headers.bounded()?;
        }
        Ok(headers)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Headers, A::Error> {
        #[derive(Deserialize)]
        struct Named {
            name: String,
            #[serde(default)]
            value: String,
        }

        let mut headers = Headers::default();
        while let Some(Named { name, value }) = list.next_element()? {
            headers.push(name, value);
            headers.bounded()?;
        }
        Ok(headers)
    }
}

/// The value of one header, or a list of its values.
struct Values<'a> {
    name: String,
    headers: &'a mut Headers,
}

impl<'de> DeserializeSeed<'de> for Values<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Values<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the value of a header, or a list of its values")
    }

    fn visit_str<E>(self, value: &str) -> Result<(), E> {
        self.headers.push(self.name, value);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(value) = list.next_element::<String>()? {
            self.headers.push(&*self.name, value);
            self.headers.bounded()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_header_is_found_without_regard_to_case() {
        let headers = Headers::from_iter([("accountid", "a")]);
        assert_eq!(headers.get("accountId"), Some("a"));
    }

    #[test]
    fn a_repeated_header_is_written_as_a_list_and_comes_back() {
        let headers = Headers::from_iter([("a", "1"), ("b", "2"), ("A", "3")]);
        let written = serde_json::to_value(&headers).unwrap();
        assert_eq!(written, json!({"a": ["1", "3"], "b": "2"}));
        let read: Headers = serde_json::from_value(written).unwrap();
        assert_eq!(read, Headers::from_iter([("a", "1"), ("a", "3"), ("b", "2")]));
    }

    #[test]
    fn a_message_with_very_many_headers_is_none() {
        let many = MOST + 1;
        let values = json!({"a": vec!["1"; many]});
        let names: serde_json::Map<_, _> =
            (0..many).map(|number| (format!("h{number}"), json!("1"))).collect();
        let list = json!(vec![json!({"name": "a", "value": "1"}); many]);
        for headers in [values, names.into(), list] {
            let error = serde_json::from_value::<Headers>(headers).unwrap_err().to_string();
            assert!(error.ends_with(", expected at most 10000 headers"), "{error}");
        }
    }

    #[test]
    fn the_lists_of_har_files_are_read() {
        let read: Headers = serde_json::from_value(json!([{"name": "a", "value": "1"}])).unwrap();
        assert_eq!(read.get("a"), Some("1"));
    }
}
