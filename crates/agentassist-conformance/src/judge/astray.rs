//! Paths that are none of the API's, and look as if they were meant to be.

use crate::finding::{Finding, Severity};
use crate::routing::is_below_api;
use crate::rules::Rule;

/// What the paths of every version have in common.
const API: &str = "/agentassist/api/";

/// A finding on a path that has a slash too many in a place where no other API has a path.
pub(super) fn doubled_slash(path: &str) -> Option<Finding> {
    let mut squeezed = String::with_capacity(path.len());
    for letter in path.chars() {
        if letter != '/' || !squeezed.ends_with('/') {
            squeezed.push(letter);
        }
    }
    (squeezed != path && is_below_api(&squeezed)).then(|| {
        let message = "two slashes in a row, which no path of the document has";
        Finding::new(Rule::PathUndocumented, "/request/url", message).at("/paths")
    })
}

/// A note on a path of a host that is meant.
pub(super) fn other_version(path: &str) -> Option<Finding> {
    path.contains(API).then(|| {
        let message = "the path is none of the document's: of another version, or with something \
                       else in front of it";
        let mut note = Finding::new(Rule::PathUndocumented, "/request/url", message).at("/paths");
        note.severity = Severity::Info;
        note
    })
}
