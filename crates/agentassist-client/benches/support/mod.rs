//! A server on threads of its own, so that the client's work can be told from it.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde_json::{Value, json};

/// A server of so many contacts, which takes its time for each answer.
pub(crate) struct Server {
    pub(crate) base_url: String,
    requests: Arc<AtomicUsize>,
}

impl Server {
    pub(crate) fn start(contacts: usize, largest_page: usize, latency: Duration) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("loopback has a free port");
        let address = listener.local_addr().expect("a listener has an address");
        let requests = Arc::new(AtomicUsize::new(0));
        let count = requests.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let count = count.clone();
                std::thread::spawn(move || {
                    serve(&stream, contacts, largest_page, latency, &count);
                });
            }
        });
        Self { base_url: format!("http://{address}"), requests }
    }

    /// How many requests came since this was last asked.
    pub(crate) fn take_requests(&self) -> usize {
        self.requests.swap(0, Ordering::Relaxed)
    }
}

fn serve(
    stream: &TcpStream,
    contacts: usize,
    largest_page: usize,
    latency: Duration,
    requests: &AtomicUsize,
) {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let mut kept: Option<(String, Vec<u8>)> = None;
    while let Some(first) = lines.next() {
        for line in lines.by_ref() {
            if line.is_empty() {
                break;
            }
        }
        requests.fetch_add(1, Ordering::Relaxed);
        std::thread::sleep(latency);
        // The same request has the same answer: nothing of this costs time in the measurement.
        let answer = match kept.take() {
            Some((request, answer)) if request == first => answer,
            _ => page(&first, contacts, largest_page),
        };
        if (&*stream).write_all(&answer).is_err() {
            return;
        }
        kept = Some((first, answer));
    }
}

fn page(request: &str, contacts: usize, largest_page: usize) -> Vec<u8> {
    let number = |name: &str| -> Option<usize> {
        let start = request.find(&format!("{name}="))? + name.len() + 1;
        let digits = request[start..].split(|char: char| !char.is_ascii_digit()).next()?;
        digits.parse().ok()
    };
    let skip = number("skip").unwrap_or(0).min(contacts);
    let limit = number("limit").unwrap_or(10).min(largest_page);
    let end = (skip + limit).min(contacts);
    let body = json!({
        "results": (skip..end).map(contact).collect::<Vec<_>>(),
        "skip": skip,
        "limit": limit,
        "hasMore": end < contacts,
        "totalPages": contacts.div_ceil(limit),
        "totalResults": contacts,
    })
    .to_string();
    let length = body.len();
    format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}

/// A contact as the vendor's sample shows one.
fn contact(number: usize) -> Value {
    json!({
        "firstName": "john",
        "lastName": "doe",
        "fullName": "john doe",
        "salutation": "mr",
        "cellPhone": {"extension": "+", "phoneNumber": "+9195501xxxxx", "countryCode": "+91"},
        "status": "ACTIVE",
        "instanceBotId": "st-7dc994f0-4436-5134-9fa8-a942625xxxxx",
        "orgId": "o-16ff21d2-5d27-5fb2-b9bd-9fedb5fxxxxx",
        "accountId": "65f7d49a5dd06e2cefaxxxxx",
        "createdBy": "u-cc6ebd6c-656c-5364-abfc-ad5f80exxxxx",
        "createdByAId": "a-6c63a33-c2a7-49e8-a5ab-82449c8xxxxx",
        "address": [],
        "twitterDetails": [],
        "createdAt": "2024-06-28T05:24:07.218Z",
        "updatedAt": "2026-01-05T09:16:34.633Z",
        "updatedBy": "u-cc6ebd6c-656c-5364-abfc-ad5f80exxxxx",
        "updatedByAId": "a-6c63a33-c2a7-49e8-a5ab-82449c8xxxxx",
        "id": format!("{number:024x}"),
    })
}
