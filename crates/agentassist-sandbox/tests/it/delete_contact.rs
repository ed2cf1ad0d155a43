//! `deleteContact`.

use agentassist_sandbox::samples;
use serde_json::json;

use crate::client::{call, listed, sandbox};

const NOT_FOUND: (u16, i64, &str) = (404, 404, "Contact not found for the given contact id.");

#[tokio::test]
async fn a_deleted_contact_comes_back_inactive_and_is_listed_no_more() {
    let sandbox = sandbox().await;
    let mut wanted = listed(&sandbox).await[2].clone();
    let path = format!("/contacts/{}", samples::DELETED_CONTACT);
    let answer = call(&sandbox, "DELETE", &path).send().await;
    wanted["status"] = json!("INACTIVE");
    wanted["updatedAt"] = json!("2026-02-01T12:00:02.000Z");
    assert_eq!((answer.status, &answer.body), (200, &wanted));
    let left = listed(&sandbox).await;
    assert_eq!(left.len(), 29);
    assert!(left.iter().all(|contact| contact["id"] != samples::DELETED_CONTACT));
}

#[tokio::test]
async fn deleting_does_not_count_as_an_update_by_anyone() {
    let sandbox = sandbox().await;
    let path = format!("/contacts/{}", samples::LISTED_CONTACT);
    let answer = call(&sandbox, "DELETE", &path).send().await;
    assert_eq!(answer.body.get("updatedBy"), None);
    assert_eq!(answer.body.get("updatedByAId"), None);
}

#[tokio::test]
async fn deleting_twice_or_somebody_unknown_finds_nobody() {
    let sandbox = sandbox().await;
    let path = format!("/contacts/{}", samples::DELETED_CONTACT);
    assert_eq!(call(&sandbox, "DELETE", &path).send().await.status, 200);
    assert_eq!(call(&sandbox, "DELETE", &path).send().await.error(), NOT_FOUND);
    assert_eq!(call(&sandbox, "DELETE", "/contacts/unknown").send().await.error(), NOT_FOUND);
}

#[tokio::test]
async fn of_many_simultaneous_deletions_one_succeeds() {
    let sandbox = sandbox().await;
    let path = format!("/contacts/{}", samples::DELETED_CONTACT);
    let sent: Vec<_> =
        (0..8).map(|_| tokio::spawn(call(&sandbox, "DELETE", &path).send())).collect();
    let mut statuses = Vec::new();
    for answer in sent {
        statuses.push(answer.await.unwrap().status);
    }
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 404, 404, 404, 404, 404, 404, 404]);
}
