//! What remains of an exchange, and what still holds for it.

use serde_json::json;

use super::*;
use crate::exchange::Body;
use crate::{Judge, Report, Rule};

fn update() -> Exchange {
    serde_json::from_value(json!({
        "request": {
            "method": "PUT",
            "url": "https://h/agentassist/api/v1/public/st-1/contacts/1",
            "headers": {"auth": "s3cr3t", "accountId": "a-1"},
            "body": {"firstName": "Ada", "cellPhone": {"phoneNumber": "5550100123"}}
        },
        "response": {
            "status": 200,
            "headers": {"set-cookie": "session=s3cr3t"},
            "body": {"id": "1", "firstName": "Ada", "lastName": "King", "fullName": "Ada King",
                     "cellPhone": {"phoneNumber": "+15550100123", "countryCode": "+1"},
                     "address": [{"street": "Elm"}]}
        }
    }))
    .unwrap()
}

#[test]
fn of_a_credential_remain_its_scheme_and_that_it_is_blank() {
    let mut redactor = Redactor::default();
    let mut redacted = |auth: &str| {
        let mut exchange = update();
        exchange.request.headers = [("auth", auth)].into_iter().collect();
        redactor.redact(&mut exchange);
        exchange.request.headers.get("auth").unwrap().to_owned()
    };
    assert_eq!(redacted("s3cr3t"), "redacted-1");
    assert_eq!(redacted("  bearer  s3cr3t"), "Bearer redacted-1");
    assert_eq!(redacted("Bearer t0k3n"), "Bearer redacted-3");
    assert_eq!(redacted("Bearer"), "Bearer");
    assert_eq!(redacted("  "), "  ");
}

#[test]
fn no_secret_and_no_personal_data_remain() {
    let mut exchange = update();
    Redactor::default().redact(&mut exchange);
    let text = serde_json::to_string(&exchange).unwrap();
    for gone in ["s3cr3t", "Ada", "King", "55501", "00123", "Elm"] {
        assert!(!text.contains(gone), "{gone} remains in {text}");
    }
    assert!(text.contains("a-1"));
}

#[test]
fn what_belonged_together_still_does() {
    let mut exchange = update();
    Redactor::default().redact(&mut exchange);
    let sent = exchange.request.body.json().unwrap();
    let got = exchange.response.body.json().unwrap();
    assert_eq!(sent["firstName"], got["firstName"]);
    let full =
        format!("{} {}", got["firstName"].as_str().unwrap(), got["lastName"].as_str().unwrap());
    assert_eq!(got["fullName"], full);
    let (sent, got) = (&sent["cellPhone"]["phoneNumber"], &got["cellPhone"]["phoneNumber"]);
    assert_eq!(got.as_str().unwrap(), format!("+1{}", sent.as_str().unwrap()));
}

#[test]
fn a_value_that_the_document_does_not_know_does_not_remain() {
    let mut exchange = update();
    exchange.request.body = Body::Json(json!({"nickname": "Ada", "more": [{"age": 36}]}));
    Redactor::default().redact(&mut exchange);
    let expected = json!({"nickname": "name-1", "more": [{"age": 0}]});
    assert_eq!(exchange.request.body, Body::Json(expected));
}

#[test]
fn a_body_of_another_kind_does_not_remain() {
    for other in [json!("Ada"), json!(["Ada"]), json!([["Ada"]]), json!(5_550_100)] {
        let mut exchange = update();
        exchange.response.body = Body::Json(other.clone());
        Redactor::default().redact(&mut exchange);
        let text = serde_json::to_string(&exchange.response).unwrap();
        assert!(!text.contains("Ada") && !text.contains("5550100"), "{other}: {text}");
    }
}

#[test]
fn a_sentence_of_an_error_keeps_its_words_and_the_stand_ins_of_names() {
    let mut exchange = update();
    exchange.response.status = 404;
    let body = json!({"errors": [{"msg": "contact Ada not found", "code": 404}]});
    exchange.response.body = Body::Json(body);
    Redactor::default().redact(&mut exchange);
    let sent = exchange.request.body.json().unwrap()["firstName"].as_str().unwrap().to_owned();
    let body = exchange.response.body.json().unwrap();
    assert_eq!(body["errors"][0]["msg"], format!("contact {sent} not found"));
    assert_eq!(body["errors"][0]["code"], 404);
}

