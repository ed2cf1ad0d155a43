//! What the binary says of itself, and of a command line that is wrong.

use crate::program::Program;

#[test]
fn help_names_every_exit_code() {
    let shown = Program::new().run(&["check", "--help"]);
    assert!(shown.starts_with("exit code: 0\n"), "{shown}");
    for code in 0..=5 {
        assert!(shown.contains(&format!("\n  {code}  ")), "{code} is not in {shown}");
    }
}

#[test]
fn a_wrong_command_line_ends_with_2_and_prints_nothing_to_standard_output() {
    let program = Program::new();
    for arguments in [
        &["check"][..],
        &["chekc", "."],
        &["check", ".", "--min-coverage", "101"],
        &["check", ".", "--deny", "everything"],
        &["sandbox", "--ephemeral", "--database", "x"],
    ] {
        let shown = program.run(arguments);
        assert!(shown.starts_with("exit code: 2\n--- stdout ---\n--- stderr ---\n"), "{shown}");
    }
}

#[test]
fn every_command_explains_itself_and_its_exit_codes() {
    let program = Program::new();
    for command in [
        &["contacts", "list"][..],
        &["contacts", "update"],
        &["contacts", "delete"],
        &["contacts", "bulk-delete"],
        &["contacts", "bulk-delete", "plan"],
        &["contacts", "bulk-delete", "apply"],
        &["contact-lists", "delete"],
    ] {
        let shown = program.run(&[command, &["--help"]].concat());
        assert!(shown.starts_with("exit code: 0\n"), "{shown}");
        for code in ["0  ", "1  ", "2  ", "3  ", "4  ", "5  ", "6  ", "7  ", "130  "] {
            assert!(shown.contains(&format!("  {code}")), "{code} is not in {shown}");
        }
        assert!(shown.contains("A flag wins over the environment"), "{shown}");
    }
}

/// A command that signs calls nobody.
#[test]
fn a_token_is_signed_with_no_option_that_is_for_calls() {
    let shown = Program::new().run(&["auth", "token", "--help"]);
    for flag in ["--client-id", "--client-secret-file", "--single-use-tokens", "--profile"] {
        assert!(shown.contains(flag), "{flag} is not in {shown}");
    }
    for flag in ["--account-id", "--stream-id", "--token-file", "--requests-per", "--ca-file"] {
        assert!(!shown.contains(flag), "{flag} is in {shown}");
    }
    for code in ["1  ", "4  ", "5  ", "6  ", "7  ", "130  "] {
        assert!(!shown.contains(&format!("  {code}")), "{code} is in {shown}");
    }
}

#[test]
fn help_shows_no_value_of_the_environment() {
    let program = Program::new();
    let mut command = program.command(&["contacts", "list", "--help"]);
    let output = command.env("AGENTASSIST_ACCOUNT_ID", "my-account").output().unwrap();
    assert!(!String::from_utf8_lossy(&output.stdout).contains("my-account"));
}

#[test]
fn shells_get_a_script_that_knows_every_command() {
    let program = Program::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let shown = program.run(&["completions", shell]);
        assert!(shown.starts_with("exit code: 0\n"), "{shown}");
        assert!(shown.contains("bulk-delete") && shown.contains("contact-lists"), "{shown}");
    }
}

#[test]
fn every_command_has_a_manual_page() {
    let program = Program::new();
    assert!(program.run(&["man"]).contains(".TH agentassist 1"));
    assert!(program.run(&["man", "--out", "man"]).starts_with("exit code: 0\n"));
    for page in ["agentassist", "agentassist-check", "agentassist-contacts-bulk-delete-apply"] {
        assert!(program.read(&format!("man/{page}.1")).contains(".TH"), "{page}");
    }
}
