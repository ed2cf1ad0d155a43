//! A proxy in front of the API that records what passes through it, redacted.

mod forward;
mod proxy;
mod upstream;

pub(crate) use self::proxy::serve;
pub(crate) use self::upstream::Upstream;
