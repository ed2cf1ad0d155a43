//! What the forms show.

use super::{repeated, report, root};
use crate::exchange::Body;
use crate::report::{Style, github, junit, markdown, ndjson, pretty, sarif};
use crate::rules::Rule;

fn pretty_of(report: &crate::Report) -> String {
    pretty(report, &Style::default())
}

#[test]
fn what_is_found_many_times_is_shown_once_and_counted() {
    let report = repeated(30);
    assert_eq!(report.findings.len(), 30);
    let text = pretty_of(&report);
    assert_eq!(text.matches("[has-more-wrong]").count(), 1, "{text}");
    assert!(text.contains("of 5 (and 29 more like it) [has-more-wrong]"), "{text}");
    assert!(markdown(&report).contains("(and 29 more like it)"));
    assert_eq!(github(&report, root()).lines().count(), 2);
}

#[test]
fn two_missing_properties_are_two_kinds_of_findings() {
    let mut exchange = Rule::HasMoreWrong.explanation().example.passing().remove(0);
    let Body::Json(page) = &mut exchange.response.body else { panic!("a page is JSON") };
    for contact in page["results"].as_array_mut().unwrap() {
        let contact = contact.as_object_mut().unwrap();
        contact.retain(|name, _| name != "orgId" && name != "createdBy");
    }
    let mut report = crate::Report::default();
    report.add("a.json", 1, crate::Judge::default().judge(&exchange));
    let text = pretty_of(&report);
    for name in ["orgId", "createdBy"] {
        let line = format!("the property `{name}` is missing (and 1 more like it)");
        assert!(text.contains(&line), "{text}");
    }
}

#[test]
fn every_finding_comes_with_a_command_that_makes_the_call_again() {
    let text = pretty_of(&repeated(1));
    assert!(text.contains("    again: curl -X GET 'https://platform.kore.ai/"), "{text}");
    let with = report().findings.iter().filter(|it| it.reproduction.is_some()).count();
    let without = [Rule::UrlMalformed, Rule::PathUndocumented, Rule::MethodUndocumented];
    assert_eq!(with + without.len(), report().findings.len());
}

#[test]
fn at_most_ten_annotations_are_made_and_the_worst_come_first() {
    let text = github(&report(), root());
    let commands: Vec<_> = text.lines().filter(|line| line.starts_with("::")).collect();
    assert_eq!(commands.len(), 10);
    assert!(commands.iter().all(|line| line.starts_with("::error file=recordings/")), "{text}");
    assert!(text.lines().last().unwrap().contains("more kinds are in the summary"), "{text}");
}

#[test]
fn nothing_in_a_finding_can_end_an_annotation_or_a_cell() {
    let mut report = repeated(1);
    report.findings[0].finding.message = "a\n::error::b | c %".to_owned();
    report.findings[0].file = "a:b,c.json".to_owned();
    let text = github(&report, root());
    assert!(
        text.starts_with(
            "::error file=a%3Ab%2Cc.json,title=has-more-wrong (error)::a%0A::error::b | c %25"
        ),
        "{text}"
    );
    let table = markdown(&report);
    assert!(table.contains("a ::error::b \\| c %"), "{table}");
}

#[test]
fn a_line_of_ndjson_is_a_finding_and_the_last_is_the_rest() {
    let report = report();
    let lines: Vec<serde_json::Value> =
        ndjson(&report).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), report.findings.len() + 1);
    assert!(lines[0]["rule"].is_string());
    assert_eq!(lines.last().unwrap()["summary"]["errors"], report.summary.errors);
}

#[test]
fn a_sarif_result_names_its_recording_and_the_line_of_the_document() {
    let log: serde_json::Value = serde_json::from_str(&sarif(&report(), root())).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let schema = results.iter().find(|result| result["ruleId"] == "body-schema").unwrap();
    let place = |list: &str| &schema[list][0]["physicalLocation"];
    let uri = &place("locations")["artifactLocation"]["uri"];
    assert_eq!(uri, "recordings/body-schema.json");
    let document = place("relatedLocations");
    assert_eq!(document["artifactLocation"]["uri"], "openapi/agentassist.yaml");
    assert!(document["region"]["startLine"].as_u64().unwrap() > 100);
}

#[test]
fn a_junit_test_fails_for_errors_only() {
    let text = junit(&report());
    let of_rule = |rule: &str| {
        let from = format!("classname=\"agentassist.listContacts\" name=\"{rule}\"");
        let start = text.find(&from).unwrap();
        &text[start..start + text[start..].find("    <testcase").unwrap()]
    };
    assert!(of_rule("has-more-wrong").contains("<failure"));
    assert!(of_rule("enum-unknown").contains("<system-out>"));
    assert!(!of_rule("enum-unknown").contains("<failure"));
    let nothing = junit(&repeated(1));
    assert!(nothing.contains("<skipped message=\"no such call was seen\"/>"));
}

#[test]
fn a_file_that_comes_twice_is_two_sequences() {
    let deletion = Rule::ContactListDeletedTwice.explanation().example.passing().remove(0);
    let mut report = crate::Report::default();
    for _ in 0..2 {
        report.add("a.json", 1, crate::Judge::default().judge(&deletion));
        report.end_file();
    }
    assert_eq!((report.findings.len(), report.summary.files), (0, 2));
}

#[test]
fn verdicts_that_were_written_and_read_make_the_same_report() {
    let mut gathered = crate::Report::default();
    for rule in Rule::ALL {
        let file = format!("./recordings/{rule}.json");
        for (index, exchange) in rule.explanation().example.failing().iter().enumerate() {
            let written = serde_json::to_string(&crate::Judge::default().judge(exchange)).unwrap();
            gathered.add(&file, index + 1, serde_json::from_str(&written).unwrap());
        }
        gathered.end_file();
    }
    let text = |report| serde_json::to_string(report).unwrap();
    assert_eq!(text(&gathered), text(&report()));
}

#[test]
fn of_very_many_findings_some_are_listed_and_all_are_counted() {
    let mut report = repeated(250);
    assert_eq!((report.summary.errors, report.summary.unlisted), (250, 150));
    assert_eq!(report.findings.len(), 100);
    let counted = "250 errors, 0 warnings, 0 notes; 150 of them are not listed";
    assert!(pretty_of(&report).contains(counted));
    assert!(pretty_of(&report).contains("(and 249 more like it)"));
    assert!(markdown(&report).contains(counted));
    assert!(junit(&report).contains("and 230 more"));
    let baseline = crate::Baseline::of(&report);
    assert_eq!(baseline.apply(&mut report).len(), 0);
    let summary = report.summary;
    assert_eq!((summary.errors, summary.known, summary.unlisted), (0, 250, 0));
}
