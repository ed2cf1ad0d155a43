//! The same exchanges in another file make the same findings, whatever tool wrote it.

use std::fmt::Write;

use agentassist_conformance::exchange::{Headers, MessagePart};
use agentassist_conformance::{Exchange, Judge, Report, Rule, recordings};
use serde_json::{Value, json};

/// Exchanges of each rule's failing example, and those of the recordings' clean ones.
fn sequences() -> Vec<(String, Vec<Exchange>)> {
    let examples = Rule::ALL.iter().map(|rule| {
        let mut exchanges = rule.explanation().example.failing();
        exchanges.extend(rule.explanation().example.passing());
        (rule.to_string(), exchanges)
    });
    examples.collect()
}

/// What is found in a file, but for the form of its places.
fn findings(text: &str) -> Vec<(usize, Value)> {
    let mut report = Report::default();
    for (index, exchange) in recordings::read(text.as_bytes()).unwrap().iter().enumerate() {
        report.add("a", index + 1, Judge::default().judge(exchange));
    }
    let findings = report.findings.iter();
    findings.map(|it| (it.exchange, serde_json::to_value(&it.finding).unwrap())).collect()
}

fn to_ndjson(exchanges: &[Exchange]) -> String {
    exchanges.iter().map(|it| serde_json::to_string(it).unwrap() + "\n").collect()
}

/// With one that every message has: an empty list says that none were recorded.
fn headers(headers: &Headers) -> Value {
    let usual = std::iter::once(("accept", "*/*"));
    headers.iter().chain(usual).map(|(name, value)| json!({"name": name, "value": value})).collect()
}

/// A body as it went over the wire.
fn wire(message: &Value) -> Option<String> {
    let body = message.get("body")?;
    Some(match body.as_object().filter(|object| object.len() == 1) {
        Some(wrapper) if wrapper.contains_key("text") => wrapper["text"].as_str()?.to_owned(),
        Some(wrapper) if wrapper.contains_key("json") => wrapper["json"].to_string(),
        _ => body.to_string(),
    })
}

fn to_har(exchanges: &[Exchange]) -> String {
    let entries: Vec<_> = exchanges
        .iter()
        .map(|exchange| {
            let written = serde_json::to_value(exchange).unwrap();
            let (asked, answered) = (wire(&written["request"]), wire(&written["response"]));
            let (request, response) = (&exchange.request, &exchange.response);
            json!({
                "request": {
                    "method": request.method, "url": request.url,
                    "headers": headers(&request.headers),
                    "postData": asked.map(|text| json!({"mimeType": "x", "text": text})),
                },
                "response": {
                    "status": response.status, "headers": headers(&response.headers),
                    "content": {"size": answered.as_ref().map_or(0, String::len), "text": answered},
                },
            })
        })
        .collect();
    json!({"log": {"version": "1.2", "entries": entries}}).to_string()
}

/// A scalar of YAML in single quotes, which hold any text but control characters.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// As httpmock would write it, were it told to keep every header.
fn to_httpmock(exchanges: &[Exchange]) -> String {
    let mut text = String::new();
    for exchange in exchanges {
        let written = serde_json::to_value(exchange).unwrap();
        let address = exchange.request.url.split_once("://").unwrap();
        let (host, rest) = address.1.split_once('/').unwrap();
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        write!(
            text,
            "---\nwhen:\n  scheme: {}\n  host: {host}\n  path: {}\n  method: {}\n",
            address.0,
            quoted(&format!("/{path}")),
            exchange.request.method,
        )
        .unwrap();
        let list = |name: &str, pairs: &mut dyn Iterator<Item = (&str, &str)>| {
            let item = |(name, value)| {
                format!("  - name: {}\n    value: {}\n", quoted(name), quoted(value))
            };
            let items: String = pairs.map(item).collect();
            if items.is_empty() { items } else { format!("  {name}:\n{items}") }
        };
        let body = |message: &str| {
            let body = wire(&written[message]);
            body.map(|body| format!("  body: {}\n", quoted(&body))).unwrap_or_default()
        };
        text += &list("query_param", &mut query.split('&').filter_map(|it| it.split_once('=')));
        text += &list("header", &mut exchange.request.headers.iter());
        text += &body("request");
        writeln!(text, "then:\n  status: {}", exchange.response.status).unwrap();
        text += &list("header", &mut exchange.response.headers.iter());
        text += &body("response");
    }
    text
}

#[test]
fn the_same_exchanges_have_the_same_findings_in_every_container() {
    for (rule, exchanges) in sequences() {
        let expected = findings(&recordings::to_json(&exchanges));
        assert!(!expected.is_empty(), "{rule}");
        assert_eq!(findings(&to_ndjson(&exchanges)), expected, "{rule} as NDJSON");
        assert_eq!(findings(&to_har(&exchanges)), expected, "{rule} as HAR");
        // No URL of a request that httpmock has seen is malformed.
        if rule == Rule::UrlMalformed.id() {
            continue;
        }
        // It keeps the headers that it is told to: that one is missing proves nothing there.
        let by_absence = [Rule::HeaderMissing, Rule::AuthMissing, Rule::RequestContentType];
        let is_seen = |(_, finding): &&(usize, Value)| {
            let absent = finding["message"].as_str().unwrap().ends_with(" is missing");
            !(absent && by_absence.iter().any(|rule| finding["rule"] == rule.id()))
        };
        let expected: Vec<_> = expected.iter().filter(is_seen).cloned().collect();
        assert_eq!(findings(&to_httpmock(&exchanges)), expected, "{rule} as httpmock's YAML");
    }
}

#[test]
fn what_httpmock_wrote_says_what_it_left_out() {
    let text = include_str!("../containers/httpmock.yaml");
    let exchanges = recordings::read(text.as_bytes()).unwrap();
    assert_eq!(exchanges.len(), 5);
    assert!(exchanges.iter().all(|exchange| exchange.lacks(MessagePart::RequestHeaders)));
    assert!(!exchanges.iter().any(|exchange| exchange.lacks(MessagePart::ResponseBody)));
    assert_eq!(findings(text), []);
}
