//! An assertion for tests: an exchange conforms to the document, or the test says why not.

use std::borrow::Cow;
use std::fmt;

use crate::exchange::Exchange;
use crate::finding::{Certainty, Severity};
use crate::judge::Judge;
use crate::report::{Located, Report, evidence};

/// Fails a test unless an exchange, or each of several, conforms to the document.
///
/// Takes whatever [`ToExchanges`] turns into exchanges. Several are one sequence: they are taken to
/// have been made in their order. A second argument is the [`Judge`] to ask, such as a strict one.
///
/// The panic names all findings, one below the other, and shows no secret and no value of a body.
/// Warnings are shown beside errors, and fail no test by themselves.
///
/// ```
/// use agentassist_conformance::{Judge, assert_conforms, recordings};
///
/// let recording = recordings::read(br#"{
///     "request": {
///         "method": "GET",
///         "url": "https://platform.kore.ai/agentassist/api/v1/public/st-1/contacts",
///         "headers": {"auth": "redacted-1", "accountId": "a-1", "content-type": "application/json"}
///     },
///     "response": {
///         "status": 200,
///         "headers": {"content-type": "application/json"},
///         "body": {"results": [], "skip": 0, "limit": 10, "hasMore": false,
///                  "totalPages": 0, "totalResults": 0}
///     }
/// }"#)?;
/// assert_conforms!(recording);
/// assert_conforms!(&recording[0], Judge::default().strict(true));
/// # Ok::<(), recordings::ReadError>(())
/// ```
#[macro_export]
macro_rules! assert_conforms {
    ($exchanges:expr $(,)?) => {
        $crate::assert_conforms!($exchanges, $crate::Judge::default())
    };
    ($exchanges:expr, $judge:expr $(,)?) => {
        if let ::std::result::Result::Err(problem) = $crate::conforms(&$exchanges, &$judge) {
            ::std::panic!("{problem}");
        }
    };
}

/// What can be held against the document: one exchange or several, in the order of their making.
pub trait ToExchanges {
    /// The exchanges, borrowed where they are there already.
    fn to_exchanges(&self) -> Cow<'_, [Exchange]>;
}

impl ToExchanges for Exchange {
    fn to_exchanges(&self) -> Cow<'_, [Exchange]> {
        Cow::Borrowed(std::slice::from_ref(self))
    }
}

impl ToExchanges for [Exchange] {
    fn to_exchanges(&self) -> Cow<'_, [Exchange]> {
        Cow::Borrowed(self)
    }
}

impl<const N: usize> ToExchanges for [Exchange; N] {
    fn to_exchanges(&self) -> Cow<'_, [Exchange]> {
        Cow::Borrowed(self)
    }
}

impl ToExchanges for Vec<Exchange> {
    fn to_exchanges(&self) -> Cow<'_, [Exchange]> {
        Cow::Borrowed(self)
    }
}

impl<T: ToExchanges + ?Sized> ToExchanges for &T {
    fn to_exchanges(&self) -> Cow<'_, [Exchange]> {
        (**self).to_exchanges()
    }
}

/// Why exchanges do not conform. Displays over several lines, as a failed test shows them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Nonconformity {
    /// Nothing was judged, so that nothing can be said to conform.
    #[error(
        "no exchange calls this API ({exchanges} given): check the path of the URL, and what the \
         judge takes for the API's hosts and base path"
    )]
    NothingJudged {
        /// How many exchanges were given.
        exchanges: usize,
    },
    /// The document or a rule is broken.
    #[error("{}", Listing(findings))]
    Broken {
        /// All findings, warnings and news too, in the order of the exchanges.
        findings: Vec<Located>,
    },
}

/// Holds exchanges against the document, as [`assert_conforms!`](crate::assert_conforms) does.
///
/// # Errors
///
/// When a finding is an error, and when no exchange calls this API.
pub fn conforms<T: ToExchanges + ?Sized>(
    exchanges: &T,
    judge: &Judge,
) -> Result<(), Nonconformity> {
    let exchanges = exchanges.to_exchanges();
    let mut report = Report::default();
    for (index, exchange) in exchanges.iter().enumerate() {
        report.add("", index + 1, judge.judge(exchange));
    }
    report.end_file();
    if report.summary.exchanges == 0 {
        return Err(Nonconformity::NothingJudged { exchanges: exchanges.len() });
    }
    if report.summary.errors > 0 {
        return Err(Nonconformity::Broken { findings: report.findings });
    }
    Ok(())
}

/// Findings by exchange, one below the other.
struct Listing<'a>(&'a [Located]);

impl fmt::Display for Listing<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the traffic does not conform to the document")?;
        let mut previous = None;
        for Located { finding, exchange, .. } in self.0 {
            if previous.replace(*exchange) != Some(*exchange) {
                let operation = finding.operation.unwrap_or("no operation of the document");
                write!(formatter, "\nexchange {exchange} ({operation})")?;
            }
            let certainty = match finding.certainty {
                Certainty::Proved => "",
                Certainty::Possible => "possible ",
            };
            let severity = match finding.severity {
                Severity::Info => "note",
                severity => severity.as_str(),
            };
            let (message, rule) = (&finding.message, finding.rule);
            write!(formatter, "\n  {certainty}{severity}: {message} [{rule}]")?;
            write!(formatter, "\n    at {}", finding.pointer)?;
            if let Some(document) = &finding.document {
                write!(formatter, ", document {document}")?;
            }
            write!(formatter, " ({})", evidence(finding))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
