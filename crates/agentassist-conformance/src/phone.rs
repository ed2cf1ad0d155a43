//! Phone numbers, as people and servers write them.
//!
//! The samples show `+919550100001` with the country code `+91`, and no text says more. That spaces,
//! hyphens, brackets and a leading `00` stand for the same number is how numbers are written
//! everywhere (ITU-T E.123), and nothing that a server could be blamed for.

/// A number with fewer digits behind its country code is one of a service, and valid in its country.
const SHORTEST: usize = 6;

/// Whether a number begins with a country code; nothing where it is too short to have one, or where
/// one of the two is no number. Of a masked one, what is not hidden is looked at: without a `+` it
/// need not be its beginning.
pub(crate) fn is_joined(code: &str, number: &str) -> Option<bool> {
    let (bare_code, bare) = (bare(code), bare(number));
    // Nearly all numbers are written like this.
    let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_long = !bare_code.is_empty() && bare.len() >= bare_code.len() + SHORTEST;
    if is_long && bare.starts_with(bare_code) && is_plain(bare) {
        return Some(true);
    }
    let end = number.find(is_mask).filter(|_| is_masked(number));
    let (seen, hidden) = number.split_at(end.unwrap_or(number.len()));
    let (code, seen) = (international(code)?, international(seen)?);
    let (length, digits) = (code.clone().count(), seen.clone().count());
    let is_number = length > 0 && digits + hidden.len() >= length + SHORTEST;
    let is_beginning = hidden.is_empty() || (number.starts_with('+') && digits >= length);
    (is_number && is_beginning).then(|| seen.take(length).eq(code))
}

/// Whether two texts are the same country code, or the same text.
pub(crate) fn is_same_code(one: &str, other: &str) -> bool {
    match (international(one), international(other)) {
        (Some(one), Some(other)) => one.eq(other),
        _ => bare(one) == bare(other),
    }
}

/// Whether an answer shows the number that was sent; nothing where one of them is masked.
///
/// What happens to a number that is sent with its country code is documented nowhere, and neither is
/// what happens to the zero in front of a national one.
pub(crate) fn is_shown(sent: &str, shown: &str, code: &str) -> Option<bool> {
    let (bare_sent, bare_shown) = (bare(sent), bare(shown));
    if bare_shown == bare_sent || bare_shown.strip_prefix(bare(code)) == Some(bare_sent) {
        return Some(true);
    }
    if [sent, shown].into_iter().any(is_masked) {
        return None;
    }
    let as_digits = |text| international(text).map(Iterator::collect::<String>);
    let (Some(sent), Some(shown)) = (as_digits(sent), as_digits(shown)) else {
        return Some(false);
    };
    let code = as_digits(code).unwrap_or_default();
    let mut shown = national(&shown, &code);
    Some(shown.any(|shown| national(&sent, &code).any(|sent| sent == shown)))
}

fn bare(text: &str) -> &str {
    text.trim().trim_start_matches('+')
}

/// What may stand between digits.
fn is_mark(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '+' | '-' | '(' | ')' | '.' | '/' | '\u{2010}'..='\u{2015}')
}

/// Whether some of a number's digits are hidden. A text with other letters is no number.
pub(crate) fn is_masked(text: &str) -> bool {
    text.contains(is_mask) && text.chars().filter(|it| it.is_alphabetic()).all(is_mask)
}

/// Whether a letter is what people write in the place of a digit that they hide.
pub(crate) fn is_mask(character: char) -> bool {
    matches!(character, 'x' | 'X' | '*' | '#' | '_' | '\u{2022}' | '\u{2026}')
}

/// The digits of a number without the zeros of an international prefix; nothing for what is no
/// number.
fn international(text: &str) -> Option<impl Iterator<Item = char> + Clone> {
    text.chars().all(|it| it.is_ascii_digit() || is_mark(it)).then_some(())?;
    let digits = text.chars().filter(char::is_ascii_digit);
    let has_prefix = digits.clone().take(2).eq(['0', '0']);
    Some(digits.skip(if has_prefix { 2 } else { 0 }))
}

