//! Servers: where the operations are.

use serde::Serialize;

use super::builder::{Builder, prose};
use super::error::{RenderError, Result};
use super::limits::{self, Limit};
use super::markdown::Html;
use super::node::Node;

/// A server.
#[derive(Debug, Serialize)]
pub(super) struct Server {
    /// With variables in braces.
    template: String,
    /// With the default of each variable.
    pub(super) address: String,
    description: Option<Html>,
    variables: Vec<Variable>,
}

/// A part of an address that depends on the caller.
#[derive(Debug, Serialize)]
struct Variable {
    anchor: String,
    name: String,
    description: Option<Html>,
    limits: Vec<Limit>,
}

impl<'d> Builder<'d> {
    pub(super) fn servers(&mut self, nodes: &[Node<'d>]) -> Result<Vec<Server>> {
        nodes.iter().map(|node| self.server(node)).collect()
    }

    fn server(&mut self, node: &Node<'d>) -> Result<Server> {
        node.fields(|fields| {
            let template = fields.needed_text("url")?.to_owned();
            let mut address = template.clone();
            let mut variables = Vec::new();
            for (name, node) in fields.members("variables")? {
                let default = node.peek("default").ok_or_else(|| RenderError::Missing {
                    pointer: node.pointer().to_owned(),
                    keyword: "default",
                })?;
                address = address.replace(&format!("{{{name}}}"), default.text()?);
                variables.push(Variable {
                    anchor: self.claim(&format!("base-url.{name}"), &node)?,
                    name: name.to_owned(),
                    ..node.fields(|fields| {
                        Ok(Variable {
                            anchor: String::new(),
                            name: String::new(),
                            description: prose(fields, "description")?,
                            limits: limits::read(fields)?,
                        })
                    })?
                });
            }
            let description = prose(fields, "description")?;
            Ok(Server { template, address, description, variables })
        })
    }
}
