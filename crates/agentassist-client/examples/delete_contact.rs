//! Deletes one contact, and takes one that is not there for deleted.

#![expect(clippy::print_stdout, reason = "an example shows what it did")]

mod support;

use agentassist_client::{AgentAssist, Deletion, Error};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let id = std::env::args().nth(1).ok_or("give the id of a contact")?;
    println!("{}", run(&support::connect()?, &id).await?);
    Ok(())
}

pub(crate) async fn run(api: &AgentAssist, id: &str) -> Result<&'static str, Error> {
    match api.contacts().delete(id).await {
        Ok(Deletion::Deleted(_)) => Ok("deleted"),
        // An answer was lost on the way, and the repeat found nothing.
        Ok(Deletion::AlreadyGone) => Ok("deleted, most likely by this call"),
        Err(Error::NotFound { .. }) => Ok("was not there"),
        Err(error) => Err(error),
    }
}
