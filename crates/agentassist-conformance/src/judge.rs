//! The verdict on one exchange.

mod astray;
mod subject;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

pub use self::subject::Subject;
#[cfg(any(feature = "reqwest", feature = "tower"))]
pub(crate) use self::subject::is_foreign;
pub(crate) use self::subject::{Called, is_preflight, subject};
use crate::address::Address;
use crate::call::{Call, Content, Message};
use crate::coverage::{self, Hits};
use crate::document::Operation;
use crate::exchange::{Exchange, Headers, Source};
use crate::finding::Finding;
use crate::findings::{Findings, Unlisted};
use crate::host::Host;
use crate::recordings::Seal;
use crate::redaction::known_method;
use crate::reproduction::{Asked, Reproduction};
use crate::routing::{Route, parameters, route};
use crate::rules::answer::{self, Checks};
use crate::rules::sequence::Facts;
use crate::rules::set::RuleSet;
use crate::rules::{Rule, request, response, unrecorded};

/// The longest URL that is taken apart, in bytes. Servers refuse far shorter ones.
const LONGEST_URL: usize = 64 * 1024;

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
    hosts: Vec<Host>,
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
    /// The ways in which the exchange by itself breaks the document, in the order of the exchange:
    /// the first hundred of each kind.
    pub findings: Vec<Finding>,
    /// Those that are counted and not listed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) unlisted: Vec<Unlisted>,
    /// A command that makes the same call.
    pub(crate) reproduction: Option<Reproduction>,
    /// The parts of the document that were seen.
    pub(crate) hits: Hits,
    /// The rules that had something to look at.
    pub(crate) applied: RuleSet,
    /// The rules that were not asked, since a sample by its author's hand cannot satisfy them or
    /// what they look at was not recorded.
    pub(crate) withheld: RuleSet,
    /// What the rules on sequences need.
    pub(crate) facts: Option<Facts>,
    /// Why it cannot be read, as what follows "the exchange".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) problem: Option<String>,
}

impl Judge {
    /// A judge to whom properties that the document does not know are errors.
    #[must_use]
    pub fn strict(mut self, strict: bool) -> Self {
        self.options.strict = strict;
        self
    }

    /// A judge to whom only traffic with these hosts is meant; none for all.
    #[must_use]
    pub fn hosts(mut self, hosts: impl IntoIterator<Item = Host>) -> Self {
        self.options.hosts = hosts.into_iter().collect();
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
        let Exchange { request, response, source } = exchange;
        let content = Content::of;
        let body = content(&request.body);
        let asked = Asked { url: &request.url, headers: &request.headers, body };
        let answered = (&response.headers, content(&response.body));
        let (method, status) = (&request.method, response.status);
        self.judge_messages(method, &asked, status, answered, source.as_ref())
    }

