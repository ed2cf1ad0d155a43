//! Files that hold personal data or a place to go on from: only their owner reads them, and nobody
//! sees half of one.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;

/// Reads a text that is not longer than so many bytes: a device that never ends must not fill the
/// memory.
pub(crate) fn read_text(from: impl Read, most: u64) -> io::Result<String> {
    let mut text = String::new();
    from.take(most.saturating_add(1)).read_to_string(&mut text)?;
    if text.len() as u64 > most {
        let problem = format!("it is longer than {most} bytes");
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, problem));
    }
    Ok(text)
}

/// Puts a text into a file, in the place of what may be there.
pub(crate) fn replace(path: &Path, text: &str) -> io::Result<()> {
    let mut name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let temporary = path.with_file_name(name);
    let written = private(&temporary, OpenOptions::new().write(true).create(true).truncate(true))
        .and_then(|mut file| file.write_all(text.as_bytes()))
        .and_then(|()| fs::rename(&temporary, path));
    if written.is_err() {
        // What is left of the attempt helps nobody; that it cannot be removed, neither.
        let _ = fs::remove_file(&temporary);
    }
    written
}

/// Makes a file that is not there yet.
pub(crate) fn create(path: &Path, text: &str) -> io::Result<()> {
    private(path, OpenOptions::new().write(true).create_new(true))?.write_all(text.as_bytes())
}

/// Opens a file to read it and to add to it; makes it if it is not there.
pub(crate) fn append(path: &Path) -> io::Result<File> {
    private(path, OpenOptions::new().read(true).append(true).create(true))
}

fn private(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}
