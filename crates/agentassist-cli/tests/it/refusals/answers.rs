//! Answers of the API that are none, or none that a command can go on with.

use insta::assert_snapshot;

use crate::program::Program;
use crate::server::Server;

/// What a command makes of a host that always gives one answer.
fn answered(status: u16, body: &str, arguments: &[&str]) -> String {
    let server = Server::answering(status, body);
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

#[test]
fn a_success_that_says_failure() {
    let body = r#"{"status":"failure","message":"the list is locked"}"#;
    let delete = ["contact-lists", "delete", "cl-1", "--yes"];
    assert_snapshot!(answered(200, body, &delete), @r"
    exit code: 1
    --- stdout ---
    --- stderr ---
    error: deleteContactList: failed, in an answer of success (status 200: the list is locked)
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
    --- stderr ---
    2 untouched
    error: bulkDeleteContacts: rate limited by the API: wait 3600 s before the next call
    "#);
    assert_snapshot!(answered(500, "{}", &delete), @r#"
    exit code: 1
    --- stdout ---
    {"id":"1","name":null,"outcome":"unknown","reason":null}
    --- stderr ---
    1 unknown, 1 untouched
    error: bulkDeleteContacts: the API failed (status 500)
    "#);
}
