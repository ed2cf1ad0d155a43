//! The binary as its users see it: exit code, standard output and standard error.

#![expect(clippy::unwrap_used, reason = "what fails in a helper fails the test that called it")]

mod auth;
mod authorities;
mod bulk_delete;
mod canary;
mod check;
mod check_baselines;
mod check_reports;
mod check_shards;
#[cfg(unix)]
mod checkpoints;
mod commands;
mod contact_lists;
mod contacts;
mod contract;
#[cfg(unix)]
mod gate;
mod help;
#[cfg(unix)]
mod interrupts;
#[cfg(unix)]
mod lost_answers;
mod outcomes;
mod program;
mod rate_limit;
mod readme;
mod record;
mod refusals;
mod sandbox;
mod server;
mod settings;
#[cfg(target_os = "linux")]
mod signals;
#[cfg(unix)]
mod terminal;
mod tls;
mod usage;
