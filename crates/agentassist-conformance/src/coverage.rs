//! Which parts of the document have been seen.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::SerializeMap;

use crate::document::{OPERATIONS, Operation, Response, Status};

/// How often each documented answer of each operation has been seen.
#[derive(Debug, Clone, Default)]
pub struct Coverage {
    seen: BTreeMap<(&'static str, Status), usize>,
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
    /// Counts one answer.
    pub(crate) fn add(&mut self, operation: &Operation, response: &Response) {
        *self.seen.entry((operation.id, response.status)).or_default() += 1;
    }

    /// How often an answer was seen.
    #[must_use]
    pub fn count(&self, operation: &Operation, status: Status) -> usize {
        self.seen.get(&(operation.id, status)).copied().unwrap_or_default()
    }

    /// How many operations were seen with any documented answer.
    #[must_use]
    pub fn operations(&self) -> Share {
        let is_seen = |operation: &&Operation| {
            let statuses = operation.responses.iter().map(|response| response.status);
            statuses.map(|status| self.count(operation, status)).sum::<usize>() > 0
        };
        Share { seen: OPERATIONS.iter().filter(is_seen).count(), total: OPERATIONS.len() }
    }

    /// How many documented answers were seen, of all operations together.
    #[must_use]
    pub fn answers(&self) -> Share {
        let total = OPERATIONS.iter().map(|operation| operation.responses.len()).sum();
        Share { seen: self.seen.len(), total }
    }
}

impl Serialize for Coverage {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct ByStatus(BTreeMap<String, usize>);

        let mut by_operation = BTreeMap::new();
        for operation in OPERATIONS {
            let counts = operation.responses.iter().map(|response| {
                (response.status.to_string(), self.count(operation, response.status))
            });
            by_operation.insert(operation.id, ByStatus(counts.collect()));
        }
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("operations", &self.operations())?;
        map.serialize_entry("answers", &self.answers())?;
        map.serialize_entry("byOperation", &by_operation)?;
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_counts_once_however_often_it_is_seen() {
        let mut coverage = Coverage::default();
        let operation = &OPERATIONS[0];
        for status in [200, 200, 404] {
            coverage.add(operation, operation.response(status).unwrap());
        }
        assert_eq!(coverage.operations(), Share { seen: 1, total: OPERATIONS.len() });
        assert_eq!(coverage.answers().seen, 2);
        assert_eq!(coverage.count(operation, Status::Exact(200)), 2);
    }

    #[test]
    fn a_share_of_nothing_is_complete() {
        assert!((Share { seen: 0, total: 0 }.percent() - 100.0).abs() < f64::EPSILON);
        assert!((Share { seen: 1, total: 4 }.percent() - 25.0).abs() < f64::EPSILON);
    }
}
