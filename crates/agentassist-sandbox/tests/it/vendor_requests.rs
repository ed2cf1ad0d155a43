//! The sample requests of the vendor's pages, header by header and byte by byte, and the pages'
//! sample responses: all that changed between them is the time.

use agentassist_sandbox::Sandbox;
use serde_json::{Value, json};

use crate::client::{Answer, call, raw, sandbox};

/// Puts the sandbox's token in the place of the page's.
async fn send(
    sandbox: &Sandbox,
    method: &'static str,
    path: &str,
    headers: &[(&str, &str)],
    body: Option<&str>,
) -> Answer {
    let mut call = raw(sandbox, method, path)
        .header("User-Agent", "curl/8.5.0")
        .header("Accept", "*/*")
        .header("auth", sandbox.credentials().token.expose());
    for (name, value) in headers {
        call = call.header(name, value);
    }
    if let Some(body) = body {
        call = call.body(body);
    }
    let answer = call.send().await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer
}

const HEADERS: [(&str, &str); 2] =
    [("Content-Type", "application/json"), ("accountId", "65f7d49a5dd06e2cefaxxxxx")];

#[tokio::test]
async fn get_all_contacts() {
    let sandbox = sandbox().await;
    let path = "/agentassist/api/v1/public/st-7dc994f0-4436-5134-9fa8-a942625xxxxx/contacts";
    let answer = send(&sandbox, "GET", path, &HEADERS, None).await;
    let sample = json!([
        {
            "firstName": "john",
            "lastName": "doe",
            "fullName": "john doe",
            "salutation": "mr",
            "cellPhone": {
                "extension": "+91",
                "phoneNumber": "+9195501xxxxx",
                "countryCode": "+91"
            },
            "status": "ACTIVE",
            "instanceBotId": "st-7dc994f0-4436-5134-9fa8-a942625xxxxx",
            "orgId": "o-16ff21d2-5d27-5fb2-b9bd-9fedb5fxxxxx",
            "accountId": "65f7d49a5dd06e2cefaxxxxx",
            "createdBy": "u-cc6ebd6c-656c-5364-abfc-ad5f80exxxxx",
            "createdByAId": "a-6c63a33-c2a7-49e8-a5ab-82449c8xxxxx",
            "address": [],
            "twitterDetails": [],
            "createdAt": "2024-06-28T05:24:07.218Z",
            "updatedAt": "2026-01-05T09:16:34.633Z",
            "updatedBy": "u-cc6ebd6c-656c-5364-abfc-ad5f80exxxxx",
            "updatedByAId": "a-6c63a33-c2a7-49e8-a5ab-82449c8xxxxx",
            "id": "667e48f7c8b972fc691xxxxx"
        },
        {
            "firstName": "john",
            "lastName": "doe_1",
            "fullName": "john doe_1",
            "salutation": "mr",
            "cellPhone": {
                "extension": "+",
                "phoneNumber": "+9124456xxxxx",
                "countryCode": "+91"
            },
            "status": "ACTIVE",
            "instanceBotId": "st-7dc994f0-4436-5134-9fa8-a942625xxxxx",
            "orgId": "o-16ff21d2-5d27-5fb2-b9bd-9fedb5fxxxxx",
            "accountId": "65f7d49a5dd06e2cefaxxxxx",
            "createdBy": "u-cc6ebd6c-656c-5364-abfc-ad5f80exxxxx",
            "createdByAId": "a-6c63a33-c2a7-49e8-a5ab-82449c8xxxxx",
            "address": [],
            "twitterDetails": [],
            "createdAt": "2026-01-07T09:46:35.399Z",
            "updatedAt": "2026-01-07T09:46:35.399Z",
            "id": "695e2b7b786560d6a90xxxxx"
        }
    ]);
    assert_eq!(answer.body["results"].as_array().unwrap()[..2], sample.as_array().unwrap()[..]);
}

#[tokio::test]
async fn update_a_contact() {
    let sandbox = sandbox().await;
    let path = "/agentassist/api/v1/public/st-7dc994f0-4436-5134-9fa8-a942625xxxxx/contacts/\
                667e48f7c8b972fc691xxxxx";
    let body = "{\n\"firstName\": \"john\",\n\"lastName\": \"doe\",\n\"salutation\": \"mr\",\n\
                \"cellPhone\": {\n\"phoneNumber\": \"95501xxxxx\",\n\"countryCode\": \"+91\",\n\
                \"extension\": \"+\"\n}\n}\n";
    let answer = send(&sandbox, "PUT", path, &HEADERS, Some(body)).await;
    assert_eq!(
        answer.body,
        json!({
            "firstName": "john",
            "lastName": "doe",
            "fullName": "john doe",
            "salutation": "mr",
            "cellPhone": {
                "extension": "+",
                "phoneNumber": "+9195501xxxxx",
                "countryCode": "+91"
            },
            "status": "ACTIVE",
            "instanceBotId": "st-7dc994f0-4436-5134-9fa8-a942625xxxxx",
            "orgId": "o-16ff21d2-5d27-5fb2-b9bd-9fedb5fxxxxx",
            "accountId": "65f7d49a5dd06e2cefaxxxxx",
            "createdBy": "u-cc6ebd6c-656c-5364-abfc-ad5f80exxxxx",
            "createdByAId": "a-6c63a33-c2a7-49e8-a5ab-82449c8xxxxx",
            "address": [],
            "twitterDetails": [],
            "createdAt": "2024-06-28T05:24:07.218Z",
            "updatedAt": "2026-02-01T12:00:01.000Z",
            "updatedBy": "u-cc6ebd6c-656c-5364-abfc-ad5f80exxxxx",
            "updatedByAId": "a-6c63a33-c2a7-49e8-a5ab-82449c8xxxxx",
            "id": "667e48f7c8b972fc691xxxxx"
        })
    );
}

