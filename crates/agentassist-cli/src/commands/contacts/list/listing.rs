//! The rows of contacts on standard output.

use std::io;

use serde_json::Value;

use super::Arguments;
use crate::commands::contacts::COLUMNS;
use crate::exit::Failure;
use crate::rows::{self, Rows, Shape};

/// Rows, and how many there were.
pub(super) struct Listing {
    rows: Rows<io::BufWriter<io::Stdout>>,
    pub(super) count: u64,
    /// Whether something was written that nobody can see yet.
    pub(super) is_held_back: bool,
}

impl Listing {
    /// Begins a listing, or goes on with one that has its header.
    pub(super) fn new(arguments: &Arguments, continues: bool) -> Self {
        let rows = rows::to_stdout(&arguments.output, Shape::List, COLUMNS);
        Self {
            rows: if continues { rows.continuing() } else { rows },
            count: 0,
            is_held_back: false,
        }
    }

    /// Writes a row; `false` if nobody reads any more.
    pub(super) fn row(&mut self, row: &Value) -> Result<bool, Failure> {
        self.count += 1;
        self.is_held_back = true;
        rows::written(self.rows.row(row))
    }

    pub(super) fn flush(&mut self) -> Result<bool, Failure> {
        self.is_held_back = false;
        rows::written(self.rows.flush())
    }

    pub(super) fn finish(self) -> Result<(), Failure> {
        rows::finish(self.rows)
    }
}
