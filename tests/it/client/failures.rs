//! What can go wrong on the wire: each the right error, in time, in bounded memory, without a
//! secret in its text.

use std::error::Error as _;
use std::time::{Duration, Instant};

use agentassist_client::generated::types::Contact;
use agentassist_client::{
    AgentAssist, AgentAssistBuilder, DecodeProblem, Deletion, Error, JwtApp, Phase, RateLimiter,
    RetryPolicy, UnauthorizedCause,
};

use crate::faults::{FaultServer, Reply, html, json, json_with, nobody_listens};

/// The text of a token that must appear nowhere.
const TOKEN: &str = "eyJhbGciOiJIUzI1NiJ9.eyJhcHBJZCI6ImNzLTEifQ.c2VjcmV0LXRva2Vu";

/// By when every call here has to be over: far more than any of them needs.
const DEADLINE: Duration = Duration::from_secs(20);

/// The vendor's sentence (documented).
const LIMIT_TEXT: &str =
    "You've exceeded the per-minute rate limit. Please wait for sometime before retrying.";

fn builder(host: impl Into<String>) -> AgentAssistBuilder {
    AgentAssist::builder()
        .host(host)
        .account_id("a-1")
        .stream_id("st-1")
        .token(TOKEN)
        .rate_limiter(RateLimiter::off())
        .retry(RetryPolicy::never())
        .attempt_timeout(Duration::from_millis(500))
        .max_body_bytes(1024 * 1024)
}

/// Deletes a contact from a server that replies so; checks what holds for every error.
async fn failure(reply: Reply) -> Error {
    let server = FaultServer::replying(vec![reply]).await;
    let error = fails(builder(server.base_url())).await;
    assert_eq!(server.received().len(), 1, "one attempt was made");
    error
}

async fn fails(builder: AgentAssistBuilder) -> Error {
    let api = builder.build().unwrap();
    let begun = Instant::now();
    let error = api.contacts().delete("667e48f7").await.unwrap_err();
    assert!(begun.elapsed() < DEADLINE);
    assert_harmless(&error);
    error
}

/// No text of an error and of what it comes from shows the token or the contact.
#[track_caller]
fn assert_harmless(error: &Error) {
    let mut texts = vec![format!("{error}"), format!("{error:?}"), format!("{error:#?}")];
    let mut source = error.source();
    while let Some(cause) = source {
        texts.push(format!("{cause} {cause:?}"));
        source = cause.source();
    }
    for text in texts {
        for secret in [TOKEN, "c2VjcmV0", "667e48f7", "Ada", "95501"] {
            assert!(!text.contains(secret), "{secret} is in: {text}");
        }
    }
    assert_eq!(error.to_string().lines().count(), 1);
}

#[tokio::test]
async fn a_host_that_refuses_the_connection_is_named_as_the_problem() {
    let error = fails(builder(nobody_listens().await)).await;
    assert!(matches!(error, Error::Connect { .. }), "{error}");
    assert_eq!(
        error.to_string(),
        "deleteContact: the API cannot be reached: check the host and the network"
    );
    assert!(error.is_retryable() && !error.may_have_had_effect());
}

#[tokio::test]
async fn a_connection_that_is_reset_is_an_interruption_wherever_it_happens() {
    let headers = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n".to_vec();
    let body = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":\"667e".to_vec();
    for start in [Vec::new(), headers, body] {
        for reply in [Reply::ThenReset(start.clone()), Reply::Bytes(start)] {
            let error = failure(reply).await;
            assert!(matches!(error, Error::Interrupted { .. }), "{error:?}");
            assert!(error.is_retryable() && error.may_have_had_effect());
        }
    }
}

#[tokio::test]
async fn a_server_that_never_answers_or_never_ends_is_given_up_in_time() {
    let head = b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".to_vec();
    for reply in [Reply::Stall, Reply::Trickle(head)] {
        let error = failure(reply).await;
        let limit = Duration::from_millis(500);
        assert!(
            matches!(error, Error::Timeout { phase: Phase::Answer, limit: time, .. } if time == limit),
            "{error:?}"
        );
    }
}

