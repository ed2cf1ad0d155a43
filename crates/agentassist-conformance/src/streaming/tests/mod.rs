pub(crate) mod agreement;
pub(crate) mod bodies;
mod edges;
pub(crate) mod random;
