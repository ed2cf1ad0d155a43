//! The page for operations people says what the binary does.

use crate::program::Program;

const README: &str = include_str!("../../README.md");

/// The commands of the page, without what a shell does with their output.
fn commands() -> impl Iterator<Item = Vec<&'static str>> {
    let lines = README.lines().filter_map(|line| line.strip_prefix("$ agentassist "));
    lines.map(|line| line.split('>').next().unwrap().split_whitespace().collect())
}

#[test]
fn every_command_against_the_sandbox_runs_as_it_stands_there() {
    let mut count = 0;
    for command in commands().filter(|command| command.ends_with(&["--target", "sandbox"])) {
        let shown = Program::new().run(&command);
        assert!(shown.starts_with("exit code: 0\n"), "{command:?}: {shown}");
        count += 1;
    }
    assert_eq!(count, 6);
}

#[test]
fn every_other_command_runs_against_the_sandbox_in_order() {
    let program = Program::new();
    for command in commands().filter(|command| command[0].starts_with("contacts")) {
        let mut command = command;
        if !command.ends_with(&["--target", "sandbox"]) {
            command.extend(["--target", "sandbox"]);
        }
        if command.contains(&"apply") {
            command.push("--yes");
        }
        let output = program.command(&command).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{command:?}");
        if command.contains(&"list") {
            std::fs::write(program.path().join("contacts.ndjson"), output.stdout).unwrap();
        }
    }
    assert!(program.read("plan.toml.outcomes.ndjson").contains("\"outcome\":\"deleted\""));
}

#[test]
fn the_page_names_every_setting_of_the_help() {
    let help = Program::new().run(&["contacts", "list", "--help"]);
    let connection = help.split("Connection:").nth(1).unwrap();
    let connection = connection.split("Examples:").next().unwrap();
    for word in connection.split_whitespace().filter(|word| word.starts_with("--")) {
        let flag = word.trim_end_matches(['.', ',']);
        assert!(README.contains(&format!("`{flag}`")), "{flag} is not in the page");
    }
}
