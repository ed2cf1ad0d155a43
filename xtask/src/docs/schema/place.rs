//! Where on the page a shape stands, which decides how much of it is told there.

use super::super::builder::Link;
use super::super::node::Node;
use super::SCHEMAS;

/// A place for a shape.
#[derive(Clone, Debug)]
pub(in crate::docs) struct Place {
    /// The address that the shape's own properties continue.
    pub(super) anchor: String,
    /// The operation that tells the shape; none in the list of schemas.
    pub(super) operation: Option<Link>,
    /// Whether only the kind of thing is told, and its properties elsewhere.
    pub(super) outline: bool,
    /// The schemas that the place is inside of, so that one within itself comes to an end.
    within: Vec<String>,
}

impl Place {
    /// A place under an operation: the schemas referred to are told in full.
    pub(in crate::docs) fn under_operation(anchor: &str, operation: &Link) -> Self {
        Self {
            anchor: anchor.to_owned(),
            operation: Some(operation.clone()),
            outline: false,
            within: Vec::new(),
        }
    }

    /// A place in the list of schemas: a schema referred to has a place of its own there.
    pub(super) fn in_list(name: &str) -> Self {
        Self { anchor: name.to_owned(), operation: None, outline: false, within: Vec::new() }
    }

    pub(super) fn below(&self, name: &str) -> Self {
        Self { anchor: format!("{}.{name}", self.anchor), ..self.clone() }
    }

    /// The same place, seen through a reference to a schema with a name.
    pub(super) fn through(&self, name: String) -> Self {
        let mut place = self.clone();
        place.outline |= self.operation.is_none() || self.within.contains(&name);
        place.within.push(name);
        place
    }

    /// Returns the address that the table of marks gives for a mark at this node.
    ///
    /// What stands within a schema with a name belongs to the list of schemas, wherever else it
    /// is told.
    pub(super) fn home_of(&self, node: &Node<'_>) -> Option<&str> {
        let elsewhere = self.operation.is_some() || self.outline;
        let named = node.pointer().starts_with(SCHEMAS);
        (!(named && elsewhere)).then_some(self.anchor.as_str())
    }
}
