//! What is told of one thing that was deleted, or was gone already.

use std::process::ExitCode;

use agentassist_client::Deletion;
use serde_json::{Value, json};

use crate::exit::Failure;
use crate::output;
use crate::rows::{self, OutputArguments};

/// The thing that was to be deleted.
pub(super) struct Deleted<'a> {
    /// What it is: `contact`.
    pub(super) noun: &'a str,
    /// The property and the value of its id.
    pub(super) id: (&'a str, &'a str),
    /// The columns of a table of such things.
    pub(super) columns: &'a [&'a str],
    /// It is no failure that there is none.
    pub(super) ignore_missing: bool,
}

impl Deleted<'_> {
    /// Prints the thing as the API returned it, or by its id where nothing was returned.
    pub(super) fn print<T>(
        &self,
        deletion: Result<Deletion<T>, Failure>,
        output: &OutputArguments,
        to_row: impl FnOnce(T) -> Result<Option<Value>, Failure>,
    ) -> Result<ExitCode, Failure> {
        let by_id = || json!({self.id.0: self.id.1});
        match deletion {
            Ok(Deletion::Deleted(returned)) => {
                let row = to_row(returned).map(|row| row.unwrap_or_else(by_id));
                // A deletion is soft: the status of a deleted contact is INACTIVE (documented).
                if row.as_ref().is_ok_and(|row| row["status"] == "ACTIVE") {
                    output::say(&format!("warning: the {} is still ACTIVE", self.noun));
                }
                let shown = row.and_then(|row| rows::one(output, &row, self.columns));
                shown
                    .map_err(|failure| failure.after(&format!("the {} was deleted", self.noun)))?;
            }
            Ok(Deletion::AlreadyGone) => {
                output::say("gone: an answer was lost, and the next request found nothing");
                rows::one(output, &by_id(), self.columns)?;
            }
            Err(failure) if self.ignore_missing && failure.is_not_found() => {
                output::say(&format!("there is no such {}", self.noun));
            }
            Err(failure) => return Err(failure),
        }
        Ok(ExitCode::SUCCESS)
    }
}
