//! A plan: which contacts are to be deleted, in a file that people read and edit.

mod reading;

use std::io::{self, Write};
use std::path::Path;

use super::Entry;
use crate::api::Place;
use crate::exit::Failure;

/// The form of plans that is written and read here.
const VERSION: u32 = 1;

/// Contacts to delete, and where they live.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Plan {
    /// Tells the plan from others, also after it was edited.
    pub(crate) id: String,
    pub(crate) place: Place,
    pub(crate) entries: Vec<Entry>,
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
        reading::read(path)
    }

    /// Writes the plan, one contact on each line.
    pub(crate) fn write_to(&self, out: &mut impl Write) -> io::Result<()> {
        let Place { target, account_id, stream_id } = &self.place;
        write!(
            out,
            "# Contacts that `agentassist contacts bulk-delete apply` deletes.\n\
             # Take out the line of a contact to keep it.\n\
             version = {VERSION}\n\
             plan_id = {}\n\
             target = {}\naccount_id = {}\nstream_id = {}\n\
             contacts = [\n",
            quoted(&self.id),
            quoted(target),
            quoted(account_id),
            quoted(stream_id),
        )?;
        for entry in &self.entries {
            let id = quoted(&entry.id);
            match &entry.name {
                Some(name) => writeln!(out, "  {{ id = {id}, name = {} }},", quoted(name))?,
                None => writeln!(out, "  {{ id = {id} }},")?,
            }
        }
        writeln!(out, "]")
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
mod tests;
