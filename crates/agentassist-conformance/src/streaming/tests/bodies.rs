//! Bodies made from the document's own schemas: valid ones, and ones with slips.

use std::fmt::Write;

use serde_json::Value;

use super::random::Random;
use crate::document::DOCUMENT;

/// Texts that belong nowhere, or only look as if they belonged.
const SLIPS: &[&str] = &[
    "null",
    "true",
    "0",
    "-0",
    "-1",
    "1.0",
    "1.5",
    "1e2",
    "1E+2",
    "0e0",
    "-0.0",
    "1e400",
    "-1e400",
    "1e-400",
    "1e30",
    "-1e30",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "-9223372036854775808",
    "-9223372036854775809",
    "123456789012345678901234567890",
    "9007199254740993.0",
    "01",
    "+1",
    ".5",
    "1.",
    "1e",
    "0x1",
    "NaN",
    "Infinity",
    "tru",
    "nulll",
    "\"\"",
    "\"x\"",
    "\"\\u0000\"",
    "\"\\ud83d\\ude00\"",
    "\"\\ud83d\"",
    "\"\\ude00\\ud83d\"",
    "\"\\ud83dx\"",
    "\"\\ud83d\\n\"",
    "\"\\u00g0\"",
    "\"\\x\"",
    "\"\\\"",
    "\"\t\"",
    "\"\u{7f}\u{80}\u{2028}\u{1f600}\"",
    "'x'",
    "[]",
    "{}",
    "[1,]",
    "[,1]",
    "[1 2]",
    "{\"a\":1,}",
    "{\"a\" 1}",
    "{a:1}",
    "{\"a\":1,\"a\":2}",
    "[[[[{\"a\":[null]}]]]]",
    "[\"\\ud800\"]",
    "{\"\\ud800\":1}",
    "[1e999]",
    "",
];

const DATE_TIMES: &[&str] = &[
    "2026-01-09T05:20:39.374Z",
    "2024-06-28t05:24:07z",
    "2024-02-29T00:00:00Z",
    "2023-02-29T00:00:00Z",
    "1900-02-29T00:00:00Z",
    "2000-02-29T23:59:59.9Z",
    "0000-01-01T00:00:00Z",
    "2026-04-31T00:00:00Z",
    "2026-00-10T00:00:00Z",
    "2026-13-10T00:00:00Z",
    "2026-01-00T00:00:00Z",
    "2016-12-31T23:59:60Z",
    "2016-12-31T23:59:60.5Z",
    "2016-12-30T22:59:60Z",
    "2016-12-31T23:59:61Z",
    "2017-01-01T00:59:60+01:00",
    "2016-12-31T18:29:60-05:30",
    "2016-12-31T15:59:60-08:00",
    "2016-12-31T23:58:60+23:59",
    "2016-12-31T00:00:60+00:01",
    "2016-12-31T23:59:60+00:01",
    "2026-01-09T24:00:00Z",
    "2026-01-09T05:60:00Z",
    "2026-01-09T05:20:39",
    "2026-01-09T05:20:39.Z",
    "2026-01-09T05:20:39.123456789012345678901234567890Z",
    "2026-01-09T05:20:39,5Z",
    "2026-01-09T05:20:39+0100",
    "2026-01-09T05:20:39+01",
    "2026-01-09T05:20:39+24:00",
    "2026-01-09T05:20:39+23:60",
    "2026-01-09T05:20:39-00:00",
    "2026-01-09T05:20:39+00:00Z",
    "2026-01-09T05:20:39ZZ",
    "2026-01-09 05:20:39Z",
    "2026-1-9T5:20:39Z",
    " 2026-01-09T05:20:39Z",
    "2026-01-09T05:20:39Z\\n",
    "20२६-01-09T05:20:39Z",
    "2026-01-09T०५:20:39Z",
    "T05:20:39Z",
    "2026-01-09T",
    "",
];

const TEXTS: &[&str] = &[
    "667e48f7c8b972fc691xxxxx",
    "john",
    "Ada Lovelace",
    "+91",
    "é",
    "\\u00e9\\n",
    "bulk-delete",
    "bulk-update",
    "bulk-delete2",
    "bulk-delete\\n",
    "a/b",
    "a\\/b",
    ".",
    "..",
    "...",
    "a\\u001fb",
    "a\\u007fb",
    "a\\u0085b",
    "\u{7f}",
    "\u{1f600}",
    "\\ud83d\\ude00",
    "\\n",
    "",
];

/// Writes bodies.
pub(super) struct Writer {
    random: Random,
    text: String,
    /// A slip once in so many places; none for 0.
    slips: usize,
}

/// Writes one body for the schema at a pointer. The same seed gives the same body.
pub(crate) fn body(pointer: &str, seed: u64) -> String {
    let mut random = Random::new(seed);
    let slips = [0, 0, 200, 40, 10][random.below(5)];
    let breaks_text = random.once_in(8);
    let mut writer = Writer { random, text: String::new(), slips };
    writer.value(pointer);
    if breaks_text {
        writer.break_text();
    }
    writer.text
}

