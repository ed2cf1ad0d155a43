//! A host that answers every request in the same way, for what the sandbox never does.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// A running host. It ends with the test's process.
pub(crate) struct Server {
    pub(crate) base_url: String,
    requests: Receiver<()>,
}

impl Server {
    /// A host that answers with a status and a body of JSON. Nobody is asked back for an hour.
    pub(crate) fn answering(status: u16, body: &str) -> Self {
        let answer = format!(
            "HTTP/1.1 {status} Answer\r\ncontent-type: application/json\r\nconnection: close\r\n\
             retry-after: 3600\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        Self::start(move |mut stream| {
            read_request(&stream);
            // Whoever asked may be gone.
            let _ = stream.write_all(answer.as_bytes());
        })
    }

    /// A host that hangs up on the first request, and answers the next ones so.
    pub(crate) fn losing_the_first(status: u16, body: &'static str) -> Self {
        let is_lost = AtomicBool::new(false);
        Self::start(move |mut stream| {
            read_request(&stream);
            if is_lost.swap(true, Ordering::Relaxed) {
                let _ = write!(
                    stream,
                    "HTTP/1.1 {status} Answer\r\nconnection: close\r\nretry-after: 3600\r\n\
                     content-length: {}\r\n\r\n{body}",
                    body.len()
                );
            }
        })
    }

    /// A host that refuses requests for its rate limit, and asks to come again in a minute.
    pub(crate) fn refusing() -> Self {
        Self::start(|mut stream| {
            read_request(&stream);
            let _ = stream.write_all(
                b"HTTP/1.1 429 Answer\r\nconnection: close\r\nretry-after: 60\r\n\
                  content-length: 0\r\n\r\n",
            );
        })
    }

    /// A host that answers each request with a page of JSON, by its first line.
    pub(crate) fn giving(page: impl Fn(&str) -> String + Send + Sync + 'static) -> Self {
        Self::start(move |mut stream| {
            let body = page(&read_request(&stream));
            let _ = write!(
                stream,
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\
                 content-length: {}\r\n\r\n{body}",
                body.len()
            );
        })
    }

    /// A host that takes requests and hangs up.
    pub(crate) fn hanging_up() -> Self {
        Self::start(|stream| drop(read_request(&stream)))
    }

    /// A host that takes requests and never answers.
    pub(crate) fn silent() -> Self {
        Self::start(|stream| {
            read_request(&stream);
            // Until the other side hangs up.
            let _ = (&stream).read(&mut [0]);
        })
    }

    /// A host that sends these bytes, whatever is asked, and hangs up.
    pub(crate) fn sending(bytes: Vec<u8>) -> Self {
        Self::start(move |mut stream| {
            read_request(&stream);
            let _ = stream.write_all(&bytes);
        })
    }

    /// A host that sends the second part of an answer only after the test has said so.
    pub(crate) fn sending_in_parts(parts: [&'static str; 2]) -> (Self, Sender<()>) {
        let (go_on, told) = channel();
        let told = Mutex::new(told);
        let server = Self::start(move |mut stream| {
            read_request(&stream);
            let _ = stream.write_all(parts[0].as_bytes());
            // Who told this may be gone.
            let _ = told.lock().unwrap().recv();
            let _ = stream.write_all(parts[1].as_bytes());
        });
        (server, go_on)
    }

    /// A host that answers with the head of the request.
    pub(crate) fn echoing() -> Self {
        Self::start(|mut stream| {
            let head = read_request(&stream);
            let length = head.len();
            let answer = format!(
                "HTTP/1.1 200 Answer\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{head}"
            );
            let _ = stream.write_all(answer.as_bytes());
        })
    }

    fn start(serve: impl Fn(TcpStream) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base_url = format!("http://{}", listener.local_addr().unwrap());
        let (came, requests) = channel();
        let serve = Arc::new(serve);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (serve, came) = (serve.clone(), came.clone());
                thread::spawn(move || {
                    // Nobody may wait for it.
                    let _ = came.send(());
                    serve(stream);
                });
            }
        });
        Self { base_url, requests }
    }

    /// Waits until a request comes.
    pub(crate) fn wait_for_request(&self) {
        self.requests.recv_timeout(Duration::from_mins(1)).unwrap();
    }

    /// How many requests came that nobody waited for.
    pub(crate) fn requests(&self) -> usize {
        self.requests.try_iter().count()
    }
}

/// Reads the head of a request and its body; returns the head.
fn read_request(stream: &TcpStream) -> String {
    let mut reader = BufReader::new(stream);
    let mut length = 0;
    let mut head = String::new();
    let mut line = String::new();
    while reader.read_line(&mut line).is_ok_and(|count| count > 2) {
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or_default();
        }
        head.push_str(&line);
        line.clear();
    }
    let _ = io::copy(&mut reader.take(length), &mut io::sink());
    head
}
