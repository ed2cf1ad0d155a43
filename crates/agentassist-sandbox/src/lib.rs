#![doc = include_str!("../README.md")]

mod clock;
mod credentials;
pub mod fidelity;
mod http;
mod ids;
mod model;
mod rate_limit;
pub mod ready_file;
mod sandbox;
mod seed;
mod store;
mod tenant;
mod token;

pub use clock::{Clock, SteppingClock, SystemClock};
pub use credentials::{Credentials, Secret, TenantIds};
pub use fidelity::{Basis, FidelityEntry, fidelity};
pub use http::{AppState, app, openapi};
pub use ids::{AccountId, ClientId, StreamId};
pub use rate_limit::RateLimit;
pub use ready_file::Ready;
pub use sandbox::{Sandbox, SandboxBuilder, ShutdownError, StartError};
pub use seed::{Seed, samples};
pub use store::{OpenError, Storage};
