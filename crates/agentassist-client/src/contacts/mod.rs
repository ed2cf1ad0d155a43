//! The contacts of a stream.

mod bulk;
mod delete_many;
mod list;
mod listing;
mod operations;
mod stream;

pub use self::bulk::{BulkOutcome, Fate};
pub use self::delete_many::{DeleteMany, MAX_IDS_PER_REQUEST};
pub use self::list::ListContacts;
pub use self::listing::ListingFault;
pub use self::operations::Contacts;
pub use self::stream::ContactStream;
