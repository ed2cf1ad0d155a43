//! What remains of method, address and headers: what rules need, and what can hold nothing else.
//!
//! A client in any language may send anything: a key in a header of its own, a name in a query, an
//! address of its own. Names are kept, since findings are about them; values are not, unless they
//! are ids of the document, numbers, or words that everybody uses.

use url::Url;

use crate::document::{OPERATIONS, Place};
use crate::exchange::Headers;
use crate::judge::Subject;

pub(crate) const REDACTED: &str = "redacted";

/// The methods of HTTP.
const METHODS: &[&str] =
    &["CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"];

/// Media types that say nothing of anybody.
const MEDIA_TYPES: &[&str] = &[
    "*/*",
    "application/json",
    "application/octet-stream",
    "application/problem+json",
    "application/x-ndjson",
    "application/x-www-form-urlencoded",
    "application/xml",
    "multipart/form-data",
    "text/csv",
    "text/event-stream",
    "text/html",
    "text/plain",
    "text/xml",
];

const CHARSETS: &[&str] = &[
    "ascii",
    "iso-8859-1",
    "iso-8859-15",
    "latin1",
    "us-ascii",
    "utf-16",
    "utf-16be",
    "utf-16le",
    "utf-32",
    "utf-8",
    "utf8",
    "windows-1252",
];

const ENCODINGS: &[&str] = &["br", "compress", "deflate", "gzip", "identity", "zstd"];

/// How people begin a header with credentials.
const SCHEMES: &[&str] = &["ApiKey", "Basic", "Bearer", "Digest", "JWT", "Token"];

/// A method that HTTP has.
pub(crate) fn known_method(method: &str) -> Option<&'static str> {
    METHODS.iter().copied().find(|known| known.eq_ignore_ascii_case(method))
}

/// A media type without parameters, if everybody uses it.
pub(crate) fn known_media_type(media_type: &str) -> Option<&'static str> {
    MEDIA_TYPES.iter().copied().find(|known| known.eq_ignore_ascii_case(media_type.trim()))
}

/// A charset that others use too.
pub(crate) fn known_charset(charset: &str) -> Option<&'static str> {
    let charset = charset.trim().trim_matches('"');
    CHARSETS.iter().copied().find(|known| known.eq_ignore_ascii_case(charset))
}

/// The scheme that stands in front of a credential, or in its place.
pub(crate) fn known_scheme(credential: &str) -> Option<&'static str> {
    let word = credential.split_whitespace().next()?;
    let word = word.strip_suffix(':').unwrap_or(word);
    SCHEMES.iter().copied().find(|known| known.eq_ignore_ascii_case(word))
}

/// Keeps the values of headers that can be kept. Credentials have their stand-ins by then.
pub(super) fn clean_headers(headers: &mut Headers) {
    for (name, value) in headers.iter_mut() {
        if !is_credential(name) && !value.is_empty() {
            *value = clean_header(name, value);
        }
    }
}

/// What is shown of a header that is no credential.
pub(crate) fn clean_header(name: &str, value: &str) -> String {
    let or_redacted = |is_kept: bool| if is_kept { value } else { REDACTED }.to_owned();
    match &*name.to_ascii_lowercase() {
        "content-type" => content_type(value),
        "accept" => or_redacted(value.split(',').all(|it| known_media_type(it).is_some())),
        "content-encoding" => {
            let is_known = |it: &str| ENCODINGS.iter().any(|known| known.eq_ignore_ascii_case(it));
            or_redacted(is_known(value.trim()))
        }
        "content-length" | "retry-after" => or_redacted(is_number(value)),
        _ => or_redacted(is_documented(name, Place::Header)),
    }
}

/// A content type with its charset, as far as both are known, and with no other parameter.
fn content_type(value: &str) -> String {
    let mut parts = value.split(';');
    let media_type = parts.next().unwrap_or_default();
    let mut clean = known_media_type(media_type).map_or(REDACTED, |_| media_type.trim()).to_owned();
    let charset = parts.find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches('"'))
    });
    if let Some(charset) = charset {
        clean.push_str("; charset=");
        clean.push_str(known_charset(charset).map_or(REDACTED, |_| charset));
    }
    clean
}

