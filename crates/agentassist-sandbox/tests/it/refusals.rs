//! Requests that are none of the five operations, or too much of one.

use agentassist_sandbox::samples;
use serde_json::json;

use crate::client::{call, raw, sandbox};

#[tokio::test]
async fn an_unknown_path_is_not_found() {
    let sandbox = sandbox().await;
    for path in [
        "/",
        "/agentassist",
        "/agentassist/api/v1/public/st-1/contacts/",
        "/agentassist/api/v1/public/st-1/contacts/1/2",
        "/agentassist/api/v2/public/st-1/contacts",
        "/%00",
    ] {
        let answer = raw(&sandbox, "GET", path).send().await;
        assert_eq!(answer.error(), (404, 404, "Not Found"), "{path}");
    }
}

#[tokio::test]
async fn a_wrong_method_is_refused_and_the_right_ones_are_named() {
    let sandbox = sandbox().await;
    let wrong = (405, 405, "Method Not Allowed");
    for (method, path, allowed) in [
        ("POST", "/contacts", "allow: get,head"),
        ("PATCH", "/contacts/1", "allow: put,delete"),
        ("GET", "/contacts/1", "allow: put,delete"),
        ("POST", "/contacts/bulk-delete", "allow: delete"),
        ("GET", "/campaign/contactList/cl-1", "allow: delete"),
    ] {
        let answer = call(&sandbox, method, path).send().await;
        assert_eq!(answer.error(), wrong, "{method} {path}");
        let named = answer.headers.lines().any(|line| line == allowed);
        assert!(named, "{method} {path}: {}", answer.headers);
    }
}

#[tokio::test]
async fn every_answer_is_json() {
    let sandbox = sandbox().await;
    for call in [
        call(&sandbox, "GET", "/contacts"),
        call(&sandbox, "GET", "/contacts").without("auth"),
        call(&sandbox, "POST", "/contacts"),
        raw(&sandbox, "GET", "/"),
    ] {
        let answer = call.send().await;
        let json = answer.headers.lines().any(|line| line == "content-type: application/json");
        assert!(json, "{}", answer.headers);
    }
}

#[tokio::test]
async fn a_body_must_be_sent_as_json() {
    let sandbox = sandbox().await;
    let wanted = (415, 415, "Unsupported Media Type: send the body as application/json");
    let path = format!("/contacts/{}", samples::LISTED_CONTACT);
    let update = call(&sandbox, "PUT", &path).body("{}");
    let bulk_delete = call(&sandbox, "DELETE", "/contacts/bulk-delete").body("{\"ids\":[\"1\"]}");
    for call in [update, bulk_delete] {
        assert_eq!(call.clone().send().await.error(), wanted);
        assert_eq!(call.clone().header("Content-Type", "text/plain").send().await.error(), wanted);
        let json = call.header("Content-Type", "application/json; charset=utf-8");
        assert_eq!(json.send().await.status, 200);
    }
}

#[tokio::test]
async fn a_body_of_more_than_a_mebibyte_is_refused() {
    let sandbox = sandbox().await;
    let path = format!("/contacts/{}", samples::LISTED_CONTACT);
    let with_name_of = |length: usize| {
        call(&sandbox, "PUT", &path).json(&json!({"firstName": "x".repeat(length)}))
    };
    assert_eq!(
        with_name_of(1024 * 1024).send().await.error(),
        (413, 413, "Payload Too Large: a body may have at most 1048576 bytes")
    );
    assert_eq!(with_name_of(1024 * 1024 - 100).send().await.status, 200);
}

#[tokio::test]
async fn deep_nesting_and_bytes_that_are_no_text_do_no_harm() {
    let sandbox = sandbox().await;
    let path = format!("/contacts/{}", samples::LISTED_CONTACT);
    for body in ["[".repeat(100_000).into_bytes(), b"{\"firstName\":\"\xff\"}".to_vec(), vec![0; 9]]
    {
        let call = call(&sandbox, "PUT", &path).header("Content-Type", "application/json");
        assert_eq!(call.body(body).send().await.error().0, 412);
    }
    let answer = call(&sandbox, "PUT", "/contacts/%ff").json(&json!({})).send().await;
    assert_eq!(answer.error(), (404, 404, "Not Found"));
}
