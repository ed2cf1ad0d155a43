//! Who is let in, and what the others are told.

use agentassist_sandbox::Sandbox;
use serde_json::{Value, json};

use crate::client::{Answer, call, sandbox, signed, start};

const WRONG: (u16, i64, &str) = (401, 4002, "Invalid SDK credentials");
const NO_TOKEN: (u16, i64, &str) = (401, 4002, "Invalid JWT token");
const TOO_LONG: (u16, i64, &str) =
    (401, 401, "error verifying the jwt: if \"jti\" claim \"exp\" must be <= 1 hour(s)");
const REPLAYED: (u16, i64, &str) = (401, 401, "error verifying the jwt: possibly a replay");

async fn with_token(sandbox: &Sandbox, token: &str) -> Answer {
    call(sandbox, "GET", "/contacts").header("auth", token).send().await
}

/// Signs claims with the sandbox's secret, after adding its client id.
fn token(sandbox: &Sandbox, mut claims: Value) -> String {
    let credentials = sandbox.credentials();
    claims["appId"] = json!(credentials.client_id);
    signed(credentials.client_secret.expose(), claims)
}

fn in_seconds(seconds: i64) -> i64 {
    start().timestamp() + seconds
}

#[tokio::test]
async fn a_token_that_the_caller_signs_is_accepted_without_an_expiry() {
    let sandbox = sandbox().await;
    let answer = with_token(&sandbox, &token(&sandbox, json!({"sub": "1234567890"}))).await;
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn a_fractional_expiry_is_accepted() {
    let sandbox = sandbox().await;
    let claims = json!({"exp": 1_769_950_000.678});
    assert_eq!(with_token(&sandbox, &token(&sandbox, claims)).await.status, 200);
}

#[tokio::test]
async fn text_that_is_no_token_is_called_an_invalid_one() {
    let sandbox = sandbox().await;
    let bearer = format!("Bearer {}", sandbox.credentials().token.expose());
    for text in ["garbage", "a.b.c", &bearer] {
        assert_eq!(with_token(&sandbox, text).await.error(), NO_TOKEN, "{text}");
    }
}

#[tokio::test]
async fn an_expired_token_is_called_an_invalid_one() {
    let sandbox = sandbox().await;
    let expired = token(&sandbox, json!({"exp": in_seconds(-60)}));
    assert_eq!(with_token(&sandbox, &expired).await.error(), NO_TOKEN);
}

#[tokio::test]
async fn without_a_token_nothing_is_answered() {
    let sandbox = sandbox().await;
    let call = call(&sandbox, "GET", "/contacts").without("auth");
    assert_eq!(call.send().await.error(), WRONG);
}

#[tokio::test]
async fn another_secret_and_another_app_are_wrong_credentials() {
    let sandbox = sandbox().await;
    let credentials = sandbox.credentials();
    let secret = credentials.client_secret.expose();
    for token in [
        signed("another-secret", json!({"appId": credentials.client_id})),
        signed(secret, json!({"appId": "cs-another"})),
        signed(secret, json!({"App ID": credentials.client_id})),
    ] {
        assert_eq!(with_token(&sandbox, &token).await.error(), WRONG);
    }
}

#[tokio::test]
async fn tokens_of_other_algorithms_are_refused() {
    let sandbox = sandbox().await;
    let good = sandbox.credentials().token.expose().to_owned();
    let (_, claims_and_signature) = good.split_once('.').unwrap();
    let (claims, signature) = claims_and_signature.split_once('.').unwrap();
    // {"alg":"none"}, {"alg":"None"}, {"alg":"HS512"} and {"alg":"RS256"} in Base64.
    for head in [
        "eyJhbGciOiJub25lIn0",
        "eyJhbGciOiJOb25lIn0",
        "eyJhbGciOiJIUzUxMiJ9",
        "eyJhbGciOiJSUzI1NiJ9",
    ] {
        for signature in ["", signature] {
            let forged = format!("{head}.{claims}.{signature}");
            assert_eq!(with_token(&sandbox, &forged).await.error(), WRONG, "{forged}");
        }
    }
}

#[tokio::test]
async fn a_token_with_an_id_is_accepted_once() {
    let sandbox = sandbox().await;
    let once = token(&sandbox, json!({"jti": "1", "exp": in_seconds(3600)}));
    assert_eq!(with_token(&sandbox, &once).await.status, 200);
    assert_eq!(with_token(&sandbox, &once).await.error(), REPLAYED);
    let another = token(&sandbox, json!({"jti": "2", "exp": in_seconds(3600)}));
    assert_eq!(with_token(&sandbox, &another).await.status, 200);
}

#[tokio::test]
async fn of_many_simultaneous_uses_of_a_token_with_an_id_one_is_accepted() {
    let sandbox = sandbox().await;
    let once = token(&sandbox, json!({"jti": "1", "exp": in_seconds(3600)}));
    let uses: Vec<_> = (0..8)
        .map(|_| call(&sandbox, "GET", "/contacts").header("auth", &once))
        .map(|call| tokio::spawn(call.send()))
        .collect();
    let mut accepted = 0;
    for answer in uses {
        accepted += u32::from(answer.await.unwrap().status == 200);
    }
    assert_eq!(accepted, 1);
}

#[tokio::test]
async fn a_token_with_an_id_must_expire_within_the_hour() {
    let sandbox = sandbox().await;
    for claims in [json!({"jti": "1"}), json!({"jti": "1", "exp": in_seconds(7200)})] {
        assert_eq!(with_token(&sandbox, &token(&sandbox, claims)).await.error(), TOO_LONG);
    }
}

#[tokio::test]
async fn a_refused_request_uses_up_a_token_with_an_id() {
    let sandbox = sandbox().await;
    let once = token(&sandbox, json!({"jti": "1", "exp": in_seconds(60)}));
    let incomplete = call(&sandbox, "GET", "/contacts").header("auth", &once).without("accountId");
    assert_eq!(incomplete.send().await.status, 412);
    assert_eq!(with_token(&sandbox, &once).await.error(), REPLAYED);
}

#[tokio::test]
async fn the_account_must_be_named() {
    let sandbox = sandbox().await;
    let without = call(&sandbox, "GET", "/contacts").without("accountId");
    let wanted =
        (412, 412, "Validation errors/ Invalid arguments: the header accountId is missing");
    assert_eq!(without.clone().send().await.error(), wanted);
    assert_eq!(without.header("accountId", "").send().await.error(), wanted);
}

#[tokio::test]
async fn a_bad_token_is_told_before_anything_else() {
    let sandbox = sandbox().await;
    let call = call(&sandbox, "PUT", "/contacts/unknown").header("auth", "garbage");
    assert_eq!(call.without("accountId").body("{").send().await.error(), NO_TOKEN);
}
