//! Rows on standard output.

use std::io::{self, BufWriter, IsTerminal, Write};

use serde_json::Value;
use terminal_size::Width;

use super::{OutputArguments, Rows, Shape};
use crate::exit::Failure;
use crate::output;
use crate::stdout::Stdout;

/// Rows on standard output, in the form that is asked for.
pub(crate) fn to_stdout(
    arguments: &OutputArguments,
    shape: Shape,
    columns: &[&str],
) -> Rows<BufWriter<Stdout>> {
    let out = BufWriter::new(Stdout::new());
    Rows::new(out, arguments.format(), shape, arguments.fields(), columns)
        .within(room())
        .looked_at(io::stdout().is_terminal())
}

/// How many columns the terminal has; a file has room for any number.
pub(crate) fn room() -> Option<usize> {
    let is_terminal = io::stdout().is_terminal();
    let size = is_terminal.then(terminal_size::terminal_size).flatten();
    size.map(|(Width(columns), _)| usize::from(columns))
}

/// Whether something could be written; `false` if nobody reads any more, which is no error.
pub(crate) fn written(outcome: io::Result<()>) -> Result<bool, Failure> {
    match outcome {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(Failure::outside("cannot write to standard output", error)),
    }
}

/// Ends rows, and names the fields that were asked for and that nothing has.
pub(crate) fn finish<W: Write>(rows: Rows<W>) -> Result<(), Failure> {
    let mut unseen = Vec::new();
    written(rows.finish().map(|fields| unseen = fields))?;
    warn_of(&unseen);
    Ok(())
}

/// Names fields that were asked for and that nothing has.
pub(crate) fn warn_of(unseen: &[String]) {
    for field in unseen {
        output::say(&format!("warning: nothing has the field `{field}`"));
    }
}

/// Prints one thing.
pub(crate) fn one(
    arguments: &OutputArguments,
    row: &Value,
    columns: &[&str],
) -> Result<(), Failure> {
    let mut rows = to_stdout(arguments, Shape::One, columns);
    if written(rows.row(row))? { finish(rows) } else { Ok(()) }
}
