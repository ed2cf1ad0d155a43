//! Columns for people.

use std::borrow::Cow;
use std::io::{self, Write};

use serde_json::Value;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::printable;
use super::style::{STYLES, Style, heading};

/// A table that is written batch by batch: the columns are as wide as the widest cell so far.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// So many columns there are to write on, if that is known.
    room: Option<usize>,
    style: Style,
    widths: Vec<usize>,
    batch: Vec<Vec<String>>,
    has_header: bool,
}

/// No cell is cut shorter than this: a table that is still too wide is left so.
const SHORTEST: usize = 6;

/// So many rows are held back to find out how wide the columns are.
const BATCH: usize = 200;

impl Table {
    /// A table that is cut to so many columns, as far as it can be.
    pub(super) fn within(room: Option<usize>) -> Self {
        Self { room, ..Self::default() }
    }

    /// Adds a row; writes a batch when it is full.
    pub(super) fn row(
        &mut self,
        out: &mut impl Write,
        names: &[String],
        values: &[&Value],
    ) -> io::Result<()> {
        self.batch.push(values.iter().map(|value| cell(value)).collect());
        if self.batch.len() >= BATCH { self.flush(out, names) } else { Ok(()) }
    }

    /// Writes what was held back.
    pub(super) fn flush(&mut self, out: &mut impl Write, names: &[String]) -> io::Result<()> {
        if self.batch.is_empty() {
            return Ok(());
        }
        let mut batch = std::mem::take(&mut self.batch);
        if !std::mem::replace(&mut self.has_header, true) {
            self.widths = vec![0; names.len()];
            self.choose_style(names, &batch);
            let headings = names.iter().map(|name| heading(name, self.style));
            batch.insert(0, headings.collect());
        }
        self.widths = widths(&self.widths, &batch, self.style);
        let widths = self.cut(names);
        for row in &batch {
            writeln!(out, "{}", line(row, &widths, self.style))?;
        }
        Ok(())
    }

    /// Finds the first style by which all fits, or else the last one.
    fn choose_style(&mut self, names: &[String], batch: &[Vec<String>]) {
        let fits = |style: &Style| {
            let headings: Vec<_> = names.iter().map(|name| heading(name, *style)).collect();
            let widths = widths(&widths(&[], &[headings], *style), batch, *style);
            self.room.is_none_or(|room| taken(&widths, *style) <= room)
        };
        let [.., last] = STYLES;
        self.style = STYLES.into_iter().find(fits).unwrap_or(last);
    }

    /// The widths that there is room for: the widest columns are cut, one after the other, and
    /// never one with ids, which are of no use in part.
    fn cut(&self, names: &[String]) -> Vec<usize> {
        let mut widths = self.widths.clone();
        let Some(room) = self.room else { return widths };
        let is_cut = |name: &String| !name.to_ascii_lowercase().ends_with("id");
        while taken(&widths, self.style) > room {
            let columns = widths.iter_mut().zip(names).filter(|(_, name)| is_cut(name));
            match columns.map(|(width, _)| width).max() {
                Some(width) if *width > SHORTEST => *width -= 1,
                _ => break,
            }
        }
        widths
    }
}

/// How wide columns are with further rows.
fn widths(before: &[usize], rows: &[Vec<String>], style: Style) -> Vec<usize> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default().max(before.len());
    let mut widths = before.to_vec();
    widths.resize(columns, 0);
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(style.shown(cell).width());
        }
    }
    widths
}

/// How many columns of the terminal a line takes.
fn taken(widths: &[usize], style: Style) -> usize {
    widths.iter().sum::<usize>() + style.gap().len() * widths.len().saturating_sub(1)
}

fn line(row: &[String], widths: &[usize], style: Style) -> String {
    let cells = row.iter().zip(widths).map(|(cell, width)| {
        let cell = cut_to(style.shown(cell), *width);
        // Not by format!, which takes every letter for one column wide.
        let blanks = " ".repeat(width.saturating_sub(cell.width()));
        format!("{cell}{blanks}")
    });
    cells.collect::<Vec<_>>().join(style.gap()).trim_end().to_owned()
}

