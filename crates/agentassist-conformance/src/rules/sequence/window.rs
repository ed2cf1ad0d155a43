//! Puts exchanges into the order in which they began.
//!
//! A recorder writes an exchange when it is over, and tools that write HAR files sort them as they
//! like. Exchanges whose times are known are held back for a while, so that one which began
//! earlier and comes later takes its place. How many are held is bounded: what comes later still
//! is taken as it comes, and can prove nothing against those before it.

use std::collections::BTreeMap;

use super::Facts;
use super::facts::Span;
use crate::reproduction::Again;

/// The most exchanges that are held: more than a client has under way at a time.
const EXCHANGES: usize = 256;
/// The most contacts and ids in them.
const PARTS: usize = 100_000;

/// Exchanges that wait for those which began before them.
#[derive(Debug, Default)]
pub(crate) struct Window {
    /// By the time at which they began, and their number in the file.
    held: BTreeMap<(i64, usize), Held>,
    parts: usize,
    /// When the last one that came began.
    last: Option<i64>,
}

/// An exchange that waits.
#[derive(Debug)]
pub(crate) struct Held {
    pub(crate) facts: Facts,
    pub(crate) again: Again,
}

impl Window {
    /// Whether an exchange has to wait. One without a time waits where others do.
    pub(crate) fn applies_to(&self, facts: &Facts) -> bool {
        facts.span.is_some() || !self.held.is_empty()
    }

    /// Holds an exchange. What stands between two whose times are known stays between them.
    pub(crate) fn hold(&mut self, exchange: usize, held: Held) {
        let began = held.facts.span.map(|Span { began, .. }| began).or(self.last);
        self.last = began;
        self.parts += held.facts.parts();
        self.held.insert((began.unwrap_or_default(), exchange), held);
    }

    /// The exchange that began first, if more are held than may be.
    pub(crate) fn overflow(&mut self) -> Option<(usize, Held)> {
        let is_full = self.held.len() > EXCHANGES || self.parts > PARTS;
        if is_full { self.next() } else { None }
    }

    /// The exchange that began first.
    pub(crate) fn next(&mut self) -> Option<(usize, Held)> {
        let ((_, exchange), held) = self.held.pop_first()?;
        self.parts -= held.facts.parts();
        if self.held.is_empty() {
            self.last = None;
        }
        Some((exchange, held))
    }
}
