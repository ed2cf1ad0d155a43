//! The client crate's operations and types, by progenitor, with its faults mended, and a table.

mod mend;
mod operations;
mod send;

use quote::quote;

use super::{GenerateError, ORIGIN, openapi, relax};
use crate::document::Document;
use crate::rustfmt;

/// Returns the text of the client's generated file.
pub(crate) fn generate(document: &Document) -> Result<String, GenerateError> {
    let relaxed = openapi::parse(&relax::for_client(&document.value))?;
    let tokens = openapi::generator(quote!(crate::transport::Transport))
        .generate_tokens(&relaxed)
        .map_err(|error| GenerateError::Progenitor(error.to_string()))?;
    let mut file = rustfmt::parse_file(tokens)?;
    mend::drop_panicking_constructor(&mut file)?;
    mend::write_empty_lists_and_read_null(&mut file)?;
    mend::default_extra_in_builders(&mut file)?;
    send::leave_it_to_the_engine(&mut file)?;
    send::drop_hooks(&mut file)?;
    file.items.extend(rustfmt::parse_file(operations::table(&document.value)?)?.items);
    Ok(rustfmt::format_file(ORIGIN, &file)?)
}
