//! The files, folders and streams that `check` is given.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;

use agentassist_conformance::recordings::{self, Pieces, ReadError, Seal, Shard};
use agentassist_conformance::{Judge, Report, Verdict};

/// The endings of the files that are read in a folder.
const ENDINGS: &[&str] = &["har", "json", "jsonl", "ndjson", "yaml", "yml"];

/// A file or stream, by the name that reports show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Input {
    /// Standard input.
    Stream,
    /// A file that was named.
    Named(PathBuf),
    /// A file that was found in a folder, which may hold anything.
    Found(PathBuf),
}

/// Which exchanges of an input are judged.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Part {
    /// All.
    Whole,
    /// Those of a shard; the others are passed over.
    Of(Shard),
    /// All: they are those of a shard, and count as such.
    Dealt(Shard),
}

/// What hides the hashes in the lines of a shard.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Key {
    /// A secret that all shards were given.
    Given(Seal),
    /// The beginning of each input, which all shards read.
    OfInput,
}

/// How much of an input makes a key: at least one exchange, with its token.
const KEY_BYTES: u64 = 64 * 1024;

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
    #[error("{name} holds no file that ends in .har, .json, .jsonl, .ndjson, .yaml or .yml")]
    EmptyFolder { name: String },
}

impl InputError {
    /// The name of the input.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Io { name, .. } | Self::Content { name, .. } | Self::EmptyFolder { name } => name,
        }
    }

    /// Whether there is nothing to check, as opposed to something that cannot be read.
    pub(crate) fn is_nothing(&self) -> bool {
        matches!(self, Self::EmptyFolder { .. })
    }

    /// Whether the input holds something else altogether.
    fn is_foreign(&self) -> bool {
        matches!(self, Self::Content { source: ReadError::Foreign, .. })
    }
}

impl Input {
    /// Whether an error says no more than that a file in a folder is none of the kind that is read.
    pub(crate) fn is_passed_over(&self, error: &InputError) -> bool {
        matches!(self, Self::Found(_)) && error.is_foreign()
    }

    /// The name that reports show.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Stream => "-".to_owned(),
            Self::Named(path) | Self::Found(path) => path.display().to_string(),
        }
    }

    /// Adds its exchanges to a report. What stands before a fault in it is in the report.
    pub(crate) fn report(&self, judge: &Judge, report: &mut Report) -> Result<(), InputError> {
        let name = self.name();
        let mut was_read = false;
        let outcome = self.judge(judge, Part::Whole, Key::OfInput, |number, verdict| {
            was_read = true;
            report.add(&name, number, verdict);
        });
        if was_read || outcome.is_ok() {
            report.end_file();
        }
        outcome.map_err(|(_, error)| error)
    }

    /// Judges a part of its exchanges on all cores. With a fault comes the number of the exchange
    /// from which on nothing can be used.
    pub(crate) fn judge(
        &self,
        judge: &Judge,
        part: Part,
        key: Key,
        mut gather: impl FnMut(usize, Verdict) + Send,
    ) -> Result<(), (usize, InputError)> {
        let name = self.name();
        let stream: Box<dyn Read + Send> = match self {
            Self::Stream => Box::new(io::stdin()),
            Self::Named(path) | Self::Found(path) => match fs::File::open(path) {
                Ok(file) => Box::new(file),
                Err(source) => return Err((1, InputError::Io { name, source })),
            },
        };
        let threads = thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        let shard = match part {
            Part::Whole => Shard::WHOLE,
            Part::Of(shard) | Part::Dealt(shard) => shard,
        };
        let is_dealt = matches!(part, Part::Dealt(_));
        let (stream, seal) = match (part, key) {
            (Part::Of(_) | Part::Dealt(_), Key::Given(seal)) => (stream, Some(seal)),
            (Part::Of(_), Key::OfInput) => {
                let failed = |source| (1, InputError::Io { name: name.clone(), source });
                let (stream, begin) = beginning(stream).map_err(failed)?;
                (stream, Some(Seal::of(&begin)))
            }
            // What stays in this process needs no seal, and what was dealt begins differently in
            // each shard.
            (Part::Whole, _) | (Part::Dealt(_), Key::OfInput) => (stream, None),
        };
        let mut pieces = Pieces::new(stream).only(if is_dealt { Shard::WHOLE } else { shard });
        if let Self::Named(path) | Self::Found(path) = self
            && let Some(folder) = path.parent()
        {
            pieces = pieces.beside(folder);
        }
        let in_whole = |number| if is_dealt { shard.nth(number) } else { number };
        let mut last = 0;
        let outcome = recordings::judge(pieces, judge, threads, |number, mut verdict| {
            if let Some(seal) = &seal {
                verdict.seal(seal);
            }
            last = in_whole(number);
            gather(last, verdict);
        });
        let Err(error) = outcome else { return Ok(()) };
        // The first exchange is dealt to the first shard: only there is nothing too little.
        if is_dealt && shard.index() > 1 && matches!(error, ReadError::Empty) {
            return Ok(());
        }
        // The reader has numbered what it was dealt, one by one.
        let number = if is_dealt { shard.after(last) } else { shard.stop(&error, last) };
        Err(match error {
            ReadError::Io { source } => (number, InputError::Io { name, source }),
            source => (number, InputError::Content { name, source }),
        })
    }
}

