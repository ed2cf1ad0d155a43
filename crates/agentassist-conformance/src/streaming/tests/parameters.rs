//! What is taken for an allowed parameter at once is one that `jsonschema` allows.

use serde_json::{Number, Value};

use crate::document::OPERATIONS;

const TEXTS: &[&str] = &[
    "",
    "0",
    "1",
    "10",
    "-1",
    "+1",
    "01",
    "1.0",
    "1e2",
    "-0",
    " 1",
    "1 ",
    "9223372036854775807",
    "9223372036854775808",
    "1e400",
    "x",
    "st-7dc994f0",
    "a/b",
    "a b",
    "\u{e9}",
    "\u{7f}",
    "\n",
    "a\n",
    ".",
    "..",
    "...",
    "bulk-delete",
    "bulk-update",
    "bulk-deleted",
    "BULK-DELETE",
    "true",
    "null",
    "65f7d49a5dd06e2cefa00000",
    "~",
    "!",
    "a\0",
];

#[test]
fn a_parameter_is_allowed_at_once_just_where_jsonschema_allows_it() {
    for parameter in OPERATIONS.iter().flat_map(|operation| operation.parameters) {
        let validator = parameter.validator;
        let by_jsonschema = |text: &str| {
            let number = text.parse::<Number>().ok().map(Value::Number);
            validator.allows(&Value::from(text)) || number.is_some_and(|it| validator.allows(&it))
        };
        for text in TEXTS {
            let at_once = validator.parameter_schema().unwrap().allows(text);
            // An integer that 64 bits cannot hold is left to `jsonschema`.
            let is_left = !at_once && *text == "9223372036854775808";
            assert!(at_once == by_jsonschema(text) || is_left, "{}: {text:?}", parameter.name);
            assert_eq!(validator.allows_parameter(text), by_jsonschema(text), "{text:?}");
        }
    }
}
