//! One call: as many attempts as are allowed and needed, within its limits of rate and time.
//!
//! What decides ([`verdict`], [`backoff`], [`envelope`], [`retry_after`]) does no input or output;
//! what acts ([`call`]) asks it, and reaches the network through [`wire`] alone.

mod backoff;
mod call;
mod envelope;
mod failure;
mod limiter;
mod retry_after;
mod verdict;
mod wire;

pub(crate) use self::call::{Engine, Settled};
pub(crate) use self::envelope::{Envelope, says_failure};
pub(crate) use self::failure::Failure;
pub use self::failure::Phase;
pub use self::limiter::RateLimiter;
pub(crate) use self::retry_after::retry_after;
pub(crate) use self::verdict::{Verdict, is_rate_limit};
pub(crate) use self::wire::{Http, Reply, WireFault};