#[tokio::test]
async fn delete_a_contact() {
    let sandbox = sandbox().await;
    let path = "/agentassist/api/v1/public/st-7dc994f0-4436-5134-9fa8-a942625xxxxx/contacts/\
                69609027c1746a61429xxxxx";
    let answer = send(&sandbox, "DELETE", path, &HEADERS, None).await;
    assert_eq!(
        answer.body,
        json!({
            "firstName": "john",
            "lastName": "doe",
            "fullName": "john doe",
            "salutation": "mr",
            "cellPhone": {
                "extension": "+",
                "phoneNumber": "+9124456xxxxx",
                "countryCode": "+91"
            },
            "status": "INACTIVE",
            "instanceBotId": "st-7dc994f0-4436-5134-9fa8-a942625xxxxx",
            "orgId": "o-16ff21d2-5d27-5fb2-b9bd-9fedb5fxxxxx",
            "accountId": "65f7d49a5dd06e2cefaxxxxx",
            "createdBy": "u-cc6ebd6c-656c-5364-abfc-ad5f80exxxxx",
            "createdByAId": "a-6c63a33-c2a7-49e8-a5ab-82449c8xxxxx",
            "address": [],
            "twitterDetails": [],
            "createdAt": "2026-01-09T05:20:39.374Z",
            "updatedAt": "2026-02-01T12:00:01.000Z",
            "id": "69609027c1746a61429xxxxx"
        })
    );
}

#[tokio::test]
async fn bulk_delete_contacts() {
    let sandbox = sandbox().await;
    let path =
        "/agentassist/api/v1/public/st-7dc994f0-4436-5134-9fa8-a942625xxxxx/contacts/bulk-delete";
    let body = "{\n\"ids\": [\n\"6960cbe9b155d194e2fxxxxx\",\n\"6960cc07b155d194e2fxxxxx\"\n]\n}";
    let answer = send(&sandbox, "DELETE", path, &HEADERS, Some(body)).await;
    assert_eq!(
        answer.body,
        json!({
            "totalRequested": 2,
            "successful": 2,
            "failed": 0,
            "successfulRecords": [
                { "id": "6960cbe9b155d194e2fxxxxx" },
                { "id": "6960cc07b155d194e2fxxxxx" }
            ],
            "failedRecords": []
        })
    );
    assert_eq!(call(&sandbox, "GET", "/contacts").send().await.body["totalResults"], 28);
}

#[tokio::test]
async fn delete_contact_list_details() {
    let sandbox = sandbox().await;
    let path = "/agentassist/api/v1/public/st-0603182c-7ffb-53c3-b307-47ca14b9xxxx/campaign/\
                contactList/cl-c2ce382-2516-457e-8eb4-9847deecxxxx";
    let headers = [
        ("iid", "st-0603182c-7ffb-53c3-b307-47ca14b9xxxx"),
        ("accountId", "67777ce93e25326494e9xxxx"),
        // The page sends none; this is what curl adds because of `--data ''`.
        ("Content-Type", "application/x-www-form-urlencoded"),
    ];
    let answer = send(&sandbox, "DELETE", path, &headers, Some("")).await;
    let sample: Value = json!({
        "status": "success",
        "message": "Contact list Renewal Due - August 2025 deleted successfully",
        "data": {
            "_id": "cl-c2ce382-2516-457e-8eb4-9847deecxxxx",
            "isActive": true,
            "orgId": "o-f8b351e7-f83a-51bd-bd42-d5d4086xxxx",
            "name": "Renewal Due - August 2025",
            "lname": "renewal due - august 2025",
            "description": "This list contains customers with services expiring in July 2025. It \
                            includes contact details and subscription info to help agents provide \
                            tailored support during live calls.",
            "totalRecordCount": 0,
            "status": "Ready",
            "createdBy": "u-eb5bbee1-6af9-5b9a-b471-03a3fe48xxxx",
            "updatedBy": "u-eb5bbee1-6af9-5b9a-b471-03a3fe48xxxx",
            "mapping": {
                "firstName": "firstName",
                "lastName": "lastName",
                "phoneNumber": "phoneNumber",
                "timeZone": "timeZone",
                "uniqueId": "uniqueId"
            },
            "isListInUse": false,
            "iId": "st-0603182c-7ffb-53c3-b307-47ca14b9xxxx",
            "listType": "call",
            "campaignInUse": [],
            "accountId": "67777ce93e25326494e9xxxx",
            "source": "passiveApiIntegration",
            "apiConfigurations": {
                "dataSyncMode": "allowDuplicates"
            },
            "files": [],
            "createdAt": "2025-06-26T12:32:02.735Z",
            "updatedAt": "2025-06-26T12:38:25.793Z"
        }
    });
    // As text, so that the order of the properties counts, too.
    assert_eq!(answer.body.to_string(), sample.to_string());
}
