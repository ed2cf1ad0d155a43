//! `agentassist contacts bulk-delete apply`.

use std::path::PathBuf;
use std::process::ExitCode;

use super::now::{DeletionArguments, ask, show};
use crate::api::{Place, with_session};
use crate::bulk::{self, Journal, Outcomes, Plan, Retry, outcomes_of};
use crate::confirm::Consent;
use crate::exit::Failure;
use crate::files;
use crate::outcome;
use crate::output;

/// Delete the contacts of a plan, and keep the outcome of each as it goes
///
/// Outcomes are kept beside the plan, in `PLAN.outcomes.ndjson`. A run that was interrupted is
/// resumed by the same command: what was deleted, what failed, and what is unknown because its
/// answer was lost, is not sent again, unless --retry says so.
#[derive(Debug, clap::Args)]
#[command(after_help = outcome::help!(
    "agentassist contacts bulk-delete apply plan.toml --dry-run",
    "agentassist contacts bulk-delete apply plan.toml",
    "agentassist contacts bulk-delete apply plan.toml --retry unknown --yes",
))]
pub(super) struct Arguments {
    /// The plan
    plan: PathBuf,
    /// Send these again
    #[arg(long, value_enum, value_delimiter = ',', value_name = "OUTCOMES")]
    retry: Vec<Retry>,
    /// Keep the outcomes in this file (default: `PLAN.outcomes.ndjson`)
    #[arg(long, value_name = "FILE")]
    outcomes: Option<PathBuf>,
    #[command(flatten)]
    deletion: DeletionArguments,
}

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let deletion = &arguments.deletion;
    let path = arguments.outcomes.clone().unwrap_or_else(|| outcomes_of(&arguments.plan));
    files::told_apart(&[
        ("the plan", Some(&arguments.plan)),
        ("the outcomes", Some(&path)),
        ("--record", deletion.call.record.as_deref()),
    ])?;
    let mut plan = Plan::read(&arguments.plan)?;
    let place = Place::by_settings(&deletion.call)?;
    if place != plan.place {
        return Err(Failure::Usage(format!(
            "{} was made for another target, account or stream ({}, {}, {})",
            arguments.plan.display(),
            plan.place.target,
            plan.place.account_id,
            plan.place.stream_id
        )));
    }
    if deletion.confirm.dry_run {
        // Nothing is written either, not even the beginning of a journal.
        Outcomes::look(&path, &plan)?.settle(&mut plan.entries, &arguments.retry);
        return show(&place, &plan.entries, deletion);
    }
    let consent = deletion.confirm.consent(&deletion.output)?;
    let (mut journal, outcomes) = Journal::open(&path, &plan)?;
    let mut open = plan.entries;
    let settled = outcomes.settle(&mut open, &arguments.retry);
    if settled.total() > 0 {
        output::say(&format!(
            "settled before: {} ({settled})",
            output::counted(settled.total(), "contact"),
        ));
    }
    if open.is_empty() {
        output::say("nothing is left to do");
        return settled.verdict(true);
    }
    with_session(&deletion.call, async |session| {
        if consent == Consent::ToBeAsked {
            ask(session, &open, "its name is not in the plan").await?;
        }
        let (batches, kept) = (deletion.batches, Some(&mut journal));
        let done = bulk::delete(session, &open, batches, kept, settled, &deletion.output).await;
        output::say(&format!("outcomes are in {}", path.display()));
        done
    })
}
