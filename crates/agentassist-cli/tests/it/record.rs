//! `agentassist record`: a proxy between any client and the API, and what it leaves on the disk.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Stdio};

use agentassist_sandbox::{Credentials, Sandbox};
use insta::assert_snapshot;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use crate::program::Program;
use crate::server::Server;

/// A proxy that listens; stopped with the test.
pub(crate) struct Proxy {
    child: Child,
    stderr: BufReader<std::process::ChildStderr>,
    address: String,
}

impl Proxy {
    /// Starts a proxy that records to `out.ndjson`, and waits until it says that it listens.
    pub(crate) fn start(program: &Program, upstream: &str, more: &[&str]) -> Self {
        let arguments = ["record", "--upstream", upstream, "--out", "out.ndjson"];
        let arguments = [&arguments, more].concat();
        let mut child = program
            .command(&arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stderr = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        stderr.read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("record listens on http://");
        let address = address.unwrap_or_else(|| panic!("{line}")).to_owned();
        Self { child, stderr, address }
    }

    pub(crate) fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Sends a request as it stands and returns the whole answer.
    pub(crate) fn send(&self, head: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let length = body.len();
        write!(
            stream,
            "{head}\r\nhost: here\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{body}"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Sends a body of so many bytes, as far as it is taken, and returns the answer.
    pub(crate) fn refused(&self, head: &str, length: usize) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let head = format!("{head}\r\nhost: h\r\nconnection: close\r\ncontent-length: {length}");
        write!(stream, "{head}\r\n\r\n").unwrap();
        let mut writer = stream.try_clone().unwrap();
        // In a thread of its own: the answer may come before all of it is taken.
        std::thread::spawn(move || {
            let _ = io::copy(&mut io::repeat(b' ').take(length as u64), &mut writer);
        });
        let mut answer = Vec::new();
        // What comes after the answer may be a reset.
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer).into_owned();
        answer.replace("HTTP/1.1 100 Continue\r\n\r\n", "")
    }

    /// Asks the proxy to stop; returns its exit code and what it said since it listens.
    #[cfg(unix)]
    pub(crate) fn stop(mut self) -> (Option<i32>, String) {
        let id = self.child.id().to_string();
        let asked = std::process::Command::new("kill").args(["-TERM", &id]).status().unwrap();
        assert!(asked.success());
        let mut said = String::new();
        self.stderr.read_to_string(&mut said).unwrap();
        (self.child.wait().unwrap().code(), said)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A sandbox in this process, with the runtime that it runs on.
pub(crate) fn sandbox() -> (Runtime, Sandbox) {
    let runtime = Runtime::new().unwrap();
    let sandbox = runtime.block_on(Sandbox::builder().start()).unwrap();
    (runtime, sandbox)
}

/// A program whose file `token` holds the token of a sandbox.
pub(crate) fn with_token_of(credentials: &Credentials) -> Program {
    Program::new().with_file("token", credentials.token.expose())
}

/// Runs `agentassist contacts …` through a proxy.
pub(crate) fn contacts(
    program: &Program,
    proxy: &Proxy,
    credentials: &Credentials,
    arguments: &[&str],
) -> String {
    let base_url = proxy.base_url();
    let (account, stream) = (credentials.account_id.to_string(), credentials.stream_id.to_string());
    let place = ["--target", &base_url, "--account-id", &account, "--stream-id", &stream];
    program.run(&[&["contacts"], arguments, &place, &["--token-file", "token"]].concat())
}

#[cfg(unix)]
#[test]
fn what_passes_through_stands_in_a_recording_that_conforms_without_token_and_names() {
    let (_runtime, sandbox) = sandbox();
    let credentials = sandbox.credentials().clone();
    let program = with_token_of(&credentials);
    let proxy = Proxy::start(&program, &sandbox.base_url(), &["--ready-file", "ready.json"]);
    assert!(program.read("ready.json").contains(&proxy.base_url()));
    let listed = contacts(&program, &proxy, &credentials, &["list", "--output", "json"]);
    assert!(listed.starts_with("exit code: 0\n"), "{listed}");
    assert!(listed.contains("john") && listed.contains("95501"), "{listed}");
    let deleted =
        contacts(&program, &proxy, &credentials, &["delete", "667e48f7c8b972fc691xxxxx", "--yes"]);
    assert!(deleted.starts_with("exit code: 0\n"), "{deleted}");

    let lines = program.read("out.ndjson").lines().count();
    let (code, said) = proxy.stop();
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains(&format!("wrote {lines} exchanges to out.ndjson")), "{said}");
    assert!(lines >= 2 && !program.path().join("ready.json").exists());
    let recorded = program.read("out.ndjson");
    assert!(recorded.contains("\"auth\":\"redacted-1\""), "{recorded}");
    for gone in [credentials.token.expose(), "eyJ", "john", "95501"] {
        assert!(!recorded.contains(gone), "{gone} is in the recording");
    }
    let checked = program.run(&["check", "out.ndjson"]);
    assert!(checked.starts_with("exit code: 0\n"), "{checked}");
}

#[cfg(unix)]
#[test]
fn an_upstream_that_is_down_is_told_and_not_recorded() {
    // A port that was free a moment ago: nobody listens there.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let upstream = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let program = Program::new();
    let proxy = Proxy::start(&program, &upstream, &[]);
    let path = "/agentassist/api/v1/public/st-1/contacts";
    let answer = proxy.send(&format!("GET {path} HTTP/1.1\r\nauth: s3cr3t"), "");
    assert!(answer.starts_with("HTTP/1.1 502 "), "{answer}");
    assert!(answer.contains("agentassist record: the upstream cannot be reached"), "{answer}");
    let (code, said) = proxy.stop();
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("error: the upstream cannot be reached"), "{said}");
    assert!(said.contains("wrote 0 exchanges"), "{said}");
    assert_eq!(program.read("out.ndjson"), "");
}

#[cfg(unix)]
#[test]
fn what_is_none_of_this_api_is_passed_on_and_not_recorded() {
    let server = Server::answering(418, "{}");
    let program = Program::new();
    let proxy = Proxy::start(&program, &server.base_url, &[]);
    let answer = proxy.send("GET /health?name=Ada HTTP/1.1", "");
    assert!(answer.starts_with("HTTP/1.1 418 "), "{answer}");
    let (_, said) = proxy.stop();
    assert!(said.contains("not recorded: 1 exchange of other APIs"), "{said}");
    assert_eq!(program.read("out.ndjson"), "");
}

#[test]
fn a_line_is_whole_before_the_caller_has_the_answer() {
    let server = Server::answering(500, "{}");
    let program = Program::new();
    let proxy = Proxy::start(&program, &server.base_url, &[]);
    let path = "/agentassist/api/v1/public/st-1/contacts?limit=2";
    proxy.send(&format!("GET {path} HTTP/1.1"), "");
    let recorded = program.read("out.ndjson");
    assert!(recorded.contains("contacts?limit=2\"") && recorded.ends_with("}\n"), "{recorded}");
}

/// An empty page of contacts.
const PAGE: &str = r#"{"results": [], "skip": 0, "limit": 10, "hasMore": false, "totalPages": 0,
    "totalResults": 0}"#;

