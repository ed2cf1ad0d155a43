//! Deletes contacts in bulk, and never sends an id twice whose fate is not known.

use std::collections::HashSet;

use super::bulk::{BulkOutcome, Fate, fates};
use crate::api::AgentAssist;
use crate::ended::Shown;
use crate::error::Error;
use crate::generated::BULK_DELETE_CONTACTS;
use crate::generated::types::{BulkDeleteRequest, BulkDeleteResult, ContactId};
use crate::ids::IntoId;
use crate::platform::BoxFuture;

/// The most ids that one request may name here. The vendor documents no limit.
pub const MAX_IDS_PER_REQUEST: usize = 1000;

/// How many ids one request names, unless something else is said: as many as a sibling operation
/// takes (documented for adding contacts to a list).
const BATCH_SIZE: usize = 100;

/// A bulk deletion, ready to be awaited or refined.
///
/// Its outcome tells the fate of each id. The requests go out one after the other; the first one
/// that fails is the last. One whose answer was lost is not repeated: its ids are
/// [`Fate::Unknown`].
#[derive(Debug)]
#[must_use = "nothing is deleted until this is awaited"]
pub struct DeleteMany<'a> {
    api: &'a AgentAssist,
    ids: Result<Vec<ContactId>, Error>,
    batch_size: usize,
}

impl<'a> DeleteMany<'a> {
    pub(super) fn of<Id: IntoId<ContactId>>(
        api: &'a AgentAssist,
        ids: impl IntoIterator<Item = Id>,
    ) -> Self {
        let mut seen = HashSet::new();
        let ids: Result<Vec<ContactId>, Error> =
            ids.into_iter().map(|id| id.into_id(BULK_DELETE_CONTACTS.id)).collect();
        let ids = ids.map(|mut ids| {
            ids.retain(|id| seen.insert(id.clone()));
            ids
        });
        Self { api, ids, batch_size: BATCH_SIZE }
    }

    /// How many ids one request names: 100 by default, at most [`MAX_IDS_PER_REQUEST`].
    pub fn batch_size(mut self, ids: usize) -> Self {
        self.batch_size = ids;
        self
    }

    /// Deletes the contacts.
    ///
    /// # Errors
    ///
    /// Only while nothing has been done: an id that cannot be one, no id at all, a batch that is
    /// too large, or a first request that was refused. From then on the outcome holds the error.
    pub async fn send(self) -> Result<BulkOutcome, Error> {
        let operation = BULK_DELETE_CONTACTS.id;
        let refused = |problem| Error::InvalidRequest { operation, problem };
        let ids = self.ids?;
        if ids.is_empty() {
            return Err(refused("there is no id: name at least one contact".to_owned()));
        }
        if !(1..=MAX_IDS_PER_REQUEST).contains(&self.batch_size) {
            let problem = format!(
                "a batch of {} ids: a request names 1 to {MAX_IDS_PER_REQUEST}",
                self.batch_size
            );
            return Err(refused(problem));
        }
        let mut outcome = BulkOutcome::default();
        for batch in ids.chunks(self.batch_size) {
            if outcome.error.is_some() {
                outcome.fates.extend(batch.iter().map(|id| (id.clone(), Fate::Untouched)));
                continue;
            }
            match delete(self.api, batch).await {
                Ok(result) => outcome.fates.extend(fates(batch.to_vec(), result)),
                Err(error) => {
                    let fate = fate_after(&error);
                    if outcome.fates.is_empty() && fate == Fate::Untouched {
                        return Err(error);
                    }
                    outcome.fates.extend(batch.iter().map(|id| (id.clone(), fate.clone())));
                    outcome.error = Some(error);
                }
            }
        }
        Ok(outcome)
    }
}

impl<'a> IntoFuture for DeleteMany<'a> {
    type Output = Result<BulkOutcome, Error>;
    type IntoFuture = BoxFuture<'a, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

async fn delete(api: &AgentAssist, ids: &[ContactId]) -> Result<BulkDeleteResult, Error> {
    let stream = api.stream(BULK_DELETE_CONTACTS.id)?;
    let body = BulkDeleteRequest { ids: ids.to_vec() };
    let request = api.client.bulk_delete_contacts().stream_id(stream).body(body).into_request();
    api.call(&BULK_DELETE_CONTACTS, request, |_| Shown::Done).await.outcome
}

/// What became of the ids of a request that failed so.
fn fate_after(error: &Error) -> Fate {
    // A failure told within a success leaves open how far the API came.
    let told_in_success = matches!(error, Error::FailureInSuccess { .. });
    if told_in_success || error.may_have_had_effect() { Fate::Unknown } else { Fate::Untouched }
}
