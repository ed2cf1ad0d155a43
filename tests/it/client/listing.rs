//! Listing all contacts, from servers that keep to the assumed paging and from others.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use agentassist_client::{AgentAssist, Error, ListingFault, RateLimiter, RetryPolicy};
use agentassist_sandbox::Sandbox;
use serde_json::json;

use crate::faults::{FaultServer, Received, Reply, json};

fn connect(host: String) -> AgentAssist {
    AgentAssist::builder()
        .host(host)
        .account_id("a-1")
        .stream_id("st-1")
        .token("t")
        .rate_limiter(RateLimiter::off())
        .retry(RetryPolicy::default().base(Duration::from_millis(1)))
        .build()
        .unwrap()
}

/// A page of these contacts, by `skip` and `limit` as a server understands them.
fn page(contacts: &[usize], skip: usize, limit: usize) -> Reply {
    let end = skip.saturating_add(limit).min(contacts.len());
    let on_page = contacts.get(skip..end).unwrap_or_default();
    let results: Vec<_> = on_page.iter().map(|id| json!({"id": id.to_string()})).collect();
    let body = json!({
        "results": results,
        "skip": skip,
        "limit": limit,
        "hasMore": end < contacts.len(),
        "totalPages": contacts.len().div_ceil(limit),
        "totalResults": contacts.len(),
    });
    Reply::Bytes(json(200, &body.to_string()))
}

fn numbers(count: usize) -> Vec<usize> {
    (0..count).collect()
}

fn skip(request: &Received) -> usize {
    request.number("skip").unwrap_or(0)
}

fn limit(request: &Received) -> usize {
    request.number("limit").unwrap_or(10)
}

async fn list(server: &FaultServer) -> Vec<usize> {
    let contacts = connect(server.base_url()).contacts().list().stream().collect_all().await;
    contacts.unwrap().iter().map(|contact| contact.id.parse().unwrap()).collect()
}

/// What each request asked for: `(skip, limit)`.
fn asked(server: &FaultServer) -> Vec<(Option<usize>, Option<usize>)> {
    let number = |request: &Received, name| request.number(name);
    let mut asked: Vec<_> = server
        .received()
        .iter()
        .map(|request| (number(request, "skip"), number(request, "limit")))
        .collect();
    // Pages that are under way together may arrive in any order.
    asked.sort_unstable();
    asked
}

#[tokio::test]
async fn pages_are_as_large_as_the_server_honours_and_none_is_asked_for_in_vain() {
    let contacts = numbers(250);
    let server = FaultServer::answering(move |request| {
        page(&contacts, skip(request), limit(request).min(100))
    })
    .await;
    assert_eq!(list(&server).await, numbers(250));
    assert_eq!(
        asked(&server),
        [(None, Some(1000)), (Some(100), Some(100)), (Some(200), Some(100))]
    );
}

