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
        Some(b'\\') => escaped(content).map(|(content, rest)| (Cow::Owned(content), rest)),
        _ => Err(Refused),
    }
}

/// Reads a string with escapes, from behind its first quote.
#[cold]
fn escaped(content: &str) -> Result<(String, &str), Refused> {
    let (mut string, mut rest) = (String::new(), content);
    loop {
        let end = plain_end(rest.as_bytes());
        let (plain, behind) = rest.split_at_checked(end).ok_or(Refused)?;
        string.push_str(plain);
        let letter;
        (letter, rest) = match behind.as_bytes() {
            [b'"', ..] => return Ok((string, behind.get(1..).ok_or(Refused)?)),
            [b'\\', b'u', ..] => unicode(behind)?,
            [b'\\', letter, ..] => (unescape(*letter)?, behind.get(2..).ok_or(Refused)?),
            _ => return Err(Refused),
        };
        string.push(letter);
    }
}

/// What a letter behind a backslash stands for.
fn unescape(letter: u8) -> Result<char, Refused> {
    Ok(match letter {
        b'"' | b'\\' | b'/' => char::from(letter),
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        _ => return Err(Refused),
    })
}

/// Reads `\u00e9`, or two of them that are one character beyond 16 bits.
fn unicode(text: &str) -> Result<(char, &str), Refused> {
    let (first, rest) = code_unit(text)?;
    if let Some(letter) = char::from_u32(first.into()) {
        return Ok((letter, rest));
    }
    let (second, rest) = code_unit(rest)?;
    let letter = char::decode_utf16([first, second]).next().and_then(Result::ok).ok_or(Refused)?;
    Ok((letter, rest))
}

fn code_unit(text: &str) -> Result<(u16, &str), Refused> {
    let (digits, rest) =
        text.strip_prefix("\\u").and_then(|text| text.split_at_checked(4)).ok_or(Refused)?;
    // A number may have a sign, which has no place here.
    let unit =
        digits.bytes().all(|it| it.is_ascii_hexdigit()).then(|| u16::from_str_radix(digits, 16));
    unit.and_then(Result::ok).map(|unit| (unit, rest)).ok_or(Refused)
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
