//! The claims of a token: the app that signed it, and when it may be used.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::{Check, Origin, Verdict};

/// By so many seconds two clocks may differ without anybody noticing.
const LEEWAY: f64 = 10.0;
/// A token that lives no longer than that, in seconds, may be too old when it arrives.
const SHORT: f64 = 30.0;
/// The longest life of a token with a `jti`, in seconds.
const HOUR: f64 = 3600.0;
/// A moment later than this, in seconds, was meant in milliseconds: it lies in the year 5138.
const MILLISECONDS: f64 = 1e11;

/// Looks at the claims as the vendor would at a moment.
pub(super) fn examine(
    claims: &Map<String, Value>,
    client_id: Option<&str>,
    origin: Origin,
    now: DateTime<Utc>,
) -> Vec<Check> {
    let mut checks = vec![app_id(claims, client_id)];
    #[expect(clippy::cast_precision_loss, reason = "a present timestamp fits into 52 bits")]
    let seconds = now.timestamp() as f64;
    checks.extend(issued(claims, seconds));
    checks.extend(expiry(claims, seconds));
    checks.extend(single_use(claims, origin, seconds));
    checks
}

fn app_id(claims: &Map<String, Value>, client_id: Option<&str>) -> Check {
    const CAUSE: &str = "claim-app-id";
    let wrong =
        |message: String, remedy: &str| Check::found(Verdict::Unauthorized, CAUSE, message, remedy);
    match claims.get("appId") {
        Some(Value::String(id)) if id.is_empty() => {
            wrong("the claim `appId` is empty".to_owned(), "put the client id, `cs-…`, there")
        }
        Some(Value::String(id)) => match client_id {
            Some(expected) if expected != id => wrong(
                "the claim `appId` is not the client id of these settings".to_owned(),
                "sign with the id and the secret of the same app",
            ),
            _ if !id.starts_with("cs-") => Check::found(
                Verdict::Warning,
                CAUSE,
                "the claim `appId` does not begin with `cs-`, as client ids do",
                "check that it is the client id of the JWT app, not a bot or an account",
            ),
            _ => Check::good(CAUSE, "the claim `appId` holds a client id"),
        },
        Some(_) => wrong("the claim `appId` is not text".to_owned(), "put the client id there"),
        None => match claims.keys().find(|name| looks_like_app_id(name)) {
            Some(_) => wrong(
                "the client id stands in a claim that is not spelt `appId`".to_owned(),
                "spell the claim exactly `appId`: the vendor refuses every other spelling",
            ),
            None => wrong(
                "the claim `appId` is missing".to_owned(),
                "put the client id of the JWT app, `cs-…`, into the claim `appId`",
            ),
        },
    }
}

fn looks_like_app_id(name: &str) -> bool {
    let letters: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    ["appid", "clientid", "iss"].iter().any(|known| letters.eq_ignore_ascii_case(known))
}

/// A claim that is a moment, in seconds; a check where it is none.
fn moment(
    claims: &Map<String, Value>,
    name: &str,
    cause: &'static str,
) -> Result<Option<f64>, Box<Check>> {
    let wrong = |message: String, remedy: &str| {
        Box::new(Check::found(Verdict::Unauthorized, cause, message, remedy))
    };
    match claims.get(name) {
        None => Ok(None),
        Some(value) => match value.as_f64() {
            None => Err(wrong(
                format!("the claim `{name}` is not a number"),
                "give the seconds since 1970 as a number",
            )),
            Some(seconds) if seconds > MILLISECONDS => Err(wrong(
                format!("the claim `{name}` is given in milliseconds"),
                "give seconds since 1970: divide by 1000",
            )),
            Some(seconds) => Ok(Some(seconds)),
        },
    }
}

fn issued(claims: &Map<String, Value>, now: f64) -> Vec<Check> {
    [("iat", "claim-iat"), ("nbf", "claim-nbf")]
        .into_iter()
        .filter_map(|(name, cause)| match moment(claims, name, cause) {
            Err(check) => Some(*check),
            Ok(None) => None,
            Ok(Some(at)) if at > now + LEEWAY => Some(Check::found(
                Verdict::Unauthorized,
                cause,
                format!("the claim `{name}` lies {} ahead", span(at - now)),
                "set this machine's clock, or that of the machine that signs",
            )),
            Ok(Some(at)) => Some(Check::good(cause, format!("{} ago", span(now - at)))),
        })
        .collect()
}

