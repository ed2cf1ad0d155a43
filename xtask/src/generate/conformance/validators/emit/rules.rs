//! What a schema demands of a string, as types.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::places::Places;
use crate::generate::conformance::option;
use crate::generate::conformance::validators::pattern::Parts;
use crate::generate::conformance::validators::shape::{Shape, TextRule};
use crate::generate::conformance::validators::type_name;

/// The rules that need a type of their own, by the pointer of what they belong to.
pub(super) fn collect(shape: &Shape, rules: &mut BTreeMap<String, TextRule>) {
    let texts = match shape {
        Shape::Array(items) => return collect(items, rules),
        Shape::Text(texts) | Shape::ObjectOrText(_, texts) => texts,
        Shape::Object(_) | Shape::FreeObject | Shape::Integer(_) | Shape::Boolean => return,
    };
    for text in texts {
        match text {
            TextRule::MinLength(_) | TextRule::DateTime => {}
            TextRule::Pattern(pointer, _) => {
                rules.insert(format!("{pointer}/pattern"), text.clone());
            }
            TextRule::OpenEnum(pointer, _) => {
                rules.insert(format!("{pointer}/x-extensible-enum"), text.clone());
            }
        }
    }
}

/// The type of a pattern.
pub(super) fn pattern(pointer: &str, parts: &Parts) -> TokenStream {
    let name = type_name(pointer);
    let doc = format!(" The pattern of `{pointer}`");
    let demanded = &parts.demanded;
    let refused = option(parts.refused.as_ref().map(ToTokens::to_token_stream));
    quote! {
        #[doc = #doc]
        struct #name;

        impl HasPattern for #name {
            fn pattern() -> &'static Pattern {
                static PATTERN: LazyLock<Pattern> =
                    LazyLock::new(|| Pattern::new(#demanded, #refused));
                &PATTERN
            }
        }
    }
}

/// The type of an open vocabulary.
pub(super) fn vocabulary(pointer: &str, values: &[String], places: &Places<'_>) -> TokenStream {
    let (name, place) = (type_name(pointer), places.of(pointer));
    let numbers = (0..values.len()).map(Literal::usize_unsuffixed);
    let doc = format!(" The values of `{pointer}`");
    quote! {
        #[doc = #doc]
        struct #name;

        impl Vocabulary for #name {
            const PLACE: usize = #place;

            fn number(text: &str) -> Option<u32> {
                Some(match text {
                    #(#values => #numbers,)*
                    _ => return None,
                })
            }
        }
    }
}
