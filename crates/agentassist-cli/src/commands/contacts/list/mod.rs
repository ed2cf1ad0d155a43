//! `agentassist contacts list`.

mod all;
mod listing;
mod out;
mod sheet;

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::{PathBufValueParser, TypedValueParser};

use self::listing::Listing;
use self::out::Out;
use super::to_row;
use crate::api::{CallArguments, Session, with_session};
use crate::exit::Failure;
use crate::files;
use crate::outcome;
use crate::output;
use crate::rows::{Format, OutputArguments};

/// List contacts
///
/// Without --all or --max-items: the first page. An account may make 60 requests per minute, and
/// the server decides how large a page is: long lists take their time, and tell how far they are.
///
/// With --checkpoint, a listing that was interrupted goes on where it stopped: run the same
/// command again. Whether contacts came or went in between is looked at first. Give --out with it:
/// a file that a full disk has cut off in the middle of a line is mended by the next run, which
/// cannot be done where the shell adds to it with `>>`.
#[derive(Debug, clap::Args)]
#[command(after_help = outcome::help!(
    "agentassist contacts list --target sandbox",
    "agentassist contacts list --all -o csv --fields id,fullName,status > contacts.csv",
    "agentassist contacts list --all --checkpoint place --out contacts.ndjson",
))]
pub(super) struct Arguments {
    /// List all contacts, page after page
    #[arg(long)]
    all: bool,
    /// List at most so many contacts, page after page
    #[arg(long, value_name = "NUMBER", conflicts_with = "all")]
    max_items: Option<u64>,
    /// Ask for so many contacts on a page (default: as many as the server gives)
    #[arg(long, value_name = "NUMBER", value_parser = at_least_one)]
    page_size: Option<u64>,
    /// Keep the place in this file, and go on from there; for CSV and NDJSON
    #[arg(long, value_name = "FILE", requires = "all", value_parser = place())]
    checkpoint: Option<PathBuf>,
    /// Count a listing as whole although contacts came or went while it ran, or between two runs
    #[arg(long)]
    accept_gaps: bool,
    /// Write to this file, `-` for standard output, which is the default
    ///
    /// Without a checkpoint the file must not be there yet. With one, a run goes on with its own file
    /// alone, in the same form and with the same fields, and cuts off what the one before may have
    /// left in part. Two runs do not write to a file at the same time.
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    out: Option<PathBuf>,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    call: CallArguments,
}

/// The name of a file for a checkpoint.
fn place() -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().try_map(|path| match path.to_str() {
        Some("-") => Err("the next run reads it again: give the name of a file"),
        _ => Ok(path),
    })
}

fn at_least_one(text: &str) -> Result<u64, &'static str> {
    text.parse().ok().filter(|number| *number > 0).ok_or("give a number from 1 on")
}

impl Arguments {
    /// The file that is written to, if it is one.
    fn file(&self) -> Option<&Path> {
        self.out.as_deref().filter(|path| path.as_os_str() != "-")
    }

    fn format(&self) -> Format {
        self.output.format_for(self.file().is_none() && io::stdout().is_terminal())
    }
}

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    files::told_apart(&[
        ("--checkpoint", arguments.checkpoint.as_deref()),
        ("--out", arguments.out.as_deref()),
        ("--record", arguments.call.record.as_deref()),
    ])?;
    let format = arguments.format();
    if arguments.checkpoint.is_some() && !matches!(format, Format::Csv | Format::Ndjson) {
        return Err(Failure::Usage(
            "--checkpoint needs an output that can be continued: give -o ndjson or -o csv".into(),
        ));
    }
    with_session(&arguments.call, async |session| {
        if arguments.all || arguments.max_items.is_some() {
            all::all(session, arguments).await
        } else {
            first_page(session, arguments).await
        }
    })
}

async fn first_page(session: &Session, arguments: &Arguments) -> Result<ExitCode, Failure> {
    let out = Out::open(arguments, None)?;
    let list = session.api.contacts().list().page_size(arguments.page_size.unwrap_or_default());
    let page = session.reading(list.page()).await?;
    let mut rows = Listing::new(arguments, out, false)?;
    for contact in &page.results {
        if !rows.row(&to_row(contact)?)? {
            return Ok(ExitCode::SUCCESS);
        }
    }
    rows.finish()?;
    say_if_nothing_is_shown(arguments, page.results.len() as u64);
    if page.has_more {
        output::say(&format!(
            "{} of {} contacts: --all lists the others",
            page.results.len(),
            page.total_results
        ));
    }
    Ok(ExitCode::SUCCESS)
}

/// An empty table has no lines: somebody might think that nothing was done.
fn say_if_nothing_is_shown(arguments: &Arguments, listed: u64) {
    if listed == 0 && arguments.format() == Format::Table {
        output::say("there are no contacts");
    }
}
