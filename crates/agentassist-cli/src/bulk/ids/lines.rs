//! One id on each line; what follows a `#` is a remark.

use std::io::BufRead;

use super::form::LOOKS_LIKE_CSV;
use super::{Entry, Unread, entry};

pub(super) fn read(mut reader: impl BufRead, entries: &mut Vec<Entry>) -> Result<(), Unread> {
    let mut line = String::new();
    for number in 1.. {
        line.clear();
        if reader.read_line(&mut line).map_err(Unread::Unreadable)? == 0 {
            break;
        }
        let id = line.split('#').next().unwrap_or_default().trim();
        if id.is_empty() {
            continue;
        }
        let place = format!("line {number}");
        if id.contains([',', ';', '\t', '"']) {
            return Err(Unread::Content(format!("{place}: {LOOKS_LIKE_CSV}")));
        }
        if id.contains(char::is_whitespace) {
            return Err(Unread::Content(format!(
                "{place} is more than an id: give one id on each line, or NDJSON, JSON, CSV or YAML"
            )));
        }
        entries.push(entry(id, None, &place)?);
    }
    Ok(())
}
