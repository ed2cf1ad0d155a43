//! TOML that people write.

use serde::de::DeserializeOwned;

/// Reads a text; the error names the line and shows nothing of it, as it may hold a secret.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start));
        let line = before.map_or(1, |before| before.matches('\n').count() + 1);
        let message = error.message().lines().next().unwrap_or("it is not TOML");
        format!("line {line}: {message}")
    })
}
