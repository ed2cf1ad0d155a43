//! How many values JSON holds: each number and text is one, and so is each object and list.
//!
//! A tree of JSON takes many times as much memory as its text, and what the rules keep of it takes
//! more. No body of this API holds very many values, so that one which does is not taken apart as
//! a whole, unless it conforms.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// More values than any page of contacts has: about six thousand contacts.
pub(crate) const MANY: usize = 1 << 17;

/// Whether a tree holds very many values.
pub(crate) fn are_many(tree: &Value) -> bool {
    let mut left = MANY;
    // An error is one too many.
    Values(&mut left).deserialize(tree).is_err()
}

/// Whether a text of JSON holds very many values.
///
/// # Errors
///
/// When it is no JSON, or nested too deeply.
pub(crate) fn are_many_in(text: &str) -> serde_json::Result<bool> {
    // The shortest value is a digit, and between two is a comma.
    if text.len() <= 2 * MANY {
        return Ok(false);
    }
    let mut left = MANY;
    match Values(&mut left).deserialize(&mut serde_json::Deserializer::from_str(text)) {
        Ok(()) => Ok(false),
        Err(error) if error.is_data() => Ok(true),
        Err(error) => Err(error),
    }
}

/// Why a text is no JSON, or nested too deeply.
pub(crate) fn json_error(text: &str) -> Option<serde_json::Error> {
    let mut left = usize::MAX;
    let mut json = serde_json::Deserializer::from_str(text);
    Values(&mut left).deserialize(&mut json).and_then(|()| json.end()).err()
}

/// Values that are counted; so many may still come.
struct Values<'a>(&'a mut usize);

impl Values<'_> {
    fn one<E: Error>(self) -> Result<(), E> {
        *self.0 = self.0.checked_sub(1).ok_or_else(|| E::custom("very many values"))?;
        Ok(())
    }
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
        formatter.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let left = self.0;
        Values(left).one()?;
        while map.next_key::<IgnoredAny>()?.is_some() {
            map.next_value_seed(Values(left))?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let left = self.0;
        Values(left).one()?;
        while list.next_element_seed(Values(left))?.is_some() {}
        Ok(())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        self.one()
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        self.one()
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        self.one()
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        self.one()
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        self.one()
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.one()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trees_and_texts_are_counted_alike() {
        for (values, expected) in [(MANY, false), (MANY + 1, true)] {
            // Two are the list and the object in it.
            let text = format!("[{}{{}}]", "7,".repeat(values - 2));
            let padded = format!("{text}{}", " ".repeat(MANY));
            assert_eq!(are_many_in(&padded).unwrap(), expected);
            assert_eq!(are_many(&serde_json::from_str(&text).unwrap()), expected);
        }
    }

    #[test]
    fn what_is_cut_off_or_nested_too_deeply_is_no_json() {
        let long = "7,".repeat(MANY);
        assert!(are_many_in(&format!("[{}", &long[..MANY])).is_ok_and(|many| !many));
        let deep = format!("{}{long}", "[".repeat(1_000));
        assert!(are_many_in(&deep).unwrap_err().to_string().starts_with("recursion limit"));
        assert!(json_error("[{\"a\": []}]").is_none());
        assert!([&*deep, "[", "1 2"].iter().all(|text| json_error(text).is_some()));
    }
}
