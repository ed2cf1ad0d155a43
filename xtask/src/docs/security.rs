//! Authentication: the schemes of the document, and the header that each operation needs.

use serde::Serialize;

use super::builder::{Builder, Link, address, prose};
use super::error::{RenderError, Result};
use super::evidence::Evidence;
use super::markdown::{self, Html};
use super::node::Node;
use super::parameter::{Parameter, Spot};
use super::schema::{Property, Shape};

/// A way to authenticate.
#[derive(Debug, Serialize)]
pub(super) struct Scheme {
    anchor: String,
    name: String,
    /// What carries the key: `header`.
    spot: &'static str,
    /// Under which name: `auth`.
    key: String,
    description: Option<Html>,
    evidence: Vec<Evidence>,
}

impl<'d> Builder<'d> {
    /// Reads every scheme of the document.
    pub(super) fn schemes(&mut self, node: Option<&Node<'d>>) -> Result<Vec<Scheme>> {
        let members = node.map_or(Ok(Vec::new()), Node::members)?;
        members.into_iter().map(|(name, node)| self.scheme(name, &node)).collect()
    }

    fn scheme(&mut self, name: &str, node: &Node<'d>) -> Result<Scheme> {
        let anchor = self.claim(&scheme_anchor(name), node)?;
        node.fields(|fields| {
            let kind = fields.need("type")?;
            if kind.text()? != "apiKey" {
                return Err(kind.unexpected("`apiKey`, the one kind of scheme it can show"));
            }
            Ok(Scheme {
                name: name.to_owned(),
                spot: Spot::read(&fields.need("in")?)?.word(),
                key: fields.needed_text("name")?.to_owned(),
                description: prose(fields, "description")?,
                evidence: self.evidence(fields, Some(&anchor))?.into_iter().collect(),
                anchor,
            })
        })
    }

    /// Reads what an operation, or the whole document, demands: one set of schemes, all needed.
    pub(super) fn credentials(
        &mut self,
        node: &Node<'d>,
        operation: &Link,
    ) -> Result<Vec<Parameter>> {
        let sets = node.items()?;
        let Some(set) = sets.first() else { return Ok(Vec::new()) };
        if let Some(second) = sets.get(1) {
            return Err(second.unexpected("one set of security schemes at most"));
        }
        set.members()?
            .into_iter()
            .map(|(name, scopes)| {
                if !scopes.items()?.is_empty() {
                    return Err(scopes.unexpected("an empty list of scopes"));
                }
                self.credential(name, &scopes, operation)
            })
            .collect()
    }

    fn credential(&mut self, name: &str, node: &Node<'d>, operation: &Link) -> Result<Parameter> {
        let schemes = self.document.at("/components/securitySchemes");
        let scheme = schemes.and_then(|schemes| schemes.peek(name)).ok_or_else(|| {
            RenderError::Dangling { pointer: node.pointer().to_owned(), target: name.to_owned() }
        })?;
        self.reach(&scheme);
        let missing =
            |keyword| RenderError::Missing { pointer: scheme.pointer().to_owned(), keyword };
        let spot = Spot::read(&scheme.peek("in").ok_or_else(|| missing("in"))?)?;
        let key = scheme.peek("name").ok_or_else(|| missing("name"))?.text()?;
        let anchor = self.claim(&format!("{}.{}.{key}", operation.text, spot.word()), node)?;
        let see = format!("The token. How it is made: [Authentication](#{}).", scheme_anchor(name));
        let shape = Shape { description: Some(markdown::block(&see)), ..Shape::of_kind("string") };
        let property = Property { anchor, name: key.to_owned(), required: true, shape };
        Ok(Parameter { spot, property, variable: "TOKEN".to_owned() })
    }
}

fn scheme_anchor(name: &str) -> String {
    address(&format!("authentication.{name}"))
}
