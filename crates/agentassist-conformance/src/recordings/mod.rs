//! Reading and writing files of exchanges.
//!
//! | form | what it is |
//! |---|---|
//! | recording | JSON: one exchange, or a list of them |
//! | NDJSON | one exchange on each line |
//! | HAR 1.2 | what browsers and proxies write |
//!
//! The form is told from the content, not from the name.

mod har;
mod read;
mod write;

pub use self::read::{ReadError, read};
pub use self::write::to_json;
