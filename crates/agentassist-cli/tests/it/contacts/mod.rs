//! `agentassist contacts`: list, update and delete, against a sandbox in the process.

mod change;
mod dry_run;
mod files;
mod list;
mod refusals;

use crate::program::Program;
use crate::server::Server;

const UPDATED: &str = "667e48f7c8b972fc691xxxxx";

/// Runs `agentassist contacts …` against a sandbox.
fn contacts(arguments: &[&str]) -> String {
    Program::new().run(&sandboxed(arguments))
}

fn sandboxed<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    [&["contacts"], arguments, &["--target", "sandbox"]].concat()
}

/// The arguments of a call to a host.
fn at<'a>(server: &'a Server, arguments: &[&'a str]) -> Vec<&'a str> {
    let place =
        ["--target", &server.base_url, "--account-id", "a", "--stream-id", "st-1", "--token-file"];
    [&["contacts"], arguments, &place, &["token"]].concat()
}

fn with_token() -> Program {
    Program::new().with_file("token", "s3cr3t.t0k3n.value")
}
