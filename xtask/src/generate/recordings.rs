//! The tests that hold each recording against the document, one for each documented answer.

use heck::ToSnakeCase;
use quote::{format_ident, quote};

use super::{GenerateError, ORIGIN};
use crate::document::Document;
use crate::generate::conformance::model;
use crate::rustfmt;

/// Returns the text of the test package's generated module.
pub(crate) fn generate(document: &Document) -> Result<String, GenerateError> {
    let modules = model::operations(document)?.into_iter().map(|operation| {
        let id = &operation.id;
        let module = format_ident!("{}", id.to_snake_case());
        let description = format!("Recordings of `{id}`.");
        let tests = operation.responses.iter().map(|response| {
            let status = &response.status_text;
            let name = format_ident!("recorded_answers_with_{}_conform", status.to_lowercase());
            quote! {
                #[test]
                fn #name() {
                    recordings::answers_conform(#id, #status);
                }
            }
        });
        quote! {
            #[doc = #description]
            mod #module {
                use crate::recordings;

                #[test]
                fn a_recording_exists() {
                    recordings::at_least_one_exists(#id);
                }

                #(#tests)*
            }
        }
    });
    let file = rustfmt::parse_file(quote!(#(#modules)*))?;
    Ok(rustfmt::format_file(ORIGIN, &file)?)
}
