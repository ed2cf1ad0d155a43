//! Known secrets and personal data go in everywhere, and come out nowhere.
//!
//! Each command runs in a folder of its own; whatever it prints or leaves there is searched, byte
//! by byte, except for the files that were put there to be read.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::program::Program;
use crate::record::Proxy;
use crate::server::Server;

const TOKEN: &str = "c4n4ry-t0k3n";
const NAME: &str = "Canarina";
const PHONE: &str = "8675309421";
const HEADER: &str = "c4n4ry-header";
const QUERY: &str = "c4n4ry-query";
const TEXT: &str = "c4n4ry-text";

const CANARIES: &[&str] = &[TOKEN, NAME, HEADER, QUERY, TEXT];

/// So many digits in a row are enough to tell whose number it is.
const RUN: usize = 5;

/// Where a contact is changed.
const PATH: &str = "/agentassist/api/v1/public/st-1/contacts/1";

/// Where contacts are listed.
const LIST: &str = "/agentassist/api/v1/public/st-1/contacts";

/// A body with canaries in every part that the document marks.
fn contact() -> String {
    format!(
        r#"{{"id": "1", "firstName": "{NAME}", "lastName": "{NAME}", "fullName": "{NAME} {NAME}",
            "cellPhone": {{"phoneNumber": "{PHONE}", "countryCode": "+1", "extension": "+1"}},
            "address": [{{"street": "{TEXT}"}}], "twitterDetails": [{{"handle": "{TEXT}"}}]}}"#
    )
}

/// A contact whose number is written like this.
fn with_number(number: &str) -> String {
    contact().replace(&format!("\"{PHONE}\""), &format!("\"{number}\""))
}

/// A change with canaries in every part that the document marks, and where they do not belong.
fn change() -> String {
    format!(
        r#"{{"firstName": "{NAME}", "lastName": "{NAME}", "cellPhone": {{"phoneNumber": "{PHONE}-0 / {NAME}", "countryCode": "+1{PHONE}", "extension": "ext. {PHONE}"}}}}"#
    )
}

/// A page of one contact.
fn page() -> String {
    format!(
        r#"{{"results": [{}], "skip": 0, "limit": 1, "hasMore": false, "totalPages": 1,
            "totalResults": 1}}"#,
        contact()
    )
}

/// An exchange with canaries in headers, query and bodies.
fn exchange(status: u16, body: &str) -> String {
    let contact = change();
    let body = body.replace('\n', " ");
    format!(
        r#"{{"request": {{"method": "PUT", "url": "https://u:{TOKEN}@h{PATH}?q={QUERY}#{QUERY}", "headers": {{"auth": "{TOKEN}", "cookie": "{HEADER}", "x-key": "{HEADER}"}}, "body": {contact}}}, "response": {{"status": {status}, "headers": {{"content-type": "application/json", "set-cookie": "{HEADER}"}}, "body": {body}}}}}"#
    )
}

