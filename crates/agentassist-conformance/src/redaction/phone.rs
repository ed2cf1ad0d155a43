//! What remains of a phone number: its country code, and stand-ins for all other digits.
//!
//! Rules compare numbers: one with its country code in front of it and the same one without, or
//! the one that an update sends and the one that its answer shows. So every digit becomes a digit
//! and every letter a letter, where it stood, and what was equal stays equal. What hides a digit
//! already goes on hiding it.

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::phone;

/// How the document marks a number.
pub(super) const KIND: &str = "phone";

/// Where a contact and a change have their phone, and the names in it.
const PHONE: &str = "/cellPhone";
const NUMBER: &str = "phoneNumber";
const COUNTRY_CODE: &str = "countryCode";

/// What stands beside a number, and the most digits that it has if it is what its name says.
const BESIDE: &[(&str, usize)] = &[(COUNTRY_CODE, CODE_DIGITS), ("extension", 4)];

/// A number with fewer digits behind a zero is told apart by all of them.
const LONG: usize = 6;

/// The most digits of a country code, with the area that some lists add: `+44-1534`.
const CODE_DIGITS: usize = 7;

/// Stand-ins for numbers, the same for the same digits.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    stand_ins: HashMap<String, String>,
    /// How many there are of each form.
    counts: HashMap<String, usize>,
}

impl Numbers {
    /// Replaces the number of a phone, but for so many digits of its country code, and what should
    /// be a dialling code but is too long for one.
    pub(super) fn redact(&mut self, phone: &mut Value, code: usize) {
        let Some(phone) = phone.as_object_mut() else { return };
        if let Some(Value::String(number)) = phone.get_mut(NUMBER) {
            *number = self.replace(number, code);
        }
        for (name, digits) in BESIDE {
            if let Some(Value::String(text)) = phone.get_mut(*name)
                && !is_code(text, *digits)
            {
                *text = self.replace(text, 0);
            }
        }
    }

    /// Replaces the digits and letters of a text, but for the first ones, and the zeros behind them:
    /// `0` and `00` are part of how a number is written, and the same one may be written without.
    pub(super) fn replace(&mut self, text: &str, kept: usize) -> String {
        let most = if kept == 0 { 2 } else { 1 };
        let zeros = signs(text).skip(kept).take(most).take_while(|sign| *sign == '0').count();
        let is_long = signs(text).count() >= kept + zeros + LONG;
        let kept = if is_long { kept + zeros } else { kept };
        let is_masked = phone::is_masked(text);
        let is_sign = |it: char| it.is_alphanumeric() && !(is_masked && phone::is_mask(it));
        let hidden: String = text.chars().filter(|sign| is_sign(*sign)).skip(kept).collect();
        let mut stand_in = self.stand_in(hidden).chars();
        let mut passed = 0;
        let mut clean = String::with_capacity(text.len());
        for letter in text.chars() {
            let is_hidden = is_sign(letter) && passed >= kept;
            passed += usize::from(is_sign(letter));
            clean.push(if is_hidden { stand_in.next().unwrap_or_default() } else { letter });
        }
        // There are more texts of letters than stand-ins of their length.
        clean.extend(stand_in);
        clean
    }

    fn stand_in(&mut self, hidden: String) -> &str {
        let counts = &mut self.counts;
        self.stand_ins.entry(hidden).or_insert_with_key(|hidden| {
            let form: String =
                hidden.chars().map(|it| if it.is_ascii_digit() { '0' } else { 'a' }).collect();
            let count = counts.entry(form).or_default();
            *count += 1;
            nth(hidden, *count - 1)
        })
    }
}

