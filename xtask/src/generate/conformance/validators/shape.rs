//! What a schema demands, read keyword by keyword. A keyword that is not known here is an error.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::pattern::{self, Parts};
use crate::document::{Document, child};
use crate::generate::GenerateError;
use crate::generate::conformance::model::construct;

/// What a value must be.
pub(super) enum Shape {
    /// An object with the properties of the definition at this pointer.
    Object(String),
    /// An object of which no property is named.
    FreeObject,
    /// An array of these.
    Array(Box<Self>),
    /// A string that follows all of these rules.
    Text(Vec<TextRule>),
    /// An integer that is not less than this.
    Integer(Option<i64>),
    /// A truth value.
    Boolean,
    /// An object with the properties of the definition at this pointer, or a string.
    ObjectOrText(String, Vec<TextRule>),
}

/// What a schema demands of a string. What needs a name in Rust has the pointer of its keyword.
#[derive(Clone)]
pub(super) enum TextRule {
    MinLength(usize),
    DateTime,
    Pattern(String, Parts),
    OpenEnum(String, Vec<String>),
}

/// Whether these are the rules of a string of which nothing but its moment is worth to be kept.
pub(super) fn is_moment(rules: &[TextRule]) -> bool {
    matches!(rules, [TextRule::DateTime])
}

/// An object whose properties are named.
pub(super) struct Definition {
    pub(super) properties: Vec<(String, Shape)>,
    pub(super) required: Vec<String>,
    /// Lists of properties of which one must be there as a whole.
    pub(super) required_any: Vec<Vec<String>>,
}

/// Keywords that say nothing about which values are allowed.
const ANNOTATIONS: &[&str] = &[
    "default",
    "deprecated",
    "description",
    "example",
    "externalDocs",
    "title",
    "x-evidence",
    "x-pii",
];

/// As many properties as a set of them has bits.
const MAX_PROPERTIES: usize = 64;

/// Reads schemas, and remembers which objects they lead to.
pub(super) struct Shapes<'a> {
    document: &'a Document,
    objects: BTreeSet<String>,
    /// References being followed, to notice a circle of them.
    following: Vec<String>,
}

impl<'a> Shapes<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        Self { document, objects: BTreeSet::new(), following: Vec::new() }
    }

    /// Reads the objects that were met so far, and those that they lead to.
    pub(super) fn definitions(mut self) -> Result<BTreeMap<String, Definition>, GenerateError> {
        let mut definitions = BTreeMap::new();
        loop {
            let next = self.objects.iter().find(|pointer| !definitions.contains_key(*pointer));
            let Some(pointer) = next.cloned() else { return Ok(definitions) };
            let definition = self.definition(&pointer)?;
            definitions.insert(pointer, definition);
        }
    }

    /// Reads the schema at a pointer.
    pub(super) fn at(&mut self, pointer: &str) -> Result<Shape, GenerateError> {
        let schema = Schema::at(self.document, pointer)?;
        if let Some(reference) = schema.value.get("$ref") {
            schema.has_only(&["$ref"])?;
            let target = reference.as_str().and_then(|target| target.strip_prefix('#'));
            let target = target.ok_or_else(|| schema.wrong("$ref", "only `#/…` is followed"))?;
            if self.following.iter().any(|followed| followed == target) {
                return Err(schema.wrong("$ref", "this reference leads to itself"));
            }
            self.following.push(target.to_owned());
            let shape = self.at(target)?;
            self.following.pop();
            return Ok(shape);
        }
        if schema.value.contains_key("oneOf") {
            return self.alternatives(&schema);
        }
        match schema.value.get("type").and_then(Value::as_str) {
            Some("object") => self.object(&schema),
            Some("array") => {
                schema.has_only(&["type", "items"])?;
                if !schema.value.contains_key("items") {
                    return Err(schema.wrong("type", "an array says what its `items` are"));
                }
                Ok(Shape::Array(Box::new(self.at(&child(pointer, "items"))?)))
            }
            Some("string") => schema.text().map(Shape::Text),
            Some("integer") => schema.integer(),
            Some("boolean") => schema.has_only(&["type"]).map(|()| Shape::Boolean),
            Some(other) => Err(schema.wrong("type", &format!("the type `{other}` is not known"))),
            None => Err(construct(pointer, "a schema names one `type`, a `$ref` or a `oneOf`")),
        }
    }

    fn object(&mut self, schema: &Schema<'_>) -> Result<Shape, GenerateError> {
        if schema.value.contains_key("properties") {
            self.objects.insert(schema.pointer.clone());
            return Ok(Shape::Object(schema.pointer.clone()));
        }
        schema.has_only(&["type", "additionalProperties"])?;
        schema.may_grow()?;
        Ok(Shape::FreeObject)
    }

    fn alternatives(&mut self, schema: &Schema<'_>) -> Result<Shape, GenerateError> {
        schema.has_only(&["oneOf"])?;
        let count = schema.value["oneOf"].as_array().map_or(0, Vec::len);
        let at = child(&schema.pointer, "oneOf");
        let alternatives = (0..count)
            .map(|index| self.at(&child(&at, &index.to_string())))
            .collect::<Result<Vec<_>, _>>()?;
        match <[Shape; 2]>::try_from(alternatives) {
            Ok(
                [Shape::Object(object), Shape::Text(rules)]
                | [Shape::Text(rules), Shape::Object(object)],
            ) => Ok(Shape::ObjectOrText(object, rules)),
            _ => Err(schema.wrong("oneOf", "only an object with properties or a string is known")),
        }
    }

    fn definition(&mut self, pointer: &str) -> Result<Definition, GenerateError> {
        let schema = Schema::at(self.document, pointer)?;
        schema.has_only(&["type", "properties", "required", "additionalProperties", "anyOf"])?;
        schema.may_grow()?;
        let at = child(pointer, "properties");
        let named = schema.value["properties"]
            .as_object()
            .ok_or_else(|| schema.wrong("properties", "an object of schemas belongs here"))?;
        if named.len() > MAX_PROPERTIES {
            let problem = format!("more than {MAX_PROPERTIES} properties are not supported");
            return Err(schema.wrong("properties", &problem));
        }
        let properties = named
            .keys()
            .map(|name| Ok((name.clone(), self.at(&child(&at, name))?)))
            .collect::<Result<_, GenerateError>>()?;
        let required = match schema.value.get("required") {
            Some(required) => schema.names("required", required)?,
            None => Vec::new(),
        };
        Ok(Definition { properties, required, required_any: schema.required_any()? })
    }
}

