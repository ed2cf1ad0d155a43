//! Deleting many contacts: which ones, what is known of them, what became of each.

mod ids;
mod journal;
pub(crate) mod names;
mod outcome;
mod plan;
mod run;
mod tally;

pub(crate) use self::ids::{Entry, IdArguments, contact_id};
pub(crate) use self::journal::{Journal, Outcomes, outcomes_of};
pub(crate) use self::outcome::Retry;
pub(crate) use self::plan::Plan;
pub(crate) use self::run::{Batches, delete};
pub(crate) use self::tally::Tally;
