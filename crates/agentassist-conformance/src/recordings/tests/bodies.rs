//! What is wrong with a body is found in every form in which it can stand in a file.

use std::num::NonZeroUsize;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::super::{Pieces, Recorder, judge};
use crate::exchange::Body;
use crate::{Exchange, Judge, Report, Rule};

/// A page of contacts that conforms, with its request.
fn page() -> Exchange {
    Rule::PageTooLong.explanation().example.passing().remove(0)
}

/// The text of its answer.
fn text() -> String {
    page().response.body.json().unwrap().to_string()
}

/// The page as a HAR file has it, with this content.
fn har(content: &Value) -> String {
    let Exchange { request, response, .. } = page();
    let list = |headers: &crate::exchange::Headers| -> Value {
        headers.iter().map(|(name, value)| json!({"name": name, "value": value})).collect()
    };
    let entry = json!({
        "request": {"method": request.method, "url": request.url,
                    "headers": list(&request.headers)},
        "response": {"status": 200, "headers": list(&response.headers), "content": content},
    });
    json!({"log": {"entries": [entry]}}).to_string()
}

/// The page as a recording of httpmock has it, with this body.
fn httpmock(body: &str) -> String {
    let path = url::Url::parse(&page().request.url).unwrap().path().to_owned();
    format!(
        "when:\n  method: GET\n  path: {path}\nthen:\n  status: 200\n  header:\n  - name: \
         content-type\n    value: application/json\n  {body}\n"
    )
}

/// The page as a recording has it, with this text in the place of its body.
fn recording(body: &str) -> String {
    serde_json::to_string(&page()).unwrap().replace(&text(), body)
}

fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// What a judge finds in a file.
fn findings(file: &str) -> Vec<(Rule, String)> {
    let mut report = Report::default();
    judge(Pieces::new(file.as_bytes()), &Judge::default(), NonZeroUsize::MIN, |number, verdict| {
        report.add("a", number, verdict);
    })
    .unwrap();
    let findings = report.findings.into_iter().map(|located| located.finding);
    findings.map(|finding| (finding.rule, finding.pointer)).collect()
}

/// What a judge finds in the page with a body of these bytes, once it was recorded.
fn findings_in_recorded(bytes: &[u8]) -> Vec<(Rule, String)> {
    let file = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let recorder = Recorder::new(Shared(file.clone()));
    let mut exchange = page();
    exchange.response.body = Body::from_bytes(bytes);
    recorder.record(exchange);
    recorder.finish().unwrap();
    let text = String::from_utf8(file.lock().unwrap().clone()).unwrap();
    assert!(!text.contains("Ada") && !text.contains("King"), "{text}");
    findings(&text)
}

struct Shared(std::sync::Arc<std::sync::Mutex<Vec<u8>>>);

impl std::io::Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_property_that_stands_twice_is_found_in_every_form() {
    let skip = text().replacen("\"skip\":0", "\"skip\":0,\"skip\":0", 1);
    let free = text().replacen("\"address\":[]", "\"address\":[{\"a\":1,\"a\":1}]", 1);
    for (body, place) in
        [(skip, "/response/body/skip"), (free, "/response/body/results/0/address/0/a")]
    {
        assert_ne!(body, text());
        let expected = [(Rule::PropertyRepeated, place.to_owned())];
        for file in [
            recording(&body),
            format!("[{}]", recording(&body)),
            format!("{}\n{}", recording(&text()), recording(&body)),
            recording(&format!("{{\"json\":{body}}}")),
            recording(&json!({"text": body}).to_string()),
            har(&json!({"text": body})),
            har(&json!({"text": base64(body.as_bytes()), "encoding": "base64"})),
            httpmock(&format!("body: '{body}'")),
            httpmock(&format!("json_body: '{body}'")),
        ] {
            assert_eq!(findings(&file), expected, "{file}");
        }
        assert_eq!(findings_in_recorded(body.as_bytes()), expected);
    }
}

#[test]
fn bytes_that_are_no_utf_8_are_found_in_every_form() {
    let latin_1: Vec<u8> =
        text().replace("Ada", "Ad#").bytes().map(|it| if it == b'#' { 0xe9 } else { it }).collect();
    let utf_16: Vec<u8> = text().encode_utf16().flat_map(u16::to_le_bytes).chain([0xff]).collect();
    for (bytes, rule) in [(latin_1, Rule::CharsetWrong), (utf_16, Rule::BodyMalformed)] {
        let expected = [(rule, "/response/body".to_owned())];
        let text = String::from_utf8_lossy(&bytes);
        for file in [
            har(&json!({"text": base64(&bytes), "encoding": "base64"})),
            httpmock(&format!("body_base64: {}", base64(&bytes))),
            recording(&json!({"notUtf8": text}).to_string()),
        ] {
            assert_eq!(findings(&file), expected, "{file}");
        }
        assert_eq!(findings_in_recorded(&bytes), expected);
    }
}

#[test]
fn a_number_that_nobody_can_read_is_no_other_fault_of_the_body() {
    let body = text().replacen("\"skip\":0", "\"skip\":1e400", 1);
    let mut report = Report::default();
    let har = har(&json!({"text": body}));
    judge(Pieces::new(har.as_bytes()), &Judge::default(), NonZeroUsize::MIN, |number, verdict| {
        report.add("a", number, verdict);
    })
    .unwrap();
    let messages: Vec<_> = report.findings.iter().map(|it| &*it.finding.message).collect();
    assert_eq!(messages, ["the body holds a number beyond what 64 bits can hold"]);
}
