//! The findings of one exchange: the first of each kind are kept, and all are counted.
//!
//! A body with a hundred thousand broken parts has a million findings, and nobody reads them. What
//! is counted is exact, up to a number that says enough; what is kept is bounded, and so is memory.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::coverage::Broken;
use crate::finding::{Finding, OperationId, Severity};
use crate::fingerprint::Fingerprint;

/// The most findings of one kind that are kept of one exchange.
const OF_KIND: usize = 100;
/// The most kinds that are told apart for one rule and one part of the document: names that come
/// from traffic make a kind each.
const OF_PLACE: usize = 1_000;
/// The most findings that are looked for in one exchange.
pub(crate) const ENOUGH: usize = 1_000_000;

/// The findings of one exchange.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    operation: Option<OperationId>,
    kept: Vec<Finding>,
    /// What they say of schemas.
    pub(crate) broken: Broken,
    /// Few exchanges have so many findings that one may be left out.
    counts: Option<Box<Counts>>,
}

/// Findings of one kind that are counted beside those that are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Unlisted {
    /// What they have in common with those that are kept; nothing where kinds are not told apart.
    pub(crate) kind: Option<Fingerprint>,
    pub(crate) severity: Severity,
    pub(crate) count: usize,
}

#[derive(Debug, Default)]
struct Counts {
    found: usize,
    kinds: HashMap<Kind, usize>,
    /// How many kinds there are of a rule and a part of the document.
    places: HashMap<Fingerprint, usize>,
    /// Of kinds that are not told apart.
    others: [usize; SEVERITIES.len()],
}

/// What findings of one kind have in common: all but their place.
type Kind = (Fingerprint, Severity);

const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

impl Findings {
    /// No findings yet, in an exchange that calls an operation.
    pub(crate) fn of(operation: OperationId) -> Self {
        Self { operation: Some(operation), ..Self::default() }
    }

    /// No findings yet, but something is known to be broken.
    pub(crate) fn beside(self, broken: Broken) -> Self {
        Self { broken, ..self }
    }

    /// Adds a finding: keeps it, or only counts it.
    pub(crate) fn push(&mut self, mut finding: Finding) {
        finding.operation = self.operation;
        self.broken.note(&finding);
        if self.counts.is_none() && self.kept.len() >= OF_KIND {
            let mut counts = Box::<Counts>::default();
            // None of these can be one too many of its kind.
            self.kept.iter().for_each(|finding| _ = counts.admit(finding));
            self.counts = Some(counts);
        }
        if self.counts.as_mut().is_none_or(|counts| counts.admit(&finding)) {
            self.kept.push(finding);
        }
    }

    /// How many are kept.
    pub(crate) fn kept(&self) -> usize {
        self.kept.len()
    }

    /// Sorts those that are kept behind so many others by their places in the exchange.
    pub(crate) fn sort_behind(&mut self, first: usize) {
        self.kept[first..].sort_by(|one, other| {
            let by_place = places(&one.pointer).cmp(places(&other.pointer));
            by_place.then_with(|| one.document.cmp(&other.document))
        });
    }

    /// Whether there are so many that no more are looked for.
    pub(crate) fn are_enough(&self) -> bool {
        self.counts.as_ref().is_some_and(|counts| counts.found >= ENOUGH)
    }

    /// Leaves out the kept findings for which the predicate does not hold. It must hold for all
    /// findings of a kind or for none, and for every kind of which not all are kept.
    pub(crate) fn retain(&mut self, mut is_left: impl FnMut(&Finding) -> bool) {
        self.kept.retain(|finding| is_left(finding));
    }

    /// The findings that are kept, and the counts of those that are not.
    pub(crate) fn done(self) -> (Vec<Finding>, Vec<Unlisted>) {
        let unlisted = self.counts.map(|counts| counts.unlisted(&self.kept)).unwrap_or_default();
        (self.kept, unlisted)
    }
}

impl Extend<Finding> for Findings {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, findings: I) {
        findings.into_iter().for_each(|finding| self.push(finding));
    }
}

