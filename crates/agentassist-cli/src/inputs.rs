//! The files, folders and streams that `check` is given.

use std::fs;
use std::io::{self, Read};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;

use agentassist_conformance::recordings::{self, Pieces, ReadError};
use agentassist_conformance::{Judge, Report};

/// The endings of the files that are read in a folder.
const ENDINGS: &[&str] = &["har", "json", "jsonl", "ndjson"];

/// A file or stream, by the name that reports show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Input {
    StandardInput,
    File(PathBuf),
}

/// Why an input could not be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum InputError {
    /// It cannot be opened or read.
    #[error("cannot read {name}")]
    Io {
        name: String,
        #[source]
        source: io::Error,
    },
    /// Its content is no recording.
    #[error("cannot read {name}")]
    Content {
        name: String,
        #[source]
        source: ReadError,
    },
    /// A folder holds no file to read.
    #[error("{name} holds no file that ends in .har, .json, .jsonl or .ndjson")]
    EmptyFolder { name: String },
}

impl Input {
    /// The name that reports show.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::StandardInput => "-".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// Judges its exchanges on all cores. What stands before a fault in it is in the report.
    pub(crate) fn judge(&self, judge: &Judge, report: &mut Report) -> Result<(), InputError> {
        let name = self.name();
        let stream: Box<dyn Read> = match self {
            Self::StandardInput => Box::new(io::stdin().lock()),
            Self::File(path) => match fs::File::open(path) {
                Ok(file) => Box::new(file),
                Err(source) => return Err(InputError::Io { name, source }),
            },
        };
        let threads = thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        let mut was_read = false;
        let gather = |number, verdict| {
            was_read = true;
            report.add(&name, number, verdict);
        };
        let outcome = recordings::judge(Pieces::new(stream), judge, threads, gather);
        if was_read || outcome.is_ok() {
            report.add_file();
        }
        match outcome {
            Ok(_) => Ok(()),
            Err(ReadError::Io { source }) => Err(InputError::Io { name, source }),
            Err(source) => Err(InputError::Content { name, source }),
        }
    }
}

/// Turns a path of the command line into inputs: a folder into the files below it, by name.
pub(crate) fn expand(path: &Path) -> Result<Vec<Input>, InputError> {
    if path.as_os_str() == "-" {
        return Ok(vec![Input::StandardInput]);
    }
    let name = path.display().to_string();
    let failed = |source| InputError::Io { name: name.clone(), source };
    if !fs::metadata(path).map_err(failed)?.is_dir() {
        return Ok(vec![Input::File(path.to_owned())]);
    }
    let mut files = Vec::new();
    collect(path, &mut files).map_err(failed)?;
    if files.is_empty() {
        return Err(InputError::EmptyFolder { name });
    }
    files.sort();
    Ok(files.into_iter().map(Input::File).collect())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        // Links are not followed: a folder that links to itself has an end.
        if entry.file_type()?.is_dir() {
            collect(&path, files)?;
        } else if path
            .extension()
            .is_some_and(|ending| ENDINGS.iter().any(|known| ending == *known))
        {
            files.push(path);
        }
    }
    Ok(())
}
