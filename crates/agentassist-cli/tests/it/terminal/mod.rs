//! The binary on a terminal: what it asks, and how it shows things to people.

mod output;
mod progress;
mod questions;
mod screen;

pub(crate) use self::screen::{CTRL_C, Screen};
