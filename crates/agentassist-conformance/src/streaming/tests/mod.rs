mod agreement;
mod bodies;
mod edges;
mod random;
