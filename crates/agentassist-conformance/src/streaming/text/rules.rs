//! What a schema can demand of a string.

use std::marker::PhantomData;

use crate::streaming::Notes;

/// What a schema demands of a string.
pub(crate) trait TextRule {
    /// Whether a text follows the rule; what is allowed but unknown is noted.
    fn allows(text: &str, notes: &mut Notes) -> bool;
}

/// Any text.
impl TextRule for () {
    fn allows(_: &str, _: &mut Notes) -> bool {
        true
    }
}

/// Both rules.
impl<A: TextRule, B: TextRule> TextRule for (A, B) {
    fn allows(text: &str, notes: &mut Notes) -> bool {
        A::allows(text, notes) && B::allows(text, notes)
    }
}

/// At least so many characters (not bytes).
pub(crate) struct MinLength<const CHARACTERS: usize>;

impl<const CHARACTERS: usize> TextRule for MinLength<CHARACTERS> {
    fn allows(text: &str, _: &mut Notes) -> bool {
        text.chars().take(CHARACTERS).count() == CHARACTERS
    }
}

/// The known values of an open vocabulary.
pub(crate) trait Vocabulary {
    /// Its place among everything that can be shown.
    const PLACE: usize;

    /// The number of a value, if it has been seen before.
    fn number(text: &str) -> Option<u32>;
}

/// Any text; one that the vocabulary does not know is news.
pub(crate) struct OpenEnum<V>(PhantomData<V>);

impl<V: Vocabulary> TextRule for OpenEnum<V> {
    fn allows(text: &str, notes: &mut Notes) -> bool {
        match V::number(text) {
            Some(number) => notes.show(V::PLACE, 1 << number),
            None => notes.add_news(),
        }
        true
    }
}