/// The so-many-th stand-in for texts of one form. No two are the same.
///
/// They begin with 89, which no country has: none of them looks as if it had its code in front.
fn nth(hidden: &str, mut rest: usize) -> String {
    let mut carry = 0;
    let mut signs: Vec<_> = hidden.chars().enumerate().collect();
    for (index, sign) in signs.iter_mut().rev() {
        let (first, size, begin) = match (sign.is_ascii_digit(), *index) {
            (true, 0) => (b'0', 10, 8),
            (true, 1) => (b'0', 10, 9),
            (true, _) => (b'0', 10, 0),
            // All but `x`, which would hide something.
            (false, _) => (b'a', 25, 0),
        };
        let sum = begin + rest % size + carry;
        (rest, carry) = (rest / size, sum / size);
        // A remainder below 25 fits into a byte.
        let place = u8::try_from(sum % size).unwrap_or_default();
        let skipped = u8::from(size == 25 && place >= b'x' - b'a');
        *sign = char::from(first + place + skipped);
    }
    let mut stand_in: String = signs.into_iter().map(|(_, sign)| sign).collect();
    if rest > 0 {
        stand_in = stand_in + "z" + &rest.to_string();
    }
    stand_in
}

/// Whether a schema describes a phone.
pub(super) fn is_phone(schema: &Map<String, Value>) -> bool {
    let number = schema.get("properties").and_then(|properties| properties.get(NUMBER));
    number.is_some_and(|number| number["x-pii"] == KIND)
}

/// Whether this is the number of a phone, which is replaced together with what is beside it.
pub(super) fn is_number(name: &str, value: &Value) -> bool {
    name == NUMBER && value.is_string()
}

/// How many digits at the beginning of a number are the country code that stands beside it, with
/// the zeros that stand for its `+`.
pub(super) fn code_beside(phone: &Value) -> usize {
    let text = |name: &str| phone.get(name).and_then(Value::as_str);
    let Some((code, number)) = text(COUNTRY_CODE).zip(text(NUMBER)) else { return 0 };
    let code_digits = signs(code).skip(prefix(code));
    let (before, count) = (prefix(number), code_digits.clone().count());
    let is_in_front =
        is_code(code, CODE_DIGITS) && signs(number).skip(before).take(count).eq(code_digits);
    if is_in_front { before + count } else { 0 }
}

/// How many digits of a number that was sent are the country code of the answer, if what follows
/// them is the number that it shows. Without its code in front, a number may still begin like one.
pub(super) fn code_shown<'a>(sent: &'a Value, answer: Option<&'a Value>) -> usize {
    let text = |phone: &'a Value, name: &str| phone.get(name).and_then(Value::as_str);
    let Some(shown) = answer.and_then(|answer| answer.pointer(PHONE)) else { return 0 };
    let (Some(sent), Some(number)) = (text(sent, NUMBER), text(shown, NUMBER)) else { return 0 };
    let code = text(shown, COUNTRY_CODE).filter(|code| is_code(code, CODE_DIGITS));
    let Some(code) = code else { return 0 };
    let code = signs(code).skip(prefix(code));
    let (before, count) = (prefix(sent), code.clone().count());
    let with_code = signs(sent).skip(before);
    let is_same = national(with_code.clone().skip(count))
        .eq(national(signs(number).skip(code_beside(shown))));
    if is_same && with_code.take(count).eq(code) { before + count } else { 0 }
}

/// The digits of a number without the zero in front of a national one.
fn national(digits: impl Iterator<Item = char> + Clone) -> impl Iterator<Item = char> {
    let zeros = usize::from(digits.clone().next() == Some('0'));
    digits.skip(zeros)
}

/// How many zeros in front of a number stand for its `+`.
fn prefix(text: &str) -> usize {
    if signs(text).take(2).eq(['0', '0']) { 2 } else { 0 }
}

/// Whether a text is no more than a dialling code of so many digits.
fn is_code(text: &str, digits: usize) -> bool {
    signs(text).all(|sign| sign.is_ascii_digit()) && signs(text).count() <= digits
}

