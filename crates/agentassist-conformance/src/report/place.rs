//! Names of files as other programs understand them.

use std::path::Path;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What a path in a URI does not show as it is.
const ESCAPED: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'?').add(b'`');

/// A file, as seen from the root of the project, with slashes; as it is if it lies elsewhere.
///
/// `None` for standard input.
pub(super) fn relative(file: &str, root: &Path) -> Option<String> {
    if file == "-" {
        return None;
    }
    let path = Path::new(file);
    let path = path.strip_prefix(root).unwrap_or(path);
    let steps: Vec<_> = path
        .components()
        .filter(|step| !matches!(step, std::path::Component::CurDir))
        .map(|step| step.as_os_str().to_string_lossy())
        .collect();
    Some(steps.join("/").replace("//", "/"))
}

/// A path as a relative reference of a URI.
pub(super) fn uri(path: &str) -> String {
    let escaped = utf8_percent_encode(path, ESCAPED).to_string();
    if escaped.starts_with('/') { format!("file://{escaped}") } else { escaped }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_from_the_root() {
        let root = Path::new("/srv/project");
        for file in ["target/a b.json", "./target/a b.json", "/srv/project/target/a b.json"] {
            assert_eq!(relative(file, root).as_deref(), Some("target/a b.json"));
        }
        assert_eq!(relative("/tmp/a.json", root).as_deref(), Some("/tmp/a.json"));
        assert_eq!(relative("-", root), None);
    }

    #[test]
    fn a_uri_has_no_spaces() {
        assert_eq!(uri("target/a b#1.json"), "target/a%20b%231.json");
        assert_eq!(uri("/tmp/a.json"), "file:///tmp/a.json");
    }
}
