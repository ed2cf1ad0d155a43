//! `agentassist contacts bulk-delete`: at once, or by a plan.

mod apply;
mod now;
mod plan;

use std::process::ExitCode;

use crate::exit::Failure;
use crate::outcome;

/// Delete many contacts: at once, or by a plan that can be read, edited and resumed
///
/// At once: `bulk-delete ID…` or `bulk-delete --ids-from FILE`. By a plan:
/// `bulk-delete plan --ids-from FILE --out PLAN`, then `bulk-delete apply PLAN`.
///
/// Prints what became of each contact. Contacts of a request whose answer was lost are `unknown`:
/// they are not sent again unasked.
#[derive(Debug, clap::Args)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    after_help = outcome::help!(
    "agentassist contacts bulk-delete ID ID --dry-run",
    "agentassist contacts bulk-delete --ids-from ids.txt --yes -o csv > outcomes.csv",
    "agentassist contacts bulk-delete plan --ids-from contacts.csv --out plan.toml",
    "agentassist contacts bulk-delete apply plan.toml",
)
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    now: now::Now,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Plan(plan::Arguments),
    Apply(apply::Arguments),
}

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    match &arguments.command {
        None => now::run(&arguments.now),
        Some(Command::Plan(arguments)) => plan::run(arguments),
        Some(Command::Apply(arguments)) => apply::run(arguments),
    }
}
