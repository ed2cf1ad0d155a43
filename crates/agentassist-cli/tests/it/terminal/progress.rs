//! How far long work has come, how fast, and how long it will take.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

use super::{CTRL_C, Screen};
use crate::gate::Gate;
use crate::program::Program;
use crate::server::Server;

const LIST: [&str; 5] = ["contacts", "list", "--all", "--page-size", "10"];

#[test]
fn a_long_listing_shows_count_rate_and_time_left_and_takes_them_away_at_the_end() {
    let program = Program::new();
    let gate = Gate::before_a_sandbox(&program, &[]);
    let out = File::create(program.path().join("out")).unwrap();
    let list = program.command(&[&LIST[..], &gate.place()].concat());
    let mut screen = Screen::run_with_stdout(list, out);
    let first = gate.next();
    screen.wait_for("0 contacts, 0 a minute");
    first.pass();
    // The other pages are held back: time passes, and nothing comes.
    screen.wait_for("10 of 30 contacts, ");
    // A second or a minute, whichever says more.
    screen.wait_for(" a ");
    screen.wait_for(", ");
    screen.wait_for(" left");
    let (shown, _) = gate.let_pass_until(|| screen.end());
    assert_eq!(shown, "exit code: 0\n--- screen ---\n");
    assert_eq!(program.read("out").lines().count(), 30);
}

#[test]
fn a_table_and_its_progress_do_not_disturb_each_other() {
    let program = Program::new();
    let gate = Gate::before_a_sandbox(&program, &[]);
    let list = [&LIST[..], &["--fields", "id"], &gate.place()].concat();
    let mut screen = Screen::run(program.command(&list));
    gate.next().pass();
    screen.wait_for("10 of 30 contacts");
    let (shown, _) = gate.let_pass_until(|| screen.end());
    let lines: Vec<_> = shown.lines().skip(2).collect();
    assert_eq!((lines[0], lines.len()), ("ID", 31), "{shown}");
    assert!(lines[1..].iter().all(|line| line.len() == 24), "{shown}");
}

#[test]
fn a_long_deletion_shows_how_far_it_is() {
    let program = Program::new();
    let gate = Gate::before_a_sandbox(&program, &[]);
    let delete = ["contacts", "bulk-delete", "1", "2", "3", "4", "--batch-size", "1", "--yes"];
    let out = File::create(program.path().join("out")).unwrap();
    let delete = program.command(&[&delete[..], &gate.place()].concat());
    let mut screen = Screen::run_with_stdout(delete, out);
    gate.next().pass();
    let held = gate.next();
    screen.wait_for("1 of 4 contacts, ");
    screen.wait_for(" left");
    held.pass();
    let (shown, _) = gate.let_pass_until(|| screen.end());
    assert!(shown.starts_with("exit code: 7\n--- screen ---\n4 failed\n"), "{shown}");
}

#[test]
fn a_wait_for_the_rate_limit_is_told_on_a_terminal_and_elsewhere() {
    let program = Program::new();
    let gate = Gate::before_a_sandbox(&program, &[]);
    let delete = ["contacts", "bulk-delete", "1", "2", "3", "--batch-size", "1", "--yes"];
    let slow = ["--requests-per-minute", "1"];
    let delete = [&delete[..], &slow, &gate.place()].concat();
    let out = File::create(program.path().join("out")).unwrap();
    let mut screen = Screen::run_with_stdout(program.command(&delete), out);
    gate.next().pass();
    screen.wait_for("1 of 3 contacts, ");
    screen.wait_for(" min left; waiting for the rate limit, ");
    screen.press(CTRL_C);
    assert!(screen.end().starts_with("exit code: 130\n"));

    let mut command = program.command(&delete);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    gate.next().pass();
    let mut told = String::new();
    BufReader::new(child.stderr.take().unwrap()).read_line(&mut told).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(told.starts_with("1 of 3 contacts, "), "{told}");
    assert!(told.contains("2 min left; waiting for the rate limit, 5"), "{told}");
    assert!(!told.contains('\u{1b}'), "{told:?}");
}

#[test]
fn a_refusal_for_the_rate_limit_is_waited_out_with_a_word() {
    let server = Server::refusing();
    let program = Program::new().with_file("token", "t");
    let place = ["--target", &server.base_url, "--account-id", "a", "--stream-id", "st-1"];
    let list = [&["contacts", "list", "--token-file", "token"], &place[..]].concat();
    let mut command = program.command(&list);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut told = String::new();
    BufReader::new(child.stderr.take().unwrap()).read_line(&mut told).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(told.starts_with("waiting for the rate limit, 5"), "{told}");
}

#[test]
fn a_dumb_terminal_gets_no_signs_that_it_does_not_know() {
    let program = Program::new();
    let gate = Gate::before_a_sandbox(&program, &[]);
    let mut list = program.command(&[&LIST[..], &gate.place()].concat());
    list.env("TERM", "dumb");
    let out = File::create(program.path().join("out")).unwrap();
    let screen = Screen::run_with_stdout(list, out);
    gate.next().pass();
    let _held = gate.next();
    screen.press(CTRL_C);
    let sent = screen.end_as_sent();
    assert!(sent.contains("error: interrupted after 10 contacts"), "{sent}");
    assert!(!sent.contains('\u{1b}'), "{sent:?}");
}
