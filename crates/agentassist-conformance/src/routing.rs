//! Which operation a request calls.

use percent_encoding::percent_decode_str;

use crate::document::{OPERATIONS, Operation};

/// What a method and a path lead to.
#[derive(Debug)]
pub(crate) enum Route {
    /// An operation, with the values of its path parameters.
    Operation { operation: &'static Operation, parameters: Vec<(&'static str, String)> },
    /// A path of the document, by a method that it does not have there.
    OtherMethod { allowed: Vec<&'static str> },
    /// A path below that of the API, which the document does not know.
    OtherPath,
    /// Not this API at all.
    Foreign,
}

/// Finds the operation. A concrete path wins over one with parameters: `…/contacts/bulk-delete`
/// is no contact with that id.
pub(crate) fn route(method: &str, path: &str) -> Route {
    let segments: Vec<_> = path.split('/').collect();
    let mut matches: Vec<_> = OPERATIONS
        .iter()
        .filter_map(|operation| Some((operation, match_path(operation.path, &segments)?)))
        .collect();
    matches.sort_by_key(|(_, parameters)| parameters.len());
    let most_concrete = matches.first().map(|(_, parameters)| parameters.len());
    let called = matches.iter().position(|(operation, parameters)| {
        operation.method.eq_ignore_ascii_case(method) && Some(parameters.len()) == most_concrete
    });
    if let Some(index) = called {
        let (operation, parameters) = matches.swap_remove(index);
        return Route::Operation { operation, parameters };
    }
    if !matches.is_empty() {
        let allowed = matches
            .iter()
            .filter(|(_, parameters)| Some(parameters.len()) == most_concrete)
            .map(|(operation, _)| operation.method)
            .collect();
        return Route::OtherMethod { allowed };
    }
    if is_below_api(path) { Route::OtherPath } else { Route::Foreign }
}

/// The values of a template's parameters, if a path fits it.
fn match_path(template: &'static str, segments: &[&str]) -> Option<Vec<(&'static str, String)>> {
    if template.split('/').count() != segments.len() {
        return None;
    }
    let mut parameters = Vec::new();
    for (expected, segment) in template.split('/').zip(segments) {
        match expected.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some(name) => {
                parameters.push((name, percent_decode_str(segment).decode_utf8_lossy().into()));
            }
            None if expected == *segment => {}
            None => return None,
        }
    }
    Some(parameters)
}

/// Whether a path starts as all paths of the document do.
fn is_below_api(path: &str) -> bool {
    let common = |operation: &Operation| operation.path.split_once('{').map(|(start, _)| start);
    OPERATIONS.iter().filter_map(common).any(|start| path.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "/agentassist/api/v1/public/st-1";

    fn operation_id(method: &str, path: &str) -> Option<&'static str> {
        match route(method, path) {
            Route::Operation { operation, .. } => Some(operation.id),
            _ => None,
        }
    }

    #[test]
    fn bulk_delete_is_no_contact() {
        let path = format!("{BASE}/contacts/bulk-delete");
        assert_eq!(operation_id("DELETE", &path), Some("bulkDeleteContacts"));
        assert_eq!(operation_id("DELETE", &format!("{BASE}/contacts/1")), Some("deleteContact"));
    }

    #[test]
    fn an_update_of_the_bulk_path_is_no_update_of_a_contact() {
        let Route::OtherMethod { allowed } = route("PUT", &format!("{BASE}/contacts/bulk-delete"))
        else {
            panic!("the path is known for another method only");
        };
        assert_eq!(allowed, ["DELETE"]);
    }

    #[test]
    fn parameters_are_decoded() {
        let Route::Operation { parameters, .. } =
            route("delete", &format!("{BASE}/contacts/a%2Fb"))
        else {
            panic!("the path is known");
        };
        assert_eq!(parameters, [("streamId", "st-1".to_owned()), ("id", "a/b".to_owned())]);
    }

    #[test]
    fn what_is_not_this_api_is_foreign() {
        assert!(matches!(route("GET", "/index.html"), Route::Foreign));
        assert!(matches!(route("GET", &format!("{BASE}/queues")), Route::OtherPath));
    }
}
