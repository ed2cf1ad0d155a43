//! What the judge knows of the document: its JSON form, and a table of operations and validators.

pub(crate) mod model;
mod validators;

use std::collections::BTreeSet;

use heck::ToShoutySnakeCase;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;

use self::model::{Body, Evidence, Operation, Parameter, Response, Status};
pub(crate) use self::validators::validators;
use super::{GenerateError, ORIGIN};
use crate::document::Document;
use crate::rustfmt;

/// Returns the document as JSON, for `jsonschema` to resolve references in.
pub(crate) fn document_json(document: &Document) -> Result<String, GenerateError> {
    let origin =
        "Generated from `openapi/agentassist.yaml` by `cargo xtask generate`; do not edit.";
    let mut marked = serde_json::Map::new();
    marked.insert("x-generated".to_owned(), Value::from(origin));
    marked.extend(document.value.as_object().cloned().unwrap_or_default());
    let text = serde_json::to_string_pretty(&Value::Object(marked))?;
    // JSON has no comments: the mark is the first property, pulled up into the first line.
    Ok(text.replacen("{\n  ", "{ ", 1) + "\n")
}

/// Returns the text of the operation table with the validators of all bodies.
pub(crate) fn operations(document: &Document) -> Result<String, GenerateError> {
    let operations = model::operations(document)?;
    let statics = validator_statics(&operations);
    let rows = operations.iter().map(operation_row);
    let file = rustfmt::parse_file(quote! {
        use crate::document::{
            Basis, Body, Evidence, Operation, Parameter, Place, RequestContentType, Response,
            Status, Validator,
        };
        use crate::generated::validators::{BodySchema, ParameterSchema};

        #(#statics)*

        /// The operations of the document, in its order.
        pub static OPERATIONS: &[Operation] = &[#(#rows),*];
    })?;
    Ok(rustfmt::format_file(ORIGIN, &file)?)
}

/// One validator for each schema that a parameter or a body has, in the order of their names.
fn validator_statics(operations: &[Operation]) -> impl Iterator<Item = TokenStream> {
    let bodies = body_schemas(operations);
    let mut schemas = parameter_schemas(operations);
    schemas.extend(bodies.iter().cloned());
    schemas.into_iter().map(move |schema| {
        let (name, kind) = (validator_name(&schema), validators::type_name(&schema));
        if bodies.contains(&schema) {
            quote!(static #name: Validator = Validator::body(#schema, BodySchema::#kind);)
        } else {
            quote!(static #name: Validator = Validator::parameter(#schema, ParameterSchema::#kind);)
        }
    })
}

/// The pointers of the schemas that a parameter has.
fn parameter_schemas(operations: &[Operation]) -> BTreeSet<String> {
    let parameters = operations.iter().flat_map(|operation| &operation.parameters);
    parameters.map(|parameter| parameter.schema.clone()).collect()
}

/// The pointers of the schemas that a request or an answer has as its body.
fn body_schemas(operations: &[Operation]) -> BTreeSet<String> {
    let of_operation = |operation: &Operation| {
        let answers = operation.responses.iter().filter_map(|response| response.body.as_ref());
        answers.chain(&operation.request_body).map(|body| body.schema.clone()).collect::<Vec<_>>()
    };
    operations.iter().flat_map(of_operation).collect()
}

/// `CONTACT_PAGE` for the schema of that name, the whole pointer for a schema without a name.
fn validator_name(schema: &str) -> proc_macro2::Ident {
    format_ident!("{}", schema_words(schema).to_shouty_snake_case())
}

/// The words of a schema's name: those of its pointer, without where all named schemas stand.
fn schema_words(pointer: &str) -> String {
    let name = pointer.strip_prefix("/components/schemas/").unwrap_or(pointer);
    name.replace(|letter: char| !letter.is_ascii_alphanumeric(), "_")
}

fn operation_row(operation: &Operation) -> TokenStream {
    let Operation { id, method, path, pointer, scope, security, .. } = operation;
    let parameters = operation.parameters.iter().map(parameter_row);
    let request_body = option(operation.request_body.as_ref().map(body_row));
    let request_content_type = option(operation.request_content_type.as_ref().map(|required| {
        let (value, evidence) = (&required.value, evidence_row(&required.evidence));
        quote!(RequestContentType { value: #value, evidence: #evidence })
    }));
    let responses = operation.responses.iter().map(response_row);
    quote! {
        Operation {
            id: #id,
            method: #method,
            path: #path,
            pointer: #pointer,
            scope: #scope,
            security: &[#(#security),*],
            parameters: &[#(#parameters),*],
            request_content_type: #request_content_type,
            request_body: #request_body,
            responses: &[#(#responses),*],
        }
    }
}

fn parameter_row(parameter: &Parameter) -> TokenStream {
    let Parameter { name, place, required, schema, pointer, evidence } = parameter;
    let place = format_ident!("{place}");
    let validator = validator_name(schema);
    let evidence = evidence_row(evidence);
    quote! {
        Parameter {
            name: #name,
            place: Place::#place,
            required: #required,
            pointer: #pointer,
            validator: &#validator,
            evidence: #evidence,
        }
    }
}

fn response_row(response: &Response) -> TokenStream {
    let status = match response.status {
        Status::Exact(code) => quote!(Status::Exact(#code)),
        Status::Class(digit) => quote!(Status::Class(#digit)),
    };
    let Response { known_statuses, pointer, .. } = response;
    let evidence = evidence_row(&response.evidence);
    let body = option(response.body.as_ref().map(body_row));
    quote! {
        Response {
            status: #status,
            known_statuses: &[#(#known_statuses),*],
            pointer: #pointer,
            body: #body,
            evidence: #evidence,
        }
    }
}

fn body_row(body: &Body) -> TokenStream {
    let Body { media_type, required, schema } = body;
    let validator = validator_name(schema);
    quote!(Body { media_type: #media_type, required: #required, validator: &#validator })
}

fn evidence_row(evidence: &Evidence) -> TokenStream {
    match evidence {
        Evidence::Documented => quote!(Evidence::DOCUMENTED),
        Evidence::Marked { basis, why } => {
            let basis = format_ident!("{basis}");
            quote!(Evidence { basis: Basis::#basis, why: #why })
        }
    }
}

fn option(tokens: Option<TokenStream>) -> TokenStream {
    tokens.map_or_else(|| quote!(None), |tokens| quote!(Some(#tokens)))
}
