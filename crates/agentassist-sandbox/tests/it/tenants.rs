//! What belongs to one tenant is out of reach for the other.

use agentassist_sandbox::{Sandbox, samples};
use serde_json::json;

use crate::client::{Call, call, listed, raw, sandbox};

/// A call of the second tenant.
pub(crate) fn second(sandbox: &Sandbox, method: &'static str, below_stream: &str) -> Call {
    let credentials = sandbox.credentials();
    let tenant = &credentials.second_tenant;
    raw(sandbox, method, &format!("/agentassist/api/v1/public/{}{below_stream}", tenant.stream_id))
        .header("auth", credentials.token.expose())
        .header("accountId", tenant.account_id.as_str())
        .header("iid", tenant.stream_id.as_str())
}

#[tokio::test]
async fn each_tenant_sees_its_own_contacts() {
    let sandbox = sandbox().await;
    let answer = second(&sandbox, "GET", "/contacts").send().await;
    assert_eq!(answer.body["totalResults"], 3);
    let own = answer.body["results"].as_array().unwrap();
    let others = listed(&sandbox).await;
    assert!(own.iter().all(|it| others.iter().all(|other| it["id"] != other["id"])));
    assert!(own.iter().all(|it| it["accountId"] == "67777ce93e25326494e9xxxx"));
}

#[tokio::test]
async fn no_tenant_changes_contacts_of_the_other() {
    let sandbox = sandbox().await;
    let not_found = (404, 404, "Contact not found for the given contact id.");
    let path = format!("/contacts/{}", samples::LISTED_CONTACT);
    let update = second(&sandbox, "PUT", &path).json(&json!({"firstName": "jane"}));
    assert_eq!(update.send().await.error(), not_found);
    assert_eq!(second(&sandbox, "DELETE", &path).send().await.error(), not_found);
    let bulk = second(&sandbox, "DELETE", "/contacts/bulk-delete");
    let answer = bulk.json(&json!({"ids": [samples::LISTED_CONTACT]})).send().await;
    assert_eq!(answer.body["failed"], 1);
    assert_eq!(listed(&sandbox).await.len(), 30);
}

#[tokio::test]
async fn no_tenant_deletes_lists_of_the_other() {
    let sandbox = sandbox().await;
    let path = format!("/campaign/contactList/{}", samples::CONTACT_LISTS[0]);
    assert_eq!(second(&sandbox, "DELETE", &path).send().await.status, 404);
    let own = format!("/campaign/contactList/{}", samples::SECOND_TENANT_CONTACT_LIST_IN_USE);
    assert_eq!(second(&sandbox, "DELETE", &own).send().await.status, 400);
    let first =
        call(&sandbox, "DELETE", &path).header("iid", sandbox.credentials().stream_id.as_str());
    assert_eq!(first.send().await.status, 200);
}

#[tokio::test]
async fn an_account_with_the_stream_of_the_other_is_refused() {
    let sandbox = sandbox().await;
    let wrong = (401, 4002, "Invalid SDK credentials");
    let other = sandbox.credentials().second_tenant.account_id.as_str();
    for account in [other, "unknown", "65f7d49a5dd06e2cefaxxxxx0"] {
        let call = call(&sandbox, "GET", "/contacts").header("accountId", account);
        assert_eq!(call.send().await.error(), wrong, "{account}");
    }
    let unknown_stream = second(&sandbox, "GET", "/contacts")
        .header("accountId", sandbox.credentials().account_id.as_str());
    assert_eq!(unknown_stream.send().await.error(), wrong);
}
