//! Where progress is shown: in a line of a terminal that is written again and again, or in lines
//! one after the other.

use std::fmt;
use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use tokio::time::Instant;

/// The line of a terminal is written again after this long at the earliest, and while there is
/// nothing to count.
pub(crate) const EVERY: Duration = Duration::from_millis(200);
/// A line for a file or a log comes after this long at the earliest.
const LINE_EVERY: Duration = Duration::from_mins(1);

/// What progress is shown on.
pub(super) struct Screen {
    out: Box<dyn Write + Send>,
    manner: Manner,
    /// When the last line was shown, or since when there was none.
    since: Instant,
    /// Whether a line stands on the terminal that has to be taken away.
    has_line: bool,
}

/// How lines are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// Each in the place of the last one.
    Live,
    /// One below the other, and few of them.
    Lines,
}

impl Screen {
    /// Standard error; on a terminal with other output on it, in lines.
    pub(super) fn stderr(has_room: bool) -> Self {
        let manner = if has_room && can_be_live() { Manner::Live } else { Manner::Lines };
        Self::new(Box::new(io::stderr()), manner)
    }

    pub(super) fn new(out: Box<dyn Write + Send>, manner: Manner) -> Self {
        Self { out, manner, since: Instant::now(), has_line: false }
    }

    /// Whether it is time for another line.
    pub(super) fn is_due(&self) -> bool {
        let every = if self.manner == Manner::Live { EVERY } else { LINE_EVERY };
        self.since.elapsed() >= every
    }

    /// Shows a line. That nobody sees it is no reason to stop.
    pub(super) fn show(&mut self, line: &str) {
        self.since = Instant::now();
        self.has_line = self.manner == Manner::Live;
        let _ = match self.manner {
            Manner::Live => write!(self.out, "\r\x1b[K{line}"),
            Manner::Lines => writeln!(self.out, "{line}"),
        };
    }

    /// Takes the line away.
    pub(super) fn clear(&mut self) {
        if std::mem::take(&mut self.has_line) {
            let _ = write!(self.out, "\r\x1b[K");
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.clear();
    }
}

impl fmt::Debug for Screen {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Screen").field("manner", &self.manner).finish_non_exhaustive()
    }
}

/// Whether standard error is a terminal that can write a line anew. A dumb one, such as that of an
/// editor, would show the signs for it.
fn can_be_live() -> bool {
    io::stderr().is_terminal() && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// Takes away what stands on the present line of a terminal, such as the `^C` of whoever asked to
/// stop.
pub(crate) fn clear_line() {
    if can_be_live() {
        let _ = write!(io::stderr(), "\r\x1b[K");
    }
}
