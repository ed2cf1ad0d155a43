//! `agentassist auth`: tokens that are signed here, and what the doctor says of them.

mod call;
mod doctor;
mod token;

use crate::program::{Program, show};

const CLIENT: [&str; 4] = ["--client-id", "cs-1", "--client-secret-file", "secret"];
const PLACE: [&str; 4] = ["--account-id", "65f7", "--stream-id", "st-1"];

fn program() -> Program {
    Program::new().with_file("secret", "s3cr3t-k3y\n")
}

/// Signs a token and puts it into the folder.
fn signed(arguments: &[&str]) -> Program {
    let program = program();
    let sign = [&["auth", "token"], arguments, &CLIENT].concat();
    let output = program.command(&sign).output().unwrap();
    assert!(output.status.success(), "{}", show(&output));
    program.with_file("token", output.stdout)
}
