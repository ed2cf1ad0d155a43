//! The rows of contacts, on standard output or in a file.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};

use serde_json::Value;

use super::Arguments;
use super::out::Out;
use super::sheet::Sheet;
use crate::checkpoint::Written;
use crate::commands::contacts::COLUMNS;
use crate::exit::Failure;
use crate::rows::{self, Rows, Shape};
use crate::stdout::Stdout;

/// Rows, and how many there were.
pub(super) struct Listing {
    rows: Rows<Sink>,
    /// The file that they go to, if it is one.
    file: Option<Sheet>,
    pub(super) count: u64,
    /// Whether something was written that nobody can see yet.
    pub(super) is_held_back: bool,
}

/// What rows are written on.
enum Sink {
    Stdout(BufWriter<Stdout>),
    File(BufWriter<File>),
}

impl Listing {
    /// Begins a listing, or goes on with one that has its header.
    pub(super) fn new(arguments: &Arguments, out: Out, continues: bool) -> Result<Self, Failure> {
        let is_terminal = matches!(out, Out::Stdout) && io::stdout().is_terminal();
        let (sink, file, room) = match out {
            Out::Stdout => (Sink::Stdout(BufWriter::new(Stdout::new())), None, rows::room()),
            Out::File(sheet) => (Sink::File(BufWriter::new(sheet.writer()?)), Some(sheet), None),
        };
        let (format, fields) = (arguments.format(), arguments.output.fields());
        let rows = Rows::new(sink, format, Shape::List, fields, COLUMNS)
            .within(room)
            .looked_at(is_terminal);
        let rows = if continues { rows.continuing() } else { rows };
        Ok(Self { rows, file, count: 0, is_held_back: false })
    }

    /// Writes a row; `false` if nobody reads any more.
    pub(super) fn row(&mut self, row: &Value) -> Result<bool, Failure> {
        self.count += 1;
        self.is_held_back = true;
        let written = self.rows.row(row);
        self.written(written)
    }

    pub(super) fn flush(&mut self) -> Result<bool, Failure> {
        self.is_held_back = false;
        let written = self.rows.flush();
        self.written(written)
    }

    /// Cuts off what an earlier run may have left in part.
    pub(super) fn trim(&mut self) -> Result<(), Failure> {
        self.file.as_mut().map_or(Ok(()), Sheet::trim)
    }

    /// What stands in the file, and will outlive this machine's next fault; nothing on standard
    /// output.
    pub(super) fn kept(&mut self) -> Result<Option<Written>, Failure> {
        kept(self.file.as_mut())
    }

    /// Ends it; returns what then stands in the file.
    pub(super) fn finish(self) -> Result<Option<Written>, Failure> {
        let Self { rows, mut file, .. } = self;
        let mut unseen = Vec::new();
        written(file.as_ref(), rows.finish().map(|fields| unseen = fields))?;
        rows::warn_of(&unseen);
        kept(file.as_mut())
    }

    fn written(&self, outcome: io::Result<()>) -> Result<bool, Failure> {
        written(self.file.as_ref(), outcome)
    }
}

/// Whether something could be written; `false` if nobody reads any more, which is no error.
fn written(file: Option<&Sheet>, outcome: io::Result<()>) -> Result<bool, Failure> {
    match (file, outcome) {
        (Some(sheet), Err(error)) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(sheet.unwritable(error))
        }
        (_, outcome) => rows::written(outcome),
    }
}

fn kept(file: Option<&mut Sheet>) -> Result<Option<Written>, Failure> {
    let Some(sheet) = file else { return Ok(None) };
    sheet.keep()?;
    Ok(Some(sheet.written().clone()))
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout(out) => out.write(bytes),
            Self::File(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(out) => out.flush(),
            Self::File(out) => out.flush(),
        }
    }
}
