//! Findings and coverage of a whole run, and the forms in which they are shown.
//!
//! | form | for |
//! |---|---|
//! | [`pretty()`] | people |
//! | [`Report`] as JSON, [`ndjson()`] | programs |
//! | [`junit()`] | CI servers |
//! | [`sarif()`] | code scanning and editors |
//! | [`github()`] | GitHub Actions |
//! | [`markdown()`] | summaries and comments |

mod github;
mod group;
mod junit;
mod kinds;
mod markdown;
mod ndjson;
mod place;
mod pretty;
mod printable;
mod sarif;
#[cfg(test)]
mod tests;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

pub use self::github::github;
pub use self::junit::junit;
use self::kinds::Kinds;
pub use self::markdown::markdown;
pub use self::ndjson::ndjson;
pub use self::place::Folders;
pub use self::pretty::{Style, pretty};
pub use self::printable::{printable, steers};
pub use self::sarif::sarif;
pub use self::words::counted;
pub(crate) use self::words::evidence;
use crate::coverage::Coverage;
use crate::finding::{Finding, Severity};
use crate::findings::Unlisted;
use crate::judge::{Subject, Verdict};
use crate::reproduction::Again;
use crate::rules::Rule;
use crate::rules::sequence::{Facts, Held, Sequence, Window};

/// The JSON Schema (draft 2020-12) of a report's JSON form.
pub const SCHEMA: &str = include_str!("report.schema.json");

/// What a run found. Its JSON form is the report of `--format json`.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    /// Counts over the whole run.
    pub summary: Summary,
    /// Which parts of the document were seen.
    pub coverage: Coverage,
    /// From how many exchanges a rule was withheld, since they are trimmed, masked, too long or not
    /// recorded in full.
    pub withheld: BTreeMap<Rule, usize>,
    /// Findings in the order of the input: the first hundred of each kind, and of very many kinds
    /// fewer. All of them are counted.
    pub findings: Vec<Located>,
    /// The first hundred exchanges that could not be read. All of them are counted.
    pub unreadable: Vec<Unreadable>,
    #[serde(skip)]
    kinds: Kinds,
    #[serde(skip)]
    sequence: Sequence,
    /// Exchanges that are no part of the sequence yet.
    #[serde(skip)]
    window: Window,
    /// The file whose exchanges the sequence holds.
    #[serde(skip)]
    file: String,
    /// Where its findings begin.
    #[serde(skip)]
    begin: usize,
}

/// Counts over a run.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Files and streams that were read.
    pub files: usize,
    /// Exchanges of this API, all of which were judged.
    pub exchanges: usize,
    /// Exchanges of something else, which were set aside.
    pub foreign: usize,
    /// Questions of browsers before they call this API, which were set aside.
    pub preflights: usize,
    /// Requests of this API without an answer, which were passed over.
    pub unanswered: usize,
    /// Exchanges that could not be read.
    pub unreadable: usize,
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
    /// Findings that are news.
    pub infos: usize,
    /// Findings that a baseline knows, which are set aside.
    pub known: usize,
    /// Findings that are counted above and not listed, as there are very many like them.
    pub unlisted: usize,
}

/// The most exchanges that are listed as unreadable.
const LISTED: usize = 100;

/// An exchange that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unreadable {
    /// The file, as it was named.
    pub file: String,
    /// The exchange in the file, counted from 1.
    pub exchange: usize,
    /// What is wrong, as what follows "the exchange". No value of it is shown.
    pub problem: String,
}

/// A finding with the place of its exchange.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// What was found.
    pub finding: Finding,
    /// The file, as it was named.
    pub file: String,
    /// The exchange in the file, counted from 1.
    pub exchange: usize,
    /// A command that makes the same call, without its secrets and personal data.
    pub reproduction: Option<Arc<str>>,
}

impl Report {
    /// Adds the verdict on one exchange of a file. The exchanges of a file come in their order,
    /// and one file after the other, each with [`end_file`](Self::end_file) behind it: rules on
    /// sequences look at each file by itself.
    pub fn add(&mut self, file: &str, exchange: usize, verdict: Verdict) {
        if self.file != file {
            self.end_sequence();
            file.clone_into(&mut self.file);
        }
        match verdict.subject {
            Subject::Foreign => self.summary.foreign += 1,
            Subject::Preflight => self.summary.preflights += 1,
            Subject::Unanswered => self.summary.unanswered += 1,
            Subject::Unreadable => self.summary.unreadable += 1,
            Subject::Unknown | Subject::Operation { .. } => self.summary.exchanges += 1,
        }
        if let Some(problem) = verdict.problem
            && self.unreadable.len() < LISTED
        {
            self.unreadable.push(Unreadable { file: file.to_owned(), exchange, problem });
        }
        self.coverage.add(&verdict.hits);
        self.coverage.add_rules(verdict.applied);
        for rule in verdict.withheld.iter() {
            *self.withheld.entry(rule).or_default() += 1;
        }
        let mut again = Again::from(verdict.reproduction);
        self.list(exchange, verdict.findings, &verdict.unlisted, &mut again);
        let Some(facts) = verdict.facts else { return };
        if !self.window.applies_to(&facts) {
            return self.follow(exchange, &facts, &mut again);
        }
        again.lighten();
        self.window.hold(exchange, Held { facts, again });
        while let Some((exchange, Held { facts, mut again })) = self.window.overflow() {
            self.follow(exchange, &facts, &mut again);
        }
    }

