//! What is redacted can be written and read again, and says the same to the judge.

#![no_main]

use std::collections::BTreeSet;

use agentassist_conformance::redaction::Redactor;
use agentassist_conformance::{Exchange, Judge, Rule, Subject, Verdict, recordings};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(mut exchanges) = recordings::read(bytes) else { return };
    let before: Vec<_> = exchanges.iter().map(rules).collect();
    let mut redactor = Redactor::default();
    for exchange in &mut exchanges {
        redactor.redact(exchange);
    }
    let text = recordings::to_json(&exchanges);
    if !exchanges.is_empty() {
        let again = recordings::read(text.as_bytes()).expect("it was just written");
        // Headers of one name come together; nothing else changes.
        assert_eq!(recordings::to_json(&again), text);
    }
    for (before, exchange) in before.iter().zip(&exchanges).filter(|(before, _)| before.is_some()) {
        assert_eq!(&rules(exchange), before);
    }
});

/// The rules that a call breaks. Of what calls nothing, even the address is replaced.
fn rules(exchange: &Exchange) -> Option<BTreeSet<Rule>> {
    let Verdict { subject, findings, .. } = Judge::default().judge(exchange);
    let is_call = matches!(subject, Subject::Operation { .. });
    is_call.then(|| findings.into_iter().map(|finding| finding.rule).collect())
}
