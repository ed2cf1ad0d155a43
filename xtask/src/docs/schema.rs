//! Schemas: what a value looks like, down to each property.

mod combination;
mod kind;
mod place;

use serde::Serialize;
use serde_json::Value;

use self::combination::Combination;
use self::kind::Piece;
pub(super) use self::place::Place;
use super::builder::{Builder, Link, prose};
use super::error::Result;
use super::evidence::Evidence;
use super::limits::{self, Limit};
use super::markdown::Html;
use super::node::{Fields, Node};

/// What a value looks like.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Shape {
    pub(super) kind: Vec<Piece>,
    pub(super) description: Option<Html>,
    pub(super) limits: Vec<Limit>,
    /// Which personal data the value is, where the document marks it so.
    pub(super) personal: Option<String>,
    pub(super) evidence: Vec<Evidence>,
    pub(super) combinations: Vec<Combination>,
    pub(super) properties: Vec<Property>,
    /// What each item of a list looks like, where that is not said elsewhere on the page.
    pub(super) item: Option<Box<Self>>,
    /// Whether properties may come that the document does not describe.
    pub(super) openness: Option<&'static str>,
    /// What each property without a name of its own looks like.
    pub(super) others: Option<Box<Self>>,
}

/// A member of an object, a parameter or a header: something with a name and an address.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Property {
    pub(super) anchor: String,
    pub(super) name: String,
    pub(super) required: bool,
    pub(super) shape: Shape,
}

/// A schema in the list of schemas.
#[derive(Debug, Serialize)]
pub(super) struct Schema {
    anchor: String,
    name: String,
    uses: Vec<Link>,
    shape: Shape,
}

/// The place of all schemas with a name.
const SCHEMAS: &str = "/components/schemas/";

impl<'d> Builder<'d> {
    /// Reads every schema with a name, in the order of the document.
    pub(super) fn schemas(&mut self, node: Option<&Node<'d>>) -> Result<Vec<Schema>> {
        let members = node.map_or(Ok(Vec::new()), Node::members)?;
        let mut schemas = Vec::with_capacity(members.len());
        for (name, node) in members {
            let anchor = self.claim(name, &node)?;
            let shape = self.shape(&node, &Place::in_list(name))?;
            let uses = self.uses.remove(name).unwrap_or_default();
            schemas.push(Schema { anchor, name: name.to_owned(), uses, shape });
        }
        Ok(schemas)
    }

    /// Reads a schema or a reference to one.
    pub(super) fn shape(&mut self, node: &Node<'d>, place: &Place) -> Result<Shape> {
        let (target, name) = self.named(node)?;
        let Some(name) = name else { return self.shape_here(&target, place) };
        if let Some(operation) = &place.operation {
            let uses = self.uses.entry(name.clone()).or_default();
            if !uses.contains(operation) {
                uses.push(operation.clone());
            }
        }
        let mut shape = self.shape_here(&target, &place.through(name))?;
        shape.kind = self.kind(node)?;
        Ok(shape)
    }

    /// Follows a reference to a schema with a name; a schema without one stands where it is used.
    ///
    /// A reference into the middle of something is an error: it has no place in the list of
    /// schemas, and could lead round in a circle that no name ends.
    fn named(&mut self, node: &Node<'d>) -> Result<(Node<'d>, Option<String>)> {
        let target = self.resolve(node)?;
        let Some(reference) = reference(node) else { return Ok((target, None)) };
        match name_of(&target) {
            Some(name) => Ok((target, Some(name))),
            None => Err(reference.unexpected("a schema of #/components/schemas")),
        }
    }

