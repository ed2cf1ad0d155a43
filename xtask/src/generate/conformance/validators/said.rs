//! What is kept of a body for the rules: a struct with a few properties of each object.

use std::collections::BTreeMap;

use heck::ToSnakeCase;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::shape::{Definition, Shape, is_moment};
use super::type_name;
use crate::generate::GenerateError;
use crate::generate::conformance::model::construct;

/// The properties that the judge's rules look at. One that no rule reads any more, the compiler
/// reports as a field that is never read.
const KEPT: &[(&str, &[&str])] = &[
    ("BulkDeleteRequest", &["ids"]),
    (
        "BulkDeleteResult",
        &["totalRequested", "successful", "failed", "successfulRecords", "failedRecords"],
    ),
    ("CellPhone", &["extension", "phoneNumber", "countryCode"]),
    ("CellPhoneUpdate", &["extension", "phoneNumber", "countryCode"]),
    (
        "Contact",
        &[
            "id",
            "firstName",
            "lastName",
            "fullName",
            "salutation",
            "cellPhone",
            "status",
            "instanceBotId",
            "accountId",
            "createdAt",
            "updatedAt",
        ],
    ),
    ("ContactList", &["_id", "name", "lname", "iId", "accountId", "createdAt", "updatedAt"]),
    ("ContactListDeletion", &["status", "data"]),
    ("ContactPage", &["results", "skip", "limit", "hasMore", "totalPages", "totalResults"]),
    ("ContactUpdate", &["firstName", "lastName", "salutation", "cellPhone"]),
    ("DeletedRecord", &["id"]),
    ("FailedRecord", &["id"]),
];

/// Whether anything is kept of the objects of a definition.
pub(super) fn is_kept(pointer: &str) -> bool {
    !kept(pointer).is_empty()
}

/// Whether a property is kept.
pub(super) fn keeps(pointer: &str, name: &str) -> bool {
    kept(pointer).contains(&name)
}

fn kept(pointer: &str) -> &'static [&'static str] {
    let of = |name: &str| pointer.strip_prefix("/components/schemas/") == Some(name);
    KEPT.iter().find(|(name, _)| of(name)).map_or(&[], |(_, properties)| properties)
}

/// Refuses a list of properties that the document does not have.
pub(super) fn check(definitions: &BTreeMap<String, Definition>) -> Result<(), GenerateError> {
    for (name, properties) in KEPT {
        let pointer = format!("/components/schemas/{name}");
        let definition = definitions.get(&pointer);
        for property in *properties {
            let has = |it: &Definition| it.properties.iter().any(|(name, _)| name == property);
            if !definition.is_some_and(has) {
                let problem = format!("a rule of the judge looks at `{property}` here");
                return Err(construct(&pointer, &problem));
            }
        }
    }
    Ok(())
}

/// The module of these structs, and the type that is any of those of a body.
pub(super) fn module(
    bodies: &[(Shape, String)],
    definitions: &BTreeMap<String, Definition>,
) -> TokenStream {
    let kept = definitions.iter().filter(|(pointer, _)| is_kept(pointer));
    let structs = kept.map(|(pointer, definition)| {
        let (name, doc) = (type_name(pointer), format!(" What is kept of `{pointer}`."));
        let properties = definition.properties.iter().filter(|(name, _)| keeps(pointer, name));
        let fields = properties.map(|(name, shape)| {
            let (field, kept) = (field_name(name), field_type(shape));
            quote!(pub(crate) #field: #kept)
        });
        quote! {
            #[doc = #doc]
            #[derive(Debug, Default, PartialEq)]
            pub(crate) struct #name<'a> { #(#fields),* }
        }
    });
    let bodies = bodies.iter().map(|(_, pointer)| pointer).filter(|pointer| is_kept(pointer));
    let variants = bodies.map(|pointer| {
        let (name, doc) = (type_name(pointer), format!(" Of `{pointer}`."));
        quote!(#[doc = #doc] #name(said::#name<'a>))
    });
    quote! {
        /// What is kept of a body.
        #[derive(Debug, PartialEq)]
        pub(crate) enum Said<'a> {
            #(#variants,)*
            /// Nothing is kept of other bodies.
            Nothing,
        }

        /// What the rules look at in each object.
        pub(crate) mod said {
            use std::borrow::Cow;

            use crate::moment::Moment;

            #(#structs)*
        }
    }
}

/// The name of the field of a property.
pub(super) fn field_name(property: &str) -> Ident {
    format_ident!("{}", property.to_snake_case())
}

/// The type of what is kept of a value: as the `Said` of its schema, but spelled out.
fn field_type(shape: &Shape) -> TokenStream {
    match shape {
        Shape::Object(pointer) if is_kept(pointer) => {
            let name = type_name(pointer);
            quote!(#name<'a>)
        }
        Shape::Object(_) | Shape::FreeObject | Shape::ObjectOrText(..) => quote!(()),
        Shape::Array(items) => {
            let items = field_type(items);
            quote!(Option<Vec<#items>>)
        }
        Shape::Text(rules) if is_moment(rules) => quote!(Option<Moment>),
        Shape::Text(_) => quote!(Option<Cow<'a, str>>),
        Shape::Integer(_) => quote!(Option<u64>),
        Shape::Boolean => quote!(Option<bool>),
    }
}
