//! Deletes several contacts, and tells what became of each.

#![expect(clippy::print_stdout, reason = "an example shows what it did")]

mod support;

use std::error::Error;

use agentassist_client::{AgentAssist, Fate};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let ids: Vec<String> = std::env::args().skip(1).collect();
    for line in run(&support::connect()?, &ids).await? {
        println!("{line}");
    }
    Ok(())
}

pub(crate) async fn run(api: &AgentAssist, ids: &[String]) -> Result<Vec<String>, Box<dyn Error>> {
    let outcome = api.contacts().delete_many(ids).await?;
    let lines = outcome.fates().iter().map(|(id, fate)| {
        let fate = match fate {
            Fate::Deleted => "deleted",
            Fate::Failed { reason } => reason.as_deref().unwrap_or("not deleted"),
            Fate::Untouched => "not sent: safe to try again",
            _ => "unknown: look whether it is still listed",
        };
        format!("{}: {fate}", id.as_str())
    });
    Ok(lines.collect())
}
