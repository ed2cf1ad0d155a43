//! Taking secrets and personal data out of an exchange.
//!
//! What the document marks is replaced: the headers of its security schemes, and whatever carries
//! `x-pii`; and so is every value that the document does not know: in bodies, headers and queries,
//! and in the sentences of an error, where the words of the document remain. Ids are kept: they
//! name a record and no person, and rules compare them. So are the names of properties, headers
//! and parameters, since findings are about them.
//!
//! The same value always becomes the same stand-in, word by word, so that what was equal stays
//! equal, and a full name is still made of its parts.

mod body;
mod cleaning;
mod phone;
mod prose;

use std::collections::HashMap;

pub(crate) use self::cleaning::{
    REDACTED, clean_header, clean_query_value, clean_url, known_charset, known_media_type,
    known_method, known_scheme,
};
use self::phone::Numbers;
use crate::document::Operation;
use crate::exchange::Exchange;
use crate::judge::Subject;

/// Replaces secrets and personal data by stand-ins, the same for the same value.
///
/// One redactor serves one recording: stand-ins are numbered in the order in which values come.
#[derive(Debug, Default)]
pub struct Redactor {
    stand_ins: HashMap<(&'static str, String), String>,
    /// How many stand-ins there are of each kind.
    counts: HashMap<&'static str, usize>,
    numbers: Numbers,
}

impl Redactor {
    /// Redacts an exchange in place.
    pub fn redact(&mut self, exchange: &mut Exchange) {
        let subject = crate::judge::subject(exchange);
        let request = &mut exchange.request;
        let sent = request.headers.iter_mut();
        for (name, value) in sent.chain(exchange.response.headers.iter_mut()) {
            if cleaning::is_credential(name) {
                *value = self.redact_credential(value);
            }
        }
        cleaning::clean_headers(&mut request.headers);
        cleaning::clean_headers(&mut exchange.response.headers);
        request.url = clean_url(&request.url, &subject);
        if known_method(&request.method).is_none() {
            request.method = REDACTED.to_ascii_uppercase();
        }
        let (operation, response) = match subject {
            Subject::Operation { operation, response } => (Some(operation), response),
            _ => (None, None),
        };
        let asked = operation.and_then(|operation: &Operation| operation.request_body.as_ref());
        // What any other success says is judged like the one that the document describes.
        let is_success = (200..300).contains(&exchange.response.status);
        let success = || operation.and_then(Operation::success).filter(|_| is_success);
        let answered = response.or_else(success).and_then(|response| response.body.as_ref());
        self.redact_request(&mut exchange.request.body, asked, &exchange.response.body);
        self.redact_answer(&mut exchange.response.body, answered);
    }

    /// Replaces a credential, but for the scheme in front of it: whether it stands there is asked.
    fn redact_credential(&mut self, text: &str) -> String {
        let scheme = known_scheme(text).unwrap_or_default();
        let length =
            text.split_whitespace().next().filter(|_| !scheme.is_empty()).map_or(0, str::len);
        let secret = &text.trim_start()[length..];
        let space = if length == 0 || secret.is_empty() { "" } else { " " };
        match secret.trim() {
            "" => text.to_owned(),
            secret => format!("{scheme}{space}{}", self.stand_in("redacted", secret)),
        }
    }

    fn stand_in(&mut self, kind: &'static str, value: &str) -> String {
        self.remember(kind, value.to_owned(), |number| format!("{kind}-{number}"))
    }

    /// The stand-in of a value; a new value gets the next number of its kind.
    fn remember(
        &mut self,
        kind: &'static str,
        value: String,
        name: impl FnOnce(usize) -> String,
    ) -> String {
        let counts = &mut self.counts;
        let stand_in = self.stand_ins.entry((kind, value)).or_insert_with(|| {
            let count = counts.entry(kind).or_default();
            *count += 1;
            name(*count)
        });
        stand_in.clone()
    }
}

#[cfg(test)]
mod tests;
