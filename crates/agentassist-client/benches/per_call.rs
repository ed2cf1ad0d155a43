//! What a call costs: processor time and allocations of the calling thread, beside the same call
//! by hand with reqwest and serde. The budget is 1.15 times as much.

#![expect(clippy::print_stdout, reason = "a benchmark shows what it measured")]
#![expect(clippy::cast_precision_loss, reason = "the numbers are far below 2^52")]

#[path = "support/by_hand.rs"]
mod by_hand;
mod support;

use std::time::Duration;

use agentassist_client::{AgentAssist, RateLimiter};
use rustix::time::{ClockId, clock_gettime};

const ROUNDS: usize = 41;
const CALLS: u32 = 200;

fn main() {
    println!("page of | by hand, client: µs of processor time | allocations | bytes, per call");
    // The largest first: a heap that is still small is given back and taken again in every call.
    for page_size in [100, 10, 1] {
        measure(page_size);
    }
}

fn measure(page_size: usize) {
    let server = support::Server::start(1000, 1000, Duration::ZERO);
    // One thread for everything that the client does.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("the system has a runtime's resources");
    let api = AgentAssist::builder()
        .host(&server.base_url)
        .account_id("a-1")
        .stream_id("st-1")
        .token("t")
        .rate_limiter(RateLimiter::off())
        .build()
        .expect("the settings are complete");
    let http = by_hand::client();
    let list = api.contacts().list().skip(5).page_size(page_size as u64);
    let client = || {
        runtime.block_on(async {
            let page = list.page().await.expect("the server sends pages");
            assert_eq!(page.results.len(), page_size);
        });
    };
    let by_hand = || {
        runtime.block_on(async {
            let page = by_hand::page(&http, &server.base_url, 5, page_size).await;
            assert_eq!((page.results.len(), page.has_more), (page_size, true));
        });
    };
    let mut times: Vec<(f64, f64)> = Vec::new();
    for _ in 0..ROUNDS {
        // In turns, so that whatever else the machine does meets both.
        times.push((time(&by_hand), time(&client)));
    }
    let median = |mut values: Vec<f64>| {
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    assert_eq!(server.take_requests(), ROUNDS * 2 * CALLS as usize, "no call was repeated");
    let ratio = median(times.iter().map(|(by_hand, client)| client / by_hand).collect());
    let by_hand_time = median(times.iter().map(|(by_hand, _)| *by_hand).collect());
    let client_time = median(times.iter().map(|(_, client)| *client).collect());
    let by_hand = allocation_counter::measure(by_hand);
    let client = allocation_counter::measure(client);
    println!(
        "{page_size:>4} | {by_hand_time:.1}, {client_time:.1} = {ratio:.2} x | {}, {} = {:.2} x | {}, {} = {:.2} x",
        by_hand.count_total,
        client.count_total,
        client.count_total as f64 / by_hand.count_total as f64,
        by_hand.bytes_total,
        client.bytes_total,
        client.bytes_total as f64 / by_hand.bytes_total as f64,
    );
}

/// Processor time of this thread for one call, in microseconds.
fn time(call: &impl Fn()) -> f64 {
    let now = || {
        let time = clock_gettime(ClockId::ThreadCPUTime);
        time.tv_sec as f64 * 1e6 + time.tv_nsec as f64 / 1e3
    };
    let begin = now();
    for _ in 0..CALLS {
        call();
    }
    (now() - begin) / f64::from(CALLS)
}
