//! Signs tokens as a JWT app of the platform.

use std::fmt;
use std::future::ready;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use jwt_compact::alg::{Hs256, Hs256Key};
use jwt_compact::{AlgorithmExt, Claims, Header};
use serde::Serialize;
use zeroize::Zeroizing;

use super::provider::{TokenError, TokenFuture, TokenProvider, TokenRequest};
use crate::clock::{Clock, SystemClock};
use crate::random;
use crate::token::Token;

/// How long a token is valid unless something else is said.
const LIFETIME: Duration = Duration::from_mins(10);

/// A token is renewed when this is left of its life, at the latest.
const MARGIN: Duration = Duration::from_secs(30);

/// A JWT app (client id and client secret) that signs its own tokens: HMAC SHA-256, with the
/// client id in the claim `appId` (documented).
///
/// A token is used again until shortly before it expires. Where the app enforces `jti`, say
/// [`single_use`](Self::single_use): then each attempt, a retry too, gets a token of its own.
pub struct JwtApp {
    client_id: String,
    key: Hs256Key,
    subject: Option<String>,
    lifetime: Duration,
    token_ids: Option<Box<dyn Fn() -> String + Send + Sync>>,
    clock: Arc<dyn Clock>,
    kept: Mutex<Option<Kept>>,
}

/// A token that may be used again.
struct Kept {
    token: Token,
    until: SystemTime,
}

#[derive(Serialize)]
struct AppClaims<'a> {
    #[serde(rename = "appId")]
    app_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sub: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jti: Option<String>,
}

impl JwtApp {
    /// The longest life of a token with a `jti` (documented).
    pub const SINGLE_USE_LIFETIME: Duration = Duration::from_hours(1);

    /// An app with its client id (`cs-…`) and its client secret, which is wiped on drop.
    #[must_use]
    pub fn new(client_id: impl Into<String>, client_secret: impl Into<String>) -> Self {
        let secret = Zeroizing::new(client_secret.into());
        Self {
            client_id: client_id.into(),
            key: Hs256Key::new(secret.trim()),
            subject: None,
            lifetime: LIFETIME,
            token_ids: None,
            clock: Arc::new(SystemClock),
            kept: Mutex::new(None),
        }
    }

    /// Sets the claim `sub`, which the vendor's sample has and nothing requires.
    #[must_use]
    pub fn subject(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    /// How long a token is valid: ten minutes by default, one hour at most for a single-use one.
    #[must_use]
    pub fn lifetime(mut self, lifetime: Duration) -> Self {
        self.lifetime = lifetime;
        self
    }

    /// Gives each token a fresh `jti` and uses it once, as an app that enforces `jti` demands.
    #[must_use]
    pub fn single_use(self) -> Self {
        self.token_ids(random::unique_text)
    }

    /// Like [`single_use`](Self::single_use), with ids of the caller's. None may come twice.
    #[must_use]
    pub fn token_ids(mut self, ids: impl Fn() -> String + Send + Sync + 'static) -> Self {
        self.token_ids = Some(Box::new(ids));
        self
    }

    /// The clock that stamps `iat` and `exp`: the machine's by default.
    #[must_use]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Signs a token that no call has sent, for whoever needs its text: a script, or a client in
    /// another language.
    ///
    /// # Errors
    ///
    /// When it would expire beyond the end of the calendar.
    pub fn sign(&self) -> Result<Token, TokenError> {
        let longest =
            if self.token_ids.is_some() { Self::SINGLE_USE_LIFETIME } else { Duration::MAX };
        self.sign_at(self.clock.now(), self.lifetime.min(longest))
    }

    fn give(&self, request: TokenRequest) -> Result<Token, TokenError> {
        let now = self.clock.now();
        if self.token_ids.is_some() {
            return self.sign();
        }
        // A panic elsewhere leaves a whole token behind, or none.
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = kept.as_ref().filter(|kept| now < kept.until && !request.refused) {
            return Ok(kept.token.clone());
        }
        let token = self.sign_at(now, self.lifetime)?;
        let margin = MARGIN.min(self.lifetime / 4);
        *kept = (now + self.lifetime)
            .checked_sub(margin)
            .map(|until| Kept { token: token.clone(), until });
        Ok(token)
    }

    fn sign_at(&self, now: SystemTime, lifetime: Duration) -> Result<Token, TokenError> {
        let expiry = now.checked_add(lifetime).ok_or_else(beyond_the_calendar)?;
        let mut claims = Claims::new(AppClaims {
            app_id: &self.client_id,
            sub: self.subject.as_deref(),
            jti: self.token_ids.as_ref().map(|next| next()),
        });
        claims.issued_at = Some(date(now)?);
        claims.expiration = Some(date(expiry)?);
        let header = Header::empty().with_token_type("JWT");
        let text = Hs256.token(&header, &claims, &self.key).map_err(TokenError::new)?;
        Ok(Token::new(text))
    }
}

/// A time as claims hold it; without the panic that a year beyond the calendar would cause.
fn date(time: SystemTime) -> Result<DateTime<Utc>, TokenError> {
    let seconds = time.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let seconds = i64::try_from(seconds).map_err(|_| beyond_the_calendar())?;
    DateTime::from_timestamp(seconds, 0).ok_or_else(beyond_the_calendar)
}

fn beyond_the_calendar() -> TokenError {
    TokenError::new("the token would expire beyond the end of the calendar: shorten its lifetime")
}

impl TokenProvider for JwtApp {
    fn token(&self, request: TokenRequest) -> TokenFuture<'_> {
        Box::pin(ready(self.give(request)))
    }
}

impl fmt::Debug for JwtApp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("JwtApp")
            .field("client_id", &self.client_id)
            .field("lifetime", &self.lifetime)
            .field("single_use", &self.token_ids.is_some())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
