pub(crate) mod agreement;
pub(crate) mod bodies;
mod edges;
mod random;
