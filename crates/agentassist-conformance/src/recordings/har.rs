//! HAR 1.2, as browsers and proxies really write it.

mod content;
mod entry;

use std::path::Path;
use std::time::Duration;

use serde::Deserialize;

use self::content::HasText;
pub(super) use self::content::decode_base64;
pub(super) use self::entry::Entry;
use self::entry::{HarHeaders, HarRequest, HarResponse, Target};
use super::long::Held;
use super::piece::Content;
use crate::Judge;
use crate::call::Message;
use crate::document::{self, Operation};
use crate::exchange::{
    Body, Exchange, Headers, MessagePart, Request, Response, Source, SourceKind, repeated_property,
};
use crate::judge::{Subject, Verdict};
use crate::reproduction::{Asked, Reproduction};
use crate::streaming;

/// An entry that got an answer, with its bodies as far as they were recorded.
struct Answered {
    method: String,
    url: String,
    asked: Option<Headers>,
    sent: Option<Vec<u8>>,
    status: u16,
    headers: Option<Headers>,
    answer: Option<Vec<u8>>,
    started: Option<String>,
    milliseconds: Option<u64>,
}

impl Entry {
    /// The verdict on an entry of something else of which nothing is to be said, or one whose bodies
    /// conform.
    pub(super) fn judge_conforming(self, folder: Option<&Path>, judge: &Judge) -> Option<Verdict> {
        let (method, url) = self.request.target()?;
        let called = match judge.called(method, url) {
            Ok(called) => called.into_owned(),
            Err(verdict) => {
                let is_passed_over = matches!(verdict.subject, Subject::Foreign);
                return (is_passed_over && verdict.findings.is_empty()).then_some(*verdict);
            }
        };
        let entry = self.answered(folder)?;
        let source = entry.source();
        let Answered { asked, sent, status, headers, answer, .. } = entry;
        let (asked, sent) = (asked.unwrap_or_default(), sent.unwrap_or_default());
        let sent = conforming(&asked, &sent, called.operation.request_body.as_ref())?;
        let described = called.operation.response(status)?.body.as_ref();
        let (headers, answer) = (headers.unwrap_or_default(), answer.unwrap_or_default());
        let answered = conforming(&headers, &answer, described)?;
        Some(judge.judge_call(&called.by(sent, status, answered, Some(&source))))
    }

    /// The verdict on any entry; `None` if it has no URL or no method.
    pub(super) fn judge(self, folder: Option<&Path>, judge: &Judge) -> Option<Verdict> {
        let (method, url) = self.request.target()?;
        let unanswered = judge.unanswered(method, url);
        let Some(entry) = self.answered(folder) else { return Some(unanswered) };
        let source = entry.source();
        let Answered { method, url, asked, sent, status, headers, answer, .. } = entry;
        let (asked, headers) = (asked.unwrap_or_default(), headers.unwrap_or_default());
        let (sent, answer) = (sent.unwrap_or_default(), answer.unwrap_or_default());
        let (sent, answer) = (Held::of_bytes(&sent), Held::of_bytes(&answer));
        let asked = Asked { url: &url, headers: &asked, body: sent.content() };
        let answered = (&headers, answer.content());
        Some(judge.judge_messages(&method, &asked, status, answered, Some(&source)))
    }

    /// The exchange, or the request alone if there was no answer; `None` if it has no URL or no
    /// method.
    pub(super) fn into_content(self, folder: Option<&Path>) -> Option<Content> {
        let (method, url) = self.request.target()?;
        let unanswered = Content::Unanswered { method: method.to_owned(), url: url.to_owned() };
        let Some(entry) = self.answered(folder) else { return Some(unanswered) };
        let source = entry.source();
        let Answered { method, url, asked, sent, status, headers, answer, .. } = entry;
        Some(Content::Exchange(Box::new(Exchange {
            request: Request {
                method,
                url,
                headers: asked.unwrap_or_default(),
                body: Body::from_bytes(&sent.unwrap_or_default()),
            },
            response: Response {
                status,
                headers: headers.unwrap_or_default(),
                body: Body::from_bytes(&answer.unwrap_or_default()),
            },
            source: Some(source),
        })))
    }

