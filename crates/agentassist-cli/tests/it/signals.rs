//! Signals other than those of a key: the end of a terminal, and whoever loses patience.

use std::io;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::io::ioctl_fionread;
use serde_json::Value;

use crate::gate::Gate;
use crate::program::{Program, show};
use crate::sandbox::start;

/// A test that waits longer has failed.
const PATIENCE: Duration = Duration::from_mins(1);
/// Between two looks.
const SOON: Duration = Duration::from_millis(5);

fn send(signal: &str, child: &Child) {
    let id = child.id().to_string();
    assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
}

/// Waits for something, with a deadline.
fn until<T>(mut look: impl FnMut() -> Option<T>) -> T {
    let begin = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(begin.elapsed() < PATIENCE, "that takes too long");
        sleep(SOON);
    }
}

/// A listing that fills a pipe which nobody reads.
#[test]
fn a_process_whose_output_nobody_reads_ends_when_it_is_asked_twice() {
    let program = Program::new();
    let ready = ["--ephemeral", "--contacts", "2000", "--ready-file", "ready.json"];
    let (_running, _) = start(&program, &ready);
    let ready: Value = serde_json::from_str(&program.read("ready.json")).unwrap();
    let of = |key: &str| ready[key].as_str().unwrap();
    for signal in ["-INT", "-TERM"] {
        let (reader, writer) = io::pipe().unwrap();
        let mut list = program.command(&["contacts", "list", "--all"]);
        list.env("AGENTASSIST_TARGET", of("base_url"));
        list.env("AGENTASSIST_ACCOUNT_ID", of("account_id"));
        list.env("AGENTASSIST_STREAM_ID", of("stream_id"));
        list.env("AGENTASSIST_TOKEN", of("token"));
        let mut child = list.stdout(writer).stderr(Stdio::null()).spawn().unwrap();
        // As much as fits is there when nothing is added any more.
        let mut before = 0;
        until(|| {
            let there = ioctl_fionread(&reader).unwrap();
            let is_full = there > 32 * 1024 && there == before;
            before = there;
            is_full.then_some(())
        });
        let status: ExitStatus = until(|| {
            let ended = child.try_wait().unwrap();
            if ended.is_none() {
                send(signal, &child);
            }
            ended
        });
        assert_eq!(status.code(), Some(130), "{signal}");
    }
}

/// Runs a listing whose request is held, and sends the end of a terminal; lets the request pass
/// then, or never.
fn hung_up(before: &str, passes: bool) -> String {
    let program = Program::new();
    let gate = Gate::before_a_sandbox(&program, &[]);
    let list = ["contacts", "list", "--max-items", "1", "--fields", "id"];
    let list = program.command(&[&list[..], &gate.place()].concat());
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("{before} exec \"$@\""), "sh"]).arg(list.get_program());
    shell.args(list.get_args()).current_dir(program.path());
    let child = shell.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let held = gate.next();
    send("-HUP", &child);
    if passes {
        held.pass();
    }
    show(&child.wait_with_output().unwrap())
}

#[test]
fn the_end_of_the_terminal_is_a_reason_to_stop_unless_it_is_ignored() {
    let ignored = hung_up("trap '' HUP;", true);
    assert!(ignored.starts_with("exit code: 0\n"), "{ignored}");
    // Where the tests themselves run under `nohup`, no shell can undo that.
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let signals = status.lines().find_map(|line| line.strip_prefix("SigIgn:")).unwrap();
    if u64::from_str_radix(signals.trim(), 16).unwrap() & 1 == 0 {
        let shown = hung_up("", false);
        assert!(shown.starts_with("exit code: 130\n"), "{shown}");
    }
}
