//! Makes a text of the API fit for a message: short, in one line, about nobody.

/// How many characters a message keeps.
const LONGEST: usize = 200;

/// Digits in a row from which on a word may be a phone number.
const PHONE_DIGITS: usize = 6;

/// Returns the text in one line, with a placeholder for each word that may be about a person.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::new();
    // What lies far behind the end of the line is not even looked at.
    for word in text.split(|char: char| char.is_whitespace() || char.is_control()).take(LONGEST) {
        if word.is_empty() {
            continue;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(if is_private(word) { "[redacted]" } else { word });
        if line.chars().count() > LONGEST {
            let end = line.char_indices().nth(LONGEST).map_or(line.len(), |(index, _)| index);
            line.truncate(end);
            line.push('…');
            break;
        }
    }
    line
}

/// Tells words that look like a JWT or another long secret, an address, or a phone number.
fn is_private(word: &str) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let is_jwt = word.matches('.').count() >= 2 && word.contains("eyJ");
    let is_long_secret = word.len() >= 32 && digits > 0;
    is_jwt || is_long_secret || word.contains('@') || digits >= PHONE_DIGITS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_about_a_person_is_replaced() {
        for (text, expected) in [
            ("token eyJhbGciOi.eyJhcHBJ.c2ln is bad", "token [redacted] is bad"),
            ("auth=eyJhbGciOi.eyJhcHBJ.c2ln", "[redacted]"),
            ("mail ada@example.com bounced", "mail [redacted] bounced"),
            ("number +919550112345 in use", "number [redacted] in use"),
            ("contact 667e48f7c8b972fc691a0b1c is gone", "contact [redacted] is gone"),
        ] {
            assert_eq!(one_line(text), expected);
        }
    }

    #[test]
    fn the_vendors_sentences_stay_as_they_are() {
        for text in [
            "You've exceeded the per-minute rate limit. Please wait for sometime before retrying.",
            "error verifying the jwt: if \"jti\" claim \"exp\" must be <= 1 hour(s)",
            "Permission denied. Scope is incorrect!",
            "Validation errors/ Invalid arguments",
        ] {
            assert_eq!(one_line(text), text);
        }
    }

    #[test]
    fn many_lines_become_one_short_one() {
        assert_eq!(one_line(" a\n\tb\u{1b}[31m\0c "), "a b [31m c");
        assert_eq!(one_line(&"wort ".repeat(1000)).chars().count(), LONGEST + 1);
        assert_eq!(one_line(&"ä".repeat(1000)).chars().count(), LONGEST + 1);
    }
}
