//! A token that nobody can print by accident.

use std::fmt;

use bytes::Bytes;
use reqwest::header::HeaderValue;
use zeroize::Zeroizing;

/// A signed JWT for the header `auth`. Its text is never shown, and wiped from memory on drop.
///
/// Clones share one text. The HTTP library copies it once more to send it: that copy is not wiped.
#[derive(Clone)]
pub struct Token(Bytes);

impl Token {
    /// Takes over the text of a token; blanks around it, as a file may have, are dropped.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        let text = Zeroizing::new(text.into());
        // The owner of the bytes wipes them when the last header that shares them is gone.
        Self(Bytes::from_owner(Zeroizing::new(text.trim().as_bytes().to_vec())))
    }

    /// The text, for those who hand it on. It belongs into no log and no error.
    #[must_use]
    pub fn expose(&self) -> &str {
        // It was a text when it came in, and blanks are taken off it whole.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The token as a header value that logs show as `Sensitive`; `None` if it cannot be one.
    pub(crate) fn to_header(&self) -> Option<HeaderValue> {
        if self.0.is_empty() {
            return None;
        }
        let mut value = HeaderValue::from_maybe_shared(self.0.clone()).ok()?;
        value.set_sensitive(true);
        Some(value)
    }
}

impl From<String> for Token {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl From<&str> for Token {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Token(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_shows_itself_nowhere() {
        let token = Token::new("s3cr3t\n");
        assert_eq!(format!("{token:?}"), "Token(redacted)");
        assert_eq!(format!("{:?}", token.to_header()), "Some(Sensitive)");
    }

    #[test]
    fn what_no_header_can_carry_is_no_token() {
        for text in ["", "  ", "a\nb", "a\0b"] {
            assert!(Token::new(text).to_header().is_none());
        }
    }
}
