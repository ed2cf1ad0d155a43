//! What `--help` teaches: every command has it, and every example in it is one that works.

use crate::program::Program;

/// All commands.
pub(crate) const COMMANDS: &[&[&str]] = &[
    &[],
    &["contract"],
    &["check"],
    &["merge"],
    &["record"],
    &["explain"],
    &["sandbox"],
    &["contacts"],
    &["contacts", "list"],
    &["contacts", "update"],
    &["contacts", "delete"],
    &["contacts", "bulk-delete"],
    &["contacts", "bulk-delete", "plan"],
    &["contacts", "bulk-delete", "apply"],
    &["contact-lists"],
    &["contact-lists", "delete"],
    &["auth"],
    &["auth", "token"],
    &["auth", "doctor"],
    &["completions"],
    &["man"],
];

fn help(command: &[&str]) -> String {
    let shown = Program::new().run(&[command, &["--help"]].concat());
    assert!(shown.starts_with("exit code: 0\n"), "{command:?}: {shown}");
    shown
}

#[test]
fn no_command_is_missing_from_the_list_of_this_test() {
    let commands = |shown: &str| {
        let part = shown.split("\nCommands:\n").nth(1).map(str::to_owned).unwrap_or_default();
        let part = part.split("\n\n").next().unwrap().to_owned();
        let names = part.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
        let names = names.filter_map(|line| line.split_whitespace().next().map(str::to_owned));
        names.filter(|name| name != "help").collect::<Vec<_>>()
    };
    for command in COMMANDS {
        for below in commands(&help(command)) {
            let full = [command, &[below.as_str()][..]].concat();
            assert!(COMMANDS.contains(&&full[..]), "{full:?}");
        }
    }
}

#[test]
fn every_example_in_a_help_text_is_a_command_line_that_is_understood() {
    let mut count = 0;
    for command in COMMANDS {
        let shown = help(command);
        let examples = shown.lines().filter_map(|line| line.strip_prefix("  agentassist "));
        for example in examples {
            // What stands behind is the shell's business, or a remark.
            let line = example.split(['>', '|']).next().unwrap().split("   ").next().unwrap();
            let arguments: Vec<_> = line.split_whitespace().collect();
            let known = [&arguments[..], &["--help"]].concat();
            let shown = Program::new().run(&known);
            assert!(shown.starts_with("exit code: 0\n"), "{example}: {shown}");
            count += 1;
        }
    }
    assert!(count >= 25, "{count}");
}

#[test]
fn every_command_that_does_something_tells_its_exit_codes_or_has_an_example() {
    for command in COMMANDS {
        let shown = help(command);
        let is_group = shown.contains("<COMMAND>") && !shown.contains("[ID]...");
        let teaches = shown.contains("\nExamples:\n") || shown.contains("\nExit codes:\n");
        assert!(is_group || teaches, "{command:?}: {shown}");
    }
}

#[test]
fn every_option_has_a_text_of_its_own() {
    for command in COMMANDS {
        let shown = Program::new().run(&[command, &["-h"][..]].concat());
        let is_option = |line: &&str| line.trim_start().starts_with('-') && line.starts_with(' ');
        for line in shown.lines().filter(is_option) {
            // The text stands behind two blanks, or on the next line where that one is too long.
            let has_text = line.trim().contains("  ") || line.len() > 40;
            assert!(has_text, "{command:?}: {line:?}: {shown}");
        }
    }
}

#[test]
fn what_can_be_changed_stands_below_a_heading_of_its_own() {
    let shown = help(&["contacts", "update"]);
    let changes = shown.split("\nChanges:\n").nth(1).unwrap().split("\n\n\n").next().unwrap();
    let changes = changes.split("\nOutput:").next().unwrap();
    for flag in ["--first-name", "--extension", "--json"] {
        assert!(changes.contains(flag), "{flag}: {shown}");
    }
    assert!(!changes.contains("--dry-run"), "{shown}");
}

#[test]
fn options_stand_below_the_heading_that_they_belong_to() {
    let shown = help(&["contract"]);
    let live = shown.split("Live target:").nth(1).unwrap();
    for flag in ["--out", "--strict", "--format", "--deny"] {
        assert!(!live.split("\nExit codes").next().unwrap().contains(flag), "{flag}: {shown}");
    }
}
