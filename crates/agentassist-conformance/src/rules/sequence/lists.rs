//! Contact lists over time.

use super::recent::Recent;
use super::{Place, Seen};
use crate::rules::Rule;

/// The most contact lists that are remembered for certain.
const REMEMBERED: usize = 4096;

/// The contact lists that were deleted.
#[derive(Debug)]
pub(super) struct Lists {
    deleted: Recent<Option<Place>>,
}

impl Default for Lists {
    fn default() -> Self {
        Self { deleted: Recent::new(REMEMBERED) }
    }
}

impl Lists {
    /// A list was deleted with success.
    pub(super) fn deleted(&mut self, at: Place, id: u64, seen: &mut Seen) {
        let earlier = self.deleted.entry(at.key(id)).replace(at);
        let certainty = earlier.map(|earlier| at.after(earlier)).unwrap_or_default();
        seen.ask(
            Rule::ContactListDeletedTwice,
            earlier.is_none(),
            certainty,
            format_args!("/response/body/status"),
            "schemas/ContactListDeletion/properties/status",
            || {
                let first = earlier.map_or(0, |earlier| earlier.exchange);
                format!("the list was deleted in exchange {first}, and can be deleted again")
            },
        );
    }
}
