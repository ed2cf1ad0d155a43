//! The places of everything that a body can show.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use crate::generate::conformance::validators::shape::{Definition, TextRule};

/// Everything that a body can show, each with its place among them: the properties of an object,
/// and the values of a vocabulary.
pub(super) struct Places<'a>(Vec<(&'a str, Vec<&'a str>)>);

impl<'a> Places<'a> {
    pub(super) fn new(
        definitions: &'a BTreeMap<String, Definition>,
        rules: &'a BTreeMap<String, TextRule>,
    ) -> Self {
        let objects = definitions.iter().map(|(pointer, definition)| {
            (&**pointer, definition.properties.iter().map(|(name, _)| &**name).collect())
        });
        let vocabularies = rules.values().filter_map(|rule| match rule {
            TextRule::OpenEnum(pointer, values) => {
                Some((&**pointer, values.iter().map(|value| &**value).collect()))
            }
            _ => None,
        });
        Self(objects.chain(vocabularies).collect())
    }

    pub(super) fn of(&self, pointer: &str) -> Literal {
        // expect: all objects and vocabularies have a place.
        let place = self.0.iter().position(|(known, _)| *known == pointer).expect("it has a place");
        Literal::usize_unsuffixed(place)
    }
}

impl ToTokens for Places<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let count = Literal::usize_unsuffixed(self.0.len());
        let places = self.0.iter().map(|(pointer, names)| quote!((#pointer, &[#(#names),*])));
        tokens.extend(quote! {
            /// Objects with their properties, and open vocabularies with their values.
            pub(crate) const PLACES: [(&str, &[&str]); #count] = [#(#places),*];
        });
    }
}
