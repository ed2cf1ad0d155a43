//! What would be sent, and what was: dry runs and recordings.

use insta::assert_snapshot;

use super::{UPDATED, at, contacts, sandboxed, with_token};
use crate::program::Program;
use crate::server::Server;

#[test]
fn a_dry_run_prints_the_request_and_sends_none() {
    let update = ["update", UPDATED, "--first-name", "Ada", "--dry-run"];
    assert_snapshot!(contacts(&[&update[..], &["-o", "table"]].concat()), @r#"
    exit code: 0
    --- stdout ---
    PUT http://sandbox/agentassist/api/v1/public/st-7dc994f0-4436-5134-9fa8-a942625xxxxx/contacts/667e48f7c8b972fc691xxxxx
    accept: application/json
    auth: redacted-1
    accountid: 65f7d49a5dd06e2cefaxxxxx
    content-type: application/json

    {
      "firstName": "name-1"
    }

    --- stderr ---
    dry run: nothing was sent
    "#);
    let server = Server::answering(200, "{}");
    let program = with_token();
    let shown = program.run(&at(&server, &["delete", UPDATED, "--dry-run"]));
    assert!(shown.starts_with("exit code: 0\n"), "{shown}");
    assert_eq!(server.requests(), 0);
    assert!(!shown.contains("s3cr3t"), "{shown}");
}

/// What a dry run shows is put together from the document, what is sent by the client.
#[test]
fn a_dry_run_shows_what_would_be_recorded() {
    for arguments in [
        &["contacts", "update", UPDATED, "--first-name", "Ada"][..],
        &["contacts", "update", UPDATED, "--phone-number", "5550100", "--country-code", "+44"],
        &["contacts", "delete", UPDATED, "--yes"],
        &["contacts", "delete", "zwölf 12%", "--yes", "--ignore-missing"],
        &["contacts", "bulk-delete", UPDATED, "6960cbe9b155d194e2fxxxxx", "--yes"],
        &["contact-lists", "delete", "cl-1a5e0c71-0d5c-5f0e-9b1a-51a7e0000001", "--yes"],
        &["contact-lists", "delete", "cl+1 2%2F3?", "--yes", "--ignore-missing"],
    ] {
        let program = Program::new();
        let sandbox = ["--target", "sandbox"];
        let recorded = [arguments, &sandbox, &["--record", "r.ndjson"]].concat();
        let done = program.run(&recorded);
        assert!(done.starts_with("exit code: 0\n"), "{arguments:?}: {done}");
        let shown = program.run(&[arguments, &sandbox, &["--dry-run"]].concat());
        let shown = shown.lines().find(|line| line.starts_with('{')).unwrap();
        let planned: serde_json::Value = serde_json::from_str(shown).unwrap();
        let recorded: serde_json::Value = serde_json::from_str(&program.read("r.ndjson")).unwrap();
        assert_eq!(planned, recorded["request"], "{arguments:?}");
        // The account and the operation are part of what is compared.
        assert!(planned["headers"]["accountid"].is_string() && planned["url"].is_string());
    }
}

#[test]
fn what_is_recorded_is_redacted_and_conforms() {
    let program = Program::new();
    let update = ["update", UPDATED, "--first-name", "Ada", "--record", "r.ndjson"];
    assert!(program.run(&sandboxed(&update)).starts_with("exit code: 0\n"));
    let recording = program.read("r.ndjson");
    assert!(!recording.contains("Ada") && !recording.contains("eyJ"), "{recording}");
    let checked = program.run(&["check", "r.ndjson"]);
    assert!(checked.starts_with("exit code: 0\n"), "{checked}");
    assert!(checked.contains("Checked 1 exchange"), "{checked}");
}

/// A gateway puts a path in front of those of the API.
#[test]
fn a_base_path_of_the_target_is_called_and_not_recorded() {
    let page =
        r#"{"results":[],"skip":0,"limit":10,"hasMore":false,"totalPages":0,"totalResults":0}"#;
    let server = Server::answering(200, page);
    let target = format!("{}/gate/way/", server.base_url);
    let place = ["--target", &target, "--account-id", "a", "--stream-id", "st-1"];
    let run = |arguments: &[&str]| {
        let program = with_token();
        let line = [arguments, &place, &["--token-file", "token"]].concat();
        let shown = program.run(&line).replace(&server.base_url, "http://HOST");
        (program, shown)
    };
    let (_, planned) = run(&["contacts", "delete", "1", "--dry-run", "--fields", "url"]);
    assert_snapshot!(planned, @r#"
    exit code: 0
    --- stdout ---
    {"url":"http://HOST/gate/way/agentassist/api/v1/public/st-1/contacts/1"}
    --- stderr ---
    dry run: nothing was sent
    "#);
    let (program, listed) = run(&["contacts", "list", "--record", "r.ndjson"]);
    assert!(listed.starts_with("exit code: 0\n"), "{listed}");
    let checked = program.run(&["check", "r.ndjson"]);
    assert!(checked.contains("Checked 1 exchange in 1 file: 0 errors"), "{checked}");
    let (_, judged) = run(&["contract"]);
    assert!(judged.contains("Checked 3 exchanges in 1 file: 0 errors"), "{judged}");
}