const RENEW: &str = "sign a new one, with `agentassist auth token` for example";

fn expiry(claims: &Map<String, Value>, now: f64) -> Option<Check> {
    const CAUSE: &str = "claim-exp";
    Some(match moment(claims, "exp", CAUSE) {
        Err(check) => *check,
        // With a `jti` this is an error, and told there.
        Ok(None) if claims.contains_key("jti") => return None,
        Ok(None) => Check::found(
            Verdict::Warning,
            CAUSE,
            "the token never expires: whoever finds it can use it for ever",
            "set `exp`, such as five minutes ahead",
        ),
        Ok(Some(at)) if at <= now => Check::found(
            // Another clock may still take it.
            if at < now - LEEWAY { Verdict::Unauthorized } else { Verdict::Warning },
            CAUSE,
            format!("the token expired {} ago", span(now - at)),
            RENEW,
        ),
        Ok(Some(at)) if at < now + SHORT => Check::found(
            Verdict::Warning,
            CAUSE,
            format!("the token expires in {}", span(at - now)),
            RENEW,
        ),
        Ok(Some(at)) => Check::good(CAUSE, format!("expires in {}", span(at - now))),
    })
}

fn single_use(claims: &Map<String, Value>, origin: Origin, now: f64) -> Option<Check> {
    const CAUSE: &str = "claim-jti";
    let jti = claims.get("jti")?;
    let wrong = |message: String, remedy: &str| {
        Some(Check::found(Verdict::Unauthorized, CAUSE, message, remedy))
    };
    if jti.as_str().is_none_or(str::is_empty) {
        return wrong(
            "the claim `jti` is empty, or not text".to_owned(),
            "put a new random text there for each token",
        );
    }
    match moment(claims, "exp", CAUSE) {
        // Told by the check of `exp`.
        Err(_) => None,
        Ok(None) => wrong(
            "the token has a `jti` and no `exp`".to_owned(),
            "with a `jti` the vendor demands an `exp`, at most one hour ahead",
        ),
        Ok(Some(at)) if at > now + HOUR + LEEWAY => wrong(
            format!("the token has a `jti` and lives for {}", span(at - now)),
            "with a `jti` the vendor allows one hour at most: set a nearer `exp`",
        ),
        Ok(Some(_)) if origin == Origin::SignedHere => {
            Some(Check::good(CAUSE, "the token works once, and each request has one of its own"))
        }
        Ok(Some(_)) => Some(Check::found(
            Verdict::Warning,
            CAUSE,
            "the token has a `jti`: it works once, a second request is refused as a replay",
            "sign a token for each request: give the client secret and --single-use-tokens",
        )),
    }
}

