//! Operations: everything that one page section says.

use serde::Serialize;

use super::builder::{Builder, Link, prose, web_link};
use super::curl::{self, Call};
use super::error::Result;
use super::evidence::Evidence;
use super::highlight::Code;
use super::limits::Limit;
use super::markdown::{self, Html};
use super::message::{Body, Response};
use super::node::{Fields, Node};
use super::parameter::{self, Group, Parameter, Spot};
use super::retry::Retry;
use super::schema::{Property, Shape};

/// An operation.
#[derive(Debug, Serialize)]
pub(super) struct Operation<'d> {
    #[serde(skip)]
    pub(super) tag: Option<&'d str>,
    anchor: String,
    name: String,
    method: String,
    path: Vec<Step>,
    summary: String,
    description: Option<Html>,
    deprecated: bool,
    evidence: Vec<Evidence>,
    /// The scope that the caller's app needs.
    scope: Option<String>,
    content_type: Option<String>,
    retry: Option<Retry>,
    vendor_page: Option<Link>,
    groups: Vec<Group>,
    body: Option<Body<'d>>,
    responses: Vec<Response<'d>>,
    call: Code,
}

/// A piece of a path; parameters are told from fixed text.
#[derive(Debug, Serialize)]
struct Step {
    text: String,
    parameter: bool,
}

/// Where an operation stands in the document.
pub(super) struct Route<'r, 'd> {
    pub(super) method: &'static str,
    pub(super) path: &'r str,
    pub(super) base: &'r str,
    /// The parameters that all operations of a path share.
    pub(super) shared: &'r [Node<'d>],
    /// What the document demands of every operation that says nothing else.
    pub(super) security: Option<&'r Node<'d>>,
}

impl<'d> Builder<'d> {
    /// Reads an operation.
    pub(super) fn operation(
        &mut self,
        node: &Node<'d>,
        route: &Route<'_, 'd>,
    ) -> Result<Operation<'d>> {
        node.fields(|fields| {
            let name = fields.needed_text("operationId")?;
            let anchor = self.claim(name, node)?;
            let link = Link { text: name.to_owned(), href: format!("#{anchor}") };

            let (content_type, content_header) = self.content_type(fields, &link)?;
            let mut parameters = self.credentials_of(fields, route, &link)?;
            for node in route.shared.iter().chain(&fields.items("parameters")?) {
                parameters.push(self.parameter(node, &link)?);
            }
            let body =
                fields.take("requestBody").map(|node| self.body(&node, &link)).transpose()?;
            let call = curl::command(&Call {
                method: route.method,
                base: route.base,
                path: route.path,
                parameters: &parameters,
                content_type,
                body: body
                    .iter()
                    .flat_map(|body| &body.contents)
                    .flat_map(|content| &content.examples)
                    .map(|example| example.value)
                    .next(),
            });
            parameters.extend(content_header);

            let responses = fields
                .members("responses")?
                .into_iter()
                .map(|(status, node)| self.response(status, &node, &link))
                .collect::<Result<_>>()?;
            Ok(Operation {
                tag: tag(fields)?,
                name: name.to_owned(),
                method: route.method.to_owned(),
                path: steps(route.path),
                summary: fields.text("summary")?.unwrap_or(name).to_owned(),
                description: prose(fields, "description")?,
                deprecated: fields.flag("deprecated")?,
                evidence: self.evidence(fields, Some(&anchor))?.into_iter().collect(),
                scope: fields.text("x-api-scope")?.map(str::to_owned),
                content_type: content_type.map(str::to_owned),
                retry: fields.take("x-retry").map(|node| Retry::read(&node)).transpose()?,
                vendor_page: fields
                    .take("externalDocs")
                    .map(|node| web_link(&node, "description"))
                    .transpose()?,
                groups: parameter::groups(parameters),
                body,
                responses,
                call,
                anchor,
            })
        })
    }

    fn credentials_of(
        &mut self,
        fields: &mut Fields<'d>,
        route: &Route<'_, 'd>,
        operation: &Link,
    ) -> Result<Vec<Parameter>> {
        match fields.take("security").as_ref().or(route.security) {
            Some(node) => self.credentials(node, operation),
            None => Ok(Vec::new()),
        }
    }

    /// Reads the content type that a request must name, even one without a body, as a header.
    fn content_type(
        &mut self,
        fields: &mut Fields<'d>,
        operation: &Link,
    ) -> Result<(Option<&'d str>, Option<Parameter>)> {
        let Some(node) = fields.take("x-request-content-type") else { return Ok((None, None)) };
        let name = "Content-Type";
        let anchor = self.claim(&format!("{}.header.{name}", operation.text), &node)?;
        node.fields(|fields| {
            let value = fields.needed_text("value")?;
            let shape = Shape {
                description: Some(markdown::block("Demanded with or without a body.")),
                limits: vec![Limit { before: "always", values: vec![value.to_owned()], after: "" }],
                evidence: self.evidence(fields, Some(&anchor))?.into_iter().collect(),
                ..Shape::of_kind("string")
            };
            let property = Property { anchor, name: name.to_owned(), required: true, shape };
            let header = Parameter { spot: Spot::Header, property, variable: String::new() };
            Ok((Some(value), Some(header)))
        })
    }
}

fn tag<'d>(fields: &mut Fields<'d>) -> Result<Option<&'d str>> {
    let tags = fields.items("tags")?;
    if let Some(second) = tags.get(1) {
        return Err(second.unexpected("one tag at most"));
    }
    tags.first().map(Node::text).transpose()
}

/// Cuts a path before and after each parameter in braces.
fn steps(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut rest = path;
    while let Some(start) = rest.find('{') {
        let Some(length) = rest[start..].find('}') else { break };
        let (text, behind) = rest.split_at(start);
        let (parameter, behind) = behind.split_at(length + 1);
        steps.push(Step { text: text.to_owned(), parameter: false });
        steps.push(Step { text: parameter.to_owned(), parameter: true });
        rest = behind;
    }
    steps.push(Step { text: rest.to_owned(), parameter: false });
    steps.retain(|step| !step.text.is_empty());
    steps
}
