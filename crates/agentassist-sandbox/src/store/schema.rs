//! Opens a database, lays out its tables, and refuses one that is not ours.

use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, Transaction, TransactionBehavior};
use thiserror::Error;

use super::Storage;
use crate::seed::{self, Seed};

/// Says in the head of a file that it belongs to the sandbox: "aasb" in ASCII.
const APPLICATION_ID: i64 = 0x6161_7362;

/// The layout that this version reads and writes, kept in the file as `user_version`.
const VERSION: i64 = 1;

/// How long a statement waits for another process that writes into the same file.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// How often, and how long after each other, a file is opened that others keep busy.
const BUSY_RETRIES: u32 = 20;
const BUSY_PAUSE: Duration = Duration::from_millis(20);

/// Why a database could not be opened.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The file is a database of something else, or no database at all.
    #[error(
        "{} is not a database of the sandbox and stays untouched: name another file", .path.display()
    )]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// The file was written by a newer version of the sandbox.
    #[error(
        "{} has layout version {found}, this sandbox knows {VERSION}: update it or name another file",
        .path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// The version that the file has.
        found: i64,
    },
    /// The database cannot be opened, read or filled.
    #[error(
        "cannot open {place} as the database of the sandbox: check that its folder exists and can \
         be written, and that nothing else locks it"
    )]
    Database {
        /// The file, or `memory`.
        place: String,
        /// What SQLite said.
        #[source]
        source: rusqlite::Error,
    },
    /// The runtime went away while the database was being opened.
    #[error("the runtime stopped while the database was being opened: start the sandbox again")]
    Interrupted(#[source] tokio::task::JoinError),
}

/// Opens the database; one that is new gets its tables and `seed`.
pub(super) fn open(storage: &Storage, seed: &Seed) -> Result<Connection, OpenError> {
    match storage {
        Storage::Ephemeral => {
            let failed = |source| OpenError::Database { place: "memory".to_owned(), source };
            let mut connection = Connection::open_in_memory().map_err(failed)?;
            prepare(&connection).map_err(failed)?;
            fill(&mut connection, seed).map_err(failed)?;
            Ok(connection)
        }
        Storage::File(path) => open_file_patiently(path, seed),
    }
}

/// Opens a file, again and again while another process is opening it.
///
/// Of two processes that switch a new file to WAL together, SQLite turns one away at once, however
/// long it was told to wait.
fn open_file_patiently(path: &Path, seed: &Seed) -> Result<Connection, OpenError> {
    for _ in 0..BUSY_RETRIES {
        match open_file(path, seed) {
            Err(OpenError::Database { source, .. })
                if source.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) =>
            {
                thread::sleep(BUSY_PAUSE);
            }
            opened_or_failed => return opened_or_failed,
        }
    }
    open_file(path, seed)
}

fn open_file(path: &Path, seed: &Seed) -> Result<Connection, OpenError> {
    let failed = |source| OpenError::Database { place: path.display().to_string(), source };
    // A file of somebody else must stay as it is, down to the bytes: it is first opened for
    // reading only, as the settings below would already change it.
    if path.exists() {
        let connection =
            Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(failed)?;
        connection.busy_timeout(BUSY_TIMEOUT).map_err(failed)?;
        refuse_unless_ours(&connection, path)?;
    }
    let mut connection = Connection::open(path).map_err(failed)?;
    // WAL lets several processes share the file. With it, `NORMAL` keeps everything when the
    // process dies, and keeps the file whole when the machine does.
    connection.busy_timeout(BUSY_TIMEOUT).map_err(failed)?;
    connection.pragma_update(None, "journal_mode", "wal").map_err(failed)?;
    connection.pragma_update(None, "synchronous", "normal").map_err(failed)?;
    prepare(&connection).map_err(failed)?;
    fill(&mut connection, seed).map_err(failed)?;
    // Another process may have got there first since the check above.
    refuse_unless_ours(&connection, path)?;
    Ok(connection)
}

/// What the head of a database says about whose it is.
#[derive(Debug, PartialEq, Eq)]
enum Owner {
    Nobody,
    Sandbox { version: i64 },
    SomebodyElse,
}

