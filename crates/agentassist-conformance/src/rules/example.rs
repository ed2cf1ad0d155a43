//! Exchanges that keep a rule, and exchanges that break it.
//!
//! They stand as changes to a few exchanges in `example/exchanges.json`, so that an example shows
//! what matters. A test judges each of them.

use std::sync::LazyLock;

use serde_json::{Map, Value};

use crate::exchange::Exchange;

static EXCHANGES: LazyLock<Map<String, Value>> = LazyLock::new(|| {
    // expect: a test reads the file.
    serde_json::from_str(include_str!("example/exchanges.json")).expect("the examples are JSON")
});

/// Exchanges that keep a rule, and what would make them break it.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    exchanges: &'static [&'static str],
    /// What makes them fit the rule, before anything is broken.
    kept: &'static [Change],
    /// What makes them break the rule.
    broken: &'static [Change],
}

/// A change to one exchange of an example.
#[derive(Debug, Clone, Copy)]
pub(super) struct Change {
    exchange: usize,
    pointer: &'static str,
    /// The new value as JSON; empty to take the value away.
    value: &'static str,
}

/// Changes the first exchange of an example.
pub(super) const fn set(pointer: &'static str, value: &'static str) -> Change {
    Change { exchange: 0, pointer, value }
}

/// Takes something away from the first exchange of an example.
pub(super) const fn remove(pointer: &'static str) -> Change {
    Change { exchange: 0, pointer, value: "" }
}

/// Changes the second exchange of an example.
pub(super) const fn then_set(pointer: &'static str, value: &'static str) -> Change {
    Change { exchange: 1, pointer, value }
}

/// Exchanges that keep a rule as they are, and what breaks it.
pub(super) const fn example(
    exchanges: &'static [&'static str],
    broken: &'static [Change],
) -> Example {
    Example { exchanges, kept: &[], broken }
}

impl Example {
    /// What makes the exchanges keep the rule.
    pub(super) const fn kept_by(self, kept: &'static [Change]) -> Self {
        Self { kept, ..self }
    }

    /// Exchanges that keep the rule.
    #[must_use]
    pub fn passing(&self) -> Vec<Exchange> {
        self.changed(&[self.kept])
    }

    /// Exchanges that break it.
    #[must_use]
    pub fn failing(&self) -> Vec<Exchange> {
        self.changed(&[self.kept, self.broken])
    }

    /// What makes the difference, in words: one line for each change.
    pub fn differences(&self) -> impl Iterator<Item = String> {
        self.broken.iter().map(|change| {
            let Change { exchange, pointer, value } = change;
            let place = format!("{pointer} of exchange {}", exchange + 1);
            if value.is_empty() {
                format!("without {place}")
            } else {
                format!("with {value} at {place}")
            }
        })
    }

    fn changed(&self, changes: &[&[Change]]) -> Vec<Exchange> {
        let mut exchanges: Vec<_> = self
            .exchanges
            .iter()
            .map(|name| EXCHANGES.get(*name).cloned().unwrap_or_default())
            .collect();
        for change in changes.iter().copied().flatten() {
            if let Some(exchange) = exchanges.get_mut(change.exchange) {
                apply(exchange, change);
            }
        }
        // A test reads every example: none is left out.
        exchanges.into_iter().filter_map(|value| serde_json::from_value(value).ok()).collect()
    }
}

fn apply(exchange: &mut Value, change: &Change) {
    let Some((parent, key)) = change.pointer.rsplit_once('/') else { return };
    let value: Option<Value> = serde_json::from_str(change.value).ok();
    match (exchange.pointer_mut(parent), value) {
        (Some(Value::Object(object)), Some(value)) => {
            object.insert(key.to_owned(), value);
        }
        (Some(Value::Object(object)), None) => {
            object.remove(key);
        }
        (Some(Value::Array(items)), Some(value)) => {
            match key.parse().ok().and_then(|index: usize| items.get_mut(index)) {
                Some(item) => *item = value,
                None => items.push(value),
            }
        }
        (Some(Value::Array(items)), None) => {
            if let Some(index) = key.parse().ok().filter(|index| *index < items.len()) {
                items.remove(index);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Rule;
    use crate::{Finding, Judge, Report};

    /// The findings in exchanges that follow each other.
    fn findings(exchanges: &[Exchange]) -> Vec<Finding> {
        let mut report = Report::default();
        for (index, exchange) in exchanges.iter().enumerate() {
            report.add("example", index + 1, Judge::default().judge(exchange));
        }
        report.findings.into_iter().map(|located| located.finding).collect()
    }

    #[test]
    fn every_exchange_conforms_before_anything_is_changed() {
        for (name, exchange) in EXCHANGES.iter() {
            let exchange = serde_json::from_value(exchange.clone()).unwrap();
            assert_eq!(findings(&[exchange]), [], "{name}");
        }
    }

    #[test]
    fn every_rule_is_kept_by_its_passing_example_and_broken_by_its_failing_one() {
        for rule in Rule::ALL {
            let example = rule.explanation().example;
            assert_eq!(example.passing().len(), example.exchanges.len(), "{rule}");
            assert_eq!(findings(&example.passing()), [], "{rule}");
            let failing = findings(&example.failing());
            assert!(failing.iter().any(|finding| finding.rule == *rule), "{rule}: {failing:?}");
            let of_rule = failing.iter().filter(|finding| finding.rule == *rule);
            for finding in of_rule {
                assert!(finding.severity <= rule.severity().max(finding.severity), "{rule}");
                let document = finding.document.as_deref().unwrap_or_default();
                let known = crate::document::DOCUMENT.pointer(document).is_some();
                assert!(known, "{rule} names {document}, which is not in the document");
            }
        }
    }

    #[test]
    fn a_failing_example_breaks_little_beside_its_rule() {
        for rule in Rule::ALL {
            let failing = findings(&rule.explanation().example.failing());
            let others: std::collections::BTreeSet<_> =
                failing.iter().map(|finding| finding.rule).filter(|other| other != rule).collect();
            assert!(others.len() <= 1, "{rule} comes with {others:?}");
        }
    }
}
