//! What the facade sends, and what it refuses to send.

use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use agentassist_client::generated::types::ContactUpdate;
use agentassist_client::{
    AgentAssist, AgentAssistBuilder, Clock, Error, JwtApp, RateLimiter, RetryPolicy, TokenError,
    token_fn,
};
use agentassist_sandbox::{Sandbox, samples};

use crate::faults::{FaultServer, Reply, json};

async fn sandbox() -> (Sandbox, AgentAssistBuilder) {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let credentials = sandbox.credentials();
    let builder = AgentAssist::builder()
        .host(sandbox.base_url())
        .account_id(credentials.account_id.as_str())
        .stream_id(credentials.stream_id.as_str());
    (sandbox, builder)
}

fn app(sandbox: &Sandbox) -> JwtApp {
    let credentials = sandbox.credentials();
    JwtApp::new(credentials.client_id.as_str(), credentials.client_secret.expose())
}

fn last_name(name: &str) -> ContactUpdate {
    ContactUpdate { last_name: Some(name.to_owned()), ..ContactUpdate::default() }
}

async fn silent() -> FaultServer {
    FaultServer::replying(vec![Reply::Stall]).await
}

fn connect(server: &FaultServer) -> AgentAssistBuilder {
    AgentAssist::builder().host(server.base_url()).account_id("a-1").token("t")
}

#[tokio::test]
async fn an_app_signs_tokens_that_the_sandbox_accepts() {
    let (sandbox, builder) = sandbox().await;
    let api = builder.auth(app(&sandbox)).build().unwrap();
    let updated = api.contacts().update(samples::LISTED_CONTACT, last_name("Okafor")).await;
    assert_eq!(updated.unwrap().last_name.as_deref(), Some("Okafor"));
    let deleted = api.contacts().delete(samples::DELETED_CONTACT).await.unwrap();
    assert_eq!(deleted.deleted().unwrap().status.as_deref(), Some("INACTIVE"));
    let list = samples::CONTACT_LISTS[0];
    let deleted = api.contact_lists().delete(list).await.unwrap().deleted().unwrap();
    assert_eq!(deleted.data.unwrap().id, list);
}

#[tokio::test]
async fn single_use_tokens_are_never_called_a_replay() {
    let (sandbox, builder) = sandbox().await;
    let api = builder.auth(app(&sandbox).single_use()).build().unwrap();
    for _ in 0..5 {
        api.contacts().list().page().await.unwrap();
    }
}

#[tokio::test]
async fn a_wrong_secret_and_a_wrong_clock_are_told_apart() {
    #[derive(Debug)]
    struct AnHourAgo;
    impl Clock for AnHourAgo {
        fn now(&self) -> SystemTime {
            SystemTime::now() - Duration::from_hours(1)
        }
    }
    let (sandbox, builder) = sandbox().await;
    let wrong = JwtApp::new(sandbox.credentials().client_id.as_str(), "wrong");
    let api = builder.auth(wrong).build().unwrap();
    let error = api.contacts().list().page().await.unwrap_err().to_string();
    assert!(error.contains("client secret"), "{error}");

    let (sandbox, builder) = self::sandbox().await;
    let api = builder.auth(app(&sandbox).clock(Arc::new(AnHourAgo))).build().unwrap();
    let error = api.contacts().list().page().await.unwrap_err().to_string();
    assert!(error.contains("check the secret and the clock"), "{error}");
}

#[tokio::test]
async fn a_provider_that_fails_ends_the_call_before_anything_is_sent() {
    let server = silent().await;
    let failing = token_fn(|_| async { Err(TokenError::new("the vault is sealed")) });
    let api = connect(&server).stream_id("st-1").auth(failing).build().unwrap();
    let error = api.contacts().delete("1").await.unwrap_err();
    assert!(matches!(error, Error::Token { .. }), "{error:?}");
    assert_eq!(error.attempts(), 0);
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn what_cannot_be_right_is_refused_before_it_is_sent() {
    let server = silent().await;
    let api = connect(&server).stream_id("st-1").build().unwrap();
    for id in ["", "/", "a/b", "bulk-delete", "bulk-update", ".", "..", "a\nb", "\u{7f}"] {
        for outcome in [
            api.contacts().delete(id).await.err(),
            api.contacts().update(id, last_name("x")).await.err(),
        ] {
            assert!(matches!(outcome, Some(Error::InvalidRequest { .. })), "{id:?}");
        }
    }
    for id in ["", "/", "..", "a\tb"] {
        let error = api.contact_lists().delete(id).await.unwrap_err();
        assert!(matches!(error, Error::InvalidRequest { .. }), "{id:?}");
    }
    let error = api.contacts().update("1", ContactUpdate::default()).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "updateContact: not sent: the changes name no field: set at least one"
    );
    for stream in ["", "a/b", ".."] {
        let error = api.with_stream_id(stream).contacts().delete("1").await.unwrap_err();
        assert!(error.to_string().contains("`stream_id` is empty"), "{error}");
    }
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn a_stream_that_was_not_given_is_asked_for() {
    let server = silent().await;
    let api = connect(&server).build().unwrap();
    let error = api.contacts().list().page().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "listContacts: not sent: `stream_id` is not set, and this operation needs it"
    );
}

