//! Where nothing more can be written.

use std::fs::OpenOptions;

use insta::assert_snapshot;

use super::transcript;
use crate::program::{Program, show};
use crate::sandbox::start;

fn into_a_full_disk(arguments: &[&str]) -> String {
    let program =
        Program::new().with_recording("r.json", "listContacts/200-last-page.json", str::to_owned);
    let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
    show(&program.command(arguments).stdout(full).output().unwrap())
}

#[test]
fn every_command_that_prints_says_so() {
    let list = ["contacts", "list", "--max-items", "1", "--target", "sandbox", "-o"];
    let forms =
        ["table", "json", "ndjson", "csv", "yaml"].map(|form| [&list[..], &[form]].concat());
    let others: [&[&str]; 8] = [
        &["contacts", "delete", "1", "--dry-run", "--target", "sandbox"],
        &["auth", "token", "--target", "sandbox"],
        &["auth", "doctor", "--call", "--target", "sandbox"],
        &["check", "r.json"],
        &["check", "r.json", "--shard", "1/1"],
        &["explain"],
        &["completions", "bash"],
        &["man"],
    ];
    for arguments in forms.iter().map(Vec::as_slice).chain(others) {
        assert_eq!(
            into_a_full_disk(arguments),
            "exit code: 3\n--- stdout ---\n--- stderr ---\nerror: cannot write to standard \
             output: No space left on device (os error 28)\n",
            "{arguments:?}"
        );
    }
}