    /// Counts a file or stream, all of whose exchanges were added: its sequence is over.
    ///
    /// Exchanges whose times are known may wait for others until then.
    pub fn end_file(&mut self) {
        self.summary.files += 1;
        self.end_sequence();
    }

    /// Asks the rules on sequences about the exchange that follows.
    fn follow(&mut self, exchange: usize, facts: &Facts, again: &mut Again) {
        let seen = self.sequence.add(exchange, facts);
        self.coverage.add_rules(seen.applied);
        let (findings, unlisted) = seen.findings.done();
        self.list(exchange, findings, &unlisted, again);
    }

    fn end_sequence(&mut self) {
        while let Some((exchange, Held { facts, mut again })) = self.window.next() {
            self.follow(exchange, &facts, &mut again);
        }
        self.sequence = Sequence::default();
        self.begin = self.findings.len();
    }

    /// Counts the findings of an exchange, and lists those that are to be listed, behind those of
    /// the exchanges before it in the file.
    fn list(
        &mut self,
        exchange: usize,
        mut findings: Vec<Finding>,
        unlisted: &[Unlisted],
        again: &mut Again,
    ) {
        findings.retain(|finding| {
            *self.summary.of(finding.severity) += 1;
            let is_listed = self.kinds.admit(finding);
            self.summary.unlisted += usize::from(!is_listed);
            is_listed
        });
        for unlisted in unlisted {
            *self.summary.of(unlisted.severity) += unlisted.count;
            self.summary.unlisted += unlisted.count;
            self.kinds.add(unlisted);
        }
        if findings.is_empty() {
            return;
        }
        let of_file = &self.findings[self.begin..];
        let place = self.begin + of_file.partition_point(|before| before.exchange <= exchange);
        let (file, line) = (&self.file, again.line());
        let located = findings.into_iter().map(|finding| {
            let (file, reproduction) = (file.clone(), line.clone());
            Located { finding, file, exchange, reproduction }
        });
        self.findings.splice(place..place, located);
    }

    /// Sets aside findings for which the predicate holds.
    pub(crate) fn set_aside(&mut self, is_known: impl Fn(&Finding) -> bool) {
        let (summary, kinds) = (&mut self.summary, &mut self.kinds);
        self.findings.retain(|Located { finding, .. }| {
            let known = is_known(finding);
            // All of a kind go at once, with those that are not listed.
            if let Some(count) = known.then(|| kinds.remove(finding)).flatten() {
                *summary.of(finding.severity) -= count.found;
                summary.known += count.found;
                summary.unlisted -= count.found - count.listed;
            }
            !known
        });
    }
}

impl Summary {
    /// The count of a severity.
    fn of(&mut self, severity: Severity) -> &mut usize {
        match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
            Severity::Info => &mut self.infos,
        }
    }
}

impl Serialize for Located {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { finding, file, exchange, reproduction } = self;
        let mut fields = serializer.serialize_struct("Located", 14)?;
        fields.serialize_field("rule", &finding.rule)?;
        fields.serialize_field("severity", &finding.severity)?;
        fields.serialize_field("certainty", &finding.certainty)?;
        fields.serialize_field("operation", &finding.operation)?;
        fields.serialize_field("pointer", &finding.pointer)?;
        fields.serialize_field("message", &finding.message)?;
        fields.serialize_field("file", file)?;
        fields.serialize_field("exchange", exchange)?;
        fields.serialize_field("document", &finding.document)?;
        let line = finding.document.as_deref().map(crate::document_lines::line);
        fields.serialize_field("documentLine", &line)?;
        fields.serialize_field("basis", &finding.basis)?;
        fields.serialize_field("why", &finding.why)?;
        fields.serialize_field("fingerprint", &finding.fingerprint())?;
        fields.serialize_field("reproduction", &reproduction.as_deref())?;
        fields.end()
    }
}
