//! The arrows between crates that ARCHITECTURE.md promises.

use std::collections::BTreeMap;
use std::path::Path;
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
