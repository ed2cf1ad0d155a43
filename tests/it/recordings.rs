//! What the generated tests of recordings call, and what else holds for recordings.

use std::fs;
use std::path::{Path, PathBuf};

use agentassist_conformance::exchange::SourceKind;
use agentassist_conformance::{Exchange, Judge, Severity, recordings};

/// Fails when an operation has no recording at all.
#[track_caller]
pub(crate) fn at_least_one_exists(operation: &str) {
    let folder = folder().join(operation);
    assert!(
        !files(&folder).is_empty(),
        "no recording of `{operation}`: run `cargo run -- contract --record-into \
         tests/recordings`, or add tests/recordings/{operation}/<status>-<case>.json by hand"
    );
}

/// Fails when a recorded answer with this status, or of this class, breaks the document.
#[track_caller]
pub(crate) fn answers_conform(operation: &str, status: &str) {
    let prefix = status.trim_end_matches('X');
    for path in files(&folder().join(operation)) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.starts_with(prefix) {
            conforms(&path, operation);
        }
    }
}

#[track_caller]
fn conforms(path: &Path, operation: &str) {
    for exchange in read(path) {
        let findings = Judge::default().judge(&exchange).findings;
        let errors: Vec<_> =
            findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{} breaks the document: {errors:#?}", path.display());
        assert!(
            findings.iter().all(|finding| finding.operation == Some(operation)),
            "{} is of another operation",
            path.display()
        );
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("recordings")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn read(path: &Path) -> Vec<Exchange> {
    recordings::read(&fs::read(path).unwrap()).unwrap()
}

fn all() -> Vec<(PathBuf, Exchange)> {
    let all = files(&folder()).into_iter().flat_map(|operation| files(&operation));
    all.flat_map(|path| read(&path).into_iter().map(move |exchange| (path.clone(), exchange)))
        .collect()
}

#[test]
fn a_recording_is_named_after_its_status() {
    for (path, exchange) in all() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let status = format!("{}-", exchange.response.status);
        assert!(name.starts_with(&status), "{} has the status {status}", path.display());
    }
}

#[test]
fn a_sample_of_the_documentation_is_called_one() {
    for (path, exchange) in all() {
        let source = exchange.source.expect("a recording says where it comes from");
        let is_sample = source.kind == SourceKind::DocumentationSample;
        assert_eq!(
            is_sample,
            path.ends_with("200-documentation-sample.json"),
            "{}",
            path.display()
        );
        assert_eq!(is_sample, source.page.is_some() && source.masked, "{}", path.display());
    }
}

#[test]
fn every_token_in_a_recording_is_redacted() {
    for (path, exchange) in all() {
        let token = exchange.request.headers.get("auth").expect("every request has a token");
        assert!(token.starts_with("redacted-"), "{}", path.display());
    }
}
