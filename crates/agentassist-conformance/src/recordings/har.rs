//! HAR 1.2, as browsers and proxies really write it.
//!
//! Everything but the method and the URL may be missing, or `null`; what is not needed is not
//! looked at.

use std::time::Duration;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::long::Held;
use crate::Judge;
use crate::call::Message;
use crate::document::{self, Operation};
use crate::exchange::{
    Body, Exchange, Headers, MessagePart, Request, Response, Source, SourceKind, repeated_property,
};
use crate::judge::Verdict;
use crate::reproduction::{Asked, Reproduction};
use crate::streaming;

/// An entry of a HAR file.
#[derive(Deserialize)]
pub(super) struct Entry {
    request: HarRequest,
    #[serde(default, deserialize_with = "or_default")]
    response: HarResponse,
    #[serde(default, rename = "startedDateTime", deserialize_with = "if_fitting")]
    started: Option<String>,
    /// How many milliseconds it took; -1 where it is not known.
    #[serde(default, deserialize_with = "if_fitting")]
    time: Option<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct HarRequest {
    method: String,
    url: String,
    headers: Option<Headers>,
    #[serde(default, deserialize_with = "or_default")]
    post_data: Content,
    /// Length in bytes, -1 where it is not known.
    #[serde(default, deserialize_with = "or_default")]
    body_size: f64,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct HarResponse {
    /// Browsers write 0, and some proxies -1, for a request that got no answer.
    #[serde(deserialize_with = "or_default")]
    status: i64,
    headers: Option<Headers>,
    #[serde(deserialize_with = "or_default")]
    content: Content,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Content {
    text: Option<String>,
    encoding: Option<String>,
    /// Length in bytes, -1 where it is not known.
    #[serde(deserialize_with = "or_default")]
    size: f64,
}

/// Reads `null` as if it were missing.
fn or_default<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// Reads what is of another type as if it were missing: it is of use, but not needed.
fn if_fitting<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    Ok(serde_json::from_value(Value::deserialize(deserializer)?).ok())
}

impl Entry {
    /// The status of the answer; `None` if there was none.
    fn status(&self) -> Option<u16> {
        u16::try_from(self.response.status).ok().filter(|&status| status > 0)
    }

    /// Where the exchange comes from. What went over the wire but is not in the file can be
    /// neither right nor wrong.
    fn source(&self) -> Source {
        let Self { request, response, started, time } = self;
        let (sent, came) = (&request.post_data, &response.content);
        // Some tools write an empty text where they leave a body out.
        let is_empty = |content: &Content| content.text.as_deref().is_none_or(str::is_empty);
        let unrecorded = [
            (MessagePart::RequestHeaders, request.headers.is_none()),
            (MessagePart::RequestBody, is_empty(sent) && request.body_size > 0.0),
            (MessagePart::ResponseHeaders, response.headers.is_none()),
            (MessagePart::ResponseBody, is_empty(came) && came.size > 0.0),
        ];
        let unrecorded = unrecorded.into_iter().filter(|(_, is_missing)| *is_missing);
        let source = Source::new(SourceKind::Har).without(unrecorded.map(|(part, _)| part));
        // Whole milliseconds: files do not tell when something began any better.
        let took = time.and_then(|time| Duration::try_from_secs_f64(time / 1000.0).ok());
        let milliseconds = took.and_then(|took| u64::try_from(took.as_millis()).ok());
        Source { started: started.clone(), milliseconds, ..source }
    }

    /// The verdict on an entry that calls no operation, or whose bodies conform.
    pub(super) fn judge_conforming(self, judge: &Judge) -> Option<Verdict> {
        let (status, source) = (self.status()?, self.source());
        let Self { request, response, .. } = self;
        let called = match judge.called(&request.method, &request.url) {
            Ok(called) => called,
            Err(verdict) => return Some(*verdict),
        };
        let described = called.operation.request_body.as_ref();
        let (asked, sent) = (without_pseudo_headers(request.headers), request.post_data.decode());
        let sent = conforming(&asked, &sent, described)?;
        let described = called.operation.response(status)?.body.as_ref();
        let (headers, answer) =
            (without_pseudo_headers(response.headers), response.content.decode());
        let answered = conforming(&headers, &answer, described)?;
        Some(judge.judge_call(&called.by(sent, status, answered, Some(&source))))
    }

    /// The verdict on any entry; `None` if there was no answer.
    pub(super) fn judge(self, judge: &Judge) -> Option<Verdict> {
        let (status, source) = (self.status()?, self.source());
        let Self { request, response, .. } = self;
        let (asked, sent) = (without_pseudo_headers(request.headers), request.post_data.decode());
        let sent = Held::of_bytes(&sent);
        let asked = Asked { url: &request.url, headers: &asked, body: sent.content() };
        let (headers, answer) =
            (without_pseudo_headers(response.headers), response.content.decode());
        let answer = Held::of_bytes(&answer);
        let answered = (&headers, answer.content());
        Some(judge.judge_messages(&request.method, &asked, status, answered, Some(&source)))
    }

    /// The exchange; `None` if there was no answer.
    pub(super) fn into_exchange(self) -> Option<Exchange> {
        let (status, source) = (self.status()?, self.source());
        let Self { request, response, .. } = self;
        Some(Exchange {
            request: Request {
                method: request.method,
                url: request.url,
                headers: without_pseudo_headers(request.headers),
                body: Body::from_bytes(&request.post_data.decode()),
            },
            response: Response {
                status,
                headers: without_pseudo_headers(response.headers),
                body: Body::from_bytes(&response.content.decode()),
            },
            source: Some(source),
        })
    }
}

/// The command that makes the call of an entry again.
pub(super) fn reproduction(operation: &Operation, text: &[u8]) -> Option<Reproduction> {
    /// An entry of which only the request is read.
    #[derive(Deserialize)]
    struct AskedOnly {
        request: HarRequest,
    }

    let AskedOnly { request } = serde_json::from_slice(text).ok()?;
    let (headers, body) = (without_pseudo_headers(request.headers), request.post_data.decode());
    let held = Held::shown(&body);
    let asked = Asked { url: &request.url, headers: &headers, body: held.content() };
    Some(Reproduction::of(operation, &asked))
}

/// Takes out what HTTP/2 sends in the form of headers, and browsers list among them.
fn without_pseudo_headers(headers: Option<Headers>) -> Headers {
    let mut headers = headers.unwrap_or_default();
    headers.retain(|name| !name.starts_with(':'));
    headers
}

impl Content {
    /// Decodes the body; base64 that is none stays as it stands.
    fn decode(self) -> Vec<u8> {
        let text = self.text.unwrap_or_default();
        let is_base64 = self.encoding.is_some_and(|name| name.eq_ignore_ascii_case("base64"));
        let decoded = is_base64.then(|| decode_base64(&text)).flatten();
        decoded.unwrap_or_else(|| text.into_bytes())
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
    let reading = schema.read_text(std::str::from_utf8(body).ok()?);
    let may_repeat = reading.has_free && repeated_property(body).is_some();
    (reading.verdict == streaming::Verdict::Valid && !may_repeat)
        .then(|| Message::conforming(headers, Some(reading)))
}

pub(super) fn decode_base64(text: &str) -> Option<Vec<u8>> {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.decode(text.trim()).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::recordings::read;

    /// The one exchange of a HAR file with this answer.
    fn answer(response: &Value) -> Option<Exchange> {
        let request = json!({"method": "GET", "url": "https://h/"});
        let har = json!({"log": {"entries": [{"request": request, "response": response}]}});
        read(har.to_string().as_bytes()).unwrap().pop()
    }

    #[test]
    fn bodies_are_decoded_from_base64() {
        let content = json!({"text": "eyJhIjoxfQ==", "encoding": "base64"});
        let exchange = answer(&json!({"status": 200, "content": content})).unwrap();
        assert_eq!(exchange.response.body, Body::Json(json!({"a": 1})));
    }

    #[test]
    fn a_request_without_an_answer_is_passed_over() {
        for response in [json!({"status": 0}), json!({"status": -1}), json!({}), json!(null)] {
            assert_eq!(answer(&response), None);
        }
    }

    #[test]
    fn a_body_that_was_left_out_of_the_file_is_said_to_be() {
        let lacks = |response| {
            let exchange = answer(&response).unwrap();
            exchange.lacks(MessagePart::ResponseBody)
        };
        assert!(lacks(json!({"status": 200, "content": {"size": 512}})));
        assert!(lacks(json!({"status": 200, "content": {"size": 512, "text": ""}})));
        assert!(!lacks(json!({"status": 200, "content": {"size": 512, "text": "{}"}})));
        assert!(!lacks(json!({"status": 204, "content": {"size": 0}})));
        assert!(!lacks(json!({"status": 304, "content": {"size": -1}})));
        for post_data in [json!(null), json!({"mimeType": "application/json", "text": ""})] {
            let entry = json!({
                "request": {"method": "PUT", "url": "https://h/", "headers": [], "bodySize": 7,
                            "postData": post_data},
                "response": {"status": 200, "headers": []},
            });
            let har = json!({"log": {"entries": [entry]}}).to_string();
            let source = read(har.as_bytes()).unwrap().remove(0).source.unwrap();
            assert!(source.unrecorded.into_iter().eq([MessagePart::RequestBody]), "{post_data}");
        }
    }

    #[test]
    fn when_it_began_and_how_long_it_took_is_read_where_it_is_told() {
        let times = |entry: Value| {
            let mut all = json!({"request": {"method": "GET", "url": "https://h/"},
                                 "response": {"status": 200}});
            all.as_object_mut().unwrap().extend(entry.as_object().unwrap().clone());
            let har = json!({"log": {"entries": [all]}}).to_string();
            let source = read(har.as_bytes()).unwrap().remove(0).source.unwrap();
            (source.started, source.milliseconds)
        };
        let started = "2026-01-01T10:00:00.000Z".to_owned();
        let entry = json!({"startedDateTime": started, "time": 12.9});
        assert_eq!(times(entry), (Some(started.clone()), Some(12)));
        let entry = json!({"startedDateTime": started, "time": -1});
        assert_eq!(times(entry), (Some(started), None));
        assert_eq!(times(json!({"startedDateTime": 7, "time": "long"})), (None, None));
        assert_eq!(times(json!({"startedDateTime": null})), (None, None));
    }

    #[test]
    fn headers_that_the_file_does_not_have_are_not_recorded() {
        let exchange = answer(&json!({"status": 200, "headers": []})).unwrap();
        assert!(exchange.lacks(MessagePart::RequestHeaders));
        assert!(!exchange.lacks(MessagePart::ResponseHeaders));
    }

    #[test]
    fn everything_that_an_answer_need_not_have_may_be_missing_or_null() {
        for response in [
            json!({"status": 200}),
            json!({"status": 200, "headers": null, "content": null}),
            json!({"status": 200, "content": {"text": null, "encoding": null, "size": null}}),
        ] {
            assert_eq!(answer(&response).unwrap().response.body, Body::Absent);
        }
    }

    #[test]
    fn pseudo_headers_of_http_2_are_no_headers() {
        let headers = json!([{"name": ":status", "value": "200"}, {"name": "a", "value": "1"}]);
        let exchange = answer(&json!({"status": 200, "headers": headers})).unwrap();
        assert_eq!(exchange.response.headers, Headers::from_iter([("a", "1")]));
    }
}
