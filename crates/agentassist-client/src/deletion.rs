//! What a deletion of one thing came to.

use crate::ended::Ended;
use crate::error::Error;

/// What a deletion came to. Either way the thing is gone.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub enum Deletion<T> {
    /// It was deleted; this is what the API returned of it.
    Deleted(T),
    /// The answer to an attempt was lost, and to the next one the API said that there is no such
    /// thing: the lost one has deleted it, or it was gone before. There is nothing to return of it.
    AlreadyGone,
}

impl<T> Deletion<T> {
    pub(crate) fn of(ended: Ended<T>) -> Result<Self, Error> {
        match ended.outcome {
            Ok(deleted) => Ok(Self::Deleted(deleted)),
            Err(error) if ended.doubtful && error.is_missing() => Ok(Self::AlreadyGone),
            Err(error) => Err(error),
        }
    }

    /// What the API returned of the deleted thing, if it did.
    pub fn deleted(self) -> Option<T> {
        match self {
            Self::Deleted(deleted) => Some(deleted),
            Self::AlreadyGone => None,
        }
    }
}
