//! The published reference: one static HTML page that says all the document says.
//!
//! Reading and showing are apart. The document is read into a typed view ([`page`], [`operation`],
//! [`schema`], …) through a reader that notices each keyword nobody asked for ([`node`]), and the
//! view goes through the templates beside this file ([`template`]). Nothing of the document can
//! get lost on the way without an error, and a further operation or property needs no change here.

mod builder;
mod curl;
mod error;
mod evidence;
mod highlight;
mod limits;
mod markdown;
mod message;
mod node;
mod operation;
mod page;
mod parameter;
mod retry;
mod schema;
mod security;
mod server;
mod template;

#[cfg(test)]
mod tests;

use serde_json::Value;

pub(crate) use self::error::RenderError;

/// Renders the reference; pure: document in, text out.
///
/// Fails on every construct that the page would not show, and names its place.
pub(crate) fn render(document: &Value) -> Result<String, RenderError> {
    let page = builder::Builder::new(document).page()?;
    template::page(&page)
}
