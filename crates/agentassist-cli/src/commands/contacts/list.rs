//! `agentassist contacts list`.

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use agentassist_client::ContactStream;

use super::{COLUMNS, to_row};
use crate::api::{CallArguments, Session, with_session};
use crate::checkpoint::Checkpoint;
use crate::exit::Failure;
use crate::outcome::{self, Situation};
use crate::output;
use crate::progress::{self, Progress};
use crate::rows::{self, Format, OutputArguments, Rows, Shape};

/// After so many contacts the checkpoint is written again.
const CHECKPOINT_EVERY: u64 = 100;

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
    /// Count a listing as whole although contacts came or went while it ran
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
            all(session, arguments).await
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

async fn all(session: &Session, arguments: &Arguments) -> Result<ExitCode, Failure> {
    let mut checkpoint = match &arguments.checkpoint {
        Some(path) => Some(Checkpoint::open(path, &session.place)?),
        None => None,
    };
    let start = checkpoint.as_ref().map_or(0, Checkpoint::position);
    if checkpoint.as_ref().is_some_and(Checkpoint::is_complete) {
        output::say("the checkpoint says that all was listed: remove it to list again");
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(checkpoint) = &checkpoint {
        checkpoint.keep()?;
    }
    let most = arguments.max_items.unwrap_or(u64::MAX);
    let page_size = arguments.page_size.or(arguments.max_items.filter(|most| *most <= 100));
    let mut stream = session
        .api
        .contacts()
        .list()
        .skip(start)
        .page_size(page_size.unwrap_or_default())
        .accept_gaps(arguments.accept_gaps || most < u64::MAX)
        .stream();
    let mut rows = Listing::new(arguments, start > 0);
    // A table is written in blocks, between which there is room for a line; other forms are not.
    let has_room = arguments.output.format() == Format::Table || !io::stdout().is_terminal();
    let mut progress = Progress::new("contacts", start).only_if(has_room);
    let end = loop {
        if rows.count >= most {
            break End::Enough;
        }
        let next = tokio::select! {
            next = stream.next() => next,
            () = tokio::time::sleep(progress::EVERY) => {
                progress.show(stream.total());
                continue;
            }
            () = session.interrupt.asked(1) => {
                progress::clear_line();
                break End::Interrupted;
            }
        };
        match next {
            None => break End::Complete,
            Some(Err(error)) => break End::Failed(error.into()),
            Some(Ok(contact)) => {
                if !rows.row(&to_row(&contact)?)? {
                    return Ok(ExitCode::SUCCESS);
                }
                progress.advance(1, stream.total());
                if rows.count.is_multiple_of(CHECKPOINT_EVERY) {
                    progress.clear();
                    keep(&mut rows, checkpoint.as_mut(), &stream)?;
                }
            }
        }
    };
    progress.clear();
    keep(&mut rows, checkpoint.as_mut(), &stream)?;
    let listed = rows.count;
    rows.finish()?;
    if stream.duplicates() > 0 {
        output::say(&format!("{} contacts came twice and stand there once", stream.duplicates()));
    }
    match end {
        End::Complete => {
            if let Some(checkpoint) = &mut checkpoint {
                checkpoint.complete()?;
            }
            say_if_nothing_is_shown(arguments, listed);
            Ok(ExitCode::SUCCESS)
        }
        End::Enough => Ok(ExitCode::SUCCESS),
        End::Failed(failure) => Err(failure),
        End::Interrupted => {
            let how = if checkpoint.is_some() { ": run it again to go on" } else { "" };
            let what = format!("interrupted after {listed} contacts{how}");
            Err(Situation::Interrupted.because(what).into())
        }
    }
}

/// An empty table has no lines: somebody might think that nothing was done.
fn say_if_nothing_is_shown(arguments: &Arguments, listed: u64) {
    if listed == 0 && arguments.output.format() == Format::Table {
        output::say("there are no contacts");
    }
}

/// How a listing came to its end.
enum End {
    Complete,
    Enough,
    Interrupted,
    Failed(Failure),
}

/// Makes what was listed visible, and only then moves the checkpoint behind it.
fn keep(
    rows: &mut Listing,
    checkpoint: Option<&mut Checkpoint>,
    stream: &ContactStream,
) -> Result<(), Failure> {
    if !rows.flush()? {
        // Nobody has seen the last ones.
        return Ok(());
    }
    checkpoint.map_or(Ok(()), |checkpoint| checkpoint.advance(stream.position()))
}

/// The rows of contacts on standard output.
struct Listing {
    rows: Rows<io::BufWriter<io::Stdout>>,
    count: u64,
}

impl Listing {
    fn new(arguments: &Arguments, continues: bool) -> Self {
        let rows = rows::to_stdout(&arguments.output, Shape::List, COLUMNS);
        Self { rows: if continues { rows.continuing() } else { rows }, count: 0 }
    }

    /// Writes a row; `false` if nobody reads any more.
    fn row(&mut self, row: &serde_json::Value) -> Result<bool, Failure> {
        self.count += 1;
        rows::written(self.rows.row(row))
    }

    fn flush(&mut self) -> Result<bool, Failure> {
        rows::written(self.rows.flush())
    }

    fn finish(self) -> Result<(), Failure> {
        rows::finish(self.rows)
    }
}
