//! Strings.

use std::borrow::Cow;

use super::{Refused, expect};

/// Reads a string; it is borrowed unless it has escapes.
#[inline(always)]
pub(crate) fn string(text: &str) -> Result<(Cow<'_, str>, &str), Refused> {
    let content = expect(text, b"\"")?;
    let end = plain_end(content.as_bytes());
    match content.as_bytes().get(end) {
        Some(b'"') => {
            let (content, rest) = content.split_at_checked(end).ok_or(Refused)?;
            Ok((Cow::Borrowed(content), rest.get(1..).ok_or(Refused)?))
        }
        Some(b'\\') => escaped(content, end).map(|(content, rest)| (Cow::Owned(content), rest)),
        _ => Err(Refused),
    }
}

/// Reads a string from behind its first quote; it has its first escape here.
#[cold]
fn escaped(content: &str, mut escape: usize) -> Result<(String, &str), Refused> {
    loop {
        // What is escaped ends no string; what it is, is seen below.
        let begin = escape + 2;
        let end = begin + plain_end(content.as_bytes().get(begin..).ok_or(Refused)?);
        match content.as_bytes().get(end) {
            Some(b'"') => {
                let (content, rest) = content.split_at_checked(end + 1).ok_or(Refused)?;
                let string = serde_json::from_str(&format!("\"{content}"));
                return string.map(|string| (string, rest)).map_err(|_| Refused);
            }
            Some(b'\\') => escape = end,
            _ => return Err(Refused),
        }
    }
}

/// Where the characters of a string end that stand for themselves: at a quote, a backslash or a
/// control character, or where the text ends.
#[inline(always)]
fn plain_end(text: &[u8]) -> usize {
    let mut rest = text;
    while let Some((block, behind)) = rest.split_first_chunk() {
        let marks = marks(*block);
        if marks != 0 {
            return text.len() - rest.len() + marks.trailing_zeros() as usize;
        }
        rest = behind;
    }
    let is_plain = |byte: &&u8| !matches!(byte, b'"' | b'\\' | ..=0x1f);
    text.len() - rest.len() + rest.iter().take_while(is_plain).count()
}

/// Marks those of sixteen bytes that are a quote, a backslash or a control character.
#[inline(always)]
fn marks(block: [u8; 16]) -> u32 {
    let block = wide::u8x16::new(block);
    let is = |byte| block.simd_eq(wide::u8x16::splat(byte));
    let control = block.min(wide::u8x16::splat(0x1f)).simd_eq(block);
    (is(b'"') | is(b'\\') | control).to_bitmask()
}
