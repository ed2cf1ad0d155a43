//! The verdict on one exchange.

use serde::{Deserialize, Serialize};
use url::Url;

use crate::coverage::{self, Hits};
use crate::document::{OPERATIONS, Operation, Response};
use crate::exchange::{Exchange, MessagePart};
use crate::finding::Finding;
use crate::recordings::Seal;
use crate::redaction::{is_of_http, known_method};
use crate::reproduction::reproduction;
use crate::routing::{Route, route};
use crate::rules::answer::{self, Call, Checks};
use crate::rules::sequence::Facts;
use crate::rules::set::RuleSet;
use crate::rules::{Rule, request, response, unrecorded};

/// Holds exchanges against the document.
#[derive(Debug, Clone, Default)]
pub struct Judge {
    options: Options,
}

/// How strict the judge is, and what it looks at.
#[derive(Debug, Clone, Default)]
pub(crate) struct Options {
    /// Undocumented properties are errors.
    pub(crate) strict: bool,
    /// The hosts that are meant; none for all.
    hosts: Vec<String>,
    /// What stands in front of every path.
    base_path: String,
}

/// What the judge says of one exchange.
///
/// It has a form in JSON, so that verdicts can be made in one place and gathered in another.
#[derive(Debug, Serialize, Deserialize)]
pub struct Verdict {
    /// What was called.
    pub subject: Subject,
    /// Every way in which the exchange by itself breaks the document, in the order of the exchange.
    pub findings: Vec<Finding>,
    /// A command that makes the same call.
    pub(crate) reproduction: Option<String>,
    /// The parts of the document that were seen.
    pub(crate) hits: Hits,
    /// The rules that had something to look at.
    pub(crate) applied: RuleSet,
    /// The rules that were not asked, since a sample by its author's hand cannot satisfy them or
    /// what they look at was not recorded.
    pub(crate) withheld: RuleSet,
    /// What the rules on sequences need.
    pub(crate) facts: Option<Facts>,
}

/// What an exchange calls.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(into = "WrittenSubject", try_from = "WrittenSubject")]
pub enum Subject {
    /// An operation, with the documented answer for the status if there is one.
    Operation {
        /// The operation.
        operation: &'static Operation,
        /// The documented answer.
        response: Option<&'static Response>,
    },
    /// This API, but no operation of the document.
    Unknown,
    /// Something else: not judged.
    Foreign,
}

impl Judge {
    /// A judge to whom properties that the document does not know are errors.
    #[must_use]
    pub fn strict(mut self, strict: bool) -> Self {
        self.options.strict = strict;
        self
    }

    /// A judge to whom only traffic with these hosts is meant, with or without a port; none for
    /// all.
    #[must_use]
    pub fn hosts(mut self, hosts: impl IntoIterator<Item = String>) -> Self {
        self.options.hosts = hosts.into_iter().map(|host| host.to_ascii_lowercase()).collect();
        self
    }

    /// A judge who expects this in front of every path, as a gateway may put it there.
    #[must_use]
    pub fn base_path(mut self, base_path: &str) -> Self {
        let inner = base_path.trim_matches('/');
        self.options.base_path = if inner.is_empty() { String::new() } else { format!("/{inner}") };
        self
    }

