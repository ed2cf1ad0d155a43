//! Shapes as Rust.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::pattern::Parts;
use super::shape::{Definition, Shape, TextRule};
use super::{function_name, type_name};

/// A whole file: a function for each body, and a type for each object and rule.
pub(super) fn file(
    bodies: &[(Shape, String)],
    definitions: &BTreeMap<String, Definition>,
) -> TokenStream {
    let functions = bodies.iter().map(|(shape, pointer)| {
        let (name, schema) = (function_name(pointer), schema(shape));
        let doc = format!(" Holds a text against `{pointer}`.");
        quote! {
            #[doc = #doc]
            pub(crate) fn #name(json: &str) -> Verdict {
                verdict::<#schema>(json)
            }
        }
    });
    let objects = definitions.iter().map(|(pointer, definition)| object(pointer, definition));
    let mut rules = BTreeMap::new();
    let shapes = bodies.iter().map(|(shape, _)| shape);
    let properties = definitions.values().flat_map(|definition| &definition.properties);
    for shape in shapes.chain(properties.map(|(_, shape)| shape)) {
        collect_rules(shape, &mut rules);
    }
    let rules = rules.into_values();
    let items = quote!(#(#functions)* #(#objects)* #(#rules)*);
    let imports = imports(&items);
    quote!(#imports #items)
}

/// Imports what the items use, and nothing else.
fn imports(items: &TokenStream) -> TokenStream {
    const STREAMING: &[&str] = &[
        "Anything",
        "ArrayOf",
        "AtLeast",
        "Boolean",
        "DateTime",
        "FreeObject",
        "HasPattern",
        "IntegerOf",
        "MinLength",
        "Notes",
        "Object",
        "ObjectOf",
        "ObjectOrText",
        "OpenEnum",
        "Pattern",
        "Patterned",
        "TextOf",
        "Verdict",
        "Vocabulary",
        "property",
        "verdict",
    ];
    let text = items.to_string();
    let words: BTreeSet<_> = text.split(|letter: char| !letter.is_ascii_alphanumeric()).collect();
    let streaming = STREAMING.iter().filter(|name| words.contains(*name));
    let streaming = streaming.map(|name| format_ident!("{name}"));
    let lazy_lock = words.contains("LazyLock").then(|| {
        quote!(
            use std::sync::LazyLock;
        )
    });
    let map_access = words.contains("MapAccess").then(|| {
        quote!(
            use serde::de::MapAccess;
        )
    });
    quote! {
        #lazy_lock
        #map_access
        use crate::streaming::{#(#streaming),*};
    }
}

/// The type of a shape.
fn schema(shape: &Shape) -> TokenStream {
    match shape {
        Shape::Object(pointer) => {
            let name = type_name(pointer);
            quote!(ObjectOf<#name>)
        }
        Shape::FreeObject => quote!(FreeObject),
        Shape::Array(items) => {
            let items = schema(items);
            quote!(ArrayOf<#items>)
        }
        Shape::Text(rules) => {
            let rule = text_rule(rules);
            quote!(TextOf<#rule>)
        }
        Shape::Integer(None) => quote!(IntegerOf<()>),
        Shape::Integer(Some(minimum)) => {
            let minimum = Literal::i64_unsuffixed(*minimum);
            quote!(IntegerOf<AtLeast<#minimum>>)
        }
        Shape::Boolean => quote!(Boolean),
        Shape::ObjectOrText(pointer, rules) => {
            let (name, rule) = (type_name(pointer), text_rule(rules));
            quote!(ObjectOrText<#name, #rule>)
        }
    }
}

/// The type of all rules of a string together.
fn text_rule(rules: &[TextRule]) -> TokenStream {
    let one = |rule: &TextRule| match rule {
        TextRule::MinLength(length) => {
            let length = Literal::usize_unsuffixed(*length);
            quote!(MinLength<#length>)
        }
        TextRule::DateTime => quote!(DateTime),
        TextRule::Pattern(pointer, _) => {
            let name = type_name(pointer);
            quote!(Patterned<#name>)
        }
        TextRule::OpenEnum(pointer, _) => {
            let name = type_name(pointer);
            quote!(OpenEnum<#name>)
        }
    };
    let mut rules = rules.iter().rev().map(one);
    let last = rules.next().unwrap_or_else(|| quote!(()));
    rules.fold(last, |later, rule| quote!((#rule, #later)))
}

fn object(pointer: &str, definition: &Definition) -> TokenStream {
    let name = type_name(pointer);
    let doc = format!(" `{pointer}`");
    let set = |names: &[String]| set(definition, names);
    let required = set(&definition.required);
    let required_any = (!definition.required_any.is_empty()).then(|| {
        let sets = definition.required_any.iter().map(|names| set(names));
        quote!(const REQUIRED_ANY: &'static [u64] = &[#(#sets),*];)
    });
    let numbers: Vec<_> = (0..definition.properties.len()).map(Literal::usize_unsuffixed).collect();
    let names = definition.properties.iter().map(|(name, _)| name);
    let arms = arms(definition);
    quote! {
        #[doc = #doc]
        struct #name;

        impl Object for #name {
            const REQUIRED: u64 = #required;
            #required_any

            fn number(name: &str) -> Option<u32> {
                Some(match name {
                    #(#names => #numbers,)*
                    _ => return None,
                })
            }

            fn value<'de, A: MapAccess<'de>>(
                number: u32,
                map: &mut A,
                notes: &Notes,
            ) -> Result<(), A::Error> {
                match number {
                    #(#arms)*
                    _ => property::<Anything, A>(map, notes),
                }
            }
        }
    }
}

/// An arm for each schema that properties have: its properties, and how they are read.
fn arms(definition: &Definition) -> Vec<TokenStream> {
    let mut by_schema: Vec<(String, TokenStream, Vec<usize>)> = Vec::new();
    for (number, (_, shape)) in definition.properties.iter().enumerate() {
        let schema = schema(shape);
        let key = schema.to_string();
        match by_schema.iter_mut().find(|(known, ..)| *known == key) {
            Some((_, _, numbers)) => numbers.push(number),
            None => by_schema.push((key, schema, vec![number])),
        }
    }
    let arm = |(_, schema, numbers): (String, TokenStream, Vec<usize>)| {
        let numbers = number_pattern(&numbers);
        quote!(#numbers => property::<#schema, A>(map, notes),)
    };
    by_schema.into_iter().map(arm).collect()
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

/// The rules that need a type of their own, by the pointer of what they belong to.
fn collect_rules(shape: &Shape, rules: &mut BTreeMap<String, TokenStream>) {
    let texts = match shape {
        Shape::Array(items) => return collect_rules(items, rules),
        Shape::Text(texts) | Shape::ObjectOrText(_, texts) => texts,
        Shape::Object(_) | Shape::FreeObject | Shape::Integer(_) | Shape::Boolean => return,
    };
    for text in texts {
        match text {
            TextRule::MinLength(_) | TextRule::DateTime => {}
            TextRule::Pattern(pointer, parts) => {
                rules.insert(format!("{pointer}/pattern"), pattern(pointer, parts));
            }
            TextRule::OpenEnum(pointer, values) => {
                rules.insert(format!("{pointer}/x-extensible-enum"), vocabulary(pointer, values));
            }
        }
    }
}

fn pattern(pointer: &str, parts: &Parts) -> TokenStream {
    let name = type_name(pointer);
    let doc = format!(" The pattern of `{pointer}`");
    let demanded = &parts.demanded;
    let refused = super::super::option(parts.refused.as_ref().map(ToTokens::to_token_stream));
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

fn vocabulary(pointer: &str, values: &[String]) -> TokenStream {
    let name = type_name(pointer);
    let doc = format!(" The values of `{pointer}`");
    quote! {
        #[doc = #doc]
        struct #name;

        impl Vocabulary for #name {
            fn knows(text: &str) -> bool {
                matches!(text, #(#values)|*)
            }
        }
    }
}
