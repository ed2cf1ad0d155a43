//! Which names are names of one file.

use std::path::{Path, PathBuf};

use crate::exit::Failure;

/// Refuses options that name the same file: what the one writes would be lost to the other.
pub(crate) fn told_apart(options: &[(&str, Option<&Path>)]) -> Result<(), Failure> {
    let mut seen: Vec<(&str, PathBuf)> = Vec::new();
    for (option, path) in options {
        // Standard output is no file, and a device can be written to by many.
        let is_file = |path: &&Path| path.as_os_str() != "-" && (path.is_file() || !path.exists());
        let Some(path) = path.filter(is_file) else { continue };
        let name = full_name(path);
        if let Some((other, _)) = seen.iter().find(|(_, seen)| *seen == name) {
            return Err(Failure::Usage(format!(
                "{other} and {option} name the same file, {}: give each a file of its own",
                path.display()
            )));
        }
        seen.push((option, name));
    }
    Ok(())
}

/// The name of a file from the root on, without links; also of one that is not there yet.
pub(crate) fn full_name(path: &Path) -> PathBuf {
    if let Ok(name) = path.canonicalize() {
        return name;
    }
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    match (folder.canonicalize(), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_file_has_many_names() {
        let folder = tempfile::TempDir::new().unwrap();
        std::fs::create_dir(folder.path().join("in")).unwrap();
        let name = |name: &str| folder.path().join(name);
        let apart = |one: &str, other: &str| {
            told_apart(&[("--a", Some(&name(one))), ("--b", None), ("--c", Some(&name(other)))])
        };
        for other in ["x", "./x", "in/../x"] {
            let said = apart("x", other).unwrap_err().to_string();
            assert!(said.starts_with("--a and --c name the same file"), "{said}");
        }
        assert!(apart("x", "in/x").is_ok());
        std::fs::write(name("x"), "").unwrap();
        assert!(apart("in/../x", "x").is_err());
    }
}
