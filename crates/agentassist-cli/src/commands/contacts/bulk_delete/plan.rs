//! `agentassist contacts bulk-delete plan`.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use super::now::named;
use crate::api::{CallArguments, Place, with_session};
use crate::bulk::{Entry, IdArguments, Plan};
use crate::exit::Failure;
use crate::files;
use crate::outcome;
use crate::output;

/// Write a plan: which contacts are to be deleted, with their names. Deletes nothing
///
/// The plan is a TOML file with one contact on each line, to be read and edited. It holds names:
/// only its owner may read it.
#[derive(Debug, clap::Args)]
#[command(after_help = outcome::help!(
    "agentassist contacts bulk-delete plan --ids-from contacts.csv --out plan.toml",
    "agentassist contacts bulk-delete plan ID ID --no-names --out plan.toml",
))]
pub(super) struct Arguments {
    #[command(flatten)]
    ids: IdArguments,
    /// File for the plan; must not be there yet
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Do not look for names in the listing, which takes requests
    #[arg(long)]
    no_names: bool,
    #[command(flatten)]
    call: CallArguments,
}

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let entries = arguments.ids.entries()?;
    if arguments.no_names || entries.iter().all(|entry| entry.name.is_some()) {
        let place = Place::by_settings(&arguments.call)?;
        return write(arguments, &Plan { place, entries });
    }
    with_session(&arguments.call, async |session| {
        let entries = named(session, &entries).await?;
        write(arguments, &Plan { place: session.place.clone(), entries })
    })
}

fn write(arguments: &Arguments, plan: &Plan) -> Result<ExitCode, Failure> {
    let path = &arguments.out;
    files::create(path, &plan.to_text()).map_err(|error| {
        let what = match error.kind() {
            io::ErrorKind::AlreadyExists => {
                format!("{} is there already: remove it, or choose another name", path.display())
            }
            _ => format!("cannot write the plan {}", path.display()),
        };
        Failure::outside(what, error)
    })?;
    let nameless = plan.entries.iter().filter(|entry: &&Entry| entry.name.is_none()).count();
    output::say(&format!(
        "{} to delete are in {}",
        output::counted(plan.entries.len(), "contact"),
        path.display()
    ));
    if nameless > 0 && !arguments.no_names {
        output::say(&format!("not found in the listing: {nameless}"));
    }
    output::say(&format!(
        "read and edit it, then: agentassist contacts bulk-delete apply {}",
        path.display()
    ));
    Ok(ExitCode::SUCCESS)
}
