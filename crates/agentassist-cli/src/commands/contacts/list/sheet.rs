//! The file of a listing, as far as it is known what stands in it.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::Arguments;
use crate::checkpoint::{Digest, Written};
use crate::exit::Failure;
use crate::files;

/// The file of a listing.
pub(super) struct Sheet {
    path: PathBuf,
    file: File,
    written: Written,
    /// Whether nothing stands behind what is known.
    is_trimmed: bool,
}

impl Sheet {
    /// A file of which nothing is known yet.
    pub(super) fn new(arguments: &Arguments, path: &Path, file: File) -> Self {
        let written = Written {
            name: files::full_name(path).to_string_lossy().into_owned(),
            form: arguments.format(),
            fields: arguments.output.fields().paths().map(str::to_owned).collect(),
            length: 0,
            digest: Digest::default(),
        };
        Self { path: path.to_owned(), file, written, is_trimmed: false }
    }

    /// What is known to stand in it.
    pub(super) fn written(&self) -> &Written {
        &self.written
    }

    /// The same file, to write to.
    pub(super) fn writer(&self) -> Result<File, Failure> {
        self.file.try_clone().map_err(|error| self.unwritable(error))
    }

    /// Reads it up to a length.
    pub(super) fn read_to(&mut self, length: u64) -> Result<(), Failure> {
        let read = digest(&self.file, &mut self.written, length);
        read.map_err(|error| {
            Failure::outside(format!("cannot read {}", self.path.display()), error)
        })
    }

    /// Cuts off what stands behind that: a run was ended while it wrote.
    pub(super) fn trim(&mut self) -> Result<(), Failure> {
        if !self.is_trimmed && self.is_file() {
            let cut = self.file.set_len(self.written.length);
            cut.map_err(|error| self.unwritable(error))?;
        }
        self.is_trimmed = true;
        Ok(())
    }

    /// Learns what was added, once that will outlive this machine's next fault.
    pub(super) fn keep(&mut self) -> Result<(), Failure> {
        if !self.is_trimmed || !self.is_file() {
            return Ok(());
        }
        let synced = self.file.sync_data().and_then(|()| self.file.metadata());
        let length = synced.map_err(|error| self.unwritable(error))?.len();
        self.read_to(length)
    }

    pub(super) fn unwritable(&self, error: io::Error) -> Failure {
        files::unwritable(&self.path, error)
    }

    fn is_file(&self) -> bool {
        self.file.metadata().is_ok_and(|data| data.is_file())
    }
}

/// Reads on from what is known.
fn digest(mut file: &File, written: &mut Written, length: u64) -> io::Result<()> {
    file.seek(SeekFrom::Start(written.length))?;
    let mut reader = BufReader::new(file.take(length.saturating_sub(written.length)));
    loop {
        let bytes = reader.fill_buf()?;
        if bytes.is_empty() {
            return Ok(());
        }
        let count = bytes.len();
        written.digest = written.digest.with(bytes);
        written.length += count as u64;
        reader.consume(count);
    }
}
