//! What of an exchange breaks its schema: what is seen there is not covered.

use std::collections::BTreeSet;

use crate::finding::Finding;
use crate::rules::Rule;

/// The parts of one exchange that break their schemas.
#[derive(Debug, Default)]
pub(crate) struct Broken {
    /// The answer is not what the document describes.
    pub(super) answer: bool,
    /// Some parameter is not.
    pub(super) parameters: bool,
    /// There is more than was looked for.
    pub(super) bodies: bool,
    /// Pointers to values, as hashes.
    places: BTreeSet<u64>,
}

impl Broken {
    /// Takes note of a finding, if it is about what a message may be.
    pub(crate) fn note(&mut self, finding: &Finding) {
        match finding.rule {
            Rule::ParameterInvalid | Rule::ParameterRepeated => self.parameters = true,
            Rule::BodyMissing
            | Rule::BodyMalformed
            | Rule::PropertyRepeated
            | Rule::BodySchema
            | Rule::BodyFormat
            | Rule::IntegerRange
            | Rule::ContentTypeUndocumented
            | Rule::CharsetWrong => {
                self.answer |= finding.pointer.starts_with("/response/");
                self.places.insert(Spot::at(&finding.pointer).0);
            }
            _ => {}
        }
    }

    /// Takes note that not everything was looked for.
    pub(crate) fn give_up(&mut self) {
        self.bodies = true;
    }

    /// Whether a value breaks its schema: it itself, not what is below it.
    pub(super) fn has(&self, spot: Spot) -> bool {
        self.places.contains(&spot.0)
    }

    /// Where the next values stand; nowhere if nothing is broken.
    pub(super) fn below(&self, spot: Spot, step: impl std::fmt::Display) -> Spot {
        if self.places.is_empty() { spot } else { spot.below(&step.to_string()) }
    }
}

/// A JSON pointer, as a hash that grows with it (FNV-1a).
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot(u64);

impl Spot {
    pub(super) fn at(pointer: &str) -> Self {
        Self(0xcbf2_9ce4_8422_2325).and(pointer)
    }

    fn below(self, step: &str) -> Self {
        self.and("/").and(&step.replace('~', "~0").replace('/', "~1"))
    }

    fn and(self, text: &str) -> Self {
        let add = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        Self(text.bytes().fold(self.0, add))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_has_the_same_hash_as_its_steps() {
        let mut broken = Broken::default();
        broken.note(&Finding::new(Rule::BodyFormat, "/response/body/results/12/a~1b", "wrong"));
        let at = |steps: &[&str]| {
            let below = |spot, step: &&str| broken.below(spot, step);
            broken.has(steps.iter().fold(Spot::at("/response/body"), below))
        };
        assert!(at(&["results", "12", "a/b"]));
        assert!(!at(&["results", "12"]) && !at(&["results", "1", "2", "a/b"]));
        assert!(broken.answer && !broken.parameters);
    }

    #[test]
    fn news_and_what_an_answer_means_break_no_schema() {
        let mut broken = Broken::default();
        for rule in [Rule::EnumUnknown, Rule::PropertyUndocumented, Rule::HasMoreWrong] {
            broken.note(&Finding::new(rule, "/response/body", "wrong"));
        }
        assert!(!broken.answer && !broken.has(Spot::at("/response/body")));
    }
}