/// A length of time in the two largest units that it has, cut off: `1 h 59 min`.
pub(super) fn span(seconds: f64) -> String {
    const CENTURY: f64 = 36_525.0 * 86_400.0;
    if seconds >= CENTURY {
        return "more than a century".to_owned();
    }
    let mut rest = seconds.max(0.0).floor();
    let mut parts = Vec::new();
    for (size, unit) in [(86_400.0, "d"), (3600.0, "h"), (60.0, "min"), (1.0, "s")] {
        let count = (rest / size).floor();
        rest -= count * size;
        // What follows the largest unit is the next one, or nothing.
        let is_next = parts.len() == 1;
        if count > 0.0 {
            parts.push(format!("{count} {unit}"));
        }
        if is_next {
            break;
        }
    }
    if parts.is_empty() { "0 s".to_owned() } else { parts.join(" ") }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const NOW: i64 = 1_769_947_200;

    /// What is found about claims, other than what is good: cause and message.
    fn found(claims: &Value, client_id: Option<&str>) -> Vec<(&'static str, String)> {
        let now = DateTime::from_timestamp(NOW, 0).unwrap();
        let claims = claims.as_object().unwrap().clone();
        let checks = examine(&claims, client_id, Origin::Given, now);
        let bad = checks.into_iter().filter(|check| check.verdict != Verdict::Good);
        bad.map(|check| (check.cause, check.message)).collect()
    }

    #[test]
    fn the_claim_app_id_is_spelt_exactly() {
        for name in ["App ID", "appid", "app_id", "clientId"] {
            let found = found(&json!({name: "cs-1", "exp": NOW + 60}), None);
            assert_eq!(found[0].1, "the client id stands in a claim that is not spelt `appId`");
        }
        assert_eq!(found(&json!({"exp": NOW + 60}), None)[0].1, "the claim `appId` is missing");
        assert!(found(&json!({"appId": "cs-1", "exp": NOW + 60}), Some("cs-1")).is_empty());
        let other = found(&json!({"appId": "cs-1", "exp": NOW + 60}), Some("cs-2"));
        assert_eq!(other[0].1, "the claim `appId` is not the client id of these settings");
    }

    #[test]
    fn an_expiry_is_judged_by_the_clock() {
        let message = |exp: Value| {
            let found = found(&json!({"appId": "cs-1", "exp": exp}), None);
            found.first().map(|(_, message)| message.clone())
        };
        assert_eq!(message(json!(NOW + 60)), None);
        assert_eq!(message(json!(NOW - 5)).unwrap(), "the token expired 5 s ago");
        assert_eq!(message(json!(NOW)).unwrap(), "the token expired 0 s ago");
        assert_eq!(message(json!(NOW + 12)).unwrap(), "the token expires in 12 s");
        assert_eq!(message(json!(1_769_947_260.25)), None);
        assert_eq!(message(json!(NOW - 7200)).unwrap(), "the token expired 2 h ago");
        assert_eq!(
            message(json!((NOW + 60) * 1000)).unwrap(),
            "the claim `exp` is given in milliseconds"
        );
        assert_eq!(message(json!("soon")).unwrap(), "the claim `exp` is not a number");
    }

    #[test]
    fn a_length_of_time_has_two_units() {
        for (seconds, text) in [
            (0.0, "0 s"),
            (59.9, "59 s"),
            (7199.0, "1 h 59 min"),
            (7200.0, "2 h"),
            (86_400.0 + 59.0, "1 d"),
            (90_000.0, "1 d 1 h"),
            (1e300, "more than a century"),
        ] {
            assert_eq!(span(seconds), text);
        }
    }

    #[test]
    fn a_single_use_token_that_was_signed_here_is_as_it_should_be() {
        let claims = json!({"appId": "cs-1", "jti": "1", "exp": NOW + 600});
        let now = DateTime::from_timestamp(NOW, 0).unwrap();
        let claims = claims.as_object().unwrap();
        let checks = examine(claims, None, Origin::SignedHere, now);
        assert!(checks.iter().all(|check| check.verdict == Verdict::Good), "{checks:?}");
    }

    #[test]
    fn a_token_from_the_future_points_at_the_clock() {
        let found = found(&json!({"appId": "cs-1", "iat": NOW + 90, "exp": NOW + 300}), None);
        assert_eq!(found[0], ("claim-iat", "the claim `iat` lies 1 min 30 s ahead".to_owned()));
    }

    #[test]
    fn a_single_use_token_has_an_hour_at_most() {
        let message = |claims: Value| found(&claims, None).remove(0).1;
        assert_eq!(
            message(json!({"appId": "cs-1", "jti": "1", "exp": NOW + 7200})),
            "the token has a `jti` and lives for 2 h"
        );
        assert_eq!(
            message(json!({"appId": "cs-1", "jti": "1"})),
            "the token has a `jti` and no `exp`"
        );
        assert!(
            message(json!({"appId": "cs-1", "jti": "1", "exp": NOW + 3600})).contains("works once")
        );
    }

    #[test]
    fn numbers_beyond_every_calendar_do_no_harm() {
        for number in [json!(1e308), json!(-1e308), json!(i64::MIN), json!(u64::MAX)] {
            assert!(
                !found(&json!({"appId": "cs-1", "iat": number, "exp": number}), None).is_empty()
            );
        }
    }
}
