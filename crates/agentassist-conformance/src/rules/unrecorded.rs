//! What a recording left out is not held against the exchange, and neither is what is too long.
//!
//! A HAR file without the bodies, or a recording of chosen headers only, proves nothing by what
//! it lacks. The rules that would have looked at it are withheld, and counted as such; all others
//! are asked. Of a body that holds very much and does not conform, every part is held against its
//! schema, but nothing is kept that rules on its meaning could look at.

use super::Rule;
use super::set::RuleSet;
use crate::call::Call;
use crate::document::Place;
use crate::exchange::MessagePart;
use crate::findings::Findings;

/// What is found by the absence of something.
const BY_ABSENCE: &[Rule] = &[
    Rule::HeaderMissing,
    Rule::AuthMissing,
    Rule::RequestContentType,
    Rule::RequestBodyMissing,
    Rule::ContentTypeMissing,
    Rule::BodyMissing,
];

/// What is asked of every body.
const OF_BODIES: &[Rule] = &[
    Rule::BodyMalformed,
    Rule::PropertyRepeated,
    Rule::BodySchema,
    Rule::BodyFormat,
    Rule::IntegerRange,
    Rule::EnumUnknown,
    Rule::PropertyUndocumented,
];

/// What is asked of every contact.
const OF_CONTACTS: &[Rule] = &[
    Rule::AccountDiffers,
    Rule::InstanceBotDiffers,
    Rule::UpdatedBeforeCreated,
    Rule::FullNameDiffers,
    Rule::CountryCodeNotJoined,
    Rule::UpdatedAtWentBack,
    Rule::CreatedAtChanged,
];

/// The rules that could not look at what they look at, as it was not recorded.
pub(crate) fn withheld(call: &Call<'_>) -> RuleSet {
    let mut rules = RuleSet::default();
    if call.sent.is_long {
        of_what_is_sent(call, &mut rules);
    }
    if call.answered.is_long {
        of_what_is_answered(call, &mut rules);
    }
    // Most recordings hold everything.
    if call.source.is_none_or(|source| source.unrecorded.is_empty()) {
        return rules;
    }
    // Nothing is asked of a request that was refused.
    if !(400..500).contains(&call.status) {
        if call.lacks(MessagePart::RequestHeaders) {
            of_request_headers(call, &mut rules);
        }
        if call.lacks(MessagePart::RequestBody) && call.sent.content.is_absent() {
            of_request_body(call, &mut rules);
        }
    }
    let has_type = call.answered.headers.get("content-type").is_some();
    if call.lacks(MessagePart::ResponseHeaders) && !has_type {
        add(&[Rule::ContentTypeMissing, Rule::ContentTypeUndocumented], &mut rules);
        rules.insert(Rule::CharsetWrong);
    }
    if call.lacks(MessagePart::ResponseBody) && call.answered.content.is_absent() {
        of_response_body(call, &mut rules);
    }
    rules
}

/// Takes away what was found by the absence of something that was not recorded.
pub(crate) fn excuse(findings: &mut Findings, withheld: RuleSet) {
    let is_excused = |rule| BY_ABSENCE.contains(&rule) && withheld.contains(rule);
    findings.retain(|finding| !is_excused(finding.rule));
}

fn of_request_headers(call: &Call<'_>, rules: &mut RuleSet) {
    let operation = call.operation;
    let sent = call.sent.headers;
    let is_missing = |name: &str| sent.all(name).all(|value| value.trim().is_empty());
    let mut headers = operation.parameters.iter().filter(|known| known.place == Place::Header);
    add(&[Rule::HeaderUndocumented, Rule::ParameterRepeated], rules);
    if headers.any(|known| known.required && sent.get(known.name).is_none()) {
        rules.insert(Rule::HeaderMissing);
    }
    if operation.security.iter().any(|name| is_missing(name)) {
        add(&[Rule::AuthMissing, Rule::AuthNotBare], rules);
    }
    if operation.request_content_type.is_some() && sent.get("content-type").is_none() {
        add(&[Rule::RequestContentType, Rule::CharsetWrong], rules);
    }
    if sent.get("accountId").is_none() && call.success().is_some() {
        rules.insert(Rule::AccountDiffers);
    }
    if sent.get("iid").is_none() && call.path("iId").is_some() {
        rules.insert(Rule::AppIdDiffers);
    }
}

fn of_request_body(call: &Call<'_>, rules: &mut RuleSet) {
    match &call.operation.request_body {
        None => rules.insert(Rule::RequestBodyUndocumented),
        Some(described) => {
            add(OF_BODIES, rules);
            if described.required {
                rules.insert(Rule::RequestBodyMissing);
            }
        }
    }
    of_what_is_sent(call, rules);
}

/// The rules that look at what a request means.
fn of_what_is_sent(call: &Call<'_>, rules: &mut RuleSet) {
    match call.operation.id {
        _ if !call.is_success() => {}
        "updateContact" => rules.insert(Rule::UpdateNotShown),
        "bulkDeleteContacts" => add(&[Rule::BulkTotalWrong, Rule::BulkIdUnaccounted], rules),
        _ => {}
    }
}

