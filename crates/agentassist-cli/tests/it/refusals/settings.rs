//! Settings that no call can be made with.

use insta::assert_snapshot;

use super::transcript;
use crate::program::{Program, show};

/// Command lines about one setting each, with all others as they should be.
fn refused(program: &Program, targets: &[&str]) -> String {
    let lines: Vec<_> = targets.iter().map(|more| format!("contacts list {more}")).collect();
    transcript(program, &lines.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn what_cannot_be_a_target() {
    let program = Program::new().with_file("token", "t");
    let place = "--account-id a --stream-id st-1 --token-file token --target";
    let lines = ["ftp://host", "ada:pw@host", "host?query", "http://[", "http://host"];
    let lines = lines.map(|target| format!("{place} {target}"));
    let told = refused(&program, &lines.each_ref().map(String::as_str));
    assert_snapshot!(told.replace(place, "…"), @r"
    $ contacts list … ftp://host
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --target (or AGENTASSIST_TARGET, or `target` in the profile) cannot be used, its scheme is neither https nor http: give something like platform.kore.ai

    $ contacts list … ada:pw@host
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --target (or AGENTASSIST_TARGET, or `target` in the profile) cannot be used, it holds a user name or a password, which the API does not take: give something like platform.kore.ai

    $ contacts list … host?query
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --target (or AGENTASSIST_TARGET, or `target` in the profile) cannot be used, it holds a query or a fragment: give something like platform.kore.ai

    $ contacts list … http://[
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --target (or AGENTASSIST_TARGET, or `target` in the profile) cannot be used, it is neither a host name nor a URL: give something like platform.kore.ai

    $ contacts list … http://host
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the target is another machine by plain http, which shows the token to whoever is on the way: give an https:// address, or lead a tunnel there from a port of this machine and give http://127.0.0.1:PORT
    ");
}

#[test]
fn ids_that_fit_into_no_request() {
    let program = Program::new().with_file("token", "t");
    assert_snapshot!(refused(&program, &[
        "--target h --stream-id st-1 --token-file token --account-id ä",
        "--target h --account-id a --token-file token --stream-id st/1",
        "--target h --token-file token --stream-id st-1",
        "--target h --token-file token --account-id a",
    ]), @r"
    $ contacts list --target h --stream-id st-1 --token-file token --account-id ä
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --account-id (or AGENTASSIST_ACCOUNT_ID, or `account_id` in the profile) is empty, or has characters that no header may have

    $ contacts list --target h --account-id a --token-file token --stream-id st/1
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --stream-id (or AGENTASSIST_STREAM_ID, or `stream_id` in the profile) is empty, a dot segment, or has a slash or a control character

    $ contacts list --target h --token-file token --stream-id st-1
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --account-id is needed (or AGENTASSIST_ACCOUNT_ID, or a profile); for a try-out without an account give --target sandbox

    $ contacts list --target h --token-file token --account-id a
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --stream-id is needed (or AGENTASSIST_STREAM_ID, or a profile); for a try-out without an account give --target sandbox
    ");
}

/// What is put together without a call is put together for a place that can be called.
#[test]
fn places_that_no_plan_and_no_dry_run_can_be_for() {
    let program = Program::new();
    let place = |target: &str, account: &str, stream: &str| {
        format!("--target {target} --account-id {account} --stream-id {stream}")
    };
    let wrong = [
        place("ada:s3cr3t@host", "a", "st-1"),
        place("http://host", "a", "st-1"),
        place("host", "ä", "st-1"),
        place("host", "a", "st/1"),
    ];
    let lines: Vec<_> = wrong
        .iter()
        .flat_map(|place| {
            [
                format!("contacts bulk-delete plan 1 --no-names --out plan {place}"),
                format!("contacts delete 1 --dry-run {place}"),
            ]
        })
        .collect();
    let told = transcript(&program, &lines.iter().map(String::as_str).collect::<Vec<_>>());
    let told: Vec<_> = told.lines().filter(|line| line.starts_with("error: ")).collect();
    assert_snapshot!(told.join("\n"), @r"
    error: --target (or AGENTASSIST_TARGET, or `target` in the profile) cannot be used, it holds a user name or a password, which the API does not take: give something like platform.kore.ai
    error: --target (or AGENTASSIST_TARGET, or `target` in the profile) cannot be used, it holds a user name or a password, which the API does not take: give something like platform.kore.ai
    error: the target is another machine by plain http, which shows the token to whoever is on the way: give an https:// address, or lead a tunnel there from a port of this machine and give http://127.0.0.1:PORT
    error: the target is another machine by plain http, which shows the token to whoever is on the way: give an https:// address, or lead a tunnel there from a port of this machine and give http://127.0.0.1:PORT
    error: --account-id (or AGENTASSIST_ACCOUNT_ID, or `account_id` in the profile) is empty, or has characters that no header may have
    error: --account-id (or AGENTASSIST_ACCOUNT_ID, or `account_id` in the profile) is empty, or has characters that no header may have
    error: --stream-id (or AGENTASSIST_STREAM_ID, or `stream_id` in the profile) is empty, a dot segment, or has a slash or a control character
    error: --stream-id (or AGENTASSIST_STREAM_ID, or `stream_id` in the profile) is empty, a dot segment, or has a slash or a control character
    ");
    assert!(!program.path().join("plan").exists());
}

#[test]
fn secrets_that_are_none() {
    let program = Program::new()
        .with_file("empty", "\n")
        .with_file("broken", "one\ntwo")
        .with_file("binary", [0xff, 0xfe])
        .with_file("endless", "x".repeat(65 * 1024));
    assert_snapshot!(refused(&program, &[
        "--target h --account-id a --stream-id st-1",
        "--target h --account-id a --stream-id st-1 --client-secret-file broken",
        "--target h --account-id a --stream-id st-1 --token-file empty",
        "--target http://127.0.0.1:9 --account-id a --stream-id st-1 --token-file broken",
        "--target h --account-id a --stream-id st-1 --token-file binary",
        "--target h --account-id a --stream-id st-1 --token-file endless",
        "--target h --account-id a --stream-id st-1 --token-file no-such-file",
        "--target h --account-id a --stream-id st-1 --token-file .",
    ]), @r"
    $ contacts list --target h --account-id a --stream-id st-1
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: a token or a client secret is needed: set AGENTASSIST_TOKEN or AGENTASSIST_CLIENT_SECRET, or give --token-file or --client-secret-file

    $ contacts list --target h --account-id a --stream-id st-1 --client-secret-file broken
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --client-id is needed (or AGENTASSIST_CLIENT_ID, or a profile); for a try-out without an account give --target sandbox

    $ contacts list --target h --account-id a --stream-id st-1 --token-file empty
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: empty: the token is empty

    $ contacts list --target http://127.0.0.1:9 --account-id a --stream-id st-1 --token-file broken
    exit code: 4
    --- stdout ---
    --- stderr ---
    error: listContacts: there is no token to send: the token is empty or has characters that a header cannot carry

    $ contacts list --target h --account-id a --stream-id st-1 --token-file binary
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot read the token in binary: it is not UTF-8: save it as UTF-8

    $ contacts list --target h --account-id a --stream-id st-1 --token-file endless
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot read the token in endless: it is longer than 65536 bytes

    $ contacts list --target h --account-id a --stream-id st-1 --token-file no-such-file
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot read the token in no-such-file: No such file or directory (os error 2)

    $ contacts list --target h --account-id a --stream-id st-1 --token-file .
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot read the token in .: Is a directory (os error 21)
    ");
}

#[test]
fn files_without_the_certificate_of_an_authority() {
    let none = "-----BEGIN CERTIFICATE-----\naGVsbG8=\n-----END CERTIFICATE-----\n";
    let program = Program::new()
        .with_file("token", "t")
        .with_file("empty", "")
        .with_file("text", "s3cr3t")
        .with_file("cut", "-----BEGIN CERTIFICATE-----\ns3cr3t\n")
        .with_file("none", none)
        .with_file("endless", vec![b'\n'; 1024 * 1024 + 1]);
    let place = "--target h --account-id a --stream-id st-1 --token-file token --ca-file";
    let files = ["no-such-file", "empty", "text", "cut", "none", "endless", "."];
    let calls = files.iter().map(|file| format!("contacts list {place} {file}"));
    let contract = format!("contract {place} no-such-file");
    let lines: Vec<_> = calls.chain([contract]).collect();
    let told = transcript(&program, &lines.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(!told.contains("s3cr3t"), "{told}");
    assert_snapshot!(told.replace(place, "…"), @r"
    $ contacts list … no-such-file
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot use the certificates in no-such-file: No such file or directory (os error 2)

    $ contacts list … empty
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot use the certificates in empty: it holds no certificate in PEM form

    $ contacts list … text
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot use the certificates in text: it holds no certificate in PEM form

    $ contacts list … cut
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot use the certificates in cut: it is cut off, or not PEM throughout

    $ contacts list … none
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot use the certificates in none: one of them cannot be read

    $ contacts list … endless
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot use the certificates in endless: it is longer than 1048576 bytes

    $ contacts list … .
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot use the certificates in .: Is a directory (os error 21)

    $ contract … no-such-file
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot use the certificates in no-such-file: No such file or directory (os error 2)
    ");
}

#[test]
fn standard_input_that_is_wanted_twice() {
    let program = Program::new();
    let delete = ["contacts", "bulk-delete", "--ids-from", "-", "--yes", "--target", "h"];
    let place = ["--account-id", "a", "--stream-id", "st-1", "--token-file", "-"];
    let shown = program.run_with_input(&[&delete[..], &place].concat(), "1\n");
    assert_snapshot!(shown, @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the token and something else are both to come from standard input: give one of them as a file
    ");
}

#[test]
fn configuration_files_that_are_none() {
    let program = Program::new()
        .with_file("no.toml", "[profiles")
        .with_file("no-default.toml", "default_profile = \"gone\"\n[profiles.a]\n")
        .with_file("number.toml", "[profiles.default]\ntoken = 5550100\n")
        .with_file("rate.toml", "[profiles.default]\nrequests_per_minute = -1\n");
    assert_snapshot!(refused(&program, &[
        "--config no.toml",
        "--config no-default.toml",
        "--config number.toml",
        "--config rate.toml",
        "--config .",
        "--profile production",
    ]), @r"
    $ contacts list --config no.toml
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: no.toml is not a configuration file: line 1: unclosed table, expected `]`

    $ contacts list --config no-default.toml
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: no-default.toml: there is no profile `gone`: choose one of `a`

    $ contacts list --config number.toml
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: number.toml is not a configuration file: line 2: a secret is a text in quotes

    $ contacts list --config rate.toml
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: rate.toml is not a configuration file: line 2: invalid value: integer `-1`, expected u32

    $ contacts list --config .
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot read the configuration file .: Is a directory (os error 21)

    $ contacts list --profile production
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot read the configuration file ~/.config/agentassist/config.toml: No such file or directory (os error 2)
    ");
}

#[test]
fn a_profile_where_no_home_folder_is_known() {
    let program = Program::new();
    let mut command = program.command(&["contacts", "list", "--profile", "production"]);
    assert_snapshot!(show(&command.env_remove("HOME").output().unwrap()), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: there is no configuration file with the profile `production`: give --config FILE
    ");
}

#[test]
fn what_a_live_contract_lacks() {
    let program = Program::new().with_file("token", "t").with_file("empty", "");
    let place = "contract --target h --account-id a --stream-id st-1";
    let lines = [
        "contract --target h",
        "contract --target h --account-id a",
        place,
        &format!("{place} --token-file no-such-file"),
        &format!("{place} --token-file token --allow-writes"),
        "contract --target ftp://h --account-id a --stream-id st-1 --token-file token",
    ];
    assert_snapshot!(transcript(&program, &lines), @r"
    $ contract --target h
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --account-id is needed (or AGENTASSIST_ACCOUNT_ID, or a profile); for a try-out without an account give --target sandbox

    $ contract --target h --account-id a
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --stream-id is needed (or AGENTASSIST_STREAM_ID, or a profile); for a try-out without an account give --target sandbox

    $ contract --target h --account-id a --stream-id st-1
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: a token or a client secret is needed: set AGENTASSIST_TOKEN or AGENTASSIST_CLIENT_SECRET, or give --token-file or --client-secret-file

    $ contract --target h --account-id a --stream-id st-1 --token-file no-such-file
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot read the token in no-such-file: No such file or directory (os error 2)

    $ contract --target h --account-id a --stream-id st-1 --token-file token --allow-writes
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --allow-writes changes only what is named: give --disposable-contact or --disposable-contact-list

    $ contract --target ftp://h --account-id a --stream-id st-1 --token-file token
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --target cannot be used, its scheme is neither https nor http: give something like platform.kore.ai
    ");
}
