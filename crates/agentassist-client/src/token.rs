//! A token that nobody can print by accident.

use std::fmt;

use reqwest::header::HeaderValue;
use zeroize::Zeroizing;

/// A signed JWT for the header `auth`. Its text is never shown, and wiped from memory on drop.
#[derive(Clone)]
pub struct Token(Zeroizing<String>);

impl Token {
    /// Takes over the text of a token; blanks around it, as a file may have, are dropped.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        let text = Zeroizing::new(text.into());
        Self(Zeroizing::new(text.trim().to_owned()))
    }

    /// The token as a header value that logs show as `Sensitive`; `None` if it cannot be one.
    pub(crate) fn to_header(&self) -> Option<HeaderValue> {
        if self.0.is_empty() {
            return None;
        }
        let mut value = HeaderValue::from_str(&self.0).ok()?;
        value.set_sensitive(true);
        Some(value)
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
