//! `updateContact`.

use agentassist_sandbox::{Sandbox, samples};
use serde_json::{Value, json};

use crate::client::{Answer, call, listed, sandbox};

async fn update(sandbox: &Sandbox, id: &str, body: &Value) -> Answer {
    call(sandbox, "PUT", &format!("/contacts/{id}")).json(body).send().await
}

#[tokio::test]
async fn a_field_that_is_absent_stays_as_it_is() {
    let sandbox = sandbox().await;
    let before = listed(&sandbox).await[1].clone();
    let answer = update(&sandbox, samples::LISTED_CONTACT, &json!({"firstName": "jane"})).await;
    assert_eq!(answer.status, 200);
    let mut wanted = before;
    wanted["firstName"] = json!("jane");
    wanted["fullName"] = json!("jane doe_1");
    wanted["updatedAt"] = json!("2026-02-01T12:00:02.000Z");
    wanted["updatedBy"] = json!("u-cc6ebd6c-656c-5364-abfc-ad5f80exxxxx");
    wanted["updatedByAId"] = json!("a-6c63a33-c2a7-49e8-a5ab-82449c8xxxxx");
    assert_eq!(answer.body, wanted);
    assert_eq!(listed(&sandbox).await[1], wanted);
}

#[tokio::test]
async fn the_country_code_is_joined_to_the_number() {
    let sandbox = sandbox().await;
    let phone = async |body: Value| {
        update(&sandbox, samples::LISTED_CONTACT, &json!({ "cellPhone": body })).await
    };
    let answer = phone(json!({"phoneNumber": "7700900123", "countryCode": "+44"})).await;
    assert_eq!(
        answer.body["cellPhone"],
        json!({"extension": "+", "phoneNumber": "+447700900123", "countryCode": "+44"})
    );
    let answer = phone(json!({"phoneNumber": "7700900124"})).await;
    assert_eq!(answer.body["cellPhone"]["phoneNumber"], "+447700900124");
    let answer = phone(json!({"phoneNumber": "+33639980000"})).await;
    assert_eq!(answer.body["cellPhone"]["phoneNumber"], "+33639980000");
}

#[tokio::test]
async fn an_update_of_nothing_counts_as_an_update() {
    let sandbox = sandbox().await;
    let answer = update(&sandbox, samples::LISTED_CONTACT, &json!({"email": null})).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.body["fullName"], "john doe_1");
    assert_eq!(answer.body["cellPhone"]["phoneNumber"], "+9124456xxxxx");
    assert_eq!(answer.body["updatedAt"], "2026-02-01T12:00:01.000Z");
}

#[tokio::test]
async fn an_unknown_contact_and_a_deleted_one_are_not_found() {
    let sandbox = sandbox().await;
    let not_found = (404, 404, "Contact not found for the given contact id.");
    let body = json!({"firstName": "jane"});
    for id in ["000000000000000000000000", "bulk-update", "%27%20OR%201=1--", "a%2Fb"] {
        assert_eq!(update(&sandbox, id, &body).await.error(), not_found, "{id}");
    }
    let delete = call(&sandbox, "DELETE", &format!("/contacts/{}", samples::DELETED_CONTACT));
    assert_eq!(delete.send().await.status, 200);
    assert_eq!(update(&sandbox, samples::DELETED_CONTACT, &body).await.error(), not_found);
}

#[tokio::test]
async fn bodies_that_make_no_sense_are_refused_and_change_nothing() {
    let sandbox = sandbox().await;
    let before = listed(&sandbox).await;
    for (body, problem) in [
        ("", "the body is missing"),
        ("{", "the body is not JSON: "),
        ("[\"jane\"]", "the body must be a JSON object"),
        ("{\"firstName\":null}", "firstName must be a string, not null"),
        ("{\"lastName\":7}", "lastName must be a string, not a number"),
        ("{\"cellPhone\":[]}", "cellPhone must be an object, not an array"),
        (
            "{\"firstName\":\"jane\",\"cellPhone\":{\"countryCode\":44}}",
            "cellPhone.countryCode must be a string, not a number",
        ),
    ] {
        let call = call(&sandbox, "PUT", &format!("/contacts/{}", samples::LISTED_CONTACT));
        let answer = call.header("Content-Type", "application/json").body(body).send().await;
        let (status, code, message) = answer.error();
        assert_eq!((status, code), (412, 412), "{body}");
        let wanted = format!("Validation errors/ Invalid arguments: {problem}");
        assert!(message.starts_with(&wanted), "{message}");
    }
    assert_eq!(listed(&sandbox).await, before);
}

#[tokio::test]
async fn refusals_repeat_nothing_of_the_body() {
    let sandbox = sandbox().await;
    for body in [
        "{\"firstName\":{\"given\":\"Rumpelstilzchen\"}}",
        "{\"firstName\":\"Rumpelstilzchen\"",
        "{\"firstName\":Rumpelstilzchen}",
        "\"Rumpelstilzchen\"",
    ] {
        let call = call(&sandbox, "PUT", &format!("/contacts/{}", samples::LISTED_CONTACT));
        let answer = call.header("Content-Type", "application/json").body(body).send().await;
        assert_eq!(answer.status, 412);
        assert!(!answer.body.to_string().contains("Rumpel"), "{answer:?}");
    }
}

#[tokio::test]
async fn simultaneous_updates_of_different_fields_all_arrive() {
    let sandbox = sandbox().await;
    let path = format!("/contacts/{}", samples::LISTED_CONTACT);
    let updates = [
        json!({"firstName": "jane"}),
        json!({"lastName": "roe"}),
        json!({"salutation": "ms"}),
        json!({"cellPhone": {"extension": "91"}}),
        json!({"cellPhone": {"phoneNumber": "5550100"}}),
    ];
    let sent: Vec<_> = updates
        .iter()
        .map(|update| tokio::spawn(call(&sandbox, "PUT", &path).json(update).send()))
        .collect();
    for answer in sent {
        assert_eq!(answer.await.unwrap().status, 200);
    }
    let contact = &listed(&sandbox).await[1];
    assert_eq!(
        [&contact["fullName"], &contact["salutation"], &contact["cellPhone"]],
        [
            &json!("jane roe"),
            &json!("ms"),
            &json!({"extension": "91", "phoneNumber": "+915550100", "countryCode": "+91"})
        ]
    );
}
