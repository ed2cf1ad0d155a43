//! One odd entry of a HAR file is no reason to give up the others.

use std::num::NonZeroUsize;

use serde_json::{Value, json};

use super::super::{Pieces, judge};
use crate::{Judge, Report, Rule};

const PATH: &str = "/agentassist/api/v1/public/st-1/contacts";

fn entry(method: &Value, url: &str, response: &Value) -> Value {
    json!({"request": {"method": method, "url": url}, "response": response})
}

/// The report on a HAR file of these entries.
fn report(entries: &[Value]) -> Report {
    let mut report = Report::default();
    let har = json!({"log": {"entries": entries}}).to_string();
    let (threads, judging) = (NonZeroUsize::MIN, Judge::default());
    judge(Pieces::new(har.as_bytes()), &judging, threads, |number, verdict| {
        report.add("a", number, verdict);
    })
    .unwrap();
    report
}

#[test]
fn an_entry_of_another_api_may_be_anything() {
    let get = json!("GET");
    let other = "https://cdn.example/x.js";
    let missing = json!({"status": 418});
    let mut entries = vec![
        entry(&get, other, &json!({"status": 200, "headers": [{"name": "x", "value": null}]})),
        entry(&json!(null), other, &json!({"status": 200})),
        entry(&json!([]), other, &json!({"status": "OK"})),
        entry(&get, other, &json!("nothing")),
        entry(&get, other, &json!({"status": 0})),
        json!({"request": {"url": other, "headers": 7}, "response": {"status": 200}}),
    ];
    let foreign = entries.len();
    entries.push(entry(&get, &format!("https://h{PATH}"), &missing));
    let report = report(&entries);
    assert_eq!(report.summary.foreign, foreign);
    assert_eq!((report.summary.exchanges, report.summary.unreadable), (1, 0));
    assert_eq!(report.findings[0].exchange, foreign + 1);
}

#[test]
fn an_entry_of_this_api_that_cannot_be_read_is_named_and_the_others_are_judged() {
    let url = &*format!("https://h{PATH}");
    let get = json!("GET");
    let right = entry(&get, url, &json!({"status": 418}));
    let wrong = [
        (entry(&get, url, &json!({"status": "Ada"})), "`response.status` is a text"),
        (entry(&json!(null), url, &json!({"status": 200})), "`request.method` is `null`"),
        (json!({"request": {"url": url}}), "`request.method` is missing"),
        (json!({"response": {}}), "`request` is missing"),
        (json!({"request": "Ada"}), "`request` is a text"),
        (json!({}), "`request` is missing"),
        (json!("Ada"), "it is a text, where an object belongs"),
        (json!(null), "it is `null`, where an object belongs"),
    ];
    let mut entries = vec![right.clone()];
    entries.extend(wrong.iter().map(|(entry, _)| entry.clone()));
    entries.push(right);
    let report = report(&entries);
    assert_eq!(report.summary.exchanges, 2);
    assert_eq!(report.summary.unreadable, wrong.len());
    for (index, (unreadable, (_, problem))) in report.unreadable.iter().zip(wrong).enumerate() {
        assert_eq!(unreadable.exchange, index + 2);
        let expected = format!("is not one: {problem}");
        assert!(unreadable.problem.starts_with(&expected), "{unreadable:?}");
    }
}

#[test]
fn a_question_of_a_browser_is_set_aside_and_counted() {
    let preflight = |url: &str, headers: Value| {
        json!({"request": {"method": "OPTIONS", "url": url, "headers": headers},
               "response": {"status": 204, "headers": []}})
    };
    let asks = json!([{"name": "Access-Control-Request-Method", "value": "GET"}]);
    let url = &*format!("https://h{PATH}");
    let report = report(&[
        preflight(url, asks.clone()),
        preflight(&format!("{url}/1/more"), asks.clone()),
        preflight(url, json!(null)),
        preflight(url, json!([{"name": "accept", "value": "*/*"}])),
        preflight("https://cdn.example/", asks),
    ]);
    let summary = report.summary;
    assert_eq!((summary.preflights, summary.foreign, summary.exchanges), (3, 1, 1));
    let rules: Vec<_> = report.findings.iter().map(|located| located.finding.rule).collect();
    assert_eq!(rules, [Rule::MethodUndocumented], "of the one that says that it asks nothing");
}

#[test]
fn requests_without_an_answer_are_counted() {
    let url = &*format!("https://h{PATH}");
    let report = report(&[
        entry(&json!("GET"), url, &json!({"status": 0})),
        entry(&json!("PATCH"), url, &json!(null)),
        entry(&json!("GET"), "https://cdn.example/", &json!({"status": 0})),
    ]);
    assert_eq!((report.summary.unanswered, report.summary.foreign), (2, 1));
    assert_eq!(report.summary.exchanges, 0);
}
