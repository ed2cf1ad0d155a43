//! How many findings there are of each kind, of which a report lists some.
//!
//! A long recording in which every exchange is broken has millions of findings, and nobody reads
//! them. What is counted is exact; what is listed is bounded, and so is memory.

use std::collections::HashMap;

use crate::finding::{Finding, Severity};
use crate::findings::Unlisted;
use crate::fingerprint::Fingerprint;

/// The most findings of one kind that are listed.
const OF_KIND: usize = 100;
/// The most that are listed beside the first of each kind.
const BESIDE: usize = 10_000;
/// The most kinds that are told apart.
const KINDS: usize = 10_000;

/// The counts of all kinds.
#[derive(Debug, Default)]
pub(super) struct Kinds {
    counts: HashMap<Key, Count>,
    /// Listed findings, the first of each kind left out.
    beside: usize,
}

/// What findings of one kind have in common: all but their place.
type Key = (Fingerprint, Severity);

/// The findings of one kind.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Count {
    /// All.
    pub(super) found: usize,
    /// Those that are listed.
    pub(super) listed: usize,
}

impl Kinds {
    /// Counts a finding, and says whether it is to be listed.
    pub(super) fn admit(&mut self, finding: &Finding) -> bool {
        let key = key(finding);
        if self.counts.len() >= KINDS && !self.counts.contains_key(&key) {
            return false;
        }
        let count = self.counts.entry(key).or_default();
        count.found += 1;
        let is_first = count.found == 1;
        let is_listed = is_first || (count.listed < OF_KIND && self.beside < BESIDE);
        count.listed += usize::from(is_listed);
        self.beside += usize::from(is_listed && !is_first);
        is_listed
    }

    /// Counts findings that are not listed.
    pub(super) fn add(&mut self, unlisted: &Unlisted) {
        let kind = unlisted.kind.map(|kind| (kind, unlisted.severity));
        if let Some(count) = kind.and_then(|kind| self.counts.get_mut(&kind)) {
            count.found += unlisted.count;
        }
    }

    /// The count of a finding's kind.
    pub(super) fn count(&self, finding: &Finding) -> Count {
        self.counts.get(&key(finding)).copied().unwrap_or_default()
    }

    /// Forgets a kind; returns its count the first time.
    pub(super) fn remove(&mut self, finding: &Finding) -> Option<Count> {
        self.counts.remove(&key(finding))
    }
}

/// What tells the kinds of findings apart.
pub(super) fn key(finding: &Finding) -> (Fingerprint, Severity) {
    (finding.fingerprint(), finding.severity)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Rule;

    #[test]
    fn the_first_of_every_kind_is_listed_and_few_of_the_others() {
        let mut kinds = Kinds::default();
        let mut listed = 0;
        for kind in 0..KINDS + 5 {
            let finding = Finding::new(Rule::BodySchema, "/a", "wrong").detail(format!("{kind}"));
            let times = (0..200).filter(|_| kinds.admit(&finding)).count();
            let is_told_apart = kind < KINDS;
            assert_eq!(times > 0, is_told_apart, "{kind}");
            assert_eq!(kinds.count(&finding).found, if is_told_apart { 200 } else { 0 });
            listed += times;
        }
        assert_eq!(listed, KINDS + BESIDE);
    }
}
