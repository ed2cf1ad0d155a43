//! Changes to the parsed code of the client; each fails when it finds nothing to change.

use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, FieldValue, ImplItem, Item, Member, Type, parse_quote};

use crate::generate::GenerateError;

/// Removes `Client::new`, which panics where no TLS provider is installed.
///
/// The facade builds the client with a provider of its own, through `new_with_client`.
pub(super) fn drop_panicking_constructor(file: &mut syn::File) -> Result<(), GenerateError> {
    let is_client = |ty: &Type| matches!(ty, Type::Path(path) if path.path.is_ident("Client"));
    let mut dropped = 0;
    for item in &mut file.items {
        let Item::Impl(block) = item else { continue };
        if block.trait_.is_some() || !is_client(&block.self_ty) {
            continue;
        }
        let before = block.items.len();
        block
            .items
            .retain(|item| !matches!(item, ImplItem::Fn(function) if function.sig.ident == "new"));
        dropped += before - block.items.len();
    }
    applied(dropped, "removing the panicking `Client::new`")
}

/// Writes empty lists, as an empty page of contacts has `results`, and so must a mock of it; reads
/// `null` for one, as a client must not break for it.
pub(super) fn write_empty_lists_and_read_null(file: &mut syn::File) -> Result<(), GenerateError> {
    let mut visitor = WriteEmptyLists { changed: 0 };
    visitor.visit_file_mut(file);
    applied(visitor.changed, "writing empty lists and reading null")
}

/// Lets builders do without `extra`, the unknown properties, of which there are none by default.
pub(super) fn default_extra_in_builders(file: &mut syn::File) -> Result<(), GenerateError> {
    let mut visitor = DefaultExtra { changed: 0 };
    visitor.visit_file_mut(file);
    applied(visitor.changed, "defaulting `extra` in builders")
}

fn applied(changes: usize, mend: &'static str) -> Result<(), GenerateError> {
    if changes == 0 { Err(GenerateError::MendNotApplied(mend)) } else { Ok(()) }
}

struct WriteEmptyLists {
    changed: usize,
}

impl VisitMut for WriteEmptyLists {
    fn visit_attribute_mut(&mut self, attribute: &mut Attribute) {
        let syn::Meta::List(list) = &mut attribute.meta else { return };
        let text = list.tokens.to_string();
        if list.path.is_ident("serde") && text.contains("Vec::is_empty") {
            let kept = text.split(',').filter(|part| !part.contains("skip_serializing_if"));
            // A part of an attribute that was valid is valid.
            let mut parts: Vec<_> = kept.collect();
            parts.push(" deserialize_with = \"crate::lenient::list\"");
            if let Ok(tokens) = parts.join(",").parse() {
                list.tokens = tokens;
                self.changed += 1;
            }
        }
    }
}

struct DefaultExtra {
    changed: usize,
}

impl VisitMut for DefaultExtra {
    fn visit_field_value_mut(&mut self, field: &mut FieldValue) {
        visit_mut::visit_field_value_mut(self, field);
        let is_extra = matches!(&field.member, Member::Named(name) if name == "extra");
        if is_extra && field.expr.to_token_stream().to_string().contains("no value supplied") {
            field.expr = parse_quote!(Ok(::std::default::Default::default()));
            self.changed += 1;
        }
    }
}
