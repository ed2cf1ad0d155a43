//! Deletions whose answers get lost, and deletions in bulk.

use std::time::Duration;

use agentassist_client::generated::types::ContactUpdate;
use agentassist_client::{
    AgentAssist, DecodeProblem, Deletion, Error, Fate, MAX_IDS_PER_REQUEST, RateLimiter,
    RetryPolicy,
};
use agentassist_sandbox::{Sandbox, samples};

use crate::faults::{FaultServer, Received, Reply, html, json, json_with};

fn connect(server: &FaultServer) -> AgentAssist {
    AgentAssist::builder()
        .host(server.base_url())
        .account_id("a-1")
        .stream_id("st-1")
        .token("t")
        .rate_limiter(RateLimiter::off())
        .retry(RetryPolicy::default().base(Duration::from_millis(1)))
        .build()
        .unwrap()
}

fn gone() -> Reply {
    Reply::Bytes(json(404, r#"{"errors":[{"msg":"not there","code":404}]}"#))
}

#[tokio::test]
async fn a_contact_that_is_gone_after_a_lost_answer_is_already_gone() {
    for lost in [Reply::ThenReset(Vec::new()), Reply::Bytes(json(503, ""))] {
        let server = FaultServer::replying(vec![lost, gone()]).await;
        let outcome = connect(&server).contacts().delete("1").await;
        assert_eq!(outcome.unwrap(), Deletion::AlreadyGone);
        assert_eq!(server.received().len(), 2);
    }
}

#[tokio::test]
async fn a_contact_list_that_is_gone_after_a_lost_answer_is_already_gone() {
    let lost = Reply::ThenReset(Vec::new());
    let message = r#"{"status":"error","message":"Contact list not found"}"#;
    let server = FaultServer::replying(vec![lost, Reply::Bytes(json(400, message))]).await;
    let outcome = connect(&server).contact_lists().delete("cl-1").await;
    assert_eq!(outcome.unwrap(), Deletion::AlreadyGone);
}

#[tokio::test]
async fn a_contact_list_is_deleted_only_where_the_answer_shows_it() {
    for body in [
        r#"{"status":"Success"}"#,
        r#"{"data":{"_id":"cl-1"}}"#,
        r#"{"status":"success","message":"Done","data":{"_id":"cl-1"}}"#,
    ] {
        let server = FaultServer::replying(vec![Reply::Bytes(json(200, body))]).await;
        let outcome = connect(&server).contact_lists().delete("cl-1").await;
        assert!(matches!(outcome, Ok(Deletion::Deleted(_))), "{body}: {outcome:?}");
    }
    let long = format!(r#"{{"status":"error","message":"{}"}}"#, "no ".repeat(2000));
    for (body, says_failure) in [
        ("{}", false),
        (r#"{"message":"Service under maintenance"}"#, false),
        (r#"{"statusCode":500,"message":"out of order"}"#, false),
        (r#"{"status":"pending","data":null}"#, false),
        (r#"{"status":"success","data":{"_id":"cl-2"}}"#, false),
        (r#"{"success":false,"message":"no"}"#, true),
        (r#"{"success":false,"data":{"_id":"cl-1"}}"#, true),
        (long.as_str(), true),
    ] {
        let server = FaultServer::replying(vec![Reply::Bytes(json(200, body))]).await;
        let error = connect(&server).contact_lists().delete("cl-1").await.unwrap_err();
        match &error {
            Error::FailureInSuccess { .. } => assert!(says_failure, "{body}"),
            Error::Undecodable { source, .. } => {
                assert_eq!(source.problem, DecodeProblem::NotShown, "{body}");
                assert!(!says_failure && error.may_have_had_effect(), "{body}");
            }
            error => panic!("{body}: {error}"),
        }
    }
}

#[tokio::test]
async fn an_answer_about_another_contact_shows_nothing_of_the_one_that_was_asked_for() {
    let other = || Reply::Bytes(json(200, r#"{"id":"2"}"#));
    let server = FaultServer::replying(vec![other(), other()]).await;
    let api = connect(&server);
    let changes = ContactUpdate { first_name: Some("Ada".to_owned()), ..Default::default() };
    for error in [
        api.contacts().delete("1").await.unwrap_err(),
        api.contacts().update("1", changes).await.unwrap_err(),
    ] {
        let Error::Undecodable { source, .. } = &error else { panic!("{error}") };
        assert_eq!(source.problem, DecodeProblem::NotShown);
        assert!(error.may_have_had_effect());
    }
}

#[tokio::test]
async fn only_the_apis_own_word_about_the_contact_makes_it_already_gone() {
    for last in [
        html(404, "<p>no such page</p>"),
        json(404, r#"{"message":"no route matched"}"#),
        json(404, r#"{"errors":[{"msg":"Stream not found","code":404}]}"#),
        json(400, r#"{"errors":[{"msg":"Contact list not found","code":400}]}"#),
    ] {
        let lost = Reply::ThenReset(Vec::new());
        let server = FaultServer::replying(vec![lost, Reply::Bytes(last)]).await;
        let error = connect(&server).contacts().delete("1").await.unwrap_err();
        assert!(matches!(error, Error::NotFound { .. }), "{error:?}");
        assert!(error.may_have_had_effect() && !error.is_missing(), "{error}");
    }
}

#[tokio::test]
async fn a_success_of_another_status_may_have_had_effect_unless_it_was_only_read() {
    for status in [202, 204] {
        let reply = || Reply::Bytes(json(status, ""));
        let server = FaultServer::replying(vec![reply(), reply(), reply()]).await;
        let api = connect(&server);
        let error = api.contacts().delete("1").await.unwrap_err();
        assert!(error.may_have_had_effect(), "{error}");
        let outcome = api.contacts().delete_many(["a"]).await.unwrap();
        assert_eq!(outcome.unknown().count(), 1);
        let error = api.contacts().list().page().await.unwrap_err();
        assert!(!error.may_have_had_effect(), "{error}");
    }
}

#[tokio::test]
async fn a_contact_that_was_never_there_is_not_found_however_often_the_rate_was_refused() {
    let server = FaultServer::replying(vec![Reply::Bytes(json(429, "")), gone()]).await;
    let error = connect(&server).contacts().delete("1").await.unwrap_err();
    assert!(matches!(error, Error::NotFound { .. }), "{error:?}");
    assert_eq!(error.attempts(), 2);
}

#[tokio::test]
async fn a_failure_after_a_lost_answer_may_have_had_effect_whatever_it_is() {
    let busy = json_with(429, &[("Retry-After", "0")], "");
    for (last, alone) in [(json(403, ""), false), (busy, false), (json(200, "?"), true)] {
        let lost = Reply::ThenReset(Vec::new());
        let server = FaultServer::replying(vec![lost, Reply::Bytes(last.clone())]).await;
        let retry = RetryPolicy::default().base(Duration::from_millis(1)).max_attempts(2);
        let error = connect(&server).with_retry(retry).contacts().delete("1").await.unwrap_err();
        assert!(error.may_have_had_effect(), "{error}");
        let server = FaultServer::replying(vec![Reply::Bytes(last)]).await;
        let error = connect(&server).with_retry(retry).contacts().delete("1").await.unwrap_err();
        assert_eq!(error.may_have_had_effect(), alone, "{error}");
    }
}

#[tokio::test]
async fn a_bulk_deletion_whose_answer_is_lost_is_not_sent_again_and_its_ids_are_unknown() {
    for lost in [Reply::ThenReset(Vec::new()), Reply::Bytes(json(502, "")), Reply::Stall] {
        let first = Reply::Bytes(json(200, r#"{"successful":2,"failed":0}"#));
        let server = FaultServer::replying(vec![first, lost]).await;
        let api = connect(&server).with_attempt_timeout(Duration::from_millis(300));
        let outcome =
            api.contacts().delete_many(["a", "b", "c", "d", "e"]).batch_size(2).await.unwrap();
        let fates: Vec<_> = outcome.fates().iter().map(|(_, fate)| fate.clone()).collect();
        let (deleted, unknown) = (Fate::Deleted, Fate::Unknown);
        assert_eq!(fates, [deleted.clone(), deleted, unknown.clone(), unknown, Fate::Untouched]);
        assert!(outcome.error().unwrap().may_have_had_effect());
        assert_eq!(server.received().len(), 2);
    }
}

#[tokio::test]
async fn a_bulk_deletion_that_was_refused_at_once_is_an_error_with_nothing_done() {
    let server = FaultServer::replying(vec![Reply::Bytes(json(412, r#"{"message":"no"}"#))]).await;
    let error = connect(&server).contacts().delete_many(["a"]).await.unwrap_err();
    assert!(matches!(error, Error::Refused { .. }), "{error:?}");
}

#[tokio::test]
async fn a_bulk_deletion_within_a_success_that_says_failure_is_unknown() {
    let body = r#"{"status":"error","message":"half done"}"#;
    let server = FaultServer::replying(vec![Reply::Bytes(json(200, body))]).await;
    let outcome = connect(&server).contacts().delete_many(["a"]).await.unwrap();
    assert_eq!(outcome.unknown().count(), 1);
    assert!(matches!(outcome.error(), Some(Error::FailureInSuccess { .. })));
}

#[tokio::test]
async fn an_id_that_comes_twice_is_sent_once_and_batches_keep_the_order() {
    let answer = |request: &Received| {
        let count = request.body.matches("id-").count();
        Reply::Bytes(json(200, &format!(r#"{{"successful":{count},"failed":0}}"#)))
    };
    let server = FaultServer::answering(answer).await;
    let ids = ["id-1", "id-2", "id-1", "id-3"];
    let outcome = connect(&server).contacts().delete_many(ids).batch_size(2).await.unwrap();
    assert!(outcome.all_deleted());
    let bodies: Vec<_> = server.received().into_iter().map(|request| request.body).collect();
    assert_eq!(bodies, [r#"{"ids":["id-1","id-2"]}"#, r#"{"ids":["id-3"]}"#]);
}

#[tokio::test]
async fn a_bulk_deletion_that_cannot_be_right_is_not_sent() {
    let server = FaultServer::replying(vec![Reply::Stall]).await;
    let api = connect(&server);
    let contacts = api.contacts();
    let none: [&str; 0] = [];
    for (deletion, problem) in [
        (contacts.delete_many(none), "there is no id: name at least one contact"),
        (
            contacts.delete_many(["a"]).batch_size(MAX_IDS_PER_REQUEST + 1),
            "a batch of 1001 ids: a request names 1 to 1000",
        ),
        (
            contacts.delete_many(["a", "bulk-delete"]),
            "the id of a contact must not be empty, `.`, `..`, `bulk-delete` or `bulk-update`, \
             nor have a slash or a control character",
        ),
    ] {
        let error = deletion.await.unwrap_err();
        assert_eq!(error.to_string(), format!("bulkDeleteContacts: not sent: {problem}"));
    }
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn the_sandbox_tells_which_contacts_it_deleted() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let credentials = sandbox.credentials();
    let api = AgentAssist::builder()
        .host(sandbox.base_url())
        .account_id(credentials.account_id.as_str())
        .stream_id(credentials.stream_id.as_str())
        .token(credentials.token.expose())
        .build()
        .unwrap();
    let [one, other] = samples::BULK_DELETED_CONTACTS;
    let outcome = api.contacts().delete_many([one, "unknown", other]).await.unwrap();
    assert_eq!(outcome.deleted().map(|id| id.as_str()).collect::<Vec<_>>(), [one, other]);
    let failed: Vec<_> = outcome.failed().collect();
    assert_eq!((failed.len(), failed[0].0.as_str()), (1, "unknown"));
    assert!(failed[0].1.is_some(), "the sandbox gives a reason");
}
