//! Tests that need several crates of the workspace.

#![expect(clippy::unwrap_used, reason = "what fails in a helper fails the test that called it")]

mod architecture;
mod client;
mod containers;
mod defects;
mod faults;
mod generated;
mod mocks;
mod recorder;
mod recordings;
mod self_description;
