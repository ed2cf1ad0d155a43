//! What became of each contact, kept in a file as it happens.
//!
//! The first line names the plan and the place: the ids of one server mean other contacts, or none,
//! at another. Before a request its ids are written as `sent`, after its answer again with what
//! became of them; of several lines about an id, the last one counts. An id that stays `sent` was in
//! a request whose answer nobody has seen: it is unknown, and is not sent again unasked.

use std::collections::HashMap;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::outcome::{Outcome, Retry};
use super::{Entry, Plan, Tally};
use crate::api::Place;
use crate::exit::Failure;
use crate::files;

/// The outcomes of a deletion in a file.
#[derive(Debug)]
pub(crate) struct Journal {
    path: PathBuf,
    file: File,
}

/// The last outcome of each contact that something is known of.
#[derive(Debug, Default)]
pub(crate) struct Outcomes(HashMap<String, Outcome>);

/// The first line: whose outcomes follow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Head {
    plan_id: String,
    #[serde(flatten)]
    place: Place,
}

#[derive(Debug, Serialize, Deserialize)]
struct Line {
    id: String,
    outcome: Outcome,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

/// Where the outcomes of a plan are kept, unless something else is said.
pub(crate) fn outcomes_of(plan: &Path) -> PathBuf {
    let mut name = OsString::from(plan);
    name.push(".outcomes.ndjson");
    name.into()
}

impl Outcomes {
    /// The outcomes that the journal of a plan holds; none if there is no journal yet.
    pub(crate) fn look(path: &Path, plan: &Plan) -> Result<Self, Failure> {
        match File::open(path) {
            Ok(file) => {
                let content = read(&file, &Head::of(plan)).map_err(|problem| problem.at(path))?;
                Ok(content.outcomes)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(cannot_open(path, error)),
        }
    }

    /// Takes out the contacts about which nothing is to be done, and counts what became of them.
    pub(crate) fn settle(self, entries: &mut Vec<Entry>, retry: &[Retry]) -> Tally {
        let mut settled = Tally::default();
        entries.retain(|entry| match self.0.get(entry.id.as_str()) {
            Some(outcome) if !outcome.is_open(retry) => {
                settled.count(*outcome);
                false
            }
            _ => true,
        });
        settled
    }
}

impl Journal {
    /// Opens the journal of a plan, and reads what became of its contacts so far.
    ///
    /// # Errors
    ///
    /// When it cannot be read or written, when another run holds it, or when it is that of another
    /// plan.
    pub(crate) fn open(path: &Path, plan: &Plan) -> Result<(Self, Outcomes), Failure> {
        let failed = |error| cannot_open(path, error);
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
                "{} is not a regular file: outcomes are read again by the next run",
                path.display()
            )));
        }
        let head = Head::of(plan);
        let content = read(&file, &head).map_err(|problem| problem.at(path))?;
        let prepared = if content.is_begun {
            // A run was ended while it wrote: the next line begins afresh.
            if content.is_whole { Ok(()) } else { file.write_all(b"\n") }
        } else {
            begin(&mut file, &head)
        };
        prepared.map_err(failed)?;
        Ok((Self { path: path.to_owned(), file }, content.outcomes))
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
        }
        let before = self.file.metadata().map_err(|error| self.unwritable(error))?.len();
        let written = self.file.write_all(text.as_bytes()).and_then(|()| self.file.sync_data());
        written.map_err(|error| {
            // What was not written as a whole was not done either: the request is not sent. If even
            // that fails, the lines say less than is known, and nothing that is wrong.
            let _ = self.file.set_len(before);
            self.unwritable(error)
        })
    }

    fn unwritable(&self, error: io::Error) -> Failure {
        Failure::outside(format!("cannot write the outcomes {}", self.path.display()), error)
    }
}

impl Head {
    fn of(plan: &Plan) -> Self {
        Self { plan_id: plan.id.clone(), place: plan.place.clone() }
    }
}

fn cannot_open(path: &Path, error: io::Error) -> Failure {
    Failure::outside(format!("cannot open the outcomes {}", path.display()), error)
}

/// Writes the first line, in the place of half a one.
fn begin(file: &mut File, head: &Head) -> io::Result<()> {
    let line = serde_json::to_string(head)? + "\n";
    file.set_len(0)?;
    file.write_all(line.as_bytes())?;
    file.sync_data()
}

/// What a journal holds.
#[derive(Debug, Default)]
struct Content {
    /// Whether the first line is there, and what follows may be read.
    is_begun: bool,
    /// Whether the last line has an end.
    is_whole: bool,
    outcomes: Outcomes,
}

