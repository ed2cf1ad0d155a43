//! Requests that had their effect, and of which nobody has heard.

use std::process::Stdio;

use insta::assert_snapshot;

use crate::gate::Gate;
use crate::program::{Program, show};
use crate::server::Server;

/// Runs a command, and decides about each of its requests.
fn run(program: &Program, gate: &Gate, arguments: &[&str], decide: impl FnOnce()) -> String {
    let mut command = program.command(&[arguments, &gate.place()].concat());
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    decide();
    show(&child.wait_with_output().unwrap())
}

#[test]
fn a_deletion_whose_answer_was_lost_is_repeated_and_told_to_be_gone() {
    let program = Program::new();
    let gate = Gate::before_a_sandbox(&program, &[]);
    let lose_the_first = || {
        gate.next().lose_the_answer();
        gate.next().pass();
    };
    let delete = ["contacts", "delete", "6960cbe9b155d194e2fxxxxx", "--yes"];
    assert_snapshot!(run(&program, &gate, &delete, lose_the_first), @r#"
    exit code: 0
    --- stdout ---
    {"id":"6960cbe9b155d194e2fxxxxx"}
    --- stderr ---
    gone: an answer was lost, and the next request found nothing
    "#);
    let list = "cl-1a5e0c71-0d5c-5f0e-9b1a-51a7e0000001";
    let delete = ["contact-lists", "delete", list, "--yes"];
    assert_snapshot!(run(&program, &gate, &delete, lose_the_first), @r#"
    exit code: 0
    --- stdout ---
    {"_id":"cl-1a5e0c71-0d5c-5f0e-9b1a-51a7e0000001"}
    --- stderr ---
    gone: an answer was lost, and the next request found nothing
    "#);
}

#[test]
fn a_deletion_that_stops_half_way_says_what_became_of_every_contact() {
    let program = Program::new();
    let gate = Gate::before_a_sandbox(&program, &[]);
    let lose_the_second = || {
        gate.next().pass();
        gate.next().lose_the_answer();
    };
    let ids = ["6960cbe9b155d194e2fxxxxx", "6960cc07b155d194e2fxxxxx", "0123"];
    let plan = [&["contacts", "bulk-delete", "plan", "--no-names", "--out", "plan"], &ids[..]];
    let planned = program.run(&[&plan.concat()[..], &gate.place()].concat());
    assert!(planned.starts_with("exit code: 0\n"), "{planned}");
    let apply = ["contacts", "bulk-delete", "apply", "plan", "--yes", "--batch-size", "1"];
    assert_snapshot!(run(&program, &gate, &apply, lose_the_second), @r#"
    exit code: 7
    --- stdout ---
    {"id":"6960cbe9b155d194e2fxxxxx","name":null,"outcome":"deleted","reason":null}
    {"id":"6960cc07b155d194e2fxxxxx","name":null,"outcome":"unknown","reason":null}
    {"id":"0123","name":null,"outcome":"untouched","reason":null}
    --- stderr ---
    1 deleted, 1 unknown, 1 untouched
    outcomes are in plan.outcomes.ndjson
    error: it stopped: bulkDeleteContacts: the connection ended before the answer did: it may have had effect: error sending request: client error (SendRequest): connection closed before message completed; what is unknown is sent again only with --retry unknown
    "#);
}

/// What a command tells of a host that loses the answer to its first request, and to the next ones
/// gives this one.
fn told_after_a_lost_answer(status: u16, body: &'static str, arguments: &[&str]) -> String {
    let server = Server::losing_the_first(status, body);
    let program = Program::new().with_file("token", "s3cr3t.t0k3n.value");
    let place = ["--target", &server.base_url, "--account-id", "a", "--stream-id", "st-1"];
    program.run(&[arguments, &place, &["--token-file", "token"]].concat())
}

#[test]
fn a_deletion_that_fails_after_a_lost_answer_tells_the_doubt_about_it() {
    let delete = ["contacts", "delete", "1", "--yes", "--ignore-missing"];
    for (status, body) in [
        (403, "{}"),
        (404, "<html>no such page</html>"),
        (404, r#"{"errors":[{"msg":"Stream not found","code":404}]}"#),
        (412, r#"{"message":"no"}"#),
        (429, ""),
    ] {
        let told = told_after_a_lost_answer(status, body, &delete);
        assert!(!told.starts_with("exit code: 0\n"), "{status} {body}: {told}");
        let doubt = "; an earlier attempt may have had its effect";
        assert!(told.contains(doubt), "{status} {body}: {told}");
    }
}

#[test]
fn a_listing_is_never_told_to_have_had_effect() {
    let list = ["contacts", "list"];
    let cut = Server::sending(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{".to_vec());
    let program = Program::new().with_file("token", "s3cr3t.t0k3n.value");
    let place = ["--target", &cut.base_url, "--account-id", "a", "--stream-id", "st-1"];
    for told in [
        told_after_a_lost_answer(403, "{}", &list),
        program.run(&[&list[..], &place, &["--token-file", "token"]].concat()),
    ] {
        assert!(told.contains("error: listContacts"), "{told}");
        assert!(!told.contains("effect"), "{told}");
    }
}