/// Exchanges with canaries wherever a message has room for one.
fn everywhere() -> Vec<String> {
    let own = |body: &str, status: u16| exchange(status, body);
    let page = page().replace("\"skip\"", &format!(r#""owner": {{"mail": "{TEXT}"}}, "skip""#));
    let sentence = format!("contact {NAME} <{TEXT}@example.org> {PHONE} not found");
    let list = exchange(200, &page)
        .replace("PUT", "GET")
        .replace(&format!("{PATH}?q={QUERY}"), &format!("{LIST}?skip={QUERY}&limit={QUERY}"));
    vec![
        own(&contact(), 200),
        own(&contact().replace(r#""id": "1""#, r#""id": 1"#), 200),
        own(&contact().replace('{', &format!(r#"{{"note": "{TEXT}", "#)), 200),
        own(&contact(), 299),
        own(&with_number(&format!("+1 {PHONE} ext. {PHONE}")), 299),
        own(&with_number(&format!("0{PHONE} / {NAME}")), 299),
        own(&with_number(&format!("{PHONE}\", \"mobile\": \"{PHONE}")), 299),
        own(&format!(r#"{{"errors": [{{"msg": "{sentence}", "code": 404}}]}}"#), 404),
        own(&format!(r#"{{"status": "error", "message": "{sentence}"}}"#), 400),
        own(&format!(r#"{{"reason": "{NAME}"}}"#), 500),
        own(&format!(r#"{{"text": "<p>{TEXT}</p>"}}"#), 200),
        own(&format!(r#"{{"text": "{{\"id\": \"{NAME}\", \"id\": \"{TEXT}\"}}"}}"#), 200),
        own(&format!("\"{TEXT}\""), 200),
        own(&format!("[\"{TEXT}\", [\"{NAME}\"]]"), 200),
        list,
        own(&contact(), 200)
            .replace("application/json", &format!("text/{HEADER}; charset={HEADER}")),
        own(&contact(), 200)
            .replace("application/json", &format!("application/json; charset={HEADER}")),
        own(&contact(), 200).replace("PUT", &TEXT.to_uppercase()),
        own(&contact(), 200).replace(PATH, &format!("/agentassist/api/v1/public/{QUERY}/{NAME}")),
        own(&contact(), 200).replace("https://u", &format!("{QUERY}://u")),
        own(&contact(), 200).replace("https://", QUERY),
    ]
}

/// Exchanges as a HAR file has them, with canaries in the parts that only such a file has.
fn as_har(exchanges: &[String]) -> String {
    let entries: Vec<_> = exchanges
        .iter()
        .map(|text| {
            let exchange: Value = serde_json::from_str(text).unwrap();
            let headers = |message: &str| -> Value {
                let headers = exchange[message]["headers"].as_object().unwrap().iter();
                headers.map(|(name, value)| json!({"name": name, "value": value})).collect()
            };
            let body = |message: &str| match &exchange[message]["body"]["text"] {
                Value::String(text) => text.clone(),
                _ => exchange[message]["body"].to_string(),
            };
            json!({
                "comment": TEXT, "serverIPAddress": TEXT,
                "request": {
                    "method": exchange["request"]["method"], "url": exchange["request"]["url"],
                    "headers": headers("request"), "cookies": [{"name": "a", "value": TOKEN}],
                    "queryString": [{"name": "a", "value": QUERY}],
                    "postData": {"mimeType": TEXT, "text": body("request")},
                },
                "response": {
                    "status": exchange["response"]["status"], "statusText": TEXT,
                    "headers": headers("response"), "redirectURL": TEXT,
                    "content": {"mimeType": TEXT, "text": body("response")},
                },
            })
        })
        .collect();
    json!({"log": {"comment": TEXT, "entries": entries}}).to_string()
}

/// What httpmock would have recorded.
fn as_httpmock() -> String {
    let body = contact().replace('\n', " ");
    format!(
        "# {TEXT}\n---\nwhen:\n  path: {PATH}\n  method: PUT\n  query_param:\n  - name: q\n    \
         value: {QUERY}\n  header:\n  - name: auth\n    value: {TOKEN}\n  - name: x-key\n    \
         value: {HEADER}\n  body: '{}'\nthen:\n  status: 299\n  header:\n  - name: content-type\n    \
         value: text/{HEADER}\n  body: '{body}'\n",
        change()
    )
}

const FORMATS: [&str; 7] = ["pretty", "json", "ndjson", "junit", "sarif", "github", "markdown"];

#[test]
fn no_container_and_no_form_of_a_report_shows_any() {
    let exchanges = everywhere();
    for text in &exchanges {
        serde_json::from_str::<Value>(text).unwrap();
    }
    let program = Program::new()
        .with_file("in/a.ndjson", exchanges.join("\n"))
        .with_file("in/b.har", as_har(&exchanges))
        .with_file("in/c.yaml", as_httpmock());
    for options in [&[][..], &["--strict"]] {
        for format in FORMATS {
            let arguments = [&["check", "in", "--format", format], options].concat();
            let shown = program.run(&arguments);
            assert!(shown.starts_with("exit code: 1\n"), "{shown}");
            assert_clean(format, shown.as_bytes());
        }
    }
    program.run(&["check", "in", "--baseline", "base.json", "--update-baseline"]);
    let mut shards = Vec::new();
    for index in 1..=3 {
        let shard = format!("{index}/3");
        let lines = program.command(&["check", "in", "--shard", &shard]).output().unwrap();
        assert_clean("the lines of a shard", &lines.stdout);
        fs::write(program.path().join(format!("s{index}")), &lines.stdout).unwrap();
        shards.push(format!("s{index}"));
    }
    for format in FORMATS {
        let arguments = [&["merge", "--format", format], &["s1", "s2", "s3"][..]].concat();
        let merged = program.run(&arguments);
        assert!(merged.starts_with("exit code: 1\n"), "{merged}");
        assert_clean("the merged report", merged.as_bytes());
    }
    assert_folder_is_clean(&program, &["in/a.ndjson", "in/b.har", "in/c.yaml"]);
}

#[test]
fn no_broken_input_is_repeated_in_an_error() {
    let whole = exchange(200, &contact());
    let wrong = [
        whole.replace("\"status\": 200", &format!("\"status\": \"{TEXT}\"")),
        whole.replace("\"method\": \"PUT\"", &format!("\"method\": [\"{TEXT}\"]")),
        whole.replace("\"auth\": ", &format!("\"auth\": {{\"{TEXT}\": 1}}, \"other\": ")),
        whole.replace("\"request\"", &format!("\"source\": {{\"kind\": \"{TEXT}\"}}, \"request\"")),
        whole.replace("\"response\"", &format!("\"source\": \"{TEXT}\", \"response\"")),
        format!("{{\"log\": {{\"entries\": [{{\"request\": \"{TEXT}\", \"response\": {{}}}}]}}}}"),
        format!("when:\n  path: {TEXT}\nthen:\n  status: {TEXT}\n"),
        format!("when: {{path: /, method: GET}}\nthen: {{status: {TEXT}}}\n"),
        format!("when: *{TEXT}\n"),
        format!("{TEXT}: {NAME}\n"),
        format!("--- \"{TEXT}\n"),
        format!("{{\"shard\": \"{TEXT}\"}}"),
    ];
    for text in wrong {
        let program = Program::new().with_file("in.json", &text);
        let shown = program.run(&["check", "in.json"]);
        assert!(shown.starts_with("exit code: 3\n"), "{shown}");
        assert_clean("the error", shown.as_bytes());
        assert_clean("the error of merge", program.run(&["merge", "in.json"]).as_bytes());
        let lines = program.run(&["check", "in.json", "--shard", "1/2"]);
        assert_clean("the lines of a shard", lines.as_bytes());
    }
    let shard = r#"{"shard":{"shard":"1/1","version":"1","options":[]}}"#;
    let line = format!(r#"{{"exchange": {{"number": 1, "verdict": {{"subject": "{TEXT}"}}}}}}"#);
    let program = Program::new().with_file("s", format!("{shard}\n{line}\n"));
    assert_clean("the error of merge", program.run(&["merge", "s"]).as_bytes());
}

#[test]
fn record_leaves_none_of_what_stands_anywhere_in_a_message() {
    let sentence = format!("contact {NAME} <{TEXT}@example.org> {PHONE} not found");
    for (status, body) in [
        (404, format!(r#"{{"errors": [{{"msg": "{sentence}", "who": "{NAME}"}}]}}"#)),
        (400, format!("\"{sentence}\"")),
        (200, page()),
        (200, format!("[\"{TEXT}\"]")),
        (299, contact()),
        (400, format!("<p>{TEXT}</p>")),
        (500, format!("{{\"{NAME}")),
    ] {
        let server = Server::answering(status, &body);
        let program = Program::new();
        let proxy = Proxy::start(&program, &server.base_url, &[]);
        let headers = format!(
            "auth: {TOKEN}\r\nauthorization: {TOKEN}\r\ncookie: a={TOKEN}\r\nx-{HEADER}-of: {HEADER}\r\naccept: {HEADER}\r\n\
             content-type: text/{HEADER}; charset={HEADER}"
        )
        .replace(&format!("x-{HEADER}-of"), "x-of");
        for (method, path) in [
            ("GET", format!("{LIST}?skip={QUERY}&limit=2&q={QUERY}")),
            ("DELETE", PATH.to_owned()),
            ("PUT", PATH.to_owned()),
            ("CANARY", PATH.to_owned()),
            ("POST", PATH.to_owned()),
            ("GET", format!("/agentassist/api/v1/public/st-1/search/{NAME}/{PHONE}")),
            ("GET", format!("/elsewhere/{NAME}?q={QUERY}")),
        ] {
            proxy.send(&format!("{method} {path} HTTP/1.1\r\n{headers}"), &change());
        }
        assert_eq!(program.read("out.ndjson").lines().count(), 6);
        assert!(!program.read("out.ndjson").contains("CANARY"));
        assert_folder_is_clean(&program, &[]);
        for format in FORMATS {
            let shown = program.run(&["check", "out.ndjson", "--format", format]);
            assert_clean("the check of the recording", shown.as_bytes());
        }
    }
}

fn assert_clean(what: &str, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for canary in CANARIES {
        assert!(!text.contains(canary), "{canary} is in {what}: {text}");
    }
    // A hash that is written as a number may hold any digits, and is longer than a phone number.
    let numbers = text.split(|letter: char| !letter.is_ascii_digit());
    for number in numbers.filter(|number| number.len() < 17 || number.contains(PHONE)) {
        let runs = PHONE.as_bytes().windows(RUN).map(|run| str::from_utf8(run).unwrap());
        for run in runs {
            assert!(!number.contains(run), "{run} of {PHONE} is in {what}: {text}");
        }
    }
}

/// Searches every file below a folder, except for those that were put there.
fn assert_folder_is_clean(program: &Program, inputs: &[&str]) {
    for path in files(program.path()) {
        let name = path.strip_prefix(program.path()).unwrap().to_owned();
        if !inputs.iter().any(|input| name == Path::new(input)) {
            assert_clean(&name.display().to_string(), &fs::read(&path).unwrap());
        }
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn check_shows_none_of_a_file_that_it_cannot_read() {
    let whole = exchange(200, &contact());
    let cut = &whole[..whole.len() - 9];
    for broken in [cut, &format!("{TEXT} {whole}"), &format!(r#"{{"{NAME}": "{TOKEN}"}}"#)] {
        let program = Program::new().with_file("in.json", broken);
        let shown = program.run(&["check", "in.json"]);
        assert!(shown.starts_with("exit code: 3\n"), "{shown}");
        assert_clean("the error", shown.as_bytes());
    }
}

#[test]
fn contract_against_a_host_shows_none_and_leaves_none() {
    for (status, body) in
        [(200, page()), (299, page()), (400, format!("<p>{TEXT}</p>")), (500, format!("{{{NAME}"))]
    {
        let server = Server::answering(status, &body);
        let program = Program::new().with_file("token", TOKEN);
        let target = ["contract", "--target", &server.base_url, "--token-file", "token"];
        let ids = ["--account-id", "a", "--stream-id", "st-1"];
        let shown = program.run(&[&target[..], &ids].concat());
        assert_clean("what contract prints", shown.as_bytes());
        // It has asked, and judged and kept what came: all of that had the canaries in it.
        assert!(server.requests() >= 3, "{status}: {shown}");
        assert!(shown.contains("\nChecked ") && !shown.contains("Checked 0 "), "{shown}");
        let recording = program.read("target/contract/recording.json");
        assert!(recording.matches("\"auth\": \"redacted-").count() >= 3, "{recording}");
        assert_folder_is_clean(&program, &["token"]);
    }
}

#[cfg(unix)]
#[test]
fn record_says_none_when_the_upstream_breaks_off() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let upstream = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let program = Program::new();
    let proxy = Proxy::start(&program, &upstream, &[]);
    let head = format!("PUT {PATH}?q={QUERY} HTTP/1.1\r\nauth: {TOKEN}");
    let answer = proxy.send(&head, &change());
    assert_clean("the answer", answer.as_bytes());
    assert_clean("what record says", proxy.stop().1.as_bytes());
    let upstream = format!("https://u:{TOKEN}@h?{QUERY}");
    let shown = program.run(&["record", "--upstream", &upstream, "--out", "x"]);
    assert!(shown.starts_with("exit code: 2\n"), "{shown}");
    assert_clean("the refusal", shown.as_bytes());
}

#[test]
fn a_command_that_records_leaves_none_on_the_disk() {
    for (status, body) in [(200, contact()), (400, format!("<p>{TEXT}</p>")), (299, contact())] {
        let server = Server::answering(status, &body);
        let program = Program::new().with_file("token", TOKEN);
        let place = ["--target", &server.base_url, "--account-id", "a", "--stream-id", "st-1"];
        let call = ["contacts", "delete", "1", "--yes", "--record", "out.ndjson"];
        let token = ["--token-file", "token"];
        program.run(&[&call[..], &place, &token].concat());
        assert!(program.read("out.ndjson").contains("\"auth\":\"redacted-1\""));
        assert_folder_is_clean(&program, &["token"]);
    }
}

#[test]
fn a_value_that_the_document_does_not_know_is_replaced_too() {
    let server = Server::answering(200, &contact());
    let program = Program::new();
    let proxy = Proxy::start(&program, &server.base_url, &[]);
    let sent = format!(r#"{{"firstName": "{NAME}", "nickname": "{TEXT}"}}"#);
    proxy.send(&format!("PUT {PATH} HTTP/1.1\r\nauth: {TOKEN}"), &sent);
    let recorded = program.read("out.ndjson");
    assert!(!recorded.contains(TEXT) && !recorded.contains(NAME), "{recorded}");
}
