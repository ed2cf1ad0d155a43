//! One pass over a body and the tree of it agree.

#![no_main]

use agentassist_conformance::document::{OPERATIONS, Validator};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, rest)) = bytes.split_first() else { return };
    let Ok(body) = std::str::from_utf8(rest) else { return };
    let validators: Vec<&Validator> = OPERATIONS
        .iter()
        .flat_map(|operation| {
            let answers = operation.responses.iter().filter_map(|response| response.body.as_ref());
            answers.chain(&operation.request_body).map(|body| body.validator)
        })
        .collect();
    let validator = validators[usize::from(*choice) % validators.len()];
    let is_valid = validator.judge_text(body).is_valid();
    let tree = serde_json::from_str::<Value>(body).ok().filter(|tree| validator.allows(tree));
    match tree {
        None => assert!(!is_valid, "one pass allows what the tree is not"),
        // Only a property that stands twice may be refused: a tree has none.
        Some(tree) => {
            assert!(is_valid || validator.judge_text(&tree.to_string()).is_valid());
        }
    }
});