    /// Judges what was asked, and the headers and the body of what was answered.
    pub(crate) fn judge_messages<'a>(
        &self,
        method: &str,
        asked: &Asked<'a>,
        status: u16,
        (headers, body): (&'a Headers, Content<'a>),
        source: Option<&'a Source>,
    ) -> Verdict {
        let called = match self.called(method, asked.url) {
            Ok(called) => called,
            Err(verdict) if is_preflight(method, asked.headers, source) => {
                return verdict.aside(Subject::Preflight);
            }
            Err(mut verdict) => {
                if !verdict.findings.is_empty() {
                    verdict.reproduction = Some(Reproduction::astray(method, asked));
                }
                return *verdict;
            }
        };
        let operation = called.operation;
        let sent = Message::request(operation, asked.headers, asked.body.clone());
        let answered = Message::answer(operation, status, headers, body);
        let mut verdict = self.judge_call(&called.by(sent, status, answered, source));
        if verdict.needs_reproduction() {
            verdict.reproduction = Some(Reproduction::of(operation, asked));
        }
        verdict
    }

    /// What a request calls, or the verdict on a request that calls no operation.
    pub(crate) fn called<'a>(
        &self,
        method: &str,
        url: &'a str,
    ) -> Result<Called<'a>, Box<Verdict>> {
        let unknown = |finding: Finding| {
            Err(Box::new(Verdict::without_operation(Subject::Unknown, Some(finding))))
        };
        let foreign = |note| Err(Box::new(Verdict::without_operation(Subject::Foreign, note)));
        let address = match Address::read(url) {
            Ok(address) => address,
            Err(_) if !self.options.is_named_in(url) => return foreign(None),
            Err(problem) => {
                let finding = Finding::new(Rule::UrlMalformed, "/request/url", problem);
                return unknown(finding.at("/servers"));
            }
        };
        if !self.options.is_meant(&address) {
            return foreign(None);
        }
        // On a host that somebody has named, hardly anything else has such a path.
        let is_named = !self.options.hosts.is_empty();
        let note = |path: &str| if is_named { astray::other_version(path) } else { None };
        let Some(path) = self.options.path(&address.path) else {
            return foreign(note(&address.path));
        };
        match route(method, &path) {
            Route::Operation(_) if url.len() > LONGEST_URL => {
                let message = format!("longer than {LONGEST_URL} bytes, which no server reads");
                let finding = Finding::new(Rule::UrlMalformed, "/request/url", message);
                unknown(finding.at("/servers"))
            }
            Route::Operation(operation) => {
                Ok(Called { operation, parameters: parameters(operation, &path), address })
            }
            Route::OtherMethod { allowed } => {
                let method = known_method(method).unwrap_or("such method");
                let allowed = allowed.join(", ");
                let message = format!("the document has no {method} here, only {allowed}");
                let finding = Finding::new(Rule::MethodUndocumented, "/request/method", message);
                unknown(finding.at("/paths").detail(method))
            }
            Route::OtherPath => {
                let message = "the path is none of the document's";
                let finding = Finding::new(Rule::PathUndocumented, "/request/url", message);
                unknown(finding.at("/paths"))
            }
            Route::Foreign => match astray::doubled_slash(&path) {
                Some(finding) => unknown(finding),
                None => foreign(note(&path)),
            },
        }
    }

    /// The verdict on a request without an answer.
    pub(crate) fn unanswered(&self, method: &str, url: &str) -> Verdict {
        let Err(verdict) = self.called(method, url) else {
            return Verdict::without_operation(Subject::Unanswered, None);
        };
        let mut verdict = verdict.aside(Subject::Unanswered);
        if !verdict.findings.is_empty() {
            let headers = &Headers::default();
            let asked = Asked { url, headers, body: Content::Absent };
            verdict.reproduction = Some(Reproduction::astray(method, &asked));
        }
        verdict
    }

    /// Whether a request is one that is not meant.
    pub(crate) fn is_foreign(&self, method: &str, url: &str) -> bool {
        let called = self.called(method, url);
        called.is_err_and(|verdict| matches!(verdict.subject, Subject::Foreign))
    }

    /// Asks every rule on one exchange.
    pub(crate) fn judge_call(&self, call: &Call<'_>) -> Verdict {
        let operation = call.operation;
        let mut findings = Findings::of(operation.id);
        request::check(call, &self.options, &mut findings);
        // A refusal of a bad request is what a negative test wants to see: only the refusal counts.
        if (400..500).contains(&call.status) {
            findings = Findings::of(operation.id).beside(findings.broken);
        }
        response::check(call, &self.options, &mut findings);
        let not_recorded = unrecorded::withheld(call);
        unrecorded::excuse(&mut findings, not_recorded);
        let broken = std::mem::take(&mut findings.broken);
        let mut checks = Checks::of(call, findings);
        answer::check(call, &mut checks);
        let Checks { findings, applied, mut withheld, .. } = checks;
        let (findings, unlisted) = findings.done();
        let (facts, withheld_from_sample) = Facts::of(call);
        withheld.extend(withheld_from_sample);
        withheld.extend(not_recorded);
        Verdict {
            subject: Subject::Operation { operation, response: call.documented },
            findings,
            unlisted,
            reproduction: None,
            hits: coverage::hits(call, &broken),
            applied,
            withheld,
            facts,
            problem: None,
        }
    }
}

impl Options {
    /// Whether traffic with the host of an address is meant.
    fn is_meant(&self, address: &Address<'_>) -> bool {
        let is_of = |host: &Host| host.is_of(address);
        address.is_of_http && (self.hosts.is_empty() || self.hosts.iter().any(is_of))
    }

    /// Whether traffic may be meant whose URL cannot be read.
    fn is_named_in(&self, url: &str) -> bool {
        self.hosts.is_empty() || self.hosts.iter().any(|host| host.is_in(url))
    }

