//! `agentassist contract`: the main job.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::program::{Program, recordings, show};
use crate::server::Server;

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
    assert!(run(&[]).contains("--account-id is needed (or AGENTASSIST_ACCOUNT_ID"));
    let ids = ["--account-id", "a", "--stream-id", "s"];
    assert!(run(&ids).contains("a token or a client secret is needed: set AGENTASSIST_TOKEN"));
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
    let named = format!("listContacts (without-query) got no answer from {host}: ");
    assert!(shown.contains(&named), "{shown}");
    assert!(!shown.contains("s3cr3t"), "{shown}");
}

/// A page of no contacts, which conforms.
const PAGE: &str =
    r#"{"results":[],"skip":0,"limit":10,"hasMore":false,"totalPages":0,"totalResults":0}"#;

#[test]
fn a_live_target_is_called_with_the_settings_of_a_profile() {
    let server = Server::answering(200, PAGE);
    let profile = "default_profile = \"live\"\n[profiles.live]\ntarget = \"elsewhere.example\"\n\
                   account_id = \"a\"\nstream_id = \"st-1\"\nclient_id = \"cs-1\"\n\
                   client_secret_file = \"secret\"\n";
    let program = Program::new()
        .with_file(".config/agentassist/config.toml", profile)
        .with_file(".config/agentassist/secret", "s3cr3t-k3y");
    let shown = program.run(&["contract", "--target", &server.base_url]);
    assert!(shown.starts_with("exit code: 0\n"), "{shown}");
    assert!(shown.contains("Checked 3 exchanges in 1 file: 0 errors"), "{shown}");
    assert_eq!(server.requests(), 3);
}

/// Somebody who has set up a host for other commands runs the contract, and no host hears of it.
#[test]
fn without_a_target_nothing_but_a_sandbox_is_called() {
    let server = Server::answering(200, PAGE);
    let program = Program::new();
    let mut command = program.command(&["contract"]);
    let shown = show(&command.env("AGENTASSIST_TARGET", &server.base_url).output().unwrap());
    assert!(shown.contains("Checked 17 exchanges in 1 file: 0 errors"), "{shown}");
    assert_eq!(server.requests(), 0);
}

#[test]
fn a_live_target_is_called_no_faster_than_the_settings_allow_and_waits_are_told() {
    let server = Server::answering(200, PAGE);
    let program = Program::new().with_file("token", "t");
    let place = ["--target", &server.base_url, "--account-id", "a", "--stream-id", "st-1"];
    let slow = ["contract", "--token-file", "token", "--requests-per-minute", "1"];
    let mut command = program.command(&[&slow[..], &place].concat());
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut told = String::new();
    BufReader::new(child.stderr.take().unwrap()).read_line(&mut told).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(told.starts_with("waiting for the rate limit, 5"), "{told}");
    assert_eq!(server.requests(), 1);
}
