//! One way in which an exchange breaks the document or a rule.

use serde::Serialize;

use crate::document::{Basis, Evidence};
use crate::rules::Rule;

/// One way in which an exchange breaks the document or a rule.
///
/// Its texts show neither secrets nor values of bodies: a finding can be published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The rule that is broken.
    pub rule: Rule,
    /// How much it matters.
    pub severity: Severity,
    /// The operation that was called, where it is known.
    pub operation: Option<&'static str>,
    /// JSON pointer into the exchange, such as `/response/body/results/0/createdAt`.
    pub pointer: String,
    /// What is wrong, in one line.
    pub message: String,
    /// JSON pointer into the document, of the part that is broken.
    pub document: Option<String>,
    /// How well that part is known.
    pub basis: Basis,
    /// Why it is not known better; only for what is not documented.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub why: &'static str,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The exchange breaks what is documented or seen in a sample.
    Error,
    /// The exchange breaks an assumption, or shows something that deserves a look.
    Warning,
    /// News that breaks nothing.
    Info,
}

impl Severity {
    /// The word for it, as reports write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }

    /// What remains of a severity when only an assumption is broken.
    fn against(self, evidence: Evidence) -> Self {
        match evidence.basis {
            Basis::Documented | Basis::Sample => self,
            Basis::Assumed => self.max(Self::Warning),
        }
    }
}

impl Finding {
    /// A finding of a rule at a place of the exchange, against something documented.
    pub(crate) fn new(rule: Rule, pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: rule.severity(),
            operation: None,
            pointer: pointer.into(),
            message: message.into(),
            document: None,
            basis: Basis::Documented,
            why: "",
        }
    }

    /// Names the part of the document that is broken; it is documented.
    pub(crate) fn at(mut self, document: impl Into<String>) -> Self {
        self.document = Some(document.into());
        self
    }

    /// Names the part of the document that is broken, and how well it is known.
    pub(crate) fn against(mut self, document: impl Into<String>, evidence: Evidence) -> Self {
        self.document = Some(document.into());
        self.severity = self.severity.against(evidence);
        self.basis = evidence.basis;
        self.why = evidence.why;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaking_an_assumption_is_at_most_a_warning() {
        let assumed = Evidence { basis: Basis::Assumed, why: "nobody says so" };
        let sample = Evidence { basis: Basis::Sample, why: "seen once" };
        let finding = || Finding::new(Rule::BodySchema, "/response/body", "wrong");
        assert_eq!(finding().against("/x", Evidence::DOCUMENTED).severity, Severity::Error);
        assert_eq!(finding().against("/x", sample).severity, Severity::Error);
        assert_eq!(finding().against("/x", assumed).severity, Severity::Warning);
    }
}
