//! The requests that a command would send, put together from the document and redacted.

use agentassist_conformance::Exchange;
use agentassist_conformance::document::{OPERATIONS, Operation, Place as In};
use agentassist_conformance::exchange::{Body, Headers, Request, Response};
use agentassist_conformance::redaction::Redactor;
use serde_json::{Value, json};
use url::Url;

use super::Place;
use super::session::SANDBOX;
use crate::address::Address;
use crate::exit::Failure;
use crate::output;
use crate::rows::{self, Format, OutputArguments, Shape};

/// The request of an operation on one thing, or on what stands in its body.
pub(crate) fn planned(
    operation_id: &str,
    place: &Place,
    id: Option<&str>,
    body: Option<Value>,
) -> Option<Request> {
    let operation = OPERATIONS.iter().find(|operation| operation.id == operation_id)?;
    let mut headers = Headers::default();
    headers.push("accept", "application/json");
    for name in operation.security {
        headers.push(*name, "secret");
    }
    for parameter in operation.parameters.iter().filter(|parameter| parameter.place == In::Header) {
        let is_account = parameter.name.eq_ignore_ascii_case("accountId");
        let value = if is_account { &place.account_id } else { &place.stream_id };
        headers.push(parameter.name.to_ascii_lowercase(), value);
    }
    if let Some(content_type) = &operation.request_content_type {
        headers.push("content-type", content_type.value);
    }
    Some(Request {
        method: operation.method.to_owned(),
        url: url(operation, place, id)?,
        headers,
        body: body.map_or(Body::Absent, Body::Json),
    })
}

/// The URL of a request without the path that a gateway puts in front, so that it is one of the
/// document's.
fn url(operation: &Operation, place: &Place, id: Option<&str>) -> Option<String> {
    let origin = match place.target.as_str() {
        "sandbox" => SANDBOX.to_owned(),
        host => Address::of(host).ok()?.origin(),
    };
    let mut url = Url::parse(&origin).ok()?;
    let mut segments = url.path_segments_mut().ok()?;
    segments.pop_if_empty();
    for segment in operation.path.split('/').skip(1) {
        segments.push(match segment {
            "{id}" | "{contactListId}" => id?,
            "{streamId}" | "{iId}" => &place.stream_id,
            fixed => fixed,
        });
    }
    drop(segments);
    Some(url.into())
}

/// The URL that is called: with the path of a gateway in front.
fn called(place: &Place, url: &str) -> String {
    let address = (place.target != "sandbox").then(|| Address::of(&place.target));
    match address {
        Some(Ok(address)) => url.replacen(&address.origin(), address.base(), 1),
        _ => url.to_owned(),
    }
}

/// Prints requests, redacted, as people or programs read them. Nothing is sent.
pub(crate) fn show(
    place: &Place,
    requests: impl IntoIterator<Item = Option<Request>>,
    arguments: &OutputArguments,
) -> Result<(), Failure> {
    let mut redactor = Redactor::default();
    // Fields that somebody asks for are columns, also for people.
    let is_text = arguments.format() == Format::Table && arguments.fields().is_empty();
    let mut rows = rows::to_stdout(arguments, Shape::List, &["method", "url", "body"]);
    for request in requests {
        let request = request.ok_or_else(|| {
            Failure::Usage("the target is neither a host name nor a URL".to_owned())
        })?;
        let mut exchange = Exchange { request, response: no_response(), source: None };
        redactor.redact(&mut exchange);
        let mut request = exchange.request;
        request.url = called(place, &request.url);
        if is_text {
            output::print(&to_text(&request))?;
        } else {
            rows::written(rows.row(&to_row(&request)))?;
        }
    }
    rows::finish(rows)?;
    output::say("dry run: nothing was sent");
    Ok(())
}

/// A response that nobody looks at: only the request is shown.
fn no_response() -> Response {
    Response { status: 200, headers: Headers::default(), body: Body::Absent }
}

fn to_row(request: &Request) -> Value {
    let headers: serde_json::Map<_, _> =
        request.headers.iter().map(|(name, value)| (name.to_owned(), Value::from(value))).collect();
    let mut row = json!({"method": request.method, "url": request.url, "headers": headers});
    if let Some(body) = request.body.json() {
        row["body"] = body.clone();
    }
    row
}

fn to_text(request: &Request) -> String {
    let mut lines = vec![format!("{} {}", request.method, request.url)];
    lines.extend(request.headers.iter().map(|(name, value)| format!("{name}: {value}")));
    if let Some(body) = request.body.json() {
        lines.push(format!("\n{body:#}"));
    }
    lines.join("\n") + "\n\n"
}
