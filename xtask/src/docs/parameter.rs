//! Parameters of an operation, and the headers that the document gives elsewhere.

use serde::Serialize;

use super::builder::{Builder, Link, prose};
use super::error::Result;
use super::limits::Limit;
use super::node::{Fields, Node};
use super::schema::{Place, Property};

/// A parameter, and what the example of a call needs to know about it.
#[derive(Debug)]
pub(super) struct Parameter {
    pub(super) spot: Spot,
    pub(super) property: Property,
    /// The shell variable that stands for its value.
    pub(super) variable: String,
}

/// Which part of a request carries a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spot {
    Path,
    Query,
    Header,
}

/// The parameters of one part of the request.
#[derive(Debug, Serialize)]
pub(super) struct Group {
    title: &'static str,
    parameters: Vec<Property>,
}

impl Spot {
    /// Reads the keyword `in`.
    pub(super) fn read(node: &Node<'_>) -> Result<Self> {
        match node.text()? {
            "path" => Ok(Self::Path),
            "query" => Ok(Self::Query),
            "header" => Ok(Self::Header),
            _ => Err(node.unexpected("`path`, `query` or `header`")),
        }
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
        }
    }
}

/// Sorts parameters by the part of the request that carries them.
pub(super) fn groups(mut parameters: Vec<Parameter>) -> Vec<Group> {
    [(Spot::Path, "Path"), (Spot::Query, "Query"), (Spot::Header, "Headers")]
        .into_iter()
        .map(|(spot, title)| {
            let here = parameters.extract_if(.., |parameter| parameter.spot == spot);
            Group { title, parameters: here.map(|parameter| parameter.property).collect() }
        })
        .filter(|group| !group.parameters.is_empty())
        .collect()
}

impl<'d> Builder<'d> {
    /// Reads a parameter or a reference to one.
    pub(super) fn parameter(&mut self, node: &Node<'d>, operation: &Link) -> Result<Parameter> {
        self.resolve(node)?.fields(|fields| {
            let name = fields.needed_text("name")?;
            let spot = Spot::read(&fields.need("in")?)?;
            let wish = format!("{}.{}.{name}", operation.text, spot.word());
            let schema = fields.need("schema")?;
            let variable = variable(schema_name(&schema).unwrap_or(name));
            let property = Property {
                required: fields.flag("required")?,
                ..self.carried(name, &wish, &schema, fields, operation)?
            };
            Ok(Parameter { spot, property, variable })
        })
    }

    /// Reads a header of a response or a reference to one.
    pub(super) fn response_header(
        &mut self,
        name: &str,
        node: &Node<'d>,
        response: &str,
        operation: &Link,
    ) -> Result<Property> {
        self.resolve(node)?.fields(|fields| {
            let schema = fields.need("schema")?;
            let wish = format!("{response}.header.{name}");
            Ok(Property {
                required: fields.flag("required")?,
                ..self.carried(name, &wish, &schema, fields, operation)?
            })
        })
    }

    /// Reads what parameters and headers have in common.
    fn carried(
        &mut self,
        name: &str,
        wish: &str,
        schema: &Node<'d>,
        fields: &mut Fields<'d>,
        operation: &Link,
    ) -> Result<Property> {
        let anchor = self.claim(wish, fields.node())?;
        let mut shape = self.shape(schema, &Place::under_operation(&anchor, operation))?;
        if let Some(description) = prose(fields, "description")? {
            shape.description = Some(description);
        }
        if let Some(evidence) = self.evidence(fields, Some(&anchor))? {
            shape.evidence.insert(0, evidence);
        }
        if let Some(example) = fields.take("example") {
            let values = vec![example.plain()];
            shape.limits.push(Limit { before: "for example", values, after: "" });
        }
        if fields.flag("deprecated")? {
            shape.limits.push(Limit { before: "deprecated", values: Vec::new(), after: "" });
        }
        Ok(Property { anchor, name: name.to_owned(), required: false, shape })
    }
}

/// Returns the last step of a reference: a name says more than `id` does.
fn schema_name<'d>(schema: &Node<'d>) -> Option<&'d str> {
    schema.peek("$ref")?.text().ok()?.rsplit('/').next()
}

/// Spells a name as a shell variable: `streamId` as `STREAM_ID`.
pub(super) fn variable(name: &str) -> String {
    let mut variable = String::new();
    let mut after_small = false;
    for char in name.chars() {
        if char.is_ascii_uppercase() && after_small {
            variable.push('_');
        }
        after_small = char.is_ascii_lowercase() || char.is_ascii_digit();
        let fits = char.is_ascii_alphanumeric();
        variable.push(if fits { char.to_ascii_uppercase() } else { '_' });
    }
    variable
}
