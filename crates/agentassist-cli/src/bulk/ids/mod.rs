//! Which contacts: ids from arguments, a file, standard input, or the output of `list`.

mod csv;
mod form;
mod json;
mod lines;
mod yaml;

use std::collections::HashSet;
use std::io;
use std::path::PathBuf;

use agentassist_client::generated::types::ContactId;

use crate::exit::Failure;
use crate::output;
use crate::text_input::TextInput;

/// No more bytes are read: a million contacts in full, as NDJSON, are about half of it.
const MOST: u64 = 1 << 30;

/// Which contacts
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct IdArguments {
    /// Ids of contacts
    #[arg(value_name = "ID", value_parser = one_of_many)]
    ids: Vec<ContactId>,
    /// File with ids, `-` for standard input: one on each line, or what `contacts list` writes as
    /// NDJSON, JSON, CSV or YAML
    #[arg(long, value_name = "FILE")]
    ids_from: Option<PathBuf>,
}

/// A contact to delete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) id: ContactId,
    /// What it is called, as far as somebody has said so.
    pub(crate) name: Option<String>,
}

/// Why a text holds no ids.
#[derive(Debug, thiserror::Error)]
enum Unread {
    #[error("it cannot be read")]
    Unreadable(#[source] io::Error),
    /// It says something else, at a place that is named.
    #[error("{0}")]
    Content(String),
}

impl IdArguments {
    /// The contacts, each once, in order.
    ///
    /// # Errors
    ///
    /// When a file cannot be read, an id cannot be one, or there is none at all.
    pub(crate) fn entries(&self) -> Result<Vec<Entry>, Failure> {
        let given = self.ids.iter().map(|id| Entry { id: id.clone(), name: None });
        let mut entries: Vec<_> = given.collect();
        if let Some(path) = &self.ids_from {
            let input = TextInput::at(path);
            let count = entries.len();
            form::read(input.reader("the ids", MOST)?, &mut entries).map_err(|why| match why {
                Unread::Unreadable(error) => input.unreadable("the ids", error),
                Unread::Content(problem) => Failure::Usage(format!("{input}: {problem}")),
            })?;
            if entries.len() == count {
                return Err(Failure::Usage(format!("{input} holds no id")));
            }
        }
        let count = entries.len();
        keep_the_first(&mut entries);
        if entries.is_empty() {
            return Err(Failure::Usage("no contact is named: give ids, or --ids-from FILE".into()));
        }
        if entries.len() < count {
            let duplicates = output::counted(count - entries.len(), "duplicate id");
            output::say(&format!("{duplicates} ignored"));
        }
        Ok(entries)
    }
}

/// Checks the id of a contact, as a command line has it.
pub(crate) fn contact_id(text: &str) -> Result<ContactId, &'static str> {
    text.parse().map_err(|_| {
        "the id of a contact is not empty, has no slash, and is none of `.`, `..`, `bulk-delete` \
         and `bulk-update`"
    })
}

/// The same for one of several ids, among which a command that stands too late would be one.
fn one_of_many(text: &str) -> Result<ContactId, String> {
    match text {
        "plan" | "apply" | "help" => Err(format!(
            "that is a command, and comes before the options: `bulk-delete {text} …`; the id of a \
             contact that is called so can be given in a file with --ids-from"
        )),
        "-" => Err("for ids from standard input give --ids-from -".to_owned()),
        id => contact_id(id).map_err(str::to_owned),
    }
}

/// Takes out ids that came before.
pub(super) fn keep_the_first(entries: &mut Vec<Entry>) {
    let mut seen = HashSet::with_capacity(entries.len());
    let is_first: Vec<_> = entries.iter().map(|entry| seen.insert(&*entry.id)).collect();
    drop(seen);
    let mut is_first = is_first.into_iter();
    entries.retain(|_| is_first.next().unwrap_or_default());
}

/// A contact as a text names it.
fn entry(id: &str, name: Option<String>, place: &str) -> Result<Entry, Unread> {
    let wrong = |_| Unread::Content(format!("{place}: that cannot be the id of a contact"));
    Ok(Entry { id: id.trim().parse().map_err(wrong)?, name })
}

#[cfg(test)]
mod tests;
