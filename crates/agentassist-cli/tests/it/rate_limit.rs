//! A sandbox that limits its callers: nothing is lost, and the limit is kept.
//!
//! Minutes pass here in no time: client and sandbox share a runtime whose clock jumps to the next
//! timer whenever nothing is left to do, and the sandbox counts by that clock.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use agentassist_client::{AgentAssist, Exchange, Observer, RateLimiter, Token};
use agentassist_sandbox::{Clock, RateLimit, Sandbox, Seed};
use chrono::{DateTime, Utc};
use tokio::time::Instant;

use crate::program::{Program, show};
use crate::sandbox::start;

/// The runtime's clock.
struct Virtual(Instant);

impl Clock for Virtual {
    fn now(&self) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + self.0.elapsed()
    }
}

/// Counts what goes over the wire.
#[derive(Debug, Default)]
struct Wire {
    requests: AtomicUsize,
    refused: AtomicUsize,
}

impl Observer for Wire {
    fn observe(&self, exchange: Exchange) {
        self.requests.fetch_add(1, Ordering::Relaxed);
        if exchange.status == 429 {
            self.refused.fetch_add(1, Ordering::Relaxed);
        }
    }
}

impl Wire {
    fn counts(&self) -> (usize, usize) {
        (self.requests.load(Ordering::Relaxed), self.refused.load(Ordering::Relaxed))
    }
}

/// A sandbox with 500 contacts that answers 60 requests in any minute.
async fn limited() -> Sandbox {
    Sandbox::builder()
        .clock(Arc::new(Virtual(Instant::now())))
        .seed(Seed::contacts(500))
        .rate_limit(RateLimit::per_minute(60))
        .start()
        .await
        .unwrap()
}

fn connect(sandbox: &Sandbox, wire: &Arc<Wire>) -> AgentAssist {
    let credentials = sandbox.credentials();
    AgentAssist::builder()
        .host(sandbox.base_url())
        .account_id(credentials.account_id.to_string())
        .stream_id(credentials.stream_id.to_string())
        .token(Token::new(credentials.token.expose()))
        .rate_limiter(RateLimiter::per_minute(60))
        .observer(wire.clone())
        .build()
        .unwrap()
}

/// The ids of all contacts, five on a page.
async fn listed(api: &AgentAssist) -> Vec<String> {
    let mut stream = api.contacts().list().page_size(5).stream();
    let mut ids = Vec::new();
    while let Some(contact) = stream.next().await {
        ids.push(contact.unwrap().id);
    }
    ids
}

#[tokio::test(start_paused = true)]
async fn five_hundred_contacts_are_listed_and_deleted_without_a_single_refusal() {
    let begin = Instant::now();
    let sandbox = limited().await;
    let wire = Arc::new(Wire::default());
    let api = connect(&sandbox, &wire);
    let ids = listed(&api).await;
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), 500);
    let deletion = api.contacts().delete_many(ids).batch_size(5).send().await.unwrap();
    assert_eq!(deletion.deleted().count(), 500);
    let (requests, refused) = wire.counts();
    assert!(requests >= 200, "{requests}");
    assert_eq!(refused, 0);
    // 60 at once, and 60 more with each minute.
    let minutes = begin.elapsed().as_secs() / 60;
    assert_eq!(minutes, (u64::try_from(requests).unwrap() - 1) / 60);
}

#[tokio::test(start_paused = true)]
async fn two_callers_who_do_not_know_of_each_other_are_refused_and_lose_nothing() {
    let sandbox = limited().await;
    let wires = [Arc::<Wire>::default(), Arc::default()];
    let [one, other] = wires.each_ref().map(|wire| connect(&sandbox, wire));
    let (one, other) = tokio::join!(listed(&one), listed(&other));
    assert_eq!(one.iter().collect::<HashSet<_>>().len(), 500);
    assert_eq!(one, other);
    let refused: usize = wires.iter().map(|wire| wire.counts().1).sum();
    assert!(refused > 0, "120 requests at once are too many");
}

#[test]
fn the_commands_list_and_delete_five_hundred_contacts_of_a_limited_sandbox() {
    let program = Program::new();
    let limited = ["--ephemeral", "--contacts", "500", "--rate-limit", "60"];
    let (_running, _) = start(&program, &[&limited[..], &["--ready-file", "ready.json"]].concat());
    let ready: serde_json::Value = serde_json::from_str(&program.read("ready.json")).unwrap();
    let of = |key: &str| ready[key].as_str().unwrap();
    let run = |arguments: &[&str]| {
        let mut command = program.command(&[&["contacts"], arguments].concat());
        command.env("AGENTASSIST_TARGET", of("base_url"));
        command.env("AGENTASSIST_ACCOUNT_ID", of("account_id"));
        command.env("AGENTASSIST_STREAM_ID", of("stream_id"));
        command.env("AGENTASSIST_TOKEN", of("token")).output().unwrap()
    };
    let listed = run(&["list", "--all", "-o", "csv", "--fields", "id"]);
    std::fs::write(program.path().join("ids.csv"), &listed.stdout).unwrap();
    assert_eq!(program.read("ids.csv").lines().count(), 501);
    let delete = ["bulk-delete", "--ids-from", "ids.csv", "--yes", "--batch-size", "20"];
    let deleted = show(&run(&[&delete[..], &["--record", "sent.ndjson"]].concat()));
    assert!(deleted.starts_with("exit code: 0\n"), "{deleted}");
    assert!(deleted.ends_with("--- stderr ---\n500 deleted\n"), "{deleted}");
    assert_eq!(program.read("sent.ndjson").matches("\"status\":200").count(), 25);
}

#[test]
fn a_sandbox_in_the_process_is_called_no_faster_than_somebody_wants() {
    let program = Program::new();
    let delete = ["contacts", "bulk-delete", "1", "2", "--batch-size", "1", "--yes"];
    let slow = ["--requests-per-minute", "1", "--target", "sandbox"];
    let mut child = program
        .command(&[&delete[..], &slow].concat())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut told = String::new();
    BufReader::new(child.stderr.take().unwrap()).read_line(&mut told).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(told.contains("waiting for the rate limit, 5"), "{told}");
}

#[test]
fn the_command_serves_so_many_requests_and_refuses_the_next() {
    let program = Program::new();
    let limited = ["--ephemeral", "--rate-limit", "1", "--ready-file", "ready.json"];
    let (_running, _) = start(&program, &limited);
    let ready: serde_json::Value = serde_json::from_str(&program.read("ready.json")).unwrap();
    let get = || {
        let of = |key: &str| ready[key].as_str().unwrap();
        let address = of("base_url").strip_prefix("http://").unwrap();
        let mut stream = TcpStream::connect(address).unwrap();
        write!(
            stream,
            "GET /agentassist/api/v1/public/{}/contacts HTTP/1.1\r\nHost: {address}\r\n\
             auth: {}\r\naccountId: {}\r\nConnection: close\r\n\r\n",
            of("stream_id"),
            of("token"),
            of("account_id"),
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    };
    assert!(get().starts_with("HTTP/1.1 200"));
    let refused = get();
    assert!(refused.starts_with("HTTP/1.1 429"), "{refused}");
    assert!(refused.contains("You've exceeded the per-minute rate limit."), "{refused}");
}