/// A text that takes no more columns than that. A letter may take two of them, or none.
fn cut_to(text: &str, width: usize) -> Cow<'_, str> {
    if text.width() <= width {
        return text.into();
    }
    let mut taken = 0;
    let fitting = text.chars().take_while(|letter| {
        taken += letter.width().unwrap_or_default();
        taken < width
    });
    fitting.chain(['…']).collect()
}

/// A value as the text of a cell.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::String(text) => printable(text),
        other => printable(&other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn table(rows: &[[Value; 2]]) -> String {
        let names = ["id".to_owned(), "cellPhone.phoneNumber".to_owned()];
        let mut out = Vec::new();
        let mut table = Table::default();
        for row in rows {
            table.row(&mut out, &names, &row.iter().collect::<Vec<_>>()).unwrap();
        }
        table.flush(&mut out, &names).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        assert_eq!(
            table(&[[json!("1"), json!("+1")], [json!("1234"), json!(null)]]),
            "ID    CELL PHONE PHONE NUMBER\n1     +1\n1234  -\n"
        );
    }

    #[test]
    fn the_widest_columns_are_cut_to_the_room_and_ids_are_not() {
        let names = ["id", "fullName", "status"].map(str::to_owned);
        let row = ["0123456789", "Ada, Countess of Lovelace", "ACTIVE"].map(Value::from);
        let within = |room| {
            let mut out = Vec::new();
            let mut table = Table::within(Some(room));
            table.row(&mut out, &names, &row.iter().collect::<Vec<_>>()).unwrap();
            table.flush(&mut out, &names).unwrap();
            String::from_utf8(out).unwrap()
        };
        assert_eq!(within(30), "ID         FULL NAME    STATUS\n0123456789 Ada, Counte… ACTIVE\n");
        assert!(within(100).contains("Lovelace  ACTIVE"));
        // There is no sense in less.
        assert_eq!(within(3), "ID         FULL … STATUS\n0123456789 Ada, … ACTIVE\n");
    }

    #[test]
    fn what_is_missed_least_is_left_out_first() {
        let names = ["cellPhone.phoneNumber", "createdAt"].map(str::to_owned);
        let row = ["+91955010000", "2026-01-05T09:16:34.633Z"].map(Value::from);
        let within = |room| {
            let mut out = Vec::new();
            let mut table = Table::within(Some(room));
            table.row(&mut out, &names, &row.iter().collect::<Vec<_>>()).unwrap();
            table.flush(&mut out, &names).unwrap();
            String::from_utf8(out).unwrap()
        };
        assert_eq!(
            within(49),
            "CELL PHONE PHONE NUMBER  CREATED AT\n+91955010000             \
             2026-01-05T09:16:34.633Z\n"
        );
        assert_eq!(within(48), "PHONE         CREATED\n+91955010000  2026-01-05T09:16:34.633Z\n");
        assert_eq!(within(30), "PHONE         CREATED\n+91955010000  2026-01-05\n");
        assert_eq!(within(23), "PHONE        CREATED\n+91955010000 2026-01-05\n");
    }

    #[test]
    fn a_name_cannot_steer_the_terminal() {
        let shown = table(&[[json!("\u{1b}[2J\nx"), json!(1)]]);
        assert!(!shown.contains('\u{1b}'));
        assert_eq!(shown.lines().count(), 2);
    }

    #[test]
    fn letters_that_are_two_columns_wide_are_counted_so() {
        assert_eq!(
            table(&[[json!("山田"), json!(1)], [json!("Ada"), json!(2)]]),
            "ID    CELL PHONE PHONE NUMBER\n山田  1\nAda   2\n"
        );
        assert_eq!(cut_to("山田太郎", 6), "山田…");
        assert_eq!(cut_to("山田太郎", 8), "山田太郎");
    }

    #[test]
    fn no_rows_make_no_table() {
        assert_eq!(table(&[]), "");
    }
}
