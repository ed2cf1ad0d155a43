//! A proxy in front of the API that records what passes through it, redacted.

mod cleaning;
mod proxy;
mod recording;
mod upstream;

pub(crate) use self::proxy::serve;
pub(crate) use self::recording::Recording;
pub(crate) use self::upstream::Upstream;
