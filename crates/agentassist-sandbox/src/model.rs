//! What the sandbox keeps and says: the bodies of the five operations, property by property.
//!
//! The types serialise in the order of the vendor's samples and describe themselves to
//! [`crate::openapi`]. They decide what a change does; they know neither HTTP nor a database.

mod bulk_delete;
mod contact;
mod contact_list;
mod contact_update;
mod error_body;
mod page;

pub(crate) use bulk_delete::{BulkDeleteRequest, BulkDeleteResult, CONTACT_NOT_FOUND};
pub(crate) use contact::{Address, CellPhone, Contact, ContactStatus, TwitterProfile};
pub(crate) use contact_list::{
    ApiConfigurations, CampaignSummary, ContactList, ContactListDeletion, ContactListMapping,
};
pub(crate) use contact_update::{ContactUpdate, InvalidBody};
pub(crate) use error_body::ErrorBody;
pub(crate) use page::{ContactPage, PageRequest};
