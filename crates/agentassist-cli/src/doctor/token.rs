//! The token: its form, its algorithm and its signature. The claims are another file's.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use jwt_compact::alg::{Hs256, Hs256Key, Hs256Signature};
use jwt_compact::{Algorithm, AlgorithmSignature};
use serde_json::{Map, Value};

use super::{Check, Origin, Verdict, claims};
use crate::output;
use crate::settings::Secret;

/// How long a signature by HS256 is, in bytes.
const SIGNATURE: usize = 32;

/// Looks at a token as it would be sent in the header `auth`.
///
/// What cannot be read ends the examination: what follows from it says nothing.
pub(crate) fn token(
    text: &str,
    client_id: Option<&str>,
    secret: Option<&Secret>,
    origin: Origin,
    now: DateTime<Utc>,
) -> Vec<Check> {
    let (header, payload) = match parts(text) {
        Ok(parts) => parts,
        Err(check) => return vec![*check],
    };
    let mut checks = vec![Check::good("token-parts", "three parts, as a signed JWT has them")];
    let algorithm = algorithm(&header);
    let can_be_verified = algorithm.verdict == Verdict::Good;
    checks.push(algorithm);
    checks.extend(claims::examine(&payload, client_id, origin, now));
    if can_be_verified {
        checks.push(signature(text, secret));
    }
    checks
}

type Object = Map<String, Value>;

/// Takes a token apart into its header and its claims.
fn parts(text: &str) -> Result<(Object, Object), Box<Check>> {
    let wrong = |cause, message: &str, remedy: &str| {
        Box::new(Check::found(Verdict::Unauthorized, cause, message, remedy))
    };
    if text.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("bearer ")) {
        return Err(wrong(
            "token-prefix",
            "the token begins with `Bearer `",
            "this API takes the token alone, in the header `auth`: drop the word",
        ));
    }
    if text.chars().any(|letter| letter.is_whitespace() || "\"'".contains(letter)) {
        return Err(wrong(
            "token-blanks",
            "the token holds a blank, a line break or a quotation mark",
            "copy the token again, in one piece",
        ));
    }
    let parts: Vec<_> = text.split('.').collect();
    let &[header, payload, signature] = parts.as_slice() else {
        if parts.len() == 5 {
            return Err(Box::new(Check::found(
                Verdict::Warning,
                "token-encrypted",
                "the token has five parts: it is encrypted (JWE), and cannot be looked into",
                "apps demand this only where \"Enforce JWE\" is on; otherwise sign a JWT",
            )));
        }
        return Err(wrong(
            "token-parts",
            &format!("the token has {} instead of 3", output::counted(parts.len(), "part")),
            "a JWT is header, claims and signature, with a dot between them",
        ));
    };
    let header = object(header).ok_or_else(|| {
        wrong(
            "token-header",
            "the first part is not a JSON object in base64url",
            "copy the token again, in one piece",
        )
    })?;
    let payload = object(payload).ok_or_else(|| {
        wrong(
            "token-claims",
            "the second part is not a JSON object in base64url",
            "copy the token again, in one piece",
        )
    })?;
    if signature.is_empty() {
        return Err(wrong(
            "signature",
            "the token has no signature",
            "sign it with the client secret by HS256",
        ));
    }
    Ok((header, payload))
}

fn object(part: &str) -> Option<Object> {
    let bytes = URL_SAFE_NO_PAD.decode(part.trim_end_matches('=')).ok()?;
    serde_json::from_slice(&bytes).ok()
}

fn algorithm(header: &Object) -> Check {
    const CAUSE: &str = "token-algorithm";
    match header.get("alg").and_then(Value::as_str) {
        Some("HS256") => Check::good(CAUSE, "signed by HS256"),
        // Short and from a list of the vendor: worth showing, and no secret.
        Some(other @ ("HS384" | "HS512" | "RS256" | "RS512")) => Check::found(
            Verdict::Warning,
            CAUSE,
            format!("the token names {other}"),
            "apps with API scopes are said to take HS256 only: sign with HS256, unless the app \
             is set up for this one",
        ),
        _ => Check::found(
            Verdict::Unauthorized,
            CAUSE,
            "the header `alg` is missing, or names an algorithm that no app takes",
            "sign with HS256",
        ),
    }
}

fn signature(text: &str, secret: Option<&Secret>) -> Check {
    const CAUSE: &str = "signature";
    let Some(secret) = secret else {
        return Check::found(
            Verdict::Warning,
            CAUSE,
            "not verified: no client secret was given",
            "give --client-secret-file or AGENTASSIST_CLIENT_SECRET to verify it here",
        );
    };
    if is_signed(text, secret) {
        Check::good(CAUSE, "made with this client secret")
    } else {
        Check::found(
            Verdict::Unauthorized,
            CAUSE,
            "the signature was not made with this client secret",
            "use the secret of the app whose client id stands in `appId`; the vendor answers \
             \"Invalid SDK credentials\", code 4002",
        )
    }
}

