//! Reading a plan: line by line as it was written, or as a whole where somebody wrote it otherwise.

use std::fs::File;
use std::io::{self, BufRead};
use std::path::Path;

use serde::Deserialize;

use super::{Plan, VERSION};
use crate::api::Place;
use crate::bulk::Entry;
use crate::bulk::ids::keep_the_first;
use crate::exit::Failure;
use crate::{files, toml_text};

/// No plan is longer, in bytes: a million contacts with their names are about half of it.
const MOST: u64 = 256 << 20;

/// What stands above the contacts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    #[expect(dead_code, reason = "it was looked at before")]
    version: u32,
    plan_id: String,
    target: String,
    account_id: String,
    stream_id: String,
    contacts: Vec<Line>,
}

/// The one thing that every form of a plan says.
#[derive(Debug, Deserialize)]
struct Version {
    version: Option<u32>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    id: String,
    name: Option<String>,
}

/// Contacts on a line of their own.
#[derive(Debug, Deserialize)]
struct Lines {
    contacts: Vec<Line>,
}

pub(super) fn read(path: &Path) -> Result<Plan, Failure> {
    let unreadable = |error| {
        Failure::outside(format!("cannot read the plan {}", path.display()), files::told(error))
    };
    let wrong =
        |problem| Failure::Usage(format!("{} is not a plan to apply: {problem}", path.display()));
    let file = File::open(path).map_err(unreadable)?;
    let reader = files::text_reader(file, MOST).map_err(unreadable)?;
    if let Some(plan) = by_lines(reader).map_err(unreadable)? {
        return plan.map_err(wrong);
    }
    let file = File::open(path).map_err(unreadable)?;
    let text = files::read_text(file, MOST).map_err(unreadable)?;
    whole(&text).map_err(wrong)
}

/// Reads a plan whose contacts stand on a line each; `None` of any other. The whole as TOML would
/// take ten times the memory.
pub(super) fn by_lines(mut reader: impl BufRead) -> io::Result<Option<Result<Plan, String>>> {
    let mut head = String::new();
    let mut line = String::new();
    let mut entries = None;
    let mut is_over = false;
    loop {
        line.clear();
        if reader.read_line(&mut line)? == 0 {
            break;
        }
        let text = line.trim();
        match &mut entries {
            None if is_beginning(text) => entries = Some(Vec::new()),
            None => head.push_str(&line),
            Some(_) if text.is_empty() || text.starts_with('#') => {}
            Some(_) if is_over => return Ok(None),
            Some(_) if text == "]" => is_over = true,
            Some(entries) => {
                let Ok(lines) = toml::from_str::<Lines>(&format!("contacts = [\n{text}\n]")) else {
                    return Ok(None);
                };
                if let Err(problem) = add(lines.contacts, entries) {
                    return Ok(Some(Err(problem)));
                }
            }
        }
    }
    let Some(entries) = entries.filter(|_| is_over) else { return Ok(None) };
    head.push_str("contacts = []\n");
    Ok(Some(plan(&head, entries)))
}

fn is_beginning(line: &str) -> bool {
    let rest = line.strip_prefix("contacts").map(str::trim_start);
    rest.and_then(|rest| rest.strip_prefix('=')).is_some_and(|rest| rest.trim() == "[")
}

/// Reads a plan in any form that TOML has.
pub(super) fn whole(text: &str) -> Result<Plan, String> {
    plan(text, Vec::new())
}

fn plan(text: &str, mut entries: Vec<Entry>) -> Result<Plan, String> {
    // A plan of another version may hold anything else.
    if let Ok(Version { version: Some(version) }) = toml_text::read(text)
        && version != VERSION
    {
        return Err(format!("it has the version {version}, not {VERSION}"));
    }
    let head: Head = toml_text::read(text)?;
    add(head.contacts, &mut entries)?;
    keep_the_first(&mut entries);
    let Head { plan_id, target, account_id, stream_id, .. } = head;
    Ok(Plan { id: plan_id, place: Place { target, account_id, stream_id }, entries })
}

fn add(lines: Vec<Line>, entries: &mut Vec<Entry>) -> Result<(), String> {
    for Line { id, name } in lines {
        let number = entries.len() + 1;
        let wrong = |_| format!("contact {number}: that cannot be the id of a contact");
        entries.push(Entry { id: id.parse().map_err(wrong)?, name });
    }
    Ok(())
}
