//! Listings in several runs: what came or went between two of them is noticed.

use std::fs::OpenOptions;

use insta::assert_snapshot;

use crate::gate::Gate;
use crate::program::{Program, show};
use crate::terminal::{CTRL_C, Screen};

const LIST: [&str; 7] =
    ["contacts", "list", "--all", "--page-size", "10", "--checkpoint", "contacts.checkpoint"];

/// A listing of ids to `contacts.ndjson` that was interrupted after ten of thirty contacts.
fn interrupted(program: &Program) -> Gate {
    let gate = Gate::before_a_sandbox(program, &[]);
    let list = program.command(&[&LIST[..], &["--fields", "id"], &gate.place()].concat());
    let mut screen = Screen::run_with_stdout(list, appended(program));
    gate.next().pass();
    screen.wait_for("10 of 30 contacts");
    screen.press(CTRL_C);
    assert!(screen.end().starts_with("exit code: 130\n"));
    assert_eq!(ids(program).len(), 10);
    gate
}

fn appended(program: &Program) -> std::fs::File {
    let path = program.path().join("contacts.ndjson");
    OpenOptions::new().append(true).create(true).open(path).unwrap()
}

fn ids(program: &Program) -> Vec<String> {
    program.read("contacts.ndjson").lines().map(str::to_owned).collect()
}

/// Goes on with the listing.
fn resumed(program: &Program, gate: &Gate, more: &[&str]) -> String {
    let list = [&LIST[..], &["--fields", "id"], more, &gate.place()].concat();
    let mut list = program.command(&list);
    list.stdout(appended(program));
    gate.let_pass_until(|| show(&list.output().unwrap())).0
}

fn delete(program: &Program, gate: &Gate, contacts: &[String]) {
    let ids = contacts.iter().map(|line| &line[7..line.len() - 2]);
    let delete = ["contacts", "bulk-delete", "--yes"].into_iter().chain(ids);
    let mut delete = program.command(&delete.chain(gate.place()).collect::<Vec<_>>());
    let (deleted, _) = gate.let_pass_until(|| show(&delete.output().unwrap()));
    assert!(deleted.starts_with("exit code: 0\n"), "{deleted}");
}

#[test]
fn a_contact_that_went_between_two_runs_hides_no_other() {
    let program = Program::new();
    let gate = interrupted(&program);
    delete(&program, &gate, &ids(&program)[..1]);
    assert_snapshot!(resumed(&program, &gate, &[]), @r"
    exit code: 7
    --- stdout ---
    --- stderr ---
    error: contacts came or went since the checkpoint was written: some may be missing: remove the checkpoint and list again, or accept gaps with --accept-gaps
    ");
    assert_eq!(ids(&program).len(), 10, "nothing is listed before somebody has decided");

    let accepted = resumed(&program, &gate, &["--accept-gaps"]);
    assert!(accepted.starts_with("exit code: 0\n"), "{accepted}");
    let mut listed = ids(&program);
    assert_eq!(listed.len(), 30);
    listed.sort();
    listed.dedup();
    assert_eq!(listed.len(), 30);
}

#[test]
fn a_checkpoint_beyond_the_end_is_not_the_end() {
    let program = Program::new();
    let gate = interrupted(&program);
    let list = ["contacts", "list", "--all", "--fields", "id"];
    let mut list = program.command(&[&list[..], &gate.place()].concat());
    let (all, _) = gate.let_pass_until(|| list.output().unwrap());
    let all: Vec<_> = String::from_utf8(all.stdout).unwrap().lines().map(str::to_owned).collect();
    delete(&program, &gate, &all[..25]);
    assert_snapshot!(resumed(&program, &gate, &[]), @r"
    exit code: 7
    --- stdout ---
    --- stderr ---
    error: 10 contacts were listed before, and now there are 5: some may be missing: remove the checkpoint and list again, or accept gaps with --accept-gaps
    ");
    assert!(program.read("contacts.checkpoint").contains("\"complete\":false"));
}

#[test]
fn a_contact_that_went_from_behind_the_checkpoint_is_no_matter() {
    let program = Program::new();
    let gate = interrupted(&program);
    let list = ["contacts", "list", "--all", "--fields", "id"];
    let mut list = program.command(&[&list[..], &gate.place()].concat());
    let (all, _) = gate.let_pass_until(|| list.output().unwrap());
    let all: Vec<_> = String::from_utf8(all.stdout).unwrap().lines().map(str::to_owned).collect();
    delete(&program, &gate, &all[20..21]);
    let shown = resumed(&program, &gate, &[]);
    assert!(shown.starts_with("exit code: 0\n"), "{shown}");
    assert_eq!(ids(&program).len(), 29);
    assert!(program.read("contacts.checkpoint").contains("\"complete\":true"));
}
