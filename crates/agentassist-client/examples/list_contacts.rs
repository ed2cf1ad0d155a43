//! Lists every contact, page after page, and counts them by status.

#![expect(clippy::print_stdout, reason = "an example shows what it found")]

mod support;

use std::collections::BTreeMap;
use std::error::Error;

use agentassist_client::AgentAssist;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    for (status, count) in run(&support::connect()?).await? {
        println!("{count} {status}");
    }
    Ok(())
}

pub(crate) async fn run(api: &AgentAssist) -> Result<BTreeMap<String, usize>, Box<dyn Error>> {
    let mut counts = BTreeMap::new();
    let mut contacts = api.contacts().list().stream();
    while let Some(contact) = contacts.next().await {
        let status = contact?.status.unwrap_or_else(|| "without a status".to_owned());
        *counts.entry(status).or_default() += 1;
    }
    Ok(counts)
}
