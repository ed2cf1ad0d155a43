//! A baseline that can be read is written as it was read.

#![no_main]

use agentassist_conformance::{Baseline, Report};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match Baseline::parse(text) {
        Ok(baseline) => {
            let written = baseline.to_json();
            assert_eq!(Baseline::parse(&written).expect("it was just written"), baseline);
            let _ = baseline.apply(&mut Report::default());
        }
        Err(error) => assert!(!error.to_string().contains('\n')),
    }
});
