//! What the hooks of the generated client know: who calls, and who watches.

use std::sync::Arc;

use reqwest::header::HeaderValue;

use crate::observer::Observer;

/// The part of a connection that the hooks of every request need.
#[derive(Debug, Clone)]
pub struct Transport {
    pub(crate) token: HeaderValue,
    pub(crate) account_id: HeaderValue,
    pub(crate) observer: Option<Arc<dyn Observer>>,
}

impl Transport {
    pub(crate) fn new(
        token: HeaderValue,
        account_id: HeaderValue,
        observer: Option<Arc<dyn Observer>>,
    ) -> Self {
        Self { token, account_id, observer }
    }
}
