//! Ids as a list in YAML, item by item: each begins with a hyphen in the same column.

use std::io::BufRead;

use saphyr_parser::{Event, Parser, StrInput};

use super::json::{Contact, named};
use super::{Entry, Unread};

pub(super) fn read(
    mut reader: impl BufRead,
    indent: usize,
    entries: &mut Vec<Entry>,
) -> Result<(), Unread> {
    let before = entries.len();
    let begins = |line: &str| {
        line.get(..indent).is_some_and(|blanks| blanks.trim().is_empty())
            && line
                .get(indent..)
                .is_some_and(|rest| rest.trim_end() == "-" || rest.starts_with("- "))
    };
    let mut add = |item: &str| {
        let number = entries.len() - before + 1;
        let contact = contact(item).ok_or_else(|| {
            Unread::Content(format!("contact {number} is not a mapping in YAML, or an id"))
        })?;
        entries.push(named(contact, number)?);
        Ok::<_, Unread>(())
    };
    let mut item = String::new();
    let mut line = String::new();
    loop {
        line.clear();
        let is_end = reader.read_line(&mut line).map_err(Unread::Unreadable)? == 0;
        if (is_end || begins(&line)) && !item.is_empty() {
            add(&item)?;
            item.clear();
        }
        if is_end {
            return Ok(());
        }
        // What stands above the first item is a remark, or begins the document.
        if !item.is_empty() || begins(&line) {
            item.push_str(&line);
        }
    }
}

/// The contact in a list of one.
fn contact(item: &str) -> Option<Contact> {
    let mut events = Parser::new_from_str(item);
    let mut found = None;
    while let Some(event) = events.next_event() {
        match event.ok()?.0 {
            Event::SequenceStart(..) => {
                found = Some(match events.next_event()?.ok()?.0 {
                    Event::Scalar(id, ..) => Contact { id: Some(id.into_owned()), name: None },
                    Event::MappingStart(..) => mapping(&mut events)?,
                    _ => return None,
                });
                let Event::SequenceEnd = events.next_event()?.ok()?.0 else { return None };
            }
            Event::Scalar(..) | Event::MappingStart(..) | Event::Alias(..) => return None,
            _ => {}
        }
    }
    found
}

/// A mapping up to its end. What is nested in it is passed over.
fn mapping(events: &mut Parser<'_, StrInput<'_>>) -> Option<Contact> {
    let mut contact = Contact::default();
    let mut name = None;
    let mut depth = 0_usize;
    loop {
        match events.next_event()?.ok()?.0 {
            Event::MappingEnd if depth == 0 => return Some(contact),
            Event::MappingStart(..) | Event::SequenceStart(..) => depth += 1,
            Event::MappingEnd | Event::SequenceEnd => {
                depth -= 1;
                name = name.filter(|_| depth > 0);
            }
            Event::Scalar(text, ..) if depth == 0 => match name.take().as_deref() {
                None => name = Some(text.into_owned()),
                Some("id") => contact.id = Some(text.into_owned()),
                Some("fullName") => contact.name = Some(text.into_owned()),
                Some(_) => {}
            },
            Event::Scalar(..) => {}
            // What `list` writes has no aliases.
            _ => return None,
        }
    }
}
