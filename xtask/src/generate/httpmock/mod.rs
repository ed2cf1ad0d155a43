//! The typed mocks, by progenitor, with two faults mended.
//!
//! 1. The value of a path parameter goes into a regular expression as it is, so that `a.c` also
//!    matches `abc`; and it is compared with a path in which special characters are encoded.
//! 2. A templated path also matches a concrete path beside it: the mock of `…/contacts/{id}`
//!    answers `…/contacts/bulk-delete`.

mod mend;

use quote::quote;
use serde_json::{Map, Value};

use super::{GenerateError, ORIGIN, openapi, relax};
use crate::document::Document;
use crate::rustfmt;

/// Returns the text of the mock crate's generated file.
pub(crate) fn generate(document: &Document) -> Result<String, GenerateError> {
    // The same types as the client's; every parameter, those that its hooks set included.
    let relaxed = openapi::parse(&relax::answers(&document.value))?;
    let tokens = openapi::generator(quote!(()))
        .httpmock(&relaxed, "agentassist_client::generated")
        .map_err(|error| GenerateError::Progenitor(error.to_string()))?;
    let mut file = rustfmt::parse_file(tokens)?;
    mend::path_values(&mut file)?;
    mend::shadowed_paths(&mut file, &shadows(&document.value))?;
    Ok(rustfmt::format_file(ORIGIN, &file)?)
}

/// A concrete path that a templated path of the same method would answer as well.
#[derive(Debug, PartialEq, Eq)]
struct Shadow {
    /// The operation with the templated path.
    operation: String,
    /// The end of the concrete path from which the two differ, such as `/bulk-delete`.
    suffix: String,
}

/// Finds, for each operation with a templated path, the concrete paths that it must not answer.
fn shadows(document: &Value) -> Vec<Shadow> {
    let operations = operations(document);
    let mut shadows = Vec::new();
    for (path, method, id) in &operations {
        for (other, other_method, _) in &operations {
            if method != other_method || path == other {
                continue;
            }
            if let Some(suffix) = shadowed_suffix(path, other) {
                shadows.push(Shadow { operation: (*id).to_owned(), suffix });
            }
        }
    }
    shadows
}

fn operations(document: &Value) -> Vec<(&str, &str, &str)> {
    let paths = document.get("paths").and_then(Value::as_object);
    let mut operations = Vec::new();
    for (path, item) in paths.into_iter().flatten() {
        for (method, operation) in item.as_object().into_iter().flat_map(Map::iter) {
            if let Some(id) = operation.get("operationId").and_then(Value::as_str) {
                operations.push((path.as_str(), method.as_str(), id));
            }
        }
    }
    operations
}

/// The literal end of `concrete` where `template` has a parameter, if the template covers it.
fn shadowed_suffix(template: &str, concrete: &str) -> Option<String> {
    let is_parameter = |segment: &str| segment.starts_with('{');
    let (template, concrete): (Vec<_>, Vec<_>) =
        (template.split('/').collect(), concrete.split('/').collect());
    if template.len() != concrete.len() {
        return None;
    }
    let mut first_difference = None;
    for (index, (ours, theirs)) in template.iter().zip(&concrete).enumerate() {
        if is_parameter(ours) && !is_parameter(theirs) {
            first_difference = first_difference.or(Some(index));
        } else if ours != theirs && !(is_parameter(ours) && is_parameter(theirs)) {
            return None;
        }
    }
    let rest = &concrete[first_difference?..];
    rest.iter().all(|segment| !is_parameter(segment)).then(|| format!("/{}", rest.join("/")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_concrete_path_beside_a_template_is_found() {
        assert_eq!(shadowed_suffix("/c/{id}", "/c/bulk-delete").as_deref(), Some("/bulk-delete"));
        assert_eq!(
            shadowed_suffix("/{s}/c/{id}", "/{s}/c/bulk-delete").as_deref(),
            Some("/bulk-delete")
        );
    }

    #[test]
    fn paths_that_cannot_meet_shadow_nothing() {
        assert_eq!(shadowed_suffix("/c/{id}", "/d/bulk-delete"), None);
        assert_eq!(shadowed_suffix("/c/{id}", "/c/{name}"), None);
        assert_eq!(shadowed_suffix("/c/{id}", "/c/x/y"), None);
        assert_eq!(shadowed_suffix("/c/bulk-delete", "/c/{id}"), None);
    }

    #[test]
    fn only_operations_of_the_same_method_shadow_each_other() {
        let document = serde_json::json!({"paths": {
            "/c/{id}": {"put": {"operationId": "change"}, "delete": {"operationId": "drop"}},
            "/c/all": {"delete": {"operationId": "dropAll"}},
        }});
        let expected = [Shadow { operation: "drop".to_owned(), suffix: "/all".to_owned() }];
        assert_eq!(shadows(&document), expected);
    }
}
