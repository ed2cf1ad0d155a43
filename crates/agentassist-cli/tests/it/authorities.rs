//! Hosts behind an authority that the machine does not know: `--ca-file` and its like.

use insta::assert_snapshot;

use crate::program::{Program, show};
use crate::tls;

const PAGE: &str = r#"{"results": [], "skip": 0, "limit": 10, "hasMore": false, "totalPages": 0,
    "totalResults": 0}"#;

const LIST: [&str; 4] = ["contacts", "list", "--token-file", "secret"];
const CONTRACT: [&str; 3] = ["contract", "--token-file", "secret"];

/// What a command does that calls a host which speaks TLS, with the authority's file at hand.
fn called(command: &[&str], more: &[&str], environment: &[(&str, &str)]) -> String {
    let host = tls::answering(PAGE);
    let profile = "[profiles.trusting]\nca_file = \"ca.pem\"\n[profiles.default]\n";
    let program = Program::new()
        .with_file("secret", "a-secret-that-signs-tokens-of-the-tests")
        .with_file("here.pem", tls::AUTHORITY)
        .with_file("configuration/ca.pem", tls::AUTHORITY)
        .with_file("configuration/config.toml", profile);
    let place = ["--target", &host, "--account-id", "a", "--stream-id", "st-1"];
    let arguments = [command, &place, more].concat();
    let shown =
        show(&program.command(&arguments).envs(environment.iter().copied()).output().unwrap());
    shown.replace(&host, "https://localhost").replace(&host["https://".len()..], "localhost")
}

#[test]
fn an_authority_is_named_by_a_flag_the_environment_or_a_profile() {
    let configuration = ["--config", "configuration/config.toml", "--profile", "trusting"];
    for (more, environment) in [
        (&["--ca-file", "here.pem"][..], &[][..]),
        (&[], &[("AGENTASSIST_CA_FILE", "here.pem")]),
        (&configuration, &[]),
        (&["--ca-file", "here.pem"], &[("AGENTASSIST_CA_FILE", "no-such-file")]),
        (&configuration, &[("AGENTASSIST_CA_FILE", "")]),
    ] {
        let shown = called(&LIST, more, environment);
        assert!(shown.starts_with("exit code: 0\n"), "{more:?} {environment:?}: {shown}");
    }
    let shown = called(&LIST, &configuration, &[("AGENTASSIST_CA_FILE", "no-such-file")]);
    assert!(shown.starts_with("exit code: 3\n") && shown.contains(" no-such-file: "), "{shown}");
}

#[test]
fn an_authority_that_nobody_named_is_not_trusted_and_the_error_says_how_to_name_it() {
    assert_snapshot!(called(&LIST, &[], &[]), @r"
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: listContacts: localhost cannot be reached: its certificate is of an authority that is not trusted here: that of a proxy has to be installed on this machine, or given as --ca-file (or AGENTASSIST_CA_FILE, or `ca_file` in the profile): error sending request: client error (Connect): invalid peer certificate: UnknownIssuer
    ");
}

#[test]
fn the_contract_and_the_doctor_trust_it_too() {
    let trusted = ["--ca-file", "here.pem"];
    let shown = called(&CONTRACT, &trusted, &[]);
    assert!(shown.contains("Checked 3 exchanges in 1 file: 0 errors"), "{shown}");
    let shown = called(&CONTRACT, &[], &[("AGENTASSIST_CA_FILE", "here.pem")]);
    assert!(shown.contains("Checked 3 exchanges in 1 file: 0 errors"), "{shown}");
    let shown = called(&CONTRACT, &[], &[]);
    assert!(shown.starts_with("exit code: 3\n"), "{shown}");
    let app = ["--client-id", "cs-1", "--client-secret-file", "secret"];
    let shown = called(&[&["auth", "doctor", "--call"], &app[..]].concat(), &trusted, &[]);
    assert!(
        shown.starts_with("exit code: 0\n") && shown.contains(r#""check":"call","verdict":"good""#),
        "{shown}"
    );
}
