//! What contacts are called. No operation reads one contact: they are looked for in the listing.

use std::collections::{HashMap, HashSet};

use agentassist_client::generated::types::ContactPage;
use agentassist_client::{AgentAssist, Error, RetryPolicy};

use super::Entry;
use crate::api::Session;
use crate::exit::Failure;
use crate::outcome::Situation;
use crate::output;

/// So many requests are made at most: a name is not worth the account's whole minute.
const MOST: u64 = 10;
/// The sizes of pages that are asked for, one after the other where the API refuses one; 0 says
/// nothing about a size.
const PAGE_SIZES: [u64; 3] = [1000, 100, 0];

/// Names by id, as far as they were looked for.
#[derive(Debug, Default)]
pub(crate) struct Names {
    found: HashMap<String, String>,
    /// How many contacts were looked through.
    looked_through: usize,
    /// Whether the API gave them.
    failed: bool,
}

impl Names {
    /// What a contact is called, if it was found.
    pub(crate) fn of(&self, id: &str) -> Option<&str> {
        self.found.get(id).map(String::as_str)
    }

    /// Names the contacts that have no name yet.
    pub(crate) fn complete(&self, entries: &mut [Entry]) {
        for entry in entries.iter_mut().filter(|entry| entry.name.is_none()) {
            entry.name = self.of(&entry.id).map(str::to_owned);
        }
    }

    /// Why a contact has no name.
    pub(crate) fn why_not(&self) -> String {
        if self.failed {
            "its name could not be looked up".to_owned()
        } else {
            format!("not among the first {}", output::counted(self.looked_through, "contact"))
        }
    }
}

/// Looks for contacts in the listing until all are found, or enough was looked through.
///
/// # Errors
///
/// When somebody asks to stop. A listing that fails leaves the contacts without names.
pub(crate) async fn look_up<'a>(
    session: &Session,
    ids: impl Iterator<Item = &'a str>,
) -> Result<Names, Failure> {
    let mut missing: HashSet<&str> = ids.collect();
    let mut names = Names::default();
    match session.reading(search(session, &mut missing, &mut names)).await {
        Err(Failure::Call(failure)) if failure.situation != Situation::Interrupted => {
            output::say(&format!("warning: names could not be looked up: {failure}"));
            names.failed = true;
        }
        other => other?,
    }
    Ok(names)
}

async fn search(
    session: &Session,
    missing: &mut HashSet<&str>,
    names: &mut Names,
) -> Result<(), Error> {
    // What fails is left: the question can be asked without names.
    let api = session.api.with_retry(RetryPolicy::never());
    let mut sizes = PAGE_SIZES.into_iter().peekable();
    let mut requests = 0;
    while !missing.is_empty() && requests < MOST {
        requests += 1;
        let size = sizes.peek().copied().unwrap_or_default();
        let page = match page(&api, names.looked_through as u64, size).await {
            Err(Error::Refused { .. }) if names.looked_through == 0 && size > 0 => {
                sizes.next();
                continue;
            }
            page => page?,
        };
        let is_empty = page.results.is_empty();
        for contact in page.results {
            names.looked_through += 1;
            if missing.remove(contact.id.as_str()) {
                let name = contact.full_name.unwrap_or_else(|| "without a name".to_owned());
                names.found.insert(contact.id, name);
            }
        }
        if !page.has_more || is_empty {
            break;
        }
    }
    Ok(())
}

async fn page(api: &AgentAssist, skip: u64, size: u64) -> Result<ContactPage, Error> {
    api.contacts().list().skip(skip).page_size(size).page().await
}