/// Why a file is not the journal of a plan.
#[derive(Debug)]
enum Problem {
    Unreadable(io::Error),
    /// It does not say whose outcomes it holds.
    Nobodys,
    Anothers(Place),
    /// The line with this number is not an outcome.
    Line(usize),
}

impl Problem {
    fn at(self, path: &Path) -> Failure {
        let path = path.display();
        Failure::Usage(match self {
            Self::Unreadable(error) => {
                return Failure::outside(format!("cannot read the outcomes {path}"), error);
            }
            Self::Nobodys => format!(
                "{path} does not begin like a file of outcomes: name another one with --outcomes"
            ),
            Self::Anothers(Place { target, account_id, stream_id }) => format!(
                "{path} holds the outcomes of another plan ({target}, {account_id}, {stream_id}): \
                 move it away, or name another file with --outcomes"
            ),
            Self::Line(number) => format!("{path}, line {number}, is not an outcome"),
        })
    }
}

/// Reads a journal, line by line: it may be long.
fn read(file: impl io::Read, head: &Head) -> Result<Content, Problem> {
    let mut reader = BufReader::new(file);
    let mut line = String::new();
    let mut content = Content::default();
    for number in 1.. {
        line.clear();
        if reader.read_line(&mut line).map_err(Problem::Unreadable)? == 0 {
            break;
        }
        content.is_whole = line.ends_with('\n');
        let text = line.trim();
        if !content.is_begun {
            match serde_json::from_str::<Head>(text) {
                Ok(found) if found == *head => content.is_begun = true,
                Ok(found) => return Err(Problem::Anothers(found.place)),
                // A run was ended while it began, and nothing was sent.
                Err(error) if error.is_eof() && reader.fill_buf().is_ok_and(<[u8]>::is_empty) => {}
                Err(_) => return Err(Problem::Nobodys),
            }
            continue;
        }
        match serde_json::from_str::<Line>(text) {
            Ok(line) => {
                content.outcomes.0.insert(line.id, line.outcome);
            }
            // A line that was cut off in the middle says nothing: what it is about stays as it was.
            Err(error) if error.is_eof() => {}
            Err(_) => return Err(Problem::Line(number)),
        }
    }
    Ok(content)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str =
        "{\"plan_id\":\"7\",\"target\":\"h\",\"account_id\":\"a\",\"stream_id\":\"s\"}\n";

    fn place() -> Place {
        Place { target: "h".into(), account_id: "a".into(), stream_id: "s".into() }
    }

    fn lines(text: &str) -> Result<HashMap<String, Outcome>, Problem> {
        let head = Head { plan_id: "7".to_owned(), place: place() };
        read(format!("{HEAD}{text}").as_bytes(), &head).map(|content| content.outcomes.0)
    }

    #[test]
    fn the_last_line_about_an_id_counts() {
        let text = "{\"id\":\"1\",\"outcome\":\"sent\"}\n{\"id\":\"1\",\"outcome\":\"deleted\"}\n\
                    {\"id\":\"2\",\"outcome\":\"sent\"}\n";
        let last = lines(text).unwrap();
        assert_eq!((last["1"], last["2"]), (Outcome::Deleted, Outcome::Sent));
    }

    #[test]
    fn a_line_that_was_cut_off_says_nothing_and_another_text_is_refused() {
        let last = lines("{\"id\":\"1\",\"outcome\":\"sent\"}\n{\"id\":\"1\",\"outc\n").unwrap();
        assert_eq!(last["1"], Outcome::Sent);
        assert!(matches!(lines("\nnotes\n"), Err(Problem::Line(3))));
    }

    #[test]
    fn a_journal_goes_on_after_a_line_that_was_cut_off() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("outcomes");
        let begun = format!("{HEAD}{{\"id\":\"1\",\"outcome\":\"sent\"}}\n{{\"id\":\"1\"");
        std::fs::write(&path, begun).unwrap();
        let plan = Plan { id: "7".to_owned(), place: place(), entries: Vec::new() };
        let (mut journal, _) = Journal::open(&path, &plan).unwrap();
        journal.add([("1", Outcome::Failed, Some("no such contact"))]).unwrap();
        drop(journal);
        let settle = |entries: &mut Vec<Entry>, retry: &[Retry]| {
            let (_, outcomes) = Journal::open(&path, &plan).unwrap();
            outcomes.settle(entries, retry).to_string()
        };
        let mut entries = vec![Entry { id: "1".parse().unwrap(), name: None }];
        assert_eq!(settle(&mut entries, &[Retry::Failed]), "");
        assert_eq!(entries.len(), 1);
        assert_eq!(settle(&mut entries, &[]), "1 failed");
        assert_eq!(entries, []);
    }
}
