//! Writes each exchange to a file as it comes, redacted.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use agentassist_client::{Exchange, Observer};

use crate::contract::Recorder;
use crate::exit::Failure;
use crate::files;

/// A recording that grows: NDJSON, so that what stands there is whole whenever the run ends.
#[derive(Debug)]
pub(super) struct Tape {
    path: PathBuf,
    recorder: Recorder,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    file: File,
    /// The first thing that went wrong; an observer cannot say it itself.
    failed: Option<io::Error>,
}

impl Tape {
    /// Begins a recording; one that is there is not replaced, nor is another file.
    pub(super) fn create(path: &Path, recorder: Recorder) -> Result<Self, Failure> {
        let file = files::begin_public(path).map_err(|error| unwritable(path, error))?;
        let state = Mutex::new(State { file, failed: None });
        Ok(Self { path: path.to_owned(), recorder, state })
    }

    /// Says whether all of it could be written.
    pub(super) fn finish(&self) -> Result<(), Failure> {
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

impl Observer for Tape {
    fn observe(&self, exchange: Exchange) {
        // Held from here on: lines stand in the order in which stand-ins were given out.
        let mut state = self.state();
        self.recorder.observe(exchange);
        for exchange in self.recorder.take() {
            let written = serde_json::to_string(&exchange)
                .map_err(io::Error::from)
                .and_then(|line| writeln!(state.file, "{line}"));
            if let Err(error) = written {
                state.failed.get_or_insert(error);
            }
        }
    }
}

fn unwritable(path: &Path, error: io::Error) -> Failure {
    Failure::outside(format!("cannot write the recording {}", path.display()), error)
}
