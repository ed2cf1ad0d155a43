//! `agentassist auth`: tokens that are signed here, and what the doctor says of them.

use insta::assert_snapshot;

use crate::program::{Program, show};
use crate::server::Server;

const CLIENT: [&str; 4] = ["--client-id", "cs-1", "--client-secret-file", "secret"];
const PLACE: [&str; 4] = ["--account-id", "65f7", "--stream-id", "st-1"];

fn program() -> Program {
    Program::new().with_file("secret", "s3cr3t-k3y\n")
}

/// Signs a token and puts it into the folder.
fn signed(arguments: &[&str]) -> Program {
    let program = program();
    let sign = [&["auth", "token"], arguments, &CLIENT].concat();
    let output = program.command(&sign).output().unwrap();
    assert!(output.status.success(), "{}", show(&output));
    program.with_file("token", output.stdout)
}

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
fn every_form_of_the_report_says_the_same() {
    let program = signed(&["--lifetime", "600"]);
    let doctor = ["auth", "doctor", "--token-file", "token", "-o"];
    let run = |form: &str| program.run(&[&doctor[..], &[form], &PLACE].concat());
    let rows: Vec<serde_json::Value> = run("ndjson")
        .lines()
        .filter(|line| line.starts_with('{'))
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    for form in ["table", "json", "csv", "yaml"] {
        // Of what is said, what differs from moment to moment and what a form writes otherwise.
        let shown = run(form).replace("\\\"", "\"").replace("\"\"", "\"");
        for row in &rows {
            let message = row["message"].as_str().unwrap();
            let is_timeless = !message.contains(" ago") && !message.contains("expires in");
            let is_timeless = is_timeless && !message.starts_with("this machine says");
            assert!(!is_timeless || shown.contains(message), "{form}: {message}: {shown}");
        }
    }
    assert!(rows.iter().any(|row| row["check"] == "error-4002"));
    assert_eq!(rows.iter().filter(|row| row["check"] == "operation").count(), 6);
}

#[test]
fn a_token_that_each_request_would_be_signed_is_looked_at_as_such() {
    let doctor =
        ["auth", "doctor", "--single-use-tokens", "-o", "csv", "--fields", "check,verdict"];
    let shown = program().run(&[&doctor[..], &CLIENT, &PLACE].concat());
    assert!(shown.starts_with("exit code: 0\n"), "{shown}");
    assert!(shown.contains("claim-jti,good"), "{shown}");
}

#[test]
fn the_doctor_looks_at_the_credential_that_a_call_would_use() {
    let program =
        signed(&[]).with_file("profile.toml", "[profiles.default]\ntoken_file = \"token\"\n");
    let doctor = ["auth", "doctor", "--config", "profile.toml", "--client-id", "cs-2"];
    let doctor = [&doctor[..], &["-o", "csv", "--fields", "check,verdict"], &PLACE].concat();
    let mut command = program.command(&doctor);
    let shown = show(&command.env("AGENTASSIST_CLIENT_SECRET", "another").output().unwrap());
    assert!(shown.contains("signature,good") && shown.contains("claim-app-id,good"), "{shown}");
}

/// What the doctor says, but for how many seconds are left and what time it is.
fn examined(program: &Program, arguments: &[&str]) -> String {
    let doctor = [&["auth", "doctor", "-o", "table"], arguments, &PLACE].concat();
    let shown = program.run(&doctor);
    let lines = shown.lines().filter(|line| !line.contains(" clock "));
    let end = lines.take_while(|line| !line.is_empty()).map(|line| line.to_owned() + "\n");
    end.collect()
}

#[test]
fn a_signed_token_is_printed_alone_and_found_good() {
    let program = signed(&["--lifetime", "3600"]);
    let token = program.read("token");
    assert_eq!(token.trim().split('.').count(), 3);
    let arguments = [&["--token-file", "token"], &CLIENT[..2]].concat();
    let mut command = program.command(&[&["auth", "doctor"], &arguments[..], &PLACE].concat());
    let shown = show(&command.env("AGENTASSIST_CLIENT_SECRET", "s3cr3t-k3y").output().unwrap());
    assert!(shown.starts_with("exit code: 0\n"), "{shown}");
    assert!(!shown.contains("warning") && !shown.contains("problem"), "{shown}");
    assert!(!shown.contains("s3cr3t") && !shown.contains(token.trim()), "{shown}");
}

