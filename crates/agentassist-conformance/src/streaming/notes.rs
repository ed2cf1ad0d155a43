//! What is kept in mind during one pass.

use super::Refused;
use crate::generated::validators::PLACES;

/// The deepest nesting that is read: that of `serde_json`.
const MAX_DEPTH: u8 = 127;

/// What is kept in mind during one pass over a body.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    depth: u8,
    news: bool,
    free: bool,
    shown: Shown,
}

/// What a body shows of the objects and vocabularies of the document: for each of them, a bit for
/// each property or value, in the order of [`PLACES`].
pub(crate) type Shown = [u64; PLACES.len()];

impl Notes {
    /// Enters an object or an array, unless it is nested too deeply.
    pub(super) fn enter(&mut self) -> Result<(), Refused> {
        self.depth += 1;
        if self.depth > MAX_DEPTH { Err(Refused) } else { Ok(()) }
    }

    /// Leaves an object or an array.
    pub(super) fn leave(&mut self) {
        self.depth -= 1;
    }

    /// Forgets what was noted, but not how deep it is here.
    pub(crate) fn clear(&mut self) {
        *self = Self { depth: self.depth, ..Self::default() };
    }

    /// Notes properties or values that stand there.
    pub(crate) fn show(&mut self, place: usize, bits: u64) {
        self.shown[place] |= bits;
    }

    /// What was shown so far.
    pub(crate) fn shown(&self) -> Shown {
        self.shown
    }

    /// Notes a property in an object of which the document names none: nobody looked whether it
    /// stands there twice.
    pub(crate) fn add_free(&mut self) {
        self.free = true;
    }

    /// Whether there was such a property.
    pub(crate) fn has_free(&self) -> bool {
        self.free
    }

    /// Notes a property or a value that the document does not know.
    pub(crate) fn add_news(&mut self) {
        self.news = true;
    }

    /// Whether anything unknown was noted.
    pub(crate) fn has_news(&self) -> bool {
        self.news
    }
}
