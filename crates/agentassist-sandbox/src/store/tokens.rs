//! Tokens that may be used once, and were.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, TransactionBehavior, params};

use crate::ids::ClientId;

pub(super) fn spend(
    connection: &mut Connection,
    client_id: &ClientId,
    jti: &str,
    forget_after: DateTime<Utc>,
    now: DateTime<Utc>,
) -> rusqlite::Result<bool> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction
        .prepare_cached("DELETE FROM spent_token WHERE forget_after < ?1")?
        .execute([now.timestamp()])?;
    let noted = transaction
        .prepare_cached("INSERT OR IGNORE INTO spent_token VALUES (?1, ?2, ?3)")?
        .execute(params![client_id.as_str(), jti, forget_after.timestamp()])?;
    transaction.commit()?;
    Ok(noted > 0)
}
