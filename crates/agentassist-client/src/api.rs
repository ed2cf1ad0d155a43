//! The entry point: the operations of one account.

use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use crate::builder::AgentAssistBuilder;
use crate::contact_lists::ContactLists;
use crate::contacts::Contacts;
use crate::error::Error;
use crate::generated::Client;
use crate::generated::types::StreamId;
use crate::options::RetryPolicy;

/// A connection to the API of one account.
///
/// Cheap to clone. Clones share their connections, their tokens and their rate limiter.
#[derive(Debug, Clone)]
pub struct AgentAssist {
    pub(crate) client: Client,
    pub(crate) stream_id: GivenId,
    pub(crate) app_id: GivenId,
    /// The largest page that the API was seen to honour, shared by clones.
    pub(crate) page_size: Arc<AtomicU64>,
}

impl AgentAssist {
    /// Starts building a connection.
    pub fn builder() -> AgentAssistBuilder {
        AgentAssistBuilder::default()
    }

    /// The contacts of the stream.
    #[must_use]
    pub fn contacts(&self) -> Contacts<'_> {
        Contacts::of(self)
    }

    /// The contact lists of the application, whose id is that of the stream unless
    /// [`app_id`](AgentAssistBuilder::app_id) gave another one.
    #[must_use]
    pub fn contact_lists(&self) -> ContactLists<'_> {
        ContactLists::of(self)
    }

    /// The generated operations, for what the facade does not cover.
    ///
    /// They are signed, limited and repeated like the others. Their errors are those of the
    /// generated code: they know less, and their texts may show what the API answered, personal
    /// data too.
    #[must_use]
    pub fn operations(&self) -> &Client {
        &self.client
    }

    /// The same connection for another stream of the account.
    #[must_use]
    pub fn with_stream_id(&self, stream_id: impl Into<String>) -> Self {
        Self { stream_id: GivenId::of(Some(stream_id.into())), ..self.clone() }
    }

    /// The same connection with another time for one attempt.
    #[must_use]
    pub fn with_attempt_timeout(&self, timeout: Duration) -> Self {
        let mut changed = self.clone();
        changed.client.inner.options.timeouts.attempt = timeout;
        changed
    }

    /// The same connection with a time for a whole call: its waiting for the rate limiter and for
    /// the next attempt included.
    #[must_use]
    pub fn with_total_timeout(&self, timeout: Duration) -> Self {
        let mut changed = self.clone();
        changed.client.inner.options.timeouts.total = Some(timeout);
        changed
    }

    /// The same connection with another policy of repeats.
    #[must_use]
    pub fn with_retry(&self, policy: RetryPolicy) -> Self {
        let mut changed = self.clone();
        changed.client.inner.options.retry = policy;
        changed
    }

    /// The stream that a call of an operation is for.
    pub(crate) fn stream(&self, operation: &'static str) -> Result<StreamId, Error> {
        self.stream_id.checked(operation, "stream_id")
    }

    /// The application that a call of an operation is for.
    pub(crate) fn app(&self, operation: &'static str) -> Result<StreamId, Error> {
        match &self.app_id {
            GivenId::Missing => self.stream(operation),
            given => given.checked(operation, "app_id"),
        }
    }
}

/// An id of a stream or an application as it was given, checked once.
#[derive(Debug, Clone)]
pub(crate) enum GivenId {
    Missing,
    Unusable,
    Usable(StreamId),
}

impl GivenId {
    pub(crate) fn of(id: Option<String>) -> Self {
        match id.map(StreamId::try_from) {
            None => Self::Missing,
            Some(Err(_)) => Self::Unusable,
            Some(Ok(id)) => Self::Usable(id),
        }
    }

    fn checked(&self, operation: &'static str, setting: &'static str) -> Result<StreamId, Error> {
        let problem = match self {
            Self::Usable(id) => return Ok(id.clone()),
            Self::Missing => {
                format!("`{setting}` is not set, and this operation needs it")
            }
            Self::Unusable => format!(
                "`{setting}` is empty, a dot segment, or has a slash or a control character"
            ),
        };
        Err(Error::InvalidRequest { operation, problem })
    }
}
