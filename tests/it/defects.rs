//! The judge against the corpus of defects: every one is caught, and nothing is a false alarm.

mod corpus;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use agentassist_conformance::document::{Basis, OPERATIONS};
use agentassist_conformance::redaction::Redactor;
use agentassist_conformance::report::Located;
use agentassist_conformance::{Exchange, Rule, Severity};
use serde_json::json;

use self::corpus::{Case, cases, judge, told};

#[test]
fn every_defect_is_caught_and_nothing_is_a_false_alarm() {
    for case in cases() {
        assert_eq!(told(&case.judge()), case.finds, "{}", case.name);
    }
}

#[test]
fn what_is_redacted_is_judged_like_what_it_was_made_of() {
    for case in cases() {
        let mut redactor = Redactor::default();
        let mut exchanges: Vec<Exchange> = serde_json::from_value(case.exchanges.clone()).unwrap();
        for exchange in &mut exchanges {
            redactor.redact(exchange);
        }
        let found = judge(&case.name, &serde_json::to_value(exchanges).unwrap());
        assert_eq!(told(&found), case.finds, "{}", case.name);
    }
}

#[test]
fn the_corpus_holds_defects_of_every_rule_and_many_clean_cases() {
    let (defects, clean): (Vec<_>, Vec<_>) =
        cases().into_iter().partition(|case| !case.finds.is_empty());
    assert!(defects.len() >= 80, "{} defects", defects.len());
    assert!(clean.len() >= 30, "{} clean cases", clean.len());
    for rule in Rule::ALL {
        let is_meant = |case: &Case| case.name.starts_with(&format!("{rule}/"));
        assert!(defects.iter().any(is_meant), "no defect breaks {rule}");
    }
    for case in &defects {
        let mut rules = case.finds.iter().map(|found| found["rule"].as_str().unwrap());
        let is_meant = rules.any(|rule| case.name.starts_with(&format!("{rule}/")));
        assert!(is_meant, "{} breaks another rule", case.name);
    }
}

/// What other tools say of the cases is counted by `tests/peers/run.sh`, which takes their packages.
#[test]
fn the_documentation_says_how_many_cases_there_are() {
    let (defects, clean): (Vec<_>, Vec<_>) =
        cases().into_iter().partition(|case| !case.finds.is_empty());
    let (defects, clean) = (defects.len(), clean.len());
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for (name, said) in [
        ("docs/corpus.md", format!("holds {} cases.\n", defects + clean)),
        ("docs/corpus.md", format!("\n{defects} cases are defects: ")),
        ("docs/corpus.md", format!("\n{clean} are clean: ")),
        ("docs/corpus.md", format!("| **caught** | {defects} of {defects} |")),
        ("README.md", format!("how many of {defects} are caught, and that none of {clean} clean")),
    ] {
        let text = fs::read_to_string(root.join(name)).unwrap();
        assert!(text.contains(&said), "{name} is stale: run `tests/peers/run.sh --update`");
    }
}

/// What the document uses to forbid something; the rest of a schema describes.
const KEYWORDS: &[&str] =
    &["anyOf", "format", "minLength", "minimum", "oneOf", "pattern", "required", "type"];

#[test]
fn the_corpus_breaks_every_keyword_of_the_documents_schemas() {
    let findings = cases().into_iter().flat_map(|case| case.judge()).map(|it| it.finding);
    let broken: BTreeSet<_> = findings
        .filter_map(|finding| finding.document?.rsplit('/').next().map(ToOwned::to_owned))
        .collect();
    for keyword in KEYWORDS {
        assert!(broken.contains(*keyword), "no defect breaks `{keyword}`");
    }
    let document = Path::new(env!("CARGO_MANIFEST_DIR")).join("../openapi/agentassist.yaml");
    let document = fs::read_to_string(document).unwrap();
    for other in ["maximum", "maxLength", "enum", "not", "multipleOf", "maxItems", "minItems"] {
        let is_used =
            document.lines().any(|line| line.trim_start().starts_with(&format!("{other}:")));
        assert!(!is_used, "the document uses `{other}`, which no defect breaks");
    }
}

#[test]
fn what_a_defect_starts_from_breaks_no_rule_by_itself() {
    for case in cases().into_iter().filter(|case| !case.finds.is_empty()) {
        for exchange in case.base.as_array().unwrap() {
            let found = judge(&case.name, &json!([exchange]));
            assert_eq!(found, [], "{}", case.name);
        }
    }
}

#[test]
fn every_operation_has_defects() {
    let cases = cases();
    let findings = cases.iter().flat_map(Case::judge);
    let operations: BTreeSet<_> = findings.filter_map(|it| it.finding.operation).collect();
    assert_eq!(operations.len(), OPERATIONS.len());
}

#[test]
fn what_breaks_only_an_assumption_is_no_error_and_says_why() {
    let mut assumed = 0;
    for Located { finding, .. } in cases().iter().flat_map(Case::judge) {
        let is_assumed = finding.basis == Basis::Assumed;
        assert!(!is_assumed || finding.severity > Severity::Error, "{finding:?}");
        assert_eq!(finding.why.is_empty(), finding.basis == Basis::Documented, "{finding:?}");
        assumed += usize::from(is_assumed);
    }
    assert!(assumed > 20);
}

#[test]
fn every_case_says_something_of_its_own() {
    let all = cases();
    for (index, one) in all.iter().enumerate() {
        let same = all[..index].iter().find(|other| other.exchanges == one.exchanges);
        assert!(same.is_none(), "{} is the same as {}", one.name, same.unwrap().name);
    }
}