fn signs(text: &str) -> impl Iterator<Item = char> + Clone {
    text.chars().filter(|letter| letter.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use serde_json::json;

    use super::*;

    /// A phone as an answer shows it, redacted.
    fn redacted(numbers: &mut Numbers, number: &str, code: &str) -> String {
        let mut phone = json!({NUMBER: number, COUNTRY_CODE: code});
        let digits = code_beside(&phone);
        numbers.redact(&mut phone, digits);
        assert_eq!(phone[COUNTRY_CODE], code);
        phone[NUMBER].as_str().unwrap().to_owned()
    }

    #[test]
    fn of_a_number_remains_its_country_code_alone() {
        let mut numbers = Numbers::default();
        for (number, code, expected) in [
            ("+493023000001", "+49", "+498900000000"),
            ("493023000001", "49", "498900000000"),
            ("+49 30 2300-0001", "+49", "+49 89 0000-0000"),
            ("+49 171 2345678 ext. 12345", "+49", "+49 890 0000000 aaa. 00000"),
            ("0171-2345678 / Ada King", "+49", "0890-0000000 / aaa aaaa"),
            ("0049 30 2300-0001", "+49", "0049 89 0000-0000"),
            ("+49 (0)30 2300-0001", "0049", "+49 (0)89 0000-0000"),
            ("030 23000001", "+49", "089 00000000"),
            ("+1 (868) 221-1234", "+1868", "+1 (868) 890-0000"),
            ("110", "+49", "890"),
            ("011", "+49", "891"),
            ("+4930xxxxxx", "+49", "+4989xxxxxx"),
            ("\u{664}\u{669} x3", "+49", "aa x0"),
            ("Xx", "+49", "Xx"),
            ("7", "+49", "8"),
            ("", "+49", ""),
            ("+", "+49", "+"),
        ] {
            assert_eq!(redacted(&mut numbers, number, code), expected, "{number}");
        }
    }

    #[test]
    fn what_stands_in_the_place_of_a_code_is_a_number_if_it_is_as_long() {
        let mut phone = json!({NUMBER: "+4915550100123", COUNTRY_CODE: "+4915550100123",
                               "extension": "ext 12345"});
        let code = code_beside(&phone);
        Numbers::default().redact(&mut phone, code);
        let stand_in = "+8900000000000";
        let expected = json!({NUMBER: stand_in, COUNTRY_CODE: stand_in, "extension": "aaa 00000"});
        assert_eq!(phone, expected);
    }

    #[test]
    fn a_number_that_is_sent_keeps_its_code_only_where_the_answer_has_it() {
        let answer = json!({"cellPhone": {NUMBER: "+919123456789", COUNTRY_CODE: "+91"}});
        let mut numbers = Numbers::default();
        let shown = numbers.replace("+919123456789", 2);
        let sent_like_that = [
            ("9123456789", shown[3..].to_owned()),
            ("919123456789", shown[1..].to_owned()),
            ("09123456789", format!("0{}", &shown[3..])),
            ("0091 9123456789", format!("00{} {}", &shown[1..3], &shown[3..])),
        ];
        for (sent, expected) in sent_like_that {
            let phone = json!({NUMBER: sent, COUNTRY_CODE: "+91"});
            assert_eq!(numbers.replace(sent, code_shown(&phone, Some(&answer))), expected);
        }
    }

    #[test]
    fn numbers_of_all_lengths_are_told_apart() {
        for length in 1..4 {
            let mut numbers = Numbers::default();
            let all = 10_usize.pow(length);
            let digits = usize::try_from(length).unwrap();
            let stand_ins: HashSet<_> =
                (0..all).map(|it| numbers.replace(&format!("{it:0digits$}"), 0)).collect();
            assert_eq!(stand_ins.len(), all);
            assert!(stand_ins.iter().all(|it| it.len() == digits));
        }
        let mut numbers = Numbers::default();
        let letters = ('a'..='z').chain('A'..='Z').chain('À'..='Ö');
        let stand_ins: HashSet<_> =
            letters.clone().map(|it| numbers.replace(&it.to_string(), 0)).collect();
        assert_eq!(stand_ins.len(), letters.count());
    }
}
