//! What counts as seen.

use super::*;
use crate::Judge;
use crate::rules::Rule;

fn coverage_of(rule: Rule) -> Coverage {
    let mut coverage = Coverage::default();
    for exchange in rule.explanation().example.passing() {
        coverage.add(&Judge::default().judge(&exchange).hits);
    }
    coverage
}

#[test]
fn a_part_counts_once_however_often_it_is_seen() {
    let mut coverage = coverage_of(Rule::PageTooLong);
    coverage.merge(&coverage_of(Rule::PageTooLong));
    coverage.merge(&coverage_of(Rule::ServerError));
    assert_eq!(coverage.operations(), Share { seen: 1, total: OPERATIONS.len() });
    assert_eq!(coverage.answers().seen, 2);
    assert_eq!(coverage.count(&OPERATIONS[0], Status::Exact(200)), 2);
}

#[test]
fn a_page_shows_parameters_properties_and_values() {
    let coverage = coverage_of(Rule::PageTooLong);
    let unseen = |kind| coverage.unseen(kind).map(ToString::to_string).collect::<Vec<_>>();
    let is_of_page = |name: &String| name.starts_with("listContacts 200");
    assert!(!unseen(Kind::Parameter).iter().any(|name| name.starts_with("listContacts")));
    let properties: Vec<_> = unseen(Kind::Property).into_iter().filter(is_of_page).collect();
    assert_eq!(
        properties,
        ["listContacts 200 results.updatedBy", "listContacts 200 results.updatedByAId"]
    );
    let values: Vec<_> = unseen(Kind::EnumValue).into_iter().filter(is_of_page).collect();
    assert_eq!(values, ["listContacts 200 results.status=INACTIVE"]);
}

/// The coverage of one exchange of an example, after a change.
fn changed(rule: Rule, change: impl FnOnce(&mut serde_json::Value)) -> Coverage {
    let exchange = rule.explanation().example.passing().remove(0);
    let mut exchange = serde_json::to_value(exchange).unwrap();
    change(&mut exchange);
    let exchange = serde_json::from_value(exchange).unwrap();
    let mut coverage = Coverage::default();
    coverage.add(&Judge::default().judge(&exchange).hits);
    coverage
}

fn has(coverage: &Coverage, kind: Kind, name: &str) -> bool {
    !coverage.unseen(kind).any(|part| part.to_string() == name)
}

#[test]
fn an_answer_counts_only_if_its_body_conforms() {
    let is_seen = |value: serde_json::Value, place: &str| {
        let coverage = changed(Rule::PageTooLong, |it| *it.pointer_mut(place).unwrap() = value);
        assert_eq!(coverage.answers().seen, coverage.operations().seen, "{place}");
        coverage.answers().seen == 1
    };
    assert!(is_seen(serde_json::json!("PAUSED"), "/response/body/results/0/status"));
    assert!(is_seen(serde_json::json!(true), "/response/body/hasMore"));
    for (value, place) in [
        (serde_json::json!("2"), "/response/body/limit"),
        (serde_json::json!({}), "/response/body/results/1"),
        (serde_json::json!("today"), "/response/body/results/1/createdAt"),
        (serde_json::json!(1), "/response/body"),
        (serde_json::json!({"text": "{"}), "/response/body"),
        (serde_json::json!({"text": ""}), "/response/body"),
        (serde_json::json!("text/html"), "/response/headers/content-type"),
    ] {
        assert!(!is_seen(value, place), "{place}");
    }
}

#[test]
fn what_breaks_its_schema_is_not_covered_and_what_stands_beside_it_is() {
    let coverage = changed(Rule::PageTooLong, |exchange| {
        let body = &mut exchange["response"]["body"];
        body["limit"] = serde_json::json!("2");
        body["results"][0]["status"] = serde_json::json!(7);
        body["results"][0]["createdAt"] = serde_json::json!("today");
        body["results"][1]["createdAt"] = serde_json::json!("today");
    });
    let has = |name: &str| has(&coverage, Kind::Property, &format!("listContacts 200 {name}"));
    assert!(!has("limit") && !has("results.createdAt"));
    assert!(has("skip") && has("results") && has("results.updatedAt"));
    // One of the two contacts has a status.
    assert!(has("results.status"));
    let value = "listContacts 200 results.status=ACTIVE";
    assert!(self::has(&coverage, Kind::EnumValue, value));
}