    fn shape_here(&mut self, node: &Node<'d>, place: &Place) -> Result<Shape> {
        let kind = self.kind(node)?;
        node.fields(|fields| {
            // `kind` has told these.
            for keyword in ["type", "format", "nullable"] {
                fields.take(keyword);
            }
            let description = prose(fields, "description")?;
            let limits = limits::read(fields)?;
            let personal = fields.text("x-pii")?.map(str::to_owned);
            let evidence = self.evidence(fields, place.home_of(node))?.into_iter().collect();
            let combinations = self.combinations(fields, place)?;
            let properties = self.properties(fields, place)?;
            let item = self.item(fields, place)?;
            let (openness, others) = self.openness(fields, place)?;
            Ok(Shape {
                kind,
                description,
                limits,
                personal,
                evidence,
                combinations,
                properties,
                item,
                openness,
                others,
            })
        })
    }

    fn properties(&mut self, fields: &mut Fields<'d>, place: &Place) -> Result<Vec<Property>> {
        let members = fields.members("properties")?;
        let mut required = Vec::new();
        for node in fields.items("required")? {
            let name = node.text()?;
            if !members.iter().any(|(member, _)| *member == name) {
                return Err(node.unexpected("the name of a property of this schema"));
            }
            required.push(name);
        }
        if place.outline {
            return Ok(Vec::new());
        }
        let mut properties = Vec::with_capacity(members.len());
        for (name, node) in members {
            let place = place.below(name);
            let anchor = self.claim(&place.anchor, &node)?;
            let shape = self.shape(&node, &place)?;
            let required = required.contains(&name);
            properties.push(Property { anchor, name: name.to_owned(), required, shape });
        }
        Ok(properties)
    }

    /// Reads what the items of a list look like, unless the kind of the list has said it all.
    fn item(&mut self, fields: &mut Fields<'d>, place: &Place) -> Result<Option<Box<Shape>>> {
        let Some(node) = fields.take("items") else { return Ok(None) };
        let linked = place.operation.is_none() && reference(&node).is_some();
        if place.outline || linked {
            return Ok(None);
        }
        let shape = self.shape(&node, place)?;
        Ok(shape.says_more_than_its_kind().then(|| Box::new(shape)))
    }

    /// Reads whether properties may come that have no name in the document.
    fn openness(
        &mut self,
        fields: &mut Fields<'d>,
        place: &Place,
    ) -> Result<(Option<&'static str>, Option<Box<Shape>>)> {
        let Some(node) = fields.take("additionalProperties") else { return Ok((None, None)) };
        let words = match node.value() {
            _ if place.outline => None,
            Value::Bool(false) => Some("No other properties."),
            Value::Bool(true) => Some("Further properties may come."),
            Value::Object(schema) if schema.is_empty() => Some("Further properties may come."),
            _ => {
                let shape = self.shape(&node, &place.below("others"))?;
                return Ok((None, Some(Box::new(shape))));
            }
        };
        Ok((words, None))
    }
}

impl Shape {
    /// A shape of which nothing is known but its kind.
    pub(super) fn of_kind(words: &str) -> Self {
        Self {
            kind: vec![Piece::words(words)],
            description: None,
            limits: Vec::new(),
            personal: None,
            evidence: Vec::new(),
            combinations: Vec::new(),
            properties: Vec::new(),
            item: None,
            openness: None,
            others: None,
        }
    }

    fn says_more_than_its_kind(&self) -> bool {
        self.description.is_some()
            || self.personal.is_some()
            || self.item.is_some()
            || self.others.is_some()
            || self.openness.is_some()
            || !self.limits.is_empty()
            || !self.evidence.is_empty()
            || !self.combinations.is_empty()
            || !self.properties.is_empty()
    }
}

/// Returns the target of a node that is a reference.
fn reference<'d>(node: &Node<'d>) -> Option<Node<'d>> {
    node.peek("$ref")
}

/// Returns the name of a schema that has one.
fn name_of(node: &Node<'_>) -> Option<String> {
    let name = node.pointer().strip_prefix(SCHEMAS)?;
    (!name.contains('/')).then(|| name.replace("~1", "/").replace("~0", "~"))
}
