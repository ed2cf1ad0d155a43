//! HAR 1.2, as browsers and proxies really write it.
//!
//! Everything but the method and the URL may be missing, or `null`; what is not needed is not
//! looked at.

use serde::{Deserialize, Deserializer};

use crate::exchange::{Body, Exchange, Headers, Request, Response};

/// An entry of a HAR file.
#[derive(Deserialize)]
pub(super) struct Entry {
    request: HarRequest,
    #[serde(default, deserialize_with = "or_default")]
    response: HarResponse,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct HarRequest {
    method: String,
    url: String,
    #[serde(default, deserialize_with = "or_default")]
    headers: Headers,
    #[serde(default, deserialize_with = "or_default")]
    post_data: Content,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct HarResponse {
    /// Browsers write 0, and some proxies -1, for a request that got no answer.
    #[serde(deserialize_with = "or_default")]
    status: i64,
    #[serde(deserialize_with = "or_default")]
    headers: Headers,
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

impl Entry {
    /// The exchange; `None` if there was no answer, or if its body was left out of the file.
    pub(super) fn into_exchange(self) -> Option<Exchange> {
        let Self { request, response } = self;
        let status = u16::try_from(response.status).ok().filter(|&status| status > 0)?;
        // A body that was received but is not in the file can be neither right nor wrong.
        if response.content.text.is_none() && response.content.size > 0.0 {
            return None;
        }
        Some(Exchange {
            request: Request {
                method: request.method,
                url: request.url,
                headers: without_pseudo_headers(request.headers),
                body: request.post_data.into_body(),
            },
            response: Response {
                status,
                headers: without_pseudo_headers(response.headers),
                body: response.content.into_body(),
            },
            source: None,
        })
    }
}

/// Takes out what HTTP/2 sends in the form of headers, and browsers list among them.
fn without_pseudo_headers(mut headers: Headers) -> Headers {
    headers.retain(|name| !name.starts_with(':'));
    headers
}

impl Content {
    /// Decodes the body; base64 that is none stays as it stands.
    fn into_body(self) -> Body {
        let text = self.text.unwrap_or_default();
        let is_base64 = self.encoding.is_some_and(|name| name.eq_ignore_ascii_case("base64"));
        match is_base64.then(|| decode_base64(&text)).flatten() {
            Some(bytes) => Body::from_bytes(&bytes),
            None => Body::from_bytes(text.as_bytes()),
        }
    }
}

fn decode_base64(text: &str) -> Option<Vec<u8>> {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.decode(text.trim()).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

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
    fn an_answer_whose_body_was_left_out_is_passed_over() {
        assert_eq!(answer(&json!({"status": 200, "content": {"size": 512}})), None);
        assert!(answer(&json!({"status": 204, "content": {"size": 0}})).is_some());
        assert!(answer(&json!({"status": 304, "content": {"size": -1}})).is_some());
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