/// A number with and without its country code, with and without the zero in front of a national one.
fn national<'a>(digits: &'a str, code: &str) -> impl Iterator<Item = &'a str> {
    let without_zero = |digits: &'a str| digits.strip_prefix('0').unwrap_or(digits);
    let without_code = digits.strip_prefix(code).unwrap_or(digits);
    [digits, without_zero(digits), without_code, without_zero(without_code)].into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_its_country_code_in_front_however_it_is_written() {
        for (code, number) in [
            ("+91", "+919550100001"),
            ("91", "919550100001"),
            ("+91", "+91 95501 00001"),
            ("+91", "(+91) 95501-00001"),
            ("+91", "+(91)95501/00001"),
            ("+91", "0091 95501 00001"),
            ("0091", "+919550100001"),
            ("+91", "00919550100001"),
            ("+49", "+49 (0)30 2300.0001"),
            ("+1-684", "+16845550100"),
            ("+1 684", "+1\u{a0}684\u{2011}555\u{2011}0100"),
            ("+91", "+9124456xxxxx"),
        ] {
            assert_eq!(is_joined(code, number), Some(true), "{code} {number}");
        }
        for (code, number) in [
            ("+91", "9550100001"),
            ("+91", "09550100001"),
            ("+91", "+49 30 2300 0001"),
            ("+49", "0091 95501 00001"),
            ("+1-684", "+1 555 0100 200"),
            ("+49", "+9124456xxxxx"),
        ] {
            assert_eq!(is_joined(code, number), Some(false), "{code} {number}");
        }
    }

    #[test]
    fn what_is_hidden_or_short_or_no_number_is_not_asked() {
        for (code, number) in [
            ("+91", "95501xxxxx"),
            ("+91", "+9xxxxxxxxxxx"),
            ("+91", "***-***-1234"),
            ("+91", "+49302"),
            ("+91", ""),
            ("", "9550100001"),
            ("+", "9550100001"),
            ("IN", "9550100001"),
            ("+9x", "9550100001"),
        ] {
            assert_eq!(is_joined(code, number), None, "{code} {number}");
        }
    }

    #[test]
    fn an_answer_shows_a_number_however_both_are_written() {
        for (sent, shown) in [
            ("9550100001", "+919550100001"),
            ("95501 00001", "+919550100001"),
            ("(955) 010-0001", "+91 9550100001"),
            ("09550100001", "+919550100001"),
            ("0955/0100001", "+9109550100001"),
            ("+919550100001", "+919550100001"),
            ("+919550100001", "+91+919550100001"),
            ("0091 9550100001", "+919550100001"),
            ("+91 (0)9550100001", "+919550100001"),
            ("9155010001", "+919155010001"),
            ("95501xxxxx", "+9195501xxxxx"),
            ("by night only", "+91by night only"),
        ] {
            assert_eq!(is_shown(sent, shown, "+91"), Some(true), "{sent} {shown}");
        }
        for (sent, shown) in [
            ("9550100001", "+919550100002"),
            ("95501 00001", "+9195501 00002"),
            ("09550100001", "+9119550100001"),
            ("by night only", "+91by day only"),
            ("9550100001", "by day only"),
            ("955", "+91956"),
        ] {
            assert_eq!(is_shown(sent, shown, "+91"), Some(false), "{sent} {shown}");
        }
        assert_eq!(is_shown("95501xxxxx", "+9124456xxxxx", "+91"), None);
    }

    #[test]
    fn a_code_is_the_same_with_and_without_its_prefix() {
        assert!(is_same_code("+91", "91") && is_same_code("0091", "+91"));
        assert!(is_same_code("+1-684", "+1 684") && is_same_code("IN", "IN"));
        assert!(!is_same_code("+91", "+49") && !is_same_code("IN", "DE"));
    }
}
