//! JSON, read once from the start of a text to its end, by what is expected next.
//!
//! A parser for any program finds out what a text holds; whoever holds a text against a schema
//! knows what should come next, and only has to see whether it does. That is why the judge reads
//! JSON itself: this is the innermost loop of all that it does.
//!
//! Each function takes what is left of a text, and returns what is left behind what it read. What
//! is taken for JSON is exactly what `serde_json` takes for it, so that a tree can be made of
//! whatever is allowed here.

#![expect(clippy::inline_always, reason = "what is left of a text stays in registers")]

mod number;
mod string;
#[cfg(test)]
mod tests;

pub(crate) use self::number::number;
pub(crate) use self::string::string;
use super::Notes;

/// A text is no JSON, or a schema forbids what it says. Why, others explain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Refused;

/// What is left of a text behind what was read.
pub(crate) type Rest<'de> = Result<&'de str, Refused>;

/// Passes space.
#[inline(always)]
pub(crate) fn space(text: &str) -> &str {
    match text.as_bytes() {
        [first, ..] if *first > b' ' => text,
        _ => behind_space(text),
    }
}

#[cold]
fn behind_space(text: &str) -> &str {
    let is_space = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
    &text[text.bytes().take_while(is_space).count()..]
}

/// The first byte that is no space.
#[inline(always)]
pub(crate) fn peek(text: &str) -> Option<u8> {
    space(text).as_bytes().first().copied()
}

/// Passes these bytes, which are ASCII, if they come next.
#[inline(always)]
pub(crate) fn passes<'de, const LENGTH: usize>(
    text: &'de str,
    bytes: &[u8; LENGTH],
) -> Option<&'de str> {
    let text = space(text);
    (text.as_bytes().first_chunk() == Some(bytes)).then(|| text.get(LENGTH..)).flatten()
}

/// Passes these bytes, which must come next.
#[inline(always)]
pub(crate) fn expect<'de, const LENGTH: usize>(text: &'de str, bytes: &[u8; LENGTH]) -> Rest<'de> {
    passes(text, bytes).ok_or(Refused)
}

/// Passes the bracket that opens an object or an array, and says whether anything is in it.
pub(crate) fn enter<'de>(
    text: &'de str,
    notes: &mut Notes,
    [open, close]: [u8; 2],
) -> Result<(bool, &'de str), Refused> {
    let inside = expect(text, &[open])?;
    notes.enter()?;
    Ok(passes(inside, &[close]).map_or((true, inside), |behind| (false, behind)))
}

/// Reads what may stand behind an entry or an item: a comma, or a bracket that closes. Says whether
/// it goes on.
#[inline(always)]
pub(crate) fn goes_on(text: &str, bracket: u8) -> Result<(bool, &str), Refused> {
    let text = space(text);
    match text.as_bytes() {
        [b',', ..] => Ok((true, text.get(1..).ok_or(Refused)?)),
        [byte, ..] if *byte == bracket => Ok((false, text.get(1..).ok_or(Refused)?)),
        _ => Err(Refused),
    }
}

/// Reads an object: `entry` reads each value, behind its name and colon.
pub(crate) fn object<'de>(
    text: &'de str,
    notes: &mut Notes,
    mut entry: impl FnMut(&str, &'de str, &mut Notes) -> Rest<'de>,
) -> Rest<'de> {
    let (mut is_on, mut text) = enter(text, notes, *b"{}")?;
    while is_on {
        let (name, rest) = string(text)?;
        let rest = entry(&name, expect(rest, b":")?, notes)?;
        (is_on, text) = goes_on(rest, b'}')?;
    }
    notes.leave();
    Ok(text)
}

/// Reads an array: `item` reads each value.
#[inline(always)]
pub(crate) fn array<'de>(
    text: &'de str,
    notes: &mut Notes,
    mut item: impl FnMut(&'de str, &mut Notes) -> Rest<'de>,
) -> Rest<'de> {
    let (mut is_on, mut text) = enter(text, notes, *b"[]")?;
    while is_on {
        (is_on, text) = goes_on(item(text, notes)?, b']')?;
    }
    notes.leave();
    Ok(text)
}

/// At the end nothing follows but space.
pub(crate) fn end(text: &str) -> Result<(), Refused> {
    if space(text).is_empty() { Ok(()) } else { Err(Refused) }
}

/// The text of any value.
pub(crate) fn raw<'de>(text: &'de str, notes: &mut Notes) -> Result<(&'de str, &'de str), Refused> {
    let text = space(text);
    let rest = anything(text, notes)?;
    text.split_at_checked(text.len() - rest.len()).ok_or(Refused)
}

/// Reads `true` or `false`.
pub(crate) fn boolean(text: &str) -> Result<(bool, &str), Refused> {
    match passes(text, b"true") {
        Some(rest) => Ok((true, rest)),
        None => Ok((false, expect(text, b"false")?)),
    }
}

/// Reads any value.
pub(crate) fn anything<'de>(text: &'de str, notes: &mut Notes) -> Rest<'de> {
    match peek(text) {
        Some(b'"') => string(text).map(|(_, rest)| rest),
        Some(b'{') => object(text, notes, |_, text, notes| {
            notes.add_free();
            anything(text, notes)
        }),
        Some(b'[') => array(text, notes, anything),
        Some(b't') => expect(text, b"true"),
        Some(b'f') => expect(text, b"false"),
        Some(b'n') => expect(text, b"null"),
        _ => number(text).map(|(_, rest)| rest),
    }
}
