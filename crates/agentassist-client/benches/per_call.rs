//! What a call costs: processor time and allocations of the calling thread, beside the same call
//! by hand with reqwest and serde. The budget is 1.15 times as much.
//!
//! It repeats to within a few hundredths when it has one core to itself and the heap stays what it
//! is:
//!
//! ```console
//! $ export MALLOC_TRIM_THRESHOLD_=268435456 MALLOC_TOP_PAD_=67108864
//! $ taskset -c 1 cargo bench -p agentassist-client --bench per_call
//! ```
//!
//! With arguments it makes calls and measures nothing, so that a tool can count instructions:
//! `per_call client 10 1000` makes 1000 calls for pages of 10, `per_call by-hand 10 1000` the same
//! by hand. The difference between two numbers of calls leaves out what only begins once.

#![expect(clippy::print_stdout, reason = "a benchmark shows what it measured")]
#![expect(clippy::cast_precision_loss, reason = "the numbers are far below 2^52")]

#[path = "support/by_hand.rs"]
mod by_hand;
mod support;

use std::time::Duration;

use agentassist_client::{AgentAssist, ListContacts, RateLimiter};
use rustix::time::{ClockId, clock_gettime};
use tokio::runtime::{Builder, Runtime};

const ROUNDS: usize = 41;
const CALLS: u32 = 200;

fn main() {
    let arguments: Vec<String> = std::env::args().filter(|text| text != "--bench").collect();
    if let [_, who, page_size, calls] = arguments.as_slice() {
        let number = |text: &String| text.parse().expect("a number was given");
        return only(who, number(page_size), number(calls));
    }
    println!("page of | by hand, client: µs of processor time | allocations | bytes, per call");
    // The largest first: a heap that is still small is given back and taken again in every call.
    for page_size in [100, 10, 1] {
        measure(page_size);
    }
}

/// Makes so many calls of one kind and measures nothing, for a tool that counts instructions.
fn only(who: &str, page_size: usize, calls: usize) {
    let setting = Setting::new(page_size);
    for _ in 0..calls {
        match who {
            "client" => setting.client(),
            _ => setting.by_hand(),
        }
    }
}

fn measure(page_size: usize) {
    let setting = Setting::new(page_size);
    let mut times: Vec<(f64, f64)> = Vec::new();
    for _ in 0..ROUNDS {
        // In turns, so that whatever else the machine does meets both.
        times.push((time(&|| setting.by_hand()), time(&|| setting.client())));
    }
    let median = |mut values: Vec<f64>| {
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    let requests = setting.server.take_requests();
    assert_eq!(requests, ROUNDS * 2 * CALLS as usize, "no call was repeated");
    let ratio = median(times.iter().map(|(by_hand, client)| client / by_hand).collect());
    let by_hand_time = median(times.iter().map(|(by_hand, _)| *by_hand).collect());
    let client_time = median(times.iter().map(|(_, client)| *client).collect());
    let by_hand = allocation_counter::measure(|| setting.by_hand());
    let client = allocation_counter::measure(|| setting.client());
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

/// Both clients, on one thread, beside a server on others.
struct Setting {
    server: support::Server,
    runtime: Runtime,
    list: ListContacts,
    http: reqwest::Client,
    page_size: usize,
}

impl Setting {
    fn new(page_size: usize) -> Self {
        let server = support::Server::start(1000, 1000, Duration::ZERO);
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.expect("the system has a runtime's resources");
        let api = AgentAssist::builder()
            .host(&server.base_url)
            .account_id("a-1")
            .stream_id("st-1")
            .token("t")
            .rate_limiter(RateLimiter::off())
            .build()
            .expect("the settings are complete");
        let list = api.contacts().list().skip(5).page_size(page_size as u64);
        Self { server, runtime, list, http: by_hand::client(), page_size }
    }

    fn client(&self) {
        self.runtime.block_on(async {
            let page = self.list.page().await.expect("the server sends pages");
            assert_eq!(page.results.len(), self.page_size);
        });
    }

    fn by_hand(&self) {
        self.runtime.block_on(async {
            let page = by_hand::page(&self.http, &self.server.base_url, 5, self.page_size).await;
            assert_eq!((page.results.len(), page.has_more), (self.page_size, true));
        });
    }
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
