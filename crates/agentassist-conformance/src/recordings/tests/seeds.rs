//! What fuzzing has found once, and a seed for each form: `fuzz/corpus`.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use super::super::{Pieces, judge, merge, read, to_json};
use super::{Drip, urls};
use crate::redaction::Redactor;
use crate::report::{Style, ndjson, pretty};
use crate::{Baseline, Exchange, Judge, Report, Rule, Subject, Verdict};

/// The seeds of a target, with the file of each.
fn seeds(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus").join(target);
    let files = std::fs::read_dir(corpus).unwrap().map(|file| file.unwrap().path());
    let seeds: Vec<_> = files.map(|file| (file.clone(), std::fs::read(file).unwrap())).collect();
    assert!(!seeds.is_empty());
    seeds
}

fn written(verdict: &Verdict) -> String {
    serde_json::to_string(verdict).unwrap()
}

#[test]
fn a_recording_reads_and_is_judged_the_same_however_it_is_read() {
    for (file, bytes) in seeds("recordings") {
        let whole = urls(&*bytes);
        for size in [1, 5] {
            assert_eq!(urls(Drip(&bytes, size)), whole, "{}", file.display());
        }
        let (judging, mut short) = (Judge::default(), BTreeMap::new());
        let gather = |number, verdict: Verdict| drop(short.insert(number, written(&verdict)));
        let judged = judge(Pieces::new(&*bytes), &judging, NonZeroUsize::MIN, gather);
        assert!(judged.is_ok() || whole.is_err(), "{}", file.display());
        for piece in Pieces::new(&*bytes).map_while(Result::ok) {
            if let Ok(Some(exchange)) = piece.read() {
                let long = written(&judging.judge(&exchange));
                assert_eq!(short.get(&piece.number()), Some(&long), "{}", file.display());
            }
        }
    }
}

#[test]
fn what_is_redacted_can_be_read_again_and_says_the_same() {
    for (file, bytes) in seeds("redaction") {
        let mut exchanges = read(&bytes).unwrap();
        let before: Vec<_> = exchanges.iter().map(rules).collect();
        let mut redactor = Redactor::default();
        for exchange in &mut exchanges {
            redactor.redact(exchange);
        }
        let text = to_json(&exchanges);
        assert_eq!(to_json(&read(text.as_bytes()).unwrap()), text, "{}", file.display());
        for (exchange, before) in exchanges.iter().zip(before) {
            assert!(before.is_none() || rules(exchange) == before, "{}", file.display());
        }
    }
}

/// The rules that a call breaks. Of what calls nothing, even the address is replaced.
fn rules(exchange: &Exchange) -> Option<BTreeSet<Rule>> {
    let Verdict { subject, findings, .. } = Judge::default().judge(exchange);
    let is_call = matches!(subject, Subject::Operation { .. });
    is_call.then(|| findings.into_iter().map(|finding| finding.rule).collect())
}

#[test]
fn what_shards_have_written_is_merged_or_refused_in_one_line() {
    let mut merged = 0;
    for (file, bytes) in seeds("merge") {
        let shards = bytes.split(|byte| *byte == 0).enumerate();
        let mut report = Report::default();
        match merge(shards.map(|(index, text)| (format!("s{index}"), text)), &mut report) {
            Ok(_) => {
                merged += 1;
                assert!(!pretty(&report, &Style::default()).is_empty());
                assert!(!ndjson(&report).is_empty());
            }
            Err(error) => assert!(!error.to_string().contains('\n'), "{}", file.display()),
        }
    }
    assert!(merged > 0);
}

#[test]
fn a_baseline_is_written_as_it_was_read() {
    let mut known = 0;
    for (file, bytes) in seeds("baseline") {
        let Ok(baseline) = Baseline::parse(&String::from_utf8(bytes).unwrap()) else { continue };
        assert_eq!(Baseline::parse(&baseline.to_json()).unwrap(), baseline, "{}", file.display());
        known += baseline.apply(&mut Report::default()).len();
    }
    assert!(known > 0);
}
