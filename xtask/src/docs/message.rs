//! What goes over the wire: request bodies, responses and their examples.

use serde::Serialize;
use serde_json::Value;

use super::builder::{Builder, Link, prose};
use super::error::Result;
use super::evidence::Evidence;
use super::highlight::{self, Code};
use super::markdown::{self, Html};
use super::node::{Fields, Node};
use super::schema::{Place, Property, Shape};

/// The body of a request.
#[derive(Debug, Serialize)]
pub(super) struct Body<'d> {
    anchor: String,
    required: bool,
    description: Option<Html>,
    evidence: Vec<Evidence>,
    pub(super) contents: Vec<Content<'d>>,
}

/// An answer, or a class of answers such as `4XX`.
#[derive(Debug, Serialize)]
pub(super) struct Response<'d> {
    anchor: String,
    status: String,
    success: bool,
    description: Option<Html>,
    evidence: Vec<Evidence>,
    /// The statuses of a class that are known to occur.
    known: Vec<String>,
    headers: Vec<Property>,
    contents: Vec<Content<'d>>,
}

/// A body in one media type.
#[derive(Debug, Serialize)]
pub(super) struct Content<'d> {
    media: String,
    shape: Option<Shape>,
    pub(super) examples: Vec<Example<'d>>,
}

/// An example of a body.
#[derive(Debug, Serialize)]
pub(super) struct Example<'d> {
    description: Option<Html>,
    code: Code,
    #[serde(skip)]
    pub(super) value: &'d Value,
}

impl<'d> Builder<'d> {
    /// Reads a request body or a reference to one.
    pub(super) fn body(&mut self, node: &Node<'d>, operation: &Link) -> Result<Body<'d>> {
        let anchor = self.claim(&format!("{}.body", operation.text), node)?;
        self.resolve(node)?.fields(|fields| {
            Ok(Body {
                required: fields.flag("required")?,
                description: prose(fields, "description")?,
                evidence: self.evidence(fields, Some(&anchor))?.into_iter().collect(),
                contents: self.contents(fields, &Place::under_operation(&anchor, operation))?,
                anchor,
            })
        })
    }

    /// Reads a response or a reference to one.
    pub(super) fn response(
        &mut self,
        status: &str,
        node: &Node<'d>,
        operation: &Link,
    ) -> Result<Response<'d>> {
        let anchor = self.claim(&format!("{}.{status}", operation.text), node)?;
        self.resolve(node)?.fields(|fields| {
            let headers = fields
                .members("headers")?
                .into_iter()
                .map(|(name, node)| self.response_header(name, &node, &anchor, operation))
                .collect::<Result<_>>()?;
            Ok(Response {
                status: status.to_owned(),
                success: status.starts_with('2'),
                description: prose(fields, "description")?,
                evidence: self.evidence(fields, Some(&anchor))?.into_iter().collect(),
                known: fields.items("x-known-statuses")?.iter().map(Node::plain).collect(),
                headers,
                contents: self.contents(fields, &Place::under_operation(&anchor, operation))?,
                anchor,
            })
        })
    }

    fn contents(&mut self, fields: &mut Fields<'d>, place: &Place) -> Result<Vec<Content<'d>>> {
        let members = fields.members("content")?;
        members.into_iter().map(|(media, node)| self.content(media, &node, place)).collect()
    }

    fn content(&mut self, media: &str, node: &Node<'d>, place: &Place) -> Result<Content<'d>> {
        node.fields(|fields| {
            let schema = fields.take("schema");
            let mut examples = Vec::new();
            if let Some(value) = fields.take("example") {
                examples.push(Example::new(None, None, value.value()));
            }
            for (name, node) in fields.members("examples")? {
                examples.push(self.example(name, &node)?);
            }
            let shape = schema.map(|schema| self.shape(&schema, place)).transpose()?;
            Ok(Content { media: media.to_owned(), shape, examples })
        })
    }

    fn example(&mut self, name: &str, node: &Node<'d>) -> Result<Example<'d>> {
        self.resolve(node)?.fields(|fields| {
            let title = fields.text("summary")?.unwrap_or(name);
            let description = prose(fields, "description")?;
            Ok(Example::new(Some(title), description, fields.need("value")?.value()))
        })
    }
}

impl<'d> Example<'d> {
    fn new(title: Option<&str>, description: Option<Html>, value: &'d Value) -> Self {
        let title = markdown::inline(title.unwrap_or("Example"));
        Self { description, code: Code { title, tokens: highlight::json(value) }, value }
    }
}