/// Whether a signature is that of the first two parts. What they say is no matter here: a library
/// for tokens would refuse one whose claims are of other types.
fn is_signed(text: &str, secret: &Secret) -> bool {
    let signed = text.rsplit_once('.').and_then(|(message, signature)| {
        let signature = URL_SAFE_NO_PAD.decode(signature.trim_end_matches('=')).ok()?;
        let signature = Some(signature).filter(|signature| signature.len() == SIGNATURE)?;
        Some((message, Hs256Signature::try_from_slice(&signature).ok()?))
    });
    let key = Hs256Key::new(secret.expose().as_bytes());
    signed.is_some_and(|(message, signature)| {
        Hs256.verify_signature(&signature, &key, message.as_bytes())
    })
}

#[cfg(test)]
mod tests {
    use jwt_compact::{AlgorithmExt, Claims, Header};
    use serde_json::json;

    use super::*;

    fn now() -> DateTime<Utc> {
        "2026-02-01T12:00:00Z".parse().unwrap()
    }

    /// The worst of what is found about a token.
    fn worst(text: &str, secret: Option<&str>) -> (&'static str, Verdict) {
        let secret = secret.map(Secret::new);
        let checks = token(text, None, secret.as_ref(), Origin::Given, now());
        let worst = checks.iter().rev().max_by_key(|check| check.verdict).unwrap();
        (worst.cause, worst.verdict)
    }

    fn signed(claims: Value, secret: &str) -> String {
        Hs256
            .token(&Header::empty(), &Claims::new(claims), &Hs256Key::new(secret.as_bytes()))
            .unwrap()
    }

    fn unsigned(header: &Value, payload: &Value) -> String {
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        format!("{}.{}.c2ln", part(header), part(payload))
    }

    #[test]
    fn each_broken_form_has_a_cause_of_its_own() {
        let token = signed(json!({"appId": "cs-1", "exp": now().timestamp() + 60}), "secret");
        let unauthorized = |cause| (cause, Verdict::Unauthorized);
        for (text, expected) in [
            (format!("Bearer {token}"), unauthorized("token-prefix")),
            (format!("{}\n{}", &token[..20], &token[20..]), unauthorized("token-blanks")),
            ("abc".to_owned(), unauthorized("token-parts")),
            ("é.b".to_owned(), unauthorized("token-parts")),
            ("a.b.c".to_owned(), unauthorized("token-header")),
            (format!("{}.b.c", token.split('.').next().unwrap()), unauthorized("token-claims")),
            (token[..=token.rfind('.').unwrap()].to_owned(), unauthorized("signature")),
            ("a.b.c.d.e".to_owned(), ("token-encrypted", Verdict::Warning)),
            (
                unsigned(&json!({"alg": "none"}), &json!({"appId": "cs-1"})),
                unauthorized("token-algorithm"),
            ),
        ] {
            assert_eq!(worst(&text, Some("secret")), expected, "{text}");
        }
    }

    #[test]
    fn the_signature_is_verified_where_the_secret_is_known() {
        let token = signed(json!({"appId": "cs-1", "exp": now().timestamp() + 60}), "secret");
        assert_eq!(worst(&token, Some("secret")).1, Verdict::Good);
        assert_eq!(worst(&token, Some("other")), ("signature", Verdict::Unauthorized));
        assert_eq!(worst(&token, None), ("signature", Verdict::Warning));
    }

    /// A time in quotes is wrong, and the signature is right all the same.
    #[test]
    fn a_signature_is_judged_whatever_the_claims_say() {
        let message = |claims: &Value| {
            let token = unsigned(&json!({"alg": "HS256"}), claims);
            token.rsplit_once('.').unwrap().0.to_owned()
        };
        let key = Hs256Key::new(b"secret");
        for claims in [json!({"exp": "1795000000"}), json!({"iat": [], "exp": {}})] {
            let message = message(&claims);
            let signature = Hs256.sign(&key, message.as_bytes());
            let token = format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature.as_bytes()));
            assert!(is_signed(&token, &Secret::new("secret")), "{claims}");
            assert!(!is_signed(&token, &Secret::new("another")), "{claims}");
        }
        assert!(!is_signed("a.b.c2ln", &Secret::new("secret")));
    }

    #[test]
    fn another_algorithm_of_the_vendor_is_a_warning() {
        let token = unsigned(&json!({"alg": "HS512"}), &json!({"appId": "cs-1", "exp": 1e10}));
        assert_eq!(worst(&token, None), ("token-algorithm", Verdict::Warning));
    }

    #[test]
    fn nothing_of_the_token_is_shown() {
        let token = signed(json!({"appid": "cs-s3cr3t", "sub": "ada@example.com"}), "secret");
        let shown = format!("{:?}", super::token(&token, None, None, Origin::Given, now()));
        for gone in ["s3cr3t", "ada", token.rsplit('.').next().unwrap()] {
            assert!(!shown.contains(gone), "{gone} is in {shown}");
        }
    }
}
