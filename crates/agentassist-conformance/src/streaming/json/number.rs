//! Numbers.

use serde_json::Number;

use super::{Refused, space};

/// Integers of so many digits fit into 64 bits whatever they are.
const SHORT: usize = 18;

/// Reads a number.
pub(crate) fn number(text: &str) -> Result<(Number, &str), Refused> {
    let text = space(text);
    let is_part = |byte: &u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
    let length = text.bytes().take_while(is_part).count();
    let (number, rest) = text.split_at_checked(length).ok_or(Refused)?;
    let number = match short_integer(number) {
        Some(short) => short.into(),
        None => number.parse().map_err(|_| Refused)?,
    };
    Ok((number, rest))
}

/// An integer of a few digits, which most are.
fn short_integer(text: &str) -> Option<u64> {
    let is_written_so = match text.as_bytes() {
        [b'0'] => true,
        [b'1'..=b'9', ..] => text.len() <= SHORT,
        _ => false,
    };
    let digits = || text.bytes().map(|byte| byte.wrapping_sub(b'0'));
    let is_short = is_written_so && digits().all(|digit| digit < 10);
    is_short.then(|| digits().fold(0, |number, digit| number * 10 + u64::from(digit)))
}
