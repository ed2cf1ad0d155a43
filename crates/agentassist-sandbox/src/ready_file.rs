//! Tells programs in any language that a sandbox listens, and how to reach it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use thiserror::Error;

use crate::credentials::{Secret, TenantIds};
use crate::ids::{AccountId, ClientId, StreamId};
use crate::sandbox::Sandbox;

/// What a ready file says, as one JSON object.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct Ready {
    /// Where the sandbox answers, without a slash at the end.
    pub base_url: String,
    /// The account of the first tenant.
    pub account_id: AccountId,
    /// The stream of the first tenant.
    pub stream_id: StreamId,
    /// The client id, for the claim `appId` of a token.
    pub client_id: ClientId,
    /// The secret that tokens are signed with.
    pub client_secret: Secret,
    /// A token that is valid for 24 hours.
    pub token: Secret,
    /// The second tenant, which the same app and token serve.
    pub second_tenant: TenantIds,
}

impl From<&Sandbox> for Ready {
    fn from(sandbox: &Sandbox) -> Self {
        let credentials = sandbox.credentials().clone();
        Self {
            base_url: sandbox.base_url(),
            account_id: credentials.account_id,
            stream_id: credentials.stream_id,
            client_id: credentials.client_id,
            client_secret: credentials.client_secret,
            token: credentials.token,
            second_tenant: credentials.second_tenant,
        }
    }
}

/// The ready file could not be written.
#[derive(Debug, Error)]
#[error("cannot write the ready file {}: check that its folder exists and can be written", .path.display())]
pub struct WriteError {
    path: PathBuf,
    #[source]
    source: io::Error,
}

/// Writes a ready file, in the place of one that may be there.
///
/// Whoever sees the file sees all of it: it is written under another name in the same folder and
/// then renamed. Only its owner may read it (on Unix, mode 0600).
pub fn write(path: &Path, ready: &Ready) -> Result<(), WriteError> {
    let failed = |source| WriteError { path: path.to_owned(), source };
    let mut text = serde_json::to_vec_pretty(ready).map_err(|error| failed(error.into()))?;
    text.push(b'\n');
    let mut name =
        path.file_name().ok_or_else(|| failed(io::ErrorKind::InvalidInput.into()))?.to_owned();
    name.push(format!(".{}.tmp", std::process::id()));
    let temporary = path.with_file_name(name);
    let written = write_new(&temporary, &text).and_then(|()| fs::rename(&temporary, path));
    written.map_err(|source| {
        // What is left of the attempt helps nobody; that it cannot be removed, neither.
        let _ = fs::remove_file(&temporary);
        failed(source)
    })
}

fn write_new(path: &Path, text: &[u8]) -> io::Result<()> {
    let mut file = create_private(path)?;
    file.write_all(text)?;
    file.sync_all()
}

/// Creates a file that only its owner may read, from its first moment on.
fn create_private(path: &Path) -> io::Result<File> {
    // Left over from a process of the same number that was killed while writing.
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
