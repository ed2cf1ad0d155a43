//! How far long work has come, on standard error: in one line that is written again and again where
//! that is a terminal, in a line a minute where it is none.

mod screen;
mod waits;

use std::time::Duration;

use tokio::time::Instant;

use self::screen::Screen;
pub(crate) use self::screen::{EVERY, clear_line};
use self::waits::Waits;
pub(crate) use self::waits::patiently;
use crate::api::Wire;
use crate::output;

/// Before that, nothing is said: most work is done by then.
const QUIET: Duration = Duration::from_millis(500);

/// Says how far the work has come, how fast, how long it will take, and what it waits for.
#[derive(Debug)]
pub(crate) struct Progress {
    noun: &'static str,
    started: Instant,
    screen: Screen,
    wire: Wire,
    waits: Waits,
    /// How many are in one request, where that is known before.
    per_request: Option<u64>,
    /// What was done before this run.
    before: u64,
    done: u64,
}

impl Progress {
    /// Begins to count what is done by requests.
    pub(crate) fn new(noun: &'static str, wire: &Wire) -> Self {
        Self::on(Screen::stderr(true), noun, wire)
    }

    /// The same where other output goes to the terminal, and there is no line to write again.
    pub(crate) fn among_other_lines(noun: &'static str, wire: &Wire) -> Self {
        Self::on(Screen::stderr(false), noun, wire)
    }

    fn on(screen: Screen, noun: &'static str, wire: &Wire) -> Self {
        Self {
            noun,
            started: Instant::now(),
            screen,
            wire: wire.clone(),
            waits: Waits::of(wire),
            per_request: None,
            before: 0,
            done: 0,
        }
    }

    /// Begins after so many that were done before.
    pub(crate) fn after(mut self, before: u64) -> Self {
        self.before = before;
        self
    }

    /// Says how many are done by one request; of pages, that is seen.
    pub(crate) fn per_request(mut self, count: u64) -> Self {
        self.per_request = Some(count.max(1));
        self
    }

    /// Counts so many more, of so many in all.
    pub(crate) fn advance(&mut self, count: u64, total: Option<u64>) {
        self.done += count;
        self.show(total);
    }

    /// Shows how far it is if it is time: for while the next ones are waited for.
    pub(crate) fn show(&mut self, total: Option<u64>) {
        let now = Instant::now();
        let wait = self.waits.look(now);
        let is_new = wait.as_ref().is_some_and(|(_, is_new)| *is_new);
        let is_due = self.screen.is_due() && now.duration_since(self.started) >= QUIET;
        if is_new || is_due {
            let mut line = self.line(total, now);
            if let Some((wait, _)) = wait {
                line = format!("{line}; {wait}");
            }
            self.screen.show(&line);
        }
    }

    /// Writes a line of another kind, in the place of this one and of what a terminal may have
    /// written for a key such as Ctrl-C.
    pub(crate) fn say(&mut self, line: &str) {
        self.screen.clear();
        clear_line();
        output::say(line);
    }

    /// Takes the line away.
    pub(crate) fn clear(&mut self) {
        self.screen.clear();
    }

    fn line(&self, total: Option<u64>, now: Instant) -> String {
        let elapsed = now.duration_since(self.started);
        let reached = self.before + self.done;
        let count = match total {
            Some(total) => format!("{reached} of {total} {}", self.noun),
            None => format!("{reached} {}", self.noun),
        };
        let per_second = as_number(self.done) / elapsed.as_secs_f64().max(0.001);
        let rate = if per_second >= 1.0 {
            format!("{per_second:.0} a second")
        } else {
            format!("{:.0} a minute", per_second * 60.0)
        };
        match total.filter(|total| *total > reached && self.done > 0) {
            Some(total) => {
                let left = total - reached;
                let seconds = (as_number(left) / per_second).max(self.below_the_limit(left, now));
                format!("{count}, {rate}, {} left", span(seconds))
            }
            None => format!("{count}, {rate}"),
        }
    }

    /// The time that so many take at least, however fast the API is.
    fn below_the_limit(&self, left: u64, now: Instant) -> f64 {
        let per_request = self.per_request.or_else(|| self.wire.page_size());
        let requests = per_request.map_or(0, |count| left.div_ceil(count));
        self.wire.time_for(requests, now).as_secs_f64()
    }
}

#[expect(clippy::cast_precision_loss, reason = "a rate needs no more than 52 bits")]
fn as_number(count: u64) -> f64 {
    count as f64
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
mod tests;
