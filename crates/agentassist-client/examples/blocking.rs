//! Lists contacts without an asynchronous runtime.

#![expect(clippy::print_stdout, reason = "an example shows what it found")]

mod support;

use std::error::Error;

use agentassist_client::{AgentAssist, blocking};

fn main() -> Result<(), Box<dyn Error>> {
    println!("{} contacts", run(support::connect()?)?);
    Ok(())
}

pub(crate) fn run(api: AgentAssist) -> Result<usize, Box<dyn Error>> {
    let api = blocking::AgentAssist::new(api)?;
    let mut count = 0;
    for contact in api.contacts().list() {
        contact?;
        count += 1;
    }
    Ok(count)
}