/// Keeps of an address what can be kept: its host, the path of an operation with the ids in it,
/// and the numbers that the document knows in the query.
pub(crate) fn clean_url(text: &str, subject: &Subject) -> String {
    let Some(mut url) = Url::parse(text).ok().filter(is_of_http) else {
        return REDACTED.to_owned();
    };
    // A URL that cannot have these is without them.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url.set_fragment(None);
    clean_query(&mut url);
    if !matches!(subject, Subject::Operation { .. }) {
        let segments: Vec<_> = url.path().split('/').map(clean_segment).collect();
        let path = segments.join("/");
        url.set_path(&path);
    }
    // As it was written, where nothing had to be changed.
    if Url::parse(text).is_ok_and(|before| before == url) { text.to_owned() } else { url.into() }
}

/// Whether an address is one of HTTP: any other scheme is a text of somebody's own.
fn is_of_http(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}

fn clean_query(url: &mut Url) {
    let is_kept = |name: &str, value: &str| clean_query_value(name, value) == value;
    if url.query_pairs().all(|(name, value)| is_kept(&name, &value)) {
        return;
    }
    let pairs: Vec<_> = url.query_pairs().into_owned().collect();
    let mut query = url.query_pairs_mut();
    query.clear();
    for (name, value) in &pairs {
        query.append_pair(name, clean_query_value(name, value));
    }
}

/// What is shown of a value in a query: the numbers of the document's parameters.
pub(crate) fn clean_query_value<'a>(name: &str, value: &'a str) -> &'a str {
    // Whatever rules take for a number stays one.
    let is_integer = is_number(value) || value.parse::<i64>().is_ok();
    if is_documented(name, Place::Query) && is_integer { value } else { REDACTED }
}

/// A segment of a path that is none of the document's, if it stands in one that is.
fn clean_segment(segment: &str) -> &str {
    let mut known = OPERATIONS.iter().flat_map(|operation| operation.path.split('/'));
    if known.any(|known| known == segment) { segment } else { REDACTED }
}

/// Whether a text is a small whole number, as a count or a place in a list is.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.len() <= 9 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a header carries a credential: the document's, or one of HTTP.
pub(super) fn is_credential(name: &str) -> bool {
    const OF_HTTP: &[&str] = &["authorization", "cookie", "proxy-authorization", "set-cookie"];

    let in_document = OPERATIONS.iter().flat_map(|operation| operation.security);
    in_document.chain(OF_HTTP).any(|known| known.eq_ignore_ascii_case(name))
}

fn is_documented(name: &str, place: Place) -> bool {
    let mut parameters = OPERATIONS.iter().flat_map(|operation| operation.parameters);
    parameters.any(|known| known.place == place && known.name.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_header_remains_what_everybody_sends() {
        for (name, value, kept) in [
            ("Content-Type", "application/json; charset=UTF-8", "application/json; charset=UTF-8"),
            ("content-type", "text/html;boundary=Ada", "text/html"),
            ("content-type", "text/Ada; charset=King", "redacted; charset=redacted"),
            ("accept", "application/json, */*", "application/json, */*"),
            ("accept", "x/Ada", "redacted"),
            ("content-length", "12", "12"),
            ("retry-after", "Ada", "redacted"),
            ("content-encoding", "gzip", "gzip"),
            ("accountId", "65f7", "65f7"),
            ("x-key", "Ada", "redacted"),
            ("date", "Ada", "redacted"),
        ] {
            assert_eq!(clean_header(name, value), kept, "{name}: {value}");
        }
    }

    #[test]
    fn a_scheme_is_known_in_any_case_and_only_as_a_word() {
        for (credential, scheme) in [
            ("Bearer abc", Some("Bearer")),
            (" bearer\tabc", Some("Bearer")),
            ("TOKEN: abc", Some("Token")),
            ("JWT", Some("JWT")),
            ("bearer-abc", None),
            ("abc Bearer", None),
            (" ", None),
        ] {
            assert_eq!(known_scheme(credential), scheme, "{credential}");
        }
    }

    #[test]
    fn of_an_address_remain_host_path_and_numbers() {
        let clean = |text: &str| clean_url(text, &Subject::Unknown);
        assert_eq!(
            clean("https://u:p@h:8/agentassist/Ada/contacts?limit=5&skip=Ada&q=King#x"),
            "https://h:8/agentassist/redacted/contacts?limit=5&skip=redacted&q=redacted"
        );
        assert_eq!(clean("Ada"), "redacted");
        assert_eq!(clean("Ada://h/agentassist"), "redacted");
    }
}
