//! `bulkDeleteContacts`.

use agentassist_sandbox::{Sandbox, samples};
use serde_json::{Value, json};

use crate::client::{Answer, call, listed, sandbox};

const NOBODY: &str = "Contact not found for the given contact id.";

async fn bulk_delete(sandbox: &Sandbox, body: &Value) -> Answer {
    call(sandbox, "DELETE", "/contacts/bulk-delete").json(body).send().await
}

#[tokio::test]
async fn each_id_is_told_apart() {
    let sandbox = sandbox().await;
    let [first, second] = samples::BULK_DELETED_CONTACTS;
    let answer =
        bulk_delete(&sandbox, &json!({"ids": [first, "unknown", second, first, ""]})).await;
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.body,
        json!({
            "totalRequested": 5,
            "successful": 2,
            "failed": 3,
            "successfulRecords": [{"id": first}, {"id": second}],
            "failedRecords": [
                {"id": "unknown", "reason": NOBODY},
                {"id": first, "reason": NOBODY},
                {"id": "", "reason": NOBODY},
            ],
        })
    );
    assert_eq!(listed(&sandbox).await.len(), 28);
}

#[tokio::test]
async fn a_contact_deleted_before_fails() {
    let sandbox = sandbox().await;
    let path = format!("/contacts/{}", samples::DELETED_CONTACT);
    assert_eq!(call(&sandbox, "DELETE", &path).send().await.status, 200);
    let answer = bulk_delete(&sandbox, &json!({"ids": [samples::DELETED_CONTACT]})).await;
    assert_eq!((answer.status, &answer.body["failed"]), (200, &json!(1)));
}

#[tokio::test]
async fn a_thousand_ids_are_taken_and_one_more_is_too_many() {
    let sandbox = sandbox().await;
    let ids: Vec<_> = (0..1_001).map(|number| format!("{number:024x}")).collect();
    let answer = bulk_delete(&sandbox, &json!({"ids": ids[..1_000]})).await;
    assert_eq!((answer.status, &answer.body["failed"]), (200, &json!(1_000)));
    assert_eq!(
        bulk_delete(&sandbox, &json!({"ids": ids})).await.error(),
        (
            412,
            412,
            "Validation errors/ Invalid arguments: ids names 1001 contacts, of which at most 1000 \
             may be deleted at once"
        )
    );
}

#[tokio::test]
async fn a_list_of_ids_that_is_none_is_refused_and_deletes_nobody() {
    let sandbox = sandbox().await;
    let [first, _] = samples::BULK_DELETED_CONTACTS;
    for (body, problem) in [
        (json!({"id": [first]}), "ids is missing"),
        (json!({"ids": first}), "ids must be an array of strings, not a string"),
        (json!({"ids": null}), "ids must be an array of strings, not null"),
        (json!({"ids": []}), "ids must name at least one contact"),
        (json!({"ids": [first, 7]}), "each item of ids must be a string, not a number"),
        (json!([[first]]), "the body must be a JSON object"),
    ] {
        let wanted = format!("Validation errors/ Invalid arguments: {problem}");
        assert_eq!(bulk_delete(&sandbox, &body).await.error(), (412, 412, &*wanted));
    }
    assert_eq!(listed(&sandbox).await.len(), 30);
}

#[tokio::test]
async fn a_bulk_deletion_without_a_body_is_refused() {
    let sandbox = sandbox().await;
    let call = call(&sandbox, "DELETE", "/contacts/bulk-delete");
    assert_eq!(call.clone().send().await.error().0, 415);
    assert_eq!(
        call.header("Content-Type", "application/json").send().await.error(),
        (412, 412, "Validation errors/ Invalid arguments: the body is missing")
    );
}

#[tokio::test]
async fn bulk_delete_is_no_contact() {
    let sandbox = sandbox().await;
    let answer = call(&sandbox, "PUT", "/contacts/bulk-delete").json(&json!({})).send().await;
    assert_eq!(answer.error(), (405, 405, "Method Not Allowed"));
}
