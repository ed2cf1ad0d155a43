//! A server on loopback that does what no server should, as a test tells it.

mod answers;
mod server;
mod tls;

pub(crate) use self::answers::{html, json, json_with};
pub(crate) use self::server::{FaultServer, Received, Reply, nobody_listens};
pub(crate) use self::tls::{AUTHORITY, Certificate};
