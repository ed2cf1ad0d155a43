//! What shards have written is merged, or refused in one line, whatever it is.

#![no_main]

use agentassist_conformance::Report;
use agentassist_conformance::recordings::merge;
use agentassist_conformance::report::{Style, ndjson, pretty};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // No line of a shard holds this byte.
    let shards = bytes.split(|byte| *byte == 0).enumerate();
    let mut report = Report::default();
    match merge(shards.map(|(index, text)| (format!("s{index}"), text)), &mut report) {
        Ok(_) => {
            let _ = pretty(&report, &Style::default());
            let _ = ndjson(&report);
        }
        Err(error) => assert!(!error.to_string().contains('\n')),
    }
});
