//! The doctor asks the API, and tells what became of it.

use insta::assert_snapshot;

use super::{PLACE, signed};
use crate::program::Program;
use crate::server::Server;

/// What an API makes of it that answers a call of the doctor so.
fn called(status: u16, body: &str) -> String {
    let server = Server::answering(status, body);
    let call = ["auth", "doctor", "--call", "--target", &server.base_url, "--token-file", "token"];
    let fields = ["--fields", "check,verdict,message", "-o", "csv"];
    let shown = signed(&[]).run(&[&call[..], &fields, &PLACE].concat());
    let about_the_call =
        |line: &&str| line.starts_with("exit") || line.starts_with("call") || line.contains("err");
    let lines = shown.lines().filter(about_the_call).filter(|line| !line.starts_with("error-"));
    lines.map(|line| line.to_owned() + "\n").collect()
}

#[test]
fn every_end_of_a_call_is_told_below_what_was_found_before() {
    assert_snapshot!(called(500, r#"{"message":"out of order"}"#), @r"
    exit code: 1
    call,problem,listContacts: the API failed (status 500: out of order)
    --- stderr ---
    ");
    assert_snapshot!(called(429, "{}"), @r"
    exit code: 6
    call,problem,listContacts: rate limited by the API: wait 3600 s before the next call
    --- stderr ---
    ");
    assert_snapshot!(called(404, "<html>"), @r"
    exit code: 1
    call,problem,listContacts: not found (status 404): is the target that of the API?
    --- stderr ---
    ");
    assert_snapshot!(called(403, "{}"), @r#"
    exit code: 4
    call,problem,"listContacts: unauthorized (status 403): check the token, and that its app is published with its API scopes"
    --- stderr ---
    "#);
    // A port that was free a moment ago: nobody listens there.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let host = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let call = ["auth", "doctor", "--call", "--target", &host, "--token-file", "token"];
    let shown = signed(&[]).run(&[&call[..], &["-o", "table"], &PLACE].concat());
    assert!(shown.starts_with("exit code: 3\n"), "{shown}");
    assert!(
        shown.contains("good     token-parts ") && shown.contains("problem  call  "),
        "{shown}"
    );
}

#[test]
fn the_doctor_explains_the_answer_to_a_call() {
    let sandbox = ["--target", "sandbox", "-o", "csv", "--fields", "check,verdict,message"];
    let sandbox = Program::new().run(&[&["auth", "doctor", "--call"], &sandbox[..]].concat());
    let is_told = |line: &&str| {
        ["exit", "host", "account", "stream", "sign", "call"]
            .iter()
            .any(|word| line.starts_with(word))
    };
    let lines: Vec<_> = sandbox.lines().filter(is_told).collect();
    assert_snapshot!(lines.join("\n"), @r"
    exit code: 0
    host,good,a sandbox in this process
    account,good,header `accountId: 65f7d49a5dd06e2cefaxxxxx`
    stream,good,st-7dc994f0-4436-5134-9fa8-a942625xxxxx in every path
    signature,good,made with this client secret
    call,good,the API answered listContacts: the scope Configuration is there
    ");
    assert!(sandbox.contains(" of the API's clock"), "{sandbox}");
    let refusal =
        r#"{"errors":[{"message":"Permission denied. Scope is incorrect!","code":4002}]}"#;
    let server = Server::answering(401, refusal);
    let doctor = [
        "auth",
        "doctor",
        "--call",
        "--target",
        &server.base_url,
        "--token-file",
        "token",
        "--fields",
        "check,verdict,message",
        "-o",
        "csv",
    ];
    let shown = signed(&[]).run(&[&doctor[..], &PLACE].concat());
    let passed_over = ["claim", "clock", "operation", "error-4002"];
    let is_told = |line: &&str| !passed_over.iter().any(|word| line.starts_with(word));
    let lines: Vec<_> = shown.lines().filter(is_told).collect();
    assert_snapshot!(lines.join("\n").replace(&server.base_url, "http://host"), @r#"
    exit code: 4
    --- stdout ---
    check,verdict,message
    host,good,http://host
    account,good,header `accountId: 65f7`
    stream,good,st-1 in every path
    token-parts,good,"three parts, as a signed JWT has them"
    token-algorithm,good,signed by HS256
    signature,warning,not verified: no client secret was given
    call,problem,"listContacts: unauthorized (status 401, code 4002: Permission denied. Scope is incorrect!): the app needs the API scope ""Configuration"", and has to be published with it"
    --- stderr ---
    "#);
}
