//! What remains of a sentence that a server wrote: the words of the document, and small numbers.
//!
//! A message of an error can name whom it is about: by name, number, address or id. Its words are
//! kept where the document uses them too, so that what went wrong can still be read.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde_json::Value;

use crate::document::DOCUMENT;

/// The properties of answers that hold sentences.
pub(super) const PROPERTIES: &[&str] = &["message", "msg", "reason"];

/// A number of more digits may be somebody's, in one word or in groups of digits.
const DIGITS: usize = 3;

/// What stands between the groups of a phone number.
const BETWEEN_DIGITS: &str = " \u{a0}+-./()";

/// Words of errors that servers write, beside those of the document.
const OF_ERRORS: &[&str] = &[
    "already",
    "arguments",
    "argument",
    "bad",
    "been",
    "cannot",
    "conflict",
    "credentials",
    "denied",
    "empty",
    "error",
    "errors",
    "exist",
    "exists",
    "expired",
    "failed",
    "failure",
    "forbidden",
    "found",
    "given",
    "incorrect",
    "internal",
    "invalid",
    "jwt",
    "length",
    "long",
    "maximum",
    "method",
    "minimum",
    "missing",
    "permission",
    "replay",
    "required",
    "sdk",
    "server",
    "short",
    "string",
    "timeout",
    "too",
    "unauthorized",
    "unavailable",
    "unexpected",
    "unknown",
    "unsupported",
    "validation",
    "verifying",
    "wrong",
];

/// The words of the document's own sentences, in small letters.
static WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let mut words: HashSet<_> = OF_ERRORS.iter().map(ToString::to_string).collect();
    collect(&DOCUMENT, "", &mut words);
    words
});

fn collect(value: &Value, name: &str, words: &mut HashSet<String>) {
    match value {
        Value::Object(object) => {
            object.iter().for_each(|(name, part)| collect(part, name, words));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, name, words)),
        // What names of people the document holds stand in its examples, as values of others.
        Value::String(text)
            if ["description", "summary", "why"].contains(&name) || PROPERTIES.contains(&name) =>
        {
            let plain = text.split(|letter: char| !letter.is_ascii_alphabetic());
            words.extend(plain.map(str::to_ascii_lowercase));
        }
        _ => {}
    }
}

/// Replaces the words that the document does not use by their stand-ins.
pub(super) fn redact(text: &str, mut stand_in: impl FnMut(&str) -> String) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    // How many digits the number has that a group of digits is part of.
    let mut digits = 0;
    while !rest.is_empty() {
        let begin = rest.find(char::is_alphanumeric).unwrap_or(rest.len());
        let (between, from_word) = rest.split_at(begin);
        clean.push_str(between);
        let end = from_word.find(|letter: char| !letter.is_alphanumeric());
        let (word, behind) = from_word.split_at(end.unwrap_or(from_word.len()));
        if !between.chars().all(|letter| BETWEEN_DIGITS.contains(letter)) || !is_number(word) {
            digits = 0;
        }
        if digits == 0 {
            digits = digits_of_number(from_word);
        }
        if WORDS.contains(&word.to_ascii_lowercase()) || (is_number(word) && digits <= DIGITS) {
            clean.push_str(word);
        } else {
            clean.push_str(&stand_in(word));
        }
        rest = behind;
    }
    clean
}

/// How many digits there are in the groups at the beginning of a text.
fn digits_of_number(text: &str) -> usize {
    let is_part = |letter: &char| letter.is_ascii_digit() || BETWEEN_DIGITS.contains(*letter);
    let number = text.chars().take_while(is_part);
    number.filter(char::is_ascii_digit).count()
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(text: &str) -> String {
        redact(text, |word| format!("<{}>", word.len()))
    }

    #[test]
    fn a_sentence_of_the_document_stays_as_it_is() {
        for text in [
            "You've exceeded the per-minute rate limit. Please wait for sometime before retrying.",
            "Validation errors/ Invalid arguments",
            "Permission denied. Scope is incorrect!",
        ] {
            assert_eq!(clean(text), text);
        }
    }

    #[test]
    fn who_it_is_about_is_not_said() {
        assert_eq!(
            clean("contact Ada.King@example.org (+4930123456, 667e48f7) not found, 12 more"),
            "contact <3>.<4>@example.<3> (+<10>, <8>) not found, 12 more"
        );
        assert_eq!(
            clean("no 0171 234-56 (78), 404/12: code 9, or 100. +49 30 1"),
            "no <4> <3>-<2> (<2>), <3>/<2>: code 9, or <3>. +<2> <2> <1>"
        );
    }
}
