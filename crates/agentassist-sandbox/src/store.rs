//! Keeps contacts, contact lists and used tokens; knows nothing of HTTP.
//!
//! Everything goes through one SQLite connection behind a lock, on the threads that the runtime
//! keeps for blocking work: writers wait for each other and never fail for it. The methods of
//! [`Store`] are what another database would have to offer.

mod contact_lists;
mod contacts;
mod schema;
mod tokens;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use thiserror::Error;

pub use schema::OpenError;

use crate::clock::Timestamp;
use crate::ids::{ClientId, ContactId, ContactListId};
use crate::model::{Contact, ContactList, ContactUpdate, PageRequest};
use crate::seed::Seed;
use crate::tenant::Tenant;

/// Where the sandbox keeps its state.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Storage {
    /// In memory: gone when the sandbox stops.
    Ephemeral,
    /// In a SQLite file, created if it does not exist. The state survives a restart.
    File(PathBuf),
}

/// The state of a sandbox.
#[derive(Debug, Clone)]
pub(crate) struct Store {
    /// None once the store is closed.
    connection: Arc<Mutex<Option<Connection>>>,
}

/// What became of a contact list that was to be deleted.
#[derive(Debug)]
pub(crate) enum ListDeletion {
    /// It is gone, and was this before.
    Deleted(Box<ContactList>),
    /// A campaign uses the list of this name: it stays.
    InUse { name: String },
    /// There is no such list.
    NotFound,
}

/// The database failed, which no request is to blame for.
#[derive(Debug, Error)]
pub(crate) enum StoreError {
    #[error("the database of the sandbox failed: {0}")]
    Database(#[from] rusqlite::Error),
    #[error("the work on the database of the sandbox was cut short")]
    Interrupted(#[from] tokio::task::JoinError),
    #[error("the sandbox has stopped")]
    Closed,
}

impl Store {
    /// Opens a store; one that is new is filled with `seed`.
    pub(crate) async fn open(storage: Storage, seed: Seed) -> Result<Self, OpenError> {
        let connection = tokio::task::spawn_blocking(move || schema::open(&storage, &seed))
            .await
            .map_err(OpenError::Interrupted)??;
        Ok(Self { connection: Arc::new(Mutex::new(Some(connection))) })
    }

    /// Returns the active contacts at `page`, in the order of their creation, and how many active
    /// contacts there are in all.
    pub(crate) async fn list_contacts(
        &self,
        tenant: &'static Tenant,
        page: PageRequest,
    ) -> Result<(Vec<Contact>, u64), StoreError> {
        self.run(move |connection| contacts::list(connection, tenant, page)).await
    }

    /// Changes an active contact in the name of the tenant's user and returns it, if it exists.
    pub(crate) async fn update_contact(
        &self,
        tenant: &'static Tenant,
        id: ContactId,
        update: ContactUpdate,
        now: Timestamp,
    ) -> Result<Option<Contact>, StoreError> {
        self.run(move |connection| contacts::update(connection, tenant, &id, update, now)).await
    }

    /// Makes an active contact inactive and returns it, if it exists.
    pub(crate) async fn delete_contact(
        &self,
        tenant: &'static Tenant,
        id: ContactId,
        now: Timestamp,
    ) -> Result<Option<Contact>, StoreError> {
        self.run(move |connection| contacts::delete(connection, tenant, &id, &now)).await
    }

    /// Makes active contacts inactive, one after the other in one transaction, and returns for
    /// each id whether there was such a contact.
    pub(crate) async fn delete_contacts(
        &self,
        tenant: &'static Tenant,
        ids: Vec<ContactId>,
        now: Timestamp,
    ) -> Result<Vec<(ContactId, bool)>, StoreError> {
        self.run(move |connection| contacts::delete_many(connection, tenant, ids, &now)).await
    }

    /// Deletes a contact list with its contacts, unless a campaign uses it.
    pub(crate) async fn delete_contact_list(
        &self,
        tenant: &'static Tenant,
        id: ContactListId,
    ) -> Result<ListDeletion, StoreError> {
        self.run(move |connection| contact_lists::delete(connection, tenant, &id)).await
    }

    /// Notes that a token was used, and returns whether it was the first time.
    ///
    /// The note is kept until `forget_after`, when the token has expired anyway.
    pub(crate) async fn spend_token(
        &self,
        client_id: ClientId,
        jti: String,
        forget_after: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        self.run(move |connection| tokens::spend(connection, &client_id, &jti, forget_after, now))
            .await
    }

    /// Runs `work` with the connection. Once begun it is finished, even if the caller goes away.
    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let connection = Arc::clone(&self.connection);
        let result = tokio::task::spawn_blocking(move || {
            // A transaction that a panic cut short was rolled back: the connection is sound.
            let mut connection = connection.lock().unwrap_or_else(PoisonError::into_inner);
            let connection = connection.as_mut().ok_or(StoreError::Closed)?;
            Ok(work(connection)?)
        });
        result.await?
    }

    /// Closes the database after the work that has begun; everything later is refused.
    pub(crate) async fn close(&self) {
        let connection = Arc::clone(&self.connection);
        let closed = tokio::task::spawn_blocking(move || {
            drop(connection.lock().unwrap_or_else(PoisonError::into_inner).take());
        });
        // A runtime that is going away itself drops the connection, which closes it as well.
        let _ = closed.await;
    }
}