fn of_response_body(call: &Call<'_>, rules: &mut RuleSet) {
    let described = call.documented.and_then(|response| response.body.as_ref());
    if described.is_some() {
        rules.insert(Rule::BodyMissing);
        add(OF_BODIES, rules);
    }
    of_what_is_answered(call, rules);
}

/// The rules that look at what an answer means.
fn of_what_is_answered(call: &Call<'_>, rules: &mut RuleSet) {
    if !call.is_success() {
        return;
    }
    rules.insert(Rule::SuccessSaysFailure);
    match call.operation.id {
        "listContacts" => {
            add(OF_CONTACTS, rules);
            add(
                &[
                    Rule::PageTooLong,
                    Rule::PageTooShort,
                    Rule::HasMoreWrong,
                    Rule::TotalPagesWrong,
                    Rule::TotalResultsTooSmall,
                    Rule::SkipNotEchoed,
                    Rule::LimitAboveAsked,
                    Rule::ContactRepeated,
                    Rule::ContactOnTwoPages,
                    Rule::PageGap,
                    Rule::DeletedContactListed,
                    Rule::UpdateLost,
                ],
                rules,
            );
        }
        "updateContact" => {
            add(OF_CONTACTS, rules);
            add(&[Rule::IdDiffers, Rule::UpdateNotShown, Rule::UpdateLost], rules);
        }
        "deleteContact" => {
            add(OF_CONTACTS, rules);
            add(&[Rule::IdDiffers, Rule::DeletedContactActive, Rule::UpdateLost], rules);
        }
        "bulkDeleteContacts" => add(
            &[
                Rule::BulkCountsDisagree,
                Rule::BulkListsDisagree,
                Rule::BulkTotalWrong,
                Rule::BulkIdUnaccounted,
            ],
            rules,
        ),
        "deleteContactList" => add(
            &[
                Rule::AccountDiffers,
                Rule::IdDiffers,
                Rule::ListAppDiffers,
                Rule::LowerNameDiffers,
                Rule::UpdatedBeforeCreated,
                Rule::ContactListDeletedTwice,
            ],
            rules,
        ),
        _ => {}
    }
}

fn add(rules: &[Rule], set: &mut RuleSet) {
    for rule in rules {
        set.insert(*rule);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::exchange::{Body, Headers, Source, SourceKind};
    use crate::{Exchange, Judge, Report, Severity};

    const PARTS: [MessagePart; 4] = [
        MessagePart::RequestHeaders,
        MessagePart::RequestBody,
        MessagePart::ResponseHeaders,
        MessagePart::ResponseBody,
    ];

    /// An exchange from which somebody left a part out.
    fn without(part: MessagePart, mut exchange: Exchange) -> Exchange {
        match part {
            MessagePart::RequestHeaders => exchange.request.headers = Headers::default(),
            MessagePart::RequestBody => exchange.request.body = Body::Absent,
            MessagePart::ResponseHeaders => exchange.response.headers = Headers::default(),
            MessagePart::ResponseBody => exchange.response.body = Body::Absent,
        }
        exchange.source = Some(Source::new(SourceKind::Har).without([part]));
        exchange
    }

    fn report(exchanges: &[Exchange]) -> Report {
        let mut report = Report::default();
        for (index, exchange) in exchanges.iter().enumerate() {
            report.add("a", index + 1, Judge::default().judge(exchange));
        }
        report
    }

    fn rules(report: &Report) -> BTreeSet<Rule> {
        report.findings.iter().map(|located| located.finding.rule).collect()
    }

    #[test]
    fn nothing_is_found_in_what_was_left_out() {
        for rule in Rule::ALL {
            for part in PARTS {
                let passing = rule.explanation().example.passing();
                let passing: Vec<_> = passing.into_iter().map(|it| without(part, it)).collect();
                assert_eq!(rules(&report(&passing)), BTreeSet::new(), "{rule} without {part:?}");
            }
        }
    }

    #[test]
    fn a_rule_that_finds_nothing_any_more_is_said_to_be_withheld() {
        for rule in Rule::ALL {
            let failing = rule.explanation().example.failing();
            // What is found only because something is not there is another matter.
            let whole = rules(&report(&failing));
            for part in PARTS {
                let cut: Vec<_> = failing.iter().cloned().map(|it| without(part, it)).collect();
                let cut = report(&cut);
                for broken in &whole {
                    let is_known =
                        rules(&cut).contains(broken) || cut.withheld.contains_key(broken);
                    assert!(
                        is_known,
                        "{broken} is lost without {part:?}, in the example of {rule}"
                    );
                }
                assert!(rules(&cut).is_subset(&whole), "{rule} without {part:?}");
            }
        }
    }

    #[test]
    fn callers_that_cannot_be_told_apart_prove_nothing() {
        let failing = Rule::DeletedContactListed.explanation().example.failing();
        let cut: Vec<_> =
            failing.into_iter().map(|it| without(MessagePart::RequestHeaders, it)).collect();
        let found = report(&cut).findings;
        assert!(!found.is_empty() && found.iter().all(|it| it.finding.severity > Severity::Error));
    }
}
