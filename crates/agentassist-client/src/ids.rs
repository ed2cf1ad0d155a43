//! Ids as callers have them: texts from somewhere, or ids that were checked before.

use crate::error::Error;
use crate::generated::types::{ContactId, ContactListId};

/// What an operation takes as the id of a thing: a text, which is checked, or a checked id.
///
/// An id that would address something else is refused: an empty one, one with a slash or a control
/// character, a dot segment, and for a contact the names of the bulk routes.
pub trait IntoId<Id>: sealed::Sealed + Send {
    /// Checks the id for an operation.
    #[doc(hidden)]
    fn into_id(self, operation: &'static str) -> Result<Id, Error>;
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! ids {
    ($($id:ty: $problem:literal),+ $(,)?) => {$(
        impl sealed::Sealed for $id {}
        impl sealed::Sealed for &$id {}

        impl IntoId<$id> for $id {
            fn into_id(self, _: &'static str) -> Result<$id, Error> {
                Ok(self)
            }
        }

        impl IntoId<$id> for &$id {
            fn into_id(self, _: &'static str) -> Result<$id, Error> {
                Ok(self.clone())
            }
        }

        impl IntoId<$id> for &str {
            fn into_id(self, operation: &'static str) -> Result<$id, Error> {
                let problem = || $problem.to_owned();
                self.parse().map_err(|_| Error::InvalidRequest { operation, problem: problem() })
            }
        }

        impl IntoId<$id> for &String {
            fn into_id(self, operation: &'static str) -> Result<$id, Error> {
                self.as_str().into_id(operation)
            }
        }

        impl IntoId<$id> for String {
            fn into_id(self, operation: &'static str) -> Result<$id, Error> {
                self.as_str().into_id(operation)
            }
        }
    )+};
}

impl sealed::Sealed for &str {}
impl sealed::Sealed for &String {}
impl sealed::Sealed for String {}

ids! {
    ContactId: "the id of a contact must not be empty, `.`, `..`, `bulk-delete` or `bulk-update`, \
                nor have a slash or a control character",
    ContactListId: "the id of a contact list must not be empty, `.` or `..`, nor have a slash or a \
                    control character",
}
