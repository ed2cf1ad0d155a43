//! What a bulk deletion came to, id by id. No input or output.

use std::collections::HashMap;

use crate::error::Error;
use crate::generated::types::{BulkDeleteResult, ContactId};

/// What became of one contact.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fate {
    /// The API says that it was deleted.
    Deleted,
    /// The API says that it could not be deleted.
    Failed {
        /// Why, in the API's words, where it says so.
        reason: Option<String>,
    },
    /// It may or may not be deleted: the answer was lost, or does not mention it.
    Unknown,
    /// Nothing was done to it: the request was refused, or was never sent.
    Untouched,
}

/// What a bulk deletion came to, id by id, in the order in which the ids were given.
#[derive(Debug, Default)]
#[must_use]
pub struct BulkOutcome {
    pub(super) fates: Vec<(ContactId, Fate)>,
    pub(super) error: Option<Error>,
}

impl BulkOutcome {
    /// Each id with its fate.
    #[must_use]
    pub fn fates(&self) -> &[(ContactId, Fate)] {
        &self.fates
    }

    /// The contacts that were deleted.
    pub fn deleted(&self) -> impl Iterator<Item = &ContactId> {
        self.of(|fate| *fate == Fate::Deleted)
    }

    /// The contacts that could not be deleted, each with the API's reason.
    pub fn failed(&self) -> impl Iterator<Item = (&ContactId, Option<&str>)> {
        self.fates.iter().filter_map(|(id, fate)| match fate {
            Fate::Failed { reason } => Some((id, reason.as_deref())),
            _ => None,
        })
    }

    /// The contacts of which nobody knows. They are never sent again unasked.
    pub fn unknown(&self) -> impl Iterator<Item = &ContactId> {
        self.of(|fate| *fate == Fate::Unknown)
    }

    /// The contacts to which nothing was done: it is safe to send them again.
    pub fn untouched(&self) -> impl Iterator<Item = &ContactId> {
        self.of(|fate| *fate == Fate::Untouched)
    }

    /// Why the deletion stopped before its end, if it did.
    #[must_use]
    pub fn error(&self) -> Option<&Error> {
        self.error.as_ref()
    }

    /// Whether every contact was deleted.
    #[must_use]
    pub fn all_deleted(&self) -> bool {
        self.fates.iter().all(|(_, fate)| *fate == Fate::Deleted)
    }

    fn of(&self, is: impl Fn(&Fate) -> bool) -> impl Iterator<Item = &ContactId> {
        self.fates.iter().filter(move |(_, fate)| is(fate)).map(|(id, _)| id)
    }
}

/// Works out the fates of the ids of one request from its answer.
pub(super) fn fates(ids: Vec<ContactId>, result: BulkDeleteResult) -> Vec<(ContactId, Fate)> {
    let asked = i64::try_from(ids.len()).unwrap_or(i64::MAX);
    // Without records the counts may still leave no doubt.
    let counts_leave_no_doubt = result.successful_records.is_empty()
        && result.failed_records.is_empty()
        && result.successful == Some(asked)
        && result.failed.is_none_or(|failed| failed == 0);
    let otherwise = if counts_leave_no_doubt { Fate::Deleted } else { Fate::Unknown };
    let mut told = HashMap::new();
    for record in result.successful_records {
        told.insert(record.id, Fate::Deleted);
    }
    // An id that is told both ways is not known to be deleted.
    for record in result.failed_records {
        if let Some(id) = record.id {
            told.insert(id, Fate::Failed { reason: record.reason });
        }
    }
    ids.into_iter()
        .map(|id| {
            let fate = told.get(id.as_str()).cloned().unwrap_or_else(|| otherwise.clone());
            (id, fate)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn fate_of(answer: Value) -> Vec<Fate> {
        let ids = ["a", "b"].map(|id| id.parse().unwrap()).to_vec();
        let answer = serde_json::from_value(answer).unwrap();
        fates(ids, answer).into_iter().map(|(_, fate)| fate).collect()
    }

    #[test]
    fn each_id_has_the_fate_that_its_record_tells() {
        let answer = json!({
            "totalRequested": 2, "successful": 1, "failed": 1,
            "successfulRecords": [{"id": "b"}],
            "failedRecords": [{"id": "a", "reason": "no such contact"}]
        });
        let reason = Some("no such contact".to_owned());
        assert_eq!(fate_of(answer), [Fate::Failed { reason }, Fate::Deleted]);
    }

    #[test]
    fn an_id_that_the_answer_does_not_mention_is_unknown() {
        let answer = json!({"successful": 1, "failed": 1, "successfulRecords": [{"id": "b"}],
            "failedRecords": [{"reason": "?"}]});
        assert_eq!(fate_of(answer), [Fate::Unknown, Fate::Deleted]);
        assert_eq!(fate_of(json!({})), [Fate::Unknown, Fate::Unknown]);
    }

    #[test]
    fn counts_alone_tell_that_all_were_deleted_but_not_which_were_not() {
        let all = json!({"successful": 2, "failed": 0});
        assert_eq!(fate_of(all), [Fate::Deleted, Fate::Deleted]);
        let some = json!({"successful": 1, "failed": 1});
        assert_eq!(fate_of(some), [Fate::Unknown, Fate::Unknown]);
    }
}
