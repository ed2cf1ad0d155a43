//! Before something is deleted, it is shown, and somebody is asked.

use std::fs::File;
use std::process::Stdio;

use insta::assert_snapshot;

use super::Screen;
use super::screen::{CTRL_C, CTRL_D};
use crate::program::Program;
use crate::server::Server;

const CONTACT: &str = "6960cbe9b155d194e2fxxxxx";
const OTHER: &str = "6960cc07b155d194e2fxxxxx";

/// Runs a command against a sandbox on a terminal, and records what it sends.
fn on_a_terminal(program: &Program, arguments: &[&str]) -> Screen {
    let record = ["--target", "sandbox", "--record", "sent.ndjson"];
    Screen::run(program.command(&[arguments, &record].concat()))
}

/// Whether anything was deleted.
fn has_deleted(program: &Program) -> bool {
    program.read("sent.ndjson").contains("\"method\":\"DELETE\"")
}

#[test]
fn a_deletion_names_the_contact_and_takes_yes_for_an_answer() {
    let program = Program::new();
    let delete = ["contacts", "delete", CONTACT, "--fields", "id,fullName,status"];
    let mut screen = on_a_terminal(&program, &delete);
    screen.wait_for("[y/N] ");
    screen.press("y\n");
    assert_snapshot!(screen.end(), @r"
    exit code: 0
    --- screen ---
    Delete contact 6960cbe9b155d194e2fxxxxx (john doe_2) of st-7dc994f0-4436-5134-9fa8-a942625xxxxx at sandbox? [y/N] y
    ID                        FULL NAME   STATUS
    6960cbe9b155d194e2fxxxxx  john doe_2  INACTIVE
    ");
    assert!(has_deleted(&program));
}

#[test]
fn every_other_answer_deletes_nothing() {
    for answer in ["n\n", "\n", "yesterday\n", CTRL_D, CTRL_C] {
        let program = Program::new();
        let mut screen = on_a_terminal(&program, &["contacts", "delete", CONTACT]);
        screen.wait_for("[y/N] ");
        screen.press(answer);
        let shown = screen.end();
        assert!(shown.starts_with("exit code: 130\n"), "{answer:?}: {shown}");
        assert!(shown.contains("nothing was deleted: the answer was not yes"), "{shown}");
        assert!(!has_deleted(&program), "{answer:?}");
    }
}

#[test]
fn an_answer_that_is_no_line_leaves_the_prompt_on_a_line_of_its_own() {
    for answer in [CTRL_D, CTRL_C] {
        let program = Program::new();
        let mut screen = on_a_terminal(&program, &["contacts", "delete", CONTACT]);
        screen.wait_for("[y/N] ");
        screen.press(answer);
        let shown = screen.end();
        let last = shown.lines().last().unwrap();
        assert!(last.contains("error") && !last.contains("[y/N]"), "{answer:?}: {shown}");
    }
}

#[test]
fn a_contact_that_the_listing_does_not_have_is_asked_about_without_its_name() {
    let program = Program::new();
    let mut screen = on_a_terminal(&program, &["contacts", "delete", "0123"]);
    screen.wait_for("[y/N] ");
    screen.press("y\n");
    assert_snapshot!(screen.end(), @r"
    exit code: 5
    --- screen ---
    Delete contact 0123 (not among the first 30 contacts) of st-7dc994f0-4436-5134-9fa8-a942625xxxxx at sandbox? [y/N] y
    ESC[1mESC[31merrorESC[0m: deleteContact: not found (status 404, code 404: Contact not found for the given contact id.)
    ");
}

#[test]
fn a_bulk_deletion_shows_names_and_a_count_before_it_asks() {
    let program = Program::new();
    let delete = ["contacts", "bulk-delete", CONTACT, OTHER, "0123", "--fields", "id,outcome"];
    let mut screen = on_a_terminal(&program, &delete);
    screen.wait_for("[y/N] ");
    assert!(!has_deleted(&program));
    screen.press("yes\n");
    assert_snapshot!(screen.end(), @r"
    exit code: 7
    --- screen ---
      6960cbe9b155d194e2fxxxxx  john doe_2
      6960cc07b155d194e2fxxxxx  john doe_3
      0123  (not among the first 30 contacts)
    Delete 3 contacts of st-7dc994f0-4436-5134-9fa8-a942625xxxxx at sandbox? [y/N] yes
    ID                        OUTCOME
    6960cbe9b155d194e2fxxxxx  deleted
    6960cc07b155d194e2fxxxxx  deleted
    0123                      failed
    2 deleted, 1 failed
    ESC[1mESC[31merrorESC[0m: not every contact was deleted: 2 deleted, 1 failed
    ");
}

#[test]
fn of_many_contacts_the_first_twenty_are_named_and_the_others_counted() {
    let program = Program::new();
    let list = ["contacts", "list", "--all", "--target", "sandbox"];
    let listed = program.command(&list).output().unwrap();
    let program = program.with_file("contacts.ndjson", listed.stdout);
    let delete = ["contacts", "bulk-delete", "--ids-from", "contacts.ndjson"];
    let mut screen = on_a_terminal(&program, &delete);
    screen.wait_for("[y/N] ");
    screen.press("n\n");
    let shown = screen.end();
    let named = shown.lines().filter(|line| line.starts_with("  6")).count();
    assert_eq!(named, 20, "{shown}");
    assert!(shown.contains("\n  and 10 more\nDelete 30 contacts of st-"), "{shown}");
    assert!(!has_deleted(&program));
}

#[test]
fn a_plan_is_shown_and_asked_about_before_it_is_applied() {
    let program = Program::new();
    let plan = ["contacts", "bulk-delete", "plan", CONTACT, OTHER, "--out", "plan.toml"];
    let planned = program.run(&[&plan[..], &["--target", "sandbox"]].concat());
    assert!(planned.starts_with("exit code: 0\n"), "{planned}");
    let apply = ["contacts", "bulk-delete", "apply", "plan.toml", "--fields", "name,outcome"];
    let mut screen = on_a_terminal(&program, &apply);
    screen.wait_for("[y/N] ");
    screen.press("n\n");
    assert_snapshot!(screen.end(), @r"
    exit code: 130
    --- screen ---
      6960cbe9b155d194e2fxxxxx  john doe_2
      6960cc07b155d194e2fxxxxx  john doe_3
    Delete 2 contacts of st-7dc994f0-4436-5134-9fa8-a942625xxxxx at sandbox? [y/N] n
    ESC[1mESC[31merrorESC[0m: nothing was deleted: the answer was not yes
    ");
    assert!(!has_deleted(&program));
    let mut screen = on_a_terminal(&program, &apply);
    screen.wait_for("[y/N] ");
    screen.press("y\n");
    assert_snapshot!(screen.end(), @r"
    exit code: 0
    --- screen ---
      6960cbe9b155d194e2fxxxxx  john doe_2
      6960cc07b155d194e2fxxxxx  john doe_3
    Delete 2 contacts of st-7dc994f0-4436-5134-9fa8-a942625xxxxx at sandbox? [y/N] y
    NAME        OUTCOME
    john doe_2  deleted
    john doe_3  deleted
    2 deleted
    outcomes are in plan.toml.outcomes.ndjson
    ");
}

#[test]
fn the_deletion_of_a_contact_list_is_asked_about() {
    let program = Program::new();
    let list = "cl-1a5e0c71-0d5c-5f0e-9b1a-51a7e0000001";
    let mut screen = on_a_terminal(&program, &["contact-lists", "delete", list, "--fields", "_id"]);
    screen.wait_for("[y/N] ");
    assert!(!has_deleted(&program));
    screen.press("y\n");
    assert_snapshot!(screen.end(), @r"
    exit code: 0
    --- screen ---
    Delete the contact list cl-1a5e0c71-0d5c-5f0e-9b1a-51a7e0000001 of st-7dc994f0-4436-5134-9fa8-a942625xxxxx at sandbox and all its contacts? [y/N] y
    _ID
    cl-1a5e0c71-0d5c-5f0e-9b1a-51a7e0000001
    ");
}

#[test]
fn a_table_that_is_piped_elsewhere_leaves_the_terminal_to_be_asked_on() {
    let program = Program::new();
    let delete = ["contacts", "delete", CONTACT, "--fields", "status", "--target", "sandbox"];
    let out = File::create(program.path().join("out")).unwrap();
    let mut screen = Screen::run_with_stdout(program.command(&delete), out);
    screen.wait_for("[y/N] ");
    screen.press("y\n");
    assert!(screen.end().starts_with("exit code: 0\n"));
    assert_eq!(program.read("out"), "{\"status\":\"INACTIVE\"}\n");
}

#[test]
fn a_form_for_programs_is_never_asked_about_even_on_a_terminal() {
    let program = Program::new();
    let delete = ["contacts", "delete", CONTACT, "-o", "json", "--target", "sandbox"];
    assert_snapshot!(Screen::run(program.command(&delete)).end(), @r"
    exit code: 2
    --- screen ---
    ESC[1mESC[31merrorESC[0m: nothing is asked where a program reads the output: give --yes to delete
    ");
}

#[test]
fn a_question_that_nobody_would_see_is_not_asked() {
    let program = Program::new();
    let delete = ["contacts", "delete", CONTACT, "--target", "sandbox"];
    let screen = Screen::run_with_stderr(program.command(&delete), Stdio::null());
    assert_eq!(screen.end(), "exit code: 2\n--- screen ---\n");
}

/// Pages of ten contacts, without an end.
fn endless(name: &str) -> Server {
    let results: Vec<_> = (0..10).map(|_| format!(r#"{{"id":"7","fullName":"{name}"}}"#)).collect();
    Server::answering(
        200,
        &format!(
            r#"{{"results":[{}],"skip":0,"limit":10,"hasMore":true,"totalPages":99,"totalResults":990}}"#,
            results.join(",")
        ),
    )
}

#[test]
fn a_name_is_looked_for_in_ten_requests_and_no_more() {
    let server = endless("Ada");
    let program = Program::new().with_file("token", "t");
    let place = ["--target", &server.base_url, "--account-id", "a", "--stream-id", "st-1"];
    let delete = ["contacts", "delete", "1", "--token-file", "token"];
    let mut screen = Screen::run(program.command(&[&delete[..], &place].concat()));
    screen.wait_for("[y/N] ");
    assert_eq!(server.requests(), 10);
    screen.press("n\n");
    let shown = screen.end().replace(&server.base_url, "HOST");
    assert!(
        shown.contains("Delete contact 1 (not among the first 100 contacts) of st-1 at HOST?"),
        "{shown}"
    );
}

#[test]
fn a_deletion_is_asked_about_although_no_name_can_be_looked_up() {
    let server = Server::answering(500, "{}");
    let program = Program::new().with_file("token", "t");
    let place = ["--target", &server.base_url, "--account-id", "a", "--stream-id", "st-1"];
    let delete = ["contacts", "bulk-delete", "1", "2", "--token-file", "token"];
    let mut screen = Screen::run(program.command(&[&delete[..], &place].concat()));
    screen.wait_for("[y/N] ");
    assert_eq!(server.requests(), 1);
    screen.press("n\n");
    assert_snapshot!(screen.end().replace(&server.base_url, "HOST"), @r"
    exit code: 130
    --- screen ---
    warning: names could not be looked up: listContacts: the API failed (status 500)
      1  (its name could not be looked up)
      2  (its name could not be looked up)
    Delete 2 contacts of st-1 at HOST? [y/N] n
    ESC[1mESC[31merrorESC[0m: nothing was deleted: the answer was not yes
    ");
}
