//! Properties that an object names twice.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::{self, Write};
use std::hash::{BuildHasher, RandomState};

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};

/// The JSON pointer of the first property that stands twice in its object.
///
/// `None` also for what is not JSON.
pub(crate) fn repeated_property(text: &str) -> Option<String> {
    let mut found = None;
    let mut deserializer = serde_json::Deserializer::from_str(text);
    // An error ends the search: at the property, or where the text is no JSON.
    let (pointer, names) = (&mut String::new(), &RandomState::new());
    let _ = Search { pointer, names, found: &mut found }.deserialize(&mut deserializer);
    found
}

/// A search in one value.
struct Search<'a> {
    pointer: &'a mut String,
    /// Names are told apart by their hashes: an object may have millions. That two of them are the
    /// same by chance is less likely than that the machine is wrong.
    names: &'a RandomState,
    found: &'a mut Option<String>,
}

impl Search<'_> {
    fn below(&mut self) -> Search<'_> {
        Search { pointer: self.pointer, names: self.names, found: self.found }
    }
}

impl<'de> DeserializeSeed<'de> for Search<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Search<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let mut names = HashSet::new();
        let length = self.pointer.len();
        while let Some(name) = map.next_key::<Cow<'de, str>>()? {
            self.pointer.push('/');
            self.pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
            if !names.insert(self.names.hash_one(&*name)) {
                *self.found = Some(self.pointer.clone());
                return Err(A::Error::custom("a property stands twice"));
            }
            map.next_value_seed(self.below())?;
            self.pointer.truncate(length);
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        let length = self.pointer.len();
        for index in 0_usize.. {
            // expect: writing to a string does not fail.
            write!(self.pointer, "/{index}").expect("a string takes any text");
            let item = list.next_element_seed(self.below())?;
            self.pointer.truncate(length);
            if item.is_none() {
                break;
            }
        }
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pointer(text: &str) -> Option<String> {
        repeated_property(text)
    }

    #[test]
    fn a_property_that_stands_twice_is_found_where_it_is() {
        assert_eq!(pointer(r#"{"a": 1, "a": 2}"#).as_deref(), Some("/a"));
        assert_eq!(
            pointer(r#"[0, {"b": {"x/y": 1, "x\u002fy": 2}}]"#).as_deref(),
            Some("/1/b/x~1y")
        );
    }

    #[test]
    fn the_same_property_in_two_objects_stands_once_in_each() {
        assert_eq!(pointer(r#"[{"a": 1}, {"a": 2, "b": {"a": null}}]"#), None);
        assert_eq!(pointer("no JSON"), None);
    }
}