impl Writer {
    fn value(&mut self, pointer: &str) {
        let schema = DOCUMENT.pointer(pointer).expect("the schema exists");
        if let Some(target) = schema["$ref"].as_str() {
            return self.value(target.strip_prefix('#').expect("the reference is local"));
        }
        self.space();
        if self.random.once_in(self.slips) {
            self.text += self.random.pick(SLIPS);
            return;
        }
        if let Some(alternatives) = schema["oneOf"].as_array() {
            let chosen = self.random.below(alternatives.len());
            return self.value(&format!("{pointer}/oneOf/{chosen}"));
        }
        match schema["type"].as_str() {
            Some("object") => self.object(pointer, schema),
            Some("array") => self.array(pointer),
            Some("string") => self.string(schema),
            Some("integer") => {
                let number = self.random.pick(&["0", "1", "10", "4002", "18446744073709551615"]);
                self.text += number;
            }
            Some("boolean") => self.text += self.random.pick(&["true", "false"]),
            other => panic!("{pointer} has the type {other:?}"),
        }
        self.space();
    }

    fn object(&mut self, pointer: &str, schema: &Value) {
        let required = schema["required"].as_array().map_or(&[][..], Vec::as_slice);
        let mut names: Vec<&str> = Vec::new();
        for name in schema["properties"].as_object().into_iter().flat_map(serde_json::Map::keys) {
            let is_required = required.iter().any(|required| required == name);
            let is_left_out = if is_required {
                self.random.once_in(self.slips * 4)
            } else {
                self.random.once_in(3)
            };
            if !is_left_out {
                names.push(name);
            }
            if self.random.once_in(self.slips * 8) {
                names.push(name);
            }
        }
        if self.random.once_in(2) && names.len() > 1 {
            let (one, other) = (self.random.below(names.len()), self.random.below(names.len()));
            names.swap(one, other);
        }
        if self.random.once_in(6) {
            let place = self.random.below(names.len() + 1);
            names.insert(place, "not in the document");
        }
        self.text.push('{');
        for (index, name) in names.iter().enumerate() {
            if index > 0 {
                self.text.push(',');
            }
            self.space();
            self.name(name);
            self.space();
            self.text.push(':');
            let at = format!("{pointer}/properties/{name}");
            if DOCUMENT.pointer(&at).is_some() {
                self.value(&at);
            } else {
                self.unknown();
            }
        }
        self.text.push('}');
    }

    fn name(&mut self, name: &str) {
        if self.random.once_in(20) {
            let letter = name.chars().next().expect("names are not empty");
            let _ = write!(self.text, "\"\\u{:04x}{}\"", u32::from(letter), &name[1..]);
        } else {
            let _ = write!(self.text, "\"{name}\"");
        }
    }

    /// A value of which the document says nothing.
    fn unknown(&mut self) {
        if self.random.once_in(60) {
            // Around the depth at which a reader gives up.
            let depth = 118 + self.random.below(14);
            self.text += &"[".repeat(depth);
            self.text += &"]".repeat(depth);
        } else if self.random.once_in(self.slips) {
            self.text += self.random.pick(SLIPS);
        } else {
            let known = ["null", "1", "-1.5e3", "\"new\"", "[1,{\"a\":[]}]", "{\"b\":{\"c\":0}}"];
            self.text += self.random.pick(&known);
        }
    }

    fn array(&mut self, pointer: &str) {
        self.text.push('[');
        for index in 0..self.random.below(3) {
            if index > 0 {
                self.text.push(',');
            }
            self.value(&format!("{pointer}/items"));
        }
        self.space();
        self.text.push(']');
    }

    fn string(&mut self, schema: &Value) {
        let text = if schema["format"] == "date-time" {
            // The first three are valid.
            let choice = if self.slips == 0 { 3 } else { DATE_TIMES.len() };
            DATE_TIMES[self.random.below(choice)]
        } else if let Some(known) = schema["x-extensible-enum"].as_array()
            && !self.random.once_in(6)
        {
            known[self.random.below(known.len())].as_str().expect("its values are strings")
        } else {
            let choice = if self.slips == 0 { 6 } else { TEXTS.len() };
            TEXTS[self.random.below(choice)]
        };
        let _ = write!(self.text, "\"{text}\"");
    }

    fn space(&mut self) {
        if self.random.once_in(30) {
            self.text += self.random.pick(&[" ", "\n", "\t", "\r\n", "  "]);
        } else if self.random.once_in(self.slips * 30) {
            self.text += self.random.pick(&["\u{a0}", "\u{feff}", "/**/", "\u{b}", "\0"]);
        }
    }

    /// Takes away, adds or replaces one character, or cuts the text off.
    fn break_text(&mut self) {
        let mut letters: Vec<_> = self.text.chars().collect();
        if letters.is_empty() {
            return;
        }
        let place = self.random.below(letters.len());
        let letter =
            char::from(self.random.pick(&[b"{}[]\":,\\0-.eE nt\x00\x1f"])[self.random.below(18)]);
        match self.random.below(4) {
            0 => drop(letters.remove(place)),
            1 => letters.insert(place, letter),
            2 => letters[place] = letter,
            _ => letters.truncate(place),
        }
        self.text = letters.into_iter().collect();
    }
}
