//! Which operation a request calls.

use std::borrow::Cow;
use std::sync::LazyLock;

use memchr::memchr;
use percent_encoding::percent_decode_str;

use crate::document::{OPERATIONS, Operation};

/// What a method and a path lead to.
#[derive(Debug)]
pub(crate) enum Route {
    /// An operation.
    Operation(&'static Operation),
    /// A path of the document, by a method that it does not have there.
    OtherMethod { allowed: Vec<&'static str> },
    /// A path below that of the API, which the document does not know.
    OtherPath,
    /// Not this API at all.
    Foreign,
}

/// The values of the parameters in a path, by their names.
pub(crate) type PathParameters<'a> = Vec<(&'static str, Cow<'a, str>)>;

/// Finds the operation. A concrete path wins over one with parameters: `…/contacts/bulk-delete`
/// is no contact with that id.
pub(crate) fn route(method: &str, path: &str) -> Route {
    let mut fitting = TEMPLATES.iter().filter(|template| template.fits(path)).peekable();
    let Some(parameters) = fitting.peek().map(|first| first.parameters()) else {
        return if is_below_api(path) { Route::OtherPath } else { Route::Foreign };
    };
    let mut allowed = Vec::new();
    for Template { operation, .. } in fitting.take_while(|it| it.parameters() == parameters) {
        if operation.method.eq_ignore_ascii_case(method) {
            return Route::Operation(operation);
        }
        allowed.push(operation.method);
    }
    Route::OtherMethod { allowed }
}

/// The values of an operation's parameters in a path that leads to it.
pub(crate) fn parameters<'a>(
    operation: &'static Operation,
    path: &Cow<'a, str>,
) -> PathParameters<'a> {
    let template = TEMPLATES.iter().find(|template| template.operation.id == operation.id);
    let Some(template) = template else { return Vec::new() };
    let owned = |(name, value): (_, Cow<'_, str>)| (name, Cow::Owned(value.into_owned()));
    match path {
        Cow::Borrowed(path) => template.values(path),
        Cow::Owned(path) => template.values(path).into_iter().map(owned).collect(),
    }
}

/// What a segment of a path stands for.
fn decode(segment: &str) -> Cow<'_, str> {
    percent_decode_str(segment).decode_utf8_lossy()
}

/// The path of an operation, taken apart.
struct Template {
    operation: &'static Operation,
    /// What stands in front of each parameter, and its name.
    parts: Vec<(&'static str, &'static str)>,
    /// What stands behind the last one.
    end: &'static str,
}

/// The paths of all operations, those with the fewest parameters first.
static TEMPLATES: LazyLock<Vec<Template>> = LazyLock::new(|| {
    let template = |operation: &'static Operation| {
        let (mut parts, mut end) = (Vec::new(), operation.path);
        while let Some((front, (name, rest))) =
            end.split_once('{').and_then(|(front, rest)| Some((front, rest.split_once('}')?)))
        {
            parts.push((front, name));
            end = rest;
        }
        Template { operation, parts, end }
    };
    let mut templates: Vec<_> = OPERATIONS.iter().map(template).collect();
    templates.sort_by_key(Template::parameters);
    templates
});

impl Template {
    /// How many parameters it has.
    fn parameters(&self) -> usize {
        self.parts.len()
    }

    /// Whether a path fits. Calls a function with the name of each parameter and the segment that
    /// stands for it, as far as it does.
    fn walk<'a>(&self, path: &'a str, mut parameter: impl FnMut(&'static str, &'a str)) -> bool {
        let mut rest = path;
        for (front, name) in &self.parts {
            let Some(behind) = rest.strip_prefix(front) else { return false };
            let end = memchr(b'/', behind.as_bytes()).unwrap_or(behind.len());
            let (segment, behind) = behind.split_at(end);
            parameter(name, segment);
            rest = behind;
        }
        rest == self.end
    }

    fn fits(&self, path: &str) -> bool {
        self.walk(path, |_, _| ())
    }

    /// The values of its parameters in a path that fits.
    fn values<'a>(&self, path: &'a str) -> PathParameters<'a> {
        let mut values = Vec::with_capacity(self.parameters());
        self.walk(path, |name, segment| values.push((name, decode(segment))));
        values
    }
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
            Route::Operation(operation) => Some(operation.id),
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
        let path = Cow::Owned(format!("{BASE}/contacts/a%2Fb"));
        let Route::Operation(operation) = route("delete", &path) else {
            panic!("the path is known");
        };
        let expected = [("streamId", "st-1"), ("id", "a/b")];
        assert_eq!(
            parameters(operation, &path),
            expected.map(|(name, value)| (name, value.into()))
        );
    }

    #[test]
    fn a_path_fits_as_a_whole_or_not_at_all() {
        for path in ["/contacts/1/", "/contacts/1/2", "/contactsx", "", "/contact"] {
            assert!(matches!(route("GET", &format!("{BASE}{path}")), Route::OtherPath), "{path}");
        }
    }

    #[test]
    fn what_is_not_this_api_is_foreign() {
        assert!(matches!(route("GET", "/index.html"), Route::Foreign));
        assert!(matches!(route("GET", &format!("{BASE}/queues")), Route::OtherPath));
    }
}
