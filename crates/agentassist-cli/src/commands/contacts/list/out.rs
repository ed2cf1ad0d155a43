//! Where a listing is written: standard output, or a file that several runs go on with.

use std::fs::File;
use std::io;
use std::path::Path;

use super::Arguments;
use super::sheet::Sheet;
use crate::checkpoint::{Checkpoint, Written};
use crate::exit::Failure;
use crate::files;

/// Where a listing is written.
pub(super) enum Out {
    Stdout,
    File(Sheet),
}

impl Out {
    /// Opens what a listing is written to. With a checkpoint, it has to be what was listed to
    /// before.
    pub(super) fn open(
        arguments: &Arguments,
        checkpoint: Option<&Checkpoint>,
    ) -> Result<Self, Failure> {
        let before = checkpoint.and_then(Checkpoint::written);
        let is_begun = checkpoint.is_some_and(Checkpoint::is_begun);
        match (arguments.file(), before) {
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
            (Some(path), Some(before)) => {
                goes_on(arguments, path, before, is_begun).map(Self::File)
            }
            (Some(path), None) => begin(arguments, path).map(Self::File),
        }
    }
}

/// Whether a listing goes on as it began: half of a file in one form helps nobody.
fn is_alike(before: &Written, now: &Written) -> Result<(), Failure> {
    let was = if before.form != now.form {
        format!("in another form (-o {})", before.form)
    } else if before.fields == now.fields {
        return Ok(());
    } else if before.fields.is_empty() {
        "with all fields (no --fields)".to_owned()
    } else {
        format!("with other fields (--fields {})", before.fields.join(","))
    };
    Err(Failure::Usage(format!(
        "the listing of the checkpoint was begun {was}: go on in the same way, or remove the \
         checkpoint and list again to another file"
    )))
}

fn begin(arguments: &Arguments, path: &Path) -> Result<Sheet, Failure> {
    let file = files::begin(path).map_err(|error| files::unwritable(path, error))?;
    locked(path, &file)?;
    // What stands in a file is not replaced, nor what another run has written meanwhile.
    let data = file.metadata().map_err(|error| files::unwritable(path, error))?;
    if data.is_file() && data.len() > 0 {
        return Err(files::there_already(path));
    }
    Ok(Sheet::new(arguments, path, file))
}

fn goes_on(
    arguments: &Arguments,
    path: &Path,
    before: &Written,
    is_begun: bool,
) -> Result<Sheet, Failure> {
    let another = |why| another(path, before, &why);
    // Nothing was written yet, and the file may be gone.
    let may_be_gone = before.length == 0 && !is_begun;
    let file = match files::go_on(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return if may_be_gone {
                begin(arguments, path)
            } else {
                Err(another(Against::Length))
            };
        }
        opened => opened.map_err(|error| files::unwritable(path, error))?,
    };
    locked(path, &file)?;
    let data = file.metadata().map_err(|error| files::unwritable(path, error))?;
    if !data.is_file() || data.len() < before.length {
        return Err(another(Against::Length));
    }
    let mut sheet = Sheet::new(arguments, path, file);
    // No content shows whose file it is before something was listed: its name has to.
    if before.length == 0 && data.len() > 0 && before.name != sheet.written().name {
        return Err(another(Against::Name));
    }
    sheet.read_to(before.length)?;
    if sheet.written().digest != before.digest {
        return Err(another(Against::Content));
    }
    if is_begun {
        is_alike(before, sheet.written())?;
    }
    Ok(sheet)
}

/// Holds a file until this run ends: of two at once, the one would cut off what the other wrote.
fn locked(path: &Path, file: &File) -> Result<(), Failure> {
    // A device can be written to by many. Where a system has no locks, nothing is lost by trying.
    let is_file = file.metadata().is_ok_and(|data| data.is_file());
    if is_file && matches!(file.try_lock(), Err(std::fs::TryLockError::WouldBlock)) {
        return Err(Failure::Usage(format!(
            "{} is in use: another run lists to it",
            path.display()
        )));
    }
    Ok(())
}

/// What speaks against a file.
enum Against {
    Length,
    Content,
    Name,
}

fn another(path: &Path, before: &Written, why: &Against) -> Failure {
    let (name, length) = (&before.name, before.length);
    let why = match why {
        Against::Length => format!("which had {length} bytes"),
        Against::Content => format!("which began with {length} other bytes"),
        Against::Name => format!("which was {name}"),
    };
    Failure::Usage(format!(
        "{} is not the file of the checkpoint, {why}: give that one, or remove the checkpoint and \
         list again",
        path.display()
    ))
}
