//! What the doctor finds without asking anybody.

use insta::assert_snapshot;

use super::{CLIENT, PLACE, program, signed};
use crate::program::{Program, show};

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
