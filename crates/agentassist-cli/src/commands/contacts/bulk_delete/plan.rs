//! `agentassist contacts bulk-delete plan`.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::now::name;
use crate::api::{CallArguments, Place, with_session};
use crate::bulk::names::Names;
use crate::bulk::{IdArguments, Plan, outcomes_of};
use crate::exit::Failure;
use crate::files;
use crate::outcome;
use crate::output;
use crate::rows;
use crate::stdout::Stdout;

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
    /// File for the plan, which must not be there yet; `-` for standard output
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Do not look for names in the listing, which takes requests
    #[arg(long)]
    no_names: bool,
    #[command(flatten)]
    call: CallArguments,
}

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let record = arguments.call.record.as_deref();
    files::told_apart(&[("--out", Some(&arguments.out)), ("--record", record)])?;
    let entries = arguments.ids.entries()?;
    check_names(&arguments.out)?;
    if arguments.no_names || entries.iter().all(|entry| entry.name.is_some()) {
        let place = Place::by_settings(&arguments.call)?;
        return write(arguments, &Plan::new(place, entries), None);
    }
    with_session(&arguments.call, async |session| {
        let mut entries = entries;
        let names = name(session, &mut entries).await?;
        write(arguments, &Plan::new(session.place.clone(), entries), Some(&names))
    })
}

fn write(arguments: &Arguments, plan: &Plan, names: Option<&Names>) -> Result<ExitCode, Failure> {
    let path = &arguments.out;
    if path.as_os_str() == "-" {
        let mut out = BufWriter::new(Stdout::new());
        rows::written(plan.write_to(&mut out).and_then(|()| out.flush()))?;
        return Ok(ExitCode::SUCCESS);
    }
    check_names(path)?;
    let written = files::create_with(path, |file| {
        let mut out = BufWriter::new(file);
        plan.write_to(&mut out).and_then(|()| out.flush())
    });
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => files::there_already(path),
        _ => files::unwritable(path, error),
    })?;
    let contacts = output::counted(plan.entries.len(), "contact");
    output::say(&format!("{}: {contacts} to delete", path.display()));
    let nameless = plan.entries.iter().filter(|entry| entry.name.is_none()).count();
    if let Some(names) = names.filter(|_| nameless > 0) {
        output::say(&format!("{nameless} without a name: {}", names.why_not()));
    }
    output::say(&format!(
        "read and edit it, then: agentassist contacts bulk-delete apply {}",
        path.display()
    ));
    Ok(ExitCode::SUCCESS)
}

/// Whether nothing is in the way of a plan with this name, which is asked before anything is called.
fn check_names(path: &Path) -> Result<(), Failure> {
    if path.as_os_str() == "-" {
        return Ok(());
    }
    if path.exists() {
        return Err(files::there_already(path));
    }
    let outcomes = outcomes_of(path);
    if outcomes.exists() {
        let problem = format!(
            "{} holds the outcomes of an earlier plan of this name: move it away, or choose another \
             name",
            outcomes.display()
        );
        return Err(files::unwritable(path, problem));
    }
    Ok(())
}
