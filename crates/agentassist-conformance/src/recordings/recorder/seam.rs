//! From messages that pass by to an exchange.

use std::time::{Duration, SystemTime};

use http::{HeaderMap, Method, Response, header};
use http_body::Body as HttpBody;

use super::Recorder;
use super::tee::{Copied, Copy, Tee};
use crate::exchange::{self, Body, Exchange, Headers, MessagePart, Request, Source, SourceKind};

/// A request that was seen, with the copy of its body.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) method: Method,
    pub(super) url: String,
    pub(super) headers: HeaderMap,
    pub(super) body: Copy,
    /// Headers are added where nobody can see them.
    pub(super) lacks_headers: bool,
    pub(super) started: SystemTime,
}

impl Recorder {
    /// Lets an answer pass, and records the exchange at its end.
    pub(super) fn follow<B: HttpBody>(
        &self,
        asked: Asked,
        answer: Response<B>,
    ) -> Response<Tee<B>> {
        let (parts, body) = answer.into_parts();
        let (status, headers) = (parts.status.as_u16(), parts.headers.clone());
        let recorder = self.clone();
        let (body, _) = Tee::new(body, self.limit(&asked.method, &asked.url));
        let body = body.finally(move |copied| {
            // What went wrong is told by the end of the recording.
            let took = (recorder.clock)().duration_since(asked.started).unwrap_or_default();
            recorder.record(exchange(&asked, took, status, &headers, copied));
        });
        Response::from_parts(parts, body)
    }
}

fn exchange(
    asked: &Asked,
    took: Duration,
    status: u16,
    headers: &HeaderMap,
    answered: Copied,
) -> Exchange {
    let sent = body(&asked.headers, asked.body.take());
    let came = body(headers, answered);
    let unrecorded = [
        (MessagePart::RequestHeaders, asked.lacks_headers),
        (MessagePart::RequestBody, sent.is_none()),
        (MessagePart::ResponseBody, came.is_none()),
    ];
    let unrecorded = unrecorded.into_iter().filter(|(_, is_missing)| *is_missing);
    let source = Source::new(SourceKind::Recorded).without(unrecorded.map(|(part, _)| part));
    Exchange {
        request: Request {
            method: asked.method.to_string(),
            url: asked.url.clone(),
            headers: texts(&asked.headers),
            body: sent.unwrap_or_default(),
        },
        response: exchange::Response {
            status,
            headers: texts(headers),
            body: came.unwrap_or_default(),
        },
        source: Some(source.timed(asked.started, took)),
    }
}

/// The body of a message; `None` if there is more to it than was seen.
fn body(headers: &HeaderMap, copied: Copied) -> Option<Body> {
    let is_plain = headers.get(header::CONTENT_ENCODING).is_none_or(|it| it == "identity");
    let bytes = copied.whole()?;
    (is_plain || bytes.is_empty()).then(|| Body::from_bytes(&bytes))
}

fn texts(headers: &HeaderMap) -> Headers {
    let text = |value: &[u8]| String::from_utf8_lossy(value).into_owned();
    headers.iter().map(|(name, value)| (name.as_str(), text(value.as_bytes()))).collect()
}