    /// Judges one exchange. Pure: the same exchange always gets the same verdict.
    #[must_use]
    pub fn judge(&self, exchange: &Exchange) -> Verdict {
        let asked = &exchange.request;
        let url = match readable_url(&asked.url) {
            Ok(url) => url,
            Err(problem) => {
                let finding = Finding::new(Rule::UrlMalformed, "/request/url", problem);
                return Verdict::without_operation(Subject::Unknown, Some(finding.at("/servers")));
            }
        };
        let Some(path) = self.options.path(&url) else {
            return Verdict::without_operation(Subject::Foreign, None);
        };
        let (operation, parameters) = match route(&asked.method, path) {
            Route::Operation { operation, parameters } => (operation, parameters),
            Route::OtherMethod { allowed } => {
                let method = known_method(&asked.method).unwrap_or("such method");
                let message =
                    format!("the document has no {method} here, only {}", allowed.join(", "));
                let finding = Finding::new(Rule::MethodUndocumented, "/request/method", message)
                    .at("/paths")
                    .detail(method);
                return Verdict::without_operation(Subject::Unknown, Some(finding));
            }
            Route::OtherPath => {
                let message = "the path is none of the document's";
                let finding =
                    Finding::new(Rule::PathUndocumented, "/request/url", message).at("/paths");
                return Verdict::without_operation(Subject::Unknown, Some(finding));
            }
            Route::Foreign => return Verdict::without_operation(Subject::Foreign, None),
        };
        let call = Call { operation, parameters: &parameters, url: &url, exchange };
        self.judge_call(&call)
    }

    fn judge_call(&self, call: &Call<'_>) -> Verdict {
        let Call { operation, parameters, url, exchange } = call;
        let answered = &exchange.response;
        let mut findings = Vec::new();
        // A refusal of a bad request is what a negative test wants to see: only the refusal counts.
        if !(400..500).contains(&answered.status) {
            let asked = &exchange.request;
            findings.extend(request::check(operation, parameters, url, asked, &self.options));
        }
        let is_whole = !exchange.lacks(MessagePart::ResponseBody);
        findings.extend(response::check(operation, answered, is_whole, &self.options));
        let not_recorded = unrecorded::withheld(call);
        unrecorded::excuse(&mut findings, not_recorded);
        let mut checks = Checks::of(exchange);
        answer::check(call, &mut checks);
        let Checks { findings: in_answer, applied, mut withheld, .. } = checks;
        findings.extend(in_answer);
        for finding in &mut findings {
            finding.operation = Some(operation.id);
        }
        let (facts, withheld_from_sample) = Facts::of(call);
        withheld.extend(withheld_from_sample);
        withheld.extend(not_recorded);
        let response = operation.response(answered.status);
        let needs_reproduction = !findings.is_empty() || facts.is_some();
        Verdict {
            subject: Subject::Operation { operation, response },
            findings,
            reproduction: needs_reproduction.then(|| reproduction(call)),
            hits: coverage::hits(call, response),
            applied,
            withheld,
            facts,
        }
    }
}

impl Options {
    /// The path without its base, if the URL is one that is meant.
    fn path<'a>(&self, url: &'a Url) -> Option<&'a str> {
        let host = url.host_str().unwrap_or_default();
        let with_port = || url.port().map(|port| format!("{host}:{port}"));
        let is_meant = self.hosts.is_empty()
            || self.hosts.iter().any(|meant| meant == host || Some(meant) == with_port().as_ref());
        let path = url.path().strip_prefix(&*self.base_path)?;
        (is_meant && is_of_http(url) && path.starts_with('/')).then_some(path)
    }
}

impl Verdict {
    /// Hides what it remembers of names, numbers and ids for the rules on sequences.
    ///
    /// All verdicts on one file have to be sealed with the same key.
    pub fn seal(&mut self, seal: &Seal) {
        if let Some(facts) = &mut self.facts {
            facts.seal(|hash| seal.hide(hash));
        }
    }

    fn without_operation(subject: Subject, finding: Option<Finding>) -> Self {
        Self {
            subject,
            findings: finding.into_iter().collect(),
            reproduction: None,
            hits: Hits::default(),
            applied: RuleSet::default(),
            withheld: RuleSet::default(),
            facts: None,
        }
    }
}

/// The URL of a request, or what is wrong with it.
fn readable_url(text: &str) -> Result<Url, &'static str> {
    let url = Url::parse(text).map_err(|_| "not an absolute URL")?;
    // The pages give the host with its scheme, for an address that has one already.
    let is_doubled =
        matches!(url.host_str(), Some("http" | "https")) && url.path().starts_with("//");
    if is_doubled { Err("the scheme stands there twice") } else { Ok(url) }
}

