//! `deleteContactList`.

use agentassist_sandbox::{Sandbox, samples};
use serde_json::{Value, json};

use crate::client::{Call, call, sandbox};

fn delete(sandbox: &Sandbox, id: &str) -> Call {
    call(sandbox, "DELETE", &format!("/campaign/contactList/{id}"))
        .header("iid", sandbox.credentials().stream_id.as_str())
}

#[tokio::test]
async fn a_list_comes_back_as_it_was_before() {
    let sandbox = sandbox().await;
    let answer = delete(&sandbox, samples::CONTACT_LISTS[0]).send().await;
    assert_eq!(answer.status, 200);
    assert_eq!(
        [&answer.body["status"], &answer.body["message"]],
        ["success", "Contact list Welcome Calls - January 2026 deleted successfully"]
    );
    let list = &answer.body["data"];
    assert_eq!(
        [&list["isActive"], &list["isListInUse"], &list["totalRecordCount"], &list["lname"]],
        [&json!(true), &json!(false), &json!(3), &json!("welcome calls - january 2026")]
    );
    assert_eq!(
        [&list["iId"], &list["accountId"]],
        [&json!(sandbox.credentials().stream_id), &json!(sandbox.credentials().account_id)]
    );
}

#[tokio::test]
async fn a_list_is_deleted_once() {
    let sandbox = sandbox().await;
    let not_found = json!({"status": "error", "message": "Contact list not found"});
    let [first, second, _] = samples::CONTACT_LISTS;
    assert_eq!(delete(&sandbox, first).send().await.status, 200);
    let again = delete(&sandbox, first).send().await;
    assert_eq!((again.status, &again.body), (404, &not_found));
    let unknown = delete(&sandbox, "cl-unknown").send().await;
    assert_eq!((unknown.status, &unknown.body), (404, &not_found));
    assert_eq!(delete(&sandbox, second).send().await.status, 200);
}

#[tokio::test]
async fn a_list_that_a_campaign_uses_stays() {
    let sandbox = sandbox().await;
    for _ in 0..2 {
        let answer = delete(&sandbox, samples::CONTACT_LIST_IN_USE).send().await;
        assert_eq!(answer.status, 400);
        assert_eq!(
            answer.body,
            json!({
                "status": "error",
                "message": "Contact list Appointment Reminders is in use by a campaign and cannot \
                            be deleted",
            })
        );
    }
}

#[tokio::test]
async fn the_application_must_be_named_twice_and_alike() {
    let sandbox = sandbox().await;
    let call = delete(&sandbox, samples::CONTACT_LISTS[0]);
    assert_eq!(
        call.clone().without("iid").send().await.error(),
        (412, 412, "Validation errors/ Invalid arguments: the header iid is missing")
    );
    let other = sandbox.credentials().second_tenant.stream_id.as_str();
    assert_eq!(
        call.clone().header("iid", other).send().await.error(),
        (401, 4002, "Invalid SDK credentials")
    );
    assert_eq!(call.send().await.status, 200);
}

#[tokio::test]
async fn any_content_type_is_taken() {
    let sandbox = sandbox().await;
    let [first, second, third] = samples::CONTACT_LISTS;
    let form = "application/x-www-form-urlencoded";
    let calls = [
        delete(&sandbox, first),
        delete(&sandbox, second).header("Content-Type", form).body(""),
        delete(&sandbox, third).header("Content-Type", "application/json"),
    ];
    for call in calls {
        let answer = call.send().await;
        assert_eq!((answer.status, &answer.body["status"]), (200, &Value::from("success")));
    }
}
