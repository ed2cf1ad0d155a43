//! Signs tokens as the vendor's JWT apps do. The time and the randomness come from outside.

use chrono::{DateTime, TimeDelta, Utc};
use jwt_compact::alg::{Hs256, Hs256Key};
use jwt_compact::{AlgorithmExt, Claims, Header};
use serde::Serialize;

use crate::exit::Failure;
use crate::settings::Secret;

/// The longest life of a token with a `jti`, in seconds.
const HOUR: i64 = 3600;

/// How long, and how often, a token may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lifetime {
    seconds: i64,
    once: bool,
}

impl Lifetime {
    /// As often as wanted, for so many seconds.
    pub(crate) fn repeatable(seconds: i64) -> Self {
        Self { seconds, once: false }
    }

    /// Once, within so many seconds; `None` if that is longer than the vendor allows.
    pub(crate) fn once(seconds: i64) -> Option<Self> {
        (seconds <= HOUR).then_some(Self { seconds, once: true })
    }
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

/// Signs a token by HS256.
pub(crate) fn sign(
    client_id: &str,
    secret: &Secret,
    subject: Option<&str>,
    lifetime: Lifetime,
    now: DateTime<Utc>,
) -> Result<Secret, Failure> {
    let jti = if lifetime.once { Some(random_id()?) } else { None };
    let mut claims = Claims::new(AppClaims { app_id: client_id, sub: subject, jti });
    claims.issued_at = Some(now);
    claims.expiration = Some(now + TimeDelta::seconds(lifetime.seconds));
    let key = Hs256Key::new(secret.expose().as_bytes());
    let header = Header::empty().with_token_type("JWT");
    let token = Hs256.token(&header, &claims, &key);
    token
        .map(Secret::new)
        .map_err(|error| Failure::outside("cannot write the claims of the token", error))
}

/// 128 random bits in hexadecimal digits.
fn random_id() -> Result<String, Failure> {
    let mut bytes = [0_u8; 16];
    getrandom::getrandom(&mut bytes).map_err(|error| {
        Failure::outside("the system gives no random numbers", error.to_string())
    })?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::{self, Verdict};

    #[test]
    fn the_doctor_finds_a_signed_token_good() {
        let now = "2026-02-01T12:00:00Z".parse().unwrap();
        let secret = Secret::new("secret");
        let token = sign("cs-1", &secret, None, Lifetime::repeatable(60), now).unwrap();
        let checks = doctor::token(token.expose(), Some("cs-1"), Some(&secret), now);
        assert!(checks.iter().all(|check| check.verdict == Verdict::Good), "{checks:?}");
    }

    #[test]
    fn a_single_use_token_is_never_signed_twice() {
        let now = "2026-02-01T12:00:00Z".parse().unwrap();
        let secret = Secret::new("secret");
        let once = Lifetime::once(60).unwrap();
        let sign = || sign("cs-1", &secret, Some("me"), once, now).unwrap();
        assert!(sign() != sign());
        assert!(Lifetime::once(3601).is_none());
    }
}
