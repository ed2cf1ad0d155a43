//! Contacts in SQLite.

use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, named_params, params};

use crate::clock::Timestamp;
use crate::ids::ContactId;
use crate::model::{CellPhone, Contact, ContactStatus, ContactUpdate, PageRequest};
use crate::tenant::Tenant;

/// Deleting changes when the contact was updated, but not by whom, as the vendor's sample shows.
const DELETE: &str =
    "UPDATE contact SET active = 0, updated_at = ?3 WHERE tenant = ?1 AND id = ?2 AND active";

pub(super) fn list(
    connection: &mut Connection,
    tenant: &'static Tenant,
    page: PageRequest,
) -> rusqlite::Result<(Vec<Contact>, u64)> {
    // In one transaction, the page and the count are of the same moment.
    let transaction = connection.transaction()?;
    let total = transaction
        .prepare_cached("SELECT count(*) FROM contact WHERE tenant = ?1 AND active")?
        .query_row([tenant.key], |row| row.get::<_, i64>(0))?
        .unsigned_abs();
    let contacts = transaction
        .prepare_cached(
            "SELECT * FROM contact WHERE tenant = ?1 AND active
             ORDER BY number LIMIT ?2 OFFSET ?3",
        )?
        .query_map(params![tenant.key, in_sqlite(page.limit), in_sqlite(page.skip)], |row| {
            contact(row, tenant)
        })?
        .collect::<Result<_, _>>()?;
    transaction.commit()?;
    Ok((contacts, total))
}

pub(super) fn update(
    connection: &mut Connection,
    tenant: &'static Tenant,
    id: &ContactId,
    update: ContactUpdate,
    now: Timestamp,
) -> rusqlite::Result<Option<Contact>> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let Some(mut contact) = find(&transaction, tenant, id)? else { return Ok(None) };
    if contact.status == ContactStatus::Inactive {
        return Ok(None);
    }
    update.apply_to(&mut contact);
    contact.updated_at = now;
    contact.updated_by = Some(tenant.user_id.to_owned());
    contact.updated_by_application = Some(tenant.application_id.to_owned());
    transaction
        .prepare_cached(
            "UPDATE contact SET
                first_name = :first_name, last_name = :last_name, salutation = :salutation,
                phone_extension = :extension, phone_number = :phone_number,
                phone_country_code = :country_code, updated_at = :updated_at,
                updated_by = :updated_by, updated_by_application = :updated_by_application
             WHERE tenant = :tenant AND id = :id",
        )?
        .execute(named_params! {
            ":first_name": contact.first_name,
            ":last_name": contact.last_name,
            ":salutation": contact.salutation,
            ":extension": contact.cell_phone.extension,
            ":phone_number": contact.cell_phone.phone_number,
            ":country_code": contact.cell_phone.country_code,
            ":updated_at": contact.updated_at.as_str(),
            ":updated_by": contact.updated_by,
            ":updated_by_application": contact.updated_by_application,
            ":tenant": tenant.key,
            ":id": id.as_str(),
        })?;
    transaction.commit()?;
    Ok(Some(contact))
}

pub(super) fn delete(
    connection: &mut Connection,
    tenant: &'static Tenant,
    id: &ContactId,
    now: &Timestamp,
) -> rusqlite::Result<Option<Contact>> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let deleted = transaction.prepare_cached(DELETE)?.execute(params![
        tenant.key,
        id.as_str(),
        now.as_str()
    ])?;
    let contact = if deleted == 0 { None } else { find(&transaction, tenant, id)? };
    transaction.commit()?;
    Ok(contact)
}

pub(super) fn delete_many(
    connection: &mut Connection,
    tenant: &'static Tenant,
    ids: Vec<ContactId>,
    now: &Timestamp,
) -> rusqlite::Result<Vec<(ContactId, bool)>> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let outcomes = {
        let mut delete = transaction.prepare_cached(DELETE)?;
        ids.into_iter()
            .map(|id| {
                let deleted = delete.execute(params![tenant.key, id.as_str(), now.as_str()])?;
                Ok((id, deleted > 0))
            })
            .collect::<rusqlite::Result<_>>()?
    };
    transaction.commit()?;
    Ok(outcomes)
}

fn find(
    connection: &Connection,
    tenant: &'static Tenant,
    id: &ContactId,
) -> rusqlite::Result<Option<Contact>> {
    connection
        .prepare_cached("SELECT * FROM contact WHERE tenant = ?1 AND id = ?2")?
        .query_row(params![tenant.key, id.as_str()], |row| contact(row, tenant))
        .optional()
}

fn contact(row: &Row<'_>, tenant: &'static Tenant) -> rusqlite::Result<Contact> {
    let first_name: String = row.get("first_name")?;
    let last_name: String = row.get("last_name")?;
    Ok(Contact {
        full_name: Contact::full_name(&first_name, &last_name),
        first_name,
        last_name,
        salutation: row.get("salutation")?,
        cell_phone: CellPhone {
            extension: row.get("phone_extension")?,
            phone_number: row.get("phone_number")?,
            country_code: row.get("phone_country_code")?,
        },
        status: if row.get("active")? { ContactStatus::Active } else { ContactStatus::Inactive },
        instance_bot_id: tenant.stream_id,
        org_id: tenant.org_id,
        account_id: tenant.account_id,
        created_by: row.get("created_by")?,
        created_by_application: row.get("created_by_application")?,
        address: Vec::new(),
        twitter_details: Vec::new(),
        created_at: Timestamp::from_stored(row.get::<_, String>("created_at")?),
        updated_at: Timestamp::from_stored(row.get::<_, String>("updated_at")?),
        updated_by: row.get("updated_by")?,
        updated_by_application: row.get("updated_by_application")?,
        id: ContactId::new(row.get::<_, String>("id")?),
    })
}

/// SQLite counts in `i64`; no table holds more rows than that.
fn in_sqlite(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
