//! Where a listing stopped, kept in a file.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::api::Place;
use crate::exit::Failure;
use crate::files;
use crate::rows::Format;

/// No checkpoint is longer, in bytes.
const MOST: u64 = 64 * 1024;

/// The place of a listing in a file, which only ever moves forward.
#[derive(Debug)]
pub(crate) struct Checkpoint {
    path: PathBuf,
    content: Content,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    place: Place,
    /// How far the listing came; nothing, if no contact was listed yet.
    reached: Option<Reached>,
    /// The file that is listed to; nothing for standard output.
    file: Option<Written>,
    complete: bool,
}

/// What was written to a file: by this it is known again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Written {
    pub(crate) name: String,
    pub(crate) form: Format,
    /// The fields that were asked for; of none, all.
    pub(crate) fields: Vec<String>,
    /// How long it was, in bytes.
    pub(crate) length: u64,
    /// Of all those bytes.
    pub(crate) digest: Digest,
}

/// A short number for many bytes (FNV-1a with 64 bits), which is stable for ever and grows with
/// them. It keeps nobody from making two files alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Digest(u64);

impl Default for Digest {
    fn default() -> Self {
        const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

        Self(OFFSET)
    }
}

impl Digest {
    /// The digest with more bytes after those before.
    pub(crate) fn with(self, bytes: &[u8]) -> Self {
        const PRIME: u64 = 0x0100_0000_01b3;

        let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(PRIME);
        Self(bytes.iter().fold(self.0, step))
    }
}

/// How far a listing came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Reached {
    /// How many contacts lie before the next one to list.
    pub(crate) position: u64,
    /// The contact that was listed last: while it stands where it stood, nothing has moved.
    pub(crate) last_id: String,
    /// How many contacts there were in all.
    pub(crate) total: u64,
}

impl Checkpoint {
    /// Reads the checkpoint, or begins a new one where no file is.
    ///
    /// # Errors
    ///
    /// When the file is no checkpoint, or one of another stream.
    pub(crate) fn open(path: &Path, place: &Place) -> Result<Self, Failure> {
        let read = File::open(path).and_then(|file| files::read_text(file, MOST));
        let content = match read {
            Ok(text) => serde_json::from_str::<Content>(&text).map_err(|_| {
                Failure::Usage(format!("{} is not the checkpoint of a listing", path.display()))
            })?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Content { place: place.clone(), reached: None, file: None, complete: false }
            }
            Err(error) => {
                let what = format!("cannot read the checkpoint {}", path.display());
                return Err(Failure::outside(what, error));
            }
        };
        if content.place != *place {
            return Err(Failure::Usage(format!(
                "{} is the checkpoint of another target, account or stream",
                path.display()
            )));
        }
        Ok(Self { path: path.to_owned(), content })
    }

    /// How far the listing came.
    pub(crate) fn reached(&self) -> Option<&Reached> {
        self.content.reached.as_ref()
    }

    /// Whether all was listed.
    pub(crate) fn is_complete(&self) -> bool {
        self.content.complete
    }

    /// Whether something was listed, or there was nothing to list.
    pub(crate) fn is_begun(&self) -> bool {
        self.content.reached.is_some() || self.content.complete
    }

    /// What was written to the file that is listed to.
    pub(crate) fn written(&self) -> Option<&Written> {
        self.content.file.as_ref()
    }

    /// Stays where it is, for a file.
    pub(crate) fn begin(&mut self, file: Option<Written>) -> Result<(), Failure> {
        self.content.file = file;
        self.write()
    }

    /// Moves behind what was listed, and behind what was written of it to a file.
    pub(crate) fn advance(
        &mut self,
        reached: Reached,
        file: Option<Written>,
    ) -> Result<(), Failure> {
        self.content.file = file;
        self.content.reached = Some(reached);
        self.write()
    }

    /// Says that all was listed.
    pub(crate) fn complete(&mut self, file: Option<Written>) -> Result<(), Failure> {
        self.content.file = file;
        self.content.complete = true;
        self.write()
    }

    fn write(&self) -> Result<(), Failure> {
        let text = serde_json::to_string(&self.content).map_err(io::Error::from);
        text.and_then(|text| files::replace(&self.path, &format!("{text}\n"))).map_err(|error| {
            let what = format!("cannot write the checkpoint {}", self.path.display());
            Failure::outside(what, error)
        })
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn place(stream: &str) -> Place {
        Place { target: "h".into(), account_id: "a".into(), stream_id: stream.into() }
    }

    #[test]
    fn a_checkpoint_is_found_again_and_only_by_its_own_stream() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("checkpoint");
        let mut checkpoint = Checkpoint::open(&path, &place("st-1")).unwrap();
        assert_eq!(checkpoint.reached(), None);
        let reached = Reached { position: 300, last_id: "7".to_owned(), total: 500 };
        checkpoint.advance(reached.clone(), None).unwrap();
        let found = Checkpoint::open(&path, &place("st-1")).unwrap();
        assert_eq!((found.reached(), found.is_complete()), (Some(&reached), false));
        let other = Checkpoint::open(&path, &place("st-2")).unwrap_err();
        assert!(other.to_string().ends_with("of another target, account or stream"), "{other}");
    }

    #[test]
    fn another_file_is_left_alone() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("notes");
        fs::write(&path, "notes").unwrap();
        assert!(Checkpoint::open(&path, &place("st-1")).is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "notes");
    }
}
