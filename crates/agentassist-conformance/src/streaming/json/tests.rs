//! What is taken for JSON, and what is read of it, is what `serde_json` takes and reads.

use serde_json::Value;

use super::{anything, end, number, raw, string};
use crate::streaming::Notes;
use crate::streaming::tests::random::Random;

/// Texts to begin with; each is changed in many ways.
const TEXTS: &[&str] = &[
    r#"{"a": [1, -2.5e+3, true, false, null, "x", {}], "\u00e9\n": {"b": []}}"#,
    "[\"quotes \\\" and \\\\ behind eight bytes\", \"\\ud83d\\ude00\", \"\u{1f600}\u{7f}\u{80}\"]",
    " \t\r\n{ \"name\" : [ 0 , 10 , 123456789012345678 , 1234567890123456789 , 1e400 ] } \n",
    r#"["0123456789abcdef","0123456789abcde","0123456789abcdef0123456789abcdef"]"#,
    "\"\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\\\u{e9}\"",
];

/// Pieces that are put in anywhere.
const PIECES: &[&str] = &[
    "\"",
    "\\",
    "\\\\",
    "\\\"",
    "\\u",
    "\\ud800",
    "\\ud83d\\ude00",
    "\\ud83d \\ude00",
    "\\uDE00",
    "\\u+0e9",
    "\\u00e9",
    "\\/",
    "\\b\\f\\n\\r\\t",
    "\\x",
    "\\u0000",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    " ",
    "\n",
    "\t",
    "\0",
    "\u{1f}",
    "\u{b}",
    "\u{a0}",
    "\u{feff}",
    "0",
    "-",
    "+",
    ".",
    "e",
    "1",
    "t",
    "true",
    "null",
    "nul",
    "/",
    "'",
    "\u{e9}",
];

fn is_taken(text: &str) -> bool {
    anything(text, &mut Notes::default()).and_then(end).is_ok()
}

#[test]
fn exactly_what_serde_json_takes_for_json_is_taken() {
    let mut random = Random::new(7);
    let mut taken = 0;
    for round in 0..40_000 {
        let mut text = TEXTS[round % TEXTS.len()].to_owned();
        for _ in 0..random.below(3) {
            let place = text.floor_char_boundary(random.below(text.len() + 1));
            match random.below(3) {
                0 => text.insert_str(place, random.pick(PIECES)),
                1 => text.truncate(place),
                _ if place < text.len() => drop(text.remove(place)),
                _ => {}
            }
        }
        let by_serde = serde_json::from_str::<Value>(&text).is_ok();
        assert_eq!(is_taken(&text), by_serde, "{text:?}");
        taken += usize::from(by_serde);
    }
    assert!((5_000..35_000).contains(&taken), "{taken} were taken");
}

#[test]
fn a_string_of_any_length_with_anything_at_any_place_is_read() {
    for length in 0..50 {
        for place in 0..=length {
            for piece in PIECES {
                let mut content = "x".repeat(length);
                content.insert_str(place, piece);
                let text = format!("\"{content}\" behind");
                let first = serde_json::Deserializer::from_str(&text).into_iter::<String>().next();
                let by_serde = first.and_then(Result::ok);
                let read = string(&text).map(|(read, _)| read.into_owned());
                assert_eq!(read.ok(), by_serde, "{text:?}");
            }
        }
    }
}

#[test]
fn a_number_is_read_as_serde_json_reads_it() {
    for text in [
        "0",
        "-0",
        "1",
        "-1",
        "01",
        "00",
        "1.0",
        "1e2",
        "-",
        "+1",
        ".5",
        "1.",
        "1e",
        "1e400",
        "999999999999999999",
        "9999999999999999999",
        "99999999999999999999",
        "-9223372036854775808",
        "18446744073709551615",
        "18446744073709551616",
        "1-1",
        "1e5.0",
    ] {
        let by_serde = serde_json::from_str::<serde_json::Number>(text).ok();
        let read = number(text).ok().filter(|(_, rest)| rest.is_empty());
        assert_eq!(read.map(|(number, _)| number), by_serde, "{text}");
    }
}

#[test]
fn nesting_is_followed_without_a_stack_that_grows_with_the_text() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    for depth in [1, 126, 127, 128, 1_000_000] {
        let by_serde = serde_json::from_str::<Value>(&nested(depth)).is_ok();
        assert_eq!(is_taken(&nested(depth)), by_serde, "{depth}");
    }
}

#[test]
fn a_value_is_told_apart_from_what_stands_around_it() {
    let (value, rest) = raw(" {\"a\": [1]} , 2", &mut Notes::default()).unwrap();
    assert_eq!((value, rest), ("{\"a\": [1]}", " , 2"));
}
