//! Recordings of the crate `httpmock`: YAML documents with `when` and `then`.
//!
//! It records method, path, query, body and those headers of a request that it was told to, and
//! the whole answer. The same files can hold mocks that somebody wrote: what names a method and
//! a path is read as an exchange too, and what else it demands of a request is not looked at.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use url::form_urlencoded;

use super::har::decode_base64;
use super::yaml::Node;
use crate::exchange::{Body, Exchange, MessagePart, Request, Response, Source, SourceKind};

/// Stands where a request names no host, which it does only behind a proxy.
const HOST: &str = "httpmock";

/// What would end a path.
const IN_PATH: &AsciiSet = &CONTROLS.add(b' ').add(b'?').add(b'#');

/// Beginnings of what is demanded of a body that is not given.
const DEMANDS_OF_BODIES: &[&str] = &["body_", "json_body_", "form_urlencoded"];

/// Reads an exchange, or says what is wrong with it.
pub(super) fn exchange(document: &Node<'_>) -> Result<Exchange, String> {
    let lacks = |part: &str| format!("it has no {part}");
    let when = document.get("when").ok_or_else(|| lacks("`when`"))?;
    let then = document.get("then").ok_or_else(|| lacks("`then`"))?;
    let text = |node: &Node<'_>, name: &str| node.get(name).and_then(Node::text).map(str::to_owned);
    let body = body(when);
    let is_demanded = |name: &str| DEMANDS_OF_BODIES.iter().any(|begin| name.starts_with(begin));
    let answered = self::body(then);
    let unrecorded = [
        (MessagePart::RequestHeaders, true),
        (MessagePart::RequestBody, body.is_absent() && when.names().any(is_demanded)),
        (MessagePart::ResponseBody, answered.is_absent() && then.get("body_from_file").is_some()),
    ];
    let unrecorded = unrecorded.into_iter().filter(|(_, is_missing)| *is_missing);
    let status = match then.get("status").map(|status| status.text().map(str::parse)) {
        // A mock without a status answers with success.
        None => 200,
        Some(Some(Ok(status))) => status,
        Some(_) => return Err("its `status` is no number of three digits".to_owned()),
    };
    Ok(Exchange {
        request: Request {
            method: text(when, "method").ok_or_else(|| lacks("`method` in `when`"))?,
            url: url(when).ok_or_else(|| lacks("`path` in `when`"))?,
            headers: pairs(when, "header").collect(),
            body,
        },
        response: Response { status, headers: pairs(then, "header").collect(), body: answered },
        source: Some(Source::new(SourceKind::Httpmock).without(unrecorded.map(|(part, _)| part))),
    })
}

fn url(when: &Node<'_>) -> Option<String> {
    let text = |name: &str| when.get(name).and_then(Node::text);
    let path = utf8_percent_encode(text("path")?, IN_PATH);
    let (scheme, host) = (text("scheme").unwrap_or("http"), text("host").unwrap_or(HOST));
    let port = text("port").map(|port| format!(":{port}")).unwrap_or_default();
    let mut url = format!("{scheme}://{host}{port}{path}");
    let mut query = pairs(when, "query_param").peekable();
    if query.peek().is_some() {
        url.push('?');
        url.push_str(&form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish());
    }
    Some(url)
}

/// The names and values of a list of these.
fn pairs<'a>(node: &'a Node<'_>, list: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let items = match node.get(list) {
        Some(Node::List(items)) => &items[..],
        _ => &[],
    };
    items.iter().filter_map(|item| {
        let value = item.get("value").and_then(Node::text).unwrap_or_default();
        Some((item.get("name")?.text()?, value))
    })
}

/// A body in one of the forms that it may have.
fn body(message: &Node<'_>) -> Body {
    let text = |name: &str| message.get(name).and_then(Node::text);
    match message.get("json_body") {
        // A text holds JSON here.
        Some(Node::Text { text, is_plain: false }) => Body::from_bytes(text.as_bytes()),
        Some(value) => Body::from_bytes(value.to_json().to_string().as_bytes()),
        None => match (text("body"), text("body_base64").and_then(decode_base64)) {
            (Some(text), _) => Body::from_bytes(text.as_bytes()),
            (None, Some(bytes)) => Body::from_bytes(&bytes),
            (None, None) => Body::Absent,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::Headers;
    use crate::recordings::read;

    /// The one exchange of a text.
    fn one(text: &str) -> Exchange {
        let mut exchanges = read(text.as_bytes()).unwrap();
        assert_eq!(exchanges.len(), 1);
        exchanges.remove(0)
    }

    #[test]
    fn a_request_is_put_together_from_its_parts() {
        let exchange = one(
            "when:\n  scheme: https\n  host: h\n  port: 8443\n  path: /a b?c\n  method: PUT\n  \
             query_param:\n  - name: q\n    value: 'x & y'\n  header:\n  - name: iid\n    value: 1\n  \
             body: '{\"a\": 1}'\nthen:\n  status: 201\n  body_base64: e30=\n",
        );
        assert_eq!(exchange.request.method, "PUT");
        assert_eq!(exchange.request.url, "https://h:8443/a%20b%3Fc?q=x+%26+y");
        assert_eq!(exchange.request.headers, Headers::from_iter([("iid", "1")]));
        assert_eq!(exchange.request.body, Body::from_bytes(b"{\"a\": 1}"));
        assert_eq!(exchange.response.status, 201);
        assert_eq!(exchange.response.body, Body::from_bytes(b"{}"));
    }

    #[test]
    fn a_mock_that_somebody_wrote_is_an_exchange_as_far_as_it_goes() {
        let exchange = one("# mine\n---\nwhen: {method: POST, path: /p, body_contains: [x]}\n\
             then: {json_body: {ok: true}}\n");
        assert_eq!(exchange.request.url, "http://httpmock/p");
        assert!(exchange.lacks(MessagePart::RequestBody));
        assert!(exchange.lacks(MessagePart::RequestHeaders));
        assert_eq!(exchange.response.body, Body::from_bytes(b"{\"ok\":true}"));
    }

    #[test]
    fn what_lacks_a_part_says_which() {
        for (text, problem) in [
            (
                "when: {path: /}\nthen: {status: 200}\n",
                "exchange 1 is not one: it has no `method` in `when`",
            ),
            (
                "when: {method: GET}\nthen: {status: 200}\n",
                "exchange 1 is not one: it has no `path` in `when`",
            ),
            (
                "when: {method: GET, path: /}\nthen: {status: ok}\n",
                "exchange 1 is not one: its `status` is no number of three digits",
            ),
        ] {
            assert_eq!(read(text.as_bytes()).unwrap_err().to_string(), problem);
        }
    }
}