#[tokio::test]
async fn what_was_learnt_about_page_sizes_is_used_by_the_next_listing() {
    let contacts = numbers(25);
    let server = FaultServer::answering(move |request| match limit(request) {
        limit if limit > 100 => Reply::Bytes(json(412, r#"{"message":"limit is at most 100"}"#)),
        limit => page(&contacts, skip(request), limit.min(20)),
    })
    .await;
    let api = connect(server.base_url());
    assert_eq!(api.contacts().list().stream().collect_all().await.unwrap().len(), 25);
    let first = [(None, Some(100)), (None, Some(1000)), (Some(20), Some(20))];
    assert_eq!(asked(&server), first);
    assert_eq!(api.contacts().list().stream().collect_all().await.unwrap().len(), 25);
    assert_eq!(server.received().len(), 5);
}

#[tokio::test]
async fn a_server_that_knows_no_limit_is_paged_by_what_it_returns() {
    let contacts = numbers(23);
    let server = FaultServer::answering(move |request| page(&contacts, skip(request), 10)).await;
    assert_eq!(list(&server).await, numbers(23));
    assert_eq!(server.received().len(), 3);
}

#[tokio::test]
async fn a_server_that_ignores_skip_is_noticed_and_not_asked_for_ever() {
    let contacts = numbers(30);
    let server = FaultServer::answering(move |_| page(&contacts, 0, 10)).await;
    let mut stream = connect(server.base_url()).contacts().list().prefetch(1).stream();
    let mut count = 0;
    let error = loop {
        match stream.next().await.unwrap() {
            Ok(_) => count += 1,
            Err(error) => break error,
        }
    };
    assert_eq!((count, server.received().len()), (10, 2));
    assert!(matches!(error, Error::Listing(ListingFault::SkipIgnored { asked: 10 })), "{error}");
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn contacts_that_may_be_missing_after_a_deletion_are_an_error_after_the_others() {
    let server = || {
        let requests = AtomicUsize::new(0);
        let contacts = Mutex::new(numbers(30));
        FaultServer::answering(move |request| {
            let mut contacts = contacts.lock().unwrap();
            if requests.fetch_add(1, Ordering::Relaxed) == 1 {
                contacts.remove(0);
            }
            page(&contacts, skip(request), 10)
        })
    };
    let strict = server().await;
    let mut stream = connect(strict.base_url()).contacts().list().prefetch(1).stream();
    for _ in 0..29 {
        stream.next().await.unwrap().unwrap();
    }
    let error = stream.next().await.unwrap().unwrap_err();
    assert_eq!(
        error.to_string(),
        "listContacts: contacts may be missing (1 by the counts), as some came or went while they were listed: \
         list again, or accept gaps"
    );
    let tolerant = server().await;
    let list = connect(tolerant.base_url()).contacts().list().prefetch(1).accept_gaps(true);
    assert_eq!(list.stream().collect_all().await.unwrap().len(), 29);
}

#[tokio::test]
async fn a_contact_that_comes_twice_after_an_insertion_is_returned_once() {
    let requests = AtomicUsize::new(0);
    let server = FaultServer::answering(move |request| {
        let mut contacts = numbers(15);
        if requests.fetch_add(1, Ordering::Relaxed) > 0 {
            contacts.insert(0, 99);
        }
        page(&contacts, skip(request), 10)
    })
    .await;
    let list = connect(server.base_url()).contacts().list().accept_gaps(true);
    let mut stream = list.stream();
    let mut ids = Vec::new();
    while let Some(contact) = stream.next().await {
        ids.push(contact.unwrap().id.parse::<usize>().unwrap());
    }
    assert_eq!((ids, stream.duplicates()), (numbers(15), 1));
}

#[tokio::test]
async fn no_more_pages_are_under_way_at_once_than_allowed() {
    let contacts = numbers(200);
    let server = FaultServer::answering(move |request| match skip(request) {
        0 => page(&contacts, 0, 10),
        _ => Reply::Stall,
    })
    .await;
    let api = connect(server.base_url()).with_attempt_timeout(Duration::from_mins(1));
    let mut stream = api.contacts().list().prefetch(3).stream();
    for _ in 0..10 {
        stream.next().await.unwrap().unwrap();
    }
    let waiting = tokio::time::timeout(Duration::from_millis(300), stream.next()).await;
    assert!(waiting.is_err(), "the second page never comes");
    assert_eq!(asked(&server)[1..], [10, 20, 30].map(|skip| (Some(skip), Some(10))));
}

#[tokio::test]
async fn a_page_whose_answer_is_lost_is_asked_for_again() {
    let contacts = numbers(30);
    let requests = AtomicUsize::new(0);
    let server =
        FaultServer::answering(move |request| match requests.fetch_add(1, Ordering::Relaxed) % 2 {
            0 => Reply::ThenReset(Vec::new()),
            _ => page(&contacts, skip(request), 10),
        })
        .await;
    let api = connect(server.base_url());
    let contacts = api.contacts().list().prefetch(1).stream().collect_all().await.unwrap();
    assert_eq!((contacts.len(), server.received().len()), (30, 6));
}

#[tokio::test]
async fn a_stream_can_go_on_where_another_one_stopped() {
    let contacts = Arc::new(numbers(30));
    let server = FaultServer::answering(move |request| page(&contacts, skip(request), 10)).await;
    let api = connect(server.base_url());
    let mut stream = api.contacts().list().stream();
    for _ in 0..13 {
        stream.next().await.unwrap().unwrap();
    }
    assert_eq!((stream.position(), stream.total()), (13, Some(30)));
    let rest = api.contacts().list().skip(stream.position()).stream().collect_all().await.unwrap();
    assert_eq!((rest.len(), rest[0].id.as_str()), (17, "13"));
}

#[tokio::test]
async fn duplicates_at_the_end_of_a_page_do_not_move_the_place_to_go_on_from() {
    // The second page ends with two contacts of the first one.
    let contacts: Vec<_> = (0..18).chain([3, 4]).chain(18..28).collect();
    let server = FaultServer::answering(move |request| page(&contacts, skip(request), 10)).await;
    let api = connect(server.base_url());
    let mut stream = api.contacts().list().stream();
    let mut last = None;
    for _ in 0..13 {
        last = stream.next().await.map(|contact| contact.unwrap().id);
    }
    assert_eq!((stream.position(), last.as_deref()), (13, Some("12")));
    for _ in 13..18 {
        stream.next().await.unwrap().unwrap();
    }
    // What was returned before is passed over with the page that had it.
    assert_eq!((stream.position(), stream.duplicates()), (20, 2));
    let rest = api.contacts().list().skip(20).stream().collect_all().await.unwrap();
    assert_eq!((rest.len(), rest[0].id.as_str()), (10, "18"));
}

#[tokio::test]
async fn one_page_is_what_was_asked_for() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let credentials = sandbox.credentials();
    let api = connect(sandbox.base_url()).with_stream_id(credentials.stream_id.as_str());
    let error = api.contacts().list().page().await.unwrap_err();
    assert!(matches!(error, Error::Unauthorized { .. }), "the token is not the sandbox's");
    let api = AgentAssist::builder()
        .host(sandbox.base_url())
        .account_id(credentials.account_id.as_str())
        .stream_id(credentials.stream_id.as_str())
        .token(credentials.token.expose())
        .build()
        .unwrap();
    let page = api.contacts().list().skip(3).page_size(4).page().await.unwrap();
    assert_eq!((page.skip, page.limit, page.results.len()), (3, 4, 4));
    let all = api.contacts().list().stream().collect_all().await.unwrap();
    assert_eq!(i64::try_from(all.len()).unwrap(), page.total_results);
}
