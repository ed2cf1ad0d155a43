//! The reader: a value of the document together with its place in it.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::error::{RenderError, Result};

/// A value of the document and the JSON pointer to it.
#[derive(Clone, Debug)]
pub(super) struct Node<'d> {
    pointer: String,
    value: &'d Value,
}

impl<'d> Node<'d> {
    pub(super) fn root(document: &'d Value) -> Self {
        Self { pointer: String::new(), value: document }
    }

    /// Returns the value that a JSON pointer leads to, seen from this node.
    pub(super) fn at(&self, pointer: &str) -> Option<Self> {
        let value = self.value.pointer(pointer)?;
        Some(Self { pointer: format!("{}{pointer}", self.pointer), value })
    }

    /// Returns the member of an object without noting that it was read.
    pub(super) fn peek(&self, key: &str) -> Option<Self> {
        self.value.get(key).map(|value| self.child(key, value))
    }

    pub(super) fn pointer(&self) -> &str {
        &self.pointer
    }

    pub(super) fn value(&self) -> &'d Value {
        self.value
    }

    /// Reads an object with fixed keywords; a keyword that `read` leaves is an error.
    pub(super) fn fields<T>(&self, read: impl FnOnce(&mut Fields<'d>) -> Result<T>) -> Result<T> {
        let map = self.value.as_object().ok_or_else(|| self.unexpected("an object"))?;
        let mut fields = Fields { node: self.clone(), map, taken: BTreeSet::new() };
        let result = read(&mut fields)?;
        fields.finish()?;
        Ok(result)
    }

    /// Returns the members of an object whose keys are names of the document's own.
    pub(super) fn members(&self) -> Result<Vec<(&'d str, Self)>> {
        let map = self.value.as_object().ok_or_else(|| self.unexpected("an object"))?;
        Ok(map.iter().map(|(key, value)| (key.as_str(), self.child(key, value))).collect())
    }

    pub(super) fn items(&self) -> Result<Vec<Self>> {
        let items = self.value.as_array().ok_or_else(|| self.unexpected("a list"))?;
        Ok((0..)
            .zip(items)
            .map(|(index, value): (usize, _)| self.child(&index.to_string(), value))
            .collect())
    }

    pub(super) fn text(&self) -> Result<&'d str> {
        self.value.as_str().ok_or_else(|| self.unexpected("a text"))
    }

    pub(super) fn flag(&self) -> Result<bool> {
        self.value.as_bool().ok_or_else(|| self.unexpected("true or false"))
    }

    /// Returns a value as a reader of the page would write it: texts without quotes.
    pub(super) fn plain(&self) -> String {
        self.value.as_str().map_or_else(|| self.value.to_string(), str::to_owned)
    }

    pub(super) fn unexpected(&self, expected: &'static str) -> RenderError {
        RenderError::Unexpected { pointer: self.pointer.clone(), expected }
    }

    fn child(&self, key: &str, value: &'d Value) -> Self {
        let step = key.replace('~', "~0").replace('/', "~1");
        Self { pointer: format!("{}/{step}", self.pointer), value }
    }
}

/// An object that is being read, and the keywords that were asked for.
pub(super) struct Fields<'d> {
    node: Node<'d>,
    map: &'d Map<String, Value>,
    taken: BTreeSet<&'static str>,
}

impl<'d> Fields<'d> {
    pub(super) fn node(&self) -> &Node<'d> {
        &self.node
    }

    pub(super) fn take(&mut self, key: &'static str) -> Option<Node<'d>> {
        self.taken.insert(key);
        self.node.peek(key)
    }

    pub(super) fn need(&mut self, key: &'static str) -> Result<Node<'d>> {
        self.take(key).ok_or_else(|| RenderError::Missing {
            pointer: self.node.pointer.clone(),
            keyword: key,
        })
    }

    pub(super) fn text(&mut self, key: &'static str) -> Result<Option<&'d str>> {
        self.take(key).map(|node| node.text()).transpose()
    }

    pub(super) fn needed_text(&mut self, key: &'static str) -> Result<&'d str> {
        self.need(key)?.text()
    }

    /// Reads a flag that is false where it is absent.
    pub(super) fn flag(&mut self, key: &'static str) -> Result<bool> {
        self.take(key).map_or(Ok(false), |node| node.flag())
    }

    /// Reads a list that is empty where it is absent.
    pub(super) fn items(&mut self, key: &'static str) -> Result<Vec<Node<'d>>> {
        self.take(key).map_or(Ok(Vec::new()), |node| node.items())
    }

    /// Reads an object of names that is empty where it is absent.
    pub(super) fn members(&mut self, key: &'static str) -> Result<Vec<(&'d str, Node<'d>)>> {
        self.take(key).map_or(Ok(Vec::new()), |node| node.members())
    }

    fn finish(self) -> Result<()> {
        match self.map.keys().find(|key| !self.taken.contains(key.as_str())) {
            None => Ok(()),
            Some(key) => Err(RenderError::UnknownKeyword {
                pointer: self.node.child(key, &Value::Null).pointer,
            }),
        }
    }
}
