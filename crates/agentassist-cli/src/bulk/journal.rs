//! What became of each contact, kept in a file as it happens.
//!
//! Before a request its ids are written as `sent`, after its answer again with what became of
//! them; of several lines about an id, the last one counts. An id that stays `sent` was in a
//! request whose answer nobody has seen: it is unknown, and is not sent again unasked.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use agentassist_client::Fate;
use serde::{Deserialize, Serialize};

use crate::exit::Failure;
use crate::files;
use crate::outcome::Situation;

/// The outcomes of a deletion in a file.
#[derive(Debug)]
pub(crate) struct Journal {
    path: PathBuf,
    file: File,
    last: HashMap<String, Outcome>,
}

/// What became of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Outcome {
    /// It is in a request that was, or may have been, sent.
    Sent,
    Deleted,
    Failed,
    /// Nobody knows.
    Unknown,
    /// Nothing was done to it.
    Untouched,
}

/// What is done again by wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Retry {
    /// What the API could not delete
    Failed,
    /// What may be deleted already: its answer was lost
    Unknown,
}

#[derive(Debug, Serialize, Deserialize)]
struct Line {
    id: String,
    outcome: Outcome,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

impl Outcome {
    /// The outcome, and the API's reason for it.
    pub(crate) fn of(fate: &Fate) -> (Self, Option<&str>) {
        match fate {
            Fate::Deleted => (Self::Deleted, None),
            Fate::Failed { reason } => (Self::Failed, reason.as_deref()),
            Fate::Untouched => (Self::Untouched, None),
            _ => (Self::Unknown, None),
        }
    }

    /// The word for it. What was sent and not answered is unknown.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Deleted => "deleted",
            Self::Failed => "failed",
            Self::Sent | Self::Unknown => "unknown",
            Self::Untouched => "untouched",
        }
    }

    /// Whether there is still something to do, with what is done again by wish.
    fn is_open(self, retry: &[Retry]) -> bool {
        match self {
            Self::Deleted => false,
            Self::Untouched => true,
            Self::Failed => retry.contains(&Retry::Failed),
            Self::Sent | Self::Unknown => retry.contains(&Retry::Unknown),
        }
    }
}

impl Journal {
    /// Opens the journal, and reads what is in it.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        let failed =
            |error| Failure::outside(format!("cannot open the outcomes {}", path.display()), error);
        let mut file = files::append(path).map_err(failed)?;
        // On some systems only one process at a time can hold it; on the others nothing is lost.
        if matches!(file.try_lock(), Err(std::fs::TryLockError::WouldBlock)) {
            return Err(Failure::Usage(format!(
                "{} is in use: another run applies the same plan",
                path.display()
            )));
        }
        if !file.metadata().map_err(failed)?.is_file() {
            return Err(Failure::Usage(format!(
                "{} is no regular file: outcomes are read again by the next run",
                path.display()
            )));
        }
        let mut text = String::new();
        file.read_to_string(&mut text).map_err(failed)?;
        let last = read(&text).map_err(|line| {
            Failure::Usage(format!("{}, line {line}, is no outcome", path.display()))
        })?;
        if !text.is_empty() && !text.ends_with('\n') {
            // A run was ended while it wrote: the next line begins afresh.
            file.write_all(b"\n").map_err(failed)?;
        }
        Ok(Self { path: path.to_owned(), file, last })
    }

    /// Whether something is to be done about a contact.
    pub(crate) fn is_open(&self, id: &str, retry: &[Retry]) -> bool {
        self.last.get(id).is_none_or(|outcome| outcome.is_open(retry))
    }

    /// What became of how many, in words.
    pub(crate) fn told(&self) -> String {
        let words = [Outcome::Deleted, Outcome::Failed, Outcome::Unknown, Outcome::Untouched];
        let counts = words.map(|outcome| (self.count(outcome), outcome.word()));
        let told = counts.iter().filter(|(count, _)| *count > 0);
        told.map(|(count, word)| format!("{count} {word}")).collect::<Vec<_>>().join(", ")
    }

    /// The exit code for all that is kept here, or why it is not everything.
    pub(crate) fn verdict(&self) -> Result<ExitCode, Failure> {
        if self.last.values().all(|outcome| *outcome == Outcome::Deleted) {
            return Ok(ExitCode::SUCCESS);
        }
        let what = format!("not every contact was deleted: {}", self.told());
        Err(Situation::Partial.because(what).into())
    }

    fn count(&self, outcome: Outcome) -> usize {
        self.last.values().filter(|last| last.word() == outcome.word()).count()
    }

    /// Writes lines, and returns when they will outlive this process and this machine.
    pub(crate) fn add<'a>(
        &mut self,
        outcomes: impl IntoIterator<Item = (&'a str, Outcome, Option<&'a str>)>,
    ) -> Result<(), Failure> {
        let mut text = String::new();
        for (id, outcome, reason) in outcomes {
            let line = Line { id: id.to_owned(), outcome, reason: reason.map(str::to_owned) };
            match serde_json::to_string(&line) {
                Ok(line) => text.push_str(&(line + "\n")),
                Err(error) => return Err(self.unwritable(error.into())),
            }
            self.last.insert(line.id, outcome);
        }
        let written = self.file.write_all(text.as_bytes()).and_then(|()| self.file.sync_data());
        written.map_err(|error| self.unwritable(error))
    }

    fn unwritable(&self, error: io::Error) -> Failure {
        Failure::outside(format!("cannot write the outcomes {}", self.path.display()), error)
    }
}

