//! Everything in the document that can be seen in traffic.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use serde_json::Value;

use crate::document::{Body, DOCUMENT, OPERATIONS, Operation};
use crate::generated::validators::PLACES;
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
    /// In the order of the operations.
    operations: Vec<OfOperation>,
    /// By the number of the rule.
    rules: Vec<Option<u32>>,
}

/// The parts of an operation.
pub(super) struct OfOperation {
    pub(super) operation: u32,
    /// In the order of the parameters.
    pub(super) parameters: Vec<u32>,
    pub(super) request: Option<OfBody>,
    /// In the order of the answers.
    pub(super) answers: Vec<(u32, Option<OfBody>)>,
}

/// The parts of a body.
pub(super) struct OfBody {
    pub(super) media_type: &'static str,
    pub(super) media_type_part: u32,
    pub(super) described: Described,
    /// The parts that the bits of each place stand for ([`PLACES`]).
    pub(super) places: Vec<(usize, Vec<u32>)>,
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
        let mut parts = Self {
            list: Vec::new(),
            places: HashMap::new(),
            operations: Vec::new(),
            rules: Vec::new(),
        };
        for operation in OPERATIONS {
            let of_operation = parts.of_operation(operation);
            parts.operations.push(of_operation);
        }
        for rule in Rule::ALL {
            let part = (rule.layer() != Layer::Message)
                .then(|| parts.add(Kind::Rule, None, rule.id().to_owned()));
            parts.rules.push(part);
        }
        parts
    }

    fn of_operation(&mut self, operation: &Operation) -> OfOperation {
        let id = Some(operation.id);
        let part = self.add(Kind::Operation, id, String::new());
        let parameters = operation.parameters.iter();
        let parameters =
            parameters.map(|it| self.add(Kind::Parameter, id, it.name.to_owned())).collect();
        let request = operation.request_body.as_ref();
        let request = request.map(|body| self.add_body(operation.id, "request", body));
        let answers = operation.responses.iter().map(|response| {
            let answer = response.status.to_string();
            let part = self.add(Kind::Answer, id, answer.clone());
            let body = response.body.as_ref();
            (part, body.map(|body| self.add_body(operation.id, &answer, body)))
        });
        let answers = answers.collect();
        OfOperation { operation: part, parameters, request, answers }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.list.len()
    }

    /// The parts of an operation.
    pub(super) fn of(&self, operation: &Operation) -> Option<&OfOperation> {
        let place = OPERATIONS.iter().position(|known| known.id == operation.id)?;
        self.operations.get(place)
    }

    /// The part that a rule is, unless it looks at every message.
    pub(super) fn rule(&self, rule: Rule) -> Option<u32> {
        self.rules.get(rule as usize).copied().flatten()
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

    fn add(&mut self, kind: Kind, operation: Option<&'static str>, name: String) -> u32 {
        let part = Part { kind, operation, name };
        let next = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        let place = *self.places.entry(part.clone()).or_insert(next);
        if place == next {
            self.list.push(part);
        }
        place
    }

    fn add_body(&mut self, operation: &'static str, message: &str, body: &Body) -> OfBody {
        let media_type = format!("{message} {}", body.media_type);
        let media_type_part = self.add(Kind::MediaType, Some(operation), media_type);
        let mut places = Vec::new();
        let schema = body.validator.pointer();
        let described = self.describe(operation, message, "", schema, &mut places);
        OfBody { media_type: body.media_type, media_type_part, described, places }
    }

    /// Adds what can be seen below a schema. The document has no schema that holds itself.
    fn describe(
        &mut self,
        operation: &'static str,
        message: &str,
        path: &str,
        pointer: &str,
        places: &mut Vec<(usize, Vec<u32>)>,
    ) -> Described {
        let mut described = Described::default();
        let Some(schema) = DOCUMENT.pointer(pointer) else { return described };
        if let Some(target) = schema["$ref"].as_str().and_then(|target| target.strip_prefix('#')) {
            return self.describe(operation, message, path, target, places);
        }
        let alternatives = schema["oneOf"].as_array().map_or(0, Vec::len);
        for index in 0..alternatives {
            let pointer = format!("{pointer}/oneOf/{index}");
            let other = self.describe(operation, message, path, &pointer, places);
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
            let inner = self.describe(operation, message, &below, &pointer, places);
            described.properties.insert(name.clone(), Described { part: Some(part), ..inner });
        }
        if schema.get("items").is_some() {
            let pointer = format!("{pointer}/items");
            let inner = self.describe(operation, message, path, &pointer, places);
            described.items = Some(Box::new(inner));
        }
        let place = PLACES.iter().position(|(known, _)| *known == pointer);
        places.extend(place.map(|place| (place, described.parts_of(PLACES[place].1))));
        described
    }
}

impl Described {
    /// The parts of its properties or values, in the order of these names.
    fn parts_of(&self, names: &[&str]) -> Vec<u32> {
        let property = |name: &str| self.properties.get(name).and_then(|inner| inner.part);
        let part = |name: &&str| property(name).or_else(|| self.values.get(*name).copied());
        names.iter().filter_map(part).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_stands_once_in_a_body_and_each_of_its_bits_is_a_part() {
        for operation in &PARTS.operations {
            let answers = operation.answers.iter().filter_map(|(_, body)| body.as_ref());
            for body in answers.chain(&operation.request) {
                let mut seen = std::collections::BTreeSet::new();
                for (place, parts) in &body.places {
                    assert!(seen.insert(place), "{}", PLACES[*place].0);
                    assert_eq!(parts.len(), PLACES[*place].1.len(), "{}", PLACES[*place].0);
                }
            }
        }
    }
}
