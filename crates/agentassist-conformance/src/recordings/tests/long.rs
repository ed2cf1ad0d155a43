//! Exchanges that hold very much: judged like any other, with bounded memory.

use std::num::NonZeroUsize;

use serde_json::{Value, json};

use super::super::{Pieces, judge, long};
use crate::streaming::tests::{agreement::validators, bodies};
use crate::values::MANY;
use crate::{Exchange, Judge, Report, Rule};

/// Contacts that hold more values than a tree is made of.
const CONTACTS: usize = MANY / 10;

/// The page of an example, with other contacts.
fn page(results: &str) -> String {
    let page = Rule::PageTooLong.explanation().example.passing().remove(0);
    let mut page = serde_json::to_value(page).unwrap();
    page["response"]["body"]["results"] = json!("RESULTS");
    page.to_string().replace("\"RESULTS\"", results)
}

fn contact() -> Value {
    let page = Rule::PageTooLong.explanation().example.passing().remove(0);
    page.response.body.json().unwrap()["results"][0].clone()
}

/// The report on a recording; one that gathers verdicts which were written and read is the same.
fn report(text: &[u8]) -> Report {
    let (mut report, mut gathered) = (Report::default(), Report::default());
    judge(Pieces::new(text), &Judge::default(), NonZeroUsize::MIN, |number, verdict| {
        let written = serde_json::to_string(&verdict).unwrap();
        report.add("a", number, verdict);
        gathered.add("a", number, serde_json::from_str(&written).unwrap());
    })
    .unwrap();
    let [one, other] = [&report, &gathered].map(|it| serde_json::to_string(it).unwrap());
    assert!(one == other, "{:?} and {:?}", report.summary, gathered.summary);
    report
}

/// What the judge says of a text without any short way, and what it says of its tree.
fn verdicts(text: &str) -> [String; 2] {
    let judge = Judge::default();
    let by_tree = judge.judge(&serde_json::from_str::<Exchange>(text).unwrap());
    let by_text = long::judge(&judge, text).unwrap();
    [by_text, by_tree].map(|verdict| serde_json::to_string(&verdict).unwrap())
}

#[test]
fn every_broken_part_is_counted_and_a_hundred_of_each_kind_are_listed() {
    let empty = vec!["{}"; 3_000].join(",");
    let list = page(&format!("[{empty}]"));
    let har = |text: &str| {
        let exchange: Value = serde_json::from_str(text).unwrap();
        let headers = |message: &str| {
            let headers = exchange[message]["headers"].as_object().unwrap().iter();
            headers.map(|(name, value)| json!({"name": name, "value": value})).collect::<Vec<_>>()
        };
        let text = exchange["response"]["body"].to_string();
        json!({"log": {"entries": [{
            "request": {"method": "GET", "url": exchange["request"]["url"],
                        "headers": headers("request")},
            "response": {"status": 200, "headers": headers("response"),
                         "content": {"text": text}},
        }]}})
    };
    let har = har(&list).to_string();
    for text in [&list, &format!("[{list}]"), &format!("{list}\n{list}"), &har] {
        let exchanges = if text.contains('\n') { 2 } else { 1 };
        let report = report(text.as_bytes());
        let required = 15;
        let of_schema = report.findings.iter().filter(|it| it.finding.rule == Rule::BodySchema);
        assert_eq!(of_schema.count(), required * 100);
        // Beside them, the page is too long, and its last contact beyond the total.
        let others = 2 * exchanges;
        assert_eq!(report.summary.errors, required * 3_000 * exchanges + others);
        let unlisted = required * (3_000 * exchanges - 100);
        assert_eq!(report.summary.unlisted, unlisted);
        let text = crate::report::pretty(&report, &crate::report::Style::default());
        let more = 3_000 * exchanges - 1;
        let line = format!("the property `id` is missing (and {more} more like it)");
        assert!(text.contains(&line), "{text}");
    }
}