/// What an exchange calls, without any other exchange's doing.
pub(crate) fn subject(exchange: &Exchange) -> Subject {
    let Ok(url) = Url::parse(&exchange.request.url) else { return Subject::Unknown };
    if !is_of_http(&url) {
        return Subject::Foreign;
    }
    match route(&exchange.request.method, url.path()) {
        Route::Operation { operation, .. } => {
            let response = operation.response(exchange.response.status);
            Subject::Operation { operation, response }
        }
        Route::OtherMethod { .. } | Route::OtherPath => Subject::Unknown,
        Route::Foreign => Subject::Foreign,
    }
}

/// A subject as it is written: by the names of operation and answer.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum WrittenSubject {
    Operation(String, Option<String>),
    Unknown,
    Foreign,
}

impl From<Subject> for WrittenSubject {
    fn from(subject: Subject) -> Self {
        match subject {
            Subject::Operation { operation, response } => {
                let answer = response.map(|response| response.status.to_string());
                Self::Operation(operation.id.to_owned(), answer)
            }
            Subject::Unknown => Self::Unknown,
            Subject::Foreign => Self::Foreign,
        }
    }
}

impl TryFrom<WrittenSubject> for Subject {
    type Error = &'static str;

    fn try_from(written: WrittenSubject) -> Result<Self, Self::Error> {
        let (id, answer) = match written {
            WrittenSubject::Operation(id, answer) => (id, answer),
            WrittenSubject::Unknown => return Ok(Self::Unknown),
            WrittenSubject::Foreign => return Ok(Self::Foreign),
        };
        let operation = OPERATIONS.iter().find(|operation| operation.id == id);
        let operation = operation.ok_or("an unknown operation")?;
        let response = answer.map(|answer| {
            let responses = operation.responses.iter();
            responses.into_iter().find(|response| response.status.to_string() == answer)
        });
        match response {
            Some(None) => Err("an unknown answer"),
            response => Ok(Self::Operation { operation, response: response.flatten() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Exchange {
        Rule::PageTooLong.explanation().example.failing().remove(0)
    }

    #[test]
    fn a_verdict_comes_back_from_json() {
        let verdict = Judge::default().judge(&page());
        let text = serde_json::to_string(&verdict).unwrap();
        let read: Verdict = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), text);
        assert!(!verdict.findings.is_empty() && verdict.facts.is_some());
    }

    #[test]
    fn traffic_of_other_hosts_is_foreign_where_a_host_is_named() {
        let is_foreign = |host: &str| {
            let judge = Judge::default().hosts([host.to_owned()]);
            matches!(judge.judge(&page()).subject, Subject::Foreign)
        };
        assert!(!is_foreign("Platform.Kore.AI"));
        assert!(is_foreign("example.com"));
    }

    #[test]
    fn what_is_not_http_is_foreign() {
        for scheme in ["data", "chrome-extension", "wss"] {
            let mut exchange = page();
            exchange.request.url = exchange.request.url.replace("https", scheme);
            let verdict = Judge::default().judge(&exchange);
            assert!(matches!(verdict.subject, Subject::Foreign), "{scheme}");
        }
    }

    #[test]
    fn a_base_path_stands_in_front_of_every_path() {
        let mut exchange = page();
        exchange.request.url = exchange.request.url.replace("/agentassist", "/gw/v2/agentassist");
        let is_foreign = |judge: Judge, exchange: &Exchange| {
            matches!(judge.judge(exchange).subject, Subject::Foreign)
        };
        for base_path in ["/gw/v2", "gw/v2/"] {
            assert!(!is_foreign(Judge::default().base_path(base_path), &exchange), "{base_path}");
        }
        assert!(is_foreign(Judge::default(), &exchange));
        assert!(is_foreign(Judge::default().base_path("/gw"), &page()));
    }
}
