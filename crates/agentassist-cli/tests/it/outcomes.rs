//! The file beside a plan: whose outcomes it keeps, and what it says of those of others.

use std::fs;
#[cfg(target_os = "linux")]
use std::process::Stdio;

use insta::assert_snapshot;
use serde_json::Value;

use crate::program::Program;
use crate::sandbox::{Running, start};
#[cfg(target_os = "linux")]
use crate::server::Server as Silent;

const ONE: &str = "6960cbe9b155d194e2fxxxxx";
const OTHER: &str = "6960cc07b155d194e2fxxxxx";

/// A server with contacts of its own, though they have the same ids as those of every other.
struct Server {
    _running: Running,
    place: Vec<String>,
}

impl Server {
    fn start(program: &Program, name: &str) -> Self {
        let ready = format!("{name}.json");
        let (running, _) = start(program, &["--ephemeral", "--ready-file", &ready]);
        let told: Value = serde_json::from_str(&program.read(&ready)).unwrap();
        let of = |key: &str| told[key].as_str().unwrap().to_owned();
        let token = format!("{name}.token");
        program.put(&token, of("token"));
        let place = ["--target", &of("base_url"), "--account-id", &of("account_id")]
            .into_iter()
            .chain(["--stream-id", &of("stream_id"), "--token-file", &token])
            .map(str::to_owned)
            .collect();
        Self { _running: running, place }
    }

    fn run(&self, program: &Program, arguments: &[&str]) -> String {
        let place = self.place.iter().map(String::as_str);
        let bulk_delete = ["contacts", "bulk-delete"].into_iter();
        let line = bulk_delete.chain(arguments.iter().copied()).chain(place);
        program.run(&line.collect::<Vec<_>>()).replace(&self.place[1], "HOST")
    }
}

#[test]
fn outcomes_of_one_server_are_none_of_another() {
    let program = Program::new();
    let (first, second) = (Server::start(&program, "a"), Server::start(&program, "b"));
    let plan = ["plan", ONE, OTHER, "--no-names", "--out", "plan.toml"];
    let apply = ["apply", "plan.toml", "--yes"];
    assert!(first.run(&program, &plan).starts_with("exit code: 0\n"));
    let applied = first.run(&program, &apply);
    assert!(applied.starts_with("exit code: 0\n"), "{applied}");
    fs::remove_file(program.path().join("plan.toml")).unwrap();

    assert_snapshot!(second.run(&program, &plan), @r"
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot write plan.toml: plan.toml.outcomes.ndjson holds the outcomes of an earlier plan of this name: move it away, or choose another name
    ");
    let elsewhere = ["plan", ONE, OTHER, "--no-names", "--out", "other.toml"];
    assert!(second.run(&program, &elsewhere).starts_with("exit code: 0\n"));
    let apply = ["apply", "other.toml", "--yes", "--outcomes", "plan.toml.outcomes.ndjson"];
    let told = second.run(&program, &apply);
    assert_snapshot!(told.replace(&first.place[1], "FIRST HOST"), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: plan.toml.outcomes.ndjson holds the outcomes of another plan (FIRST HOST, 65f7d49a5dd06e2cefaxxxxx, st-7dc994f0-4436-5134-9fa8-a942625xxxxx): move it away, or name another file with --outcomes
    ");
    let told = second.run(&program, &[&apply[..], &["--dry-run"]].concat());
    assert!(told.starts_with("exit code: 2\n"), "{told}");
    let applied = second.run(&program, &["apply", "other.toml", "--yes"]);
    assert!(applied.starts_with("exit code: 0\n"), "{applied}");
    assert!(applied.contains("2 deleted"), "{applied}");
}

#[test]
fn outcomes_of_another_plan_for_the_same_contacts_are_refused() {
    let program = Program::new();
    let run = |arguments: &[&str]| {
        let line = [&["contacts", "bulk-delete"], arguments, &["--target", "sandbox"]].concat();
        program.run(&line)
    };
    assert!(run(&["plan", ONE, "--out", "one.toml"]).starts_with("exit code: 0\n"));
    assert!(run(&["plan", ONE, OTHER, "--out", "two.toml"]).starts_with("exit code: 0\n"));
    let outcomes = ["--yes", "--outcomes", "outcomes"];
    let applied = run(&[&["apply", "one.toml"], &outcomes[..]].concat());
    assert!(applied.starts_with("exit code: 0\n"), "{applied}");
    assert_snapshot!(run(&[&["apply", "two.toml"], &outcomes[..]].concat()), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: outcomes holds the outcomes of another plan (sandbox, 65f7d49a5dd06e2cefaxxxxx, st-7dc994f0-4436-5134-9fa8-a942625xxxxx): move it away, or name another file with --outcomes
    ");
    let again = run(&[&["apply", "one.toml"], &outcomes[..]].concat());
    assert!(again.contains("nothing is left to do"), "{again}");
}

#[test]
fn outcomes_of_which_nobody_got_further_than_the_beginning_are_begun_anew() {
    let program = Program::new();
    let run = |arguments: &[&str]| {
        let line = [&["contacts", "bulk-delete"], arguments, &["--target", "sandbox"]].concat();
        program.run(&line)
    };
    assert!(run(&["plan", ONE, "--out", "plan"]).starts_with("exit code: 0\n"));
    for begun in ["", "{\"plan_id\":\"12", "\n"] {
        fs::write(program.path().join("plan.outcomes.ndjson"), begun).unwrap();
        let applied = run(&["apply", "plan", "--yes"]);
        assert!(applied.starts_with("exit code: 0\n"), "{begun:?}: {applied}");
    }
}

/// As a whole in memory, such a plan takes more than a hundred megabytes.
#[cfg(target_os = "linux")]
#[test]
fn a_long_plan_is_made_and_applied_in_little_memory() {
    let ids: Vec<_> = (0..60_000).map(|number| format!("6960cbe9b155d194{number:08}")).collect();
    let program = Program::new().with_file("ids", ids.join("\n")).with_file("token", "t");
    let server = Silent::silent();
    let place = ["--target", &server.base_url, "--account-id", "a", "--stream-id", "st-1"];
    let plan = ["contacts", "bulk-delete", "plan", "--ids-from", "ids", "--no-names"];
    let planned = program.run(&[&plan[..], &["--out", "plan"], &place].concat());
    assert!(planned.contains("plan: 60000 contacts to delete"), "{planned}");
    let apply = ["contacts", "bulk-delete", "apply", "plan", "--yes", "--token-file", "token"];
    let mut apply = program.command(&[&apply[..], &place].concat());
    let mut child = apply.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    // By now the plan was read and the outcomes begun.
    server.wait_for_request();
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let peak: u64 = peak.trim().trim_end_matches(" kB").parse().unwrap();
    assert!(peak < 64 * 1024, "{peak} kB");
}
