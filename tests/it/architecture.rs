//! The arrows between crates that ARCHITECTURE.md promises, and files that can be read.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// What each crate of the workspace may depend on, within the workspace.
const ALLOWED: &[(&str, &[&str])] = &[
    ("agentassist-client", &[]),
    ("agentassist-httpmock", &["agentassist-client"]),
    ("agentassist-conformance", &[]),
    ("agentassist-sandbox", &[]),
    ("agentassist-cli", &["agentassist-client", "agentassist-conformance", "agentassist-sandbox"]),
    ("xtask", &[]),
];

/// The dependencies within the workspace, those of tests left out.
fn arrows() -> BTreeMap<String, Vec<String>> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let in_workspace = |dependency: &&Value| !dependency["path"].is_null();
    let packages = metadata["packages"].as_array().unwrap().iter();
    packages
        .map(|package| {
            let dependencies = package["dependencies"].as_array().unwrap().iter();
            let names = dependencies
                .filter(|dependency| dependency["kind"] != "dev")
                .filter(in_workspace)
                .map(|dependency| dependency["name"].as_str().unwrap().to_owned());
            (package["name"].as_str().unwrap().to_owned(), names.collect())
        })
        .collect()
}

#[test]
fn crates_depend_on_each_other_only_as_the_architecture_allows() {
    let arrows = arrows();
    for (name, dependencies) in &arrows {
        let allowed = ALLOWED.iter().find(|(known, _)| known == name);
        let allowed = allowed.map_or(&[][..], |(_, allowed)| allowed);
        for dependency in dependencies {
            assert!(allowed.contains(&dependency.as_str()), "{name} depends on {dependency}");
        }
    }
    assert!(arrows.contains_key("agentassist-cli"), "the workspace was read: {arrows:?}");
}

/// The most characters of a line: a little more than rustfmt's, for strings that are one word.
const LINE: usize = 150;
/// The most lines of a file (CONTRIBUTING.md).
const LINES: usize = 500;

#[test]
fn no_file_is_too_long_to_be_read_and_no_line_so_long_that_rustfmt_gives_up() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    sources(&root.join("xtask/src"), &mut files);
    for package in fs::read_dir(root.join("crates")).unwrap() {
        sources(&package.unwrap().path().join("src"), &mut files);
    }
    assert!(files.len() > 200, "{} files", files.len());
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let lines = text.lines().count();
        assert!(lines <= LINES, "{} has {lines} lines", file.display());
        for (number, line) in text.lines().enumerate() {
            let length = line.chars().count();
            assert!(length <= LINE, "{}:{}: {length} characters", file.display(), number + 1);
        }
    }
}

/// The sources below a folder that somebody wrote by hand, those of tests left out: snapshots show
/// lines as they are printed.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && name != "generated" && name != "tests" {
            sources(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs")
            && name != "generated.rs"
            && name != "tests.rs"
        {
            found.push(path);
        }
    }
}
