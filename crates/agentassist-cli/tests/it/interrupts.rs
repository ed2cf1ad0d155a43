//! Ctrl-C on a terminal: what was begun comes to its end, and what was done is never done again.

use std::fs::OpenOptions;

use insta::assert_snapshot;

use crate::gate::{Arrival, Gate};
use crate::program::Program;
use crate::server::Server;
use crate::terminal::{CTRL_C, Screen};

/// Told when the first Ctrl-C was heard while a request is under way.
const STOPPING: &str = "stopping after the request under way";

/// A gate, and a plan for the first six contacts behind it.
fn planned() -> (Program, Gate) {
    let program = Program::new();
    let gate = Gate::before_a_sandbox(&program, &[]);
    let list = ["contacts", "list", "--max-items", "6"];
    let listed = program.command(&[&list[..], &gate.place()].concat());
    let (listed, _) = gate.let_pass_until(|| { listed }.output().unwrap());
    let program = program.with_file("six.ndjson", listed.stdout);
    let plan =
        ["contacts", "bulk-delete", "plan", "--ids-from", "six.ndjson", "--out", "plan.toml"];
    let planned = program.run(&[&plan[..], &gate.place()].concat());
    assert!(planned.starts_with("exit code: 0\n"), "{planned}");
    (program, gate)
}

/// Applies the plan on a terminal, two contacts with each request.
fn apply(program: &Program, gate: &Gate, more: &[&str]) -> Screen {
    let apply = ["contacts", "bulk-delete", "apply", "plan.toml", "--yes", "--batch-size", "2"];
    let fields = ["--fields", "id,outcome"];
    Screen::run(program.command(&[&apply[..], &fields, more, &gate.place()].concat()))
}

fn ids(requests: &[Arrival]) -> Vec<String> {
    requests.iter().flat_map(Arrival::ids).collect()
}

/// How many contacts the sandbox still has.
fn left(program: &Program, gate: &Gate) -> usize {
    let list = ["contacts", "list", "--all", "--fields", "id"];
    let mut list = program.command(&[&list[..], &gate.place()].concat());
    let (listed, _) = gate.let_pass_until(|| list.output().unwrap());
    String::from_utf8(listed.stdout).unwrap().lines().count()
}

