//! The ids that a sandbox with the default [`Seed`](crate::Seed) begins with.
//!
//! Contacts and the list of the second tenant are those of the vendor's pages, masked as there, so
//! that the pages' requests work as they stand. The other ids are invented.

use super::NewContact;
use crate::model::CellPhone;

/// The contact that the vendor's page on updates changes; first in the first tenant.
pub const UPDATED_CONTACT: &str = "667e48f7c8b972fc691xxxxx";
/// The second contact of the vendor's page on listing.
pub const LISTED_CONTACT: &str = "695e2b7b786560d6a90xxxxx";
/// The contact that the vendor's page on deletion deletes.
pub const DELETED_CONTACT: &str = "69609027c1746a61429xxxxx";
/// The contacts that the vendor's page on bulk deletion deletes.
pub const BULK_DELETED_CONTACTS: [&str; 2] =
    ["6960cbe9b155d194e2fxxxxx", "6960cc07b155d194e2fxxxxx"];

/// Contact lists of the first tenant that can be deleted, of 3, 2 and no contacts.
pub const CONTACT_LISTS: [&str; 3] = [
    "cl-1a5e0c71-0d5c-5f0e-9b1a-51a7e0000001",
    "cl-1a5e0c71-0d5c-5f0e-9b1a-51a7e0000002",
    "cl-1a5e0c71-0d5c-5f0e-9b1a-51a7e0000003",
];
/// A contact list of the first tenant that a campaign uses.
pub const CONTACT_LIST_IN_USE: &str = "cl-1a5e0c71-0d5c-5f0e-9b1a-51a7e0000004";
/// The contact list that the vendor's page deletes; it belongs to the second tenant.
pub const SECOND_TENANT_CONTACT_LIST: &str = "cl-c2ce382-2516-457e-8eb4-9847deecxxxx";
/// A contact list of the second tenant that a campaign uses.
pub const SECOND_TENANT_CONTACT_LIST_IN_USE: &str = "cl-1a5e0c71-0d5c-5f0e-9b1a-51a7e0000005";

pub(super) const CONTACT_COUNT: u32 = 5;

/// The vendor's sample contacts, as they were before the samples changed or deleted them.
pub(super) fn contacts() -> [NewContact; CONTACT_COUNT as usize] {
    let [first_of_bulk, second_of_bulk] = BULK_DELETED_CONTACTS;
    [
        NewContact {
            updated_at: "2026-01-05T09:16:34.633Z".to_owned(),
            updated: true,
            ..john(UPDATED_CONTACT, "doe", "+91", "+9195501xxxxx", "2024-06-28T05:24:07.218Z")
        },
        john(LISTED_CONTACT, "doe_1", "+", "+9124456xxxxx", "2026-01-07T09:46:35.399Z"),
        john(DELETED_CONTACT, "doe", "+", "+9124456xxxxx", "2026-01-09T05:20:39.374Z"),
        // The page on bulk deletion shows ids only: the rest of these two is invented.
        john(first_of_bulk, "doe_2", "+", "+9124457xxxxx", "2026-01-09T09:35:37.120Z"),
        john(second_of_bulk, "doe_3", "+", "+9124458xxxxx", "2026-01-09T09:36:07.842Z"),
    ]
}

fn john(
    id: &str,
    last_name: &str,
    extension: &str,
    phone_number: &str,
    created_at: &str,
) -> NewContact {
    NewContact {
        id: id.to_owned(),
        first_name: "john".to_owned(),
        last_name: last_name.to_owned(),
        salutation: "mr",
        cell_phone: CellPhone {
            extension: extension.to_owned(),
            phone_number: phone_number.to_owned(),
            country_code: "+91".to_owned(),
        },
        created_at: created_at.to_owned(),
        updated_at: created_at.to_owned(),
        updated: false,
    }
}
