//! Whether anything of a call was sent yet.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use agentassist_client::{TokenFuture, TokenProvider, TokenRequest};

/// Counts the attempts of a session's calls.
///
/// A call first waits for its place below the rate limit, which may take a minute. The token is
/// asked for after that, at once before the attempt is sent: as long as nobody has asked for it,
/// the API knows nothing of the call.
#[derive(Debug, Clone, Default)]
pub(crate) struct Attempts(Arc<AtomicU64>);

impl Attempts {
    /// How many attempts have begun.
    pub(crate) fn begun(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    /// A provider of tokens that counts how often it is asked.
    pub(super) fn counting<P: TokenProvider>(&self, provider: P) -> Counting<P> {
        Counting { attempts: self.clone(), provider }
    }
}

/// A provider that is counted.
pub(super) struct Counting<P> {
    attempts: Attempts,
    provider: P,
}

impl<P: TokenProvider> TokenProvider for Counting<P> {
    fn token(&self, request: TokenRequest) -> TokenFuture<'_> {
        self.attempts.0.fetch_add(1, Ordering::Relaxed);
        self.provider.token(request)
    }
}
