//! Which parts of the document have been seen, and which rules had something to look at.

mod broken;
mod hits;
mod part;
#[cfg(test)]
mod tests;
mod walk;

use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::SerializeMap;

pub(crate) use self::broken::Broken;
pub(crate) use self::hits::{Hits, bits};
use self::part::PARTS;
pub use self::part::{Kind, Part};
pub(crate) use self::walk::hits;
use crate::document::{OPERATIONS, Operation, Status};
use crate::rules::set::RuleSet;

/// How often each part of the document has been seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// By the place of the part among all parts.
    seen: Vec<u64>,
}

impl Default for Coverage {
    fn default() -> Self {
        Self { seen: vec![0; PARTS.count()] }
    }
}

/// A number of things seen, of all that there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Share {
    /// How many were seen.
    pub seen: usize,
    /// How many there are.
    pub total: usize,
}

impl Share {
    /// The share in percent, from 0 to 100; 100 of nothing.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a document has far fewer than 2^52 parts")]
    pub fn percent(self) -> f64 {
        if self.total == 0 { 100.0 } else { 100.0 * self.seen as f64 / self.total as f64 }
    }
}

impl Coverage {
    /// Counts what one exchange shows.
    pub(crate) fn add(&mut self, hits: &Hits) {
        for part in hits.iter() {
            self.seen[part as usize] += 1;
        }
    }

    /// Counts rules that had something to look at.
    pub(crate) fn add_rules(&mut self, rules: RuleSet) {
        for part in rules.iter().filter_map(|rule| PARTS.rule(rule)) {
            self.seen[part as usize] += 1;
        }
    }

    /// Takes in what another run has seen.
    pub fn merge(&mut self, other: &Self) {
        for (count, other) in self.seen.iter_mut().zip(&other.seen) {
            *count += other;
        }
    }

    /// How often an answer was seen.
    #[must_use]
    pub fn count(&self, operation: &Operation, status: Status) -> u64 {
        let part = PARTS.find(Kind::Answer, Some(operation.id), &status.to_string());
        part.map_or(0, |part| self.seen[part as usize])
    }

    /// How many parts of a kind were seen.
    #[must_use]
    pub fn share(&self, kind: Kind) -> Share {
        let of_kind = || PARTS.iter().filter(|(_, part)| part.kind == kind);
        let seen = of_kind().filter(|(part, _)| self.has(*part)).count();
        Share { seen, total: of_kind().count() }
    }

    /// The parts of a kind that were not seen, in the order of the document.
    pub fn unseen(&self, kind: Kind) -> impl Iterator<Item = &'static Part> {
        PARTS
            .iter()
            .filter(move |(index, part)| part.kind == kind && !self.has(*index))
            .map(|(_, part)| part)
    }

    fn has(&self, part: u32) -> bool {
        self.seen[part as usize] > 0
    }

    /// How many operations were seen with any documented answer.
    #[must_use]
    pub fn operations(&self) -> Share {
        self.share(Kind::Operation)
    }

    /// How many documented answers were seen, of all operations together.
    #[must_use]
    pub fn answers(&self) -> Share {
        self.share(Kind::Answer)
    }
}

impl Serialize for Coverage {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut by_operation = BTreeMap::new();
        for operation in OPERATIONS {
            let counts = operation.responses.iter().map(|response| {
                (response.status.to_string(), self.count(operation, response.status))
            });
            by_operation.insert(operation.id, counts.collect::<BTreeMap<_, _>>());
        }
        let unseen: BTreeMap<_, Vec<_>> = Kind::ALL
            .iter()
            .map(|kind| (kind.name(), self.unseen(*kind).map(ToString::to_string).collect()))
            .collect();
        let mut map = serializer.serialize_map(Some(Kind::ALL.len() + 2))?;
        for kind in Kind::ALL {
            map.serialize_entry(kind.name(), &self.share(*kind))?;
        }
        map.serialize_entry("byOperation", &by_operation)?;
        map.serialize_entry("unseen", &unseen)?;
        map.end()
    }
}
