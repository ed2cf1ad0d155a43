//! What is kept in mind during one pass.

use std::cell::Cell;

use serde::de;

use crate::generated::validators::PLACES;

/// The deepest nesting that is read: that of `serde_json`, so that a tree can be made of every
/// body that is allowed here.
const MAX_DEPTH: u8 = 127;

/// What is kept in mind during one pass over a body.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    depth: Cell<u8>,
    news: Cell<bool>,
    free: Cell<bool>,
    shown: [Cell<u64>; PLACES.len()],
}

/// What a body shows of the objects and vocabularies of the document: for each of them, a bit for
/// each property or value, in the order of [`PLACES`].
pub(crate) type Shown = [u64; PLACES.len()];

impl Notes {
    /// The notes of a pass that begins so many levels below the top of a text.
    pub(crate) fn below(levels: u8) -> Self {
        Self { depth: Cell::new(levels), ..Self::default() }
    }

    /// Notes properties or values that stand there.
    pub(crate) fn show(&self, place: usize, bits: u64) {
        let shown = &self.shown[place];
        shown.set(shown.get() | bits);
    }

    /// What was shown so far.
    pub(crate) fn shown(&self) -> Shown {
        self.shown.each_ref().map(Cell::get)
    }

    /// Notes a property in an object of which the document names none: nobody looked whether it
    /// stands there twice.
    pub(crate) fn add_free(&self) {
        self.free.set(true);
    }

    /// Whether there was such a property.
    pub(crate) fn has_free(&self) -> bool {
        self.free.get()
    }

    /// Notes a property or a value that the document does not know.
    pub(crate) fn add_news(&self) {
        self.news.set(true);
    }

    /// Whether anything unknown was noted.
    pub(crate) fn has_news(&self) -> bool {
        self.news.get()
    }

    /// Reads the inside of an object or array, one level deeper, unless that is too deep.
    pub(crate) fn nested<T, E: de::Error>(
        &self,
        read: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, E> {
        let depth = self.depth.get();
        if depth == MAX_DEPTH {
            return Err(E::custom("nested too deeply"));
        }
        self.depth.set(depth + 1);
        let outcome = read();
        self.depth.set(depth);
        outcome
    }
}
