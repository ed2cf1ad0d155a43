//! What an answer says about a failure, in any of the envelopes that the platform is known to use.

use serde::Deserialize;
use serde_json::Value;

/// The words by which a `status` inside a body says failure.
const FAILURE_WORDS: &[&str] = &["error", "failure", "failed", "fail"];

/// The largest body of a success that is searched for a failure: no known envelope is longer.
const LONGEST: usize = 4096;

/// A body as far as it speaks of a failure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Envelope {
    /// Number for the failure, which need not be the HTTP status.
    pub(crate) code: Option<i64>,
    /// What went wrong, in the API's words.
    pub(crate) message: Option<String>,
    /// Whether the body itself says failure, whatever the HTTP status is.
    pub(crate) says_failure: bool,
}

/// Every field that some envelope has. Values of any type are accepted: nobody documents them.
#[derive(Debug, Default, Deserialize)]
struct Fields {
    #[serde(default)]
    errors: Value,
    #[serde(default)]
    error: Value,
    #[serde(default)]
    status: Value,
    #[serde(default)]
    message: Value,
    #[serde(default)]
    msg: Value,
    #[serde(default)]
    reason: Value,
    #[serde(default)]
    code: Value,
}

impl Envelope {
    /// Reads a body: JSON in a known envelope, or a plain text.
    pub(crate) fn read(body: &[u8]) -> Self {
        match serde_json::from_slice::<Fields>(body) {
            Ok(fields) => Self::of_fields(&fields),
            Err(_) => Self { message: plain_text(body), ..Self::default() },
        }
    }

    fn of_fields(fields: &Fields) -> Self {
        let errors = fields.errors.as_array().map(Vec::as_slice).unwrap_or_default();
        let first = errors.first().unwrap_or(&fields.error);
        let message = [&first["msg"], &first["message"], first, &fields.message, &fields.msg]
            .into_iter()
            .chain([&fields.reason])
            .find_map(Value::as_str);
        Self {
            code: number(&first["code"]).or_else(|| number(&fields.code)),
            message: message.map(str::to_owned),
            says_failure: !errors.is_empty()
                || fields.error.is_string()
                || fields.error.is_object()
                || fields.status.as_str().is_some_and(says_failure),
        }
    }
}

/// Whether a `status` inside a body says failure.
pub(crate) fn says_failure(status: &str) -> bool {
    FAILURE_WORDS.iter().any(|failure| status.eq_ignore_ascii_case(failure))
}

/// Whether the body of a success may tell of a failure: only then is it worth reading twice.
///
/// A JSON object that does has a field or a word with these letters, written out or escaped.
#[expect(clippy::needless_bitwise_bool, reason = "lazy operators make it as slow as parsing")]
pub(crate) fn may_tell_of_failure(body: &[u8]) -> bool {
    // Without a way out half-way, which lets the compiler look at many letters at once.
    let has_the_letters = || {
        body.array_windows().fold(false, |found, [a, b, c, d]| {
            let spells = |word: &[u8; 4]| {
                ((a | 0x20) == word[0])
                    & ((b | 0x20) == word[1])
                    & ((c | 0x20) == word[2])
                    & ((d | 0x20) == word[3])
            };
            found | spells(b"erro") | spells(b"fail")
        })
    };
    body.len() <= LONGEST && (!body.starts_with(b"{") || body.contains(&b'\\') || has_the_letters())
}

fn number(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.parse().ok())
}

/// A body that is neither JSON nor a page for a browser.
fn plain_text(body: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(body).ok()?.trim();
    let is_prose = !text.is_empty() && !text.starts_with(['<', '{', '[']);
    is_prose.then(|| text.chars().take(500).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> (Option<i64>, Option<String>, bool) {
        let Envelope { code, message, says_failure } = Envelope::read(body.as_bytes());
        (code, message, says_failure)
    }

    #[test]
    fn every_known_envelope_gives_up_its_message() {
        for (body, code) in [
            (r#"{"errors":[{"msg":"No","code":4002}]}"#, Some(4002)),
            (r#"{"errors":[{"message":"No","code":"4002"}]}"#, Some(4002)),
            (r#"{"errors":["No"]}"#, None),
            (r#"{"status":"Error","message":"No"}"#, None),
            (r#"{"status":"failure","message":"No","data":{}}"#, None),
            (r#"{"status":"failed","reason":"No"}"#, None),
            (r#"{"error":"No","code":7}"#, Some(7)),
        ] {
            assert_eq!(read(body), (code, Some("No".to_owned()), true), "{body}");
        }
    }

    #[test]
    fn a_plain_text_is_a_message_and_a_web_page_is_none() {
        assert_eq!(read("No\n"), (None, Some("No".to_owned()), false));
        assert_eq!(read("<html>No</html>"), (None, None, false));
        assert_eq!(read("{\"cut"), (None, None, false));
    }

    #[test]
    fn a_success_says_no_failure() {
        for body in [r#"{"status":"success","message":"Done"}"#, r#"{"status":"ACTIVE"}"#, "[]"] {
            assert!(!Envelope::read(body.as_bytes()).says_failure, "{body}");
        }
    }

    #[test]
    fn no_body_that_says_failure_is_passed_over() {
        for body in [
            r#"{"errors":["No"]}"#,
            r#"{"error":{}}"#,
            r#"{"results":[],"status":"ERROR"}"#,
            r#"{"status":"Failed"}"#,
            r#"{"status":"f\u0061il"}"#,
        ] {
            assert!(Envelope::read(body.as_bytes()).says_failure, "{body}");
            assert!(may_tell_of_failure(body.as_bytes()), "{body}");
        }
        assert!(may_tell_of_failure(b"Rate limit for this API has been reached."));
        assert!(!may_tell_of_failure(br#"{"results":[{"status":"ACTIVE"}],"hasMore":false}"#));
    }
}
