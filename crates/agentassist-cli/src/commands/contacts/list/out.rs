//! Where a listing is written: standard output, or a file that several runs go on with.

use std::fs::File;
use std::io::{self, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use crate::checkpoint::Checkpoint;
use crate::exit::Failure;
use crate::files;

/// Where a listing is written.
pub(super) enum Out {
    Stdout,
    File(PathBuf, File),
}

impl Out {
    /// Opens what a listing is written to. With a checkpoint, a file is cut to the length that
    /// stands there: what follows was written after it, and maybe in part.
    pub(super) fn open(
        path: Option<&Path>,
        checkpoint: Option<&Checkpoint>,
    ) -> Result<Self, Failure> {
        let before = checkpoint.and_then(Checkpoint::length);
        let is_begun = checkpoint.is_some_and(|checkpoint| checkpoint.reached().is_some());
        match (path, before) {
            (None, Some(_)) if is_begun => Err(Failure::Usage(
                "the checkpoint is that of a listing to a file: give the file with --out"
                    .to_owned(),
            )),
            (None, _) => Ok(Self::Stdout),
            (Some(_), None) if is_begun => Err(Failure::Usage(
                "the checkpoint is that of a listing to standard output: go on without --out, and \
                 add to its output with `>>`"
                    .to_owned(),
            )),
            (Some(path), Some(length)) => {
                goes_on(path, length).map(|file| Self::File(path.to_owned(), file))
            }
            (Some(path), None) => begin(path).map(|file| Self::File(path.to_owned(), file)),
        }
    }
}

fn begin(path: &Path) -> Result<File, Failure> {
    let opened = match files::create(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            // What stands in a file is not replaced. A device or a pipe is there to be written to,
            // and an empty file is what a run has left that did not come so far.
            let has_content = path.metadata().is_ok_and(|data| data.is_file() && data.len() > 0);
            if has_content { Err(error) } else { File::options().write(true).open(path) }
        }
        opened => opened,
    };
    opened.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => files::there_already(path),
        _ => files::unwritable(path, error),
    })
}

fn goes_on(path: &Path, length: u64) -> Result<File, Failure> {
    let opened = match File::options().write(true).open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            // Nothing was written yet, and the file may be gone.
            if length == 0 { files::create(path) } else { return Err(another(path, length)) }
        }
        opened => opened,
    };
    let mut file = opened.map_err(|error| files::unwritable(path, error))?;
    let data = file.metadata().map_err(|error| files::unwritable(path, error))?;
    if !data.is_file() || data.len() < length {
        return Err(another(path, length));
    }
    let cut = file.set_len(length).and_then(|()| file.seek(SeekFrom::End(0)));
    cut.map_err(|error| files::unwritable(path, error))?;
    Ok(file)
}

fn another(path: &Path, length: u64) -> Failure {
    Failure::Usage(format!(
        "{} is not the file of the checkpoint, which had {length} bytes: give that one, or remove \
         the checkpoint and list again",
        path.display()
    ))
}
