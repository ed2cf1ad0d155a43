//! What a schema knows of a value, with its references followed once and for all.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde_json::{Map, Value};

use super::DOCUMENT;

/// What a schema knows of a value. The document has no schema that holds itself.
#[derive(Debug)]
pub(crate) struct Shape {
    /// JSON pointer of the schema in the document, behind all references.
    pub(crate) document: String,
    schema: &'static Map<String, Value>,
    /// The properties of an object; none where the schema names no property.
    pub(crate) properties: Option<HashMap<&'static str, Self>>,
    /// The items of an array.
    pub(crate) items: Option<Box<Items>>,
    /// The alternatives of a `oneOf`, each with the type that it demands.
    alternatives: Vec<(&'static str, Self)>,
}

/// What a schema knows of the items of an array.
#[derive(Debug)]
pub(crate) struct Items {
    pub(crate) shape: Shape,
    /// JSON pointer of their schema in the document, before any reference is followed.
    pub(super) schema: String,
    /// The way that a validator takes from the body's schema to theirs.
    pub(super) way: String,
    /// They belong to one of several alternatives, which is allowed or not as a whole.
    pub(super) are_undivided: bool,
    pub(super) validator: OnceLock<jsonschema::Validator>,
}

impl Shape {
    /// The shape that a schema describes.
    pub(super) fn of(schema: &'static str) -> Option<Self> {
        Place { schema: schema.to_owned(), way: String::new(), is_undivided: false }.shape()
    }

    /// The alternative that a value of this type has to fit; itself where there are none.
    pub(crate) fn of_kind(&self, kind: &str) -> &Self {
        let mut alternatives = self.alternatives.iter();
        alternatives.find(|(known, _)| *known == kind).map_or(self, |(_, shape)| shape)
    }

    /// The value of a keyword.
    pub(crate) fn keyword(&self, name: &str) -> Option<&'static Value> {
        self.schema.get(name)
    }
}

/// A place in the document, with the way to it.
struct Place {
    schema: String,
    way: String,
    is_undivided: bool,
}

impl Place {
    fn shape(mut self) -> Option<Shape> {
        let mut schema = DOCUMENT.pointer(&self.schema)?.as_object()?;
        while let Some(target) = schema.get("$ref").and_then(Value::as_str) {
            target.strip_prefix('#')?.clone_into(&mut self.schema);
            self.way.push_str("/$ref");
            schema = DOCUMENT.pointer(&self.schema)?.as_object()?;
        }
        let names = schema.get("properties").and_then(Value::as_object);
        let properties = names.map(|names| {
            let property = |name: &'static String| {
                // A name as a JSON pointer has it.
                let step = name.replace('~', "~0").replace('/', "~1");
                Some((&**name, self.below("properties").below(&step).shape()?))
            };
            names.keys().filter_map(property).collect()
        });
        let items = schema.get("items").and_then(|_| {
            let Self { schema, way, is_undivided } = self.below("items");
            let (schema, way, are_undivided) = (schema, way, is_undivided);
            let shape = self.below("items").shape()?;
            let validator = OnceLock::new();
            Some(Box::new(Items { shape, schema, way, are_undivided, validator }))
        });
        let count = schema.get("oneOf").and_then(Value::as_array).map_or(0, Vec::len);
        let alternatives = (0..count).filter_map(|index| {
            let place = self.below("oneOf").below(&index.to_string());
            let shape = Self { is_undivided: true, ..place }.shape()?;
            Some((shape.keyword("type")?.as_str()?, shape))
        });
        let alternatives = alternatives.collect();
        Some(Shape { document: self.schema, schema, properties, items, alternatives })
    }

    fn below(&self, step: &str) -> Self {
        let Self { schema, way, is_undivided } = self;
        Self {
            schema: format!("{schema}/{step}"),
            way: format!("{way}/{step}"),
            is_undivided: *is_undivided,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_followed_and_the_way_is_kept() {
        let page = Shape::of("/components/schemas/ContactPage").unwrap();
        let results = &page.properties.as_ref().unwrap()["results"];
        let items = results.items.as_ref().unwrap();
        assert_eq!(items.shape.document, "/components/schemas/Contact");
        let addresses = &items.shape.properties.as_ref().unwrap()["address"];
        let addresses = addresses.items.as_ref().unwrap();
        assert_eq!(addresses.way, "/properties/results/items/$ref/properties/address/items");
        assert!(addresses.shape.properties.is_none() && items.shape.properties.is_some());
    }

    #[test]
    fn the_alternative_that_fits_is_taken() {
        let list = Shape::of("/components/schemas/ContactList").unwrap();
        let campaigns = &list.properties.as_ref().unwrap()["campaignInUse"];
        let campaign = &campaigns.items.as_ref().unwrap().shape;
        assert_eq!(campaign.of_kind("object").document, "/components/schemas/CampaignSummary");
        let text = campaign.of_kind("string");
        assert_eq!(text.document, "/components/schemas/CampaignReference/oneOf/1");
        assert_eq!(campaign.of_kind("null").document, "/components/schemas/CampaignReference");
    }
}
