//! A set of rules, as small as a number.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Rule;
use crate::coverage::bits;

/// A set of rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct RuleSet(u64);

// A rule is a bit: there are fewer rules than bits.
const _: () = assert!(Rule::ALL.len() <= 64);

impl RuleSet {
    pub(crate) fn insert(&mut self, rule: Rule) {
        self.0 |= 1 << rule as u64;
    }

    pub(crate) fn contains(self, rule: Rule) -> bool {
        self.0 & (1 << rule as u64) != 0
    }

    /// Adds the rules of another set.
    pub(crate) fn extend(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// The rules in their order.
    pub(crate) fn iter(self) -> impl Iterator<Item = Rule> {
        bits(self.0).filter_map(|bit| Rule::ALL.get(bit as usize).copied())
    }
}

impl FromIterator<Rule> for RuleSet {
    fn from_iter<I: IntoIterator<Item = Rule>>(rules: I) -> Self {
        let mut set = Self::default();
        for rule in rules {
            set.insert(rule);
        }
        set
    }
}

impl Serialize for RuleSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for RuleSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Vec::<Rule>::deserialize(deserializer)?.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_in_also_after_it_was_written() {
        let set: RuleSet =
            [Rule::ContactListDeletedTwice, Rule::UrlMalformed].into_iter().collect();
        let read: RuleSet = serde_json::from_str(&serde_json::to_string(&set).unwrap()).unwrap();
        assert_eq!(read, set);
        let rules: Vec<_> = read.iter().collect();
        assert_eq!(rules, [Rule::UrlMalformed, Rule::ContactListDeletedTwice]);
    }
}
