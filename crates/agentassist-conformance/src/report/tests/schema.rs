//! The forms against what is published of them: the report's own schema, and what the readers of
//! SARIF and of `JUnit` demand.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{repeated, report, root};
use crate::finding::Severity;
use crate::report::{Report, SCHEMA, junit, ndjson, sarif};

fn validator() -> jsonschema::Validator {
    jsonschema::validator_for(&serde_json::from_str(SCHEMA).unwrap()).unwrap()
}

#[test]
fn every_report_is_what_its_schema_says() {
    let validator = validator();
    for report in [Report::default(), report(), repeated(3)] {
        let report = serde_json::to_value(&report).unwrap();
        let errors: Vec<_> = validator.iter_errors(&report).map(|it| it.to_string()).collect();
        assert_eq!(errors, [""; 0]);
    }
}

#[test]
fn the_schema_knows_every_property_of_a_report_and_demands_it() {
    let validator = validator();
    let whole = serde_json::to_value(report()).unwrap();
    for pointer in ["", "/summary", "/coverage", "/coverage/unseen", "/findings/0"] {
        for property in whole.pointer(pointer).unwrap().as_object().unwrap().keys() {
            let mut less = whole.clone();
            less.pointer_mut(pointer).unwrap().as_object_mut().unwrap().remove(property);
            assert!(!validator.is_valid(&less), "{pointer}/{property} may be missing");
        }
    }
}

#[test]
fn the_lines_of_ndjson_are_findings_of_the_schema() {
    let mut schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let finding = schema["$defs"]["finding"].take();
    let validator = jsonschema::validator_for(&finding).unwrap();
    let text = ndjson(&report());
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let (_, findings) = lines.split_last().unwrap();
    assert!(findings.iter().all(|finding| validator.is_valid(finding)));
}

/// What code scanning needs of a log: SARIF 2.1.0, §3.14, §3.19, §3.27 and §3.49.
#[test]
fn a_sarif_log_holds_together() {
    for report in [report(), repeated(2)] {
        let log: Value = serde_json::from_str(&sarif(&report, root())).unwrap();
        assert_eq!(log["version"], "2.1.0");
        let run = &log["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        let ids: BTreeSet<_> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), rules.len());
        let results = run["results"].as_array().unwrap();
        assert_eq!(results.len(), report.findings.len());
        for result in results {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(rules[index]["id"], result["ruleId"]);
            assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
            assert!(!result["message"]["text"].as_str().unwrap().is_empty());
            let print = result["partialFingerprints"]["agentassist/v1"].as_str().unwrap();
            assert_eq!(print.len(), 16);
            for list in ["locations", "relatedLocations"] {
                let place = &result[list][0]["physicalLocation"];
                let uri = place["artifactLocation"]["uri"].as_str().unwrap();
                assert!(!uri.starts_with(['/', '.']) && !uri.contains('\\'), "{uri}");
                assert!(place["region"]["startLine"].as_u64().unwrap() >= 1);
            }
        }
    }
}

/// The elements and attributes that the usual schema of `JUnit` reports knows, and their counts.
#[test]
fn a_junit_report_holds_together() {
    let text = junit(&report(), Severity::Error);
    let mut open = Vec::new();
    let (mut cases, mut failures) = (0, 0);
    for tag in text.split('<').skip(1).map(|rest| rest.split_once('>').unwrap().0) {
        let name = tag.trim_end_matches('/').split_whitespace().next().unwrap();
        if let Some(closed) = name.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed), "{tag}");
            continue;
        }
        let parents: &[&str] = match name {
            "?xml" => continue,
            "testsuites" => &[],
            "testsuite" => &["testsuites"],
            "testcase" => &["testsuite"],
            "failure" | "skipped" | "system-out" => &["testcase"],
            other => panic!("{other} is no element of a report"),
        };
        assert!(parents.is_empty() == open.is_empty(), "{tag}");
        assert!(open.last().is_none_or(|parent| parents.contains(parent)), "{tag}");
        cases += usize::from(name == "testcase");
        failures += usize::from(name == "failure");
        if !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty());
    let counts = format!("tests=\"{cases}\" failures=\"{failures}\" errors=\"0\"");
    assert!(text.contains(&format!("<testsuites name=\"agentassist\" {counts}>")), "{counts}");
    assert!(failures > 20);
}
