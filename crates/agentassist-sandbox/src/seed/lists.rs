//! The contact lists of a new sandbox.

use rusqlite::{Connection, params};

use super::{invented, samples};
use crate::tenant::{self, Tenant};

struct NewList {
    tenant: &'static Tenant,
    id: &'static str,
    name: &'static str,
    description: &'static str,
    source: &'static str,
    data_sync_mode: &'static str,
    created_at: &'static str,
    updated_at: &'static str,
    contacts: u32,
    campaign: Option<(&'static str, &'static str)>,
}

const RENEWALS: &str = "This list contains customers with services expiring in July 2025. It \
    includes contact details and subscription info to help agents provide tailored support during \
    live calls.";

fn lists() -> [NewList; 6] {
    let [welcome, feedback, archive] = samples::CONTACT_LISTS;
    [
        NewList {
            tenant: &tenant::FIRST,
            id: welcome,
            name: "Welcome Calls - January 2026",
            description: "New customers who have not been called yet.",
            source: "passiveApiIntegration",
            data_sync_mode: "allowDuplicates",
            created_at: "2026-01-08T07:15:00.101Z",
            updated_at: "2026-01-08T07:20:12.733Z",
            contacts: 3,
            campaign: None,
        },
        NewList {
            tenant: &tenant::FIRST,
            id: feedback,
            name: "Feedback - Winter Tariff",
            description: "Customers who moved to the winter tariff and agreed to a call about it.",
            source: "passiveApiIntegration",
            data_sync_mode: "dontAllowDuplicates",
            created_at: "2026-01-08T07:31:48.009Z",
            updated_at: "2026-01-08T07:31:48.009Z",
            contacts: 2,
            campaign: None,
        },
        NewList {
            tenant: &tenant::FIRST,
            id: archive,
            name: "Archive 2024",
            description: "Kept for reference, without contacts.",
            source: "apiIntegration",
            data_sync_mode: "allowDuplicates",
            created_at: "2024-12-31T16:02:11.640Z",
            updated_at: "2025-01-02T08:00:00.000Z",
            contacts: 0,
            campaign: None,
        },
        NewList {
            tenant: &tenant::FIRST,
            id: samples::CONTACT_LIST_IN_USE,
            name: "Appointment Reminders",
            description: "Customers with an appointment in the coming week.",
            source: "passiveApiIntegration",
            data_sync_mode: "allowDuplicates",
            created_at: "2026-01-05T10:00:00.000Z",
            updated_at: "2026-01-09T10:00:00.000Z",
            contacts: 4,
            campaign: Some(("cd-0ca3b1e5-3c2f-5d11-8a6e-ca3ba1900001", "Reminder Calls")),
        },
        NewList {
            tenant: &tenant::SECOND,
            id: samples::SECOND_TENANT_CONTACT_LIST,
            name: "Renewal Due - August 2025",
            description: RENEWALS,
            source: "passiveApiIntegration",
            data_sync_mode: "allowDuplicates",
            created_at: "2025-06-26T12:32:02.735Z",
            updated_at: "2025-06-26T12:38:25.793Z",
            contacts: 0,
            campaign: None,
        },
        NewList {
            tenant: &tenant::SECOND,
            id: samples::SECOND_TENANT_CONTACT_LIST_IN_USE,
            name: "Renewal Due - September 2025",
            description: "Customers with services expiring in August 2025.",
            source: "passiveApiIntegration",
            data_sync_mode: "allowDuplicates",
            created_at: "2025-07-28T12:30:41.208Z",
            updated_at: "2025-07-28T12:41:03.957Z",
            contacts: 2,
            campaign: Some(("cd-0ca3b1e5-3c2f-5d11-8a6e-ca3ba1900002", "Renewals")),
        },
    ]
}

pub(super) fn plant(connection: &Connection) -> rusqlite::Result<()> {
    let mut insert_list = connection.prepare(
        "INSERT INTO contact_list (
            tenant, id, name, description, status, list_type, source, data_sync_mode, created_by,
            updated_by, created_at, updated_at
         ) VALUES (?1, ?2, ?3, ?4, 'Ready', 'call', ?5, ?6, ?7, ?7, ?8, ?9)",
    )?;
    let mut insert_contact = connection.prepare("INSERT INTO list_contact VALUES (?1, ?2, ?3)")?;
    let mut insert_campaign =
        connection.prepare("INSERT INTO list_campaign VALUES (?1, ?2, ?3)")?;
    for list in lists() {
        insert_list.execute(params![
            list.tenant.key,
            list.id,
            list.name,
            list.description,
            list.source,
            list.data_sync_mode,
            list.tenant.user_id,
            list.created_at,
            list.updated_at,
        ])?;
        let list_number = connection.last_insert_rowid();
        for number in 0..list.contacts {
            let contact = invented::contact(number);
            insert_contact.execute(params![
                list_number,
                format!("cc-{}", contact.id),
                contact.cell_phone.phone_number
            ])?;
        }
        if let Some((id, name)) = list.campaign {
            insert_campaign.execute(params![list_number, id, name])?;
        }
    }
    Ok(())
}
