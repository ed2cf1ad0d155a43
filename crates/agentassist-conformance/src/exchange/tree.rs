//! A JSON value that remembers whether one of its objects names a property twice.

use std::fmt;

use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::map::Entry;
use serde_json::{Map, Number, Value};

/// A JSON value, and the first property that stands twice in its object.
///
/// Of such a property the value holds what came last. Written again, it stands there twice.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tree {
    pub(crate) value: Value,
    /// The steps from the root, each a name or an index.
    pub(crate) repeated: Option<Vec<String>>,
}

impl Tree {
    /// The tree of a JSON text.
    pub(crate) fn parse(text: &str) -> serde_json::Result<Self> {
        serde_json::from_str(text)
    }

    /// The JSON text.
    pub(crate) fn to_text(&self) -> String {
        let written = Written(&self.value, self.repeated.as_deref().unwrap_or_default());
        // expect: all keys are strings, and JSON has a form for every value.
        serde_json::to_string(&written).expect("a value has a form in JSON")
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // The way was put together from its end.
        let Part { value, way } = Part::deserialize(deserializer)?;
        Ok(Self { value, repeated: way.map(|way| way.into_iter().rev().collect()) })
    }
}

/// A part of a tree, with the way to the property that stands twice in it, last step first.
struct Part {
    value: Value,
    way: Option<Vec<String>>,
}

impl From<Value> for Part {
    fn from(value: Value) -> Self {
        Self { value, way: None }
    }
}

impl<'de> Deserialize<'de> for Part {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PartVisitor)
    }
}

struct PartVisitor;

impl<'de> Visitor<'de> for PartVisitor {
    type Value = Part;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Part, A::Error> {
        let mut object = Map::new();
        let mut found = None::<Vec<String>>;
        while let Some((name, part)) = map.next_entry::<String, Part>()? {
            match object.entry(name) {
                Entry::Vacant(vacant) => {
                    if let (None, Some(mut way)) = (&found, part.way) {
                        way.push(vacant.key().clone());
                        found = Some(way);
                    }
                    vacant.insert(part.value);
                }
                Entry::Occupied(mut occupied) => {
                    let name = occupied.key();
                    // What stood twice in the earlier value is gone with it.
                    if found.as_ref().is_none_or(|way| way.last() == Some(name)) {
                        found = Some(vec![name.clone()]);
                    }
                    occupied.insert(part.value);
                }
            }
        }
        Ok(Part { value: Value::Object(object), way: found })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Part, A::Error> {
        let mut items = Vec::new();
        let mut found = None::<Vec<String>>;
        while let Some(part) = list.next_element::<Part>()? {
            if let (None, Some(mut way)) = (&found, part.way) {
                way.push(items.len().to_string());
                found = Some(way);
            }
            items.push(part.value);
        }
        Ok(Part { value: Value::Array(items), way: found })
    }

    fn visit_str<E>(self, text: &str) -> Result<Part, E> {
        Ok(Value::from(text).into())
    }

    fn visit_string<E>(self, text: String) -> Result<Part, E> {
        Ok(Value::from(text).into())
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Part, E> {
        Ok(Value::from(truth).into())
    }

    fn visit_i64<E>(self, number: i64) -> Result<Part, E> {
        Ok(Value::from(number).into())
    }

    fn visit_u64<E>(self, number: u64) -> Result<Part, E> {
        Ok(Value::from(number).into())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Part, E> {
        let number = Number::from_f64(number).ok_or_else(|| E::custom("no finite number"))?;
        Ok(Value::Number(number).into())
    }

    fn visit_unit<E>(self) -> Result<Part, E> {
        Ok(Value::Null.into())
    }
}

/// A value as it is written, with the way to the property that stands twice in it, if any.
struct Written<'a>(&'a Value, &'a [String]);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(value, way) = self;
        let Some((step, rest)) = way.split_first() else { return value.serialize(serializer) };
        match value {
            Value::Object(object) => {
                let mut map = serializer.serialize_map(None)?;
                for (name, part) in object {
                    let way = if name == step { rest } else { &[] };
                    if name == step && rest.is_empty() {
                        map.serialize_entry(name, part)?;
                    }
                    map.serialize_entry(name, &Written(part, way))?;
                }
                map.end()
            }
            Value::Array(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for (index, part) in items.iter().enumerate() {
                    let way = if index.to_string() == *step { rest } else { &[] };
                    list.serialize_element(&Written(part, way))?;
                }
                list.end()
            }
            // No step leads into what has no parts.
            value => value.serialize(serializer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_property_that_stands_twice_is_found_where_it_is_and_written_again() {
        for (text, steps, written) in [
            (r#"{"a":1,"a":2}"#, "a", r#"{"a":2,"a":2}"#),
            (r#"[0,{"b":{"x/y":1,"x\u002fy":2}}]"#, "1 b x/y", r#"[0,{"b":{"x/y":2,"x/y":2}}]"#),
            (
                r#"{"a":{"x":1,"x":2},"b":[{"c":1,"c":1}]}"#,
                "a x",
                r#"{"a":{"x":2,"x":2},"b":[{"c":1}]}"#,
            ),
            (r#"{"a":{"x":1,"x":2},"a":[]}"#, "a", r#"{"a":[],"a":[]}"#),
            (r#"{"a":1,"a":{"x":1,"x":2}}"#, "a", r#"{"a":{"x":2},"a":{"x":2}}"#),
        ] {
            let tree = Tree::parse(text).unwrap();
            assert_eq!(tree.repeated.as_ref().unwrap().join(" "), steps, "{text}");
            assert_eq!(tree.to_text(), written);
            assert_eq!(Tree::parse(written).unwrap(), tree, "{text}");
        }
    }

    #[test]
    fn the_same_property_in_two_objects_stands_once_in_each() {
        let text = r#"[{"a":1},{"a":2,"b":{"a":null}},-1.5,18446744073709551615,true,"\u0000"]"#;
        let tree = Tree::parse(text).unwrap();
        assert_eq!(tree.repeated, None);
        assert_eq!(tree.to_text(), text);
    }

    #[test]
    fn a_tree_is_the_value_that_everybody_reads() {
        for text in ["{\"a\":1,\"a\":2}", "[1e5,-0.0,-3,null,[{}]]", "\"a\\ud83d\\ude00\""] {
            let value: Value = serde_json::from_str(text).unwrap();
            assert_eq!(Tree::parse(text).unwrap().value, value);
        }
    }
}
