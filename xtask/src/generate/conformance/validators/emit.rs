//! Shapes as Rust.

mod object;
mod places;
mod rules;

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use self::places::Places;
use super::shape::{Definition, Shape, TextRule, is_moment};
use super::{said, type_name};

/// A whole file: the bodies and parameters, what is kept of bodies, and a type for each object and
/// rule.
pub(super) fn file(
    bodies: &[(Shape, String)],
    parameters: &[(Shape, String)],
    definitions: &BTreeMap<String, Definition>,
) -> TokenStream {
    let mut rules = BTreeMap::new();
    let shapes = bodies.iter().chain(parameters).map(|(shape, _)| shape);
    let properties = definitions.values().flat_map(|definition| &definition.properties);
    for shape in shapes.chain(properties.map(|(_, shape)| shape)) {
        rules::collect(shape, &mut rules);
    }
    let places = Places::new(definitions, &rules);
    let body_schema = body_schema(bodies);
    let parameter_schema = parameter_schema(parameters);
    let kept = said::module(bodies, definitions);
    let objects = definitions
        .iter()
        .map(|(pointer, definition)| object::object(pointer, definition, &places));
    let rules = rules.values().map(|rule| match rule {
        TextRule::Pattern(pointer, parts) => rules::pattern(pointer, parts),
        TextRule::OpenEnum(pointer, values) => rules::vocabulary(pointer, values, &places),
        TextRule::MinLength(_) | TextRule::DateTime => TokenStream::new(),
    });
    let items = quote!(#body_schema #parameter_schema #kept #places #(#objects)* #(#rules)*);
    let imports = imports(&items);
    quote!(#imports #items)
}

/// Imports what the items use, and nothing else.
fn imports(items: &TokenStream) -> TokenStream {
    const STREAMING: &[&str] = &[
        "ArrayOf",
        "AtLeast",
        "Boolean",
        "DateTime",
        "Entries",
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
        "PlainSchema",
        "Refused",
        "Rest",
        "Schema",
        "TextOf",
        "Vocabulary",
        "json",
        "part",
        "unkept",
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
    quote! {
        #lazy_lock
        use serde_json::{Map, Value};
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
        Shape::Text(rules) if is_moment(rules) => quote!(DateTime),
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

/// The schemas that parameters have, and what each allows.
fn parameter_schema(parameters: &[(Shape, String)]) -> TokenStream {
    let names: Vec<_> = parameters.iter().map(|(_, pointer)| type_name(pointer)).collect();
    let docs = parameters.iter().map(|(_, pointer)| format!(" `{pointer}`"));
    let schemas = parameters.iter().map(|(shape, _)| schema(shape));
    quote! {
        /// The schema of a parameter.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum ParameterSchema { #(#[doc = #docs] #names),* }

        impl ParameterSchema {
            /// Whether the schema allows what a parameter says. Of one that it does not, others
            /// have to say so.
            pub(crate) fn allows(self, text: &str) -> bool {
                match self { #(Self::#names => <#schemas as PlainSchema>::allows(text)),* }
            }
        }
    }
}

/// The schemas that bodies have, and how each is read.
fn body_schema(bodies: &[(Shape, String)]) -> TokenStream {
    let names: Vec<_> = bodies.iter().map(|(_, pointer)| type_name(pointer)).collect();
    let docs = bodies.iter().map(|(_, pointer)| format!(" `{pointer}`"));
    let arms = bodies.iter().zip(&names).map(|((shape, pointer), name)| {
        let schema = schema(shape);
        if said::is_kept(pointer) {
            let read = quote! {{
                let mut said = said::#name::default();
                let rest = <#schema as Schema>::read(text, notes, &mut said)?;
                (Said::#name(said), rest)
            }};
            (read, quote!(Said::#name(<#schema as Schema>::of(tree))))
        } else {
            let read = quote! {{
                let rest = unkept::<#schema>(text, notes)?;
                (Said::Nothing, rest)
            }};
            (read, quote!(Said::Nothing))
        }
    });
    let (reads, trees): (Vec<_>, Vec<_>) = arms.unzip();
    quote! {
        /// The schema of a body.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum BodySchema { #(#[doc = #docs] #names),* }

        impl BodySchema {
            /// Reads a body, and fails unless the schema allows it.
            pub(crate) fn read<'de>(
                self,
                text: &'de str,
                notes: &mut Notes,
            ) -> Result<(Said<'de>, &'de str), Refused> {
                Ok(match self { #(Self::#names => #reads),* })
            }

            /// What is kept of a body that need not be allowed.
            pub(crate) fn said(self, tree: &Value) -> Said<'_> {
                match self { #(Self::#names => #trees),* }
            }
        }
    }
}
