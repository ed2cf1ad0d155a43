//! Texts from outside, so that they cannot steer a terminal, nor show their letters in another order
//! than they stand.

use std::borrow::Cow;

/// A text with a sign of its own in the place of what steers.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.contains(steers) { text.replace(steers, "\u{fffd}").into() } else { text.into() }
}

/// Whether a letter is a control character, or turns the direction of what follows.
#[must_use]
pub fn steers(letter: char) -> bool {
    let turns = matches!(
        letter,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    );
    letter.is_control() || turns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_be_read_backwards() {
        assert_eq!(printable("Ada\u{202e}eoD\u{2066}"), "Ada\u{fffd}eoD\u{fffd}");
        assert_eq!(printable("זאב · 山田"), "זאב · 山田");
    }
}
