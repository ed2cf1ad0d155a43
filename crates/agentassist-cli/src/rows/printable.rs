//! Texts from outside, so that they cannot steer a terminal, nor show their letters in another order
//! than they stand.

use std::fmt::Write;

pub(super) use agentassist_conformance::report::steers;

/// A text with a sign of its own in the place of what steers.
pub(crate) fn printable(text: &str) -> String {
    agentassist_conformance::report::printable(text).into_owned()
}

/// A text in JSON that says the same and steers nothing: its line breaks stand between values.
pub(super) fn escaped(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for letter in json.chars() {
        if letter != '\n' && steers(letter) {
            escape(&mut text, letter);
        } else {
            text.push(letter);
        }
    }
    text
}

/// Adds a letter as JSON and YAML write it in quotes.
pub(super) fn escape(text: &mut String, letter: char) {
    // Writing to a string cannot fail.
    let _ = write!(text, "\\u{:04x}", u32::from(letter));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_that_steers_nothing_says_the_same() {
        let value = serde_json::json!({"name": "a\u{1b}[2J\u{9b}2J\u{7f}\u{202e}\r\nz", "Zoë": 1});
        let text = escaped(&format!("{value:#}"));
        assert!(text.chars().all(|letter| letter == '\n' || !steers(letter)), "{text}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), value);
        assert!(text.contains("Zoë"), "{text}");
    }
}