/// The last outcome of each id, or the number of a line that is none.
fn read(text: &str) -> Result<HashMap<String, Outcome>, usize> {
    let mut last = HashMap::new();
    let lines = text.split_inclusive('\n').enumerate();
    for (index, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str::<Line>(line.trim_end()) {
            Ok(line) => {
                last.insert(line.id, line.outcome);
            }
            // A line that was cut off in the middle says nothing: what it is about stays as it was.
            Err(error) if error.is_eof() => {}
            Err(_) => return Err(index + 1),
        }
    }
    Ok(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_about_an_id_counts() {
        let text = "{\"id\":\"1\",\"outcome\":\"sent\"}\n{\"id\":\"1\",\"outcome\":\"deleted\"}\n\
                    {\"id\":\"2\",\"outcome\":\"sent\"}\n";
        let last = read(text).unwrap();
        assert_eq!((last["1"], last["2"]), (Outcome::Deleted, Outcome::Sent));
    }

    #[test]
    fn a_line_that_was_cut_off_says_nothing_and_another_text_is_refused() {
        let last = read("{\"id\":\"1\",\"outcome\":\"sent\"}\n{\"id\":\"1\",\"outc\n").unwrap();
        assert_eq!(last["1"], Outcome::Sent);
        assert_eq!(read("\nnotes\n").unwrap_err(), 2);
    }

    #[test]
    fn what_is_unknown_is_not_sent_again_unasked() {
        assert!(!Outcome::Sent.is_open(&[]));
        assert!(!Outcome::Unknown.is_open(&[Retry::Failed]));
        assert!(Outcome::Sent.is_open(&[Retry::Unknown]));
        assert!(!Outcome::Failed.is_open(&[]));
        assert!(Outcome::Untouched.is_open(&[]));
        assert!(!Outcome::Deleted.is_open(&[Retry::Failed, Retry::Unknown]));
    }

    #[test]
    fn a_journal_goes_on_after_a_line_that_was_cut_off() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("outcomes");
        std::fs::write(&path, "{\"id\":\"1\",\"outcome\":\"sent\"}\n{\"id\":\"1\"").unwrap();
        let mut journal = Journal::open(&path).unwrap();
        journal.add([("1", Outcome::Failed, Some("no such contact"))]).unwrap();
        drop(journal);
        let journal = Journal::open(&path).unwrap();
        assert!(!journal.is_open("1", &[]) && journal.is_open("1", &[Retry::Failed]));
    }
}
