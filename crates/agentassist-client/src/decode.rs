//! Makes values of answers. Pure: bytes in, a value out.

use serde::de::DeserializeOwned;

use crate::engine::Reply;
use crate::generated::types::ErrorBody;
use crate::generated::{Error, ResponseValue};
use crate::operation::Operation;
use crate::platform;

/// Decodes by status: a success, an error of the document, or neither.
#[expect(clippy::result_large_err, reason = "the generated operations return it so")]
pub(crate) fn as_generated<T: DeserializeOwned>(
    operation: &Operation,
    reply: Reply,
) -> Result<ResponseValue<T>, Error<ErrorBody>> {
    match reply.status.as_u16() {
        status if status == operation.status => value(reply),
        400..=599 => Err(Error::ErrorResponse(value(reply)?)),
        _ => Err(platform::unexpected(reply)),
    }
}

#[expect(clippy::result_large_err, reason = "as above")]
fn value<T: DeserializeOwned>(reply: Reply) -> Result<ResponseValue<T>, Error<ErrorBody>> {
    match json(&reply.body) {
        Ok(value) => Ok(ResponseValue::new(value, reply.status, reply.headers)),
        Err(error) => Err(Error::InvalidResponsePayload(reply.body, error)),
    }
}

/// Reads JSON. A text that is known to be UTF-8 is read faster than bytes, whose every string is
/// looked at again; bytes that are not UTF-8 get the error that says where.
pub(crate) fn json<T: DeserializeOwned>(body: &[u8]) -> Result<T, serde_json::Error> {
    match std::str::from_utf8(body) {
        Ok(text) => serde_json::from_str(text),
        Err(_) => serde_json::from_slice(body),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn text_of_any_language_is_read_and_what_is_no_text_is_refused_with_its_place() {
        let text = json::<Value>("{\"firstName\":\"Zoë\"}".as_bytes()).unwrap();
        assert_eq!(text["firstName"], "Zoë");
        let error = json::<Value>(b"{\"firstName\":\n\"Zo\xeb\"}").unwrap_err();
        assert_eq!(error.line(), 2);
    }
}
