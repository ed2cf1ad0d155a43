//! Standard output, and whether whoever reads it keeps this process waiting.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether something is being written. It is so for long only where nobody reads.
static IS_WRITTEN_TO: AtomicBool = AtomicBool::new(false);

/// Standard output, watched.
pub(crate) struct Stdout(io::Stdout);

impl Stdout {
    pub(crate) fn new() -> Self {
        Self(io::stdout())
    }
}

/// Whether something is being written to standard output at this moment.
pub(crate) fn is_written_to() -> bool {
    IS_WRITTEN_TO.load(Ordering::Relaxed)
}

/// Writes to standard output, which may take as long as nobody reads it.
pub(crate) fn watched<T>(write: impl FnOnce() -> T) -> T {
    IS_WRITTEN_TO.store(true, Ordering::Relaxed);
    let written = write();
    IS_WRITTEN_TO.store(false, Ordering::Relaxed);
    written
}

impl Write for Stdout {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        watched(|| self.0.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        watched(|| self.0.flush())
    }
}
