//! YAML 1.2 in block style, as much of it as JSON values need.

use serde_json::Value;

use super::printable::{escape, steers};

/// A value as YAML, each line indented by so many levels after the first.
pub(super) fn to_yaml(value: &Value, level: usize) -> String {
    let mut text = String::new();
    write_value(&mut text, value, level);
    text
}

fn write_value(text: &mut String, value: &Value, level: usize) {
    match value {
        Value::Object(object) if !object.is_empty() => {
            for (index, (name, value)) in object.iter().enumerate() {
                break_line(text, index, level);
                text.push_str(&scalar(name));
                text.push(':');
                write_nested(text, value, level);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for (index, item) in items.iter().enumerate() {
                break_line(text, index, level);
                text.push_str("- ");
                write_value(text, item, level + 1);
            }
        }
        Value::Object(_) => text.push_str("{}"),
        Value::Array(_) => text.push_str("[]"),
        Value::String(string) => text.push_str(&scalar(string)),
        other => text.push_str(&other.to_string()),
    }
}

fn write_nested(text: &mut String, value: &Value, level: usize) {
    let is_block = match value {
        Value::Object(object) => !object.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => false,
    };
    if is_block {
        text.push('\n');
        indent(text, level + 1);
        write_value(text, value, level + 1);
    } else {
        text.push(' ');
        write_value(text, value, level);
    }
}

fn break_line(text: &mut String, index: usize, level: usize) {
    if index > 0 {
        text.push('\n');
        indent(text, level);
    }
}

fn indent(text: &mut String, level: usize) {
    text.extend(std::iter::repeat_n("  ", level));
}

/// A text, in quotes unless no reader can take it for anything else.
fn scalar(string: &str) -> String {
    let plain = string.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && string.chars().all(|letter| letter.is_ascii_alphanumeric() || "_-".contains(letter))
        && !WORDS.iter().any(|word| word.eq_ignore_ascii_case(string));
    if plain {
        return string.to_owned();
    }
    let mut quoted = String::from('"');
    for letter in string.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            // What YAML calls not printable, and what it takes for the end of a line.
            '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {
                escape(&mut quoted, letter);
            }
            letter if steers(letter) => escape(&mut quoted, letter),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

/// Words that YAML 1.1 or 1.2 read as something other than text.
const WORDS: &[&str] = &["true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf"];

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn nesting_is_indented_and_empty_things_stay_on_the_line() {
        let value = json!({"id": "695e", "address": [], "phone": {"code": "+91"}, "gone": null,
                           "list": [{"a": 1, "b": true}, "x"]});
        assert_eq!(
            to_yaml(&value, 0),
            "id: \"695e\"\naddress: []\nphone:\n  code: \"+91\"\ngone: null\nlist:\n  - a: 1\n    \
             b: true\n  - x"
        );
    }

    #[test]
    fn a_text_that_looks_like_something_else_is_quoted() {
        for (text, yaml) in [
            ("ACTIVE", "ACTIVE"),
            ("st-7dc", "st-7dc"),
            ("No", "\"No\""),
            ("1e5", "\"1e5\""),
            ("", "\"\""),
            ("a: b", "\"a: b\""),
            ("-", "\"-\""),
            ("a\"\\\n\u{85}\u{2028}", "\"a\\\"\\\\\\n\\u0085\\u2028\""),
            ("Zoë", "\"Zoë\""),
            ("a\u{202e}b", "\"a\\u202eb\""),
        ] {
            assert_eq!(to_yaml(&json!(text), 0), yaml);
        }
    }
}
