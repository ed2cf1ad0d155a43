//! `agentassist contract`: the main job.

use std::fs;
use std::path::{Path, PathBuf};

use crate::program::{Program, recordings};

#[test]
fn the_contract_runs_with_no_finding_and_leaves_recording_and_report() {
    let program = Program::new();
    let shown = program.run(&["contract"]);
    assert!(shown.starts_with("exit code: 0\n"), "{shown}");
    assert!(shown.contains("0 errors, 0 warnings, 0 notes"), "{shown}");
    assert!(shown.contains("5 of 5 operations"), "{shown}");
    let report = fs::read_to_string(program.path().join("target/contract/report.json")).unwrap();
    assert!(report.contains(r#""errors": 0"#), "{report}");
    let checked = program.run(&["check", "target/contract/recording.json"]);
    assert!(checked.starts_with("exit code: 0\n"), "{checked}");
}

#[test]
fn no_token_and_no_name_is_left_on_the_disk() {
    let program = Program::new();
    program.run(&["contract"]);
    let text = fs::read_to_string(program.path().join("target/contract/recording.json")).unwrap();
    for gone in ["eyJ", "no.jwt.atall", "john", "95501"] {
        assert!(!text.contains(gone), "{gone} is in the recording");
    }
}

/// Recordings are evidence: whoever changes the sandbox or the client records again.
#[test]
fn recording_again_gives_the_recordings_of_the_project() {
    let program = Program::new();
    program.run(&["contract", "--record-into", "fresh"]);
    let fresh = program.path().join("fresh");
    let names = |folder: &Path| -> Vec<PathBuf> {
        let mut names: Vec<_> = files(folder)
            .iter()
            .map(|path| path.strip_prefix(folder).unwrap().to_owned())
            .filter(|name| !name.ends_with("200-documentation-sample.json"))
            .collect();
        names.sort();
        names
    };
    assert_eq!(names(&fresh), names(&recordings()));
    for name in names(&fresh) {
        let (now, kept) =
            (fs::read_to_string(fresh.join(&name)), fs::read_to_string(recordings().join(&name)));
        assert!(
            now.unwrap() == kept.unwrap(),
            "{} differs: run `cargo run -- contract --record-into tests/recordings`",
            name.display()
        );
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn a_live_target_says_what_it_needs() {
    let program = Program::new();
    let run =
        |arguments: &[&str]| program.run(&[&["contract", "--target", "h"], arguments].concat());
    assert!(run(&[]).contains("a live target needs --account-id (or AGENTASSIST_ACCOUNT_ID"));
    let ids = ["--account-id", "a", "--stream-id", "s"];
    assert!(run(&ids).contains("a live target needs a token: set AGENTASSIST_TOKEN"));
    let writes = run(&[&ids[..], &["--allow-writes"]].concat());
    assert!(writes.starts_with("exit code: 2\n"), "{writes}");
    assert!(writes.contains("--allow-writes changes only what is named"), "{writes}");
}

#[test]
fn a_live_target_that_does_not_answer_is_named_without_the_token() {
    let program = Program::new().with_file("token", "s3cr3t.t0k3n.value");
    // A port that was free a moment ago: nobody listens there.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let host = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let shown = program.run(&[
        "contract",
        "--target",
        &host,
        "--account-id",
        "a",
        "--stream-id",
        "s",
        "--token-file",
        "token",
    ]);
    assert!(shown.starts_with("exit code: 3\n"), "{shown}");
    assert!(shown.contains("listContacts (without-query) got no answer"), "{shown}");
    assert!(!shown.contains("s3cr3t"), "{shown}");
}
