//! `agentassist contacts bulk-delete apply`.

use std::path::PathBuf;
use std::process::ExitCode;

use super::now::{DeletionArguments, ask, show};
use crate::api::{Place, with_session};
use crate::bulk::{self, Entry, Journal, Outcomes, Plan, Retry, outcomes_of};
use crate::confirm::Consent;
use crate::exit::Failure;
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
    let plan = Plan::read(&arguments.plan)?;
    let deletion = &arguments.deletion;
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
    let path = arguments.outcomes.clone().unwrap_or_else(|| outcomes_of(&arguments.plan));
    if deletion.confirm.dry_run {
        // Nothing is written either, not even the beginning of a journal.
        let outcomes = Outcomes::look(&path, &plan)?;
        return show(&place, &open(&plan, &outcomes, &arguments.retry), deletion);
    }
    let consent = deletion.confirm.consent(&deletion.output)?;
    let mut journal = Journal::open(&path, &plan)?;
    let open = open(&plan, journal.outcomes(), &arguments.retry);
    let settled = plan.entries.len() - open.len();
    if settled > 0 {
        output::say(&format!(
            "settled before: {} ({})",
            output::counted(settled, "contact"),
            journal.outcomes().told()
        ));
    }
    if open.is_empty() {
        output::say("nothing is left to do");
        return journal.outcomes().verdict();
    }
    with_session(&deletion.call, async |session| {
        if consent == Consent::ToBeAsked {
            ask(session, &open).await?;
        }
        let done =
            bulk::delete(session, &open, deletion.batches, Some(&mut journal), &deletion.output)
                .await;
        output::say(&format!("outcomes are in {}", path.display()));
        let code = done?;
        // What an earlier run could not do is still not done.
        if settled > 0 { journal.outcomes().verdict() } else { Ok(code) }
    })
}

/// The contacts of a plan about which something is to be done.
fn open(plan: &Plan, outcomes: &Outcomes, retry: &[Retry]) -> Vec<Entry> {
    let entries = plan.entries.iter();
    entries.filter(|entry| outcomes.is_open(&entry.id, retry)).cloned().collect()
}