    /// The path without its base, if it has that.
    fn path<'a>(&self, path: &Cow<'a, str>) -> Option<Cow<'a, str>> {
        let path = match path {
            Cow::Borrowed(path) => Cow::Borrowed(path.strip_prefix(&*self.base_path)?),
            Cow::Owned(path) => Cow::Owned(path.strip_prefix(&*self.base_path)?.to_owned()),
        };
        path.starts_with('/').then_some(path)
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

    /// Whether a command that makes the same call is or may be asked for: rules on sequences may.
    fn needs_reproduction(&self) -> bool {
        let is_call = matches!(self.subject, Subject::Operation { .. });
        is_call && (!self.findings.is_empty() || self.facts.is_some())
    }

    /// Makes the command, if it is asked for, from an exchange of so many bytes that can be read
    /// again.
    pub(crate) fn reproduce_by(
        &mut self,
        bytes: usize,
        make: impl Fn(&'static Operation) -> Option<Reproduction> + Send + Sync + 'static,
    ) {
        if let (true, Subject::Operation { operation, .. }) =
            (self.needs_reproduction(), self.subject)
        {
            self.reproduction = Some(Reproduction::later(bytes, move || make(operation)));
        }
    }

    /// The verdict on what is not judged, unless it is something else anyway.
    pub(crate) fn aside(self, subject: Subject) -> Self {
        if matches!(self.subject, Subject::Foreign) {
            return self;
        }
        Self::without_operation(subject, None)
    }

    /// The verdict on something else.
    pub(crate) fn foreign() -> Self {
        Self::without_operation(Subject::Foreign, None)
    }

    /// The verdict on what cannot be read.
    pub(crate) fn unreadable(problem: String) -> Self {
        Self { problem: Some(problem), ..Self::without_operation(Subject::Unreadable, None) }
    }

    /// Why the exchange cannot be read, as what follows its number; `None` if it can.
    #[must_use]
    pub fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }

    /// How many findings are counted and not listed.
    #[must_use]
    pub fn unlisted(&self) -> usize {
        self.unlisted.iter().map(|unlisted| unlisted.count).sum()
    }

    fn without_operation(subject: Subject, finding: Option<Finding>) -> Self {
        Self {
            subject,
            findings: finding.into_iter().collect(),
            unlisted: Vec::new(),
            reproduction: None,
            hits: Hits::default(),
            applied: RuleSet::default(),
            withheld: RuleSet::default(),
            facts: None,
            problem: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;

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
    fn a_url_that_no_server_reads_is_one_finding() {
        let mut exchange = page();
        exchange.request.url.extend((0..200_000).map(|number| format!("&p{number}=1")));
        let findings = Judge::default().judge(&exchange).findings;
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].rule, Rule::UrlMalformed);
        assert!(findings[0].message.len() < 100, "{}", findings[0].message);
    }

    #[test]
    fn traffic_of_other_hosts_is_foreign_where_a_host_is_named() {
        let is_foreign = |host: &str| {
            let judge = Judge::default().hosts([host.parse().unwrap()]);
            matches!(judge.judge(&page()).subject, Subject::Foreign)
        };
        assert!(!is_foreign("Platform.Kore.AI"));
        assert!(is_foreign("example.com"));
    }

    #[test]
    fn an_address_that_cannot_be_read_is_foreign_where_another_host_is_named() {
        let rules = |judge: &Judge, url: &str| {
            let mut exchange = page();
            url.clone_into(&mut exchange.request.url);
            let findings = judge.judge(&exchange).findings.into_iter();
            findings.map(|finding| finding.rule).collect::<Vec<_>>()
        };
        let named = Judge::default().hosts(["platform.kore.ai".parse().unwrap()]);
        for url in ["http://a b/", "/relative", ""] {
            assert_eq!(rules(&named, url), [], "{url}");
            assert_eq!(rules(&Judge::default(), url), [Rule::UrlMalformed], "{url}");
        }
        for url in ["https://https://Platform.kore.ai/x", "platform.kore.ai/agentassist"] {
            assert_eq!(rules(&named, url), [Rule::UrlMalformed], "{url}");
        }
    }

    #[test]
    fn a_path_beside_those_of_the_document_is_not_passed_over_silently() {
        let named = Judge::default().hosts(["platform.kore.ai".parse().unwrap()]);
        let judged = |judge: &Judge, path: &str| {
            let mut exchange = page();
            exchange.request.url = format!("https://platform.kore.ai{path}");
            let Verdict { subject, findings, .. } = judge.judge(&exchange);
            let severities: Vec<_> = findings.iter().map(|finding| finding.severity).collect();
            (matches!(subject, Subject::Foreign), severities)
        };
        let doubled = "//agentassist/api/v1/public/st-1/contacts";
        let within = "/agentassist//api/v1/public/st-1/contacts";
        for judge in [&named, &Judge::default()] {
            assert_eq!(judged(judge, doubled), (false, vec![Severity::Error]));
            assert_eq!(judged(judge, within), (false, vec![Severity::Error]));
            assert_eq!(judged(judge, "//other"), (true, vec![]));
        }
        for path in ["/agentassist/api/v2/public/st-1/contacts", "/gw/agentassist/api/v1/public"] {
            assert_eq!(judged(&named, path), (true, vec![Severity::Info]), "{path}");
            assert_eq!(judged(&Judge::default(), path), (true, vec![]), "{path}");
        }
        let below = named.base_path("/gw");
        let path = "/agentassist/api/v1/public/st-1/contacts";
        assert_eq!(judged(&below, path), (true, vec![Severity::Info]));
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