#[test]
fn a_parameter_counts_only_where_its_value_is_allowed_also_if_the_request_is_refused() {
    let url = "https://platform.kore.ai/agentassist/api/v1/public/st-7dc994f0/contacts";
    for status in [200, 400] {
        let seen = |query: &str, name: &str| {
            let coverage = changed(Rule::PageTooLong, |exchange| {
                exchange["request"]["url"] = format!("{url}?{query}").into();
                exchange["response"]["status"] = status.into();
            });
            has(&coverage, Kind::Parameter, &format!("listContacts {name}"))
        };
        assert!(seen("skip=0&limit=5", "limit"));
        assert!(!seen("skip=0&limit=many", "limit"));
        assert!(!seen("limit=5&limit=6", "limit"));
        assert!(seen("limit=many&skip=0", "skip"));
    }
}

#[test]
fn a_parameter_of_a_path_or_a_header_counts_only_where_its_value_is_allowed() {
    let name = "listContacts streamId";
    let wrong = changed(Rule::PageTooLong, |exchange| {
        let url = exchange["request"]["url"].as_str().unwrap().replace("st-7dc994f0", "a%2Fb");
        exchange["request"]["url"] = url.into();
    });
    assert!(!has(&wrong, Kind::Parameter, name));
    assert!(has(&wrong, Kind::Parameter, "listContacts accountId"));
    let twice = changed(Rule::PageTooLong, |exchange| {
        exchange["request"]["headers"]["accountId"] = serde_json::json!(["a-1", "a-2"]);
    });
    assert!(has(&twice, Kind::Parameter, name));
    assert!(!has(&twice, Kind::Parameter, "listContacts accountId"));
}

#[test]
fn nothing_in_a_body_counts_whose_findings_are_too_many_to_be_looked_for() {
    let exchange = Rule::PageTooLong.explanation().example.passing().remove(0);
    let mut broken = Broken::default();
    broken.give_up();
    let properties = |broken: &Broken| {
        let body = crate::call::Content::of(&exchange.response.body);
        let judge = Judge::default();
        let called = judge.called("GET", &exchange.request.url).unwrap();
        let operation = called.operation;
        let sent = crate::call::Message::conforming(&exchange.request.headers, None);
        let headers = &exchange.response.headers;
        let answered = crate::call::Message::answer(operation, 200, headers, body);
        let mut coverage = Coverage::default();
        coverage.add(&hits(&called.by(sent, 200, answered, None), broken));
        coverage.share(Kind::Property).seen
    };
    assert!(properties(&Broken::default()) > 0);
    assert_eq!(properties(&broken), 0);
}

#[test]
fn a_property_of_a_refused_request_counts_only_if_it_conforms() {
    let coverage = changed(Rule::UpdateNotShown, |exchange| {
        exchange["request"]["body"] = serde_json::json!({"firstName": 7, "lastName": "King"});
        exchange["response"] = serde_json::json!({"status": 400, "headers": {}});
    });
    let unseen: Vec<_> = coverage.unseen(Kind::Property).map(ToString::to_string).collect();
    let is_unseen =
        |name: &str| unseen.iter().any(|it| it.ends_with(name) && it.contains("request"));
    assert!(is_unseen("firstName") && !is_unseen("lastName"), "{unseen:?}");
}

#[test]
fn a_share_of_nothing_is_complete() {
    assert!((Share { seen: 0, total: 0 }.percent() - 100.0).abs() < f64::EPSILON);
    assert!((Share { seen: 1, total: 4 }.percent() - 25.0).abs() < f64::EPSILON);
}
