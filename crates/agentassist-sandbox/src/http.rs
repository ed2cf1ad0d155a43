//! The five operations over HTTP.

mod contact_lists;
mod contacts;
mod error;
mod extract;
mod self_description;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{delete, get, put};

pub use self_description::openapi;

use crate::clock::Clock;
use crate::rate_limit::Limiter;
use crate::store::Store;
use crate::token::JwtApp;
use error::ApiError;

/// The largest body that is read, in bytes. A thousand ids take 27 kB.
const BODY_LIMIT: usize = 1024 * 1024;

/// What the operations share: the store, the clock, the app whose tokens are accepted, and the
/// count of requests where they are limited.
///
/// Made by [`SandboxBuilder::state`](crate::SandboxBuilder::state).
#[derive(Clone)]
pub struct AppState {
    pub(crate) store: Store,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) jwt_app: Arc<JwtApp>,
    pub(crate) limiter: Option<Arc<Limiter>>,
}

/// Returns the router of the five operations, to be served or called as a service.
///
/// Everything else answers 404 or 405, with a body like any other refusal.
pub fn app(state: AppState) -> Router {
    Router::new()
        .route(contacts::CONTACTS, get(contacts::list_contacts))
        .route(contacts::CONTACT, put(contacts::update_contact).delete(contacts::delete_contact))
        .route(contacts::BULK_DELETE, delete(contacts::bulk_delete_contacts))
        .route(contact_lists::CONTACT_LIST, delete(contact_lists::delete_contact_list))
        .fallback(async || ApiError::NoSuchPath)
        .method_not_allowed_fallback(async || ApiError::MethodNotAllowed)
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .with_state(state)
}
