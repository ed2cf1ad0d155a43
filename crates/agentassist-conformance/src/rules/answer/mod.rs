//! Rules on what one answer says, beside what was asked.
//!
//! They look only at answers with a status of success and a JSON body, and there at what is kept
//! of it ([`Said`]): a value that has the type that the document gives it. The rest breaks the
//! schema, and is reported as that.
//!
//! A sample of the documentation can be trimmed or masked by its author. What such a sample cannot
//! satisfy ([`Rule::needs_everything`], [`Rule::needs_whole_ids`]) is not asked of it, but counted
//! as withheld.

mod bulk;
mod contact;
mod identity;
mod page;

use std::fmt;

use self::contact::Meant;
use super::Rule;
use super::set::RuleSet;
use crate::call::Call;
use crate::document::Evidence;
use crate::exchange::Source;
use crate::finding::Finding;
use crate::findings::Findings;
use crate::generated::validators::Said;

/// The rules that were asked of one exchange, and what came of it.
pub(crate) struct Checks<'a> {
    source: Option<&'a Source>,
    /// What is broken.
    pub(crate) findings: Findings,
    /// The rules that had something to look at.
    pub(crate) applied: RuleSet,
    /// The rules that were not asked, since the sample cannot satisfy them.
    pub(crate) withheld: RuleSet,
}

impl<'a> Checks<'a> {
    /// No rule was asked yet; something may be broken already.
    pub(crate) fn of(call: &Call<'a>, findings: Findings) -> Self {
        Self {
            source: call.source,
            findings,
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
        self.ask_against(rule, || rule.evidence(), holds, pointer, document, message);
    }

    /// Asks one rule that looks at something which is known less well than the rule.
    pub(crate) fn ask_against(
        &mut self,
        rule: Rule,
        evidence: impl FnOnce() -> Evidence,
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
            self.findings.push(finding.against(document, evidence()));
        }
    }
}

/// Asks every rule on one answer.
pub(crate) fn check(call: &Call<'_>, checks: &mut Checks<'_>) {
    const BODY: fmt::Arguments<'_> = format_args!("/response/body");

    identity::request(call, checks);
    let Some(said) = call.success() else { return };
    identity::answer(call, said, checks);
    match said {
        Said::ContactPage(page) => page::check(call, page, checks),
        Said::Contact(contact) => {
            contact::check(Meant::by(call), contact, BODY, checks);
            match &call.sent.said {
                Said::ContactUpdate(sent) => contact::update(sent, contact, checks),
                _ if call.operation.id == "deleteContact" => contact::deletion(contact, checks),
                _ => {}
            }
        }
        Said::BulkDeleteResult(result) => bulk::check(call, result, checks),
        Said::ContactListDeletion(deletion) => {
            let list = &deletion.data;
            let times = (list.created_at, list.updated_at);
            contact::times(times, format_args!("{BODY}/data"), "ContactList", checks);
        }
        Said::BulkDeleteRequest(_) | Said::ContactUpdate(_) | Said::Nothing => {}
    }
}