    /// Reads the bodies; `None` if there was no answer.
    fn answered(self, folder: Option<&Path>) -> Option<Answered> {
        let Self { request, response, started, time } = self;
        let status = response.status.0?;
        let (method, url, asked, sent) = request.asked(folder);
        let HarResponse { headers, content, body_size, .. } = response;
        let has_none = method.eq_ignore_ascii_case("HEAD") || matches!(status, ..200 | 204 | 304);
        let answer = content.read(folder, |text, size| match text {
            _ if has_none => false,
            HasText::Empty => size.is_positive(),
            HasText::No => size.0 != Some(0.0) || body_size.is_positive(),
        });
        // Whole milliseconds: files do not tell when something began any better.
        let took = time.and_then(|time| Duration::try_from_secs_f64(time / 1000.0).ok());
        let milliseconds = took.and_then(|took| u64::try_from(took.as_millis()).ok());
        let headers = recorded(headers);
        Some(Answered { method, url, asked, sent, status, headers, answer, started, milliseconds })
    }
}

impl HarRequest {
    /// Method and URL, if both are there.
    fn target(&self) -> Option<(&str, &str)> {
        Some((self.method.0.as_deref()?, self.url.0.as_deref()?))
    }

    /// Method and URL, the headers, and the body as far as it was recorded.
    fn asked(self, folder: Option<&Path>) -> (String, String, Option<Headers>, Option<Vec<u8>>) {
        let Self { method, url, headers, post_data, body_size } = self;
        let sent = match post_data {
            // Whoever writes this has seen a body, unless nothing was in it.
            Some(content) => content.read(folder, |_, _| body_size.0 != Some(0.0)),
            None => (!body_size.is_positive()).then(Vec::new),
        };
        let text = Option::unwrap_or_default;
        (text(method.0), text(url.0), recorded(headers), sent)
    }
}

/// The headers of a message, if any were recorded: there is none without one, and a file must have
/// a list.
fn recorded(headers: Option<HarHeaders>) -> Option<Headers> {
    headers.map(|headers| headers.0).filter(|headers| headers.iter().next().is_some())
}

/// The command that makes the call of an entry again.
pub(super) fn reproduction(
    operation: &Operation,
    text: &[u8],
    folder: Option<&Path>,
) -> Option<Reproduction> {
    /// An entry of which only the request is read.
    #[derive(Deserialize)]
    struct AskedOnly {
        request: HarRequest,
    }

    let AskedOnly { request } = serde_json::from_slice(text).ok()?;
    let (_, url, headers, body) = request.asked(folder);
    let body = body.unwrap_or_default();
    let held = Held::shown(&body);
    let headers = headers.unwrap_or_default();
    let asked = Asked { url: &url, headers: &headers, body: held.content() };
    Some(Reproduction::of(operation, &asked))
}

/// Method and URL of what can otherwise not be read: of an entry, or of an exchange.
pub(super) fn target(text: &[u8]) -> Option<(String, String)> {
    let Target { request } = serde_json::from_slice(text).ok()?;
    // Without a method, the URL alone has to tell.
    Some((request.method.as_str().unwrap_or_default().to_owned(), request.url.as_str()?.to_owned()))
}

impl Answered {
    /// Where the exchange comes from. What went over the wire but is not in the file can be
    /// neither right nor wrong.
    fn source(&self) -> Source {
        let unrecorded = [
            (MessagePart::RequestHeaders, self.asked.is_none()),
            (MessagePart::RequestBody, self.sent.is_none()),
            (MessagePart::ResponseHeaders, self.headers.is_none()),
            (MessagePart::ResponseBody, self.answer.is_none()),
        ];
        let unrecorded = unrecorded.into_iter().filter(|(_, is_missing)| *is_missing);
        let source = Source::new(SourceKind::Har).without(unrecorded.map(|(part, _)| part));
        Source { started: self.started.clone(), milliseconds: self.milliseconds, ..source }
    }
}

/// A message whose body is not there, or conforms; nothing for any other.
fn conforming<'a>(
    headers: &'a Headers,
    body: &'a [u8],
    described: Option<&document::Body>,
) -> Option<Message<'a>> {
    if body.is_empty() {
        return Some(Message::conforming(headers, None));
    }
    let schema = described?.validator.body_schema()?;
    let text = std::str::from_utf8(body).ok()?;
    let reading = schema.read_text(text);
    let may_repeat = reading.has_free && repeated_property(text).is_some();
    (reading.verdict == streaming::Verdict::Valid && !may_repeat)
        .then(|| Message::conforming(headers, Some(reading)))
}

#[cfg(test)]
mod tests;
