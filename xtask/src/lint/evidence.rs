//! Rules on evidence: a mark says how something is known, and why it is not known better.

use super::Finding;
use super::walk::{self, Place};
use crate::document::Document;

pub(crate) fn check(document: &Document) -> Vec<Finding> {
    let mut findings = Vec::new();
    visit(&walk::root(document), &mut findings);
    findings
}

fn visit(place: &Place<'_>, findings: &mut Vec<Finding>) {
    for (key, part) in place.children() {
        if key == "x-evidence" {
            check_mark(&part, findings);
        } else if key != "example" && key != "examples" {
            visit(&part, findings);
            place.items(key).iter().for_each(|item| visit(item, findings));
        }
    }
}

fn check_mark(mark: &Place<'_>, findings: &mut Vec<Finding>) {
    if !matches!(mark.text("basis"), Some("sample" | "assumed")) {
        let message = "`basis` is `sample` or `assumed`; what is documented carries no mark";
        findings.push(Finding::new("evidence-basis", &mark.pointer, message));
    }
    if mark.text("why").is_none() {
        let message = "`why` must say how this is known and why it is not known better";
        findings.push(Finding::new("evidence-why", &mark.pointer, message));
    }
    for (key, part) in mark.children() {
        if !matches!(key, "basis" | "why") {
            let message = format!("evidence has `basis` and `why`, not `{key}`");
            findings.push(Finding::new("evidence-basis", part.pointer, message));
        }
    }
}
