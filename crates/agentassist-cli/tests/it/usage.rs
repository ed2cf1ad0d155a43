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
