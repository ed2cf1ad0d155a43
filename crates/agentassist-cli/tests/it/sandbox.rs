//! `agentassist sandbox`: starts, says that it is ready, and stops when it is asked to.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStderr, Stdio};

use crate::program::Program;

/// A sandbox that listens, and what it says; stopped with the test.
pub(crate) struct Running(pub(crate) Child, pub(crate) BufReader<ChildStderr>);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts a sandbox and waits until it says that it listens.
pub(crate) fn start(program: &Program, arguments: &[&str]) -> (Running, String) {
    let arguments = [&["sandbox", "--listen", "127.0.0.1:0"], arguments].concat();
    let mut child = program.command(&arguments).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    let mut said = BufReader::new(child.stderr.take().unwrap());
    said.read_line(&mut line).unwrap();
    (Running(child, said), line)
}

#[test]
fn the_ready_file_is_there_once_the_sandbox_listens() {
    let program = Program::new();
    let (_running, line) = start(&program, &["--ephemeral", "--ready-file", "ready.json"]);
    let ready = fs::read_to_string(program.path().join("ready.json")).unwrap();
    for key in ["base_url", "account_id", "stream_id", "client_id", "client_secret", "token"] {
        assert!(ready.contains(&format!("\"{key}\"")), "{key} is not in {ready}");
    }
    let address = line.trim().strip_prefix("sandbox listens on ").unwrap();
    assert!(ready.contains(address), "{address} is not in {ready}");
    assert!(!program.path().join("agentassist-sandbox.sqlite3").exists());
}

#[test]
fn without_ephemeral_the_state_is_kept_in_a_file() {
    let program = Program::new();
    let _running = start(&program, &["--database", "state.sqlite3"]);
    assert!(program.path().join("state.sqlite3").exists());
}

#[cfg(unix)]
#[test]
fn a_sandbox_that_is_asked_to_stop_ends_well() {
    let program = Program::new();
    let (mut running, _) = start(&program, &["--ephemeral", "--ready-file", "ready.json"]);
    let id = running.0.id().to_string();
    let asked = std::process::Command::new("kill").args(["-TERM", &id]).status().unwrap();
    assert!(asked.success());
    assert_eq!(running.0.wait().unwrap().code(), Some(0));
    assert!(!program.path().join("ready.json").exists(), "the address is no longer true");
}

#[test]
fn an_address_in_use_is_named() {
    let program = Program::new();
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let shown = program.run(&["sandbox", "--ephemeral", "--listen", &address]);
    assert!(shown.starts_with("exit code: 3\n"), "{shown}");
    assert!(shown.contains("cannot start the sandbox") && shown.contains(&address), "{shown}");
}

#[test]
fn a_file_that_is_no_state_of_a_sandbox_is_left_alone() {
    let program = Program::new().with_file("notes.txt", "not a database");
    let arguments = ["sandbox", "--listen", "127.0.0.1:0", "--database", "notes.txt"];
    let shown = program.run(&arguments);
    assert!(shown.starts_with("exit code: 3\n"), "{shown}");
    assert_eq!(fs::read_to_string(program.path().join("notes.txt")).unwrap(), "not a database");
}
