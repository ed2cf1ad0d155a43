//! Those who see each exchange of a client, which has room for one.

use std::sync::Arc;

use agentassist_client::{Exchange, Observer};

use super::Wire;

/// An observer that tells the wire of each exchange, and then another one.
pub(crate) fn seen_by(wire: &Wire, next: Option<Arc<dyn Observer>>) -> Arc<dyn Observer> {
    Arc::new(Observers { wire: wire.clone(), next })
}

#[derive(Debug)]
struct Observers {
    wire: Wire,
    next: Option<Arc<dyn Observer>>,
}

impl Observer for Observers {
    fn observe(&self, exchange: Exchange) {
        self.wire.see(&exchange);
        if let Some(next) = &self.next {
            next.observe(exchange);
        }
    }
}
