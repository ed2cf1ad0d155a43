//! Contact lists in SQLite.

use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};

use super::ListDeletion;
use crate::clock::Timestamp;
use crate::ids::ContactListId;
use crate::model::{ApiConfigurations, ContactList, ContactListMapping};
use crate::tenant::Tenant;

pub(super) fn delete(
    connection: &mut Connection,
    tenant: &'static Tenant,
    id: &ContactListId,
) -> rusqlite::Result<ListDeletion> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found = transaction
        .prepare_cached(
            "SELECT *,
                (SELECT count(*) FROM list_contact WHERE list = number) AS contacts,
                EXISTS (SELECT 1 FROM list_campaign WHERE list = number) AS in_use
             FROM contact_list WHERE tenant = ?1 AND id = ?2",
        )?
        .query_row(params![tenant.key, id.as_str()], |row| {
            Ok((row.get("number")?, row.get("in_use")?, contact_list(row, tenant)?))
        })
        .optional()?;
    let Some((number, in_use, list)): Option<(i64, bool, _)> = found else {
        return Ok(ListDeletion::NotFound);
    };
    if in_use {
        return Ok(ListDeletion::InUse { name: list.name });
    }
    // The list's contacts go with it: their table says so.
    transaction.prepare_cached("DELETE FROM contact_list WHERE number = ?1")?.execute([number])?;
    transaction.commit()?;
    Ok(ListDeletion::Deleted(Box::new(list)))
}

fn contact_list(row: &Row<'_>, tenant: &'static Tenant) -> rusqlite::Result<ContactList> {
    let name: String = row.get("name")?;
    Ok(ContactList {
        id: ContactListId::new(row.get::<_, String>("id")?),
        is_active: true,
        org_id: tenant.org_id,
        lower_case_name: name.to_lowercase(),
        name,
        description: row.get("description")?,
        total_record_count: row.get::<_, i64>("contacts")?.unsigned_abs(),
        status: row.get("status")?,
        created_by: row.get("created_by")?,
        updated_by: row.get("updated_by")?,
        mapping: ContactListMapping::OWN_NAMES,
        // Both are read of a list that is about to be deleted: no campaign uses it.
        is_list_in_use: false,
        campaign_in_use: Vec::new(),
        i_id: tenant.stream_id,
        list_type: row.get("list_type")?,
        account_id: tenant.account_id,
        source: row.get("source")?,
        api_configurations: ApiConfigurations { data_sync_mode: row.get("data_sync_mode")? },
        files: Vec::new(),
        created_at: Timestamp::from_stored(row.get::<_, String>("created_at")?),
        updated_at: Timestamp::from_stored(row.get::<_, String>("updated_at")?),
    })
}
