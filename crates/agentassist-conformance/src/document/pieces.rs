//! Finds what is wrong with a body piece by piece, so that a long one is never held as a whole.
//!
//! An array is as good as its items, of whose number the document demands nothing: each item is
//! held against its schema by itself, and forgotten. Of an object, only what its schema knows is
//! kept; of a value of the wrong type, only the type. What is left is small, and `jsonschema` says
//! of it what it would have said of everything.

use std::collections::HashMap;
use std::fmt::{self, Write};

use jsonschema::ValidationError;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::shape::Items;
use super::validator::{Violation, compile, locate};
use super::{Evidence, Shape, Validator, words};

/// Looks for everything that is wrong with a body, until nobody wants to hear more.
///
/// What is wrong with the body outside of its arrays comes last.
pub(super) fn violations<'de, D: Deserializer<'de>>(
    validator: &'static Validator,
    body: D,
    found: &mut dyn FnMut(Violation) -> bool,
) -> Result<(), D::Error> {
    let mut search = Search {
        schema: validator.pointer(),
        instance: String::new(),
        located: HashMap::new(),
        found,
        is_over: false,
    };
    let body = Part { shape: validator.shape(), search: &mut search }.deserialize(body)?;
    search.hold(validator.compiled(), "", &body);
    Ok(())
}

/// A search in one body.
struct Search<'a> {
    /// JSON pointer of the body's schema.
    schema: &'static str,
    /// Where in the body it is.
    instance: String,
    /// Where ways of the validators end, and how well what is there is known.
    located: HashMap<String, (String, Evidence)>,
    found: &'a mut dyn FnMut(Violation) -> bool,
    /// Nobody wants to hear more.
    is_over: bool,
}

impl Search<'_> {
    /// Holds a value against a schema to which this way leads.
    fn hold(&mut self, validator: &jsonschema::Validator, way: &str, value: &Value) {
        if self.is_over || validator.is_valid(value) {
            return;
        }
        let errors = validator.iter_errors(value).map(|error| self.explain(way, &error));
        let mut violations: Vec<_> = errors.collect();
        violations.sort_by(|one, other| {
            (&one.instance, &one.keyword_pointer).cmp(&(&other.instance, &other.keyword_pointer))
        });
        for violation in violations {
            self.is_over |= !(self.found)(violation);
        }
    }

    fn explain(&mut self, way: &str, error: &ValidationError<'_>) -> Violation {
        let schema = self.schema;
        let way = format!("{way}{}", error.evaluation_path().as_str());
        let located = self.located.entry(way);
        let (pointer, evidence) = located.or_insert_with_key(|way| locate(schema, way));
        Violation {
            instance: format!("{}{}", self.instance, error.instance_path().as_str()),
            keyword_pointer: pointer.clone(),
            keyword: error.kind().keyword().to_owned(),
            message: words::say(error),
            evidence: *evidence,
        }
    }
}

/// A part of a body. Read, it becomes what `jsonschema` has to know of it.
struct Part<'a, 's> {
    shape: &'static Shape,
    search: &'a mut Search<'s>,
}

impl Part<'_, '_> {
    /// Reads the items of an array: each is held against its schema and forgotten, unless all of
    /// them belong together.
    fn items<'de, A: SeqAccess<'de>>(
        self,
        items: &'static Items,
        list: &mut A,
    ) -> Result<Vec<Value>, A::Error> {
        let Items { shape, schema, way, are_undivided, validator } = items;
        let search = self.search;
        let length = search.instance.len();
        let mut kept = Vec::new();
        for index in 0_usize.. {
            // expect: writing to a string does not fail.
            write!(search.instance, "/{index}").expect("a string takes any text");
            let Some(item) = list.next_element_seed(Part { shape, search })? else { break };
            if *are_undivided {
                kept.push(item);
            } else {
                search.hold(validator.get_or_init(|| compile(schema)), way, &item);
            }
            search.instance.truncate(length);
            if search.is_over {
                return Err(A::Error::custom("enough is found"));
            }
        }
        search.instance.truncate(length);
        Ok(kept)
    }
}

impl<'de> DeserializeSeed<'de> for Part<'_, '_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Part<'_, '_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut kept = Map::new();
        let known = self.shape.of_kind("object").properties.as_ref();
        let length = self.search.instance.len();
        while let Some(property) = map.next_key_seed(Property(known))? {
            let Some((name, shape)) = property else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            self.search.instance.push('/');
            self.search.instance.push_str(name);
            let value = map.next_value_seed(Part { shape, search: self.search })?;
            self.search.instance.truncate(length);
            kept.insert(name.to_owned(), value);
        }
        Ok(Value::Object(kept))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        if let Some(items) = &self.shape.of_kind("array").items {
            return self.items(items, &mut list).map(Value::Array);
        }
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Array(Vec::new()))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
}

/// The name of a property. Read, it becomes the name in the document with what is known of it.
struct Property(Option<&'static HashMap<&'static str, Shape>>);

impl<'de> DeserializeSeed<'de> for Property {
    type Value = Option<(&'static str, &'static Shape)>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Property {
    type Value = Option<(&'static str, &'static Shape)>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the name of a property")
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok(self.0.and_then(|known| known.get_key_value(name)).map(|(name, shape)| (*name, shape)))
    }
}
