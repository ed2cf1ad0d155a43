//! Which contacts: ids from arguments, a file, standard input, or the output of `list`.

use std::collections::HashSet;
use std::path::PathBuf;

use agentassist_client::generated::types::ContactId;
use serde_json::Value;

use crate::exit::Failure;
use crate::output;
use crate::text_input::TextInput;

/// No more bytes are read: a million contacts in full, as NDJSON, are about half of it.
const MOST: u64 = 1 << 30;

/// Which contacts
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct IdArguments {
    /// Ids of contacts
    #[arg(value_name = "ID", value_parser = contact_id)]
    ids: Vec<ContactId>,
    /// File with ids, `-` for standard input: one on each line, or what `contacts list` writes as
    /// NDJSON, JSON or CSV
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
            let read = parse(&input.read("the ids", MOST)?);
            entries.extend(read.map_err(|problem| Failure::Usage(format!("{input}: {problem}")))?);
        }
        let count = entries.len();
        let entries = once(entries);
        if entries.is_empty() {
            return Err(Failure::Usage("no contact is named: give ids, or --ids-from FILE".into()));
        }
        if entries.len() < count {
            output::say(&format!("named again and taken once: {}", count - entries.len()));
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

fn once(mut entries: Vec<Entry>) -> Vec<Entry> {
    let mut seen = HashSet::new();
    entries.retain(|entry| seen.insert(entry.id.clone()));
    entries
}

/// Reads contacts in any of the forms; the first sign that is no blank tells which one it is.
fn parse(text: &str) -> Result<Vec<Entry>, String> {
    let text = text.trim_start_matches('\u{feff}');
    match text.trim_start().chars().next() {
        Some('[' | '{' | '"') => json(text),
        _ if has_header(text) => csv(text),
        _ => lines(text),
    }
}

/// Values one after the other, or in lists: JSON and NDJSON alike.
fn json(text: &str) -> Result<Vec<Entry>, String> {
    let mut entries = Vec::new();
    for value in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
        let value = value.map_err(|error| format!("no JSON from line {} on", error.line()))?;
        match value {
            Value::Array(items) => {
                for item in &items {
                    entries.push(contact(item, entries.len() + 1)?);
                }
            }
            other => entries.push(contact(&other, entries.len() + 1)?),
        }
    }
    Ok(entries)
}

fn contact(value: &Value, number: usize) -> Result<Entry, String> {
    let id = value.as_str().or_else(|| value.get("id")?.as_str());
    let id = id.ok_or_else(|| format!("contact {number} has no `id`"))?;
    let name = value.get("fullName").and_then(Value::as_str);
    entry(id, name, &format!("contact {number}"))
}

fn has_header(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    first.split(',').any(|cell| cell.trim().trim_matches('"') == "id")
}

fn csv(text: &str) -> Result<Vec<Entry>, String> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let headers = reader.headers().map_err(|_| "line 1 is no CSV")?.clone();
    let column = |name| headers.iter().position(|header| header.trim() == name);
    let (id, name) = (column("id"), column("fullName"));
    let mut entries = Vec::new();
    for (index, record) in reader.records().enumerate() {
        let row = format!("row {}", index + 1);
        let record = record.map_err(|_| format!("{row} is no CSV"))?;
        let cell = |column: Option<usize>| record.get(column?).filter(|cell| !cell.is_empty());
        let id = cell(id).ok_or_else(|| format!("{row} has no `id`"))?;
        entries.push(entry(id, cell(name), &row)?);
    }
    Ok(entries)
}

/// One id on each line; what follows a `#` is a remark.
fn lines(text: &str) -> Result<Vec<Entry>, String> {
    let mut entries = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let id = line.split('#').next().unwrap_or_default().trim();
        let place = format!("line {}", index + 1);
        if id.contains(char::is_whitespace) {
            return Err(format!(
                "{place} is more than an id: give one id on each line, or NDJSON, JSON or CSV"
            ));
        }
        if !id.is_empty() {
            entries.push(entry(id, None, &place)?);
        }
    }
    Ok(entries)
}

fn entry(id: &str, name: Option<&str>, place: &str) -> Result<Entry, String> {
    let id =
        id.trim().parse().map_err(|_| format!("{place}: that cannot be the id of a contact"))?;
    Ok(Entry { id, name: name.map(str::to_owned) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Vec<(String, Option<String>)> {
        let entries = parse(text).unwrap().into_iter();
        entries.map(|entry| (entry.id.to_string(), entry.name)).collect()
    }

    #[test]
    fn ids_are_read_in_every_form_that_list_writes() {
        let named = vec![("1".to_owned(), Some("Ada, Lady".to_owned())), ("2".to_owned(), None)];
        assert_eq!(parsed("{\"id\":\"1\",\"fullName\":\"Ada, Lady\"}\n{\"id\":\"2\"}\n"), named);
        assert_eq!(parsed("[{\"id\":\"1\",\"fullName\":\"Ada, Lady\"}, \"2\"]"), named);
        assert_eq!(parsed("id,fullName\n1,\"Ada, Lady\"\n2,\n"), named);
        assert_eq!(parsed("\u{feff}fullName,id\n\"Ada, Lady\",1\n,2\n"), named);
        let bare = vec![("1".to_owned(), None), ("2".to_owned(), None)];
        assert_eq!(parsed("# old ones\n1 # Ada\n\n2\n"), bare);
        assert_eq!(parsed("id\n1\n2\n"), bare);
        assert_eq!(parsed(""), []);
    }

    #[test]
    fn what_is_no_id_is_named_by_its_place() {
        for (text, problem) in [
            ("1\nbulk-delete\n", "line 2: that cannot be the id of a contact"),
            (
                "1\nAda Lovelace\n",
                "line 2 is more than an id: give one id on each line, or NDJSON, JSON or CSV",
            ),
            ("{\"id\":\"1\"}\n{\"name\":\"2\"}", "contact 2 has no `id`"),
            ("{\"id\":\"1\"}\n{", "no JSON from line 2 on"),
            ("id,fullName\n,x\n", "row 1 has no `id`"),
            ("[7]", "contact 1 has no `id`"),
        ] {
            assert_eq!(parse(text).unwrap_err(), problem);
        }
    }

    #[test]
    fn an_id_is_taken_once_and_the_first_time() {
        let entries = once(parse("2\n1\n2\n").unwrap());
        assert_eq!(entries.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), ["2", "1"]);
    }
}
