//! Texts from files and from standard input.

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, Read};
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
        let text = files::read_text(self.open(what)?, most);
        text.map_err(|error| self.unreadable(what, error))
    }

    /// The same piece by piece.
    pub(crate) fn reader(&self, what: &str, most: u64) -> Result<impl BufRead, Failure> {
        let reader = files::text_reader(self.open(what)?, most);
        reader.map_err(|error| self.unreadable(what, error))
    }

    /// What went wrong while it was read.
    pub(crate) fn unreadable(&self, what: &str, error: io::Error) -> Failure {
        Failure::outside(format!("cannot read {what} in {self}"), files::told(error))
    }

    /// Whether it is a file that others than its owner may read, as far as the system knows owners.
    pub(crate) fn is_open_to_others(&self) -> bool {
        #[cfg(unix)]
        if let Self::File(path) = self
            && let Ok(data) = path.metadata()
        {
            use std::os::unix::fs::PermissionsExt;
            return data.is_file() && data.permissions().mode() & 0o077 != 0;
        }
        false
    }

    fn open(&self, what: &str) -> Result<Box<dyn Read>, Failure> {
        static TAKEN: AtomicBool = AtomicBool::new(false);

        match self {
            Self::File(path) => {
                let file = File::open(path).map_err(|error| self.unreadable(what, error))?;
                Ok(Box::new(file))
            }
            Self::StandardInput => {
                if TAKEN.swap(true, Ordering::Relaxed) {
                    return Err(Failure::Usage(format!(
                        "{what} and something else are both to come from standard input: give one \
                         of them as a file"
                    )));
                }
                Ok(Box::new(io::stdin().lock()))
            }
        }
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
