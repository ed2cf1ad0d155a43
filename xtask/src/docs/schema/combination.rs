//! `oneOf`, `anyOf` and `allOf` in words.

use serde::Serialize;

use super::super::builder::Builder;
use super::super::error::Result;
use super::super::node::{Fields, Node};
use super::{Place, Shape};

/// Alternatives, and how many of them hold.
#[derive(Clone, Debug, Serialize)]
pub(in crate::docs) struct Combination {
    words: &'static str,
    alternatives: Vec<Alternative>,
}

/// One alternative: names of properties that are present, or a shape.
#[derive(Clone, Debug, Serialize)]
struct Alternative {
    present: Vec<String>,
    shape: Option<Shape>,
}

impl<'d> Builder<'d> {
    pub(super) fn combinations(
        &mut self,
        fields: &mut Fields<'d>,
        place: &Place,
    ) -> Result<Vec<Combination>> {
        let mut combinations = Vec::new();
        for (keyword, words) in [
            ("oneOf", "Exactly one of these:"),
            ("anyOf", "At least one of these:"),
            ("allOf", "All of these:"),
        ] {
            let nodes = fields.items(keyword)?;
            if nodes.is_empty() || place.outline {
                continue;
            }
            let alternatives = (1..)
                .zip(&nodes)
                .map(|(number, node)| self.alternative(number, node, place))
                .collect::<Result<_>>()?;
            combinations.push(Combination { words, alternatives });
        }
        Ok(combinations)
    }

    fn alternative(
        &mut self,
        number: usize,
        node: &Node<'d>,
        place: &Place,
    ) -> Result<Alternative> {
        if let Some(present) = presence(node)? {
            return Ok(Alternative { present, shape: None });
        }
        let (_, name) = self.named(node)?;
        let place = place.below(&name.unwrap_or_else(|| number.to_string()));
        Ok(Alternative { present: Vec::new(), shape: Some(self.shape(node, &place)?) })
    }
}

/// Reads an alternative that only demands properties of the schema around it.
fn presence(node: &Node<'_>) -> Result<Option<Vec<String>>> {
    if node.peek("required").is_none() || node.peek("properties").is_some() {
        return Ok(None);
    }
    node.fields(|fields| {
        let names = fields.items("required")?;
        Ok(Some(names.iter().map(|name| name.text().map(str::to_owned)).collect::<Result<_>>()?))
    })
}
