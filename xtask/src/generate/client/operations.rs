//! What the client knows of each operation beyond its types: where it is, whom it needs, and
//! whether it may be repeated.

use heck::{ToShoutySnakeCase, ToSnakeCase};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use serde_json::Value;

use crate::document::child;
use crate::generate::GenerateError;

/// Returns the items that hold the table.
pub(super) fn table(document: &Value) -> Result<TokenStream, GenerateError> {
    let paths = document.get("paths").and_then(Value::as_object).into_iter().flatten();
    let operations = paths.flat_map(|(path, item)| {
        let methods = item.as_object().into_iter().flatten();
        methods.map(move |(method, operation)| row(path, method, operation))
    });
    let (names, rows): (Vec<_>, Vec<_>) =
        operations.collect::<Result<Vec<_>, _>>()?.into_iter().unzip();
    Ok(quote! {
        #(#rows)*

        /// The operations of the document, in its order.
        pub static OPERATIONS: &[&crate::operation::Operation] = &[#(&#names),*];
    })
}

/// The name of a static, and the static.
fn row(path: &str, method: &str, operation: &Value) -> Result<(Ident, TokenStream), GenerateError> {
    let pointer = child(&child("/paths", path), method);
    let text = |at: &str| {
        operation.pointer(at).and_then(Value::as_str).ok_or_else(|| GenerateError::Construct {
            pointer: format!("{pointer}{at}"),
            problem: "the client needs a text here".to_owned(),
        })
    };
    let id = text("/operationId")?;
    let retry = match text("/x-retry/class")? {
        "safe" => format_ident!("Safe"),
        "idempotent" => format_ident!("Idempotent"),
        "never" => format_ident!("Never"),
        other => {
            return Err(GenerateError::Construct {
                pointer: format!("{pointer}/x-retry/class"),
                problem: format!("the client knows no retry class `{other}`"),
            });
        }
    };
    let status = success(operation).ok_or_else(|| GenerateError::Construct {
        pointer: format!("{pointer}/responses"),
        problem: "the client needs one status of success, such as `200`".to_owned(),
    })?;
    let (scope, why) = (text("/x-api-scope")?, text("/x-retry/why")?);
    let (name, method) = (id.to_snake_case(), method.to_uppercase());
    let constant = format_ident!("{}", id.to_shouty_snake_case());
    let description = format!("What the document says of `{id}`.");
    let row = quote! {
        #[doc = #description]
        pub static #constant: crate::operation::Operation = crate::operation::Operation {
            id: #id,
            name: #name,
            method: #method,
            path: #path,
            status: #status,
            scope: #scope,
            retry: crate::operation::RetryClass::#retry,
            retry_why: #why,
        };
    };
    Ok((constant, row))
}

/// The one status that a successful answer has.
fn success(operation: &Value) -> Option<u16> {
    let responses = operation.get("responses")?.as_object()?;
    let mut statuses = responses.keys().filter(|status| status.starts_with('2'));
    let status = statuses.next()?.parse().ok()?;
    statuses.next().is_none().then_some(status)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn document(class: &str) -> Value {
        json!({"paths": {"/things/{id}": {"delete": {
            "operationId": "dropThing",
            "x-api-scope": "Things",
            "responses": {"200": {}, "4XX": {}},
            "x-retry": {"class": class, "why": "Gone is gone."}
        }}}})
    }

    #[test]
    fn each_operation_has_a_row_with_its_retry_class() {
        let table = table(&document("idempotent")).unwrap().to_string();
        let names = ["\"dropThing\"", "\"drop_thing\"", "\"DELETE\""];
        for part in names.into_iter().chain(["200u16", "RetryClass :: Idempotent"]) {
            assert!(table.contains(part), "{part} is not in {table}");
        }
    }

    #[test]
    fn an_operation_without_one_status_of_success_is_refused_with_its_place() {
        let mut document = document("safe");
        document["paths"]["/things/{id}"]["delete"]["responses"]["201"] = json!({});
        let error = table(&document).unwrap_err().to_string();
        assert!(error.starts_with("/paths/~1things~1{id}/delete/responses: "), "{error}");
    }

    #[test]
    fn a_retry_class_that_nobody_knows_is_refused_with_its_place() {
        let error = table(&document("often")).unwrap_err().to_string();
        assert!(error.starts_with("/paths/~1things~1{id}/delete/x-retry/class: "), "{error}");
    }
}
