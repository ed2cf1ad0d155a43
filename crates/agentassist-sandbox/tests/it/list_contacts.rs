//! `listContacts`.

use agentassist_sandbox::{Sandbox, Seed, samples};
use serde_json::{Value, json};

use crate::client::{builder, call, listed, sandbox};

async fn page(sandbox: &Sandbox, query: &str) -> Value {
    let answer = call(sandbox, "GET", &format!("/contacts{query}")).send().await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.body
}

fn ids(page: &Value) -> Vec<&str> {
    page["results"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_page_has_ten_contacts_and_the_samples_come_first() {
    let sandbox = sandbox().await;
    let page = page(&sandbox, "").await;
    let [bulk_1, bulk_2] = samples::BULK_DELETED_CONTACTS;
    assert_eq!(
        ids(&page)[..5],
        [
            samples::UPDATED_CONTACT,
            samples::LISTED_CONTACT,
            samples::DELETED_CONTACT,
            bulk_1,
            bulk_2
        ]
    );
    assert_eq!(ids(&page).len(), 10);
    assert_eq!(
        [
            &page["skip"],
            &page["limit"],
            &page["hasMore"],
            &page["totalPages"],
            &page["totalResults"]
        ],
        [&json!(0), &json!(10), &json!(true), &json!(3), &json!(30)]
    );
}

#[tokio::test]
async fn contacts_and_pages_have_the_properties_of_the_sample_in_its_order() {
    let sandbox = sandbox().await;
    let page = page(&sandbox, "").await;
    let names = |object: &Value| object.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&page), ["results", "skip", "limit", "hasMore", "totalPages", "totalResults"]);
    let updated = [
        "firstName",
        "lastName",
        "fullName",
        "salutation",
        "cellPhone",
        "status",
        "instanceBotId",
        "orgId",
        "accountId",
        "createdBy",
        "createdByAId",
        "address",
        "twitterDetails",
        "createdAt",
        "updatedAt",
        "updatedBy",
        "updatedByAId",
        "id",
    ];
    let never_updated: Vec<_> =
        updated.into_iter().filter(|name| !name.starts_with("updatedBy")).collect();
    assert_eq!(names(&page["results"][0]), updated);
    assert_eq!(names(&page["results"][1]), never_updated);
    assert_eq!(
        names(&page["results"][0]["cellPhone"]),
        ["extension", "phoneNumber", "countryCode"]
    );
}

#[tokio::test]
async fn pages_in_a_row_hold_each_contact_once() {
    let sandbox = sandbox().await;
    let all: Vec<_> =
        listed(&sandbox).await.iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect();
    let mut paged = Vec::new();
    for skip in [0, 7, 14, 21, 28] {
        let page = page(&sandbox, &format!("?skip={skip}&limit=7")).await;
        assert_eq!(page["hasMore"], json!(skip < 28));
        assert_eq!(page["totalPages"], json!(5));
        paged.extend(ids(&page).into_iter().map(str::to_owned));
    }
    assert_eq!(paged, all);
}

#[tokio::test]
async fn contacts_are_listed_in_the_order_of_their_creation() {
    let sandbox = sandbox().await;
    let created: Vec<_> = listed(&sandbox)
        .await
        .iter()
        .map(|it| it["createdAt"].as_str().unwrap().to_owned())
        .collect();
    assert!(created.is_sorted(), "{created:?}");
}

#[tokio::test]
async fn a_limit_above_a_hundred_is_answered_as_a_hundred() {
    let sandbox = builder().seed(Seed::contacts(250)).start().await.unwrap();
    let page = page(&sandbox, "?limit=1000").await;
    assert_eq!(ids(&page).len(), 100);
    assert_eq!(
        [&page["limit"], &page["totalPages"], &page["totalResults"]],
        [&json!(100), &json!(3), &json!(250)]
    );
}

#[tokio::test]
async fn a_page_beyond_the_end_is_empty() {
    let sandbox = sandbox().await;
    let page = page(&sandbox, "?skip=9223372036854775807").await;
    assert_eq!(page["results"], json!([]));
    assert_eq!([&page["hasMore"], &page["totalResults"]], [&json!(false), &json!(30)]);
}

#[tokio::test]
async fn an_empty_sandbox_has_no_pages() {
    let sandbox = builder().seed(Seed::empty()).start().await.unwrap();
    assert_eq!(
        page(&sandbox, "").await,
        json!({
            "results": [], "skip": 0, "limit": 10, "hasMore": false, "totalPages": 0,
            "totalResults": 0,
        })
    );
}

#[tokio::test]
async fn bad_numbers_are_refused() {
    let sandbox = sandbox().await;
    for query in ["skip=-1", "skip=", "skip=x", "limit=0", "limit=1e3", "skip=18446744073709551615"]
    {
        let answer = call(&sandbox, "GET", &format!("/contacts?{query}")).send().await;
        let (status, code, message) = answer.error();
        assert_eq!((status, code), (412, 412), "{query}");
        assert!(message.starts_with("Validation errors/ Invalid arguments: "), "{message}");
    }
}

#[tokio::test]
async fn two_new_sandboxes_hold_the_same() {
    assert_eq!(listed(&sandbox().await).await, listed(&sandbox().await).await);
}
