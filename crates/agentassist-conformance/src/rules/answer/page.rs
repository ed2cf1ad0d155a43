//! Rules on a page of contacts.

use std::collections::BTreeSet;

use super::contact::Meant;
use super::{Checks, contact};
use crate::call::Call;
use crate::generated::validators::said::{Contact, ContactPage};
use crate::rules::Rule;

const BODY: &str = "/response/body";

/// Asks the rules on a page, and on each contact of it.
pub(super) fn check(call: &Call<'_>, page: &ContactPage<'_>, checks: &mut Checks<'_>) {
    let echo = Echo { skip: page.skip, limit: page.limit };
    echo.check(call, checks);
    let Some(contacts) = &page.results else { return };
    let meant = Meant::by(call);
    for (index, item) in contacts.iter().enumerate() {
        contact::check(meant, item, format_args!("{BODY}/results/{index}"), checks);
    }
    repeated(contacts, checks);
    // A limit of zero, which means "no limit" to many servers, says nothing about a page.
    let Some(limit) = echo.limit.filter(|limit| *limit > 0) else { return };
    let count = contacts.len() as u64;
    checks.ask(
        Rule::PageTooLong,
        count <= limit,
        format_args!("{BODY}/results"),
        format_args!("schemas/ContactPage/properties/limit"),
        || format!("{count} contacts on a page whose limit is {limit}"),
    );
    let Some(total) = page.total_results else { return };
    if let Some(pages) = page.total_pages {
        let expected = total.div_ceil(limit);
        checks.ask(
            Rule::TotalPagesWrong,
            // Nothing stands on no page, or on one that is empty.
            pages == expected || (total == 0 && pages <= 1),
            format_args!("{BODY}/totalPages"),
            format_args!("schemas/ContactPage/properties/totalPages"),
            || format!("{pages} where {total} contacts with the limit {limit} make {expected}"),
        );
    }
    let Some(skip) = echo.skip else { return };
    let window = Window { skip, limit, count, total };
    window.check(page.has_more, checks);
}

/// What a page says of the question it answers.
struct Echo {
    skip: Option<u64>,
    limit: Option<u64>,
}

impl Echo {
    fn check(&self, call: &Call<'_>, checks: &mut Checks<'_>) {
        if let (Some(asked), Some(skip)) = (call.query_number("skip"), self.skip) {
            checks.ask(
                Rule::SkipNotEchoed,
                skip == asked,
                format_args!("{BODY}/skip"),
                format_args!("schemas/ContactPage/properties/skip"),
                || format!("{skip} where {asked} was asked for"),
            );
        }
        if let (Some(asked), Some(limit)) = (call.query_number("limit"), self.limit) {
            checks.ask(
                Rule::LimitAboveAsked,
                // A server may honour less than it is asked for.
                limit <= asked,
                format_args!("{BODY}/limit"),
                format_args!("schemas/ContactPage/properties/limit"),
                || format!("{limit} where {asked} was asked for"),
            );
        }
    }
}

/// The part of all contacts that a page shows.
struct Window {
    skip: u64,
    limit: u64,
    count: u64,
    total: u64,
}

impl Window {
    fn check(&self, has_more: Option<bool>, checks: &mut Checks<'_>) {
        let &Self { skip, limit, count, total } = self;
        let end = skip.saturating_add(count);
        checks.ask(
            Rule::TotalResultsTooSmall,
            count == 0 || end <= total,
            format_args!("{BODY}/totalResults"),
            format_args!("schemas/ContactPage/properties/totalResults"),
            || format!("{total}, though the page goes up to contact {end}"),
        );
        let belongs_here = limit.min(total.saturating_sub(skip));
        checks.ask(
            Rule::PageTooShort,
            count >= belongs_here,
            format_args!("{BODY}/results"),
            format_args!("schemas/ContactPage/properties/results"),
            || format!("{count} contacts where {belongs_here} of {total} belong on the page"),
        );
        if let Some(has_more) = has_more {
            let by_window = skip.saturating_add(limit) < total;
            let by_count = end < total;
            checks.ask(
                Rule::HasMoreWrong,
                // On a page that is too short the two differ; either is an honest answer.
                has_more == by_window || has_more == by_count,
                format_args!("{BODY}/hasMore"),
                format_args!("schemas/ContactPage/properties/hasMore"),
                || format!("{has_more}, though the page goes up to contact {end} of {total}"),
            );
        }
    }
}

fn repeated(contacts: &[Contact<'_>], checks: &mut Checks<'_>) {
    let mut seen = BTreeSet::new();
    for (index, contact) in contacts.iter().enumerate() {
        let Some(id) = contact.id.as_deref() else { continue };
        checks.ask(
            Rule::ContactRepeated,
            seen.insert(id),
            format_args!("{BODY}/results/{index}/id"),
            format_args!("schemas/Contact/properties/id"),
            || "the contact stands on this page twice".to_owned(),
        );
    }
}
