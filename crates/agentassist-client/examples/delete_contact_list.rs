//! Deletes a campaign contact list with all its contacts.

#![expect(clippy::print_stdout, reason = "an example shows what it did")]

mod support;

use agentassist_client::{AgentAssist, Deletion, Error};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let id = std::env::args().nth(1).ok_or("give the id of a contact list")?;
    println!("{}", run(&support::connect()?, &id).await?);
    Ok(())
}

pub(crate) async fn run(api: &AgentAssist, id: &str) -> Result<String, Error> {
    match api.contact_lists().delete(id).await? {
        Deletion::Deleted(answer) => Ok(answer.message.unwrap_or_else(|| "deleted".to_owned())),
        Deletion::AlreadyGone => Ok("already gone".to_owned()),
    }
}
