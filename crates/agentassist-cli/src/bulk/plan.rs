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
    /// Tells the plan from others, also after it was edited.
    pub(crate) id: String,
    pub(crate) place: Place,
    pub(crate) entries: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    version: u32,
    plan_id: String,
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
    /// A new plan. Its id is made of what it says, so that the same plan has the same one.
    pub(crate) fn new(place: Place, entries: Vec<Entry>) -> Self {
        let places = [&place.target, &place.account_id, &place.stream_id];
        let ids = entries.iter().map(|entry| entry.id.as_str());
        let id = fingerprint(places.into_iter().map(String::as_str).chain(ids));
        Self { id, place, entries }
    }

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
        Ok(Self { id: file.plan_id, place, entries })
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
             plan_id = {}\n\
             target = {}\naccount_id = {}\nstream_id = {}\n\
             contacts = [\n{}]\n",
            quoted(&self.id),
            quoted(&self.place.target),
            quoted(&self.place.account_id),
            quoted(&self.place.stream_id),
            contacts.collect::<String>()
        )
    }
}

/// A hash by which texts are told from others that nobody made to look like them: FNV-1a.
fn fingerprint<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    // Between two texts stands a byte that no text has.
    let bytes = texts.flat_map(|text| text.bytes().chain([0xff]));
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
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
        let place =
            Place { target: "sandbox".into(), account_id: "a".into(), stream_id: "st-1".into() };
        let first = entry("1", Some("Ada \"the\\first\" 'x'\n\u{7f}\u{1b}[31m"));
        Plan::new(place, vec![first, entry("2", None)])
    }

    #[test]
    fn a_plan_is_read_as_it_was_written() {
        let text = plan().to_text();
        assert_eq!(Plan::parse(&text).unwrap(), plan());
        assert_eq!(text.lines().count(), 11, "{text}");
        assert!(!text.contains('\u{1b}'), "{text}");
    }

    #[test]
    fn a_line_that_is_taken_out_keeps_its_contact() {
        let text = plan().to_text();
        let edited: Vec<_> = text.lines().filter(|line| !line.contains("\"2\"")).collect();
        assert_eq!(Plan::parse(&edited.join("\n")).unwrap().entries.len(), 1);
    }

    #[test]
    fn a_plan_has_an_id_of_its_own() {
        let Plan { id, place, entries } = plan();
        assert_eq!(Plan::new(place.clone(), entries.clone()).id, id);
        let elsewhere = Place { target: "h".into(), ..place.clone() };
        assert_ne!(Plan::new(elsewhere, entries.clone()).id, id);
        assert_ne!(Plan::new(place, entries[1..].to_vec()).id, id);
    }

    #[test]
    fn what_is_no_plan_is_refused_with_the_line() {
        let swapped = |from: &str, to: &str| Plan::parse(&plan().to_text().replace(from, to));
        assert!(swapped("version = 1", "version = 2").unwrap_err().contains("version 2"));
        assert!(swapped("\"2\"", "\"bulk-delete\"").unwrap_err().starts_with("contact 2"));
        assert!(swapped("target", "tarjet").unwrap_err().starts_with("line 5: "));
        assert!(Plan::parse("hello").is_err());
    }
}
