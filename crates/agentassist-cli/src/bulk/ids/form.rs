//! In which form ids are given: the first line tells.

use std::io::{BufRead, Cursor, Read};

use serde::de::IgnoredAny;

use super::{Entry, Unread, csv, json, lines, yaml};

/// So much is looked at to find out, in bytes: a list in JSON may be one line.
const MOST: u64 = 64 * 1024;

/// Told of what has separators and no header that is known.
pub(super) const LOOKS_LIKE_CSV: &str = "this looks like CSV: the header must have a column `id`";

/// A form in which ids are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Values one after the other, or in lists.
    Json,
    /// A list of mappings, each of whose items begins after so many blanks.
    Yaml { indent: usize },
    /// Cells with this between them, below a header; with remarks above it or not.
    Csv { separator: u8, has_remarks: bool },
    /// One on each line.
    Lines,
}

/// Reads contacts in any of the forms, and adds them to others.
pub(super) fn read(mut reader: impl BufRead, entries: &mut Vec<Entry>) -> Result<(), Unread> {
    let (start, form) = begin(&mut reader)?;
    let reader = Cursor::new(start).chain(reader);
    match form {
        Form::Json => json::read(reader, entries),
        Form::Yaml { indent } => yaml::read(reader, indent, entries),
        Form::Csv { separator, has_remarks } => csv::read(reader, separator, has_remarks, entries),
        Form::Lines => lines::read(reader, entries),
    }
}

/// Finds out the form, and gives back what it was found out from.
fn begin(reader: &mut impl BufRead) -> Result<(Vec<u8>, Form), Unread> {
    let mut start = Vec::new();
    let mut reader = reader.take(MOST);
    let mut has_remarks = false;
    loop {
        let before = start.len();
        if reader.read_until(b'\n', &mut start).map_err(Unread::Unreadable)? == 0 {
            return Ok((start, Form::Lines));
        }
        let line = String::from_utf8_lossy(&start[before..]);
        let line = line.trim_end();
        match line.trim_start() {
            "" | "---" => {}
            remark if remark.starts_with('#') => has_remarks = true,
            _ => {
                let form = of(line, has_remarks)?;
                return Ok((start, form));
            }
        }
    }
}

/// The form of a text whose first line that says something is this one.
fn of(line: &str, has_remarks: bool) -> Result<Form, Unread> {
    let text = line.trim_start();
    if text.starts_with(['[', '{']) {
        return Ok(Form::Json);
    }
    if text == "-" || text.starts_with("- ") {
        return Ok(Form::Yaml { indent: line.len() - text.len() });
    }
    if let Some(separator) = csv::separator(text) {
        return Ok(Form::Csv { separator, has_remarks });
    }
    if text.starts_with('"') {
        // Texts in quotes are JSON, or a header that has no column for ids.
        let mut values = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
        let is_json = values.all(|value| value.is_ok());
        return is_json.then_some(Form::Json).ok_or(Unread::Content(LOOKS_LIKE_CSV.to_owned()));
    }
    Ok(Form::Lines)
}
