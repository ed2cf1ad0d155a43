//! What contacts are called. No operation reads one contact: they are looked for in the listing.

use std::collections::HashMap;

use crate::api::Session;
use crate::exit::Failure;
use crate::progress::Progress;

/// So many contacts are looked through at most: at 60 requests a minute, more would take long.
const MOST: u64 = 2000;

/// Names by id.
#[derive(Debug, Default)]
pub(crate) struct Names(HashMap<String, String>);

impl Names {
    /// What a contact is called, if it was found.
    pub(crate) fn of(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(String::as_str)
    }
}

/// Looks for contacts in the listing until all are found, or enough was looked through.
pub(crate) async fn look_up(session: &Session, ids: &[String]) -> Result<Names, Failure> {
    let mut names = Names::default();
    let mut stream = session.api.contacts().list().accept_gaps(true).stream();
    let mut progress = Progress::new("contacts looked through", 0);
    let mut missing: std::collections::HashSet<&str> = ids.iter().map(String::as_str).collect();
    while !missing.is_empty() && stream.position() < MOST {
        let Some(contact) = stream.next().await else { break };
        let contact = contact?;
        progress.advance(1, stream.total().map(|total| total.min(MOST)));
        if missing.remove(contact.id.as_str()) {
            let name = contact.full_name.unwrap_or_else(|| "without a name".to_owned());
            names.0.insert(contact.id, name);
        }
    }
    Ok(names)
}
