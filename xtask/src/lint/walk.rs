//! Ways through the document that several rules take.

use serde_json::{Map, Value};

use crate::document::{Document, child};

/// A part of the document with the JSON pointer of its place.
#[derive(Debug, Clone)]
pub(crate) struct Place<'a> {
    pub(crate) pointer: String,
    pub(crate) value: &'a Value,
}

impl<'a> Place<'a> {
    /// The entry of an object.
    pub(crate) fn get(&self, key: &str) -> Option<Self> {
        let value = self.value.get(key)?;
        Some(Self { pointer: child(&self.pointer, key), value })
    }

    /// The text of an entry, if it has one that is not blank.
    pub(crate) fn text(&self, key: &str) -> Option<&'a str> {
        self.value.get(key)?.as_str().filter(|text| !text.trim().is_empty())
    }

    /// The entries of the object at a key.
    pub(crate) fn entries(&self, key: &str) -> Vec<(&'a str, Self)> {
        self.get(key).map(|place| place.children()).unwrap_or_default()
    }

    /// The entries of an object.
    pub(crate) fn children(&self) -> Vec<(&'a str, Self)> {
        self.value
            .as_object()
            .into_iter()
            .flat_map(Map::iter)
            .map(|(key, value)| (key.as_str(), Self { pointer: child(&self.pointer, key), value }))
            .collect()
    }

    /// The items of the array at a key.
    pub(crate) fn items(&self, key: &str) -> Vec<Self> {
        let Some(place) = self.get(key) else { return Vec::new() };
        let items = place.value.as_array().into_iter().flatten().enumerate();
        items
            .map(|(index, value)| Self { pointer: format!("{}/{index}", place.pointer), value })
            .collect()
    }
}

/// The whole document as a place.
pub(crate) fn root(document: &Document) -> Place<'_> {
    Place { pointer: String::new(), value: &document.value }
}

/// All operations.
pub(crate) fn operations(document: &Document) -> Vec<Place<'_>> {
    let paths = root(document).entries("paths").into_iter();
    paths.flat_map(|(_, item)| item.children()).map(|(_, operation)| operation).collect()
}

/// All schemas: those of the components, and every schema below them or in line elsewhere.
pub(crate) fn schemas(document: &Document) -> Vec<Place<'_>> {
    let mut found = Vec::new();
    visit(root(document), false, &mut found);
    found
}

fn visit<'a>(place: Place<'a>, is_schema: bool, found: &mut Vec<Place<'a>>) {
    for (key, part) in place.children() {
        match (is_schema, key) {
            // What stands in an example is data.
            (_, "example" | "examples" | "default") => {}
            (true, "properties") => {
                part.children().into_iter().for_each(|(_, schema)| visit(schema, true, found));
            }
            (true, "items" | "additionalProperties" | "not") | (false, "schema") => {
                visit(part, true, found);
            }
            (true, "anyOf" | "oneOf" | "allOf") => {
                place.items(key).into_iter().for_each(|schema| visit(schema, true, found));
            }
            (false, "schemas") if place.pointer == "/components" => {
                part.children().into_iter().for_each(|(_, schema)| visit(schema, true, found));
            }
            (false, _) => {
                visit(part.clone(), false, found);
                place.items(key).into_iter().for_each(|item| visit(item, false, found));
            }
            (true, _) => {}
        }
    }
    if is_schema && place.value.is_object() {
        found.push(place);
    }
}
