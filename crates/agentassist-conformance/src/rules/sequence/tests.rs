//! Exchanges whose times are known.

use std::time::{Duration, SystemTime};

use crate::exchange::{Source, SourceKind};
use crate::{Certainty, Exchange, Judge, Report, Rule, Severity};

/// An exchange that began so many milliseconds after the first and took so long.
fn timed(exchange: &Exchange, began: u64, took: u64) -> Exchange {
    let started = SystemTime::UNIX_EPOCH + Duration::from_secs(1 << 30);
    let [began, took] = [began, took].map(Duration::from_millis);
    let source = Source::new(SourceKind::Recorded).timed(started + began, took);
    Exchange { source: Some(source), ..exchange.clone() }
}

/// The report on exchanges of one file; one that gathers written verdicts is the same.
fn report<'a>(exchanges: impl IntoIterator<Item = &'a Exchange>) -> Report {
    let (mut report, mut gathered) = (Report::default(), Report::default());
    for (index, exchange) in exchanges.into_iter().enumerate() {
        let verdict = Judge::default().judge(exchange);
        let written = serde_json::to_string(&verdict).unwrap();
        report.add("a", index + 1, verdict);
        gathered.add("a", index + 1, serde_json::from_str(&written).unwrap());
    }
    report.end_file();
    gathered.end_file();
    let [one, other] = [&report, &gathered].map(|it| serde_json::to_string(it).unwrap());
    assert_eq!(one, other);
    report
}

/// What is found, where, and how certain it is.
fn found(report: &Report) -> Vec<(Rule, usize, Certainty)> {
    let findings = report.findings.iter();
    findings.map(|it| (it.finding.rule, it.exchange, it.finding.certainty)).collect()
}

fn failing(rule: Rule) -> [Exchange; 2] {
    rule.explanation().example.failing().try_into().unwrap()
}

#[test]
fn only_what_was_over_before_proves_anything() {
    for rule in [
        Rule::ContactListDeletedTwice,
        Rule::ContactOnTwoPages,
        Rule::DeletedContactListed,
        Rule::UpdateLost,
        Rule::UpdatedAtWentBack,
    ] {
        let [first, second] = failing(rule);
        for (took, began, certainty) in [
            (98, 100, Certainty::Proved),
            (99, 100, Certainty::Possible),
            (100, 100, Certainty::Possible),
            (100, 5_000, Certainty::Proved),
            (500, 100, Certainty::Possible),
            (101, 100, Certainty::Possible),
        ] {
            let exchanges = [timed(&first, 0, took), timed(&second, began, 50)];
            let report = report(&exchanges);
            let of_rule = found(&report).into_iter().find(|it| it.0 == rule);
            assert_eq!(of_rule, Some((rule, 2, certainty)), "{took} {began}");
            let is_error = report.findings.iter().any(|it| it.finding.severity == Severity::Error);
            assert!(!is_error || certainty == Certainty::Proved, "{rule}");
        }
    }
}

#[test]
fn exchanges_are_taken_in_the_order_in_which_they_began() {
    let [deletion, page] = failing(Rule::DeletedContactListed);
    let expected = |exchange, certainty| [(Rule::DeletedContactListed, exchange, certainty)];
    let late = [timed(&page, 5_000, 50), timed(&deletion, 0, 50)];
    assert_eq!(found(&report(&late)), expected(1, Certainty::Proved));
    let early = [timed(&deletion, 5_000, 50), timed(&page, 0, 50)];
    assert_eq!(found(&report(&early)), []);
    // One without times stays where it stands.
    let between = [timed(&deletion, 0, 50), page.clone(), timed(&page, 100, 50)];
    assert_eq!(found(&report(&between)).len(), 2);
}

#[test]
fn findings_stand_in_the_order_of_the_file() {
    let [deletion, page] = failing(Rule::DeletedContactListed);
    let mut page = page;
    page.response.body = {
        let mut body = page.response.body.json().unwrap().clone();
        body["hasMore"] = serde_json::json!(false);
        crate::exchange::Body::Json(body)
    };
    let exchanges = [timed(&page, 200, 50), timed(&page, 100, 50), timed(&deletion, 0, 50)];
    let report = report(&exchanges);
    let order: Vec<_> = found(&report).iter().map(|it| (it.1, it.0)).collect();
    let of_page = |number| [(number, Rule::HasMoreWrong), (number, Rule::DeletedContactListed)];
    assert_eq!(order, [of_page(1), of_page(2)].concat());
    assert!(report.findings.iter().all(|it| it.reproduction.is_some()));
}

#[test]
fn what_comes_too_late_to_be_put_in_order_proves_nothing() {
    let [deletion, page] = failing(Rule::DeletedContactListed);
    let other = Rule::ContactListDeletedTwice.explanation().example.passing().remove(0);
    let mut exchanges = vec![timed(&deletion, 1_000_000, 50)];
    exchanges.extend((0..300).map(|number| {
        let mut other = other.clone();
        other.request.url = other.request.url.replace("cl-", &format!("cl-{number}-"));
        timed(&other, 1_000_001 + number, 0)
    }));
    exchanges.push(timed(&page, 0, 50));
    let report = report(&exchanges);
    let listed = found(&report).into_iter().find(|it| it.0 == Rule::DeletedContactListed);
    assert_eq!(listed, Some((Rule::DeletedContactListed, 302, Certainty::Possible)));
}

#[test]
fn a_long_recording_with_times_says_what_one_without_says() {
    let pages = Rule::CreatedAtChanged.explanation().example.failing();
    let exchanges: Vec<_> = (0..1_000).map(|number| pages[number % 2].clone()).collect();
    let times = |number: usize| u64::try_from(number).unwrap() * 10;
    let with_times: Vec<_> =
        exchanges.iter().enumerate().map(|(index, it)| timed(it, times(index), 5)).collect();
    assert_eq!(found(&report(&with_times)), found(&report(&exchanges)));
    // Written in the order in which they were over, as recorders do.
    let mut turned = with_times.clone();
    turned.chunks_mut(7).for_each(<[_]>::reverse);
    assert_eq!(report(&turned).summary, report(&with_times).summary);
}

#[test]
fn a_write_that_is_under_way_when_a_listing_begins_may_move_its_contacts() {
    let [one, other] = failing(Rule::ContactOnTwoPages);
    let deletion = Rule::DeletedContactActive.explanation().example.passing().remove(0);
    let certainty = |took| {
        let exchanges = [timed(&deletion, 0, took), timed(&one, 100, 5), timed(&other, 200, 5)];
        let report = report(&exchanges);
        let of_rule = found(&report).into_iter().find(|it| it.0 == Rule::ContactOnTwoPages);
        of_rule.unwrap().2
    };
    assert_eq!(certainty(50), Certainty::Proved);
    assert_eq!(certainty(500), Certainty::Possible);
}

#[test]
fn a_page_that_overlaps_an_update_does_not_hide_a_later_one() {
    let [update, page] = failing(Rule::UpdateLost);
    let exchanges = [timed(&update, 0, 800), timed(&page, 100, 50), timed(&page, 2_000, 50)];
    let lost: Vec<_> =
        found(&report(&exchanges)).into_iter().filter(|it| it.0 == Rule::UpdateLost).collect();
    let expected = [(2, Certainty::Possible), (3, Certainty::Proved)];
    assert_eq!(lost, expected.map(|(exchange, certainty)| (Rule::UpdateLost, exchange, certainty)));
}
