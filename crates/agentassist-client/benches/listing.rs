//! How long it takes to list 10,000 contacts from a server that takes 50 ms for each page of 100,
//! beside a loop that asks for one page after the other. The budget is a fifth of the loop's time.

#![expect(clippy::print_stdout, reason = "a benchmark shows what it measured")]

#[path = "support/by_hand.rs"]
mod by_hand;
mod support;

use std::time::{Duration, Instant};

use agentassist_client::{AgentAssist, RateLimiter};

const CONTACTS: usize = 10_000;
const PAGE: usize = 100;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let server = support::Server::start(CONTACTS, PAGE, Duration::from_millis(50));
    let http = by_hand::client();
    let begin = Instant::now();
    let mut count = 0;
    loop {
        let page = by_hand::page(&http, &server.base_url, count, PAGE).await;
        count += page.results.len();
        if !page.has_more {
            break;
        }
    }
    let loop_time = begin.elapsed();
    assert_eq!(count, CONTACTS);
    println!("loop:   {loop_time:.2?}, {} requests", server.take_requests());

    let api = AgentAssist::builder()
        .host(&server.base_url)
        .account_id("a-1")
        .stream_id("st-1")
        .token("t")
        .rate_limiter(RateLimiter::off())
        .build()
        .expect("the settings are complete");
    let begin = Instant::now();
    let contacts = api.contacts().list().stream().collect_all().await.expect("the server lists");
    let client_time = begin.elapsed();
    assert_eq!(contacts.len(), CONTACTS);
    println!("client: {client_time:.2?}, {} requests", server.take_requests());
    println!("{:.1} times as fast", loop_time.as_secs_f64() / client_time.as_secs_f64());
}
