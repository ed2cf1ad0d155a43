//! What differs between an operating system and a browser: both modules provide the same few items.

#[cfg(not(target_family = "wasm"))]
mod native;
#[cfg(not(target_family = "wasm"))]
mod tls;
#[cfg(target_family = "wasm")]
mod wasm;

#[cfg(not(target_family = "wasm"))]
use self::native as this;
#[cfg(target_family = "wasm")]
use self::wasm as this;

pub(crate) use self::this::{
    Body, Instant, Task, connect_cause, http_client, never_left, now, sleep, sleep_until, spawn,
    timeout, unexpected,
};
pub use self::this::{BoxFuture, MaybeSend};
