//! What kind of value a schema asks for, in a few words with links.

use serde::Serialize;

use super::super::builder::{Builder, address};
use super::super::error::Result;
use super::super::node::Node;

/// A piece of the words for a kind: `array of `, then a link to `Contact`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(in crate::docs) struct Piece {
    text: String,
    href: Option<String>,
}

impl Piece {
    pub(in crate::docs) fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), href: None }
    }
}

impl<'d> Builder<'d> {
    /// Tells the kind of a schema, or the name of the one that is referred to.
    pub(super) fn kind(&mut self, node: &Node<'d>) -> Result<Vec<Piece>> {
        let (target, name) = self.named(node)?;
        let Some(name) = name else { return self.kind_here(&target) };
        let href = Some(format!("#{}", address(&name)));
        let mut pieces = vec![Piece { text: name, href }];
        if let Some(simple) = simple(&target)? {
            pieces.push(Piece::words(format!(", {simple}")));
        }
        Ok(pieces)
    }

    fn kind_here(&mut self, node: &Node<'d>) -> Result<Vec<Piece>> {
        let mut pieces = match (simple(node)?, node.peek("items")) {
            (Some(simple), _) => vec![Piece::words(simple)],
            (None, Some(items)) => {
                let mut pieces = vec![Piece::words("array of ")];
                pieces.extend(self.kind(&items)?);
                pieces
            }
            (None, None) => self.kind_of_members(node)?,
        };
        if node.peek("nullable").map_or(Ok(false), |flag| flag.flag())? {
            pieces.push(Piece::words(" or null"));
        }
        Ok(pieces)
    }

    fn kind_of_members(&mut self, node: &Node<'d>) -> Result<Vec<Piece>> {
        if node.peek("type").is_some() || node.peek("properties").is_some() {
            return Ok(vec![Piece::words(kind_word(node)?.unwrap_or("object"))]);
        }
        let Some(alternatives) = node.peek("oneOf").or_else(|| node.peek("anyOf")) else {
            return Ok(vec![Piece::words("any value")]);
        };
        let mut pieces = Vec::new();
        for alternative in alternatives.items()? {
            if !pieces.is_empty() {
                pieces.push(Piece::words(" or "));
            }
            pieces.extend(self.kind(&alternative)?);
        }
        Ok(pieces)
    }
}

/// Tells the kind of a value that has no parts.
fn simple(node: &Node<'_>) -> Result<Option<String>> {
    let format = node.peek("format").map(|format| format.text()).transpose()?;
    Ok(match (kind_word(node)?, format) {
        (None | Some("array" | "object"), None) => None,
        (None | Some("array" | "object"), Some(_)) => {
            return Err(node.unexpected("a simple type beside `format`"));
        }
        (Some(word), None) => Some(word.to_owned()),
        (Some(word), Some(format)) => Some(format!("{word} ({format})")),
    })
}

fn kind_word<'d>(node: &Node<'d>) -> Result<Option<&'d str>> {
    let Some(kind) = node.peek("type") else { return Ok(None) };
    match kind.text()? {
        word @ ("string" | "integer" | "number" | "boolean" | "array" | "object") => Ok(Some(word)),
        _ => Err(kind.unexpected("a type of OpenAPI 3.0")),
    }
}
