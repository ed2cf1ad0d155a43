//! HAR 1.2, as far as an exchange needs it.

use serde::Deserialize;
use serde_json::Value;

use super::ReadError;
use crate::exchange::{Body, Exchange, Headers, Request, Response};

#[derive(Deserialize)]
struct Entry {
    request: HarRequest,
    response: HarResponse,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct HarRequest {
    method: String,
    url: String,
    #[serde(default)]
    headers: Headers,
    post_data: Option<Content>,
}

#[derive(Deserialize)]
struct HarResponse {
    /// Browsers write 0 for a request that got no response.
    status: u16,
    #[serde(default)]
    headers: Headers,
    #[serde(default)]
    content: Content,
}

#[derive(Deserialize, Default)]
struct Content {
    #[serde(default)]
    text: String,
    encoding: Option<String>,
}

/// Reads the entries of a HAR file. Entries without a response are passed over.
pub(super) fn read(mut har: Value) -> Result<Vec<Exchange>, ReadError> {
    let entries = har.pointer_mut("/log/entries").map(Value::take).unwrap_or_default();
    let Value::Array(entries) = entries else { return Err(ReadError::Foreign) };
    let mut exchanges = Vec::new();
    for (index, entry) in entries.into_iter().enumerate() {
        let wrong = |problem: String| ReadError::Exchange { number: index + 1, problem };
        let entry: Entry =
            serde_json::from_value(entry).map_err(|error| wrong(error.to_string()))?;
        if entry.response.status == 0 {
            continue;
        }
        exchanges.push(Exchange {
            request: Request {
                method: entry.request.method,
                url: entry.request.url,
                headers: entry.request.headers,
                body: entry.request.post_data.unwrap_or_default().into_body(),
            },
            response: Response {
                status: entry.response.status,
                headers: entry.response.headers,
                body: entry.response.content.into_body(),
            },
            source: None,
        });
    }
    Ok(exchanges)
}

impl Content {
    /// Decodes the body; base64 that is none stays as it stands.
    fn into_body(self) -> Body {
        let is_base64 = self.encoding.is_some_and(|name| name.eq_ignore_ascii_case("base64"));
        match is_base64.then(|| decode_base64(&self.text)).flatten() {
            Some(bytes) => Body::from_bytes(&bytes),
            None => Body::from_bytes(self.text.as_bytes()),
        }
    }
}

fn decode_base64(text: &str) -> Option<Vec<u8>> {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.decode(text.trim()).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn bodies_are_decoded_from_base64() {
        let har = json!({"log": {"entries": [{
            "request": {"method": "GET", "url": "https://h/", "headers": [{"name": "auth", "value": "t"}]},
            "response": {"status": 200, "headers": [], "content": {"text": "eyJhIjoxfQ==", "encoding": "base64"}}
        }]}});
        let exchanges = read(har).unwrap();
        assert_eq!(exchanges[0].response.body, Body::Json(json!({"a": 1})));
        assert_eq!(exchanges[0].request.headers.get("Auth"), Some("t"));
    }

    #[test]
    fn a_request_without_a_response_is_passed_over() {
        let har = json!({"log": {"entries": [{
            "request": {"method": "GET", "url": "https://h/"}, "response": {"status": 0}
        }]}});
        assert_eq!(read(har).unwrap(), []);
    }
}
