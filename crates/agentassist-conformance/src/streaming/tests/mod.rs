pub(crate) mod agreement;
pub(crate) mod bodies;
mod edges;
mod parameters;
pub(crate) mod random;