/// A request that the document allows.
const LIST: &str = "GET /agentassist/api/v1/public/st-1/contacts HTTP/1.1\r\nauth: s3cr3t\r\n\
    accountId: a\r\ncontent-type: application/json";

#[test]
fn an_upstream_that_speaks_tls_is_recorded_if_its_authority_is_trusted() {
    let upstream = crate::tls::answering(PAGE);
    let program = Program::new().with_file("ca.pem", crate::tls::AUTHORITY);
    let proxy = Proxy::start(&program, &upstream, &["--ca-file", "ca.pem"]);
    let answer = proxy.send(LIST, "");
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    let recorded = program.read("out.ndjson");
    assert!(recorded.contains("\"url\":\"https://localhost:"), "{recorded}");
    assert!(recorded.contains("\"source\":{\"kind\":\"recorded\",\"started\":\"20"), "{recorded}");
    assert!(recorded.contains("Z\",\"milliseconds\":"), "{recorded}");
    let checked = program.run(&["check", "out.ndjson"]);
    assert!(checked.contains("Checked 1 exchange in 1 file: 0 errors"), "{checked}");
}

#[test]
fn an_upstream_whose_authority_nobody_knows_is_not_spoken_to() {
    let program = Program::new();
    let proxy = Proxy::start(&program, &crate::tls::answering(PAGE), &[]);
    let answer = proxy.send(LIST, "");
    assert!(answer.starts_with("HTTP/1.1 502 "), "{answer}");
    assert_eq!(program.read("out.ndjson"), "");
}

