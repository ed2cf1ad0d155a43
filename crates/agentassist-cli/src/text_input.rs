//! Whole texts from files and from standard input.

use std::fmt;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::exit::Failure;
use crate::files;

/// Where a text comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TextInput {
    File(PathBuf),
    StandardInput,
}

impl TextInput {
    /// The source that an option names: `-` is standard input.
    pub(crate) fn at(path: &Path) -> Self {
        if path.as_os_str() == "-" { Self::StandardInput } else { Self::File(path.to_owned()) }
    }

    /// Reads all of it, which may be so many bytes; `what` says in an error what was to be read.
    ///
    /// # Errors
    ///
    /// When it cannot be read, is too long or not UTF-8, or is standard input and was read before:
    /// two options cannot share it.
    pub(crate) fn read(&self, what: &str, most: u64) -> Result<String, Failure> {
        static TAKEN: AtomicBool = AtomicBool::new(false);

        let text = match self {
            Self::File(path) => File::open(path).and_then(|file| files::read_text(file, most)),
            Self::StandardInput => {
                if TAKEN.swap(true, Ordering::Relaxed) {
                    return Err(Failure::Usage(format!(
                        "{what} and something else are both to come from standard input: give one \
                         of them as a file"
                    )));
                }
                files::read_text(io::stdin().lock(), most)
            }
        };
        text.map_err(|error| Failure::outside(format!("cannot read {what} in {self}"), error))
    }
}

impl fmt::Display for TextInput {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(formatter),
            Self::StandardInput => formatter.write_str("standard input"),
        }
    }
}