#[test]
fn the_first_ctrl_c_lets_the_request_under_way_end_and_the_next_run_sends_only_the_others() {
    let (program, gate) = planned();
    let mut screen = apply(&program, &gate, &[]);
    let first = gate.next();
    first.pass();
    let second = gate.next();
    screen.press(CTRL_C);
    screen.wait_for(STOPPING);
    second.pass();
    assert_snapshot!(screen.end(), @r"
    exit code: 130
    --- screen ---
    ID                        OUTCOME
    667e48f7c8b972fc691xxxxx  deleted
    695e2b7b786560d6a90xxxxx  deleted
    stopping after the request under way; Ctrl-C again gives it up, and leaves unknown what became of its contacts
    69609027c1746a61429xxxxx  deleted
    6960cbe9b155d194e2fxxxxx  deleted
    6960cc07b155d194e2fxxxxx  untouched
    69620700e220a8397b1dcdaf  untouched
    4 deleted, 2 untouched
    outcomes are in plan.toml.outcomes.ndjson
    ESC[1mESC[31merrorESC[0m: interrupted: the same command goes on with the others
    ");
    let mut sent = ids(&[first, second]);
    assert_eq!(sent.len(), 4);
    let screen = apply(&program, &gate, &[]);
    let (shown, rest) = gate.let_pass_until(|| screen.end());
    assert_snapshot!(shown, @r"
    exit code: 0
    --- screen ---
    settled before: 4 contacts (4 deleted)
    ID                        OUTCOME
    6960cc07b155d194e2fxxxxx  deleted
    69620700e220a8397b1dcdaf  deleted
    2 deleted
    outcomes are in plan.toml.outcomes.ndjson
    ");
    sent.extend(ids(&rest));
    sent.sort();
    sent.dedup();
    assert_eq!((sent.len(), rest.len()), (6, 1), "no contact was named twice");
    assert_eq!(left(&program, &gate), 24);
}

#[test]
fn the_second_ctrl_c_gives_the_request_up_and_the_next_run_leaves_its_contacts_alone() {
    let (program, gate) = planned();
    let mut screen = apply(&program, &gate, &[]);
    let first = gate.next();
    first.pass();
    let second = gate.next();
    screen.press(CTRL_C);
    screen.wait_for(STOPPING);
    screen.press(CTRL_C);
    assert_snapshot!(screen.end(), @r"
    exit code: 130
    --- screen ---
    ID                        OUTCOME
    667e48f7c8b972fc691xxxxx  deleted
    695e2b7b786560d6a90xxxxx  deleted
    stopping after the request under way; Ctrl-C again gives it up, and leaves unknown what became of its contacts
    the request under way is given up
    69609027c1746a61429xxxxx  unknown
    6960cbe9b155d194e2fxxxxx  unknown
    6960cc07b155d194e2fxxxxx  untouched
    69620700e220a8397b1dcdaf  untouched
    2 deleted, 2 unknown, 2 untouched
    outcomes are in plan.toml.outcomes.ndjson
    ESC[1mESC[31merrorESC[0m: interrupted: the same command goes on with the others; what is unknown is sent again only with --retry unknown
    ");
    let given_up = second.ids();
    drop(second);

    let screen = apply(&program, &gate, &[]);
    let (shown, rest) = gate.let_pass_until(|| screen.end());
    assert_snapshot!(shown, @r"
    exit code: 7
    --- screen ---
    settled before: 4 contacts (2 deleted, 2 unknown)
    ID                        OUTCOME
    6960cc07b155d194e2fxxxxx  deleted
    69620700e220a8397b1dcdaf  deleted
    2 deleted
    outcomes are in plan.toml.outcomes.ndjson
    ESC[1mESC[31merrorESC[0m: not every contact was deleted: 4 deleted, 2 unknown; what is unknown is sent again only with --retry unknown
    ");
    assert_eq!(rest.len(), 1);
    assert!(ids(&rest).iter().all(|id| !given_up.contains(id) && !first.ids().contains(id)));

    let screen = apply(&program, &gate, &["--retry", "unknown"]);
    let (shown, again) = gate.let_pass_until(|| screen.end());
    assert!(shown.starts_with("exit code: 0\n"), "{shown}");
    assert_eq!(ids(&again), given_up);
    assert_eq!(left(&program, &gate), 24);
}

#[test]
fn a_request_that_waits_for_its_place_below_the_rate_limit_is_not_sent_after_ctrl_c() {
    let (program, gate) = planned();
    let mut screen = apply(&program, &gate, &["--requests-per-minute", "1"]);
    gate.next().pass();
    // The second request waits for a minute.
    screen.wait_for("2 of 6 contacts, ");
    screen.press(CTRL_C);
    let shown = screen.end();
    assert!(shown.starts_with("exit code: 130\n"), "{shown}");
    assert!(shown.contains("2 deleted, 4 untouched"), "{shown}");
    let screen = apply(&program, &gate, &[]);
    let (shown, rest) = gate.let_pass_until(|| screen.end());
    assert!(shown.starts_with("exit code: 0\n"), "{shown}");
    assert_eq!(ids(&rest).len(), 4);
}

#[test]
fn a_listing_with_a_checkpoint_lists_every_contact_once_over_two_runs() {
    let program = Program::new();
    let gate = Gate::before_a_sandbox(&program, &[]);
    let list = ["contacts", "list", "--all", "--page-size", "10", "--checkpoint", "place"];
    let list = [&list[..], &["--fields", "id"], &gate.place()].concat();
    let run = || {
        let path = program.path().join("contacts.ndjson");
        let out = OpenOptions::new().append(true).create(true).open(path).unwrap();
        Screen::run_with_stdout(program.command(&list), out)
    };
    let mut screen = run();
    gate.next().pass();
    screen.wait_for("10 of 30 contacts");
    screen.press(CTRL_C);
    assert_snapshot!(screen.end(), @r"
    exit code: 130
    --- screen ---
    ESC[1mESC[31merrorESC[0m: interrupted after 10 contacts: run it again to go on
    ");
    assert_eq!(program.read("contacts.ndjson").lines().count(), 10);

    let screen = run();
    let (shown, requests) = gate.let_pass_until(|| screen.end());
    assert_snapshot!(shown, @r"
    exit code: 0
    --- screen ---
    ");
    let mut lines: Vec<_> = requests.iter().map(|request| request.line.as_str()).collect();
    lines.sort_unstable();
    let skips = lines.iter().map(|line| line.rsplit("skip=").next().unwrap());
    // The first run has asked for further pages, too, and was given none. The second one looks at
    // the last contact again: whether it is still where it was.
    let of_the_second = skips.filter(|skip| !["10", "20"].contains(skip));
    assert!(of_the_second.eq(["19", "29", "9"]), "{lines:?}");
    let listed = program.read("contacts.ndjson");
    let mut ids: Vec<_> = listed.lines().collect();
    assert_eq!(ids.len(), 30);
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 30);
}

#[test]
fn a_run_that_is_killed_outright_leaves_its_request_unknown_and_sends_nothing_twice() {
    let (program, gate) = planned();
    let mut screen = apply(&program, &gate, &[]);
    let first = gate.next();
    first.pass();
    let second = gate.next();
    screen.kill();
    let outcomes = program.read("plan.toml.outcomes.ndjson");
    assert_eq!(outcomes.matches("\"deleted\"").count(), 2, "{outcomes}");
    // The sandbox gets it after all, and nobody hears of it.
    second.pass();
    let screen = apply(&program, &gate, &[]);
    let (shown, rest) = gate.let_pass_until(|| screen.end());
    assert!(shown.starts_with("exit code: 7\n"), "{shown}");
    assert!(shown.contains("settled before: 4 contacts (2 deleted, 2 unknown)"), "{shown}");
    let mut sent = ids(&[first, second]);
    sent.extend(ids(&rest));
    sent.sort();
    sent.dedup();
    assert_eq!((sent.len(), rest.len()), (6, 1));
}

#[test]
fn a_second_run_of_a_plan_that_is_being_applied_is_refused() {
    let (program, gate) = planned();
    let screen = apply(&program, &gate, &[]);
    let first = gate.next();
    let again = ["contacts", "bulk-delete", "apply", "plan.toml", "--yes"];
    assert_snapshot!(program.run(&[&again[..], &gate.place()].concat()), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: plan.toml.outcomes.ndjson is in use: another run applies the same plan
    ");
    first.pass();
    let (shown, others) = gate.let_pass_until(|| screen.end());
    assert!(shown.starts_with("exit code: 0\n"), "{shown}");
    assert_eq!(others.len(), 2);
}

#[test]
fn ctrl_c_while_names_are_looked_for_leaves_no_plan() {
    let program = Program::new();
    let gate = Gate::before_a_sandbox(&program, &[]);
    let plan = ["contacts", "bulk-delete", "plan", "1", "--out", "plan.toml"];
    let screen = Screen::run(program.command(&[&plan[..], &gate.place()].concat()));
    let _held = gate.next();
    screen.press(CTRL_C);
    assert_snapshot!(screen.end(), @r"
    exit code: 130
    --- screen ---
    ESC[1mESC[31merrorESC[0m: interrupted: nothing was changed
    ");
    assert!(!program.path().join("plan.toml").exists());
}

#[test]
fn ctrl_c_says_whether_a_deletion_may_have_been_done() {
    let program = Program::new();
    let gate = Gate::before_a_sandbox(&program, &[]);
    let delete = ["contacts", "delete", "6960cbe9b155d194e2fxxxxx", "--yes"];
    let screen = Screen::run(program.command(&[&delete[..], &gate.place()].concat()));
    let _held = gate.next();
    screen.press(CTRL_C);
    assert_snapshot!(screen.end(), @r"
    exit code: 130
    --- screen ---
    ESC[1mESC[31merrorESC[0m: interrupted: the request under way may still have its effect
    ");
}

#[test]
fn a_request_that_was_refused_and_waits_to_be_sent_again_is_not_sent_after_ctrl_c() {
    let (program, server) = (Program::new(), Server::refusing());
    let place = ["--target", &*server.base_url, "--account-id", "a-1", "--stream-id", "st-1"];
    let program = program.with_file("token", "t0k3n");
    program.allow("token", 0o600);
    let plan = ["contacts", "bulk-delete", "plan", "c-1", "--no-names", "--out", "plan.toml"];
    let planned = program.run(&[&plan[..], &place, &["--token-file", "token"]].concat());
    assert!(planned.starts_with("exit code: 0\n"), "{planned}");
    let apply = ["contacts", "bulk-delete", "apply", "plan.toml", "--yes"];
    let screen =
        Screen::run(program.command(&[&apply[..], &place, &["--token-file", "token"]].concat()));
    server.wait_for_request();
    screen.press(CTRL_C);
    let shown = screen.end();
    assert!(shown.starts_with("exit code: 130\n"), "{shown}");
    assert!(shown.contains("1 untouched"), "{shown}");
    assert_eq!(server.requests(), 0);
}
