//! Accounts that may not call as often as they like.

use agentassist_sandbox::{RateLimit, Sandbox};
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::client::{builder, call};
use crate::tenants::second;

/// A refusal in the envelope of the document's example.
fn too_often() -> Value {
    json!({
        "status": "error",
        "message":
            "You've exceeded the per-minute rate limit. Please wait for sometime before retrying.",
    })
}

/// A sandbox whose clock advances by a second with each request, and which answers so many
/// requests in so many seconds.
async fn limited(requests: u32, seconds: i64) -> Sandbox {
    let limit = RateLimit::per_minute(requests).window(TimeDelta::seconds(seconds));
    builder().rate_limit(limit).start().await.unwrap()
}

#[tokio::test]
async fn requests_above_the_limit_are_refused_until_the_window_has_passed() {
    let sandbox = limited(2, 4).await;
    let mut statuses = Vec::new();
    for _ in 0..8 {
        statuses.push(call(&sandbox, "GET", "/contacts").send().await.status);
    }
    assert_eq!(statuses, [200, 200, 429, 429, 200, 200, 429, 429]);
}

#[tokio::test]
async fn the_refusal_has_the_words_of_the_vendor_and_does_not_say_how_long_to_wait() {
    let sandbox = limited(1, 60).await;
    assert_eq!(call(&sandbox, "GET", "/contacts").send().await.status, 200);
    let refused = call(&sandbox, "DELETE", "/contacts/1").send().await;
    assert_eq!((refused.status, refused.body), (429, too_often()));
    assert!(!refused.headers.contains("retry-after"), "{}", refused.headers);
}

#[tokio::test]
async fn whoever_has_no_good_token_uses_up_nothing_of_the_limit() {
    let sandbox = limited(1, 60).await;
    for _ in 0..3 {
        let stranger = call(&sandbox, "GET", "/contacts").header("auth", "no.jwt.atall");
        assert_eq!(stranger.send().await.status, 401);
    }
    assert_eq!(call(&sandbox, "GET", "/contacts").send().await.status, 200);
}

#[tokio::test]
async fn each_account_has_a_limit_of_its_own() {
    let sandbox = limited(1, 60).await;
    assert_eq!(call(&sandbox, "GET", "/contacts").send().await.status, 200);
    assert_eq!(call(&sandbox, "GET", "/contacts").send().await.body, too_often());
    assert_eq!(second(&sandbox, "GET", "/contacts").send().await.status, 200);
}

#[tokio::test]
async fn a_request_that_is_refused_for_something_else_counts() {
    let sandbox = limited(1, 60).await;
    assert_eq!(call(&sandbox, "DELETE", "/contacts/no-such-contact").send().await.status, 404);
    assert_eq!(call(&sandbox, "GET", "/contacts").send().await.body, too_often());
}