#[test]
fn the_whole_report_of_the_doctor() {
    let shown = program().run(&["auth", "doctor", "-o", "table"]);
    assert_snapshot!(shown, @r#"
    exit code: 4
    --- stdout ---
    good     host             https://platform.kore.ai
    problem  account          no account is set: the header `accountId` is required
                              → give --account-id or AGENTASSIST_ACCOUNT_ID
    problem  stream           no stream is set: it is part of every path
                              → give --stream-id or AGENTASSIST_STREAM_ID
    problem  credential       there is neither a token nor a client secret
                              → set AGENTASSIST_TOKEN, or AGENTASSIST_CLIENT_ID with AGENTASSIST_CLIENT_SECRET

    What each operation needs
      listContacts: scope Configuration, headers auth, accountId, Content-Type
      updateContact: scope Configuration, headers auth, accountId, Content-Type
      deleteContact: scope Configuration, headers auth, accountId, Content-Type
      bulkDeleteContacts: scope Configuration, headers auth, accountId, Content-Type
      deleteContactList: scope Campaign Management, headers auth, iid, accountId, Content-Type
      the scope is assigned to the app, which is then published: no token shows it

    What error 4002 can mean (seen at other public APIs of the vendor)
      "Invalid JWT token": the header `auth` holds something that is not a JWT
      "Invalid SDK credentials": the header `auth` is missing, the signature is wrong (another secret), or the stream is not one of the app with this `appId` (another account)
      "Permission denied. Scope is incorrect!": the app lacks the API scope, or the scope was assigned and the app not published since
    --- stderr ---
    "#);
}

#[test]
fn a_single_use_token_is_told_to_work_once() {
    let program = signed(&["--single-use-tokens", "--lifetime", "60"]);
    let shown = examined(&program, &["--token-file", "token"]);
    assert!(shown.starts_with("exit code: 0\n"), "{shown}");
    assert!(shown.contains("it works once, a second request is refused as a replay"), "{shown}");
}

#[test]
fn a_single_use_token_lives_an_hour_at_most() {
    let sign = ["auth", "token", "--single-use-tokens", "--lifetime", "3601"];
    assert_snapshot!(program().run(&[&sign[..], &CLIENT].concat()), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --lifetime is too long: a token with a `jti` may live for 3600 seconds at most
    ");
}

/// Editors put a mark in front of a text, which nobody sees.
#[test]
fn a_mark_in_front_of_a_secret_or_a_token_is_no_part_of_it() {
    let program = Program::new().with_file("secret", "\u{feff}s3cr3t-k3y\n");
    let sign = [&["auth", "token"][..], &CLIENT].concat();
    let token = program.command(&sign).output().unwrap().stdout;
    let token = [&b"\xef\xbb\xbf"[..], &token].concat();
    let program = program.with_file("token", token);
    let doctor = ["auth", "doctor", "--token-file", "token", "-o", "csv", "--fields"];
    let mut command = program.command(&[&doctor[..], &["check,verdict"], &PLACE].concat());
    let shown = show(&command.env("AGENTASSIST_CLIENT_SECRET", "s3cr3t-k3y").output().unwrap());
    assert!(shown.starts_with("exit code: 0\n"), "{shown}");
    assert!(shown.contains("token-parts,good") && shown.contains("signature,good"), "{shown}");
}

#[test]
fn another_secret_is_found_out() {
    let program = signed(&[]);
    let doctor = ["auth", "doctor", "--token-file", "token", "--fields", "check,verdict,message"];
    let mut command = program.command(&[&doctor[..], &PLACE].concat());
    let shown = show(&command.env("AGENTASSIST_CLIENT_SECRET", "another").output().unwrap());
    assert!(shown.starts_with("exit code: 4\n"), "{shown}");
    assert!(shown.contains("the signature was not made with this client secret"), "{shown}");
}

#[test]
fn each_cause_has_a_message_of_its_own() {
    let examined = |token: &str| {
        let program = Program::new().with_file("token", token);
        examined(&program, &["--token-file", "token"])
    };
    assert_snapshot!(examined("Bearer eyJhbGciOiJIUzI1NiJ9.e30.c2ln"), @r"
    exit code: 4
    --- stdout ---
    good     host             https://platform.kore.ai
    good     account          header `accountId: 65f7`
    good     stream           st-1 in every path
    problem  token-prefix     the token begins with `Bearer `
                              → this API takes the token alone, in the header `auth`: drop the word
    ");
    assert_snapshot!(examined("not-a-jwt"), @r"
    exit code: 4
    --- stdout ---
    good     host             https://platform.kore.ai
    good     account          header `accountId: 65f7`
    good     stream           st-1 in every path
    problem  token-parts      the token has 1 part instead of 3
                              → a JWT is header, claims and signature, with a dot between them
    ");
    // {"alg":"HS256"} . {"appid":"cs-1","exp":1} . signature
    let misspelt = examined("eyJhbGciOiJIUzI1NiJ9.eyJhcHBpZCI6ImNzLTEiLCJleHAiOjF9.c2ln");
    let lines: Vec<_> = misspelt.lines().filter(|line| !line.contains(" d ")).collect();
    assert_eq!(lines.len() + 1, misspelt.lines().count());
    assert_snapshot!(lines.join("\n"), @r"
    exit code: 4
    --- stdout ---
    good     host             https://platform.kore.ai
    good     account          header `accountId: 65f7`
    good     stream           st-1 in every path
    good     token-parts      three parts, as a signed JWT has them
    good     token-algorithm  signed by HS256
    problem  claim-app-id     the client id stands in a claim that is not spelt `appId`
                              → spell the claim exactly `appId`: the vendor refuses every other spelling
                              → sign a new one, with `agentassist auth token` for example
    warning  signature        not verified: no client secret was given
                              → give --client-secret-file or AGENTASSIST_CLIENT_SECRET to verify it here
    ");
}

#[test]
fn a_doubled_scheme_and_exchanged_ids_are_found_out() {
    let doctor = [
        "auth",
        "doctor",
        "--target",
        "https://https://platform.kore.ai",
        "--account-id",
        "st-1",
        "--stream-id",
        "65f7",
        "--token-file",
        "token",
        "--fields",
        "check,verdict",
        "-o",
        "csv",
    ];
    assert_snapshot!(signed(&[]).run(&doctor), @r"
    exit code: 2
    --- stdout ---
    check,verdict
    host,warning
    account,problem
    stream,warning
    token-parts,good
    token-algorithm,good
    claim-app-id,good
    claim-iat,good
    claim-exp,good
    signature,warning
    clock,good
    operation,note
    operation,note
    operation,note
    operation,note
    operation,note
    operation,note
    error-4002,note
    error-4002,note
    error-4002,note
    --- stderr ---
    ");
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

#[test]
fn a_token_of_the_sandbox_needs_no_settings() {
    let shown = Program::new().run(&["auth", "token", "--target", "sandbox"]);
    assert!(shown.starts_with("exit code: 0\n--- stdout ---\neyJ"), "{shown}");
}

#[test]
fn a_token_needs_an_id_and_a_secret() {
    assert_snapshot!(Program::new().run(&["auth", "token"]), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: a client secret is needed: set AGENTASSIST_CLIENT_SECRET or give --client-secret-file
    ");
    let secret = ["auth", "token", "--client-secret-file", "secret"];
    assert_snapshot!(program().run(&secret), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --client-id is needed (or AGENTASSIST_CLIENT_ID, or a profile); for a try-out without an account give --target sandbox
    ");
}
