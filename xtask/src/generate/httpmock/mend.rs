//! Changes to the parsed code of the mocks; each fails when it finds nothing to change.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, ImplItem, Item, Type, parse_quote};

use super::Shadow;
use crate::generate::GenerateError;

/// Compares path parameters literally, in the form in which a client sends them.
pub(super) fn path_values(file: &mut syn::File) -> Result<(), GenerateError> {
    let mut visitor = EscapeValues { changed: 0 };
    visitor.visit_file_mut(file);
    match visitor.changed {
        0 => Err(GenerateError::MendNotApplied("escaping path parameters in mocks")),
        _ => Ok(()),
    }
}

/// Keeps a mock with a templated path from answering a concrete path.
pub(super) fn shadowed_paths(
    file: &mut syn::File,
    shadows: &[Shadow],
) -> Result<(), GenerateError> {
    for shadow in shadows {
        let when = format_ident!("{}When", pascal_case(&shadow.operation));
        let suffix = &shadow.suffix;
        let mut visitor = ExcludeSuffix { when: when.to_string(), suffix, changed: 0 };
        visitor.visit_file_mut(file);
        if visitor.changed != 1 {
            return Err(GenerateError::MendNotApplied("keeping mocks off concrete paths"));
        }
    }
    Ok(())
}

fn pascal_case(operation_id: &str) -> String {
    let mut letters = operation_id.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// Turns `format!("^…{}…$", value.to_string())` into one with the value encoded and escaped,
/// and lets the other parameters of the path match one segment each.
struct EscapeValues {
    changed: usize,
}

impl VisitMut for EscapeValues {
    fn visit_macro_mut(&mut self, node: &mut syn::Macro) {
        visit_mut::visit_macro_mut(self, node);
        if !node.path.is_ident("format") {
            return;
        }
        let text = node.tokens.to_string();
        let Some(pattern) = path_pattern(&node.tokens) else { return };
        if text.contains("value . to_string ()") || text.contains("value.to_string()") {
            let pattern = pattern.replace(".*", "[^/]*");
            node.tokens = quote! {
                #pattern,
                regex::escape(&progenitor_client::encode_path(&value.to_string()))
            };
            self.changed += 1;
        }
    }
}

fn path_pattern(tokens: &TokenStream) -> Option<String> {
    let first = tokens.clone().into_iter().next()?;
    let literal: syn::LitStr = syn::parse2(first.into_token_stream()).ok()?;
    Some(literal.value()).filter(|pattern| pattern.starts_with("^/"))
}

/// Adds `.path_suffix_not(…)` to the constructor of one `When`.
struct ExcludeSuffix<'a> {
    when: String,
    suffix: &'a str,
    changed: usize,
}

impl VisitMut for ExcludeSuffix<'_> {
    fn visit_item_mut(&mut self, item: &mut Item) {
        visit_mut::visit_item_mut(self, item);
        let Item::Impl(block) = item else { return };
        let Type::Path(ty) = block.self_ty.as_ref() else { return };
        if !ty.path.is_ident(&self.when) {
            return;
        }
        for item in &mut block.items {
            let ImplItem::Fn(function) = item else { continue };
            if function.sig.ident != "new" {
                continue;
            }
            let Some(syn::Stmt::Expr(Expr::Call(call), None)) = function.block.stmts.last_mut()
            else {
                continue;
            };
            let Some(matcher) = call.args.first().cloned() else { continue };
            let suffix = self.suffix;
            call.args[0] = parse_quote!(#matcher.path_suffix_not(#suffix));
            self.changed += 1;
        }
    }
}
