//! What real files hold, and what they lack.

use serde_json::{Value, json};

use super::*;
use crate::recordings::read;

/// The one exchange of a HAR file with this answer.
fn answer(response: &Value) -> Option<Exchange> {
    let request = json!({"method": "GET", "url": "https://h/"});
    let har = json!({"log": {"entries": [{"request": request, "response": response}]}});
    read(har.to_string().as_bytes()).unwrap().pop()
}

#[test]
fn bodies_are_decoded_from_base64() {
    let content = json!({"text": "eyJhIjoxfQ==", "encoding": "base64"});
    let exchange = answer(&json!({"status": 200, "content": content})).unwrap();
    assert_eq!(exchange.response.body, Body::Json(json!({"a": 1})));
}

#[test]
fn a_request_without_an_answer_is_passed_over() {
    for response in [
        json!({"status": 0}),
        json!({"status": -1.0}),
        json!({"status": "0"}),
        json!({}),
        json!(null),
    ] {
        assert_eq!(answer(&response), None);
    }
}

#[test]
fn a_body_that_was_left_out_of_the_file_is_said_to_be() {
    let lacks = |response| {
        let exchange = answer(&response).unwrap();
        exchange.lacks(MessagePart::ResponseBody)
    };
    assert!(lacks(json!({"status": 200, "content": {"size": 512}})));
    assert!(lacks(json!({"status": 200, "content": {"size": 512, "text": ""}})));
    assert!(!lacks(json!({"status": 200, "content": {"size": 512, "text": "{}"}})));
    assert!(!lacks(json!({"status": 204, "content": {"size": 0}})));
    assert!(!lacks(json!({"status": 304, "content": {"size": -1}})));
    // Playwright measures nothing in its files of the kind `minimal`.
    assert!(lacks(json!({"status": 200, "content": {"size": -1}, "bodySize": -1})));
    assert!(lacks(json!({"status": 200, "content": {"size": -1}, "bodySize": 571})));
    assert!(lacks(json!({"status": 200, "content": {"size": 0}, "bodySize": 571})));
    assert!(lacks(json!({"status": 200, "content": {"size": 512, "_file": "a.json"}})));
    assert!(lacks(json!({"status": 200, "content": {}})));
    assert!(lacks(json!({"status": 200})));
    for body_size in [json!(0), json!(-1), json!(null)] {
        assert!(!lacks(json!({"status": 200, "content": {"size": 0}, "bodySize": body_size})));
    }
    let lacks = |body_size: i32, post_data: &Value| {
        let request = json!({"method": "PUT", "url": "https://h/", "headers": [],
                             "bodySize": body_size, "postData": post_data});
        let har = json!({"log": {"entries": [{"request": request, "response": {"status": 204}}]}});
        read(har.to_string().as_bytes()).unwrap()[0].lacks(MessagePart::RequestBody)
    };
    let left_out = json!({"mimeType": "application/json", "params": [], "text": ""});
    assert!(lacks(7, &json!(null)) && lacks(7, &left_out) && lacks(-1, &left_out));
    assert!(!lacks(0, &json!(null)) && !lacks(-1, &json!(null)) && !lacks(0, &left_out));
}

#[test]
fn bodies_in_files_beside_the_har_file_are_read() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.json"), "{\"a\":1}").unwrap();
    let of = |name: &str| json!({"mimeType": "application/json", "size": -1, "_file": name});
    let entry = |name: &str| {
        json!({"request": {"method": "PUT", "url": "https://h/", "postData": of(name)},
               "response": {"status": 200, "content": of(name)}})
    };
    let har = json!({"log": {"entries": [entry("a.json"), entry("../a.json")]}}).to_string();
    let pieces = crate::recordings::Pieces::new(har.as_bytes()).beside(folder.path());
    let exchanges: Vec<_> = pieces.map(|piece| piece.unwrap().read().unwrap().unwrap()).collect();
    let expected = Body::Json(json!({"a": 1}));
    assert_eq!([&exchanges[0].request.body, &exchanges[0].response.body], [&expected; 2]);
    for (exchange, lacks) in exchanges.iter().zip([false, true]) {
        assert_eq!(exchange.lacks(MessagePart::RequestBody), lacks);
        assert_eq!(exchange.lacks(MessagePart::ResponseBody), lacks);
    }
    let without_folder = read(har.as_bytes()).unwrap();
    assert!(without_folder[0].lacks(MessagePart::ResponseBody));
}

#[test]
fn numbers_and_nothing_may_stand_where_a_text_belongs() {
    let headers = json!([{"name": "a", "value": null}, {"name": "b", "value": 1}, {"name": null},
                         null, {"value": "x"}, {"name": "c"}]);
    for status in [json!(200), json!(200.0), json!("200"), json!("200.00")] {
        let content = json!({"text": 7, "size": "1", "encoding": null});
        let response = json!({"status": status, "headers": headers, "content": content});
        let exchange = answer(&response).unwrap();
        assert_eq!(exchange.response.status, 200);
        let expected = Headers::from_iter([("a", ""), ("b", "1"), ("c", "")]);
        assert_eq!(exchange.response.headers, expected);
        assert_eq!(exchange.response.body, Body::Json(json!(7)));
    }
}

#[test]
fn headers_that_the_file_does_not_have_are_not_recorded() {
    let some = json!([{"name": "a", "value": "1"}]);
    for (headers, are_there) in [(json!([]), false), (json!(null), false), (some, true)] {
        let exchange = answer(&json!({"status": 200, "headers": headers})).unwrap();
        assert!(exchange.lacks(MessagePart::RequestHeaders));
        assert_eq!(exchange.lacks(MessagePart::ResponseHeaders), !are_there, "{headers}");
    }
}

#[test]
fn everything_that_an_answer_need_not_have_may_be_missing_or_null() {
    for response in [
        json!({"status": 200}),
        json!({"status": 200, "headers": null, "content": null}),
        json!({"status": 200, "content": {"text": null, "encoding": null, "size": null}}),
    ] {
        assert_eq!(answer(&response).unwrap().response.body, Body::Absent);
    }
}

#[test]
fn pseudo_headers_of_http_2_are_no_headers() {
    let headers = json!([{"name": ":status", "value": "200"}, {"name": "a", "value": "1"}]);
    let exchange = answer(&json!({"status": 200, "headers": headers})).unwrap();
    assert_eq!(exchange.response.headers, Headers::from_iter([("a", "1")]));
}
