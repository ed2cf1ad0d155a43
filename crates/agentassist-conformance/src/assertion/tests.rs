//! What a test that uses the assertion sees.

use serde_json::{Value, json};

use super::*;
use crate::exchange::Body;

fn page() -> Exchange {
    serde_json::from_value(json!({
        "request": {
            "method": "GET",
            "url": "https://platform.kore.ai/agentassist/api/v1/public/st-1/contacts",
            "headers": {
                "auth": "s3cr3t", "accountId": "a-1", "content-type": "application/json"
            }
        },
        "response": {
            "status": 200,
            "headers": {"content-type": "application/json"},
            "body": {
                "results": [], "skip": 0, "limit": 10, "hasMore": false, "totalPages": 0,
                "totalResults": 0
            }
        }
    }))
    .unwrap()
}

fn with(property: &str, value: Value) -> Exchange {
    let mut exchange = page();
    if let Body::Json(body) = &mut exchange.response.body {
        body[property] = value;
    }
    exchange
}

fn problem(exchanges: &impl ToExchanges) -> String {
    conforms(exchanges, &Judge::default()).unwrap_err().to_string()
}

#[test]
fn what_conforms_passes_alone_and_among_others() {
    crate::assert_conforms!(page());
    crate::assert_conforms!(&page());
    crate::assert_conforms!(vec![page(), page()]);
    crate::assert_conforms!([page()].as_slice(), Judge::default().strict(true));
}

#[test]
fn a_failure_names_every_finding_with_its_place() {
    let mut wrong = with("limit", json!("ten"));
    wrong.request.headers.retain(|name| name != "auth");
    let shown = problem(&[page(), wrong]);
    assert!(shown.starts_with("the traffic does not conform"), "{shown}");
    assert!(shown.contains("\nexchange 2 (listContacts)\n  error: "), "{shown}");
    assert!(shown.contains("\n    at /response/body/limit, document /components/"), "{shown}");
    assert_eq!(shown.matches(" (documented)").count(), 2, "{shown}");
    assert_eq!(shown.matches("\n  error: ").count(), 2, "{shown}");
    assert!(!shown.contains("exchange 1"), "{shown}");
}

#[test]
fn a_failure_shows_no_value() {
    let mut wrong = with("results", json!([{"fullName": "Ada King"}]));
    wrong.request.url.push_str("?token=s3cr3t");
    wrong.request.headers.push("cookie", "s3cr3t");
    let error = conforms(&wrong, &Judge::default()).unwrap_err();
    for shown in [error.to_string(), format!("{error:?}")] {
        assert!(!shown.contains("s3cr3t") && !shown.contains("King"), "{shown}");
    }
}

#[test]
fn an_unknown_property_fails_only_before_a_strict_judge() {
    let exchange = with("mood", json!("good"));
    crate::assert_conforms!(exchange);
    let strict = Judge::default().strict(true);
    assert!(matches!(conforms(&exchange, &strict), Err(Nonconformity::Broken { .. })));
}

#[test]
fn several_exchanges_are_judged_as_a_sequence() {
    let contact = |status: &str| json!({"id": "1", "status": status, "firstName": "a", "lastName": "b", "fullName": "a b"});
    let mut deleted = page();
    deleted.request.method = "DELETE".to_owned();
    deleted.request.url.push_str("/1");
    deleted.response.body = Body::Json(contact("INACTIVE"));
    let listed = with("results", json!([contact("ACTIVE")]));
    let shown = problem(&[deleted, listed]);
    assert!(shown.contains("[deleted-contact-listed]"), "{shown}");
}

#[test]
fn what_was_not_judged_does_not_pass() {
    let mut foreign = page();
    foreign.request.url = "https://example.com/".to_owned();
    assert_eq!(
        conforms(&foreign, &Judge::default()),
        Err(Nonconformity::NothingJudged { exchanges: 1 })
    );
    assert!(problem(&Vec::new()).starts_with("no exchange calls this API (0 given)"));
}

#[test]
fn the_macro_panics_with_the_findings() {
    let outcome = std::panic::catch_unwind(|| {
        crate::assert_conforms!(with("limit", json!("ten")));
    });
    let Err(payload) = outcome else { panic!("it passed") };
    let message = payload.downcast::<String>().unwrap();
    assert!(message.contains("/response/body/limit"), "{message}");
}