#[test]
fn properties_that_nobody_knows_are_counted_and_some_are_listed() {
    let mut contact = contact();
    for number in 0..5_000 {
        contact[format!("p{number}")] = json!(1);
    }
    let report = report(page(&format!("[{contact}]")).as_bytes());
    assert_eq!(report.summary.infos, 5_000);
    let of_rule = |it: &&crate::report::Located| it.finding.rule == Rule::PropertyUndocumented;
    assert_eq!(report.findings.iter().filter(of_rule).count(), 1_000);
}

#[test]
fn what_a_text_says_is_what_its_tree_does() {
    for validator in validators() {
        for seed in 0..300 {
            let body = bodies::body(validator.pointer(), seed);
            let text = page("[]").replace("\"results\":[]", "\"results\":BODY");
            let text = text.replacen("BODY", &body, 1);
            if serde_json::from_str::<Exchange>(&text).is_ok() {
                let [by_text, by_tree] = verdicts(&text);
                assert_eq!(by_text, by_tree, "{text}");
            }
        }
    }
    for body in ["null", r#"{"text":"x"}"#, r#"{"json":{"results":1}}"#, r#"{"json":1,"a":2}"#] {
        let text = page("[]");
        let start = text.find("\"body\":").unwrap() + "\"body\":".len();
        let [by_text, by_tree] = verdicts(&format!("{}{body}}}}}", &text[..start]));
        assert_eq!(by_text, by_tree, "{body}");
    }
}

#[test]
fn of_a_body_that_holds_very_much_the_schema_is_asked_and_its_meaning_is_not() {
    let contact = contact();
    let mut contacts = vec![contact.to_string(); CONTACTS];
    contacts[CONTACTS / 2] = contact.to_string().replace("\"Ada\"", "7");
    let text = page(&format!("[{}]", contacts.join(",")));
    let [by_text, by_tree] = verdicts(&text);
    assert_eq!(by_text, by_tree);
    let mut wrapped: Value = serde_json::from_str(&text).unwrap();
    let body = wrapped["response"]["body"].take();
    wrapped["response"]["body"] = json!({"json": body});
    for text in [text, wrapped.to_string()] {
        let report = report(text.as_bytes());
        let [finding] = &*report.findings else { panic!("{:?}", report.summary) };
        let pointer = format!("/response/body/results/{}/firstName", CONTACTS / 2);
        assert_eq!(finding.finding.pointer, pointer);
        for rule in [Rule::PageTooLong, Rule::ContactRepeated, Rule::DeletedContactListed] {
            assert_eq!(report.withheld.get(&rule), Some(&1), "{rule}");
        }
        assert!(!report.withheld.contains_key(&Rule::BodySchema));
        assert!(report.coverage.share(crate::coverage::Kind::Property).seen > 15);
    }
}

#[test]
fn a_body_that_holds_very_much_and_conforms_is_asked_for_its_meaning_too() {
    let contact = contact();
    let contacts = vec![contact.to_string(); CONTACTS].join(",");
    let text = page(&format!("[{contacts}]"));
    let [by_text, by_tree] = verdicts(&text);
    assert_eq!(by_text, by_tree);
    let report = report(text.as_bytes());
    let rules = report.findings.iter().map(|it| it.finding.rule).collect::<Vec<_>>();
    assert!(rules.contains(&Rule::ContactRepeated) && rules.contains(&Rule::PageTooLong));
    assert_eq!(report.withheld.len(), 0);
    assert_eq!(report.summary.errors, CONTACTS + 1);
}

#[test]
fn after_a_million_findings_in_an_exchange_no_more_are_looked_for() {
    let empty = vec!["{}"; 70_000].join(",");
    let report = report(page(&format!("[{empty}]")).as_bytes());
    let found = report.summary.errors;
    assert!((1_000_000..1_000_100).contains(&found), "{found}");
    let message = "there may be more: 1000000 findings are looked for in an exchange";
    assert!(report.findings.iter().any(|it| it.finding.message == message));
}
