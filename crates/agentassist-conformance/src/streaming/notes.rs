//! What is kept in mind during one pass.

use std::cell::Cell;

use serde::de;

/// The deepest nesting that is read: that of `serde_json`, so that a tree can be made of every
/// body that is allowed here.
const MAX_DEPTH: u8 = 127;

/// What is kept in mind during one pass over a body.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    depth: Cell<u8>,
    news: Cell<bool>,
}

impl Notes {
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
