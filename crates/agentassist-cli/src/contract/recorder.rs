//! An observer of the client that keeps what went over the wire, redacted.

use std::sync::{Mutex, MutexGuard, PoisonError};

use agentassist_client::{BuildError, Exchange as Observed, HeaderMap, Observer};
use agentassist_conformance::Exchange;
use agentassist_conformance::exchange::{Body, Headers, Request, Response, Source, SourceKind};
use agentassist_conformance::redaction::Redactor;

use crate::address::Address;

/// Keeps exchanges until they are taken.
#[derive(Debug)]
pub(crate) struct Recorder {
    kind: SourceKind,
    origin: Option<Origin>,
    has_times: bool,
    state: Mutex<State>,
}

/// An address that changes from run to run, and the name that stands for it.
#[derive(Debug)]
struct Origin {
    address: String,
    name: String,
}

#[derive(Debug, Default)]
struct State {
    redactor: Redactor,
    exchanges: Vec<Exchange>,
}

impl Recorder {
    /// A recorder of exchanges that come from such a source.
    pub(crate) fn new(kind: SourceKind) -> Self {
        Self { kind, origin: None, has_times: true, state: Mutex::default() }
    }

    /// Writes no times, so that recordings of two runs are the same.
    pub(crate) fn without_times(self) -> Self {
        Self { has_times: false, ..self }
    }

    /// Writes another name for an address, so that recordings of two runs are the same.
    pub(crate) fn naming(mut self, address: impl Into<String>, name: impl Into<String>) -> Self {
        self.origin = Some(Origin { address: address.into(), name: name.into() });
        self
    }

    /// A recorder of exchanges with a host: without the path that a gateway puts in front, so that
    /// their URLs are the document's.
    pub(crate) fn of_live(target: &str) -> Result<Self, BuildError> {
        let address = Address::of(target)?;
        Ok(Self::new(SourceKind::Live).naming(address.base(), address.origin()))
    }

    /// The exchanges since the last call, in order.
    pub(crate) fn take(&self) -> Vec<Exchange> {
        std::mem::take(&mut self.state().exchanges)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A panic elsewhere leaves whole exchanges behind: they can still be told.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Observer for Recorder {
    fn observe(&self, observed: Observed) {
        let mut source = Source::new(self.kind);
        if self.has_times {
            source = source.timed(observed.started, observed.took);
        }
        let mut exchange = convert(observed, source);
        if let Some(Origin { address, name }) = &self.origin
            && let Some(rest) = exchange.request.url.strip_prefix(address)
        {
            exchange.request.url = format!("{name}{rest}");
        }
        let mut state = self.state();
        state.redactor.redact(&mut exchange);
        state.exchanges.push(exchange);
    }
}

fn convert(observed: Observed, source: Source) -> Exchange {
    let headers = |map: &HeaderMap, left_out: &[&str]| {
        let mut headers: Vec<_> = map
            .iter()
            .filter(|(name, _)| !left_out.contains(&name.as_str()))
            .map(|(name, value)| (name.as_str(), String::from_utf8_lossy(value.as_bytes())))
            .collect();
        // Their order says nothing; kept, it would make recordings of two versions differ.
        headers.sort_by_key(|(name, _)| *name);
        headers.into_iter().collect::<Headers>()
    };
    Exchange {
        request: Request {
            method: observed.method.to_string(),
            url: observed.url.to_string(),
            headers: headers(&observed.request_headers, &[]),
            body: observed.request_body.map_or(Body::Absent, |bytes| Body::from_bytes(&bytes)),
        },
        response: Response {
            status: observed.status.as_u16(),
            // It says when, which no rule asks for, and would make each recording differ.
            headers: headers(&observed.response_headers, &["date"]),
            body: Body::from_bytes(&observed.response_body),
        },
        source: Some(source),
    }
}
