//! Whether a request may be repeated: the mark `x-retry`.

use serde::Serialize;

use super::error::Result;
use super::markdown::{self, Html};
use super::node::Node;

/// What an operation says about a repeat.
#[derive(Debug, Serialize)]
pub(super) struct Retry {
    class: String,
    /// What the class means, for a reader who meets it here first.
    meaning: &'static str,
    why: Html,
}

impl Retry {
    pub(super) fn read(node: &Node<'_>) -> Result<Self> {
        node.fields(|fields| {
            let class = fields.need("class")?;
            Ok(Self {
                class: class.text()?.to_owned(),
                meaning: meaning(&class)?,
                why: markdown::inline(fields.needed_text("why")?),
            })
        })
    }
}

fn meaning(class: &Node<'_>) -> Result<&'static str> {
    match class.text()? {
        "safe" => Ok("may be repeated at any time"),
        "idempotent" => Ok("may be repeated when the answer was lost"),
        "never" => Ok("is not repeated when the answer was lost"),
        _ => Err(class.unexpected("`safe`, `idempotent` or `never`")),
    }
}
