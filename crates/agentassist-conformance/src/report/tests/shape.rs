//! What the forms show.

use super::{repeated, report, root};
use crate::exchange::Body;
use crate::finding::Severity;
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
    for located in report().findings {
        let rule = located.finding.rule;
        assert!(located.reproduction.is_some_and(|it| it.starts_with("curl -X ")), "{rule}");
    }
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
    report.findings[0].file = "a:b,c`|`.json".to_owned();
    report.findings[0].finding.pointer = "/a``b|\nc".to_owned();
    let text = github(&report, root());
    assert!(
        text.starts_with(
            "::error file=a%3Ab%2Cc`|`.json,title=has-more-wrong (error)::a%0A::error::b | c %25"
        ),
        "{text}"
    );
    let table = markdown(&report);
    assert!(table.contains("a ::error::b \\| c %"), "{table}");
    assert!(table.contains("`` a:b,c`\\|`.json ``, exchange 1, ``` /a``b\\| c ``` |"), "{table}");
}

#[test]
fn a_message_in_markdown_shows_its_names_as_they_are_and_no_other_markup() {
    for (message, shown) in [
        ("the header `x_a*` is [new](x) <b>", "the header `x_a*` is \\[new\\](x) \\<b\\>"),
        ("the property `a`b` is new", "the property `a`b\\` is new"),
        ("an `a|b` of @all &amp;", "an `a\\|b` of \\@all \\&amp;"),
    ] {
        let mut report = repeated(1);
        report.findings[0].finding.message = message.to_owned();
        let table = markdown(&report);
        assert!(table.contains(&format!("| {shown} |")), "{table}");
    }
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
    let basis = &schema["properties"]["basis"];
    assert!(schema["message"]["text"].as_str().unwrap().contains(basis.as_str().unwrap()));
    let document = place("relatedLocations");
    assert_eq!(document["artifactLocation"]["uri"], "openapi/agentassist.yaml");
    assert!(document["region"]["startLine"].as_u64().unwrap() > 100);
}

#[test]
fn a_fingerprint_in_sarif_depends_neither_on_order_nor_on_severity() {
    let prints = |strict: bool, turned: bool| {
        let mut report = crate::Report::default();
        let mut rules = Rule::ALL.to_vec();
        if turned {
            rules.reverse();
        }
        for rule in rules {
            for (index, exchange) in rule.explanation().example.failing().iter().enumerate() {
                let judge = crate::Judge::default().strict(strict);
                report.add(rule.id(), index + 1, judge.judge(exchange));
            }
            report.end_file();
        }
        let log: serde_json::Value = serde_json::from_str(&sarif(&report, root())).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap().clone();
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        let print = |it: &serde_json::Value| text(&it["partialFingerprints"]["agentassist/v1"]);
        let errors = results.iter().filter(|it| it["level"] == "error").count();
        let mut prints: Vec<_> =
            results.iter().map(|it| (text(&it["ruleId"]), print(it))).collect();
        prints.sort();
        (prints, errors)
    };
    let (expected, errors) = prints(false, false);
    assert_eq!(prints(false, true), (expected.clone(), errors));
    let (strict, more) = prints(true, false);
    assert_eq!(strict, expected);
    assert!(more > errors, "{more} errors");
}

#[test]
fn a_junit_test_fails_for_what_makes_the_run_fail() {
    for (failing, warning_fails) in [(Severity::Error, false), (Severity::Warning, true)] {
        let text = junit(&report(), failing);
        let of_rule = |rule: &str| {
            let from = format!("classname=\"agentassist.listContacts\" name=\"{rule}\"");
            let start = text.find(&from).unwrap();
            &text[start..start + text[start..].find("    <testcase").unwrap()]
        };
        assert!(of_rule("has-more-wrong").contains("<failure"));
        let warning = of_rule("page-too-short");
        assert!(warning.contains("warning: "), "{warning}");
        assert_eq!(warning.contains("<failure"), warning_fails, "{warning}");
        assert_eq!(warning.contains("<system-out>"), !warning_fails, "{warning}");
        let note = of_rule("property-undocumented");
        assert!(note.contains("<system-out>") && !note.contains("<failure"), "{note}");
        let failures = text.matches("<failure").count();
        assert!(text.contains(&format!(" failures=\"{failures}\" errors=\"0\">")), "{failures}");
    }
    let nothing = junit(&repeated(1), Severity::Error);
    assert!(nothing.contains("<skipped message=\"no such call was seen\"/>"));
}

#[test]
fn exchanges_that_cannot_be_read_are_an_error_of_junit() {
    let readable = junit(&repeated(1), Severity::Error);
    assert!(
        readable.contains("<testcase classname=\"agentassist.recordings\" name=\"readable\"/>")
    );
    let mut report = repeated(1);
    report.add("a<b.json", 3, crate::Verdict::unreadable("has no \"url\"".to_owned()));
    let text = junit(&report, Severity::Error);
    assert!(
        text.contains("message=\"1 exchange could not be read\">\na&lt;b.json, exchange 3 has no")
    );
    assert!(text.lines().nth(1).unwrap().ends_with("errors=\"1\">"), "{text}");
}

#[test]
fn every_form_says_how_well_what_is_broken_is_known() {
    let report = report();
    let all = serde_json::to_string(&report).unwrap();
    let forms: [(&str, String, [&str; 3]); 7] = [
        ("json", all, ["\"documented\"", "\"sample\"", "\"assumed\""]),
        ("ndjson", ndjson(&report), ["\"documented\"", "\"sample\"", "\"assumed\""]),
        ("pretty", pretty_of(&report), WORDS),
        ("junit", junit(&report, Severity::Error), WORDS),
        ("sarif", sarif(&report, root()), WORDS),
        ("github", of_each(|report| github(report, root())), WORDS),
        ("markdown", of_each(markdown), WORDS),
    ];
    for (form, text, words) in forms {
        for word in words {
            assert!(text.contains(word), "{form} does not say {word}: {text}");
        }
    }
}

/// How the forms for people say it: behind the last two stands why.
const WORDS: [&str; 3] = ["documented", "seen in a sample only: The samples show", "assumed: "];

/// A form on each rule by itself: of all together, some findings are left out.
fn of_each(form: impl Fn(&crate::Report) -> String) -> String {
    let of_rule = |rule: &Rule| {
        let mut report = crate::Report::default();
        for (index, exchange) in rule.explanation().example.failing().iter().enumerate() {
            report.add("a.json", index + 1, crate::Judge::default().judge(exchange));
        }
        form(&report)
    };
    Rule::ALL.iter().map(of_rule).collect()
}

#[test]
fn a_name_from_outside_steers_no_terminal() {
    let mut report = repeated(1);
    report.findings[0].finding.pointer = "/response/body/a\u{1b}]0;x\u{7}".to_owned();
    report.findings[0].file = "a\u{202e}b.json".to_owned();
    let text = pretty_of(&report);
    assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{text}");
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
    assert!(junit(&report, Severity::Error).contains("and 230 more"));
    let baseline = crate::Baseline::of(&report);
    assert_eq!(baseline.apply(&mut report).len(), 0);
    let summary = report.summary;
    assert_eq!((summary.errors, summary.known, summary.unlisted), (0, 250, 0));
}
