//! What a new sandbox holds: the vendor's samples, and invented contacts and lists around them.
//!
//! All of it is the same each time, whatever the clock says.

mod invented;
mod lists;
pub mod samples;

use rusqlite::{Connection, params};

use crate::model::CellPhone;
use crate::tenant::{self, Tenant};

/// What a new sandbox holds; a database that exists already keeps what it has.
///
/// The default is the vendor's five sample contacts and 25 invented ones for the first tenant,
/// three for the second, and contact lists for both (see [`samples`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seed {
    contacts: u32,
    second_tenant_contacts: u32,
    contact_lists: bool,
}

impl Default for Seed {
    fn default() -> Self {
        Self::contacts(30)
    }
}

impl Seed {
    /// No contacts and no contact lists.
    #[must_use]
    pub fn empty() -> Self {
        Self { contacts: 0, second_tenant_contacts: 0, contact_lists: false }
    }

    /// As many contacts for the first tenant in all, the vendor's samples first; everything else
    /// as by default.
    ///
    /// Numbers come from ranges reserved for fiction, which are small: with many contacts they
    /// repeat. Ids never do.
    #[must_use]
    pub fn contacts(count: u32) -> Self {
        Self { contacts: count, second_tenant_contacts: 3, contact_lists: true }
    }
}

/// Fills tables that are empty.
pub(crate) fn plant(connection: &Connection, seed: &Seed) -> rusqlite::Result<()> {
    let sampled = samples::contacts().into_iter().take(seed.contacts as usize);
    for contact in sampled {
        insert(connection, &tenant::FIRST, &contact)?;
    }
    // The contacts of both tenants have numbers of one sequence, so that no id is in both.
    let own = seed.contacts.saturating_sub(samples::CONTACT_COUNT);
    for number in 0..own {
        insert(connection, &tenant::FIRST, &invented::contact(number))?;
    }
    for number in own..own.saturating_add(seed.second_tenant_contacts) {
        insert(connection, &tenant::SECOND, &invented::contact(number))?;
    }
    if seed.contact_lists { lists::plant(connection) } else { Ok(()) }
}

/// A contact as it is planted: active, and never or once updated by the tenant's user.
struct NewContact {
    id: String,
    first_name: String,
    last_name: String,
    salutation: &'static str,
    cell_phone: CellPhone,
    created_at: String,
    updated_at: String,
    updated: bool,
}

fn insert(
    connection: &Connection,
    tenant: &'static Tenant,
    contact: &NewContact,
) -> rusqlite::Result<()> {
    let NewContact { cell_phone: phone, .. } = contact;
    connection
        .prepare_cached(
            "INSERT INTO contact (
                tenant, id, first_name, last_name, salutation, phone_extension, phone_number,
                phone_country_code, active, created_by, created_by_application, created_at,
                updated_at, updated_by, updated_by_application
             ) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1, ?9, ?10, ?11, ?12, ?13, ?14)",
        )?
        .execute(params![
            tenant.key,
            contact.id,
            contact.first_name,
            contact.last_name,
            contact.salutation,
            phone.extension,
            phone.phone_number,
            phone.country_code,
            tenant.user_id,
            tenant.application_id,
            contact.created_at,
            contact.updated_at,
            contact.updated.then_some(tenant.user_id),
            contact.updated.then_some(tenant.application_id),
        ])?;
    Ok(())
}
