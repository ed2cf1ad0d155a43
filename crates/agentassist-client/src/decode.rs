//! Makes of an answer what the generated operations return. Pure: bytes in, a value out.

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
    match serde_json::from_slice(&reply.body) {
        Ok(value) => Ok(ResponseValue::new(value, reply.status, reply.headers)),
        Err(error) => Err(Error::InvalidResponsePayload(reply.body, error)),
    }
}
