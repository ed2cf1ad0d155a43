//! A text that nobody can print by accident, and the places it comes from.

use std::fmt;
use std::path::Path;

use serde::{Deserialize, Deserializer, de};
use zeroize::Zeroizing;

use crate::exit::Failure;
use crate::output;
use crate::text_input::TextInput;

/// No secret is longer, in bytes.
const MOST: u64 = 64 * 1024;

/// A token or a client secret. `Debug` does not show it, and it is wiped from memory on drop.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes over a text; blanks around it, as a file may have, are dropped.
    pub(crate) fn new(text: impl Into<String>) -> Self {
        let text = Zeroizing::new(text.into());
        Self(Zeroizing::new(text.trim().to_owned()))
    }

    /// The secret itself.
    pub(crate) fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(redacted)")
    }
}

impl<'de> Deserialize<'de> for Secret {
    /// Takes a text; the error for anything else does not show it.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match toml::Value::deserialize(deserializer)? {
            toml::Value::String(text) => Ok(Self::new(text)),
            _ => Err(de::Error::custom("a secret is a text in quotes")),
        }
    }
}

/// Where a secret is. Nothing is read before it is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SecretSource {
    /// It was given.
    Given(Secret),
    /// It is all that a text holds.
    Text(TextInput),
}

impl SecretSource {
    /// The source that a flag names: `-` is standard input.
    pub(crate) fn at(path: &Path) -> Self {
        Self::Text(TextInput::at(path))
    }

    /// Reads the secret.
    ///
    /// # Errors
    ///
    /// When it cannot be read, or when there is nothing in it.
    pub(crate) fn read(&self, what: &str) -> Result<Secret, Failure> {
        let (secret, place) = match self {
            Self::Given(secret) => (secret.clone(), None),
            Self::Text(input) => {
                let secret = Secret::new(input.read(what, MOST)?);
                if input.is_open_to_others() {
                    output::say(&format!(
                        "warning: other users may read {what} in {input}: run `chmod 600 {input}`"
                    ));
                }
                (secret, Some(input))
            }
        };
        if secret.expose().is_empty() {
            return Err(Failure::Usage(match place {
                Some(place) => format!("{place}: {what} is empty"),
                None => format!("{what} is empty"),
            }));
        }
        Ok(secret)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_does_not_show_itself() {
        assert_eq!(format!("{:?}", Secret::new("s3cr3t\n")), "Secret(redacted)");
        let source = SecretSource::Given(Secret::new("s3cr3t"));
        assert!(!format!("{source:?}").contains("s3cr3t"));
    }

    #[test]
    fn an_empty_secret_is_refused() {
        let failure = SecretSource::Given(Secret::new(" \n")).read("the token").unwrap_err();
        assert_eq!(failure.to_string(), "the token is empty");
    }
}
