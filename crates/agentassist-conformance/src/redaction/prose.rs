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

/// A number of more digits may be somebody's.
const DIGITS: usize = 3;

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
    while !rest.is_empty() {
        let is_word = |letter: char| letter.is_alphanumeric();
        let begin = rest.find(is_word).unwrap_or(rest.len());
        let (between, from_word) = rest.split_at(begin);
        clean.push_str(between);
        let end = from_word.find(|letter| !is_word(letter)).unwrap_or(from_word.len());
        let (word, behind) = from_word.split_at(end);
        if is_plain(word) {
            clean.push_str(word);
        } else {
            clean.push_str(&stand_in(word));
        }
        rest = behind;
    }
    clean
}

fn is_plain(word: &str) -> bool {
    let is_number = word.len() <= DIGITS && word.bytes().all(|byte| byte.is_ascii_digit());
    is_number || WORDS.contains(&word.to_ascii_lowercase())
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
    }
}