/// Asks in a transaction, so that all that is read was written by one process.
fn owner(transaction: &Transaction<'_>) -> rusqlite::Result<Owner> {
    let number = |query| transaction.query_row(query, (), |row| row.get::<_, i64>(0));
    Ok(match number("PRAGMA application_id")? {
        APPLICATION_ID => Owner::Sandbox { version: number("PRAGMA user_version")? },
        0 if number("PRAGMA user_version")? == 0
            && number("SELECT count(*) FROM sqlite_schema")? == 0 =>
        {
            Owner::Nobody
        }
        _ => Owner::SomebodyElse,
    })
}

fn refuse_unless_ours(connection: &Connection, path: &Path) -> Result<(), OpenError> {
    match connection.unchecked_transaction().and_then(|transaction| owner(&transaction)) {
        Ok(Owner::Nobody) => Ok(()),
        Ok(Owner::Sandbox { version }) if version == VERSION => Ok(()),
        Ok(Owner::Sandbox { version: found }) => {
            Err(OpenError::Newer { path: path.to_owned(), found })
        }
        Ok(Owner::SomebodyElse) => Err(OpenError::Foreign { path: path.to_owned() }),
        Err(source) if source.sqlite_error_code() == Some(ErrorCode::NotADatabase) => {
            Err(OpenError::Foreign { path: path.to_owned() })
        }
        Err(source) => Err(OpenError::Database { place: path.display().to_string(), source }),
    }
}

/// Sets what holds for a connection rather than for the file.
fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_prepared_statement_cache_capacity(32);
    connection.pragma_update(None, "foreign_keys", true)
}

/// Lays out the tables of a database that has none, and fills them.
///
/// Both happen in one transaction: no database is ever seen half filled, and of two processes that
/// open a new file together, one does it and the other finds it done.
fn fill(connection: &mut Connection, seed: &Seed) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if owner(&transaction)? == Owner::Nobody {
        transaction.execute_batch(TABLES)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", VERSION)?;
        seed::plant(&transaction, seed)?;
    }
    transaction.commit()
}

/// The tables of version 1. `number` counts up and is the order of creation.
const TABLES: &str = "
    CREATE TABLE contact (
        number                 INTEGER PRIMARY KEY AUTOINCREMENT,
        tenant                 INTEGER NOT NULL,
        id                     TEXT NOT NULL,
        first_name             TEXT NOT NULL,
        last_name              TEXT NOT NULL,
        salutation             TEXT NOT NULL,
        phone_extension        TEXT NOT NULL,
        phone_number           TEXT NOT NULL,
        phone_country_code     TEXT NOT NULL,
        active                 INTEGER NOT NULL,
        created_by             TEXT NOT NULL,
        created_by_application TEXT NOT NULL,
        created_at             TEXT NOT NULL,
        updated_at             TEXT NOT NULL,
        updated_by             TEXT,
        updated_by_application TEXT,
        UNIQUE (tenant, id)
    ) STRICT;
    CREATE INDEX active_contact ON contact (tenant, number) WHERE active;

    CREATE TABLE contact_list (
        number         INTEGER PRIMARY KEY AUTOINCREMENT,
        tenant         INTEGER NOT NULL,
        id             TEXT NOT NULL,
        name           TEXT NOT NULL,
        description    TEXT NOT NULL,
        status         TEXT NOT NULL,
        list_type      TEXT NOT NULL,
        source         TEXT NOT NULL,
        data_sync_mode TEXT NOT NULL,
        created_by     TEXT NOT NULL,
        updated_by     TEXT NOT NULL,
        created_at     TEXT NOT NULL,
        updated_at     TEXT NOT NULL,
        UNIQUE (tenant, id)
    ) STRICT;
    CREATE TABLE list_contact (
        list         INTEGER NOT NULL REFERENCES contact_list (number) ON DELETE CASCADE,
        id           TEXT NOT NULL,
        phone_number TEXT NOT NULL,
        PRIMARY KEY (list, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE list_campaign (
        list INTEGER NOT NULL REFERENCES contact_list (number) ON DELETE RESTRICT,
        id   TEXT NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (list, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE spent_token (
        client_id    TEXT NOT NULL,
        jti          TEXT NOT NULL,
        forget_after INTEGER NOT NULL,
        PRIMARY KEY (client_id, jti)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX forgettable_token ON spent_token (forget_after);
";
