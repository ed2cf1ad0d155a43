//! What an attempt came to, and whether another one is allowed.

use reqwest::StatusCode;

use super::wire::{Reply, WireFault};
use crate::operation::RetryClass;

/// How an attempt ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// There is an answer that a repeat would not change.
    Final,
    /// The API has not seen the request.
    NotSent,
    /// The API refused the request for its rate limit, and did nothing.
    RateLimited,
    /// The API refused the token, and did nothing; a new one may help.
    TokenRefused,
    /// The API may or may not have acted.
    Doubtful,
}

impl Verdict {
    /// Judges an answer.
    pub(crate) fn of_reply(reply: &Reply) -> Self {
        if is_rate_limit(reply) {
            return Self::RateLimited;
        }
        match reply.status.as_u16() {
            401 if may_be_cured_by_a_new_token(reply) => Self::TokenRefused,
            408 | 500 | 502..=504 => Self::Doubtful,
            _ => Self::Final,
        }
    }

    /// Judges the lack of an answer.
    pub(crate) fn of_fault(fault: WireFault) -> Self {
        match fault {
            WireFault::NotConnected(cause) if cause.may_pass() => Self::NotSent,
            WireFault::Interrupted => Self::Doubtful,
            WireFault::NotConnected(_) | WireFault::TooLarge { .. } => Self::Final,
        }
    }

    /// Whether a request of this class may be sent again.
    pub(crate) fn may_repeat(self, class: RetryClass) -> bool {
        match self {
            Self::Final => false,
            Self::NotSent | Self::RateLimited | Self::TokenRefused => true,
            Self::Doubtful => class != RetryClass::Never,
        }
    }
}

/// Tells a refusal for the rate limit by its status, or by the vendor's text in any envelope: the
/// vendor documents the text and no status.
pub(crate) fn is_rate_limit(reply: &Reply) -> bool {
    if reply.status == StatusCode::TOO_MANY_REQUESTS {
        return true;
    }
    if reply.is_plain_success {
        return false;
    }
    let envelope = reply.envelope();
    let speaks_of_failure = envelope.says_failure || !reply.status.is_success();
    let is_text = !reply.body.starts_with(b"{");
    (speaks_of_failure || is_text) && envelope.message.as_deref().is_some_and(is_rate_limit_text)
}

/// Tells the vendor's sentences: "You've exceeded the per-minute rate limit. …" and "Rate limit
/// for this API has been reached. …".
pub(crate) fn is_rate_limit_text(message: &str) -> bool {
    let message = message.to_ascii_lowercase();
    message.contains("rate limit") && (message.contains("exceeded") || message.contains("reached"))
}

/// A wrong secret or a missing scope stays wrong; an expired or used-up token does not.
fn may_be_cured_by_a_new_token(reply: &Reply) -> bool {
    let Some(message) = &reply.envelope().message else { return true };
    let message = message.to_ascii_lowercase();
    !["credentials", "scope", "permission", "must be <="].iter().any(|word| message.contains(word))
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use reqwest::header::HeaderMap;

    use super::*;

    fn judge(status: u16, body: &'static str) -> Verdict {
        let status = StatusCode::from_u16(status).unwrap();
        let body = Bytes::from_static(body.as_bytes());
        Verdict::of_reply(&Reply::new(status, HeaderMap::new(), body))
    }

    const LIMIT: &str = "You've exceeded the per-minute rate limit. Please wait for sometime \
                         before retrying.";

    #[test]
    fn a_rate_limit_is_told_by_its_status_or_by_its_text_in_any_envelope() {
        assert_eq!(judge(429, ""), Verdict::RateLimited);
        assert_eq!(judge(403, LIMIT), Verdict::RateLimited);
        for envelope in [
            r#"{"errors":[{"msg":"You've exceeded the hourly rate limit."}]}"#,
            r#"{"errors":[{"message":"You've exceeded the per-minute rate limit."}]}"#,
            r#"{"status":"error","message":"Rate limit for this API has been reached."}"#,
        ] {
            for status in [200, 400, 401, 403, 500, 503] {
                assert_eq!(judge(status, envelope), Verdict::RateLimited, "{status} {envelope}");
            }
        }
    }

    #[test]
    fn a_success_that_talks_of_rate_limits_is_a_success() {
        let body = r#"{"status":"success","message":"Contact list Rate limit reached deleted"}"#;
        assert_eq!(judge(200, body), Verdict::Final);
    }

    #[test]
    fn a_server_that_failed_may_have_acted() {
        for status in [408, 500, 502, 503, 504] {
            assert_eq!(judge(status, "<html>"), Verdict::Doubtful);
        }
        for status in [200, 302, 400, 403, 404, 412, 501] {
            assert_eq!(judge(status, "{}"), Verdict::Final);
        }
    }

    #[test]
    fn a_new_token_is_tried_only_where_it_can_help() {
        let answer = |message: &str| {
            let body = format!(r#"{{"errors":[{{"msg":"{message}"}}]}}"#);
            judge(401, body.leak())
        };
        assert_eq!(judge(401, ""), Verdict::TokenRefused);
        assert_eq!(answer("error verifying the jwt: possibly a replay"), Verdict::TokenRefused);
        assert_eq!(answer("Invalid JWT token"), Verdict::TokenRefused);
        assert_eq!(answer("Invalid SDK credentials"), Verdict::Final);
        assert_eq!(answer("Permission denied. Scope is incorrect!"), Verdict::Final);
    }

    #[test]
    fn only_what_changed_nothing_is_repeated_for_an_operation_that_never_is() {
        for verdict in [Verdict::NotSent, Verdict::RateLimited, Verdict::TokenRefused] {
            assert!(verdict.may_repeat(RetryClass::Never));
        }
        assert!(!Verdict::Doubtful.may_repeat(RetryClass::Never));
        assert!(Verdict::Doubtful.may_repeat(RetryClass::Idempotent));
        assert!(Verdict::Doubtful.may_repeat(RetryClass::Safe));
        assert!(!Verdict::Final.may_repeat(RetryClass::Safe));
    }
}