/// Looks at the beginning of a stream, without taking it away.
fn beginning(mut stream: Box<dyn Read + Send>) -> io::Result<(Box<dyn Read + Send>, Vec<u8>)> {
    let mut begin = Vec::new();
    stream.by_ref().take(KEY_BYTES).read_to_end(&mut begin)?;
    Ok((Box::new(io::Cursor::new(begin.clone()).chain(stream)), begin))
}

/// The inputs that paths of the command line name, in their order, or why one names none. What is
/// named twice is there once.
pub(crate) fn all(paths: &[PathBuf]) -> Vec<Result<Input, InputError>> {
    let mut seen = HashSet::new();
    let mut is_new = |input: &Input| match input {
        Input::Stream => seen.insert(PathBuf::from("-")),
        // What cannot be found is told when it is read.
        Input::Named(path) | Input::Found(path) => {
            seen.insert(fs::canonicalize(path).unwrap_or_else(|_| path.clone()))
        }
    };
    let inputs = paths.iter().flat_map(|path| match expand(path) {
        Ok(inputs) => inputs.into_iter().map(Ok).collect(),
        Err(error) => vec![Err(error)],
    });
    inputs.filter(|input| input.as_ref().map_or(true, &mut is_new)).collect()
}

/// Turns a path of the command line into inputs: a folder into the files below it, by name.
fn expand(path: &Path) -> Result<Vec<Input>, InputError> {
    if path.as_os_str() == "-" {
        return Ok(vec![Input::Stream]);
    }
    let name = path.display().to_string();
    let failed = |source| InputError::Io { name: name.clone(), source };
    if !fs::metadata(path).map_err(failed)?.is_dir() {
        return Ok(vec![Input::Named(path.to_owned())]);
    }
    let mut files = Vec::new();
    collect(path, &mut files).map_err(failed)?;
    if files.is_empty() {
        return Err(InputError::EmptyFolder { name });
    }
    files.sort();
    Ok(files.into_iter().map(Input::Found).collect())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        // A link to a folder is not followed: a folder that links to itself would have no end.
        if entry.file_type()?.is_dir() {
            collect(&path, files)?;
        } else if is_recording(&path) && is_file(&path) {
            files.push(path);
        }
    }
    Ok(())
}

fn is_recording(path: &Path) -> bool {
    let is_known = |ending: &OsStr| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known));
    path.extension().is_some_and(is_known)
}

/// Whether a path is or leads to a file, or to nothing, which whoever opens it will say. Anything
/// else may never end.
fn is_file(path: &Path) -> bool {
    fs::metadata(path).map_or(true, |found| found.is_file())
}
