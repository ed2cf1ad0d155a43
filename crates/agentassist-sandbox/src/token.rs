//! Signs tokens and decides whether a token is one that the app signed.
//!
//! The rules are those that the vendor documents for its JWT apps: HMAC SHA-256 only, the client
//! id in the claim `appId`, `exp` optional, and with `jti` at most one hour of life and one use.
//! Counting the uses is the store's part.

use chrono::{DateTime, TimeDelta, Utc};
use jwt_compact::alg::{Hs256, Hs256Key};
use jwt_compact::{AlgorithmExt, Claims, Header, UntrustedToken, ValidationError};
use serde::{Deserialize, Serialize};

use crate::ids::ClientId;

/// By how much the clock of the caller may differ from ours.
const LEEWAY: TimeDelta = TimeDelta::seconds(10);

/// The longest life of a token with a `jti`.
const SINGLE_USE_LIFETIME: TimeDelta = TimeDelta::hours(1);

/// An app whose tokens the sandbox accepts.
#[derive(Debug)]
pub(crate) struct JwtApp {
    client_id: ClientId,
    key: Hs256Key,
}

/// What a token that is in order asks of the store.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// The token may be used until it expires, if it ever does.
    Repeatable,
    /// The token may be used once: nobody may have used its `jti` before.
    Once { jti: String, forget_after: DateTime<Utc> },
}

/// Why a token is refused.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It is no JWT, or its claims have the wrong types.
    Malformed,
    /// It is a JWT that this app has not signed.
    Untrusted,
    /// Its `exp` has passed.
    Expired,
    /// It has a `jti` and no `exp`, or one that lies too far ahead.
    LivesTooLong,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct AppClaims {
    #[serde(rename = "appId", default, skip_serializing_if = "Option::is_none")]
    app_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    jti: Option<String>,
}

impl JwtApp {
    pub(crate) fn new(client_id: &str, secret: &str) -> Self {
        Self { client_id: ClientId::new(client_id), key: Hs256Key::new(secret) }
    }

    pub(crate) fn client_id(&self) -> &ClientId {
        &self.client_id
    }

    /// Signs a token that may be used until `expires_at`, as often as wanted.
    pub(crate) fn sign(&self, expires_at: DateTime<Utc>) -> String {
        let app_id = Some(self.client_id.as_str().to_owned());
        let mut claims = Claims::new(AppClaims { app_id, jti: None });
        claims.expiration = Some(expires_at);
        Hs256
            .token(&Header::empty().with_token_type("JWT"), &claims, &self.key)
            .expect("a map of two texts and a number can always be written as JSON")
    }

