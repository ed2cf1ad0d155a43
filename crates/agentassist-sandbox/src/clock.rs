//! Time as the sandbox sees it, read once for each request.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use serde::Serialize;

/// A source of the present moment.
///
/// The sandbox reads it once when it starts, to sign the token of its credentials, and once for
/// each request, to judge the request's token and to stamp what the request changes.
pub trait Clock: Send + Sync {
    /// Returns the present moment.
    fn now(&self) -> DateTime<Utc>;
}

/// The clock of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// A clock that advances by the same step at each reading, for runs that repeat exactly.
///
/// Callers that sign tokens of their own must sign them by this time, not by the machine's.
#[derive(Debug)]
pub struct SteppingClock {
    start: DateTime<Utc>,
    step: TimeDelta,
    readings: AtomicU64,
}

impl SteppingClock {
    /// A clock whose first reading is `start` and whose next ones lie `step` apart each.
    #[must_use]
    pub fn new(start: DateTime<Utc>, step: TimeDelta) -> Self {
        Self { start, step, readings: AtomicU64::new(0) }
    }
}

impl Clock for SteppingClock {
    fn now(&self) -> DateTime<Utc> {
        let reading = self.readings.fetch_add(1, Ordering::Relaxed);
        let elapsed =
            i32::try_from(reading).ok().and_then(|reading| self.step.checked_mul(reading));
        // A clock that has run past the end of the calendar stays there.
        elapsed
            .and_then(|elapsed| self.start.checked_add_signed(elapsed))
            .unwrap_or(DateTime::<Utc>::MAX_UTC)
    }
}

/// A moment as it stands on the wire: RFC 3339 in UTC, milliseconds, `Z`.
///
/// It is kept as text everywhere, so that reading a contact costs no conversion, and it sorts as
/// text, too.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub(crate) struct Timestamp(String);

impl Timestamp {
    pub(crate) fn of(moment: DateTime<Utc>) -> Self {
        Self(moment.to_rfc3339_opts(SecondsFormat::Millis, true))
    }

    /// Takes a text that [`Timestamp::of`] wrote, or a sample of the vendor.
    pub(crate) fn from_stored(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stepping_clock_starts_at_its_start_and_advances_by_its_step() {
        let start = "2026-02-01T00:00:00Z".parse().unwrap();
        let clock = SteppingClock::new(start, TimeDelta::milliseconds(250));
        assert_eq!(
            [clock.now(), clock.now(), clock.now()].map(Timestamp::of),
            [
                Timestamp::from_stored("2026-02-01T00:00:00.000Z"),
                Timestamp::from_stored("2026-02-01T00:00:00.250Z"),
                Timestamp::from_stored("2026-02-01T00:00:00.500Z"),
            ]
        );
    }

    #[test]
    fn a_stepping_clock_never_runs_past_the_end_of_the_calendar() {
        let clock = SteppingClock::new(DateTime::<Utc>::MAX_UTC, TimeDelta::days(1));
        clock.now();
        assert_eq!(clock.now(), DateTime::<Utc>::MAX_UTC);
    }
}
