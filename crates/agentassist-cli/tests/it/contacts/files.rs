//! The files that a command is given: which are refused, and that nothing of them is lost.

use insta::assert_snapshot;

use super::{at, sandboxed, with_token};
use crate::gate::Gate;
use crate::program::{Program, show};
use crate::server::Server;

const LIST: [&str; 7] = ["list", "--all", "--checkpoint", "place", "--fields", "id", "--out"];

/// A folder with a listing in `contacts` that its checkpoint `place` says is not complete.
fn begun(more: &[&str]) -> Program {
    let program = Program::new();
    let listed = program.run(&sandboxed(&[&LIST[..], &["contacts"], more].concat()));
    assert!(listed.starts_with("exit code: 0\n"), "{listed}");
    let place = program.read("place").replace("\"complete\":true", "\"complete\":false");
    program.with_file("place", place)
}

fn go_on(program: &Program, more: &[&str]) -> String {
    program.run(&sandboxed(&[&LIST[..], more].concat()))
}

#[test]
fn a_second_run_to_the_same_file_is_refused_and_the_first_loses_nothing() {
    let program = Program::new();
    let gate = Gate::before_a_sandbox(&program, &[]);
    let list = [&["contacts"], &LIST[..], &["contacts", "--page-size", "10"], &gate.place()];
    let mut first = program.command(&list.concat());
    let first = first.stderr(std::process::Stdio::piped()).spawn().unwrap();
    let arrived = gate.next();
    let mut second = program.command(&list.concat());
    let (second, sent) = gate.let_pass_until(|| show(&second.output().unwrap()));
    assert_eq!(sent.len(), 0, "{second}");
    assert_snapshot!(second, @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: contacts is in use: another run lists to it
    ");
    arrived.pass();
    let (first, _) = gate.let_pass_until(|| show(&first.wait_with_output().unwrap()));
    assert!(first.starts_with("exit code: 0\n"), "{first}");
    let listed = program.read("contacts");
    let mut ids: Vec<_> = listed.lines().collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((listed.lines().count(), ids.len()), (30, 30), "{listed:?}");
}

#[test]
fn a_file_is_cut_back_only_after_an_answer() {
    let place_of = |server: &Server| {
        let content = "{\"place\":{\"target\":\"AT\",\"account_id\":\"a\",\"stream_id\":\"st-1\"}";
        content.replace("AT", &server.base_url)
    };
    let server = Server::answering(500, "{}");
    let program = with_token();
    let list = at(&server, &[&LIST[..], &["contacts"]].concat());
    assert!(program.run(&list).starts_with("exit code: 1\n"));
    assert!(program.read("place").starts_with(&place_of(&server)));
    let program = program.with_file("contacts", "{\"id\":\"a half-written l");
    assert!(program.run(&list).starts_with("exit code: 1\n"));
    assert_eq!(program.read("contacts"), "{\"id\":\"a half-written l");
}

#[test]
fn another_file_than_that_of_the_checkpoint_keeps_its_content() {
    let notes = "notes\n".repeat(1000);
    let program = begun(&[]).with_file("notes", &notes);
    assert_snapshot!(go_on(&program, &["notes"]), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: notes is not the file of the checkpoint, which began with 1020 other bytes: give that one, or remove the checkpoint and list again
    ");
    assert_eq!(program.read("notes"), notes);
    // One that was moved is still the same.
    std::fs::rename(program.path().join("contacts"), program.path().join("moved")).unwrap();
    assert!(go_on(&program, &["moved"]).starts_with("exit code: 0\n"));
}

#[test]
fn another_file_keeps_its_content_where_nothing_was_listed_yet() {
    let server = Server::answering(500, "{}");
    let program = with_token().with_file("notes", "notes");
    let list = |out| program.run(&at(&server, &[&LIST[..], &[out]].concat()));
    assert!(list("contacts").starts_with("exit code: 1\n"));
    let said = list("notes");
    assert!(said.contains("notes is not the file of the checkpoint, which was "), "{said}");
    assert_eq!(program.read("notes"), "notes");
}

#[test]
fn a_listing_goes_on_in_its_own_form_and_with_its_own_fields() {
    let program = begun(&[]);
    let before = program.read("contacts");
    assert_snapshot!(go_on(&program, &["contacts", "-o", "csv"]), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the listing of the checkpoint was begun in another form (-o ndjson): go on in the same way, or remove the checkpoint and list again to another file
    ");
    let other = ["list", "--all", "--checkpoint", "place", "--out", "contacts"];
    assert_snapshot!(program.run(&sandboxed(&other)), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the listing of the checkpoint was begun with other fields (--fields id): go on in the same way, or remove the checkpoint and list again to another file
    ");
    assert_eq!(program.read("contacts"), before);
}

#[test]
fn a_complete_checkpoint_says_so_only_beside_the_file_that_has_everything() {
    let program = Program::new();
    assert!(go_on(&program, &["contacts"]).starts_with("exit code: 0\n"));
    assert_snapshot!(go_on(&program, &["contacts"]), @r"
    exit code: 0
    --- stdout ---
    --- stderr ---
    the checkpoint says that everything was listed: remove it to list again
    ");
    assert_snapshot!(go_on(&program, &["new"]), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: new is not the file of the checkpoint, which had 1020 bytes: give that one, or remove the checkpoint and list again
    ");
    assert!(!program.path().join("new").exists());
    let program = program.with_file("contacts", "short");
    assert!(go_on(&program, &["contacts"]).starts_with("exit code: 2\n"));
    std::fs::remove_file(program.path().join("contacts")).unwrap();
    assert!(go_on(&program, &["contacts"]).starts_with("exit code: 2\n"));
    assert!(go_on(&program, &["-"]).starts_with("exit code: 2\n"));
}

#[test]
fn a_recording_replaces_nothing() {
    let program = Program::new().with_file("r.ndjson", "yesterday's\n").with_file("empty", "");
    let update = ["update", super::UPDATED, "--first-name", "Ada", "--record"];
    let run = |file| program.run(&sandboxed(&[&update[..], &[file]].concat()));
    assert_snapshot!(run("r.ndjson"), @r"
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot write the recording r.ndjson: it is there already: remove it, or choose another name
    ");
    assert_eq!(program.read("r.ndjson"), "yesterday's\n");
    assert!(run("empty").starts_with("exit code: 0\n"));
    assert_eq!(program.read("empty").lines().count(), 1);
}

#[test]
fn a_recording_does_not_replace_the_plan_that_is_applied() {
    let program = Program::new();
    let plan = ["bulk-delete", "plan", super::UPDATED, "--no-names", "--out", "plan"];
    assert!(program.run(&sandboxed(&plan)).starts_with("exit code: 0\n"));
    let before = program.read("plan");
    let apply = ["bulk-delete", "apply", "plan", "--yes", "--record"];
    let run = |file| program.run(&sandboxed(&[&apply[..], &[file]].concat()));
    assert_snapshot!(run("./plan"), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the plan and --record name the same file, ./plan: give each a file of its own
    ");
    assert_snapshot!(run("plan.outcomes.ndjson"), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the outcomes and --record name the same file, plan.outcomes.ndjson: give each a file of its own
    ");
    assert_eq!(program.read("plan"), before);
    assert!(!program.path().join("plan.outcomes.ndjson").exists());
}

#[test]
fn two_options_do_not_name_one_file() {
    let program = Program::new();
    let told = [
        &["list", "--all", "--checkpoint", "same", "--out", "./same"][..],
        &["list", "--out", "same", "--record", "same"],
        &["list", "--all", "--checkpoint", "same", "--record", "same"],
        &["bulk-delete", "plan", "1", "--out", "same", "--record", "same"],
    ];
    assert_snapshot!(told.map(|arguments| program.run(&sandboxed(arguments))).concat(), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --checkpoint and --out name the same file, ./same: give each a file of its own
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --out and --record name the same file, same: give each a file of its own
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --checkpoint and --record name the same file, same: give each a file of its own
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --out and --record name the same file, same: give each a file of its own
    ");
    assert!(!program.path().join("same").exists());
    let device = ["list", "--out", "/dev/null", "--record", "/dev/null"];
    assert!(program.run(&sandboxed(&device)).starts_with("exit code: 0\n"));
}

#[test]
fn a_checkpoint_is_a_file() {
    let program = Program::new();
    assert_snapshot!(program.run(&sandboxed(&["list", "--all", "--checkpoint", "-"])), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value '-' for '--checkpoint <FILE>': the next run reads it again: give the name of a file

    For more information, try '--help'.
    ");
    assert!(!program.path().join("-").exists());
}