#[tokio::test]
async fn an_id_with_special_characters_is_one_segment_of_the_path() {
    let answer = json(200, r#"{"id":"a?b#c %2e ä"}"#);
    let server = FaultServer::replying(vec![Reply::Bytes(answer)]).await;
    let host = format!("{}/behind/a/gateway/", server.base_url());
    let api = connect(&server).host(host).stream_id("st?1").build().unwrap();
    let _ = api.contacts().delete("a?b#c %2e ä").await.unwrap();
    assert_eq!(
        server.received()[0].target,
        "/behind/a/gateway/agentassist/api/v1/public/st%3F1/contacts/a%3Fb%23c%20%252e%20%C3%A4"
    );
}

#[tokio::test]
async fn a_contact_list_is_deleted_for_its_application() {
    let server = FaultServer::replying(vec![Reply::Bytes(json(200, r#"{"status":"success"}"#))]);
    let server = server.await;
    let api = connect(&server).stream_id("st-1").app_id("st-2").build().unwrap();
    let _ = api.contact_lists().delete("cl-1").await.unwrap();
    let request = &server.received()[0];
    assert_eq!(request.method, "DELETE");
    assert_eq!(request.target, "/agentassist/api/v1/public/st-2/campaign/contactList/cl-1");
    assert_eq!(request.headers["iid"], "st-2");
    assert_eq!(request.headers["accountid"], "a-1");
    assert_eq!(request.headers["content-type"], "application/json");
}

#[tokio::test]
async fn connections_that_share_a_limiter_share_the_accounts_rate() {
    let server = FaultServer::replying(vec![Reply::Bytes(json(200, r#"{"id":"1"}"#))]).await;
    let limiter = RateLimiter::per_minute(2);
    let connect = || connect(&server).stream_id("st-1").rate_limiter(limiter.clone());
    let (one, other) = (connect().build().unwrap(), connect().build().unwrap());
    let _ = one.contacts().delete("1").await.unwrap();
    let _ = other.contacts().delete("1").await.unwrap();
    let hurried = one.with_total_timeout(Duration::from_millis(100));
    let error = hurried.contacts().delete("1").await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "deleteContact: took more than 100ms, at last waiting for its turn below the rate limit"
    );
    assert_eq!((error.attempts(), server.received().len()), (0, 2));
}

/// Calls the sandbox in a process of its own, whose environment names a proxy that is none.
#[test]
fn a_server_on_this_machine_is_reached_without_the_proxy_of_the_environment() {
    const NAME: &str = "a_server_on_this_machine_is_reached_without_the_proxy_of_the_environment";
    if std::env::var_os("AGENTASSIST_TEST_PROXY").is_some() {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        return runtime.block_on(async {
            let (sandbox, builder) = sandbox().await;
            let api = builder.auth(app(&sandbox)).retry(RetryPolicy::never()).build().unwrap();
            assert!(api.contacts().list().page().await.is_ok());
        });
    }
    let output = Command::new(std::env::current_exe().unwrap())
        .args([&format!("client::requests::{NAME}"), "--exact"])
        .env("AGENTASSIST_TEST_PROXY", "1")
        .envs(["HTTP_PROXY", "http_proxy", "ALL_PROXY"].map(|name| (name, "http://127.0.0.1:1")))
        .env_remove("NO_PROXY")
        .env_remove("no_proxy")
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && text.contains("1 passed"), "{text}");
}

#[tokio::test]
async fn an_answer_that_comes_in_many_pieces_is_read_whole() {
    let name = "Zoë".repeat(200_000);
    let body = serde_json::json!({"id": "1", "firstName": name}).to_string();
    let server = FaultServer::replying(vec![Reply::Bytes(json(200, &body))]).await;
    let api = connect(&server).stream_id("st-1").build().unwrap();
    let contact = api.contacts().delete("1").await.unwrap().deleted().unwrap();
    assert!(contact.first_name.as_deref() == Some(name.as_str()));
}
