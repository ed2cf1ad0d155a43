//! Every way in which a request is refused, and what the refusal looks like.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use thiserror::Error;

use crate::model::{CONTACT_NOT_FOUND, ErrorBody};
use crate::store::StoreError;
use crate::token::Refusal;

/// A refusal. `Display` is the text that the caller reads.
#[derive(Debug, Error)]
pub(crate) enum ApiError {
    #[error("Invalid JWT token")]
    InvalidToken,
    #[error("Invalid SDK credentials")]
    InvalidCredentials,
    #[error("error verifying the jwt: if \"jti\" claim \"exp\" must be <= 1 hour(s)")]
    TokenLivesTooLong,
    #[error("error verifying the jwt: possibly a replay")]
    TokenReplayed,
    /// The vendor's own words.
    #[error("You've exceeded the per-minute rate limit. Please wait for sometime before retrying.")]
    RateLimited,
    #[error("Validation errors/ Invalid arguments: {0}")]
    InvalidArguments(String),
    #[error("Unsupported Media Type: send the body as application/json")]
    UnsupportedMediaType,
    #[error("Payload Too Large: a body may have at most {limit} bytes", limit = super::BODY_LIMIT)]
    PayloadTooLarge,
    #[error("{CONTACT_NOT_FOUND}")]
    ContactNotFound,
    #[error("Contact list not found")]
    ContactListNotFound,
    #[error("Contact list {name} is in use by a campaign and cannot be deleted")]
    ContactListInUse { name: String },
    #[error("Not Found")]
    NoSuchPath,
    #[error("Method Not Allowed")]
    MethodNotAllowed,
    /// The cause is told as well: nobody else sees it, and SQLite names tables and never values.
    #[error("Internal Server Error: {0}")]
    Store(#[from] StoreError),
}

impl ApiError {
    fn status(&self) -> StatusCode {
        match self {
            Self::InvalidToken
            | Self::InvalidCredentials
            | Self::TokenLivesTooLong
            | Self::TokenReplayed => StatusCode::UNAUTHORIZED,
            Self::RateLimited => StatusCode::TOO_MANY_REQUESTS,
            Self::InvalidArguments(_) => StatusCode::PRECONDITION_FAILED,
            Self::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::PayloadTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::ContactNotFound | Self::ContactListNotFound | Self::NoSuchPath => {
                StatusCode::NOT_FOUND
            }
            Self::ContactListInUse { .. } => StatusCode::BAD_REQUEST,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn body(&self) -> ErrorBody {
        match self {
            // The number of the platform for everything about credentials.
            Self::InvalidToken | Self::InvalidCredentials => {
                ErrorBody::errors(4002, self.to_string())
            }
            Self::RateLimited
            | Self::ContactListNotFound
            | Self::ContactListInUse { .. }
            | Self::Store(_) => ErrorBody::status_error(self.to_string()),
            _ => ErrorBody::errors(self.status().as_u16().into(), self.to_string()),
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        (self.status(), Json(self.body())).into_response()
    }
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Malformed | Refusal::Expired => Self::InvalidToken,
            Refusal::Untrusted => Self::InvalidCredentials,
            Refusal::LivesTooLong => Self::TokenLivesTooLong,
        }
    }
}
