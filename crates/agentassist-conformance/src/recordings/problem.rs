//! What is wrong with an exchange, without any value that stands in it.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::exchange::{Request, Response, Source};

/// What a reader can say of a value that does not fit.
const KINDS: &[&str] = &[
    "boolean",
    "byte array",
    "character",
    "floating point",
    "integer",
    "map",
    "null",
    "number",
    "sequence",
    "string",
    "unit value",
];

/// Says which part of an exchange does not fit, what stands there, and what belongs there.
pub(super) fn problem(exchange: Option<&Value>, error: &serde_json::Error) -> String {
    let part = exchange.and_then(|exchange| {
        let part = |name: &str| exchange.get(name).cloned();
        let parts = [
            ("request", part("request").and_then(wrong::<Request>)),
            ("response", part("response").and_then(wrong::<Response>)),
            ("source", part("source").and_then(wrong::<Option<Source>>)),
        ];
        parts.into_iter().find_map(|(name, wrong)| wrong.map(|_| name))
    });
    let place = part.map(|name| format!(" in `{name}`")).unwrap_or_default();
    without_values(&error.to_string(), &place)
}

fn wrong<T: DeserializeOwned>(value: Value) -> Option<serde_json::Error> {
    serde_json::from_value::<T>(value).err()
}

/// Keeps of an error's text the kind of what is wrong, and what is expected. In between stands
/// the value, which may hold any text.
fn without_values(text: &str, place: &str) -> String {
    if text.starts_with("missing field `") {
        // The name is one of the reader's, and nothing stands behind it but a place in the text.
        let name = text.split('`').nth(1).unwrap_or_default();
        return format!("missing field `{name}`{place}");
    }
    // The last one is the reader's own: only the value before it can hold another.
    let expected = text.rsplit_once(", expected ").map(|(_, expected)| expected);
    let expected = expected.map(|it| it.rsplit_once(" at line ").map_or(it, |(it, _)| it));
    let Some(expected) = expected else { return format!("another form{place}") };
    let what = text
        .split_once(": ")
        .and_then(|(_, found)| KINDS.iter().find(|kind| found.starts_with(**kind)).copied());
    let what = what.unwrap_or("something else");
    format!("{what}{place}, expected {expected}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_of_an_error_shows_a_value() {
        for (text, clean) in [
            (
                r#"invalid type: string "Ada, expected x", expected u16 at line 1 column 7"#,
                "string in `a`, expected u16",
            ),
            ("invalid value: integer `70000`, expected u16", "integer in `a`, expected u16"),
            (
                "unknown variant `Ada`, expected `live` or `har`",
                "something else in `a`, expected `live` or `har`",
            ),
            ("missing field `url` at line 1 column 2", "missing field `url` in `a`"),
            ("data did not match any variant of untagged enum Values", "another form in `a`"),
        ] {
            assert_eq!(without_values(text, " in `a`"), clean);
        }
    }
}
