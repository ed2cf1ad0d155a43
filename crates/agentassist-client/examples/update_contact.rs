//! Changes the number of one contact. What is not named stays as it is.

#![expect(clippy::print_stdout, reason = "an example shows what it did")]

mod support;

use std::error::Error;

use agentassist_client::AgentAssist;
use agentassist_client::generated::types::{CellPhoneUpdate, Contact, ContactUpdate};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let id = std::env::args().nth(1).ok_or("give the id of a contact")?;
    let contact = run(&support::connect()?, &id).await?;
    println!("changed at {}", contact.updated_at.as_deref().unwrap_or("an unknown time"));
    Ok(())
}

pub(crate) async fn run(api: &AgentAssist, id: &str) -> Result<Contact, Box<dyn Error>> {
    let changes = ContactUpdate {
        cell_phone: Some(CellPhoneUpdate {
            phone_number: Some("95501xxxxx".to_owned()), // the server puts the code in front
            country_code: Some("+91".to_owned()),
            ..CellPhoneUpdate::default()
        }),
        ..ContactUpdate::default()
    };
    Ok(api.contacts().update(id, changes).await?)
}
