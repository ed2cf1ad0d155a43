//! A gate before a sandbox: each request waits there until the test lets it through.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::program::Program;
use crate::sandbox::{Running, start};

/// A test that waits longer has failed.
const PATIENCE: Duration = Duration::from_mins(1);

/// A sandbox of a process of its own behind a gate.
pub(crate) struct Gate {
    base_url: String,
    account_id: String,
    stream_id: String,
    arrivals: Receiver<Arrival>,
    _sandbox: Running,
}

/// A request that waits. Dropped, it is never answered: its connection is closed.
pub(crate) struct Arrival {
    /// Method and path, with the query.
    pub(crate) line: String,
    body: Vec<u8>,
    decide: Sender<Decision>,
}

/// What happens to a request that waited.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Decision {
    Pass,
    /// The sandbox gets it, and its answer is lost.
    LoseTheAnswer,
}

impl Gate {
    /// Starts a sandbox with what the arguments say. Its token is left in the file `token`.
    pub(crate) fn before_a_sandbox(program: &Program, arguments: &[&str]) -> Self {
        let ready = ["--ephemeral", "--ready-file", "ready.json"];
        let (sandbox, _) = start(program, &[&ready, arguments].concat());
        let ready: Value = serde_json::from_str(&program.read("ready.json")).unwrap();
        let of = |key: &str| ready[key].as_str().unwrap().to_owned();
        program.put("token", of("token"));
        let inside = of("base_url").strip_prefix("http://").unwrap().to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base_url = format!("http://{}", listener.local_addr().unwrap());
        let (arrive, arrivals) = channel();
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (inside, arrive) = (inside.clone(), arrive.clone());
                // Whoever asked may be gone, and the test at its end.
                thread::spawn(move || handle(stream, &inside, &arrive));
            }
        });
        Self {
            base_url,
            account_id: of("account_id"),
            stream_id: of("stream_id"),
            arrivals,
            _sandbox: sandbox,
        }
    }

    /// The arguments that lead a command here.
    pub(crate) fn place(&self) -> [&str; 8] {
        [
            "--target",
            &self.base_url,
            "--account-id",
            &self.account_id,
            "--stream-id",
            &self.stream_id,
            "--token-file",
            "token",
        ]
    }

    /// Waits for the next request.
    pub(crate) fn next(&self) -> Arrival {
        self.arrivals.recv_timeout(PATIENCE).unwrap()
    }

    /// Lets through everything until a process has ended, and returns the ids of each request.
    pub(crate) fn let_pass_until<T: Send>(
        &self,
        ended: impl FnOnce() -> T + Send,
    ) -> (T, Vec<Arrival>) {
        thread::scope(|scope| {
            let ended = scope.spawn(ended);
            let mut passed = Vec::new();
            loop {
                match self.arrivals.recv_timeout(Duration::from_millis(10)) {
                    Ok(arrival) => {
                        arrival.pass();
                        passed.push(arrival);
                    }
                    Err(_) if ended.is_finished() => return (ended.join().unwrap(), passed),
                    Err(_) => {}
                }
            }
        })
    }
}

impl Arrival {
    /// Lets the request through. What was let through once stays so.
    pub(crate) fn pass(&self) {
        // Whoever asked may be gone.
        let _ = self.decide.send(Decision::Pass);
    }

    /// Lets the request through, and loses the answer: the connection is closed instead.
    pub(crate) fn lose_the_answer(&self) {
        let _ = self.decide.send(Decision::LoseTheAnswer);
    }

    /// The ids that a bulk deletion names.
    pub(crate) fn ids(&self) -> Vec<String> {
        let body: Value = serde_json::from_slice(&self.body).unwrap();
        let ids = body["ids"].as_array().unwrap();
        ids.iter().map(|id| id.as_str().unwrap().to_owned()).collect()
    }
}

fn handle(mut stream: TcpStream, inside: &str, arrive: &Sender<Arrival>) -> Option<()> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut head = String::new();
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? <= 2 {
            break;
        }
        let lower = line.to_ascii_lowercase();
        if let Some(value) = lower.strip_prefix("content-length:") {
            length = value.trim().parse().ok()?;
        }
        head.push_str(&line);
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let line = head.lines().next()?.trim_end_matches(" HTTP/1.1").to_owned();
    let (decide, decided) = channel();
    arrive.send(Arrival { line, body: body.clone(), decide }).ok()?;
    let decision = decided.recv().ok()?;
    let mut sandbox = TcpStream::connect(inside).ok()?;
    // One request on each connection: the next one waits again.
    write!(sandbox, "{head}Connection: close\r\n\r\n").ok()?;
    sandbox.write_all(&body).ok()?;
    let mut answer = Vec::new();
    sandbox.read_to_end(&mut answer).ok()?;
    if decision == Decision::LoseTheAnswer {
        return None;
    }
    stream.write_all(&answer).ok()
}
