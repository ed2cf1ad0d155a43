//! The document as progenitor reads it.

use openapiv3::OpenAPI;
use proc_macro2::TokenStream;
use progenitor_impl::{GenerationSettings, Generator, HooksMode, InterfaceStyle, TagStyle};
use serde_json::Value;

use super::GenerateError;

/// Reads a document into progenitor's own types.
pub(crate) fn parse(document: &Value) -> Result<OpenAPI, GenerateError> {
    Ok(serde_json::from_value(document.clone())?)
}

/// A generator with the settings that client and mocks share, so that their types agree.
pub(crate) fn generator(inner: TokenStream) -> Generator {
    let mut settings = GenerationSettings::default();
    settings
        .with_interface(InterfaceStyle::Builder)
        .with_tag(TagStyle::Merged)
        // No hooks of progenitor's own: the client leaves sending to its engine.
        .with_hooks(HooksMode::Expected)
        .with_inner_type(inner)
        .with_derive("PartialEq");
    Generator::new(&settings)
}