#[test]
fn text_that_nothing_describes_does_not_remain() {
    let mut exchange = update();
    exchange.response.body = Body::Text("<p>Ada</p>".to_owned());
    Redactor::default().redact(&mut exchange);
    let expected = Body::Text("redacted: 10 bytes that are not described".to_owned());
    assert_eq!(exchange.response.body, expected);
}

/// What a judge finds in exchanges: rules and places.
fn findings(exchanges: &[Exchange]) -> Vec<(Rule, String)> {
    let mut report = Report::default();
    for (index, exchange) in exchanges.iter().enumerate() {
        report.add("a", index + 1, Judge::default().judge(exchange));
    }
    let findings = report.findings.into_iter().map(|located| located.finding);
    findings.map(|finding| (finding.rule, finding.pointer)).collect()
}

/// What a judge finds in exchanges once they are redacted.
fn findings_in_redacted(exchanges: &[Exchange]) -> Vec<(Rule, String)> {
    let mut redactor = Redactor::default();
    let mut exchanges = exchanges.to_vec();
    for exchange in &mut exchanges {
        redactor.redact(exchange);
    }
    findings(&exchanges)
}

#[test]
fn every_rule_finds_the_same_in_what_is_redacted() {
    for rule in Rule::ALL {
        let example = rule.explanation().example;
        for exchanges in [example.passing(), example.failing()] {
            assert_eq!(findings_in_redacted(&exchanges), findings(&exchanges), "{rule}");
        }
    }
}

#[test]
fn what_a_success_of_another_status_says_is_judged_once_it_is_redacted_too() {
    let mut exchange = update();
    exchange.response.status = 202;
    exchange.response.body = Body::Json(json!({"errors": [{"msg": "no Ada"}]}));
    let exchanges = [exchange];
    let found = findings(&exchanges);
    assert!(found.iter().any(|(rule, _)| *rule == Rule::SuccessSaysFailure), "{found:?}");
    assert_eq!(findings_in_redacted(&exchanges), found);
}

#[test]
fn numbers_compare_as_before_however_they_are_written() {
    let sent = ["5550100123", "15550100123", "+15550100123", "(555) 010-0123", "1555010012", "112"];
    let shown = ["+15550100123", "15550100123", "+1 555 0100123", "5550100123", "+1112", "112", ""];
    for (code, other) in [("+1", "+1"), ("1", "+49"), ("+1555", "+1555"), ("", "")] {
        for (sent, shown) in sent.iter().flat_map(|sent| shown.map(|shown| (sent, shown))) {
            let mut exchange = update();
            let sent = json!({"phoneNumber": sent, "countryCode": other});
            let shown = json!({"phoneNumber": shown, "countryCode": code, "extension": "+"});
            exchange.request.body = Body::Json(json!({"cellPhone": sent}));
            let Body::Json(contact) = &mut exchange.response.body else { panic!("it is JSON") };
            contact["cellPhone"] = shown.clone();
            let exchanges = [exchange];
            let (whole, redacted) = (findings(&exchanges), findings_in_redacted(&exchanges));
            assert_eq!(redacted, whole, "{sent} and {shown}");
        }
    }
}

#[test]
fn a_full_name_is_made_of_its_parts_whatever_space_is_in_them() {
    let page = Rule::FullNameDiffers.explanation().example.passing().remove(0);
    for (first, last, full) in [
        ("Mary\u{a0}Ann", "King", "Mary Ann King"),
        ("Tab\tby", "King", "Tab by King"),
        ("Ada ", " King", "Ada\u{2003}King"),
        ("Ada", "King", "AdaKing"),
    ] {
        let mut exchange = page.clone();
        let Body::Json(body) = &mut exchange.response.body else { panic!("it is JSON") };
        let contact = &mut body["results"][0];
        contact["firstName"] = json!(first);
        contact["lastName"] = json!(last);
        contact["fullName"] = json!(full);
        let exchanges = [exchange];
        assert_eq!(findings_in_redacted(&exchanges), findings(&exchanges), "{full:?}");
    }
}
