//! `agentassist contacts bulk-delete`: at once and by a plan, against a sandbox in the process.

use insta::assert_snapshot;

use crate::program::Program;
use crate::server::Server;

const ONE: &str = "6960cbe9b155d194e2fxxxxx";
const OTHER: &str = "6960cc07b155d194e2fxxxxx";

fn bulk_delete<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    [&["contacts", "bulk-delete"], arguments, &["--target", "sandbox"]].concat()
}

/// A folder with a plan for two contacts that are there and one that is not.
fn planned() -> Program {
    let program = Program::new();
    let plan = bulk_delete(&["plan", ONE, OTHER, "0123", "--out", "plan.toml"]);
    let shown = program.run(&plan);
    assert!(shown.starts_with("exit code: 0\n"), "{shown}");
    program
}

/// The first line of the outcomes of a plan.
fn head_of_outcomes(program: &Program) -> String {
    let plan = program.read("plan.toml");
    let plan: toml::Table = plan.parse().unwrap();
    let of = |name: &str| serde_json::json!(plan[name].as_str().unwrap());
    let names = ["plan_id", "target", "account_id", "stream_id"];
    let pairs = names.map(|name| format!("\"{name}\":{}", of(name)));
    format!("{{{}}}", pairs.join(","))
}

#[test]
fn contacts_are_deleted_and_the_outcome_of_each_is_told() {
    assert_snapshot!(Program::new().run(&bulk_delete(&[ONE, OTHER, "--yes"])), @r#"
    exit code: 0
    --- stdout ---
    {"id":"6960cbe9b155d194e2fxxxxx","name":null,"outcome":"deleted","reason":null}
    {"id":"6960cc07b155d194e2fxxxxx","name":null,"outcome":"deleted","reason":null}
    --- stderr ---
    2 deleted
    "#);
}

#[test]
fn a_deletion_in_part_has_an_exit_code_of_its_own() {
    let arguments = bulk_delete(&[ONE, "0123", ONE, "--yes", "-o", "csv"]);
    assert_snapshot!(Program::new().run(&arguments), @r"
    exit code: 7
    --- stdout ---
    id,name,outcome,reason
    6960cbe9b155d194e2fxxxxx,,deleted,
    0123,,failed,Contact not found for the given contact id.
    --- stderr ---
    1 duplicate id ignored
    1 deleted, 1 failed
    error: not every contact was deleted: 1 deleted, 1 failed
    ");
}

#[test]
fn what_list_writes_can_be_deleted() {
    let program = Program::new();
    let deleted = ["ndjson", "json", "csv", "yaml"].map(|form| {
        let list = ["contacts", "list", "--max-items", "3", "-o", form, "--target", "sandbox"];
        let output = program.command(&list).output().unwrap();
        let listed = String::from_utf8(output.stdout).unwrap();
        let arguments = bulk_delete(&["--ids-from", "-", "--yes", "--fields", "name,outcome"]);
        program.run_with_input(&arguments, &listed)
    });
    assert!(deleted.iter().all(|shown| *shown == deleted[0]), "{deleted:?}");
    assert_snapshot!(deleted[0], @r#"
    exit code: 0
    --- stdout ---
    {"name":"john doe","outcome":"deleted"}
    {"name":"john doe_1","outcome":"deleted"}
    {"name":"john doe","outcome":"deleted"}
    --- stderr ---
    3 deleted
    "#);
}

#[test]
fn what_names_no_contact_is_refused() {
    let program = Program::new().with_file("ids", "# nobody\n").with_file("names", "Ada King\n");
    let refused = |arguments: &[&str]| program.run(&bulk_delete(arguments));
    assert_snapshot!(refused(&["--yes"]), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: no contact is named: give ids, or --ids-from FILE
    ");
    assert_snapshot!(refused(&["--yes", "--ids-from", "ids"]), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: ids holds no id
    ");
    assert_snapshot!(refused(&["--yes", "--ids-from", "names"]), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: names: line 1 is more than an id: give one id on each line, or NDJSON, JSON, CSV or YAML
    ");
    assert_snapshot!(refused(&["--yes", "--ids-from", "no-such-file"]), @r"
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot read the ids in no-such-file: No such file or directory (os error 2)
    ");
    assert_snapshot!(refused(&[ONE]), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: there is no terminal to ask on: give --yes to delete
    ");
}

#[test]
fn a_dry_run_prints_each_request_and_sends_none() {
    let arguments = bulk_delete(&[ONE, OTHER, "--batch-size", "1", "--dry-run", "-o", "table"]);
    assert_snapshot!(Program::new().run(&arguments), @r#"
    exit code: 0
    --- stdout ---
    DELETE http://sandbox/agentassist/api/v1/public/st-7dc994f0-4436-5134-9fa8-a942625xxxxx/contacts/bulk-delete
    accept: application/json
    auth: redacted-1
    accountid: 65f7d49a5dd06e2cefaxxxxx
    content-type: application/json

    {
      "ids": [
        "6960cbe9b155d194e2fxxxxx"
      ]
    }

    DELETE http://sandbox/agentassist/api/v1/public/st-7dc994f0-4436-5134-9fa8-a942625xxxxx/contacts/bulk-delete
    accept: application/json
    auth: redacted-1
    accountid: 65f7d49a5dd06e2cefaxxxxx
    content-type: application/json

    {
      "ids": [
        "6960cc07b155d194e2fxxxxx"
      ]
    }

    --- stderr ---
    dry run: nothing was sent
    "#);
}

#[test]
fn a_plan_names_the_contacts_and_can_be_read() {
    let program = Program::new();
    let arguments = bulk_delete(&["plan", ONE, OTHER, "0123", "--out", "plan.toml"]);
    assert_snapshot!(program.run(&arguments), @r"
    exit code: 0
    --- stdout ---
    --- stderr ---
    plan.toml: 3 contacts to delete
    1 without a name: not among the first 30 contacts
    read and edit it, then: agentassist contacts bulk-delete apply plan.toml
    ");
    assert_snapshot!(program.read("plan.toml"), @r#"
    # Contacts that `agentassist contacts bulk-delete apply` deletes.
    # Take out the line of a contact to keep it.
    version = 1
    plan_id = "eaa058892548cdd4"
    target = "sandbox"
    account_id = "65f7d49a5dd06e2cefaxxxxx"
    stream_id = "st-7dc994f0-4436-5134-9fa8-a942625xxxxx"
    contacts = [
      { id = "6960cbe9b155d194e2fxxxxx", name = "john doe_2" },
      { id = "6960cc07b155d194e2fxxxxx", name = "john doe_3" },
      { id = "0123" },
    ]
    "#);
    let again = program.run(&arguments);
    assert!(again.starts_with("exit code: 3\n"), "{again}");
    assert!(again.contains("cannot write plan.toml: it is there already"), "{again}");
}

#[test]
fn a_plan_can_be_printed() {
    let program = Program::new();
    let printed = program.command(&bulk_delete(&["plan", ONE, "--out", "-"])).output().unwrap();
    assert!(printed.status.success() && printed.stderr.is_empty(), "{printed:?}");
    assert!(!program.path().join("-").exists());
    let program = program.with_file("plan.toml", printed.stdout);
    let applied = program.run(&bulk_delete(&["apply", "plan.toml", "--yes"]));
    assert!(applied.starts_with("exit code: 0\n"), "{applied}");
}

#[cfg(unix)]
#[test]
fn a_plan_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;

    let program = planned();
    let plan = program.path().join("plan.toml").metadata().unwrap();
    assert_eq!(plan.permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_plan_that_was_applied_is_not_applied_again() {
    let program = planned();
    let apply = bulk_delete(&["apply", "plan.toml", "--yes"]);
    assert_snapshot!(program.run(&apply), @r#"
    exit code: 7
    --- stdout ---
    {"id":"6960cbe9b155d194e2fxxxxx","name":"john doe_2","outcome":"deleted","reason":null}
    {"id":"6960cc07b155d194e2fxxxxx","name":"john doe_3","outcome":"deleted","reason":null}
    {"id":"0123","name":null,"outcome":"failed","reason":"Contact not found for the given contact id."}
    --- stderr ---
    2 deleted, 1 failed
    outcomes are in plan.toml.outcomes.ndjson
    error: not every contact was deleted: 2 deleted, 1 failed
    "#);
    assert_snapshot!(program.read("plan.toml.outcomes.ndjson"), @r#"
    {"plan_id":"eaa058892548cdd4","target":"sandbox","account_id":"65f7d49a5dd06e2cefaxxxxx","stream_id":"st-7dc994f0-4436-5134-9fa8-a942625xxxxx"}
    {"id":"6960cbe9b155d194e2fxxxxx","outcome":"sent"}
    {"id":"6960cc07b155d194e2fxxxxx","outcome":"sent"}
    {"id":"0123","outcome":"sent"}
    {"id":"6960cbe9b155d194e2fxxxxx","outcome":"deleted"}
    {"id":"6960cc07b155d194e2fxxxxx","outcome":"deleted"}
    {"id":"0123","outcome":"failed","reason":"Contact not found for the given contact id."}
    "#);
    assert_snapshot!(program.run(&apply), @r"
    exit code: 7
    --- stdout ---
    --- stderr ---
    settled before: 3 contacts (2 deleted, 1 failed)
    nothing is left to do
    error: not every contact was deleted: 2 deleted, 1 failed
    ");
    let retry = bulk_delete(&["apply", "plan.toml", "--yes", "--retry", "failed"]);
    assert_snapshot!(program.run(&retry), @r#"
    exit code: 7
    --- stdout ---
    {"id":"0123","name":null,"outcome":"failed","reason":"Contact not found for the given contact id."}
    --- stderr ---
    settled before: 2 contacts (2 deleted)
    1 failed
    outcomes are in plan.toml.outcomes.ndjson
    error: not every contact was deleted: 2 deleted, 1 failed
    "#);
}

#[test]
fn a_contact_taken_out_of_a_plan_is_kept() {
    let program = planned();
    let plan = program.read("plan.toml");
    let edited: Vec<_> =
        plan.lines().filter(|line| !line.contains(OTHER) && !line.contains("0123")).collect();
    let program = program.with_file("plan.toml", edited.join("\n"));
    assert_snapshot!(program.run(&bulk_delete(&["apply", "plan.toml", "--yes"])), @r#"
    exit code: 0
    --- stdout ---
    {"id":"6960cbe9b155d194e2fxxxxx","name":"john doe_2","outcome":"deleted","reason":null}
    --- stderr ---
    1 deleted
    outcomes are in plan.toml.outcomes.ndjson
    "#);
}

#[test]
fn a_run_that_was_ended_is_resumed_without_sending_anything_twice() {
    let outcomes = format!(
        "{{\"id\":\"{ONE}\",\"outcome\":\"sent\"}}\n{{\"id\":\"{ONE}\",\"outcome\":\"deleted\"}}\n\
         {{\"id\":\"{OTHER}\",\"outcome\":\"sent\"}}\n{{\"id\":\"{OTHER}\",\"outc"
    );
    let program = planned();
    let outcomes = format!("{}\n{outcomes}", head_of_outcomes(&program));
    let program = program.with_file("plan.toml.outcomes.ndjson", outcomes);
    let apply = ["apply", "plan.toml", "--yes", "--dry-run", "--fields", "body"];
    let shown = program.run(&bulk_delete(&apply));
    assert!(shown.contains("0123") && !shown.contains(ONE) && !shown.contains(OTHER), "{shown}");
    let retry = bulk_delete(&[&apply[..], &["--retry", "unknown"]].concat());
    let shown = program.run(&retry);
    assert!(shown.contains(OTHER) && !shown.contains(ONE), "{shown}");
}

#[test]
fn a_plan_is_applied_to_its_own_stream_alone() {
    let program = planned().with_file("token", "t");
    let apply = [
        "contacts",
        "bulk-delete",
        "apply",
        "plan.toml",
        "--yes",
        "--target",
        "h",
        "--account-id",
        "a",
        "--stream-id",
        "st-1",
        "--token-file",
        "token",
    ];
    assert_snapshot!(program.run(&apply), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: plan.toml was made for another target, account or stream (sandbox, 65f7d49a5dd06e2cefaxxxxx, st-7dc994f0-4436-5134-9fa8-a942625xxxxx)
    ");
}

#[test]
fn what_is_no_plan_is_refused() {
    let program = Program::new().with_file("plan.toml", "version = 1\ncontacts = 7\n");
    assert_snapshot!(program.run(&bulk_delete(&["apply", "plan.toml", "--yes"])), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: plan.toml is not a plan to apply: line 2: invalid type: integer `7`, expected a sequence
    ");
}

/// The first request is under way when somebody asks to stop, and again because no answer comes.
#[cfg(unix)]
#[test]
fn contacts_of_a_request_that_was_given_up_are_unknown() {
    given_up("1", &["1"]);
    given_up("2", &["1", "2"]);
}

/// Gives up the first request of a plan for two contacts, with so many on each.
#[cfg(unix)]
fn given_up(batch_size: &str, unknown: &[&str]) {
    let server = Server::silent();
    let place = [
        "--target",
        &server.base_url,
        "--account-id",
        "a",
        "--stream-id",
        "st-1",
        "--token-file",
        "token",
    ];
    let program = Program::new().with_file("token", "t");
    let plan = ["contacts", "bulk-delete", "plan", "1", "2", "--no-names", "--out", "plan.toml"];
    assert!(program.run(&[&plan[..], &place].concat()).starts_with("exit code: 0\n"));
    let apply =
        ["contacts", "bulk-delete", "apply", "plan.toml", "--yes", "--batch-size", batch_size];
    let mut child = program
        .command(&[&apply[..], &place].concat())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    server.wait_for_request();
    let id = child.id().to_string();
    let status = loop {
        // Two signals at once may count as one: the second one is sent until it is heard.
        let asked = std::process::Command::new("kill").args(["-INT", &id]).status().unwrap();
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        assert!(asked.success());
    };
    assert_eq!(status.code(), Some(130));
    let outcomes = program.read("plan.toml.outcomes.ndjson");
    let (head, outcomes) = outcomes.split_once('\n').unwrap();
    assert_eq!(head, head_of_outcomes(&program));
    let line = |(id, word)| format!("{{\"id\":\"{id}\",\"outcome\":\"{word}\"}}\n");
    let told = ["sent", "unknown"].iter().flat_map(|word| unknown.iter().map(move |id| (id, word)));
    assert_eq!(outcomes, told.map(line).collect::<Vec<_>>().concat());
}
