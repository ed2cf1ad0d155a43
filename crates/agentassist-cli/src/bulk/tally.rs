//! How many contacts came to what, and how a deletion ends because of it.

use std::fmt;
use std::ops::Add;
use std::process::ExitCode;

use super::outcome::Outcome;
use crate::exit::Failure;
use crate::outcome::Situation;

/// How many contacts had which outcome.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    deleted: usize,
    failed: usize,
    unknown: usize,
    untouched: usize,
}

/// Why a deletion came to its end before all was done.
#[derive(Debug)]
pub(super) enum Stop {
    /// A request was not answered as it should be.
    Refused(Failure),
    /// Somebody asked to stop.
    Interrupted,
    /// What became of contacts cannot be written any more.
    Unwritable(Failure),
}

impl Tally {
    pub(crate) fn count(&mut self, outcome: Outcome) {
        *self.of(outcome) += 1;
    }

    fn of(&mut self, outcome: Outcome) -> &mut usize {
        match outcome {
            Outcome::Deleted => &mut self.deleted,
            Outcome::Failed => &mut self.failed,
            Outcome::Sent | Outcome::Unknown => &mut self.unknown,
            Outcome::Untouched => &mut self.untouched,
        }
    }

    /// All that were counted.
    pub(crate) fn total(self) -> usize {
        self.deleted + self.failed + self.unknown + self.untouched
    }

    /// The exit code where this is what became of all contacts, or why it is not everything.
    pub(crate) fn verdict(self, is_kept: bool) -> Result<ExitCode, Failure> {
        if self.deleted == self.total() {
            return Ok(ExitCode::SUCCESS);
        }
        let what = format!("not every contact was deleted: {self}{}", self.remedy(is_kept));
        Err(Situation::Partial.because(what).into())
    }

    /// How a run ends in which these contacts were dealt with, after others had been settled.
    pub(super) fn ends(
        self,
        settled: Self,
        stop: Option<Stop>,
        is_kept: bool,
    ) -> Result<ExitCode, Failure> {
        let all = self + settled;
        let remedy = all.remedy(is_kept);
        match stop {
            Some(Stop::Unwritable(failure)) => Err(failure),
            Some(Stop::Refused(failure)) if self.deleted == 0 => Err(failure.adding(remedy)),
            Some(Stop::Refused(failure)) => {
                Err(Situation::Partial.because(format!("it stopped: {failure}{remedy}")).into())
            }
            Some(Stop::Interrupted) if all.deleted < all.total() => {
                let others =
                    if is_kept { ": the same command goes on with the others" } else { "" };
                let what = format!("interrupted{others}{remedy}");
                Err(Situation::Interrupted.because(what).into())
            }
            _ => all.verdict(is_kept),
        }
    }

    /// What can be done about contacts of which nobody knows, with a file of outcomes or without.
    fn remedy(self, is_kept: bool) -> &'static str {
        match (self.unknown, is_kept) {
            (0, _) => "",
            (_, true) => "; what is unknown is sent again only with --retry unknown",
            (_, false) => "; what is unknown may be deleted: look for it in the listing",
        }
    }
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            deleted: self.deleted + other.deleted,
            failed: self.failed + other.failed,
            unknown: self.unknown + other.unknown,
            untouched: self.untouched + other.untouched,
        }
    }
}

impl fmt::Display for Tally {
    /// `2 deleted, 1 failed`
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            (self.deleted, Outcome::Deleted),
            (self.failed, Outcome::Failed),
            (self.unknown, Outcome::Unknown),
            (self.untouched, Outcome::Untouched),
        ];
        let told = counts.iter().filter(|(count, _)| *count > 0);
        let told: Vec<_> =
            told.map(|(count, outcome)| format!("{count} {}", outcome.word())).collect();
        formatter.write_str(&told.join(", "))
    }
}