#[tokio::test]
async fn a_body_beyond_the_limit_is_not_taken() {
    let server = FaultServer::replying(vec![Reply::Flood(100 * 1024 * 1024)]).await;
    let slow = Duration::from_secs(10);
    let error = fails(builder(server.base_url()).attempt_timeout(slow)).await;
    assert!(matches!(error, Error::TooLarge { limit: 1_048_576, .. }), "{error:?}");
    // What the sockets hold between them is not the client's.
    assert!(server.written() < 32 * 1024 * 1024, "{} bytes were taken", server.written());
}

#[tokio::test]
async fn a_compressed_body_is_not_unpacked() {
    let mut bomb = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 12\r\n\
        Content-Type: application/json\r\nConnection: close\r\n\r\n"
        .to_vec();
    bomb.extend([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3, 0xed, 0xc1]);
    let server = FaultServer::replying(vec![Reply::Bytes(bomb)]).await;
    let error = fails(builder(server.base_url())).await;
    let Error::Undecodable { source, .. } = error else { panic!("{error:?}") };
    assert_eq!(source.problem, DecodeProblem::NotJson);
    assert!(!server.received()[0].headers.contains_key("accept-encoding"));
}

#[tokio::test]
async fn a_body_that_cannot_be_read_keeps_status_headers_and_an_excerpt() {
    for (body, problem) in [
        (r#"{"id":"667e48f7","firstName":"Ada"#, DecodeProblem::CutOff),
        ("<p>Ada</p>", DecodeProblem::NotJson),
        ("", DecodeProblem::CutOff),
        (r#"{"id":{"Ada":"95501"}}"#, DecodeProblem::OtherShape),
        (r#"{"firstName":"Ada"}"#, DecodeProblem::OtherShape),
        ("[]", DecodeProblem::OtherShape),
    ] {
        let answer = json_with(200, &[("X-Request-Id", "r-7")], body);
        let error = failure(Reply::Bytes(answer)).await;
        let Error::Undecodable { source, answer, .. } = &error else { panic!("{body}: {error}") };
        assert_eq!((source.problem, answer.status), (problem, 200), "{body}");
        assert_eq!((answer.excerpt(), error.request_id()), (body, Some("r-7")));
        assert!(answer.headers().contains_key("content-type"));
    }
}

#[tokio::test]
async fn an_excerpt_is_bounded() {
    let error = failure(Reply::Bytes(html(502, &"Ada ".repeat(50_000)))).await;
    assert!(matches!(error, Error::ServerFailure { .. }), "{error:?}");
    assert_eq!(error.answer().unwrap().excerpt().len(), 2048);
    assert_eq!(error.to_string(), "deleteContact: the API failed (status 502)");
}

#[tokio::test]
async fn a_rate_limit_is_told_by_status_or_text_and_says_how_long_to_wait() {
    let body = format!(r#"{{"status":"error","message":"{LIMIT_TEXT}"}}"#);
    for (answer, wait) in [
        (json_with(429, &[("Retry-After", "17")], "{}"), Some(17)),
        (
            json_with(
                429,
                &[
                    ("Date", "Sun, 06 Nov 1994 08:49:37 GMT"),
                    ("Retry-After", "Sun, 06 Nov 1994 08:50:07 GMT"),
                ],
                "",
            ),
            Some(30),
        ),
        (json(429, ""), None),
        (json(403, &body), None),
        (json(200, &body), None),
        (html(503, LIMIT_TEXT), None),
    ] {
        let error = failure(Reply::Bytes(answer)).await;
        let Error::RateLimited { retry_after, .. } = &error else { panic!("{error:?}") };
        assert_eq!(retry_after.map(|time| time.as_secs()), wait);
        assert!(error.is_retryable() && !error.may_have_had_effect());
    }
}

#[tokio::test]
async fn a_refused_caller_is_told_the_likely_cause() {
    let answer = json(401, r#"{"errors":[{"msg":"Invalid SDK credentials","code":4002}]}"#);
    let error = failure(Reply::Bytes(answer)).await;
    assert_eq!(
        error.to_string(),
        "deleteContact: unauthorized (status 401, code 4002: Invalid SDK credentials): the client \
         id, the client secret, the account or the stream is wrong, or they do not belong together"
    );
    let answer = json(401, r#"{"errors":[{"message":"Permission denied. Scope is incorrect!"}]}"#);
    let error = failure(Reply::Bytes(answer)).await;
    let Error::Unauthorized { cause, .. } = error else { panic!("{error:?}") };
    assert_eq!(cause, UnauthorizedCause::Scope { needed: "Configuration" });
}

#[tokio::test]
async fn a_single_use_token_is_not_sent_a_second_time_even_when_it_is_called_a_replay() {
    let replay = r#"{"errors":[{"msg":"error verifying the jwt: possibly a replay","code":401}]}"#;
    let server = FaultServer::replying(vec![
        Reply::Bytes(json(503, "")),
        Reply::ThenReset(Vec::new()),
        Reply::Bytes(json(401, replay)),
    ])
    .await;
    let quick = RetryPolicy::default().base(Duration::from_millis(1)).max_attempts(6);
    let app = JwtApp::new("cs-1", "c2VjcmV0").single_use();
    let error = fails(builder(server.base_url()).auth(app).retry(quick)).await;
    let Error::Unauthorized { cause, .. } = &error else { panic!("{error:?}") };
    assert_eq!((*cause, error.attempts()), (UnauthorizedCause::Replay, 4));
    let received = server.received();
    let mut tokens: Vec<_> = received.iter().map(|request| &request.headers["auth"]).collect();
    tokens.sort_unstable();
    tokens.dedup();
    assert_eq!(tokens.len(), 4);
}

#[tokio::test]
async fn a_success_that_says_failure_is_a_failure() {
    for body in [
        r#"{"status":"failure","message":"Contact Ada@95501 is locked"}"#,
        r#"{"errors":[{"msg":"locked","code":7}]}"#,
        r#"{"status":"failed","reason":"time_in_past"}"#,
    ] {
        let error = failure(Reply::Bytes(json(200, body))).await;
        assert!(matches!(error, Error::FailureInSuccess { .. }), "{body}: {error:?}");
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed_and_the_token_stays_here() {
    let other = FaultServer::replying(vec![Reply::Bytes(json(200, r#"{"id":"1"}"#))]).await;
    let location = other.base_url();
    let redirect = json_with(302, &[("Location", &location)], "");
    let error = failure(Reply::Bytes(redirect)).await;
    assert!(matches!(error, Error::UnexpectedStatus { .. }), "{error:?}");
    assert!(other.received().is_empty());
}

#[tokio::test]
async fn what_is_not_there_is_not_found_in_every_way_the_platform_says_so() {
    for answer in [
        json(404, ""),
        json(400, r#"{"errors":[{"msg":"Test Suite not found","code":400}]}"#),
        html(410, "<p>gone</p>"),
    ] {
        let error = failure(Reply::Bytes(answer)).await;
        assert!(matches!(error, Error::NotFound { .. }), "{error:?}");
    }
}

#[tokio::test]
async fn a_refusal_shows_code_and_message_without_personal_data() {
    let message = "Number +9195501123456 of Ada@example.com is in use";
    let body = format!(r#"{{"errors":[{{"msg":"{message}","code":409}}]}}"#);
    let error = failure(Reply::Bytes(json(409, &body))).await;
    assert_eq!(
        error.to_string(),
        "deleteContact: refused (status 409, code 409: Number [redacted] of [redacted] is in use)"
    );
}

#[tokio::test]
async fn the_generated_operations_are_repeated_and_fail_in_their_own_words() {
    let lost = || Reply::ThenReset(Vec::new());
    let server =
        FaultServer::replying(vec![lost(), Reply::Bytes(json(200, r#"{"id":"1"}"#))]).await;
    let quick = RetryPolicy::default().base(Duration::from_millis(1));
    let api = builder(server.base_url()).retry(quick).build().unwrap();
    let deleted = api.operations().delete_contact().stream_id("st-1").id("1").send().await;
    assert_eq!(deleted.unwrap().into_inner().id, "1");

    let server = FaultServer::replying(vec![Reply::Stall]).await;
    let api = builder(server.base_url()).build().unwrap();
    let error = api.operations().delete_contact().stream_id("st-1").id("1").send().await;
    assert_eq!(error.unwrap_err().to_string(), "Error: no whole answer came within 500ms");
}

#[tokio::test]
async fn calls_can_be_made_from_any_thread() {
    let server = FaultServer::replying(vec![Reply::Bytes(json(200, r#"{"id":"1"}"#))]).await;
    let api = builder(server.base_url()).build().unwrap();
    let call = tokio::spawn(async move { api.contacts().delete("1").await });
    let contact: Contact = serde_json::from_str(r#"{"id":"1"}"#).unwrap();
    assert_eq!(call.await.unwrap().unwrap(), Deletion::Deleted(contact));
}
