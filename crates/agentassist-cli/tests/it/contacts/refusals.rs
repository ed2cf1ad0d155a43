//! What does not come to a good end, and its exit code.

use insta::assert_snapshot;

use super::{UPDATED, at, contacts, with_token};
use crate::program::show;
use crate::server::Server;

#[test]
fn an_id_that_would_address_something_else_is_refused_before_anything_is_sent() {
    assert_snapshot!(contacts(&["delete", "a/b", "--yes"]), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value 'a/b' for '<ID>': the id of a contact is not empty, has no slash, and is none of `.`, `..`, `bulk-delete` and `bulk-update`

    For more information, try '--help'.
    ");
    for id in ["", "a/b", "bulk-delete", ".."] {
        let shown = contacts(&["delete", id, "--yes"]);
        assert!(shown.starts_with("exit code: 2\n--- stdout ---\n--- stderr ---\n"), "{shown}");
    }
}

#[test]
fn without_a_terminal_a_deletion_needs_yes() {
    assert_snapshot!(contacts(&["delete", UPDATED]), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: there is no terminal to ask on: give --yes to delete
    ");
    assert_snapshot!(contacts(&["delete", UPDATED, "-o", "json"]), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: nothing is asked where a program reads the output: give --yes to delete
    ");
}

#[test]
fn a_contact_that_is_not_there_has_an_exit_code_of_its_own() {
    assert_snapshot!(contacts(&["delete", "0123", "--yes"]), @r"
    exit code: 5
    --- stdout ---
    --- stderr ---
    error: deleteContact: not found (status 404, code 404: Contact not found for the given contact id.)
    ");
    assert_snapshot!(contacts(&["delete", "0123", "--yes", "--ignore-missing"]), @r"
    exit code: 0
    --- stdout ---
    --- stderr ---
    there is no such contact
    ");
    assert_snapshot!(contacts(&["update", "0123", "--first-name", "Ada"]), @r"
    exit code: 5
    --- stdout ---
    --- stderr ---
    error: updateContact: not found (status 404, code 404: Contact not found for the given contact id.)
    ");
}

#[test]
fn each_refusal_of_the_api_has_an_exit_code_of_its_own() {
    let list = |status, body| {
        let server = Server::answering(status, body);
        with_token().run(&at(&server, &["list"]))
    };
    let unauthorized = list(401, r#"{"errors":[{"msg":"Invalid SDK credentials","code":4002}]}"#);
    assert_snapshot!(unauthorized, @r"
    exit code: 4
    --- stdout ---
    --- stderr ---
    error: listContacts: unauthorized (status 401, code 4002: Invalid SDK credentials): the client id, the client secret, the account or the stream is wrong, or they do not belong together; run `agentassist auth doctor`
    ");
    assert_snapshot!(list(400, r#"{"errors":[{"msg":"Invalid StreamId","code":400}]}"#), @r"
    exit code: 1
    --- stdout ---
    --- stderr ---
    error: listContacts: refused (status 400, code 400: Invalid StreamId)
    ");
    let limit = "{\"message\":\"You've exceeded the per-minute rate limit. Please wait.\"}";
    assert_snapshot!(list(400, limit), @r"
    exit code: 6
    --- stdout ---
    --- stderr ---
    error: listContacts: rate limited by the API: wait 3600 s before the next call
    ");
    assert_snapshot!(list(200, "[]"), @r"
    exit code: 1
    --- stdout ---
    --- stderr ---
    error: listContacts: the body of the answer cannot be read (status 200): this JSON has another shape at line 1, column 0
    ");
}

#[test]
fn a_host_that_does_not_answer_is_named_without_the_token() {
    // A port that was free a moment ago: nobody listens there.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let base_url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let place = ["--target", &base_url, "--account-id", "a", "--stream-id", "st-1"];
    for command in [
        &["contacts", "delete", "1", "--yes"][..],
        &["contacts", "list", "--all"],
        &["contacts", "bulk-delete", "1", "--yes"],
    ] {
        let shown = with_token().run(&[command, &place, &["--token-file", "token"]].concat());
        assert!(shown.starts_with("exit code: 3\n"), "{shown}");
        assert!(shown.contains(&base_url), "{command:?}: {shown}");
        assert!(!shown.contains("s3cr3t"), "{shown}");
    }
    let delete = ["contacts", "delete", "1", "--yes", "--token-file", "token"];
    let shown = with_token().run(&[&delete[..], &place].concat());
    assert_snapshot!(shown.replace(&base_url, "http://HOST"), @r"
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: deleteContact (4 attempts): http://HOST cannot be reached: check the host and the network: error sending request: client error (Connect): tcp connect error: Connection refused (os error 111)
    ");
}

/// A company's proxy that does not let the host through, or that is not there.
#[test]
fn a_proxy_that_refuses_is_told_of() {
    let proxy = Server::answering(403, "{}");
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let gone = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let called = |proxy: &str| {
        let program = with_token();
        let place = ["--target", "platform.example", "--account-id", "a", "--stream-id", "st-1"];
        let list = [&["contacts", "list", "--token-file", "token"][..], &place].concat();
        let mut command = program.command(&list);
        show(&command.env("HTTPS_PROXY", proxy).output().unwrap())
    };
    assert_snapshot!(called(&proxy.base_url), @r"
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: listContacts (4 attempts): platform.example cannot be reached: check the host and the network: error sending request: client error (Connect): tunnel error: unsuccessful; between here and there is the proxy that HTTPS_PROXY or ALL_PROXY names
    ");
    assert!(proxy.requests() > 0, "the proxy was asked");
    assert_snapshot!(called(&gone), @r"
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: listContacts (4 attempts): platform.example cannot be reached: check the host and the network: error sending request: client error (Connect): tunnel error: failed to create underlying connection: tcp connect error: Connection refused (os error 111); between here and there is the proxy that HTTPS_PROXY or ALL_PROXY names
    ");
}

#[cfg(unix)]
#[test]
fn an_interrupted_call_ends_with_130() {
    let server = Server::silent();
    let program = with_token();
    let mut child = program
        .command(&at(&server, &["delete", "1", "--yes"]))
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    server.wait_for_request();
    let id = child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
}
