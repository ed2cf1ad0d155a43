//! From exchanges to the text of a recording.

use crate::exchange::Exchange;

/// Writes a recording: JSON that can be read and compared line by line.
///
/// One exchange stands alone, several stand in a list.
#[must_use]
pub fn to_json(exchanges: &[Exchange]) -> String {
    let text = match exchanges {
        [one] => serde_json::to_string_pretty(one),
        many => serde_json::to_string_pretty(many),
    };
    // expect: an exchange has string keys only and no value that JSON lacks.
    text.expect("an exchange has a form in JSON") + "\n"
}
