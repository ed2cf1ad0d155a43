//! `agentassist contacts list`.

mod all;
mod listing;

use std::path::PathBuf;
use std::process::ExitCode;

use self::listing::Listing;
use super::to_row;
use crate::api::{CallArguments, Session, with_session};
use crate::exit::Failure;
use crate::outcome;
use crate::output;
use crate::rows::{Format, OutputArguments};

/// List contacts
///
/// Without --all or --max-items: the first page. An account may make 60 requests per minute, and
/// the server decides how large a page is: long lists take their time, and show their progress
/// on a terminal.
///
/// With --checkpoint, a listing that was interrupted goes on where it stopped: run the same
/// command again, and add to its output with `>>`.
#[derive(Debug, clap::Args)]
#[command(after_help = outcome::help!(
    "agentassist contacts list --target sandbox",
    "agentassist contacts list --all -o csv --fields id,fullName,status > contacts.csv",
    "agentassist contacts list --all --checkpoint place >> contacts.ndjson",
))]
pub(super) struct Arguments {
    /// List all contacts, page after page
    #[arg(long)]
    all: bool,
    /// List at most so many contacts, page after page
    #[arg(long, value_name = "NUMBER", conflicts_with = "all")]
    max_items: Option<u64>,
    /// Ask for so many contacts on a page (default: as many as the server gives)
    #[arg(long, value_name = "NUMBER")]
    page_size: Option<u64>,
    /// Keep the place in this file, and go on from there; for CSV and NDJSON
    #[arg(long, value_name = "FILE", requires = "all")]
    checkpoint: Option<PathBuf>,
    /// Count a listing as whole although contacts came or went while it ran, or between two runs
    #[arg(long)]
    accept_gaps: bool,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    call: CallArguments,
}

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let format = arguments.output.format();
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
    let list = session.api.contacts().list().page_size(arguments.page_size.unwrap_or_default());
    let page = session.reading(list.page()).await?;
    let mut rows = Listing::new(arguments, false);
    for contact in &page.results {
        if !rows.row(&to_row(contact)?)? {
            return Ok(ExitCode::SUCCESS);
        }
    }
    rows.finish()?;
    say_if_nothing_is_shown(arguments, page.results.len() as u64);
    if page.has_more {
        output::say(&format!(
            "{} of {} contacts: give --all for the others",
            page.results.len(),
            page.total_results
        ));
    }
    Ok(ExitCode::SUCCESS)
}

/// An empty table has no lines: somebody might think that nothing was done.
fn say_if_nothing_is_shown(arguments: &Arguments, listed: u64) {
    if listed == 0 && arguments.output.format() == Format::Table {
        output::say("there are no contacts");
    }
}
