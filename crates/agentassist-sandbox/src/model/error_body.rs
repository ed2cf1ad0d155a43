//! The body of a refusal, in one of the two envelopes that the platform is known for.

use serde::Serialize;
use utoipa::ToSchema;

/// Either `errors`, or `status` with `message`.
#[derive(Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct ErrorBody {
    /// The errors, one or more.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    errors: Option<Vec<ErrorItem>>,
    /// A word for failure: `error`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    status: Option<&'static str>,
    /// What went wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    message: Option<String>,
}

/// One error of an envelope.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct ErrorItem {
    /// What went wrong.
    #[schema(required = false)]
    msg: String,
    /// A number for the error, which need not be the HTTP status.
    #[schema(required = false)]
    code: i64,
}

impl ErrorBody {
    /// The envelope of the platform: `{"errors":[{"msg":…,"code":…}]}`.
    pub(crate) fn errors(code: i64, msg: impl Into<String>) -> Self {
        Self { errors: Some(vec![ErrorItem { msg: msg.into(), code }]), ..Self::default() }
    }

    /// The envelope of the campaign module: `{"status":"error","message":…}`.
    pub(crate) fn status_error(message: impl Into<String>) -> Self {
        Self { status: Some("error"), message: Some(message.into()), ..Self::default() }
    }
}
