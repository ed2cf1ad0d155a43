//! Takes a request apart: who calls, which thing is meant, which page, which body.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Query, RawPathParams, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::IntoResponse;
use serde_json::Value;

use super::AppState;
use super::error::ApiError;
use crate::clock::Timestamp;
use crate::ids::{ContactId, ContactListId};
use crate::model::PageRequest;
use crate::tenant::Tenant;
use crate::token::Use;

/// Who calls, and when: the proof that a request may be answered at all.
///
/// Stands first among the arguments of each operation, so that nobody without a good token learns
/// anything else. A token for one use is used up by this, whatever becomes of the request.
pub(super) struct Caller {
    pub(super) tenant: &'static Tenant,
    pub(super) now: Timestamp,
}

impl FromRequestParts<AppState> for Caller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, ApiError> {
        let now = state.clock.now();
        let token = parts.headers.get("auth").ok_or(ApiError::InvalidCredentials)?;
        let token = token.to_str().map_err(|_| ApiError::InvalidToken)?;
        if let Use::Once { jti, forget_after } = state.jwt_app.verify(token, now)? {
            let client_id = state.jwt_app.client_id().clone();
            if !state.store.spend_token(client_id, jti, forget_after, now).await? {
                return Err(ApiError::TokenReplayed);
            }
        }
        let stream_id = path_segment(parts, &["streamId", "iId"]).await?;
        let account_id = required_header(&parts.headers, "accountId")?;
        let tenant = Tenant::find(account_id, &stream_id).ok_or(ApiError::InvalidCredentials)?;
        if state.limiter.as_ref().is_some_and(|limiter| !limiter.admits(tenant, now)) {
            return Err(ApiError::RateLimited);
        }
        Ok(Self { tenant, now: Timestamp::of(now) })
    }
}

/// Returns the value of a header that must be there; an empty one is as good as none.
pub(super) fn required_header<'headers>(
    headers: &'headers HeaderMap,
    name: &str,
) -> Result<&'headers [u8], ApiError> {
    headers
        .get(name)
        .map(HeaderValue::as_bytes)
        .filter(|value| !value.is_empty())
        .ok_or_else(|| ApiError::InvalidArguments(format!("the header {name} is missing")))
}

impl<S: Send + Sync> FromRequestParts<S> for ContactId {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, ApiError> {
        path_segment(parts, &["id"]).await.map(Self::new)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for ContactListId {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, ApiError> {
        path_segment(parts, &["contactListId"]).await.map(Self::new)
    }
}

/// Returns the decoded segment of the path that has one of these names.
async fn path_segment(parts: &mut Parts, names: &[&str]) -> Result<String, ApiError> {
    let segments = RawPathParams::from_request_parts(parts, &())
        .await
        // A segment that is no text names nothing.
        .map_err(|_| ApiError::NoSuchPath)?;
    segments
        .iter()
        .find(|(name, _)| names.contains(name))
        .map(|(_, segment)| segment.to_owned())
        .ok_or(ApiError::NoSuchPath)
}

impl<S: Send + Sync> FromRequestParts<S> for PageRequest {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, ApiError> {
        let Query(query) = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri)
            .map_err(|_| ApiError::InvalidArguments("the query cannot be read".to_owned()))?;
        let mut page = Self::DEFAULT;
        for (name, value) in query {
            match name.as_str() {
                "skip" => page.skip = whole_number("skip", &value, 0)?,
                "limit" => {
                    page.limit = whole_number("limit", &value, 1)?.min(Self::LARGEST_LIMIT);
                }
                _ => {}
            }
        }
        Ok(page)
    }
}

fn whole_number(name: &str, value: &str, least: u64) -> Result<u64, ApiError> {
    // The largest number that fits into the format of the answer, a signed 64 bit integer.
    let most = i64::MAX.unsigned_abs();
    value
        .parse()
        .ok()
        // `parse` also takes a leading plus, which no number in a query has.
        .filter(|number| (least..=most).contains(number) && !value.starts_with('+'))
        .ok_or_else(|| {
            ApiError::InvalidArguments(format!("{name} must be a whole number of at least {least}"))
        })
}

/// A body that was sent as JSON and is JSON.
pub(super) struct JsonBody(pub(super) Value);

impl<S: Send + Sync> FromRequest<S> for JsonBody {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        if !is_json(request.headers()) {
            return Err(ApiError::UnsupportedMediaType);
        }
        let body = Bytes::from_request(request, state).await.map_err(|rejection| {
            if rejection.into_response().status() == StatusCode::PAYLOAD_TOO_LARGE {
                ApiError::PayloadTooLarge
            } else {
                ApiError::InvalidArguments("the body ended early".to_owned())
            }
        })?;
        if body.is_empty() {
            return Err(ApiError::InvalidArguments("the body is missing".to_owned()));
        }
        // The parser's message names the place and never repeats what stands there.
        serde_json::from_slice(&body)
            .map(Self)
            .map_err(|error| ApiError::InvalidArguments(format!("the body is not JSON: {error}")))
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let Some(content_type) = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()) else {
        return false;
    };
    let media_type = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    media_type
        .strip_prefix("application/")
        .is_some_and(|subtype| subtype == "json" || subtype.ends_with("+json"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(query: &str) -> Result<PageRequest, String> {
        let uri = format!("/contacts?{query}").parse().unwrap();
        let mut parts =
            Request::builder().uri::<axum::http::Uri>(uri).body(()).unwrap().into_parts().0;
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime
            .block_on(PageRequest::from_request_parts(&mut parts, &()))
            .map_err(|error| error.to_string())
    }

    #[test]
    fn a_page_is_ten_from_the_start_unless_the_query_says_otherwise() {
        assert_eq!(page(""), Ok(PageRequest { skip: 0, limit: 10 }));
        assert_eq!(page("limit=25&skip=50&page=2"), Ok(PageRequest { skip: 50, limit: 25 }));
        assert_eq!(page("limit=1000"), Ok(PageRequest { skip: 0, limit: 100 }));
        assert_eq!(
            page("skip=9223372036854775807"),
            Ok(PageRequest { skip: i64::MAX as u64, limit: 10 })
        );
    }

    #[test]
    fn numbers_that_are_none_are_refused() {
        for skip in ["-1", "", "1.5", "ten", "%2B5", "9223372036854775808", "0x10", " 1"] {
            let error = page(&format!("skip={skip}").replace(' ', "%20")).unwrap_err();
            assert!(
                error.ends_with("skip must be a whole number of at least 0"),
                "{skip}: {error}"
            );
        }
        assert!(
            page("limit=0").unwrap_err().ends_with("limit must be a whole number of at least 1")
        );
    }

    #[test]
    fn json_is_told_by_its_media_type() {
        let sent_as = |content_type: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(CONTENT_TYPE, content_type.parse().unwrap());
            is_json(&headers)
        };
        assert!(sent_as("application/json"));
        assert!(sent_as("Application/JSON; charset=utf-8"));
        assert!(sent_as("application/merge-patch+json"));
        assert!(!sent_as("application/x-www-form-urlencoded"));
        assert!(!sent_as("text/json"));
        assert!(!sent_as(""));
        assert!(!is_json(&HeaderMap::new()));
    }
}
