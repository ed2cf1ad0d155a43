//! The commands: each turns arguments into work of the libraries, and the outcome into output.

pub(crate) mod auth;
pub(crate) mod check;
pub(crate) mod completions;
mod conclusion;
pub(crate) mod contact_lists;
pub(crate) mod contacts;
pub(crate) mod contract;
mod deleted;
pub(crate) mod explain;
mod judging;
pub(crate) mod man;
pub(crate) mod merge;
pub(crate) mod record;
pub(crate) mod sandbox;
