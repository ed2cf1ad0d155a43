//! Writes results one by one, in any of the forms.

use std::io::{self, Write};

use serde_json::Value;

use super::printable::{escaped, printable};
use super::table::Table;
use super::yaml::to_yaml;
use super::{Fields, Format};

/// Whether the result is a list, or one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Any number of rows: an array in JSON.
    List,
    /// One row: an object in JSON.
    One,
}

/// Writes rows as they come.
#[derive(Debug)]
pub(crate) struct Rows<W> {
    out: W,
    form: Form,
    shape: Shape,
    fields: Fields,
    /// Whether somebody asked for these fields, and wants to know of one that nothing has.
    asked: bool,
    count: usize,
}

#[derive(Debug)]
enum Form {
    Table(Table, Vec<String>),
    Json,
    Ndjson,
    Csv {
        has_header: bool,
        /// Somebody looks at it: nothing in a cell may steer the terminal.
        is_looked_at: bool,
    },
    Yaml,
}

impl<W: Write> Rows<W> {
    /// Rows of a form; the columns are for table and CSV where no fields are asked for.
    pub(crate) fn new(
        out: W,
        format: Format,
        shape: Shape,
        fields: Fields,
        columns: &[&str],
    ) -> Self {
        let asked = !fields.is_empty();
        let (form, fields) = match format {
            Format::Table => {
                let fields = fields.or(columns);
                let names = fields.paths().map(str::to_owned).collect();
                (Form::Table(Table::default(), names), fields)
            }
            Format::Csv => {
                (Form::Csv { has_header: false, is_looked_at: false }, fields.or(columns))
            }
            Format::Json => (Form::Json, fields),
            Format::Ndjson => (Form::Ndjson, fields),
            Format::Yaml => (Form::Yaml, fields),
        };
        Self { out, form, shape, fields, asked, count: 0 }
    }

    /// Cuts a table to so many columns, where it is known how many there are to write on.
    pub(crate) fn within(mut self, room: Option<usize>) -> Self {
        if let Form::Table(table, _) = &mut self.form {
            *table = Table::within(room);
        }
        self
    }

    /// Leaves out the header: the output continues one that has it.
    pub(crate) fn continuing(mut self) -> Self {
        if let Form::Csv { has_header, .. } = &mut self.form {
            *has_header = true;
        }
        self
    }

    /// Says that the output goes to a terminal, which no name may steer. JSON and YAML have signs
    /// for what would, and always use them.
    pub(crate) fn looked_at(mut self, is_terminal: bool) -> Self {
        if let Form::Csv { is_looked_at, .. } = &mut self.form {
            *is_looked_at = is_terminal;
        }
        self
    }

    /// Writes a row.
    pub(crate) fn row(&mut self, row: &Value) -> io::Result<()> {
        let first = self.count == 0;
        self.count += 1;
        match &mut self.form {
            Form::Table(table, names) => table.row(&mut self.out, names, &self.fields.values(row)),
            Form::Json => {
                let text = pretty(&self.fields.project(row));
                match self.shape {
                    Shape::One => self.out.write_all(text.as_bytes()),
                    Shape::List => {
                        let before = if first { "[\n  " } else { ",\n  " };
                        write!(self.out, "{before}{}", text.replace('\n', "\n  "))
                    }
                }
            }
            Form::Ndjson => {
                let text = self.fields.project(row).to_string();
                writeln!(self.out, "{}", escaped(&text))
            }
            Form::Csv { has_header, is_looked_at } => {
                if !std::mem::replace(has_header, true) {
                    let names: Vec<_> = self.fields.paths().collect();
                    record(&mut self.out, &names)?;
                }
                let cells = self.fields.values(row).into_iter().map(cell);
                let shown = |cell: String| if *is_looked_at { printable(&cell) } else { cell };
                let cells: Vec<_> = cells.map(shown).collect();
                record(&mut self.out, &cells)
            }
            Form::Yaml => match self.shape {
                Shape::One => writeln!(self.out, "{}", to_yaml(&self.fields.project(row), 0)),
                Shape::List => writeln!(self.out, "- {}", to_yaml(&self.fields.project(row), 1)),
            },
        }
    }

