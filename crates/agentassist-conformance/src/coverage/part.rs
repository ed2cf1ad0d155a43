//! Everything in the document that can be seen in traffic.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use serde_json::Value;

use crate::document::{Body, DOCUMENT, OPERATIONS};
use crate::rules::{Layer, Rule};

/// What can be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An operation, with any documented answer.
    Operation,
    /// An answer of an operation.
    Answer,
    /// A media type of a request or an answer.
    MediaType,
    /// A parameter of an operation.
    Parameter,
    /// A property in a body.
    Property,
    /// A known value of an open vocabulary.
    EnumValue,
    /// A rule that looks at more than one message. The others look at every message.
    Rule,
}

impl Kind {
    /// All kinds.
    pub const ALL: &[Self] = &[
        Self::Operation,
        Self::Answer,
        Self::MediaType,
        Self::Parameter,
        Self::Property,
        Self::EnumValue,
        Self::Rule,
    ];

    /// The word for many of it, as reports write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Operation => "operations",
            Self::Answer => "answers",
            Self::MediaType => "mediaTypes",
            Self::Parameter => "parameters",
            Self::Property => "properties",
            Self::EnumValue => "enumValues",
            Self::Rule => "rules",
        }
    }
}

/// One part.
#[derive(Debug, PartialEq, Eq, Hash, Clone)]
pub struct Part {
    /// What it is.
    pub kind: Kind,
    /// The operation that it belongs to.
    pub operation: Option<&'static str>,
    /// Its name, unique among the parts of its kind and operation.
    pub name: String,
}

impl fmt::Display for Part {
    /// `listContacts 200 results.status=ACTIVE`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.operation {
            Some(operation) if self.name.is_empty() => formatter.write_str(operation),
            Some(operation) => write!(formatter, "{operation} {}", self.name),
            None => formatter.write_str(&self.name),
        }
    }
}

/// All parts, in the order of the document.
pub(super) static PARTS: LazyLock<Parts> = LazyLock::new(Parts::new);

/// All parts, and the bodies that lead to them.
pub(super) struct Parts {
    list: Vec<Part>,
    places: HashMap<Part, u32>,
    /// The body of each operation's answer, or of its request.
    bodies: HashMap<(&'static str, String), Described>,
}

/// A value in a body, with what can be seen below it.
#[derive(Default)]
pub(super) struct Described {
    pub(super) part: Option<u32>,
    pub(super) values: HashMap<String, u32>,
    pub(super) properties: HashMap<String, Self>,
    pub(super) items: Option<Box<Self>>,
}

impl Parts {
    fn new() -> Self {
        let mut parts = Self { list: Vec::new(), places: HashMap::new(), bodies: HashMap::new() };
        for operation in OPERATIONS {
            let id = Some(operation.id);
            parts.add(Kind::Operation, id, String::new());
            for parameter in operation.parameters {
                parts.add(Kind::Parameter, id, parameter.name.to_owned());
            }
            if let Some(body) = &operation.request_body {
                parts.add_body(operation.id, "request", body);
            }
            for response in operation.responses {
                let answer = response.status.to_string();
                parts.add(Kind::Answer, id, answer.clone());
                if let Some(body) = &response.body {
                    parts.add_body(operation.id, &answer, body);
                }
            }
        }
        for rule in Rule::ALL.iter().filter(|rule| rule.layer() != Layer::Message) {
            parts.add(Kind::Rule, None, rule.id().to_owned());
        }
        parts
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, &Part)> {
        (0..).zip(&self.list)
    }

    /// The place of a part.
    pub(super) fn find(
        &self,
        kind: Kind,
        operation: Option<&'static str>,
        name: &str,
    ) -> Option<u32> {
        self.places.get(&Part { kind, operation, name: name.to_owned() }).copied()
    }

    /// What can be seen in the body of an answer, named by its status, or of the `request`.
    pub(super) fn body(&self, operation: &'static str, message: &str) -> Option<&Described> {
        self.bodies.get(&(operation, message.to_owned()))
    }

    fn add(&mut self, kind: Kind, operation: Option<&'static str>, name: String) -> u32 {
        let part = Part { kind, operation, name };
        let next = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        let place = *self.places.entry(part.clone()).or_insert(next);
        if place == next {
            self.list.push(part);
        }
        place
    }

    fn add_body(&mut self, operation: &'static str, message: &str, body: &Body) {
        let media_type = format!("{message} {}", body.media_type);
        self.add(Kind::MediaType, Some(operation), media_type);
        let described = self.describe(operation, message, "", body.validator.pointer());
        self.bodies.insert((operation, message.to_owned()), described);
    }

    /// Adds what can be seen below a schema. The document has no schema that holds itself.
    fn describe(
        &mut self,
        operation: &'static str,
        message: &str,
        path: &str,
        pointer: &str,
    ) -> Described {
        let mut described = Described::default();
        let Some(schema) = DOCUMENT.pointer(pointer) else { return described };
        if let Some(target) = schema["$ref"].as_str().and_then(|target| target.strip_prefix('#')) {
            return self.describe(operation, message, path, target);
        }
        let alternatives = schema["oneOf"].as_array().map_or(0, Vec::len);
        for index in 0..alternatives {
            let pointer = format!("{pointer}/oneOf/{index}");
            let other = self.describe(operation, message, path, &pointer);
            described.properties.extend(other.properties);
            described.values.extend(other.values);
        }
        let known = schema["x-extensible-enum"].as_array().into_iter().flatten();
        for value in known.filter_map(Value::as_str) {
            let name = format!("{message} {path}={value}");
            let part = self.add(Kind::EnumValue, Some(operation), name);
            described.values.insert(value.to_owned(), part);
        }
        for name in schema["properties"].as_object().into_iter().flat_map(|it| it.keys()) {
            let below = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            let part = self.add(Kind::Property, Some(operation), format!("{message} {below}"));
            let pointer = format!("{pointer}/properties/{name}");
            let inner = self.describe(operation, message, &below, &pointer);
            described.properties.insert(name.clone(), Described { part: Some(part), ..inner });
        }
        if schema.get("items").is_some() {
            let inner = self.describe(operation, message, path, &format!("{pointer}/items"));
            described.items = Some(Box::new(inner));
        }
        described
    }
}
