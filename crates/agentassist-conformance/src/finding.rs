//! One way in which an exchange breaks the document or a rule.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize};

use crate::document::{Basis, Evidence, OPERATIONS};
use crate::fingerprint::{Draft, Fingerprint};
use crate::rules::Rule;

/// One way in which an exchange breaks the document or a rule.
///
/// Its texts show neither secrets nor values of bodies: a finding can be published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule that is broken.
    pub rule: Rule,
    /// How much it matters.
    pub severity: Severity,
    /// Whether the recording alone proves it.
    pub certainty: Certainty,
    /// The operation that was called, where it is known.
    #[serde(deserialize_with = "operation_id")]
    pub operation: Option<OperationId>,
    /// JSON pointer into the exchange, such as `/response/body/results/0/createdAt`.
    pub pointer: String,
    /// What the pointer does not say of the place: a status, the name of a parameter.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
    /// What is wrong, in one line.
    pub message: String,
    /// JSON pointer into the document, of the part that is broken.
    pub document: Option<String>,
    /// How well that part is known.
    pub basis: Basis,
    /// Why it is not known better; only for what is not documented.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub why: Cow<'static, str>,
}

/// The `operationId` of an operation of the document.
pub type OperationId = &'static str;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The exchange breaks what is documented or seen in a sample.
    Error,
    /// The exchange breaks an assumption, or shows something that deserves a look.
    Warning,
    /// News that breaks nothing.
    Info,
}

/// Whether a recording alone proves a finding.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// The exchanges leave no other explanation.
    #[default]
    Proved,
    /// Another caller, or a call that overlaps, may explain it.
    Possible,
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
            certainty: Certainty::Proved,
            operation: None,
            pointer: pointer.into(),
            detail: String::new(),
            message: message.into(),
            document: None,
            basis: Basis::Documented,
            why: Cow::Borrowed(""),
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
        self.why = Cow::Borrowed(evidence.why);
        self
    }

    /// Says what the pointer leaves open: a status, the name of a parameter.
    pub(crate) fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    /// Says how certain the finding is; what is only possible is at most a warning.
    pub(crate) fn certain(mut self, certainty: Certainty) -> Self {
        if certainty == Certainty::Possible {
            self.severity = self.severity.max(Severity::Warning);
        }
        self.certainty = certainty;
        self
    }

    /// What stays the same when the same thing is found again: in another exchange, at another
    /// place of a list, with other ids.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        let draft = Draft::default();
        let draft = draft.part(self.rule.id()).part(self.operation.unwrap_or_default());
        let steps = self.pointer.split('/').enumerate();
        let place = steps.fold(draft, |place, (index, step)| {
            let is_number = step.bytes().all(|byte| byte.is_ascii_digit());
            place.some(if index > 0 { "/" } else { "" }).some(if is_number { "*" } else { step })
        });
        let document = self.document.as_deref().unwrap_or_default();
        place.part("").part(&self.detail).part(document).done()
    }
}

fn operation_id<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<OperationId>, D::Error> {
    let id = Option::<Cow<'de, str>>::deserialize(deserializer)?;
    let known =
        |id: &str| OPERATIONS.iter().map(|operation| operation.id).find(|known| *known == id);
    id.map(|id| known(&id).ok_or_else(|| serde::de::Error::custom("an unknown operation")))
        .transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ASSUMED: Evidence = Evidence { basis: Basis::Assumed, why: "nobody says so" };
    const SAMPLE: Evidence = Evidence { basis: Basis::Sample, why: "seen once" };

    fn finding(pointer: &str) -> Finding {
        Finding::new(Rule::BodySchema, pointer, "wrong")
    }

    #[test]
    fn breaking_an_assumption_is_at_most_a_warning() {
        let finding = || finding("/response/body");
        assert_eq!(finding().against("/x", Evidence::DOCUMENTED).severity, Severity::Error);
        assert_eq!(finding().against("/x", SAMPLE).severity, Severity::Error);
        assert_eq!(finding().against("/x", ASSUMED).severity, Severity::Warning);
    }

    #[test]
    fn what_is_only_possible_is_at_most_a_warning() {
        assert_eq!(finding("/").certain(Certainty::Proved).severity, Severity::Error);
        assert_eq!(finding("/").certain(Certainty::Possible).severity, Severity::Warning);
    }

    #[test]
    fn a_fingerprint_knows_no_place_in_a_list_but_every_other_place() {
        let print = |pointer| finding(pointer).fingerprint();
        assert_eq!(print("/response/body/results/0/id"), print("/response/body/results/17/id"));
        assert_ne!(print("/response/body/results/0/id"), print("/response/body/results/0/status"));
        assert_ne!(print("/a"), finding("/a").detail("sort").fingerprint());
    }

    #[test]
    fn a_fingerprint_stays_what_it_is() {
        let mut finding = finding("/response/body/results/0/id").at("/x").detail("sort");
        finding.operation = Some("listContacts");
        assert_eq!(finding.fingerprint().to_string(), "a7542361537faf81");
    }

    #[test]
    fn a_finding_comes_back_from_json() {
        let mut before = finding("/response/body").against("/x", ASSUMED).detail("sort");
        before.operation = Some("listContacts");
        let text = serde_json::to_string(&before).unwrap();
        assert_eq!(serde_json::from_str::<Finding>(&text).unwrap(), before);
        let unknown = text.replace("listContacts", "listNothing");
        assert!(serde_json::from_str::<Finding>(&unknown).is_err());
    }
}