/// One schema object, with its place.
struct Schema<'a> {
    pointer: String,
    value: &'a Map<String, Value>,
}

impl<'a> Schema<'a> {
    fn at(document: &'a Document, pointer: &str) -> Result<Self, GenerateError> {
        let value = document.value.pointer(pointer).and_then(Value::as_object);
        let value = value.ok_or_else(|| construct(pointer, "a schema belongs here"))?;
        Ok(Self { pointer: pointer.to_owned(), value })
    }

    /// Refuses keywords other than these and annotations.
    fn has_only(&self, known: &[&str]) -> Result<(), GenerateError> {
        let is_known = |keyword: &str| known.contains(&keyword) || ANNOTATIONS.contains(&keyword);
        match self.value.keys().find(|keyword| !is_known(keyword)) {
            Some(keyword) => {
                Err(self
                    .wrong(keyword, "the generator of validators does not know this keyword here"))
            }
            None => Ok(()),
        }
    }

    /// Refuses a restriction of the properties that are not named.
    fn may_grow(&self) -> Result<(), GenerateError> {
        match self.value.get("additionalProperties") {
            None | Some(Value::Bool(true)) => Ok(()),
            Some(Value::Object(schema)) if schema.is_empty() => Ok(()),
            Some(_) => Err(self.wrong("additionalProperties", "only `{}` and `true` are known")),
        }
    }

    fn text(&self) -> Result<Vec<TextRule>, GenerateError> {
        self.has_only(&["type", "minLength", "pattern", "format", "x-extensible-enum"])?;
        let mut rules = Vec::new();
        if let Some(length) = self.value.get("minLength") {
            let length = length.as_u64().and_then(|length| usize::try_from(length).ok());
            rules.push(TextRule::MinLength(
                length.ok_or_else(|| {
                    self.wrong("minLength", "a number of characters belongs here")
                })?,
            ));
        }
        match self.value.get("format").map(Value::as_str) {
            None => {}
            Some(Some("date-time")) => rules.push(TextRule::DateTime),
            Some(_) => return Err(self.wrong("format", "only `date-time` is known for a string")),
        }
        if let Some(pattern) = self.value.get("pattern") {
            let text = pattern.as_str().unwrap_or_default();
            let parts = pattern::split(text).map_err(|problem| self.wrong("pattern", &problem))?;
            rules.push(TextRule::Pattern(self.pointer.clone(), parts));
        }
        if let Some(values) = self.value.get("x-extensible-enum") {
            let values = self.names("x-extensible-enum", values)?;
            rules.push(TextRule::OpenEnum(self.pointer.clone(), values));
        }
        Ok(rules)
    }

    fn integer(&self) -> Result<Shape, GenerateError> {
        self.has_only(&["type", "minimum", "format"])?;
        // The format says how wide a client's type must be; it forbids no value.
        if self.value.get("format").is_some_and(|format| format != "int64") {
            return Err(self.wrong("format", "only `int64` is known for an integer"));
        }
        match self.value.get("minimum") {
            None => Ok(Shape::Integer(None)),
            Some(minimum) => match minimum.as_i64() {
                Some(minimum) => Ok(Shape::Integer(Some(minimum))),
                None => Err(self.wrong("minimum", "a whole number belongs here")),
            },
        }
    }

    /// Reads an `anyOf` whose alternatives do nothing but require properties.
    fn required_any(&self) -> Result<Vec<Vec<String>>, GenerateError> {
        let Some(alternatives) = self.value.get("anyOf") else { return Ok(Vec::new()) };
        let alternatives = alternatives.as_array().map_or(&[][..], Vec::as_slice);
        alternatives
            .iter()
            .map(|alternative| match alternative.as_object().map(|object| (object.len(), object)) {
                Some((1, object)) if object.contains_key("required") => {
                    self.names("anyOf", &object["required"])
                }
                _ => {
                    Err(self
                        .wrong("anyOf", "only alternatives with nothing but `required` are known"))
                }
            })
            .collect()
    }

    /// Reads a list of names.
    fn names(&self, keyword: &str, value: &Value) -> Result<Vec<String>, GenerateError> {
        let names = value.as_array().and_then(|names| {
            names.iter().map(|name| name.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>()
        });
        let names = names.ok_or_else(|| self.wrong(keyword, "a list of names belongs here"))?;
        let known = self.value.get("properties").and_then(Value::as_object);
        let unknown =
            names.iter().find(|name| known.is_some_and(|known| !known.contains_key(*name)));
        match unknown {
            Some(name) => {
                Err(self.wrong(keyword, &format!("`{name}` is none of the `properties`")))
            }
            None => Ok(names),
        }
    }

    fn wrong(&self, keyword: &str, problem: &str) -> GenerateError {
        construct(&child(&self.pointer, keyword), problem)
    }
}
