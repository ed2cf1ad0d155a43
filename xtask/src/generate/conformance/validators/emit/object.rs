//! An object as a type.

use std::str::FromStr;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::places::Places;
use super::schema;
use crate::generate::conformance::validators::shape::Definition;
use crate::generate::conformance::validators::{said, type_name};

/// The type of an object whose properties are named.
pub(super) fn object(pointer: &str, definition: &Definition, places: &Places<'_>) -> TokenStream {
    let name = type_name(pointer);
    let doc = format!(" `{pointer}`");
    let set = |names: &[String]| set(definition, names);
    let required = set(&definition.required);
    let required_any = (!definition.required_any.is_empty()).then(|| {
        let sets = definition.required_any.iter().map(|names| set(names));
        quote!(const REQUIRED_ANY: &'static [u64] = &[#(#sets),*];)
    });
    let numbers: Vec<_> = (0..definition.properties.len()).map(Literal::usize_unsuffixed).collect();
    let names: Vec<_> = definition.properties.iter().map(|(name, _)| name).collect();
    let begins = names.iter().map(|name| Literal::byte_string(format!("\"{name}\":").as_bytes()));
    let arms = arms(pointer, definition);
    let place = places.of(pointer);
    let is_kept = said::is_kept(pointer);
    let kept_type = if is_kept { quote!(said::#name<'a>) } else { quote!(()) };
    let said = if is_kept { quote!(said) } else { quote!(()) };
    let of = of(pointer, definition);
    quote! {
        #[doc = #doc]
        struct #name;

        impl Object for #name {
            const PLACE: usize = #place;
            const REQUIRED: u64 = #required;
            #required_any

            type Said<'a> = #kept_type;

            fn number(name: &str) -> Option<u32> {
                Some(match name {
                    #(#names => #numbers,)*
                    _ => return None,
                })
            }

            fn in_order<'de>(
                entries: &mut Entries<'_, 'de>,
                said: &mut Self::Said<'de>,
            ) -> Result<(), Refused> {
                #(entries.likely::<Self, _>(#numbers, #begins, said)?;)*
                Ok(())
            }

            #[inline]
            fn value<'de>(
                number: u32,
                text: &'de str,
                notes: &mut Notes,
                #said: &mut Self::Said<'de>,
            ) -> Rest<'de> {
                match number {
                    #(#arms)*
                    _ => json::anything(text, notes),
                }
            }

            #of
        }
    }
}

/// What is kept of an object in a tree.
fn of(pointer: &str, definition: &Definition) -> TokenStream {
    if !said::is_kept(pointer) {
        return quote!(
            fn of(_: &Map<String, Value>) {}
        );
    }
    let name = type_name(pointer);
    let properties = definition.properties.iter().filter(|(name, _)| said::keeps(pointer, name));
    let fields = properties.map(|(name, shape)| {
        let (field, schema) = (said::field_name(name), schema(shape));
        quote!(#field: part::<#schema>(object, #name))
    });
    quote! {
        fn of(object: &Map<String, Value>) -> Self::Said<'_> {
            said::#name { #(#fields),* }
        }
    }
}

/// An arm for each property that is kept, and for each schema that others have.
fn arms(pointer: &str, definition: &Definition) -> Vec<TokenStream> {
    let mut kept = Vec::new();
    let mut by_schema: Vec<(String, TokenStream, Vec<usize>)> = Vec::new();
    for (number, (name, shape)) in definition.properties.iter().enumerate() {
        let schema = schema(shape);
        if said::keeps(pointer, name) {
            let (number, field) = (Literal::usize_unsuffixed(number), said::field_name(name));
            kept.push(quote! {
                #number => <#schema as Schema>::read(text, notes, &mut said.#field),
            });
            continue;
        }
        let key = schema.to_string();
        match by_schema.iter_mut().find(|(known, ..)| *known == key) {
            Some((_, _, numbers)) => numbers.push(number),
            None => by_schema.push((key, schema, vec![number])),
        }
    }
    let arm = |(_, schema, numbers): (String, TokenStream, Vec<usize>)| {
        let numbers = number_pattern(&numbers);
        quote!(#numbers => unkept::<#schema>(text, notes),)
    };
    kept.into_iter().chain(by_schema.into_iter().map(arm)).collect()
}

/// Ascending numbers as a pattern: a range where they have no gap.
fn number_pattern(numbers: &[usize]) -> TokenStream {
    let literals: Vec<_> = numbers.iter().copied().map(Literal::usize_unsuffixed).collect();
    match literals.as_slice() {
        [first, _, .., last] if numbers.is_sorted_by(|one, next| one + 1 == *next) => {
            quote!(#first..=#last)
        }
        literals => quote!(#(#literals)|*),
    }
}

/// A set of properties: a bit for each, by the order in which the document names them.
fn set(definition: &Definition, names: &[String]) -> Literal {
    let bits = definition.properties.iter().enumerate();
    let bits =
        bits.filter(|(_, (name, _))| names.contains(name)).map(|(number, _)| 1_u64 << number);
    let digits = format!("{:08x}", bits.sum::<u64>());
    let (upper, lower) = digits.split_at(digits.len() - 4);
    let (highest, upper) = upper.split_at(upper.len() - 4);
    let separator = if highest.is_empty() { "" } else { "_" };
    let text = format!("0x{highest}{separator}{upper}_{lower}");
    // expect: these are hexadecimal digits with separators.
    Literal::from_str(&text).expect("a number is a literal")
}
