//! How far long work has come, on standard error while that is a terminal.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use crate::output;

/// The line is written again after this long at the earliest, and while there is nothing to count.
pub(crate) const EVERY: Duration = Duration::from_millis(200);
/// Before that, nothing is said: most work is done by then.
const QUIET: Duration = Duration::from_millis(500);

/// A line that says how far the work has come, how fast, and how long it will take.
#[derive(Debug)]
pub(crate) struct Progress {
    noun: &'static str,
    started: Instant,
    shown: Option<Instant>,
    is_terminal: bool,
    /// What was done before this run.
    before: u64,
    done: u64,
}

impl Progress {
    /// Begins to count, after so many that were done before.
    pub(crate) fn new(noun: &'static str, before: u64) -> Self {
        let is_terminal = io::stderr().is_terminal();
        Self { noun, started: Instant::now(), shown: None, is_terminal, before, done: 0 }
    }

    /// Says nothing unless a condition holds.
    pub(crate) fn only_if(mut self, condition: bool) -> Self {
        self.is_terminal &= condition;
        self
    }

    /// Counts so many more, of so many in all.
    pub(crate) fn advance(&mut self, count: u64, total: Option<u64>) {
        self.done += count;
        self.show(total);
    }

    /// Writes the line again if it is time: for while the next ones are waited for.
    pub(crate) fn show(&mut self, total: Option<u64>) {
        if !self.is_terminal {
            return;
        }
        let elapsed = self.started.elapsed();
        let is_due = self.shown.map_or(elapsed >= QUIET, |shown| shown.elapsed() >= EVERY);
        if is_due {
            self.shown = Some(Instant::now());
            write(&line(self.noun, self.before, self.done, total, elapsed));
        }
    }

    /// Writes a line of another kind, in the place of this one and of what a terminal may have
    /// written for a key such as Ctrl-C.
    pub(crate) fn say(&mut self, line: &str) {
        self.shown = None;
        clear_line();
        output::say(line);
    }

    /// Takes the line away.
    pub(crate) fn clear(&mut self) {
        if self.shown.take().is_some() {
            write("");
        }
    }
}

/// Takes away what stands on the present line of a terminal, such as the `^C` of whoever asked to
/// stop.
pub(crate) fn clear_line() {
    if io::stderr().is_terminal() {
        write("");
    }
}

/// Writes a line in the place of the last one. That nobody sees it is no reason to stop.
fn write(line: &str) {
    let _ = write!(io::stderr(), "\r\x1b[K{line}");
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}

fn line(noun: &str, before: u64, done: u64, total: Option<u64>, elapsed: Duration) -> String {
    #[expect(clippy::cast_precision_loss, reason = "a rate needs no more than 52 bits")]
    let per_second = done as f64 / elapsed.as_secs_f64().max(0.001);
    let reached = before + done;
    let count = match total {
        Some(total) => format!("{reached} of {total} {noun}"),
        None => format!("{reached} {noun}"),
    };
    let rate = if per_second >= 1.0 {
        format!("{per_second:.0} a second")
    } else {
        format!("{:.0} a minute", per_second * 60.0)
    };
    match total.filter(|total| *total > reached && done > 0) {
        Some(total) => {
            #[expect(clippy::cast_precision_loss, reason = "an estimate needs no more")]
            let seconds = (total - reached) as f64 / per_second;
            format!("{count}, {rate}, {} left", span(seconds))
        }
        None => format!("{count}, {rate}"),
    }
}

fn span(seconds: f64) -> String {
    if seconds < 90.0 {
        format!("{seconds:.0} s")
    } else if seconds < 5400.0 {
        format!("{:.0} min", seconds / 60.0)
    } else {
        format!("{:.1} h", seconds / 3600.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_tells_rate_and_time_left() {
        let at = |before, done, total, seconds| {
            line("contacts", before, done, total, Duration::from_secs(seconds))
        };
        assert_eq!(at(0, 1200, Some(5200), 60), "1200 of 5200 contacts, 20 a second, 3 min left");
        assert_eq!(at(100, 10, None, 20), "110 contacts, 30 a minute");
        assert_eq!(at(0, 5, Some(5), 5), "5 of 5 contacts, 1 a second");
        assert_eq!(at(0, 0, Some(5), 0), "0 of 5 contacts, 0 a minute");
        assert_eq!(
            at(0, 100, Some(1_000_000), 10),
            "100 of 1000000 contacts, 10 a second, 27.8 h left"
        );
    }
}
