//! The binary as its users see it: exit code, standard output and standard error.

#![expect(clippy::unwrap_used, reason = "what fails in a helper fails the test that called it")]

mod check;
mod contract;
mod program;
mod sandbox;
mod usage;
