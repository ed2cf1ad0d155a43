//! The file: one exchange a line, redacted before it is written, flushed at once.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use agentassist_conformance::redaction::Redactor;
use agentassist_conformance::{Exchange, Judge, Subject};

use super::cleaning::clean;
use crate::exit::Failure;

/// A recording that grows: NDJSON, so that what stands there is whole whenever the run ends.
#[derive(Debug)]
pub(crate) struct Recording {
    path: PathBuf,
    judge: Judge,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    file: File,
    redactor: Redactor,
    counts: Counts,
    /// The first thing that went wrong; nothing is written after it.
    failed: Option<io::Error>,
}

/// What became of the exchanges.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Counts {
    /// They stand in the file.
    pub(crate) written: usize,
    /// They were none of this API, and were passed on only.
    pub(crate) set_aside: usize,
}

impl Recording {
    /// Begins a recording, in the place of one that may be there.
    pub(crate) fn create(path: &Path) -> Result<Self, Failure> {
        let file = File::create(path).map_err(|error| unwritable(path, error))?;
        let state =
            State { file, redactor: Redactor::default(), counts: Counts::default(), failed: None };
        Ok(Self { path: path.to_owned(), judge: Judge::default(), state: Mutex::new(state) })
    }

    /// Adds an exchange, unless it is none of this API: nobody knows what of it is personal.
    /// Returns whether the recording is still whole.
    pub(super) fn add(&self, mut exchange: Exchange) -> bool {
        let subject = self.judge.judge(&exchange).subject;
        // Held from here on: lines stand in the order in which stand-ins are given out.
        let mut state = self.state();
        if matches!(subject, Subject::Foreign) {
            state.counts.set_aside += 1;
            return state.failed.is_none();
        }
        if state.failed.is_some() {
            return false;
        }
        state.redactor.redact(&mut exchange);
        clean(&mut exchange, &subject);
        match write(&mut state.file, &exchange) {
            Ok(()) => state.counts.written += 1,
            Err(error) => state.failed = Some(error),
        }
        state.failed.is_none()
    }

    /// What became of the exchanges so far.
    pub(crate) fn counts(&self) -> Counts {
        self.state().counts
    }

    /// Says whether all of it could be written.
    pub(crate) fn finish(&self) -> Result<(), Failure> {
        match self.state().failed.take() {
            Some(error) => Err(unwritable(&self.path, error)),
            None => Ok(()),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A panic elsewhere leaves whole lines behind.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Writes a line in one piece.
fn write(file: &mut File, exchange: &Exchange) -> io::Result<()> {
    let mut line = serde_json::to_vec(exchange)?;
    line.push(b'\n');
    file.write_all(&line)?;
    file.flush()
}

fn unwritable(path: &Path, error: io::Error) -> Failure {
    Failure::outside(format!("cannot write the recording {}", path.display()), error)
}
