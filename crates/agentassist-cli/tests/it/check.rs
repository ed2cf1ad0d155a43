//! `agentassist check`: a broken recording is named, and a file that is none gets one clear line.

use std::io::Write;
use std::process::Stdio;

use insta::assert_snapshot;

use crate::program::{Program, show};

const UPDATE: &str = "updateContact/200-documentation-sample.json";

/// The exit code and the findings of a check of one changed recording.
fn check_changed(from: &str, to: &str) -> String {
    let program = Program::new().with_recording("a.json", UPDATE, |text| {
        assert!(text.contains(from), "the recording holds {from}");
        text.replace(from, to)
    });
    findings(&program.run(&["check", "a.json"]))
}

/// What a check shows before the coverage, without the commands that make the calls again.
fn findings(shown: &str) -> String {
    let end = shown.find("Coverage").unwrap();
    let lines = shown[..end].trim_end().lines();
    lines.filter(|line| !line.starts_with("    again: ")).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_wrong_type_is_named() {
    assert_snapshot!(check_changed(r#""salutation": "mr",
      "cellPhone": {
        "extension""#, r#""salutation": 7,
      "cellPhone": {
        "extension""#), @r"
    exit code: 1
    --- stdout ---
    a.json, exchange 1 (updateContact)
      error an integer where a string belongs [body-schema]
        at /response/body/salutation, document /components/schemas/Contact/properties/salutation/type (documented)
    ");
}

#[test]
fn a_missing_field_is_named() {
    assert_snapshot!(check_changed(r#""fullName": "john doe","#, ""), @r"
    exit code: 1
    --- stdout ---
    a.json, exchange 1 (updateContact)
      error the property `fullName` is missing [body-schema]
        at /response/body, document /components/schemas/Contact/required (documented)
    ");
}

#[test]
fn an_unknown_status_is_named() {
    assert_snapshot!(check_changed(r#""status": 200"#, r#""status": 299"#), @r"
    exit code: 1
    --- stdout ---
    a.json, exchange 1 (updateContact)
      error the status 299 is none of the document's: 200, 400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 429, 500, 502, 503, 504 [status-undocumented]
        at /response/status, document /paths/~1agentassist~1api~1v1~1public~1{streamId}~1contacts~1{id}/put/responses (documented)
    ");
    assert_snapshot!(check_changed(r#""status": 200"#, r#""status": 418"#), @r"
    exit code: 1
    --- stdout ---
    a.json, exchange 1 (updateContact)
      error the status 418 is none of the document's: 200, 400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 429, 500, 502, 503, 504 [status-undocumented]
        at /response/status, document /paths/~1agentassist~1api~1v1~1public~1{streamId}~1contacts~1{id}/put/responses (documented)
      warning an object that is none of the alternatives [body-schema]
        at /response/body, document /components/schemas/ErrorBody/anyOf
        assumed: No page of the five operations shows an error; the envelopes are those of other public Kore.ai APIs.
    ");
}

#[test]
fn another_status_than_the_assumed_one_is_a_warning() {
    assert_snapshot!(check_changed(r#""status": 200"#, r#""status": 201"#), @r"
    exit code: 0
    --- stdout ---
    a.json, exchange 1 (updateContact)
      warning the status 201 is none of the document's: 200, 400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 429, 500, 502, 503, 504 [status-undocumented]
        at /response/status, document /paths/~1agentassist~1api~1v1~1public~1{streamId}~1contacts~1{id}/put/responses
        assumed: The page shows this body but names no status; 200 is the usual one for it.
    ");
}

#[test]
fn a_failed_server_is_named() {
    assert_snapshot!(check_changed(r#""status": 200"#, r#""status": 500"#), @r"
    exit code: 0
    --- stdout ---
    a.json, exchange 1 (updateContact)
      warning the server failed with the status 500 [server-error]
        at /response/status, document /components/responses/ServerError
        assumed: No page of the five operations shows an error.
      warning an object that is none of the alternatives [body-schema]
        at /response/body, document /components/schemas/ErrorBody/anyOf
        assumed: No page of the five operations shows an error; the envelopes are those of other public Kore.ai APIs.
    ");
}

#[test]
fn a_page_of_html_is_named() {
    let program = Program::new().with_recording("a.json", UPDATE, |text| {
        let start = text.find(r#""response""#).unwrap();
        let end = text.find(r#""source""#).unwrap();
        let html = r#""response": {"status": 200, "headers": {"content-type": "text/html"},
            "body": {"text": "<html>Bad gateway</html>"}}, "#;
        format!("{}{html}{}", &text[..start], &text[end..])
    });
    let shown = program.run(&["check", "a.json"]);
    assert_snapshot!(findings(&shown), @r"
    exit code: 1
    --- stdout ---
    a.json, exchange 1 (updateContact)
      error the content type `text/html` is not `application/json` [content-type-undocumented]
        at /response/headers/content-type, document /paths/~1agentassist~1api~1v1~1public~1{streamId}~1contacts~1{id}/put/responses/200 (documented)
    ");
}

#[test]
fn a_bad_date_is_named() {
    assert_snapshot!(check_changed("2026-01-09T05:55:58.158Z", "2026-13-09 05:55"), @r"
    exit code: 1
    --- stdout ---
    a.json, exchange 1 (updateContact)
      error not a date and time as in RFC 3339 (`2026-01-09T05:20:39.374Z`) [body-format]
        at /response/body/updatedAt, document /components/schemas/Contact/properties/updatedAt/format (documented)
    ");
}

#[test]
fn a_finding_shows_no_value_of_the_body() {
    let shown = check_changed("+9195501xxxxx\"", "x\", \"secretField\": {\"phone\": \"5550100\"}");
    assert!(shown.contains("info the property `secretField` is not in the document"), "{shown}");
    assert!(!shown.contains("5550100"), "{shown}");
}

#[test]
fn files_that_are_no_recordings_get_one_line_each() {
    let program = Program::new()
        .with_file("cut.json", r#"{"request": {"method": "GE"#)
        .with_file("empty.json", "")
        .with_file("foreign.json", r#"{"name": "package", "version": "1.0.0"}"#)
        .with_file("html.har", "<html></html>")
        .with_file("latin1.json", b"{\"a\": \"\xe4\"}");
    let files =
        ["missing.json", "cut.json", "empty.json", "foreign.json", "html.har", "latin1.json"];
    let arguments: Vec<_> = std::iter::once("check").chain(files).collect();
    let shown = program.run(&arguments);
    assert!(shown.starts_with("exit code: 3\n"), "{shown}");
    assert_snapshot!(&shown[shown.find("--- stderr").unwrap()..], @r"
    --- stderr ---
    error: cannot read missing.json: No such file or directory (os error 2)
    error: cannot read cut.json: it is cut off: the JSON ends in line 1, before it is complete
    error: cannot read empty.json: it is empty
    error: cannot read foreign.json: it holds no exchanges: neither a recording (an object with `request` and `response`, or a list of them), nor NDJSON of these, nor a HAR file (an object with `log.entries`), nor a recording of httpmock (YAML with `when` and `then`)
    error: cannot read html.har: it is not JSON (line 1, column 1)
    error: cannot read latin1.json: it is not text in UTF-8 (from byte 7)
    ");
}

#[test]
fn what_can_be_read_is_judged_beside_what_cannot() {
    let program =
        Program::new().with_recording("a.json", UPDATE, str::to_owned).with_file("b.json", "{");
    let shown = program.run(&["check", "."]);
    assert!(shown.starts_with("exit code: 3\n"), "{shown}");
    assert!(shown.contains("Checked 1 exchange in 1 file"), "{shown}");
    assert!(shown.contains("  updateContact       200: 1 "), "{shown}");
    let cut = "it is cut off: the JSON ends in line 1, before it is complete";
    assert!(shown.ends_with(&format!("error: cannot read ./b.json: {cut}\n")), "{shown}");
}

#[test]
fn a_folder_without_recordings_is_nothing_checked() {
    assert_snapshot!(Program::new().run(&["check", "."]), @r"
    exit code: 4
    --- stdout ---
    Coverage
      listContacts        200: -     4XX: -     5XX: -
      updateContact       200: -     4XX: -     5XX: -
      deleteContact       200: -     4XX: -     5XX: -
      bulkDeleteContacts  200: -     4XX: -     5XX: -
      deleteContactList   200: -     4XX: -     5XX: -
      0 of 5 operations, 0 of 15 documented answers (0 %)
      0 of 16 parameters, 0 of 189 properties, 0 of 22 known values, 0 of 31 rules on meaning

    Checked 0 exchanges in 0 files: 0 errors, 0 warnings, 0 notes
    --- stderr ---
    error: . holds no file that ends in .har, .json, .jsonl, .ndjson, .yaml or .yml
    nothing was checked: no exchange calls an operation's path
    ");
}

#[test]
fn what_lies_in_a_folder_beside_recordings_is_passed_over_and_named() {
    let compose = "x-log: &log {driver: json-file}\nservices:\n  web:\n    logging: *log\n";
    let program = Program::new()
        .with_recording("in/A.JSON", UPDATE, str::to_owned)
        .with_recording("in/deep/b.Har", UPDATE, str::to_owned)
        .with_file("in/package.json", r#"{"name": "tests", "version": "1.0.0"}"#)
        .with_file("in/fixtures.json", r#"[{"name": "a"}, {"name": "b"}]"#)
        .with_file("in/docker-compose.yml", compose)
        .with_file("in/empty.har", r#"{"log": {}}"#)
        .with_file("in/notes.txt", "s3cr3t");
    let shown = program.run(&["check", "in"]);
    assert!(shown.starts_with("exit code: 0\n"), "{shown}");
    assert!(shown.contains("Checked 2 exchanges in 2 files"), "{shown}");
    assert!(
        shown.ends_with(
            "--- stderr ---\nnote: passed over 4 files without exchanges: in/docker-compose.yml, \
             in/empty.har, in/fixtures.json, in/package.json\n"
        ),
        "{shown}"
    );
    for named in ["in/package.json", "in/docker-compose.yml"] {
        let shown = program.run(&["check", named]);
        assert!(shown.starts_with("exit code: 3\n"), "{shown}");
        assert!(shown.contains(&format!("error: cannot read {named}: it holds no")), "{shown}");
    }
}

#[test]
fn a_recording_in_a_folder_that_begins_with_something_else_is_not_passed_over() {
    let text = std::fs::read_to_string(crate::program::recordings().join(UPDATE)).unwrap();
    let line = text.replace('\n', " ");
    let broken_yaml = "when:\n  path: *x\nthen:\n  status: 200\n";
    for (name, content) in [
        ("a.ndjson", format!("{{\"written\": \"today\"}}\n{line}\n")),
        ("a.json", format!("[{{}}, {line}]")),
        ("a.yaml", broken_yaml.to_owned()),
        ("a.json", text[..text.len() / 2].to_owned()),
    ] {
        let program = Program::new().with_file(&format!("in/{name}"), content);
        let shown = program.run(&["check", "in"]);
        assert!(shown.starts_with("exit code: 3\n"), "{shown}");
        assert!(shown.contains(&format!("error: cannot read in/{name}: ")), "{shown}");
    }
}

#[cfg(unix)]
#[test]
fn of_a_folder_only_files_are_read_and_links_to_files() {
    let program =
        Program::new().with_recording("a.json", UPDATE, str::to_owned).with_file("in/x", "");
    let folder = program.path().join("in");
    std::os::unix::fs::symlink("../a.json", folder.join("link.json")).unwrap();
    std::os::unix::fs::symlink(".", folder.join("again.json")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(folder.join("pipe.json")).status().unwrap();
    assert!(made.success());
    let shown = program.run(&["check", "in"]);
    assert!(shown.starts_with("exit code: 0\n"), "{shown}");
    assert!(shown.contains("Checked 1 exchange in 1 file"), "{shown}");
    std::os::unix::fs::symlink("nowhere", folder.join("dangling.json")).unwrap();
    let shown = program.run(&["check", "in"]);
    assert!(shown.starts_with("exit code: 3\n"), "{shown}");
    assert!(shown.contains("error: cannot read in/dangling.json"), "{shown}");
}

#[test]
fn a_host_is_understood_as_it_is_usually_written_or_refused() {
    let text = std::fs::read_to_string(crate::program::recordings().join(UPDATE)).unwrap();
    let text = text.replace("http://sandbox/", "https://platform.kore.ai/");
    let program = Program::new().with_file("a.json", text);
    for host in ["https://platform.kore.ai", "platform.kore.ai:443", "PLATFORM.kore.ai."] {
        let shown = program.run(&["check", "a.json", "--host", host]);
        assert!(shown.contains("Checked 1 exchange"), "{host}: {shown}");
    }
    for host in ["*.kore.ai", "ftp://platform.kore.ai", "platform.kore.ai/crm", "u:s3cr3t@h", ""] {
        let shown = program.run(&["check", "a.json", "--host", host]);
        assert!(shown.starts_with("exit code: 2\n"), "{host}: {shown}");
        assert!(shown.contains("error: --host ") && !shown.contains("s3cr3t"), "{shown}");
    }
}

#[test]
fn traffic_of_other_apis_is_set_aside_and_counted() {
    let har = r#"{"log": {"version": "1.2", "entries": [{
        "request": {"method": "GET", "url": "https://example.com/", "headers": []},
        "response": {"status": 200, "headers": [], "content": {"text": "hello"}}}]}}"#;
    let program = Program::new().with_file("a.har", har);
    let shown = program.run(&["check", "a.har"]);
    assert!(shown.starts_with("exit code: 4\n"), "{shown}");
    assert!(shown.contains("Set aside 1 exchange of other APIs"), "{shown}");
}

#[test]
fn what_is_not_judged_of_a_har_file_is_counted_and_what_cannot_be_read_is_named() {
    let url = "https://h/agentassist/api/v1/public/st-1/contacts";
    let entry = |method: &str, url: &str, status: &str| {
        format!(
            r#"{{"request": {{"method": {method}, "url": "{url}",
                "headers": [{{"name": "Access-Control-Request-Method", "value": "PUT"}}]}},
                "response": {{"status": {status}, "headers": [{{"name": "x", "value": null}}]}}}}"#
        )
    };
    let entries = [
        entry("null", "https://cdn.example/", "200"),
        entry(r#""OPTIONS""#, url, "204"),
        entry(r#""GET""#, url, "0"),
        entry(r#""GET""#, url, r#""s3cr3t""#),
        entry(r#""GET""#, url, "401.0"),
    ];
    let har = format!(r#"{{"log": {{"entries": [{}]}}}}"#, entries.join(","));
    let program = Program::new().with_file("a.har", har);
    let shown = program.run(&["check", "a.har"]);
    assert_snapshot!(&shown[shown.find("Checked").unwrap()..], @r"
    Checked 1 exchange in 1 file: 0 errors, 1 warning, 0 notes
    Set aside 1 exchange of other APIs
    Set aside 1 preflight request of browsers (CORS)
    Passed over 1 request without an answer
    Could not read 1 exchange
    Not asked of exchanges that are trimmed, masked, too long or not recorded in full: body-missing (1), body-malformed (1), property-repeated (1), body-schema (1), body-format (1), integer-range (1), enum-unknown (1), property-undocumented (1)
    --- stderr ---
    error: cannot read a.har: exchange 4 is not one: `response.status` is a text, where a status such as 200 belongs
    ");
    assert!(shown.starts_with("exit code: 3\n"), "{shown}");
    let shard = program.run(&["check", "a.har", "--shard", "1/1"]);
    assert!(shard.starts_with("exit code: 3\n"), "{shard}");
    assert!(shard.contains("error: cannot read a.har: exchange 4 is not one"), "{shard}");
}

#[test]
fn every_kind_of_file_in_a_folder_is_judged_for_what_it_holds() {
    let entry = r#"{"log": {"entries": [{
        "request": {"method": "GET", "headers": [{"name": "accept", "value": "*/*"}],
            "url": "https://h/agentassist/api/v1/public/st-1/contacts"},
        "response": {"status": 200, "content": {"size": 99},
            "headers": [{"name": "content-type", "value": "text/html"}]}}]}}"#;
    let httpmock = crate::program::recordings().join("../containers/httpmock.yaml");
    let program = Program::new()
        .with_recording("a.json", UPDATE, str::to_owned)
        .with_file("b/left-out.har", entry)
        .with_file("c.yaml", std::fs::read(httpmock).unwrap());
    let shown = program.run(&["check", "."]);
    assert!(shown.starts_with("exit code: 1\n"), "{shown}");
    assert!(shown.contains("Checked 7 exchanges in 3 files"), "{shown}");
    assert!(shown.contains("error the header `accountId` is missing"), "{shown}");
    assert!(shown.contains("the content type `text/html` is not"), "{shown}");
    assert!(!shown.contains("no body where"), "{shown}");
    let withheld =
        "Not asked of exchanges that are trimmed, masked, too long or not recorded in full: ";
    let line = shown.lines().find(|line| line.starts_with(withheld)).unwrap();
    assert!(line.contains("auth-missing (3)") && line.contains("body-schema (1)"), "{line}");
}

#[test]
fn bodies_that_lie_beside_a_har_file_are_judged_with_it() {
    let update = std::fs::read_to_string(crate::program::recordings().join(UPDATE)).unwrap();
    let exchange: serde_json::Value = serde_json::from_str(&update).unwrap();
    let mut contact = exchange["response"]["body"].clone();
    contact["salutation"] = 7.into();
    let entry = r#"{"log": {"entries": [{
        "request": {"method": "PUT", "headers": [], "bodySize": -1,
            "url": "https://h/agentassist/api/v1/public/st-1/contacts/1",
            "postData": {"mimeType": "application/json", "params": [], "text": ""}},
        "response": {"status": 200, "bodySize": -1, "content": {"size": -1, "_file": "1.dat"},
            "headers": [{"name": "content-type", "value": "application/json"}]}}]}}"#;
    let program = Program::new()
        .with_file("traffic/a.har", entry)
        .with_file("traffic/1.dat", contact.to_string());
    for arguments in [["check", "traffic/a.har"], ["check", "traffic"]] {
        let shown = program.run(&arguments);
        assert!(shown.contains("error an integer where a string belongs"), "{shown}");
        assert!(!shown.contains("body is missing"), "{shown}");
    }
}

#[test]
fn standard_input_is_read_as_lines() {
    let program = Program::new();
    let line = std::fs::read_to_string(crate::program::recordings().join(UPDATE)).unwrap();
    let line = line.replace('\n', " ");
    let mut child = program
        .command(&["check", "-", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    write!(child.stdin.take().unwrap(), "{line}\n{line}\n").unwrap();
    let output = child.wait_with_output().unwrap();
    let shown = show(&output);
    assert!(shown.starts_with("exit code: 0\n"), "{shown}");
    assert!(shown.contains(r#""exchanges": 2"#), "{shown}");
}

#[test]
fn warnings_fail_only_where_they_are_denied() {
    let list = "deleteContactList/200-documentation-sample.json";
    let program = Program::new().with_recording("a.json", list, str::to_owned);
    let passed = program.run(&["check", "a.json"]);
    assert!(passed.starts_with("exit code: 0\n"), "{passed}");
    assert!(passed.contains(": 0 errors, 1 warning, 0 notes"), "{passed}");
    let denied = program.run(&["check", "a.json", "--deny", "warnings"]);
    assert_eq!(denied, passed.replacen("exit code: 0", "exit code: 1", 1));
}

#[test]
fn too_little_coverage_has_an_exit_code_of_its_own() {
    let program = Program::new().with_recording("a.json", UPDATE, str::to_owned);
    assert!(program.run(&["check", "a.json", "--min-coverage", "5"]).starts_with("exit code: 0\n"));
    let shown = program.run(&["check", "a.json", "--min-coverage", "50"]);
    assert!(shown.starts_with("exit code: 5\n"), "{shown}");
}

#[test]
fn undocumented_properties_are_errors_where_that_is_asked_for() {
    let program = Program::new().with_recording("a.json", UPDATE, |text| {
        text.replace(r#""fullName": "john doe""#, r#""fullName": "john doe", "shoeSize": 44"#)
    });
    let lenient = program.run(&["check", "a.json"]);
    assert!(lenient.starts_with("exit code: 0\n"), "{lenient}");
    assert!(lenient.contains("info the property `shoeSize` is not in the document"), "{lenient}");
    let strict = program.run(&["check", "a.json", "--strict"]);
    assert!(strict.starts_with("exit code: 1\n"), "{strict}");
    assert!(strict.contains("error the property `shoeSize` is not in the document"), "{strict}");
}

#[test]
fn all_recordings_of_the_project_conform() {
    let program = Program::new();
    let folder = crate::program::recordings();
    let shown = program.run(&["check", folder.to_str().unwrap()]);
    assert!(shown.starts_with("exit code: 0\n"), "{shown}");
    assert!(shown.contains("5 of 5 operations"), "{shown}");
    assert!(shown.contains(": 0 errors, "), "{shown}");
}

#[test]
fn a_reader_that_closes_the_pipe_is_no_error() {
    let program = Program::new().with_recording("a.json", UPDATE, str::to_owned);
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = program.command(&["check", "a.json"]).stdout(writer).output().unwrap();
    assert_eq!(show(&output), "exit code: 0\n--- stdout ---\n--- stderr ---\n");
}
