//! Rules on what one answer says, beside what was asked.
//!
//! They look only at answers with a status of success and a JSON body, and take a value into
//! account only where it has the type that the document gives it: the rest breaks the schema, and
//! is reported as that.
//!
//! A sample of the documentation can be trimmed or masked by its author. What such a sample cannot
//! satisfy ([`Rule::needs_everything`], [`Rule::needs_whole_ids`]) is not asked of it, but counted
//! as withheld.

mod bulk;
mod contact;
mod identity;
mod page;

use std::fmt;

use serde_json::Value;
use url::Url;

use super::Rule;
use super::set::RuleSet;
use crate::document::Operation;
use crate::exchange::{Exchange, Source};
use crate::finding::Finding;

/// An exchange that calls an operation.
pub(crate) struct Call<'a> {
    pub(crate) operation: &'static Operation,
    pub(crate) parameters: &'a [(&'static str, String)],
    pub(crate) url: &'a Url,
    pub(crate) exchange: &'a Exchange,
}

impl Call<'_> {
    /// The value of a path parameter.
    pub(crate) fn path(&self, name: &str) -> Option<&str> {
        let parameter = self.parameters.iter().find(|(known, _)| *known == name);
        parameter.map(|(_, value)| &**value)
    }

    /// The value of a query parameter that stands there once and is a whole number.
    pub(crate) fn query_number(&self, name: &str) -> Option<u64> {
        let mut values = self.url.query_pairs().filter(|(known, _)| known == name);
        let value = values.next()?.1.parse().ok()?;
        values.next().is_none().then_some(value)
    }

    /// A header of the request.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.exchange.request.headers.get(name)
    }

    /// The body of an answer with a status of success, if it is JSON.
    pub(crate) fn success(&self) -> Option<&Value> {
        let answered = &self.exchange.response;
        (200..300).contains(&answered.status).then(|| answered.body.json()).flatten()
    }
}

/// The rules that were asked of one exchange, and what came of it.
pub(crate) struct Checks<'a> {
    source: Option<&'a Source>,
    /// What is broken.
    pub(crate) findings: Vec<Finding>,
    /// The rules that had something to look at.
    pub(crate) applied: RuleSet,
    /// The rules that were not asked, since the sample cannot satisfy them.
    pub(crate) withheld: RuleSet,
}

impl<'a> Checks<'a> {
    /// No rule was asked yet.
    pub(crate) fn of(exchange: &'a Exchange) -> Self {
        Self {
            source: exchange.source.as_ref(),
            findings: Vec::new(),
            applied: RuleSet::default(),
            withheld: RuleSet::default(),
        }
    }

    /// Asks one rule: adds a finding unless it holds, or is not asked of such a sample.
    ///
    /// The document's part is named below `/components/`. Places are put into words only for what
    /// is broken: most rules hold most of the time.
    pub(crate) fn ask(
        &mut self,
        rule: Rule,
        holds: bool,
        pointer: fmt::Arguments<'_>,
        document: fmt::Arguments<'_>,
        message: impl FnOnce() -> String,
    ) {
        let is = |mark: fn(&Source) -> bool| self.source.is_some_and(mark);
        if (rule.needs_everything() && is(|source| source.trimmed))
            || (rule.needs_whole_ids() && is(|source| source.masked))
        {
            self.withheld.insert(rule);
            return;
        }
        self.applied.insert(rule);
        if !holds {
            let finding = Finding::new(rule, pointer.to_string(), message());
            let document = format!("/components/{document}");
            self.findings.push(finding.against(document, rule.evidence()));
        }
    }
}

/// Asks every rule on one answer.
pub(crate) fn check(call: &Call<'_>, checks: &mut Checks<'_>) {
    identity::request(call, checks);
    let Some(body) = call.success() else { return };
    identity::answer(call, body, checks);
    match call.operation.id {
        "listContacts" => page::check(call, body, checks),
        "updateContact" => {
            contact::check(call, body, format_args!("/response/body"), checks);
            contact::update(call, body, checks);
        }
        "deleteContact" => {
            contact::check(call, body, format_args!("/response/body"), checks);
            contact::deletion(body, checks);
        }
        "bulkDeleteContacts" => bulk::check(call, body, checks),
        "deleteContactList" => {
            if let Some(list) = body.get("data") {
                contact::times(list, format_args!("/response/body/data"), "ContactList", checks);
            }
        }
        _ => {}
    }
}