#[test]
fn what_was_done_is_said_where_it_cannot_be_shown() {
    let sandboxed =
        |arguments: &[&str]| into_a_full_disk(&[arguments, &["--target", "sandbox"]].concat());
    let contact = "667e48f7c8b972fc691xxxxx";
    let list = "cl-1a5e0c71-0d5c-5f0e-9b1a-51a7e0000001";
    let told = [
        sandboxed(&["contacts", "update", contact, "--first-name", "Ada"]),
        sandboxed(&["contacts", "delete", contact, "--yes"]),
        sandboxed(&["contact-lists", "delete", list, "--yes"]),
    ];
    assert_snapshot!(told.concat(), @r"
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: the contact was changed; cannot write to standard output: No space left on device (os error 28)
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: the contact was deleted; cannot write to standard output: No space left on device (os error 28)
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: the contact list was deleted; cannot write to standard output: No space left on device (os error 28)
    ");
}

#[test]
fn a_deletion_whose_outcomes_cannot_be_shown_any_more_stops_and_keeps_what_is_known() {
    let program = Program::new();
    let ids = ["6960cbe9b155d194e2fxxxxx", "6960cc07b155d194e2fxxxxx", "--target", "sandbox"];
    let plan = [&["contacts", "bulk-delete", "plan", "--out", "plan"][..], &ids].concat();
    assert!(program.run(&plan).starts_with("exit code: 0\n"));
    let apply = ["contacts", "bulk-delete", "apply", "plan", "--yes", "--batch-size", "1"];
    let apply = [&apply[..], &["--target", "sandbox"]].concat();
    let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
    let shown = show(&program.command(&apply).stdout(full).output().unwrap());
    assert_snapshot!(shown, @r"
    exit code: 3
    --- stdout ---
    --- stderr ---
    1 deleted, 1 untouched
    outcomes are in plan.outcomes.ndjson
    error: cannot write to standard output: No space left on device (os error 28)
    ");
    assert_snapshot!(program.read("plan.outcomes.ndjson"), @r#"
    {"plan_id":"15bf3450a6610bbf","target":"sandbox","account_id":"65f7d49a5dd06e2cefaxxxxx","stream_id":"st-7dc994f0-4436-5134-9fa8-a942625xxxxx"}
    {"id":"6960cbe9b155d194e2fxxxxx","outcome":"sent"}
    {"id":"6960cbe9b155d194e2fxxxxx","outcome":"deleted"}
    "#);
}

#[test]
fn a_recording_that_cannot_be_written_is_told_at_the_end() {
    let told = transcript(
        &Program::new(),
        &[
            "contacts list --target sandbox --fields id --max-items 1 --record /dev/full",
            "contacts bulk-delete plan 1 --out /dev/full --target sandbox",
        ],
    );
    assert_snapshot!(told, @r#"
    $ contacts list --target sandbox --fields id --max-items 1 --record /dev/full
    exit code: 3
    --- stdout ---
    {"id":"667e48f7c8b972fc691xxxxx"}
    --- stderr ---
    error: cannot write the recording /dev/full: No space left on device (os error 28)

    $ contacts bulk-delete plan 1 --out /dev/full --target sandbox
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot write /dev/full: it is there already: remove it, or choose another name
    "#);
}

/// A disk that is full in the middle of a line: the next run goes on with whole ones.
#[test]
fn a_listing_to_a_file_goes_on_where_a_full_disk_has_cut_it_off() {
    let program = Program::new();
    let ready = ["--ephemeral", "--contacts", "300", "--ready-file", "ready.json"];
    let (_running, _) = start(&program, &ready);
    let ready: serde_json::Value = serde_json::from_str(&program.read("ready.json")).unwrap();
    let of = |key: &str| ready[key].as_str().unwrap().to_owned();
    let program = program.with_file("token", of("token"));
    let place = ["--target", &of("base_url"), "--account-id", &of("account_id")];
    let rest = ["--stream-id", &of("stream_id"), "--token-file", "token", "--fields", "id"];
    let list = ["contacts", "list", "--all", "--checkpoint", "place", "--out", "contacts"];
    let list = [&list[..], &place, &rest].concat();
    let limit = "trap '' XFSZ; ulimit -f 8; exec \"$@\"";
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", limit, "sh", env!("CARGO_BIN_EXE_agentassist")]).args(&list);
    assert_snapshot!(show(&shell.current_dir(program.path()).output().unwrap()), @r"
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot write contacts: File too large (os error 27)
    ");
    assert!(!program.read("contacts").ends_with('\n'), "the test has cut off a line");

    assert_eq!(program.run(&list), "exit code: 0\n--- stdout ---\n--- stderr ---\n");
    let listed = program.read("contacts");
    let mut lines: Vec<_> = listed.lines().collect();
    assert!(lines.iter().all(|line| line.starts_with("{\"id\":") && line.ends_with("\"}")));
    assert_eq!(lines.len(), 300);
    lines.sort_unstable();
    lines.dedup();
    assert_eq!(lines.len(), 300);
}

/// A shell that allows no file to grow beyond a kibibyte: the journal is full after some contacts.
#[test]
fn outcomes_that_cannot_be_written_any_more_stop_the_deletion_and_are_told() {
    let program = Program::new();
    let list = ["contacts", "list", "--max-items", "20", "--target", "sandbox", "-o", "csv"];
    let listed = program.command(&[&list[..], &["--fields", "id"]].concat()).output().unwrap();
    let program = program.with_file("ids.csv", listed.stdout);
    let plan = ["contacts", "bulk-delete", "plan", "--ids-from", "ids.csv", "--no-names"];
    let plan = [&plan[..], &["--out", "plan", "--target", "sandbox"]].concat();
    assert!(program.run(&plan).starts_with("exit code: 0\n"));
    let line = format!(
        "trap '' XFSZ; ulimit -f 2; exec '{}' contacts bulk-delete apply plan --yes \
         --batch-size 4 --fields id,outcome --target sandbox",
        env!("CARGO_BIN_EXE_agentassist")
    );
    let mut shell = std::process::Command::new("sh");
    let output = shell.args(["-c", &line]).current_dir(program.path()).output().unwrap();
    assert_snapshot!(show(&output), @r#"
    exit code: 3
    --- stdout ---
    {"id":"667e48f7c8b972fc691xxxxx","outcome":"deleted"}
    {"id":"695e2b7b786560d6a90xxxxx","outcome":"deleted"}
    {"id":"69609027c1746a61429xxxxx","outcome":"deleted"}
    {"id":"6960cbe9b155d194e2fxxxxx","outcome":"deleted"}
    {"id":"6960cc07b155d194e2fxxxxx","outcome":"deleted"}
    {"id":"69620700e220a8397b1dcdaf","outcome":"deleted"}
    {"id":"69620700910a2dec89025cc1","outcome":"deleted"}
    {"id":"69620701975835de1c9756ce","outcome":"deleted"}
    {"id":"696207021d0b14e4db018fed","outcome":"untouched"}
    {"id":"696207036e73e372e2338aca","outcome":"untouched"}
    {"id":"6962070463033b0ca389c35a","outcome":"untouched"}
    {"id":"69620705bd64a5d9adefe000","outcome":"untouched"}
    {"id":"6962070663cbe1e459320dd7","outcome":"untouched"}
    {"id":"696207079e5651b0ef953636","outcome":"untouched"}
    {"id":"69620708aeaf52febe706064","outcome":"untouched"}
    {"id":"69620709088712be8a582fca","outcome":"untouched"}
    {"id":"6962070a50f5647d2380309d","outcome":"untouched"}
    {"id":"6962070b943ff9fc99de8f03","outcome":"untouched"}
    {"id":"6962070cc4ca37b7f8ad8aff","outcome":"untouched"}
    {"id":"6962070d6aa9d61435dbe63e","outcome":"untouched"}
    --- stderr ---
    8 deleted, 12 untouched
    outcomes are in plan.outcomes.ndjson
    error: cannot write the outcomes plan.outcomes.ndjson: File too large (os error 27)
    "#);
}
