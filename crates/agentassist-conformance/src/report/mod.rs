//! Findings and coverage of a whole run.

mod pretty;

use serde::Serialize;

pub use self::pretty::{Style, pretty};
use crate::coverage::Coverage;
use crate::finding::{Finding, Severity};
use crate::judge::{Subject, Verdict};

/// What a run found. Its JSON form is the report of `--format json`.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    /// Counts over the whole run.
    pub summary: Summary,
    /// Which parts of the document were seen.
    pub coverage: Coverage,
    /// Every finding, in the order of the input.
    pub findings: Vec<Located>,
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
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
    /// Findings that are news.
    pub infos: usize,
}

/// A finding with the place of its exchange.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Located {
    /// What was found.
    #[serde(flatten)]
    pub finding: Finding,
    /// The file, as it was named.
    pub file: String,
    /// The exchange in the file, counted from 1.
    pub exchange: usize,
}

impl Report {
    /// Counts a file or stream.
    pub fn add_file(&mut self) {
        self.summary.files += 1;
    }

    /// Adds the verdict on one exchange of a file.
    pub fn add(&mut self, file: &str, exchange: usize, verdict: Verdict) {
        match verdict.subject {
            Subject::Foreign => self.summary.foreign += 1,
            Subject::Unknown => self.summary.exchanges += 1,
            Subject::Operation { operation, response } => {
                self.summary.exchanges += 1;
                if let Some(response) = response {
                    self.coverage.add(operation, response);
                }
            }
        }
        for finding in verdict.findings {
            match finding.severity {
                Severity::Error => self.summary.errors += 1,
                Severity::Warning => self.summary.warnings += 1,
                Severity::Info => self.summary.infos += 1,
            }
            self.findings.push(Located { finding, file: file.to_owned(), exchange });
        }
    }
}
