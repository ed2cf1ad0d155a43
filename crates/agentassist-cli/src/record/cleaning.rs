//! Taking out what the document does not know, beside what it marks as secret or personal.
//!
//! A client in any language may send anything: a key in a header of its own, a name in a query.
//! Names are kept, since findings are about them; values are not.

use agentassist_conformance::document::{OPERATIONS, Place};
use agentassist_conformance::exchange::Headers;
use agentassist_conformance::{Exchange, Subject};
use url::Url;

const REDACTED: &str = "redacted";

/// Headers whose values rules need or people want, beside those of the document.
const HARMLESS: &[&str] =
    &["accept", "content-encoding", "content-length", "content-type", "date", "retry-after"];

/// Replaces what the document does not know in headers and address.
///
/// Credentials have their stand-ins by then.
pub(super) fn clean(exchange: &mut Exchange, subject: &Subject) {
    exchange.request.headers = clean_headers(&exchange.request.headers);
    exchange.response.headers = clean_headers(&exchange.response.headers);
    let Ok(mut url) = Url::parse(&exchange.request.url) else {
        REDACTED.clone_into(&mut exchange.request.url);
        return;
    };
    clean_query(&mut url);
    if matches!(subject, Subject::Unknown) {
        let segments: Vec<_> = url.path().split('/').map(clean_segment).collect();
        let path = segments.join("/");
        url.set_path(&path);
    }
    exchange.request.url = url.into();
}

fn clean_headers(headers: &Headers) -> Headers {
    headers
        .iter()
        .map(|(name, value)| {
            let is_kept = HARMLESS.iter().any(|known| known.eq_ignore_ascii_case(name))
                || is_credential(name)
                || is_documented(name, Place::Header);
            (name, if is_kept { value } else { REDACTED })
        })
        .collect()
}

fn clean_query(url: &mut Url) {
    if url.query_pairs().all(|(name, _)| is_documented(&name, Place::Query)) {
        return;
    }
    let pairs: Vec<_> = url.query_pairs().into_owned().collect();
    let mut query = url.query_pairs_mut();
    query.clear();
    for (name, value) in &pairs {
        let is_kept = is_documented(name, Place::Query);
        query.append_pair(name, if is_kept { value } else { REDACTED });
    }
}

/// A segment of a path that is none of the document's, if it stands in one that is.
fn clean_segment(segment: &str) -> &str {
    let mut known = OPERATIONS.iter().flat_map(|operation| operation.path.split('/'));
    if known.any(|known| known == segment) { segment } else { REDACTED }
}

fn is_credential(name: &str) -> bool {
    let mut security = OPERATIONS.iter().flat_map(|operation| operation.security);
    security.any(|known| known.eq_ignore_ascii_case(name))
}

fn is_documented(name: &str, place: Place) -> bool {
    let mut parameters = OPERATIONS.iter().flat_map(|operation| operation.parameters);
    parameters.any(|known| known.place == place && known.name.eq_ignore_ascii_case(name))
}
