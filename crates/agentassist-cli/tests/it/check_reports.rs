//! `agentassist check`: forms of the report, filters, and `agentassist explain`.

use std::fs;

use serde_json::Value;

use crate::program::{Program, show};

const UPDATE: &str = "updateContact/200-documentation-sample.json";

/// A folder with a recording in which a name is a number.
fn broken() -> Program {
    Program::new().with_recording("a.json", UPDATE, |text| {
        text.replace(r#""fullName": "john doe""#, r#""fullName": 7"#)
    })
}

/// Standard output of a run.
fn stdout(program: &Program, arguments: &[&str]) -> String {
    let output = program.command(arguments).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_form_tells_the_same_finding() {
    let program = broken();
    for format in ["pretty", "json", "ndjson", "junit", "sarif", "github", "markdown"] {
        let shown = program.run(&["check", "a.json", "--format", format]);
        assert!(shown.starts_with("exit code: 1\n"), "{format}: {shown}");
        assert!(shown.contains("an integer where a string belongs"), "{format}: {shown}");
        assert!(shown.contains("body-schema"), "{format}: {shown}");
        assert!(shown.contains("documented"), "{format}: {shown}");
    }
}

#[test]
fn a_warning_fails_in_junit_exactly_when_it_fails_the_run() {
    let program = Program::new().with_recording("a.json", UPDATE, |text| {
        text.replace(r#""status": "ACTIVE""#, r#""status": "ASLEEP""#)
    });
    let check = ["check", "a.json", "--format", "junit"];
    let passed = program.run(&check);
    assert!(passed.starts_with("exit code: 0\n"), "{passed}");
    assert!(passed.contains("warning: a.json, exchange 1"), "{passed}");
    assert!(!passed.contains("<failure"), "{passed}");
    let denied = program.run(&[&check[..], &["--deny", "warnings"]].concat());
    assert!(denied.starts_with("exit code: 1\n"), "{denied}");
    assert!(denied.contains("<failure type=\"enum-unknown\""), "{denied}");
    assert!(denied.contains("failures=\"1\""), "{denied}");
}

#[test]
fn files_are_named_from_the_folder_of_the_run_where_there_is_no_repository() {
    let program = broken();
    let absolute = program.path().canonicalize().unwrap().join("a.json");
    let log = stdout(&program, &["check", absolute.to_str().unwrap(), "--format", "sarif"]);
    let log: Value = serde_json::from_str(&log).unwrap();
    let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "a.json");
}

#[test]
fn files_are_named_from_the_root_of_the_repository() {
    let program = broken().with_file(".git/HEAD", "").with_file("sub/empty.json", "[]");
    fs::rename(program.path().join("a.json"), program.path().join("sub/a b#ü.json")).unwrap();
    let in_sub = |format: &str| {
        let mut command = program.command(&["check", "a b#ü.json", "--format", format]);
        let output = command.current_dir(program.path().join("sub")).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let log: Value = serde_json::from_str(&in_sub("sarif")).unwrap();
    let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "sub/a%20b%23%C3%BC.json");
    let annotations = in_sub("github");
    assert!(annotations.starts_with("::error file=sub/a b#ü.json,title="), "{annotations}");
}

#[test]
fn the_summary_of_a_github_step_is_added_to_its_file() {
    let program = broken().with_file("summary.md", "before\n");
    let mut command = program.command(&["check", "a.json", "--format", "github"]);
    let output = command.env("GITHUB_STEP_SUMMARY", "summary.md").output().unwrap();
    assert!(show(&output).contains("::error file=a.json,"), "{}", show(&output));
    let summary = fs::read_to_string(program.path().join("summary.md")).unwrap();
    assert!(summary.starts_with("before\n## Contract: 1 error,"), "{summary}");
}

#[test]
fn traffic_of_other_hosts_and_paths_is_set_aside_where_that_is_asked_for() {
    let program = broken();
    let other = program.run(&["check", "a.json", "--host", "jp-platform.kore.ai"]);
    assert!(other.starts_with("exit code: 4\n"), "{other}");
    assert!(other.contains("Set aside 1 exchange of other APIs"), "{other}");
    let same = program.run(&["check", "a.json", "--host", "platform.kore.ai"]);
    assert!(same.starts_with("exit code: 1\n"), "{same}");
    assert!(same.contains("Checked 1 exchange in 1 file: 1 error, "), "{same}");
    let below = program.run(&["check", "a.json", "--base-path", "/crm"]);
    assert!(below.starts_with("exit code: 4\n"), "{below}");
    assert!(below.contains("Set aside 1 exchange of other APIs"), "{below}");
}

#[test]
fn a_path_beside_the_documents_is_shown_as_a_command_without_what_nobody_knows() {
    let url = "https://platform.kore.ai/agentassist/api/v2/public/st-1/people/Ada?name=King";
    let request = serde_json::json!({"method": "GET", "url": url, "headers": {"auth": "King"}});
    let entry = |response: &str| {
        let mut request = request.clone();
        request["headers"] = serde_json::json!([{"name": "auth", "value": "King"}]);
        format!(r#"{{"log": {{"entries": [{{"request": {request}, "response": {response}}}]}}}}"#)
    };
    let program = Program::new()
        .with_file("a.json", format!(r#"{{"request": {request}, "response": {{"status": 200}}}}"#))
        .with_file(
            "a.ndjson",
            format!("{{\"request\": {request}, \"response\": {{\"status\": 200}}}}\n"),
        )
        .with_file("a.har", entry(r#"{"status": 200}"#))
        .with_file("unanswered.har", entry(r#"{"status": 0}"#));
    for file in ["a.json", "a.ndjson", "a.har", "unanswered.har"] {
        let shown = program.run(&["check", file, "--host", "platform.kore.ai"]);
        let again = "again: curl -X GET 'https://platform.kore.ai/agentassist/api/redacted/public/\
                     redacted/redacted/redacted?name=redacted'";
        assert!(shown.contains(again), "{file}: {shown}");
        assert!(!shown.contains("Ada") && !shown.contains("King"), "{file}: {shown}");
    }
}

#[test]
fn coverage_of_each_kind_can_be_demanded() {
    let program = Program::new().with_recording("a.json", UPDATE, str::to_owned);
    let code = |floor: &str| {
        let shown = program.run(&["check", "a.json", "--min-coverage", floor]);
        shown.lines().next().unwrap().trim_start_matches("exit code: ").to_owned()
    };
    assert_eq!(code("5,operations=20,parameters=10"), "0");
    assert_eq!(code("operations=21"), "5");
    assert_eq!(code("wishes=1"), "2");
    assert_eq!(code("101"), "2");
}

#[test]
fn exchanges_that_follow_each_other_in_a_file_are_one_sequence() {
    let lists = crate::program::recordings().join("deleteContactList/200-unused-list.json");
    let list = fs::read_to_string(lists).unwrap();
    let twice = Program::new()
        .with_file("one.json", format!("[{list},{list}]"))
        .with_file("two/a.json", &list)
        .with_file("two/b.json", &list);
    assert!(twice.run(&["check", "one.json"]).contains("contact-list-deleted-twice"));
    let apart = twice.run(&["check", "two"]);
    assert!(apart.contains("Checked 2 exchanges in 2 files: 0 errors, 0 warnings"), "{apart}");
}

#[test]
fn a_file_that_is_named_twice_is_judged_once() {
    let lists = crate::program::recordings().join("deleteContactList/200-unused-list.json");
    let list = fs::read_to_string(lists).unwrap();
    let program = Program::new().with_file("two/a.json", &list).with_file("two/b.json", &list);
    for paths in [&["two/a.json", "two/a.json"][..], &["two/a.json", "./two/../two/a.json"]] {
        let shown = program.run(&[&["check"], paths].concat());
        assert!(shown.contains("Checked 1 exchange in 1 file"), "{shown}");
        assert!(!shown.contains("contact-list-deleted-twice"), "{shown}");
    }
    let shown = program.run(&["check", "two/b.json", "two"]);
    assert!(shown.contains("Checked 2 exchanges in 2 files"), "{shown}");
}

#[test]
fn rules_that_a_sample_cannot_satisfy_are_named() {
    let list = "listContacts/200-documentation-sample.json";
    let program = Program::new().with_recording("a.json", list, str::to_owned);
    let shown = program.run(&["check", "a.json"]);
    assert!(shown.starts_with("exit code: 0\n"), "{shown}");
    assert!(shown.contains("Not asked of exchanges"), "{shown}");
    assert!(shown.contains("page-too-short (1)"), "{shown}");
}

#[test]
fn a_rule_is_explained_with_an_exchange() {
    let shown = Program::new().run(&["explain", "has-more-wrong"]);
    assert!(shown.starts_with("exit code: 0\n"), "{shown}");
    for part in [
        "`hasMore` is true exactly when contacts follow after the page.",
        "with false at /response/body/hasMore of exchange 1",
        r#""hasMore": true,"#,
    ] {
        assert!(shown.contains(part), "{shown}");
    }
    let unknown = Program::new().run(&["explain", "has-less"]);
    assert!(unknown.starts_with("exit code: 2\n"), "{unknown}");
}

#[test]
fn all_rules_are_listed() {
    let shown = Program::new().run(&["explain"]);
    assert!(shown.contains("  deleted-contact-listed "), "{shown}");
    for rule in agentassist_conformance::Rule::ALL {
        assert!(shown.contains(&format!("  {rule} ")), "{rule}: {shown}");
    }
}

#[test]
fn the_schema_of_the_report_can_be_printed() {
    let schema = stdout(&Program::new(), &["explain", "--report-schema"]);
    let schema: Value = serde_json::from_str(&schema).unwrap();
    assert!(schema["$defs"]["finding"]["properties"]["rule"].is_object());
}