    /// Makes everything so far visible to who reads.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        if let Form::Table(table, names) = &mut self.form {
            table.flush(&mut self.out, names)?;
        }
        self.out.flush()
    }

    /// Ends the output; returns the fields that were asked for and that no row had.
    pub(crate) fn finish(mut self) -> io::Result<Vec<String>> {
        let empty = self.count == 0;
        match (&mut self.form, self.shape) {
            (Form::Json, Shape::List) => {
                self.out.write_all(if empty { b"[]\n" } else { b"\n]\n" })?;
            }
            (Form::Json, Shape::One) => self.out.write_all(b"\n")?,
            (Form::Yaml, Shape::List) if empty => self.out.write_all(b"[]\n")?,
            (Form::Csv { has_header: false, .. }, _) => {
                let names: Vec<_> = self.fields.paths().collect();
                record(&mut self.out, &names)?;
            }
            _ => {}
        }
        self.flush()?;
        let unseen = if self.asked && !empty { self.fields.unseen() } else { Vec::new() };
        Ok(unseen.into_iter().map(str::to_owned).collect())
    }
}

fn pretty(value: &Value) -> String {
    // `{:#}` of a JSON value is the pretty form, and cannot fail.
    escaped(&format!("{value:#}"))
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Writes one line of CSV. Nothing is held back: an interruption leaves whole lines.
fn record<S: AsRef<str>>(out: &mut impl Write, cells: &[S]) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(cells.iter().map(S::as_ref))?;
    let line = writer.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
    out.write_all(&line)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn written(format: Format, shape: Shape, fields: &[&str], rows: &[Value]) -> String {
        let mut out = Vec::new();
        let mut writer =
            Rows::new(&mut out, format, shape, Fields::new(fields), &["id", "name.first"]);
        for row in rows {
            writer.row(row).unwrap();
        }
        writer.finish().unwrap();
        String::from_utf8(out).unwrap()
    }

    fn two() -> Vec<Value> {
        vec![json!({"id": "1", "name": {"first": "Ada, Lady"}}), json!({"id": "2"})]
    }

    #[test]
    fn a_list_has_every_form() {
        let list = |format| written(format, Shape::List, &[], &two());
        assert_eq!(list(Format::Csv), "id,name.first\n1,\"Ada, Lady\"\n2,\n");
        assert_eq!(
            list(Format::Ndjson),
            "{\"id\":\"1\",\"name\":{\"first\":\"Ada, Lady\"}}\n{\"id\":\"2\"}\n"
        );
        let json: Value = serde_json::from_str(&list(Format::Json)).unwrap();
        assert_eq!(json, Value::Array(two()));
        assert_eq!(
            list(Format::Yaml),
            "- id: \"1\"\n  name:\n    first: \"Ada, Lady\"\n- id: \"2\"\n"
        );
        assert_eq!(list(Format::Table), "ID  NAME FIRST\n1   Ada, Lady\n2   -\n");
    }

    #[test]
    fn an_empty_list_is_still_a_list() {
        let empty = |format| written(format, Shape::List, &[], &[]);
        assert_eq!(empty(Format::Json), "[]\n");
        assert_eq!(empty(Format::Yaml), "[]\n");
        assert_eq!(empty(Format::Ndjson), "");
        assert_eq!(empty(Format::Csv), "id,name.first\n");
    }

    #[test]
    fn one_thing_is_an_object_and_no_list() {
        let one = |format| written(format, Shape::One, &["id"], &two()[..1]);
        assert_eq!(one(Format::Json), "{\n  \"id\": \"1\"\n}\n");
        assert_eq!(one(Format::Yaml), "id: \"1\"\n");
    }

    #[test]
    fn a_continued_output_has_no_second_header() {
        let mut out = Vec::new();
        let rows = Rows::new(&mut out, Format::Csv, Shape::List, Fields::default(), &["id"]);
        let mut rows = rows.continuing();
        rows.row(&json!({"id": "3"})).unwrap();
        rows.finish().unwrap();
        assert_eq!(out, b"3\n");
    }
}
