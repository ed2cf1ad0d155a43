//! Signing a token.

use insta::assert_snapshot;

use super::{CLIENT, PLACE, program};
use crate::program::{Program, show};

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
