//! Names of files as other programs understand them.

use std::path::{Component, Path};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Every character of a path in a URI that does not stand for itself. A colon could end a scheme.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/')
    .remove(b'+')
    .remove(b'=')
    .remove(b'@');

/// The folders that names of files are seen from.
#[derive(Debug, Clone, Copy)]
pub struct Folders<'a> {
    /// The folder of the run, from which files were named.
    pub run: &'a Path,
    /// The root of the project, from which reports name them.
    pub root: &'a Path,
}

/// A file, as seen from the root of the project, with slashes; the whole path if it lies elsewhere.
///
/// Steps back are taken without a look at the disk. `None` for standard input.
pub(super) fn relative(file: &str, folders: Folders<'_>) -> Option<String> {
    if file == "-" {
        return None;
    }
    let (root, file) = (steps(folders.root), steps(&folders.run.join(file)));
    let file = file.strip_prefix(&*root).unwrap_or(&file);
    Some(file.join("/"))
}

/// The steps of a path; the first is empty where the path begins at the root of the disk.
fn steps(path: &Path) -> Vec<String> {
    let mut steps = Vec::<String>::new();
    for step in path.components() {
        match step {
            Component::CurDir => {}
            Component::RootDir if !steps.is_empty() => {}
            Component::RootDir => steps.push(String::new()),
            Component::ParentDir => match steps.last() {
                Some(last) if last.is_empty() => {}
                Some(last) if last != ".." => _ = steps.pop(),
                _ => steps.push("..".to_owned()),
            },
            step => steps.push(step.as_os_str().to_string_lossy().into_owned()),
        }
    }
    steps
}

/// A path as a relative reference of a URI, or as the URI of a file.
pub(super) fn uri(path: &str) -> String {
    let escaped = utf8_percent_encode(path, ESCAPED);
    match path {
        absolute if absolute.starts_with('/') => format!("file://{escaped}"),
        // With the letter of a drive.
        absolute if Path::new(absolute).is_absolute() => format!("file:///{escaped}"),
        _ => escaped.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(file: &str) -> Option<String> {
        let [run, root] = ["/srv/project/target", "/srv/project"].map(Path::new);
        relative(file, Folders { run, root })
    }

    #[test]
    fn a_file_is_named_from_the_root_wherever_the_run_is() {
        let same =
            ["a b.json", "./a b.json", "../target/./a b.json", "/srv/project/target/a b.json"];
        for file in same {
            assert_eq!(seen(file).as_deref(), Some("target/a b.json"), "{file}");
        }
        assert_eq!(seen("../a.json").as_deref(), Some("a.json"));
        assert_eq!(seen("-"), None);
    }

    #[test]
    fn a_file_elsewhere_has_its_whole_path() {
        assert_eq!(seen("/tmp/a.json").as_deref(), Some("/tmp/a.json"));
        assert_eq!(seen("../../projects/a.json").as_deref(), Some("/srv/projects/a.json"));
        assert_eq!(seen("../../../../../a.json").as_deref(), Some("/a.json"));
    }

    #[test]
    fn a_uri_holds_only_what_a_uri_may_hold() {
        assert_eq!(uri("target/a b#1.json"), "target/a%20b%231.json");
        assert_eq!(uri("Zoë[1]/a|b^c\\d.json"), "Zo%C3%AB%5B1%5D/a%7Cb%5Ec%5Cd.json");
        assert_eq!(uri("a:b/100%.json"), "a%3Ab/100%25.json");
        assert_eq!(uri("/tmp/a.json"), "file:///tmp/a.json");
    }
}
