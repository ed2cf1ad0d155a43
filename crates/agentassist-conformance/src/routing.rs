//! Which operation a request calls.

use percent_encoding::percent_decode_str;
use url::Url;

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
    let fitting = OPERATIONS.iter().filter_map(|it| Some((it, parameters(it.path, path)?)));
    let fitting: Vec<_> = fitting.collect();
    let Some(fewest) = fitting.iter().map(|(_, count)| *count).min() else {
        return if is_below_api(path) { Route::OtherPath } else { Route::Foreign };
    };
    let most_concrete = || fitting.iter().filter(|(_, count)| *count == fewest).map(|(it, _)| *it);
    match most_concrete().find(|operation| operation.method.eq_ignore_ascii_case(method)) {
        Some(operation) => {
            Route::Operation { operation, parameters: values(operation.path, path).collect() }
        }
        None => Route::OtherMethod { allowed: most_concrete().map(|it| it.method).collect() },
    }
}

/// How many parameters a template has, if a path fits it. Each is a whole segment.
fn parameters(template: &str, path: &str) -> Option<usize> {
    let (mut template, mut path, mut count) = (template, path, 0);
    while let Some((literal, rest)) = template.split_once('{') {
        path = path.strip_prefix(literal)?;
        path = &path[path.find('/').unwrap_or(path.len())..];
        template = rest.split_once('}')?.1;
        count += 1;
    }
    (path == template).then_some(count)
}

/// The values of a template's parameters in a path that fits it.
fn values(template: &'static str, path: &str) -> impl Iterator<Item = (&'static str, String)> {
    let segments = template.split('/').zip(path.split('/'));
    segments.filter_map(|(expected, segment)| {
        let name = expected.strip_prefix('{')?.strip_suffix('}')?;
        Some((name, percent_decode_str(segment).decode_utf8_lossy().into()))
    })
}

/// The URL of a request, or what is wrong with it.
pub(crate) fn readable_url(text: &str) -> Result<Url, &'static str> {
    let url = Url::parse(text).map_err(|_| "not an absolute URL")?;
    // The pages give the host with its scheme, for an address that has one already.
    let is_doubled =
        matches!(url.host_str(), Some("http" | "https")) && url.path().starts_with("//");
    if is_doubled { Err("the scheme stands there twice") } else { Ok(url) }
}

/// Whether a path starts as all paths of the document do.
pub(crate) fn is_below_api(path: &str) -> bool {
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
