//! What contacts are called. No operation reads one contact: they are looked for in the listing.

use std::collections::{HashMap, HashSet};

use agentassist_client::ContactStream;

use crate::api::Session;
use crate::exit::Failure;
use crate::progress::{self, Progress};

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

fn to_look_through(stream: &ContactStream) -> Option<u64> {
    stream.total().map(|total| total.min(MOST))
}

/// Looks for contacts in the listing until all are found, or enough was looked through.
pub(crate) async fn look_up(session: &Session, ids: &[String]) -> Result<Names, Failure> {
    let mut names = Names::default();
    let mut stream = session.api.contacts().list().accept_gaps(true).stream();
    let mut progress = Progress::new("contacts looked through", &session.wire);
    let mut missing: HashSet<&str> = ids.iter().map(String::as_str).collect();
    while !missing.is_empty() && stream.position() < MOST {
        let next = tokio::select! {
            next = stream.next() => next,
            () = tokio::time::sleep(progress::EVERY) => {
                progress.show(to_look_through(&stream));
                continue;
            }
        };
        let Some(contact) = next else { break };
        let contact = contact?;
        progress.advance(1, to_look_through(&stream));
        if missing.remove(contact.id.as_str()) {
            let name = contact.full_name.unwrap_or_else(|| "without a name".to_owned());
            names.0.insert(contact.id, name);
        }
    }
    Ok(names)
}
