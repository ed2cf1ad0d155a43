//! Full names, as servers put them together.

/// Whether a full name has the words of both names, whatever space is between them, and at most the
/// contact's own title in front.
pub(crate) fn is_joined(title: &str, first: &str, last: &str, full: &str) -> bool {
    let rest = full.strip_prefix(first).and_then(|rest| rest.strip_prefix(' '));
    let is_same = |full: &str| {
        let parts = first.split_whitespace().chain(last.split_whitespace());
        parts.eq(full.split_whitespace())
    };
    rest == Some(last) || is_same(full) || without_title(title, full).is_some_and(is_same)
}

/// A full name without the title in front, which may be written large or small, and with a dot.
pub(crate) fn without_title<'a>(title: &str, full: &'a str) -> Option<&'a str> {
    let bare = |word: &str| word.trim().trim_end_matches('.').to_lowercase();
    let (word, rest) = full.trim_start().split_once(char::is_whitespace)?;
    (bare(word) == bare(title)).then_some(rest)
}