    /// Decides whether a token is one of this app and still good at `now`.
    pub(crate) fn verify(&self, token: &str, now: DateTime<Utc>) -> Result<Use, Refusal> {
        let token = UntrustedToken::new(token).map_err(|_| Refusal::Malformed)?;
        let token =
            Hs256.validator::<AppClaims>(&self.key).validate(&token).map_err(
                |error| match error {
                    ValidationError::MalformedClaims(_) => Refusal::Malformed,
                    _ => Refusal::Untrusted,
                },
            )?;
        let (_, Claims { expiration, custom: AppClaims { app_id, jti }, .. }) = token.into_parts();
        if app_id.as_deref() != Some(self.client_id.as_str()) {
            return Err(Refusal::Untrusted);
        }
        // The expiration is the caller's number and may lie at the end of the calendar: it is
        // compared with moments near now, and nothing is added to it.
        if expiration.is_some_and(|expiration| expiration < now - LEEWAY) {
            return Err(Refusal::Expired);
        }
        let Some(jti) = jti else { return Ok(Use::Repeatable) };
        match expiration {
            Some(expiration) if expiration <= now + SINGLE_USE_LIFETIME + LEEWAY => {
                Ok(Use::Once { jti, forget_after: expiration + LEEWAY })
            }
            _ => Err(Refusal::LivesTooLong),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn app() -> JwtApp {
        JwtApp::new("cs-app", "secret")
    }

    fn now() -> DateTime<Utc> {
        "2026-02-01T12:00:00Z".parse().unwrap()
    }

    /// Verifies a token with these claims, signed with this secret.
    fn verify(secret: &str, claims: Value) -> Result<Use, Refusal> {
        let claims = Claims::new(claims);
        let token = Hs256.token(&Header::empty(), &claims, &Hs256Key::new(secret)).unwrap();
        app().verify(&token, now())
    }

    fn in_seconds(seconds: i64) -> i64 {
        now().timestamp() + seconds
    }

    #[test]
    fn a_token_of_the_app_is_accepted_with_and_without_an_expiry() {
        assert_eq!(app().verify(&app().sign(in_hours(24)), now()), Ok(Use::Repeatable));
        assert_eq!(verify("secret", json!({"appId": "cs-app"})), Ok(Use::Repeatable));
    }

    fn in_hours(hours: i64) -> DateTime<Utc> {
        now() + TimeDelta::hours(hours)
    }

    #[test]
    fn a_fractional_expiry_is_read() {
        #[expect(clippy::cast_precision_loss, reason = "a present timestamp fits into 52 bits")]
        let exp = in_seconds(60) as f64 + 0.25;
        assert_eq!(verify("secret", json!({"appId": "cs-app", "exp": exp})), Ok(Use::Repeatable));
        assert_eq!(
            verify("secret", json!({"appId": "cs-app", "exp": exp - 120.0})),
            Err(Refusal::Expired)
        );
    }

    #[test]
    fn an_expiry_is_honoured_with_a_small_leeway() {
        let expired_since = |seconds: i64| {
            verify("secret", json!({"appId": "cs-app", "exp": in_seconds(-seconds)}))
        };
        assert_eq!(expired_since(10), Ok(Use::Repeatable));
        assert_eq!(expired_since(11), Err(Refusal::Expired));
    }

    #[test]
    fn an_expiry_beyond_every_calendar_does_no_harm() {
        for exp in [json!(i64::MAX), json!(u64::MAX), json!(1e300), json!(-1e300), json!("soon")] {
            let claims = json!({"appId": "cs-app", "jti": "1", "exp": exp});
            assert_eq!(verify("secret", claims), Err(Refusal::Malformed), "{exp}");
        }
        let last = DateTime::<Utc>::MAX_UTC.timestamp();
        assert_eq!(
            verify("secret", json!({"appId": "cs-app", "jti": "1", "exp": last})),
            Err(Refusal::LivesTooLong)
        );
    }

    #[test]
    fn another_secret_another_app_and_no_app_are_untrusted() {
        assert_eq!(verify("other", json!({"appId": "cs-app"})), Err(Refusal::Untrusted));
        assert_eq!(verify("secret", json!({"appId": "cs-other"})), Err(Refusal::Untrusted));
        assert_eq!(verify("secret", json!({"appid": "cs-app"})), Err(Refusal::Untrusted));
    }

    #[test]
    fn a_token_with_an_id_must_expire_within_the_hour() {
        let expiring = |claims: Value| verify("secret", claims);
        assert_eq!(
            expiring(json!({"appId": "cs-app", "jti": "1", "exp": in_seconds(3600)})),
            Ok(Use::Once { jti: "1".into(), forget_after: in_hours(1) + LEEWAY })
        );
        assert_eq!(
            expiring(json!({"appId": "cs-app", "jti": "1", "exp": in_seconds(3700)})),
            Err(Refusal::LivesTooLong)
        );
        assert_eq!(expiring(json!({"appId": "cs-app", "jti": "1"})), Err(Refusal::LivesTooLong));
    }

    #[test]
    fn text_that_is_no_token_is_malformed() {
        let bearer = format!("Bearer {}", app().sign(in_hours(1)));
        for text in ["", "garbage", "a.b", "a.b.c", "..", &bearer] {
            assert_eq!(app().verify(text, now()), Err(Refusal::Malformed), "{text}");
        }
    }
}
