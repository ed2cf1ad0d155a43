//! Where things stand in the project.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The document, from the root of the project.
pub(crate) const DOCUMENT: &str = "openapi/agentassist.yaml";

/// The root folder of the project.
pub(crate) fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    // expect: the manifest of this package stands one folder below the root.
    manifest.parent().expect("the xtask package lies in the root folder").to_owned()
}

/// Writes a file whole or not at all, and makes the folders above it.
pub(crate) fn write_atomic(path: &Path, content: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let temporary = path.with_file_name(name);
    fs::write(&temporary, content)?;
    fs::rename(&temporary, path)
}