#[test]
fn a_file_without_certificates_is_refused() {
    for content in ["", "s3cr3t", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"]
    {
        let program = Program::new().with_file("ca.pem", content);
        let arguments = ["record", "--upstream", "h", "--out", "x", "--ca-file", "ca.pem"];
        let shown = program.run(&arguments);
        assert!(shown.starts_with("exit code: 3\n"), "{shown}");
        assert!(shown.contains("cannot use the certificates in ca.pem"), "{shown}");
        assert!(!shown.contains("s3cr3t") && !program.path().join("x").exists(), "{shown}");
    }
}

/// What the exchanges of a recording say that they lack.
fn unrecorded(program: &Program) -> Vec<Value> {
    let recorded = program.read("out.ndjson");
    let lines = recorded.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.map(|line| line["source"]["unrecorded"].clone()).collect()
}

#[test]
fn bodies_beyond_the_limit_pass_and_are_said_not_to_be_recorded() {
    const LENGTH: usize = (16 << 20) + 1;
    let program = Program::new();
    let long = PAGE.to_owned() + &" ".repeat(LENGTH - PAGE.len());
    let proxy = Proxy::start(&program, &Server::answering(200, &long).base_url, &[]);
    let answer = proxy.send(LIST, "");
    assert!(answer.starts_with("HTTP/1.1 200 ") && answer.ends_with(&long[PAGE.len()..]));
    let update = LIST.replace("GET", "PUT").replace("contacts", "contacts/1");
    assert!(proxy.send(&update, &" ".repeat(LENGTH)).starts_with("HTTP/1.1 200 "));
    let expected = [json!(["response-body"]), json!(["request-body", "response-body"])];
    assert_eq!(unrecorded(&program), expected);
    let checked = program.run(&["check", "out.ndjson"]);
    assert!(checked.starts_with("exit code: 0\n"), "{checked}");
}

#[test]
fn a_stream_passes_while_it_comes() {
    const HEAD: &str = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\ndata: 0\n\n";
    for path in ["/events", "/agentassist/api/v1/public/st-1/contacts"] {
        let (server, go_on) = Server::sending_in_parts([HEAD, "data: 1\n\n"]);
        let program = Program::new();
        let proxy = Proxy::start(&program, &server.base_url, &[]);
        let mut stream = TcpStream::connect(&proxy.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nhost: h\r\nconnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        let mut byte = [0];
        while !answer.ends_with(b"data: 0\n\n") {
            assert_eq!(stream.read(&mut byte).unwrap(), 1, "it ends too early");
            answer.extend(byte);
        }
        go_on.send(()).unwrap();
        let mut rest = String::new();
        stream.read_to_string(&mut rest).unwrap();
        assert!(rest.contains("data: 1\n\n"), "{rest}");
        let is_recorded = path.starts_with("/agentassist");
        assert_eq!(program.read("out.ndjson").lines().count(), usize::from(is_recorded));
    }
}

#[test]
fn an_answer_that_is_compressed_though_nobody_asked_is_said_not_to_be_recorded() {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-encoding: gzip\r\n\
                content-length: 20\r\n\r\n";
    let empty = b"\x1f\x8b\x08\0\0\0\0\0\0\x03\x03\0\0\0\0\0\0\0\0\0";
    let program = Program::new();
    let server = Server::sending([head.as_bytes(), empty].concat());
    let proxy = Proxy::start(&program, &server.base_url, &[]);
    let answer = proxy.refused(LIST, 0);
    assert!(answer.contains("content-encoding: gzip\r\n"), "{answer}");
    assert_eq!(unrecorded(&program), [json!(["response-body"])]);
    let checked = program.run(&["check", "out.ndjson"]);
    assert!(checked.starts_with("exit code: 0\n"), "{checked}");
}

#[cfg(unix)]
#[test]
fn an_answer_that_breaks_off_is_told_and_said_not_to_be_recorded() {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{";
    let program = Program::new();
    let server = Server::sending(head.as_bytes().to_vec());
    let proxy = Proxy::start(&program, &server.base_url, &[]);
    let answer = proxy.refused(LIST, 0);
    assert!(answer.starts_with("HTTP/1.1 200 ") && answer.ends_with('{'), "{answer}");
    assert_eq!(unrecorded(&program), [json!(["response-body"])]);
    let (code, said) = proxy.stop();
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("error: the answer of the upstream breaks off"), "{said}");
}

#[test]
fn a_request_is_passed_on_as_it_was_sent() {
    let program = Program::new();
    let proxy = Proxy::start(&program, &Server::echoing().base_url, &[]);
    let answer = proxy.send("GET /a HTTP/1.1\r\naccept-encoding: gzip\r\nx-mine: 1", "");
    let sent = answer.split("\r\n\r\n").nth(1).unwrap();
    assert!(sent.starts_with("GET /a HTTP/1.1\r\n") && sent.contains("x-mine: 1\r\n"), "{sent}");
    assert!(!sent.contains("encoding") && !sent.contains("host: here"), "{sent}");
    let answer = proxy.send("PUT /a HTTP/1.1", "12345");
    let sent = answer.split("\r\n\r\n").nth(1).unwrap();
    assert!(sent.contains("content-length: 5\r\n"), "{sent}");
    assert!(!sent.contains("transfer-encoding"), "{sent}");
}

#[test]
fn a_body_up_to_the_limit_passes_and_is_recorded() {
    let page = PAGE.to_owned() + &" ".repeat((16 << 20) - PAGE.len());
    let program = Program::new();
    let proxy = Proxy::start(&program, &Server::answering(200, &page).base_url, &[]);
    let answer = proxy.send(LIST, "");
    assert!(answer.starts_with("HTTP/1.1 200 ") && answer.ends_with(&page[PAGE.len()..]));
    assert_eq!(program.read("out.ndjson").lines().count(), 1);
}

#[test]
fn other_machines_are_let_in_only_if_that_is_asked_for() {
    let program = Program::new();
    let arguments = ["record", "--upstream", "h", "--out", "out.ndjson", "--listen", "0.0.0.0:0"];
    let shown = program.run(&arguments);
    assert!(shown.starts_with("exit code: 2\n"), "{shown}");
    assert!(shown.contains("add --allow-remote"), "{shown}");
    assert!(!program.path().join("out.ndjson").exists());
}

#[test]
fn a_recording_that_is_there_is_not_replaced() {
    let program = Program::new().with_file("out.ndjson", "yesterday's\n");
    let record = ["record", "--upstream", "h", "--out", "out.ndjson", "--ready-file"];
    let run = |ready| program.run(&[&record[..], &[ready]].concat());
    assert_snapshot!(run("gone/ready"), @r"
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot write the recording out.ndjson: it is there already: remove it, or choose another name
    ");
    assert_snapshot!(run("out.ndjson"), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --out and --ready-file name the same file, out.ndjson: give each a file of its own
    ");
    assert_eq!(program.read("out.ndjson"), "yesterday's\n");
}
