//! Writing files, most of which only their owner reads: nobody sees half of one, and nothing that
//! is there is replaced by accident.

use std::error::Error;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use crate::exit::Failure;

/// Puts a text into a file that only its owner reads, in the place of what may be there.
pub(crate) fn replace(path: &Path, text: &str) -> io::Result<()> {
    let write = |file: &mut File| file.write_all(text.as_bytes());
    write_beside(path, private(&mut over()), write, |beside| fs::rename(beside, path))
}

/// The same for a file that is as readable as others are.
pub(crate) fn replace_public(path: &Path, text: &str) -> io::Result<()> {
    let write = |file: &mut File| file.write_all(text.as_bytes());
    write_beside(path, &over(), write, |beside| fs::rename(beside, path))
}

/// Makes a file that only its owner reads, unless one is there already.
pub(crate) fn create_with(
    path: &Path,
    write: impl FnOnce(&mut File) -> io::Result<()>,
) -> io::Result<()> {
    write_beside(path, private(&mut over()), write, |beside| {
        // A second name, unlike another one, replaces nothing.
        match fs::hard_link(beside, path) {
            Ok(()) => fs::remove_file(beside),
            // Not every file system has second names.
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists && !path.exists() => {
                fs::rename(beside, path)
            }
            Err(error) => Err(error),
        }
    })
}

/// Begins a file that only its owner reads, to add to it. What stands in a file is not replaced: a
/// device or a pipe is there to be written to, and an empty file is what a run has left that did
/// not come so far.
pub(crate) fn begin(path: &Path) -> io::Result<File> {
    begin_with(path, private(OpenOptions::new().read(true).append(true)))
}

/// The same for a file that is as readable as others are.
pub(crate) fn begin_public(path: &Path) -> io::Result<File> {
    begin_with(path, OpenOptions::new().read(true).append(true))
}

fn begin_with(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    match path.metadata() {
        // Who opens a pipe to read it too would never learn that nobody else does.
        Ok(data) if !data.is_file() => OpenOptions::new().write(true).open(path),
        Ok(data) if data.len() > 0 => {
            Err(io::Error::new(io::ErrorKind::AlreadyExists, THERE_ALREADY))
        }
        _ => options.create(true).open(path),
    }
}

/// Opens a file that was begun, to read it and to add to it.
pub(crate) fn go_on(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).append(true).open(path)
}

/// Opens a file to read it and to add to it; makes it if it is not there.
pub(crate) fn append(path: &Path) -> io::Result<File> {
    private(OpenOptions::new().read(true).append(true).create(true)).open(path)
}

/// A file is there, and is not replaced.
pub(crate) fn there_already(path: &Path) -> Failure {
    unwritable(path, THERE_ALREADY)
}

const THERE_ALREADY: &str = "it is there already: remove it, or choose another name";

/// Why a file that somebody named cannot be written.
pub(crate) fn unwritable(path: &Path, problem: impl Into<Box<dyn Error + Send + Sync>>) -> Failure {
    Failure::outside(format!("cannot write {}", path.display()), problem)
}

/// Writes a file under another name, and then gives it its own.
fn write_beside(
    path: &Path,
    options: &OpenOptions,
    write: impl FnOnce(&mut File) -> io::Result<()>,
    give_name: impl FnOnce(&Path) -> io::Result<()>,
) -> io::Result<()> {
    let mut name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let beside = path.with_file_name(name);
    let written = options.open(&beside).and_then(|mut file| write(&mut file));
    let named = written.and_then(|()| give_name(&beside));
    if named.is_err() {
        // What is left of the attempt helps nobody; that it cannot be removed, neither.
        let _ = fs::remove_file(&beside);
    }
    named
}

/// To write anew what may be there.
fn over() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    options
}

/// A file that only its owner reads, where the system knows owners.
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn what_is_there_is_not_replaced_and_half_a_file_is_not_left() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("plan");
        let failed = create_with(&path, |file| {
            file.write_all(b"half").and(Err(io::ErrorKind::StorageFull.into()))
        });
        assert_eq!(failed.unwrap_err().kind(), io::ErrorKind::StorageFull);
        assert!(names(folder.path()).is_empty());
        create_with(&path, |file| file.write_all(b"whole")).unwrap();
        let again = create_with(&path, |file| file.write_all(b"another"));
        assert_eq!(again.unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"whole");
        assert_eq!(names(folder.path()), ["plan"]);
    }
}
