//! What is taken for an allowed parameter at once is one that `jsonschema` allows.

use serde_json::{Number, Value};

use crate::document::{DOCUMENT, OPERATIONS, Parameter};

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
    "18446744073709551615",
    "18446744073709551616",
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
            // `jsonschema` knows no bits: any integer is one to it.
            let is_beyond = text.parse::<i128>().is_ok_and(|it| i64::try_from(it).is_err());
            let expected = by_jsonschema(text) && !(is_beyond && is_integer(parameter));
            assert_eq!(at_once, expected, "{}: {text:?}", parameter.name);
            assert_eq!(validator.allows_parameter(text), expected, "{text:?}");
        }
    }
}

#[test]
fn no_integer_beyond_64_bits_is_allowed_however_long_it_is() {
    let parameters = OPERATIONS.iter().flat_map(|operation| operation.parameters);
    for parameter in parameters.filter(|parameter| is_integer(parameter)) {
        assert!(parameter.validator.allows_parameter("9223372036854775807"));
        for text in ["9223372036854775808", "18446744073709551615", "18446744073709551616"] {
            assert!(!parameter.validator.allows_parameter(text), "{}: {text}", parameter.name);
        }
        assert!(!parameter.validator.allows_parameter(&"9".repeat(400)));
    }
}

fn is_integer(parameter: &Parameter) -> bool {
    DOCUMENT.pointer(parameter.validator.pointer()).unwrap()["type"] == "integer"
}
