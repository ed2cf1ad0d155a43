//! Reading and writing files of exchanges.
//!
//! | form | what it is |
//! |---|---|
//! | recording | JSON: one exchange, or a list of them |
//! | NDJSON | one exchange on each line |
//! | HAR 1.2 | what browsers and proxies write |
//! | YAML | what the crate `httpmock` records |
//!
//! The form is told from the content, not from the name. [`Pieces`] reads a stream of any length
//! with flat memory, [`judge`] does so on all cores, and [`read`] takes a whole file at once.
//! A [`Recorder`] writes them while a program runs, redacted; with the features `tower` and
//! `reqwest` it stands between a program and the API.
//!
//! A [`Shard`] is a part of a run that is spread over several machines; [`merge`] gathers them.

mod documents;
mod har;
mod httpmock;
mod in_order;
mod judge;
mod lines;
mod long;
mod merge;
mod outline;
mod piece;
mod pieces;
mod problem;
mod read;
mod recorder;
mod scanner;
mod seal;
mod shard;
#[cfg(test)]
mod tests;
mod write;
mod yaml;

pub use self::judge::{Tally, judge};
pub use self::merge::{MergeError, Merged, merge};
pub use self::piece::Piece;
pub use self::pieces::Pieces;
pub use self::read::{ReadError, read};
#[cfg(any(feature = "reqwest", feature = "tower"))]
pub use self::recorder::Tee;
#[cfg(feature = "tower")]
pub use self::recorder::{RecordLayer, RecordService};
pub use self::recorder::{Recorded, Recorder};
pub use self::seal::Seal;
pub use self::shard::{Shard, ShardError, ShardLine};
pub use self::write::to_json;
