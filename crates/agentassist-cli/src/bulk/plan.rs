//! A plan: which contacts are to be deleted, in a file that people read and edit.

use std::fs::File;
use std::path::Path;

use agentassist_client::generated::types::ContactId;
use serde::Deserialize;

use super::Entry;
use crate::api::Place;
use crate::exit::Failure;
use crate::files;

/// The form of plans that is written and read here.
const VERSION: u32 = 1;
/// No plan is longer, in bytes: a million contacts with their names are about half of it.
const MOST: u64 = 256 << 20;

/// Contacts to delete, and where they live.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Plan {
    pub(crate) place: Place,
    pub(crate) entries: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    version: u32,
    target: String,
    account_id: String,
    stream_id: String,
    contacts: Vec<Line>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    id: String,
    name: Option<String>,
}

impl Plan {
    /// Reads a plan.
    pub(crate) fn read(path: &Path) -> Result<Self, Failure> {
        let text =
            File::open(path).and_then(|file| files::read_text(file, MOST)).map_err(|error| {
                Failure::outside(format!("cannot read the plan {}", path.display()), error)
            })?;
        Self::parse(&text).map_err(|problem| {
            Failure::Usage(format!("{} is no plan to apply: {problem}", path.display()))
        })
    }

    fn parse(text: &str) -> Result<Self, String> {
        let file: Content = toml::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start));
            let line = before.map_or(1, |before| before.matches('\n').count() + 1);
            let message = error.message().lines().next().unwrap_or("it is no TOML");
            format!("line {line}: {message}")
        })?;
        if file.version != VERSION {
            return Err(format!("it has the version {}, not {VERSION}", file.version));
        }
        let mut entries: Vec<Entry> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for (index, line) in file.contacts.into_iter().enumerate() {
            let id: ContactId = line.id.parse().map_err(|_| {
                format!("contact {}: that cannot be the id of a contact", index + 1)
            })?;
            if seen.insert(id.clone()) {
                entries.push(Entry { id, name: line.name });
            }
        }
        let place =
            Place { target: file.target, account_id: file.account_id, stream_id: file.stream_id };
        Ok(Self { place, entries })
    }

    /// The text of the plan, one contact on each line.
    pub(crate) fn to_text(&self) -> String {
        let contacts = self.entries.iter().map(|entry| {
            let id = quoted(&entry.id);
            match &entry.name {
                Some(name) => format!("  {{ id = {id}, name = {} }},\n", quoted(name)),
                None => format!("  {{ id = {id} }},\n"),
            }
        });
        format!(
            "# Contacts that `agentassist contacts bulk-delete apply` deletes.\n\
             # Take out the line of a contact to keep it.\n\
             version = {VERSION}\n\
             target = {}\naccount_id = {}\nstream_id = {}\n\
             contacts = [\n{}]\n",
            quoted(&self.place.target),
            quoted(&self.place.account_id),
            quoted(&self.place.stream_id),
            contacts.collect::<String>()
        )
    }
}

/// A text as TOML writes it: as JSON does, but for one character.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string().replace('\u{7f}', "\\u007f")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan() -> Plan {
        let entry = |id: &str, name: Option<&str>| Entry {
            id: id.parse().unwrap(),
            name: name.map(str::to_owned),
        };
        Plan {
            place: Place {
                target: "sandbox".into(),
                account_id: "a".into(),
                stream_id: "st-1".into(),
            },
            entries: vec![
                entry("1", Some("Ada \"the\\first\" 'x'\n\u{7f}\u{1b}[31m")),
                entry("2", None),
            ],
        }
    }

    #[test]
    fn a_plan_is_read_as_it_was_written() {
        let text = plan().to_text();
        assert_eq!(Plan::parse(&text).unwrap(), plan());
        assert_eq!(text.lines().count(), 10, "{text}");
        assert!(!text.contains('\u{1b}'), "{text}");
    }

    #[test]
    fn a_line_that_is_taken_out_keeps_its_contact() {
        let text = plan().to_text();
        let edited: Vec<_> = text.lines().filter(|line| !line.contains("\"2\"")).collect();
        assert_eq!(Plan::parse(&edited.join("\n")).unwrap().entries.len(), 1);
    }

    #[test]
    fn what_is_no_plan_is_refused_with_the_line() {
        let swapped = |from: &str, to: &str| Plan::parse(&plan().to_text().replace(from, to));
        assert!(swapped("version = 1", "version = 2").unwrap_err().contains("version 2"));
        assert!(swapped("\"2\"", "\"bulk-delete\"").unwrap_err().starts_with("contact 2"));
        assert!(swapped("target", "tarjet").unwrap_err().starts_with("line 4: "));
        assert!(Plan::parse("hello").is_err());
    }
}
