//! What a token says, and how often it is used.

use std::collections::HashSet;
use std::sync::Mutex;

use jwt_compact::UntrustedToken;
use serde_json::Value;

use super::*;

/// A clock that stands until it is moved.
#[derive(Debug)]
struct Stopped(Mutex<SystemTime>);

impl Stopped {
    fn at(seconds: u64) -> Arc<Self> {
        Arc::new(Self(Mutex::new(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))))
    }

    fn advance(&self, seconds: u64) {
        *self.0.lock().unwrap() += Duration::from_secs(seconds);
    }
}

impl Clock for Stopped {
    fn now(&self) -> SystemTime {
        *self.0.lock().unwrap()
    }
}

fn app() -> JwtApp {
    JwtApp::new("cs-1", "secret").clock(Stopped::at(1_000))
}

const FIRST: TokenRequest = TokenRequest { attempt: 1, refused: false };
const AFTER_A_REFUSAL: TokenRequest = TokenRequest { attempt: 2, refused: true };

fn text(app: &JwtApp, request: TokenRequest) -> String {
    app.give(request).unwrap().to_header().unwrap().to_str().unwrap().to_owned()
}

/// The claims of a token whose signature the secret confirms.
fn claims(text: &str) -> Value {
    let token = UntrustedToken::new(text).unwrap();
    let key = Hs256Key::new("secret");
    let token = Hs256.validator::<Value>(&key).validate(&token).unwrap();
    let claims = token.claims();
    let mut all = claims.custom.clone();
    all["iat"] = claims.issued_at.unwrap().timestamp().into();
    all["exp"] = claims.expiration.unwrap().timestamp().into();
    all
}

#[test]
fn a_token_names_the_app_the_subject_and_when_it_expires() {
    let app = app().subject("1234567890").lifetime(Duration::from_mins(1));
    assert_eq!(
        claims(&text(&app, FIRST)),
        serde_json::json!({"appId": "cs-1", "sub": "1234567890", "iat": 1_000, "exp": 1_060})
    );
}

#[test]
fn a_token_is_used_again_until_shortly_before_it_expires() {
    let clock = Stopped::at(1_000);
    let app = JwtApp::new("cs-1", "secret").clock(clock.clone());
    let first = text(&app, FIRST);
    clock.advance(569);
    assert_eq!(text(&app, FIRST), first);
    clock.advance(1);
    let second = text(&app, FIRST);
    assert_eq!(claims(&second)["exp"], 1_000 + 570 + 600);
}

#[test]
fn a_token_that_the_api_refused_is_signed_anew() {
    let clock = Stopped::at(1_000);
    let app = JwtApp::new("cs-1", "secret").clock(clock.clone());
    let first = text(&app, FIRST);
    clock.advance(1);
    assert_ne!(text(&app, AFTER_A_REFUSAL), first);
}

#[test]
fn a_single_use_token_is_never_given_twice() {
    let app = app().single_use();
    let ids: HashSet<_> = (0..50)
        .map(|attempt| text(&app, TokenRequest { attempt, refused: false }))
        .map(|token| claims(&token)["jti"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(ids.len(), 50);
}

#[test]
fn a_single_use_token_lives_an_hour_at_most() {
    let app = app().token_ids(|| "1".to_owned()).lifetime(Duration::from_hours(24));
    let claims = claims(&text(&app, FIRST));
    assert_eq!((&claims["jti"], &claims["exp"]), (&Value::from("1"), &Value::from(4_600)));
}

#[test]
fn a_lifetime_beyond_the_calendar_is_an_error_and_no_panic() {
    for seconds in [u64::MAX, u64::MAX / 2, 1 << 62, 1 << 50] {
        let app = app().lifetime(Duration::from_secs(seconds));
        assert!(app.give(FIRST).is_err(), "{seconds}");
    }
}

#[test]
fn neither_an_app_nor_its_errors_show_the_secret() {
    let app = JwtApp::new("cs-1", "s3cr3t").lifetime(Duration::MAX);
    let error = app.give(FIRST).unwrap_err();
    assert!(!format!("{app:?} {error:?} {error}").contains("s3cr3t"));
}

#[test]
fn a_token_signed_for_others_is_a_new_one_each_time_and_lives_no_longer_than_it_may() {
    let app = app().single_use().lifetime(Duration::from_hours(2));
    let (one, other) = (app.sign().unwrap(), app.sign().unwrap());
    assert_ne!(one.expose(), other.expose());
    assert_eq!(claims(one.expose())["exp"], 1_000 + 3_600);
}
