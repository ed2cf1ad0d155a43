//! What every part of the view shares while it is built: references, addresses, marks.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use super::error::{RenderError, Result};
use super::evidence::Mark;
use super::markdown::{self, Html};
use super::node::{Fields, Node};

/// The document, and what reading it has brought up so far.
pub(super) struct Builder<'d> {
    pub(super) document: Node<'d>,
    /// Every mark of evidence, in the order of the page.
    pub(super) marks: Vec<Mark>,
    /// Which operations use a schema, by the name of the schema.
    pub(super) uses: BTreeMap<String, Vec<Link>>,
    anchors: BTreeSet<String>,
    reached: BTreeSet<String>,
}

/// A link, within the page (`#…`) or out of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Link {
    pub(super) text: String,
    pub(super) href: String,
}

impl Link {
    /// A link whose text is the address itself.
    pub(super) fn within(anchor: &str) -> Self {
        Self { text: anchor.to_owned(), href: format!("#{anchor}") }
    }
}

impl<'d> Builder<'d> {
    pub(super) fn new(document: &'d Value) -> Self {
        Self {
            document: Node::root(document),
            marks: Vec::new(),
            uses: BTreeMap::new(),
            anchors: BTreeSet::new(),
            reached: BTreeSet::new(),
        }
    }

    /// Takes an address on the page for a thing of the document, and makes sure that it is free.
    pub(super) fn claim(&mut self, wish: &str, owner: &Node<'_>) -> Result<String> {
        let anchor = address(wish);
        if self.anchors.insert(anchor.clone()) {
            Ok(anchor)
        } else {
            Err(RenderError::DuplicateAnchor { pointer: owner.pointer().to_owned(), anchor })
        }
    }

    /// Follows references until something else stands there.
    pub(super) fn resolve(&mut self, node: &Node<'d>) -> Result<Node<'d>> {
        let mut node = node.clone();
        let mut seen = BTreeSet::new();
        while let Some(reference) = node.peek("$ref") {
            // Nothing may stand beside a `$ref`: OpenAPI 3.0 would ignore it.
            let target = node.fields(|fields| fields.needed_text("$ref"))?;
            let next = target.strip_prefix('#').and_then(|pointer| self.document.at(pointer));
            match next {
                Some(next) if seen.insert(target) => node = next,
                _ => {
                    return Err(RenderError::Dangling {
                        pointer: reference.pointer().to_owned(),
                        target: target.to_owned(),
                    });
                }
            }
            self.reached.insert(node.pointer().to_owned());
        }
        Ok(node)
    }

    /// Tells whether any reference that was followed led to this node.
    pub(super) fn has_reached(&self, node: &Node<'_>) -> bool {
        self.reached.contains(node.pointer())
    }

    /// Notes that the page shows this node other than through a reference.
    pub(super) fn reach(&mut self, node: &Node<'_>) {
        self.reached.insert(node.pointer().to_owned());
    }
}

/// Reads a text in Markdown.
pub(super) fn prose(fields: &mut Fields<'_>, key: &'static str) -> Result<Option<Html>> {
    Ok(fields.text(key)?.map(markdown::block))
}

/// Reads an object with a description and an address on the web.
pub(super) fn web_link(node: &Node<'_>, text: &'static str) -> Result<Link> {
    node.fields(|fields| {
        let href = web_address(&fields.need("url")?)?;
        let text = fields.text(text)?.unwrap_or(&href).to_owned();
        Ok(Link { text, href })
    })
}

/// Reads an address on the web; anything else does not become a link.
pub(super) fn web_address(node: &Node<'_>) -> Result<String> {
    match node.text()? {
        address if markdown::web_address(address) => Ok(address.to_owned()),
        _ => Err(node.unexpected("an address that begins with https://")),
    }
}

/// Makes an address of a name: what is neither letter, digit, `.`, `-` nor `_` becomes `_`.
pub(super) fn address(wish: &str) -> String {
    wish.chars()
        .map(|char| {
            let fits = char.is_ascii_alphanumeric() || matches!(char, '.' | '-' | '_');
            if fits { char } else { '_' }
        })
        .collect()
}
