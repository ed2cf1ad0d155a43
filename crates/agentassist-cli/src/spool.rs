//! A stream of several parts, kept in a file so that they can be read side by side.

use std::env;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// How often another name is tried for the file.
const TRIES: u32 = 100;

/// One part of the stream.
#[derive(Debug)]
pub(crate) struct Part {
    spool: Arc<Spool>,
    position: u64,
    end: u64,
}

/// A file that only its owner can read, and that is gone when it is no longer needed.
#[derive(Debug)]
struct Spool {
    file: Mutex<File>,
    path: PathBuf,
}

/// Parts a stream before each line that begins like this. There is one part at least.
pub(crate) fn parts(mut stream: impl BufRead, begin: &[u8]) -> io::Result<Vec<Part>> {
    let (file, path) = temporary(&env::temp_dir())?;
    let spool = Arc::new(Spool { file: Mutex::new(file), path });
    let mut starts = vec![0];
    let mut length = 0;
    let mut line = Vec::new();
    let mut out = BufWriter::new(spool.lock().try_clone()?);
    while stream.read_until(b'\n', &mut line)? > 0 {
        if length > 0 && line.starts_with(begin) {
            starts.push(length);
        }
        out.write_all(&line)?;
        length += line.len() as u64;
        line.clear();
    }
    out.flush()?;
    let ends = starts.iter().skip(1).copied().chain([length]);
    let parts = starts.iter().zip(ends);
    Ok(parts.map(|(&position, end)| Part { spool: spool.clone(), position, end }).collect())
}

impl Read for Part {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut file = self.spool.lock();
        file.seek(SeekFrom::Start(self.position))?;
        let read = (&mut *file).take(self.end - self.position).read(buffer)?;
        self.position += read as u64;
        Ok(read)
    }
}

impl Spool {
    fn lock(&self) -> std::sync::MutexGuard<'_, File> {
        // Whoever comes next seeks anew.
        self.file.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Spool {
    fn drop(&mut self) {
        // It is gone already where a file that is open can be removed.
        let _ = fs::remove_file(&self.path);
    }
}

/// Makes a file in a folder. Where that is possible it has no name any more, so that it is gone
/// however the program ends.
fn temporary(folder: &Path) -> io::Result<(File, PathBuf)> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut tries = 0;
    loop {
        let path = folder.join(format!("agentassist-{}-{tries}", std::process::id()));
        match options.open(&path) {
            Ok(file) => {
                #[cfg(unix)]
                fs::remove_file(&path)?;
                return Ok((file, path));
            }
            // What another process has left behind is not touched.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && tries < TRIES => {
                tries += 1;
            }
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(stream: &str) -> Vec<String> {
        let parts = parts(stream.as_bytes(), b"#").unwrap();
        parts.into_iter().map(|part| io::read_to_string(part).unwrap()).collect()
    }

    #[test]
    fn a_stream_is_parted_where_a_line_says_so() {
        assert_eq!(texts(""), [""]);
        assert_eq!(texts("a\nb"), ["a\nb"]);
        assert_eq!(texts("#1\na\n#2\nb#\n#3"), ["#1\na\n", "#2\nb#\n", "#3"]);
        assert_eq!(texts("x\n#1\n"), ["x\n", "#1\n"]);
    }

    #[test]
    fn parts_are_read_side_by_side() {
        let mut parts = parts(&b"#123456\n#abcdef\n"[..], b"#").unwrap();
        let mut seen = Vec::new();
        for _ in 0..4 {
            for part in &mut parts {
                let mut two = [0; 2];
                part.read_exact(&mut two).unwrap();
                seen.extend(two);
            }
        }
        assert_eq!(seen, b"#1#a23bc45de6\nf\n");
    }

    #[test]
    fn nothing_is_left_of_the_file_and_another_s_is_not_touched() {
        let folder = tempfile::tempdir().unwrap();
        let taken = folder.path().join(format!("agentassist-{}-0", std::process::id()));
        fs::write(&taken, "another's").unwrap();
        let (file, path) = temporary(folder.path()).unwrap();
        drop(Spool { file: Mutex::new(file), path });
        let left: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|it| it.unwrap().path()).collect();
        assert_eq!(left, std::slice::from_ref(&taken));
        assert_eq!(fs::read_to_string(taken).unwrap(), "another's");
    }
}
