//! The parts that messages are put together from.

use std::fmt;
use std::time::Duration;

use super::{Answer, Call};
use crate::generated::LIST_CONTACTS;

impl fmt::Display for Call {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.operation)?;
        match self.attempts {
            0 | 1 => Ok(()),
            attempts => write!(formatter, " ({attempts} attempts)"),
        }
    }
}

impl fmt::Display for Answer {
    /// ` (status 401, code 4002: Invalid SDK credentials)`
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, " (status {}", self.status)?;
        if let Some(code) = self.code {
            write!(formatter, ", code {code}")?;
        }
        if let Some(message) = &self.message {
            write!(formatter, ": {message}")?;
        }
        formatter.write_str(")")
    }
}

/// What a call may have done whose answer was lost: one that only reads does nothing.
pub(super) fn effect(call: &Call) -> &'static str {
    if call.operation == LIST_CONTACTS.id { "" } else { ": it may have had effect" }
}

/// What a rate limited caller should do.
pub(super) fn wait(retry_after: Option<Duration>) -> String {
    match retry_after {
        Some(time) => format!(": wait {} s before the next call", time.as_secs()),
        // The window is the vendor's (documented).
        None => ": the limit is per minute, so wait a minute before the next call".to_owned(),
    }
}
