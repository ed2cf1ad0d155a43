//! The commands: each turns arguments into work of the libraries, and the outcome into output.

pub(crate) mod check;
pub(crate) mod contract;
pub(crate) mod sandbox;
