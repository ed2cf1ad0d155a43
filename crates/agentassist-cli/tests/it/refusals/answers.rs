//! Answers of the API that are none, or none that a command can go on with.

#[cfg(unix)]
use std::process::Stdio;

use insta::assert_snapshot;

#[cfg(unix)]
use crate::gate::{Arrival, Gate};
use crate::program::Program;
#[cfg(unix)]
use crate::program::show;
use crate::server::Server;

/// What a command makes of a host that always gives one answer.
fn answered(status: u16, body: &str, arguments: &[&str]) -> String {
    told_of(&Server::answering(status, body), arguments)
}

fn told_of(server: &Server, arguments: &[&str]) -> String {
    let program = Program::new().with_file("token", "s3cr3t.t0k3n.value");
    let place = ["--target", &server.base_url, "--account-id", "a", "--stream-id", "st-1"];
    let shown = program.run(&[arguments, &place, &["--token-file", "token"]].concat());
    assert!(!shown.contains("s3cr3t"), "{shown}");
    shown
}

fn listed(status: u16, body: &str) -> String {
    answered(status, body, &["contacts", "list"])
}

#[test]
fn each_reason_for_not_being_authorised() {
    let refused = |message: &str| {
        listed(401, &format!(r#"{{"errors":[{{"msg":"{message}","code":4002}}]}}"#))
    };
    assert_snapshot!(refused("Invalid JWT token"), @r"
    exit code: 4
    --- stdout ---
    --- stderr ---
    error: listContacts: unauthorized (status 401, code 4002: Invalid JWT token): the token is no JWT or has expired: check the secret and the clock; run `agentassist auth doctor`
    ");
    assert_snapshot!(refused("Permission denied. Scope is incorrect!"), @r#"
    exit code: 4
    --- stdout ---
    --- stderr ---
    error: listContacts: unauthorized (status 401, code 4002: Permission denied. Scope is incorrect!): the app needs the API scope "Configuration", and has to be published with it; run `agentassist auth doctor`
    "#);
    assert_snapshot!(refused("error verifying the jwt: possibly a replay"), @r"
    exit code: 4
    --- stdout ---
    --- stderr ---
    error: listContacts: unauthorized (status 401, code 4002: error verifying the jwt: possibly a replay): the app takes each token once; give the client secret and --single-use-tokens
    ");
    assert_snapshot!(listed(403, "{}"), @r"
    exit code: 4
    --- stdout ---
    --- stderr ---
    error: listContacts: unauthorized (status 403): check the token, and that its app is published with its API scopes; run `agentassist auth doctor`
    ");
}

#[test]
fn what_is_no_answer_of_this_api() {
    assert_snapshot!(listed(500, r#"{"status":"error","message":"out of order"}"#), @r"
    exit code: 1
    --- stdout ---
    --- stderr ---
    error: listContacts: the API failed (status 500: out of order)
    ");
    assert_snapshot!(listed(418, "<html>teapot</html>"), @r"
    exit code: 1
    --- stdout ---
    --- stderr ---
    error: listContacts: refused (status 418)
    ");
    assert_snapshot!(listed(200, "<html>a portal</html>"), @r"
    exit code: 1
    --- stdout ---
    --- stderr ---
    error: listContacts: the body of the answer cannot be read (status 200): this is not JSON at line 1, column 1
    ");
    assert_snapshot!(listed(302, ""), @r"
    exit code: 1
    --- stdout ---
    --- stderr ---
    error: listContacts: an unexpected answer (status 302): is the host that of the API?
    ");
}

/// A server that is not the API, or has it below another path.
#[test]
fn a_path_that_is_not_there_is_no_missing_contact() {
    for body in ["<html>404</html>", r#"{"message":"no route matched"}"#, ""] {
        for arguments in [
            &["contacts", "delete", "1", "--yes", "--ignore-missing"][..],
            &["contact-lists", "delete", "1", "--yes", "--ignore-missing"],
            &["contacts", "update", "1", "--first-name", "Ada"],
            &["contacts", "list"],
            &["contacts", "bulk-delete", "1", "--yes"],
        ] {
            let shown = answered(404, body, arguments);
            assert!(shown.starts_with("exit code: 1\n"), "{arguments:?}: {shown}");
            assert!(shown.contains("is the target that of the API?"), "{arguments:?}: {shown}");
        }
    }
    let missing = r#"{"errors":[{"msg":"not found","code":404}]}"#;
    assert_snapshot!(answered(404, missing, &["contacts", "list"]), @r"
    exit code: 1
    --- stdout ---
    --- stderr ---
    error: listContacts: not found (status 404, code 404: not found): is the target that of the API?
    ");
    let delete = ["contacts", "delete", "1", "--yes"];
    assert!(answered(404, missing, &delete).starts_with("exit code: 5\n"));
}

#[test]
fn a_success_that_does_not_show_the_deletion_may_have_had_effect() {
    let list = ["contact-lists", "delete", "cl-1", "--yes"];
    assert_snapshot!(answered(200, r#"{"message":"out of order"}"#, &list), @r"
    exit code: 1
    --- stdout ---
    --- stderr ---
    error: deleteContactList (status 200: out of order): the answer does not show what became of it; it may have had effect
    ");
    let contact = ["contacts", "delete", "1", "--yes"];
    for (status, body) in [(202, ""), (204, ""), (200, r#"{"id":"2"}"#)] {
        let told = answered(status, body, &contact);
        assert!(told.starts_with("exit code: 1\n"), "{status} {body}: {told}");
        assert!(told.contains("; it may have had effect"), "{status} {body}: {told}");
    }
}

#[test]
fn a_deleted_contact_that_is_still_active_is_told() {
    let contact = ["contacts", "delete", "1", "--yes", "--fields", "id"];
    assert_snapshot!(answered(200, r#"{"id":"1","status":"ACTIVE"}"#, &contact), @r#"
    exit code: 0
    --- stdout ---
    {"id":"1"}
    --- stderr ---
    warning: the contact is still ACTIVE
    "#);
}

#[test]
fn another_thing_that_is_missing_is_no_missing_contact() {
    let contact = &["contacts", "delete", "1", "--yes", "--ignore-missing"][..];
    let list = &["contact-lists", "delete", "cl-1", "--yes", "--ignore-missing"][..];
    for (message, arguments, code) in [
        ("Stream not found", contact, 1),
        ("Contact list not found", contact, 1),
        ("Contact not found", contact, 0),
        ("Contact not found", list, 1),
        ("Contact list not found", list, 0),
    ] {
        let body = format!(r#"{{"errors":[{{"msg":"{message}","code":404}}]}}"#);
        let told = answered(404, &body, arguments);
        assert!(told.starts_with(&format!("exit code: {code}\n")), "{message}: {told}");
    }
}

#[test]
fn a_success_that_says_failure() {
    let body = r#"{"status":"failure","message":"the list is locked"}"#;
    let delete = ["contact-lists", "delete", "cl-1", "--yes"];
    assert_snapshot!(answered(200, body, &delete), @r"
    exit code: 1
    --- stdout ---
    --- stderr ---
    error: deleteContactList: the API answered 200 but reported a failure: the list is locked
    ");
}

#[test]
fn a_list_that_is_not_whole() {
    let page =
        r#"{"results":[],"skip":0,"limit":10,"hasMore":true,"totalPages":3,"totalResults":25}"#;
    assert_snapshot!(answered(200, page, &["contacts", "list", "--all"]), @r"
    exit code: 1
    --- stdout ---
    --- stderr ---
    error: listContacts: the page at 0 is empty although more are said to follow
    ");
}

#[test]
fn a_bulk_deletion_that_is_refused_as_a_whole_or_answered_by_nobody() {
    let delete = ["contacts", "bulk-delete", "1", "2", "--yes", "--batch-size", "1"];
    let limit = "{\"message\":\"You've exceeded the per-minute rate limit. Please wait.\"}";
    assert_snapshot!(answered(429, limit, &delete), @r#"
    exit code: 6
    --- stdout ---
    {"id":"1","name":null,"outcome":"untouched","reason":null}
    {"id":"2","name":null,"outcome":"untouched","reason":null}
    --- stderr ---
    2 untouched
    error: bulkDeleteContacts: rate limited by the API: wait 3600 s before the next call
    "#);
    assert_snapshot!(answered(500, "{}", &delete), @r#"
    exit code: 1
    --- stdout ---
    {"id":"1","name":null,"outcome":"unknown","reason":null}
    {"id":"2","name":null,"outcome":"untouched","reason":null}
    --- stderr ---
    1 unknown, 1 untouched
    error: bulkDeleteContacts: the API failed (status 500); what is unknown may be deleted: look for it in the listing
    "#);
}

#[test]
fn contacts_of_a_success_that_says_nothing_of_them_are_unknown_and_not_sent_again_unasked() {
    for (status, body) in [(202, ""), (204, ""), (200, r#"{"status":"failure"}"#), (200, "<p>")] {
        let server = Server::answering(status, body);
        let program = Program::new().with_file("token", "s3cr3t.t0k3n.value");
        let place = ["--target", &server.base_url, "--account-id", "a", "--stream-id", "st-1"];
        let run = |arguments: &[&str]| {
            let bulk_delete = [&["contacts", "bulk-delete"], arguments, &place].concat();
            program.run(&[&bulk_delete[..], &["--token-file", "token"]].concat())
        };
        assert!(run(&["plan", "1", "--no-names", "--out", "plan"]).starts_with("exit code: 0\n"));
        let applied = run(&["apply", "plan", "--yes"]);
        assert!(applied.contains(r#""outcome":"unknown""#), "{status} {body}: {applied}");
        assert_eq!(server.requests(), 1);
        let again = run(&["apply", "plan", "--yes"]);
        assert!(again.contains("nothing is left to do"), "{status} {body}: {again}");
        assert_eq!(server.requests(), 0);
        run(&["apply", "plan", "--yes", "--retry", "unknown"]);
        assert_eq!(server.requests(), 1);
    }
}

#[test]
fn a_host_that_gives_the_first_page_again_and_again() {
    let page = r#"{"results":[{"id":"1"}],"skip":0,"limit":1,"hasMore":true,"totalPages":3,"totalResults":3}"#;
    assert_snapshot!(answered(200, page, &["contacts", "list", "--all", "--fields", "id"]), @r#"
    exit code: 1
    --- stdout ---
    {"id":"1"}
    --- stderr ---
    error: listContacts: the page at 1 has only contacts of earlier pages: the API ignores `skip`
    "#);
}

/// A contact came before the second page was asked for, and moved the last one of the first there.
#[test]
fn contacts_that_are_returned_twice() {
    let listed = |second: &'static str| {
        let server = Server::giving(move |line| {
            let page = if line.contains("skip=") { second } else { r#"{"id":"1"},{"id":"2"}"# };
            let more = !line.contains("skip=");
            format!(
                r#"{{"results":[{page}],"skip":0,"limit":2,"hasMore":{more},"totalPages":2,"totalResults":3}}"#
            )
        });
        told_of(&server, &["contacts", "list", "--all", "--fields", "id", "-o", "csv"])
    };
    assert_snapshot!(listed(r#"{"id":"2"},{"id":"3"}"#), @r"
    exit code: 0
    --- stdout ---
    id
    1
    2
    3
    --- stderr ---
    1 contact was returned twice and is listed once
    ");
    let both = listed(r#"{"id":"2"},{"id":"1"},{"id":"3"}"#);
    assert!(both.contains("2 contacts were returned twice and are listed once"), "{both}");
}

/// A contact of the first page goes while the second one is waited for: one is not listed.
#[cfg(unix)]
#[test]
fn contacts_that_go_while_they_are_listed() {
    let program = Program::new();
    let gate = Gate::before_a_sandbox(&program, &[]);
    let begin = |arguments: &[&str]| {
        let mut command = program.command(&[arguments, &gate.place()].concat());
        command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let listing = begin(&["contacts", "list", "--all", "--page-size", "10"]);
    let first = gate.next();
    assert!(!first.line.contains("skip="), "{}", first.line);
    first.pass();
    let mut held = vec![gate.next()];
    let mut deletion = begin(&["contacts", "delete", "667e48f7c8b972fc691xxxxx", "--yes"]);
    while !held.last().unwrap().line.starts_with("DELETE") {
        held.push(gate.next());
    }
    held.last().unwrap().pass();
    assert!(deletion.wait().unwrap().success());
    held.iter().for_each(Arrival::pass);
    let (listed, _) = gate.let_pass_until(|| listing.wait_with_output().unwrap());
    assert_snapshot!(show(&listed), @r"
    exit code: 7
    --- stdout ---
    --- stderr ---
    error: listContacts: contacts may be missing (1 by the counts), as some came or went while they were listed: list again, or accept gaps with --accept-gaps
    ");
}

#[test]
fn an_answer_that_is_too_long() {
    let body = format!("{{\"results\":[],\"more\":\"{}\"}}", "x".repeat(17 << 20));
    assert_snapshot!(listed(200, &body), @r"
    exit code: 1
    --- stdout ---
    --- stderr ---
    error: listContacts: the answer is over 16777216 bytes: is the target that of the API?
    ");
}

#[test]
fn a_host_that_hangs_up_before_it_answers() {
    let server = Server::hanging_up();
    let delete = ["contacts", "bulk-delete", "1", "2", "--yes", "--batch-size", "1"];
    assert_snapshot!(told_of(&server, &delete), @r#"
    exit code: 3
    --- stdout ---
    {"id":"1","name":null,"outcome":"unknown","reason":null}
    {"id":"2","name":null,"outcome":"untouched","reason":null}
    --- stderr ---
    1 unknown, 1 untouched
    error: bulkDeleteContacts: the connection ended before the answer did: it may have had effect: error sending request: client error (SendRequest): connection closed before message completed; what is unknown may be deleted: look for it in the listing
    "#);
    assert_eq!(server.requests(), 1, "nobody knows what became of the first one");
}