/// The steps of a JSON pointer in their order: numbers by their value, before names.
fn places(pointer: &str) -> impl Iterator<Item = (u64, &str)> {
    pointer.split('/').map(|step| match step.parse() {
        Ok(number) => (number, ""),
        Err(_) => (u64::MAX, step),
    })
}

impl Counts {
    /// Counts a finding, and says whether it is to be kept.
    fn admit(&mut self, finding: &Finding) -> bool {
        self.found += 1;
        let kind = (finding.fingerprint(), finding.severity);
        if let Some(count) = self.kinds.get_mut(&kind) {
            *count += 1;
            return *count <= OF_KIND;
        }
        let document = finding.document.as_deref().unwrap_or_default();
        let place = Fingerprint::of(&[finding.rule.id(), document]);
        let kinds = self.places.entry(place).or_default();
        if *kinds >= OF_PLACE {
            self.others[finding.severity as usize] += 1;
            return false;
        }
        *kinds += 1;
        self.kinds.insert(kind, 1);
        true
    }

    /// The counts of what is not kept: of each kind in the order of its first finding, and then of
    /// those that are not told apart.
    fn unlisted(mut self, kept: &[Finding]) -> Vec<Unlisted> {
        let mut unlisted = Vec::new();
        for finding in kept {
            let kind = (finding.fingerprint(), finding.severity);
            // Once for each kind.
            let count = self.kinds.remove(&kind).unwrap_or_default().saturating_sub(OF_KIND);
            if count > 0 {
                unlisted.push(Unlisted { kind: Some(kind.0), severity: kind.1, count });
            }
        }
        for (severity, count) in SEVERITIES.into_iter().zip(self.others) {
            if count > 0 {
                unlisted.push(Unlisted { kind: None, severity, count });
            }
        }
        unlisted
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Rule;

    fn finding(place: usize, name: &str) -> Finding {
        let pointer = format!("/response/body/results/{place}/{name}");
        Finding::new(Rule::PropertyUndocumented, pointer, "new").at("/components/schemas/Contact")
    }

    #[test]
    fn the_first_of_each_kind_are_kept_and_all_are_counted() {
        let mut findings = Findings::of("listContacts");
        for place in 0..250 {
            findings.push(finding(place, "a"));
            findings.push(finding(place, "b"));
        }
        findings.push(finding(0, "c"));
        let (kept, unlisted) = findings.done();
        assert_eq!(kept.len(), 201);
        assert_eq!(kept[200].pointer, "/response/body/results/0/c");
        let kinds = [kept[0].fingerprint(), kept[1].fingerprint()];
        let of_kind = |kind| Unlisted { kind: Some(kind), severity: Severity::Info, count: 150 };
        assert_eq!(unlisted, kinds.map(of_kind));
    }

    #[test]
    fn names_that_nobody_can_foresee_make_no_end_of_kinds() {
        let mut findings = Findings::of("listContacts");
        (0..5_000).for_each(|name| findings.push(finding(0, &format!("n{name}"))));
        let (kept, unlisted) = findings.done();
        assert_eq!(kept.len(), OF_PLACE);
        let rest = Unlisted { kind: None, severity: Severity::Info, count: 4_000 };
        assert_eq!(unlisted, [rest]);
    }

    #[test]
    fn what_is_kept_is_sorted_by_place_with_numbers_by_their_value() {
        let mut findings = Findings::default();
        findings.extend([finding(7, "z"), finding(10, "a"), finding(9, "b"), finding(9, "a")]);
        findings.sort_behind(1);
        let (kept, _) = findings.done();
        let ends: Vec<_> = kept.iter().map(|it| it.pointer.rsplit("results/").next()).collect();
        assert_eq!(ends, ["7/z", "9/a", "9/b", "10/a"].map(Some));
    }

    #[test]
    fn few_findings_are_all_kept() {
        let mut findings = Findings::default();
        findings.extend((0..OF_KIND).map(|place| finding(place, "a")));
        let (kept, unlisted) = findings.done();
        assert_eq!((kept.len(), unlisted), (OF_KIND, Vec::new()));
    }
}
