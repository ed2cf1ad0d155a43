//! The binary as its users see it: exit code, standard output and standard error.

#![expect(clippy::unwrap_used, reason = "what fails in a helper fails the test that called it")]

mod auth;
mod bulk_delete;
mod check;
mod check_reports;
mod contact_lists;
mod contacts;
mod contract;
mod program;
mod readme;
mod sandbox;
mod server;
mod settings;
mod usage;
