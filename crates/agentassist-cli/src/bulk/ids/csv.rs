//! Ids in a table with a header: of `list`, of a spreadsheet, of a shell.

use std::io::Read;

use ::csv::{ErrorKind, ReaderBuilder, StringRecord};

use super::{Entry, Unread, entry};

/// What may stand between two cells: spreadsheets write a semicolon where a comma stands in
/// numbers.
const SEPARATORS: [u8; 3] = *b",;\t";

/// What stands between the cells of a header that has a column for ids; `None` of any other line.
pub(super) fn separator(line: &str) -> Option<u8> {
    SEPARATORS.into_iter().find(|separator| {
        let mut reader = builder(*separator).has_headers(false).from_reader(line.as_bytes());
        let header = reader.records().next().and_then(Result::ok);
        header.is_some_and(|header| column(&header, "id").is_some())
    })
}

fn builder(separator: u8) -> ReaderBuilder {
    let mut builder = ReaderBuilder::new();
    builder.delimiter(separator).flexible(true);
    builder
}

/// The column with a name: written exactly so, or else in other letters, as `ID`.
fn column(header: &StringRecord, name: &str) -> Option<usize> {
    let exact = || header.iter().position(|cell| cell.trim() == name);
    exact().or_else(|| header.iter().position(|cell| cell.trim().eq_ignore_ascii_case(name)))
}

pub(super) fn read(
    reader: impl Read,
    separator: u8,
    has_remarks: bool,
    entries: &mut Vec<Entry>,
) -> Result<(), Unread> {
    let mut builder = builder(separator);
    let mut reader = builder.comment(has_remarks.then_some(b'#')).from_reader(reader);
    let header = reader.headers().map_err(|error| wrong(error, "the header"))?.clone();
    let (id, name) = (column(&header, "id"), column(&header, "fullName"));
    for (index, record) in reader.records().enumerate() {
        let row = format!("row {}", index + 1);
        let record = record.map_err(|error| wrong(error, &row))?;
        let cell = |column: Option<usize>| record.get(column?).filter(|cell| !cell.is_empty());
        let missing = || Unread::Content(format!("{row} has no `id`"));
        let id = cell(id).ok_or_else(missing)?;
        entries.push(entry(id, cell(name).map(str::to_owned), &row)?);
    }
    Ok(())
}

fn wrong(error: ::csv::Error, place: &str) -> Unread {
    match error.into_kind() {
        ErrorKind::Io(error) => Unread::Unreadable(error),
        ErrorKind::Utf8 { .. } => {
            Unread::Content(format!("{place} is not UTF-8: save the file as UTF-8"))
        }
        _ => Unread::Content(format!("{place} is not CSV")),
    }
}
