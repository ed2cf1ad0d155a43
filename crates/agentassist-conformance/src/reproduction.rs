//! A command that makes the same call again, without the secrets and personal data of it.

use std::fmt::{self, Write};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::address::readable_url;
use crate::document::{Operation, Place};
use crate::exchange::{Body, Exchange, Request};
use crate::redaction::{Redactor, clean_header, clean_query_value};

/// The most characters of a body that a command shows.
const BODY: usize = 2000;

/// A line for a shell that makes the same call: with a variable in place of the token, and with
/// stand-ins for what the document marks as personal. Headers and query parameters that the
/// document does not know are named, not shown.
///
/// Few are ever asked for, so most are made when they are.
pub(crate) enum Reproduction {
    /// The line.
    Line(String),
    /// What makes it.
    Later(Box<dyn Fn() -> String + Send + Sync>),
}

impl Reproduction {
    /// The line for a request.
    pub(crate) fn of(operation: &Operation, request: &Request) -> Self {
        Self::Line(line(operation, request))
    }

    /// The line for the request of an exchange that can be read again.
    pub(crate) fn later(
        operation: &'static Operation,
        read: impl Fn() -> Option<Exchange> + Send + Sync + 'static,
    ) -> Self {
        let make = move || read().map(|it| line(operation, &it.request)).unwrap_or_default();
        Self::Later(Box::new(make))
    }

    /// The line.
    pub(crate) fn into_line(self) -> String {
        match self {
            Self::Line(line) => line,
            Self::Later(make) => make(),
        }
    }
}

impl fmt::Debug for Reproduction {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(line) => formatter.debug_tuple("Line").field(line).finish(),
            Self::Later(_) => formatter.write_str("Later"),
        }
    }
}

impl Serialize for Reproduction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Line(line) => serializer.serialize_str(line),
            Self::Later(make) => serializer.serialize_str(&make()),
        }
    }
}

impl<'de> Deserialize<'de> for Reproduction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::Line)
    }
}

fn line(operation: &Operation, request: &Request) -> String {
    let mut line = format!("curl -X {} {}", quote(operation.method), quote(&url(request)));
    for (name, value) in request.headers.iter() {
        let is = |known: &&&str| known.eq_ignore_ascii_case(name);
        if let Some(secret) = operation.security.iter().find(is) {
            // expect: writing to a string does not fail.
            write!(line, " -H \"{secret}: $TOKEN\"").expect("a string takes any text");
        } else if is_shown(operation, name) {
            line.push_str(" -H ");
            line.push_str(&quote(&format!("{name}: {}", clean_header(name, value))));
        }
    }
    let mut body = request.body.clone();
    let described = operation.request_body.as_ref();
    Redactor::default().redact_request(&mut body, described, &Body::Absent);
    let text = match body {
        Body::Absent => return line,
        Body::Json(value) => value.to_string(),
        Body::Text(text) | Body::NotUtf8(text) => text,
    };
    line.push_str(" --data ");
    line.push_str(&quote(&text.chars().take(BODY).collect::<String>()));
    line
}

fn is_shown(operation: &Operation, header: &str) -> bool {
    let mut parameters = operation.parameters.iter();
    header.eq_ignore_ascii_case("content-type")
        || parameters
            .any(|known| known.place == Place::Header && known.name.eq_ignore_ascii_case(header))
}

/// The URL, without the values of parameters that the document does not know.
fn url(request: &Request) -> String {
    // A request that calls an operation has a URL that can be read.
    let Ok(asked) = readable_url(&request.url) else { return String::new() };
    let mut url = asked.clone();
    // A URL with a host, which this one has, can be without these.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url.set_fragment(None);
    if url.query().is_none() {
        return url.into();
    }
    url.query_pairs_mut().clear();
    for (name, value) in asked.query_pairs() {
        url.query_pairs_mut().append_pair(&name, clean_query_value(&name, &value));
    }
    url.into()
}

/// A word for a POSIX shell.
fn quote(text: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./:".contains(letter);
    if !text.is_empty() && text.chars().all(is_plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use crate::rules::Rule;
    use crate::{Exchange, Judge};

    fn line(change: impl FnOnce(&mut Exchange)) -> String {
        let mut exchange = Rule::UpdateNotShown.explanation().example.failing().remove(0);
        change(&mut exchange);
        Judge::default().judge(&exchange).reproduction.unwrap().into_line()
    }

    #[test]
    fn a_command_makes_the_call_without_what_is_secret_or_personal() {
        assert_eq!(
            line(|_| {}),
            "curl -X PUT https://platform.kore.ai/agentassist/api/v1/public/st-7dc994f0/contacts/\
             667e48f7c8b972fc69100001 -H \"auth: $TOKEN\" -H 'accountId: 65f7d49a5dd06e2cefa00001' \
             -H 'content-type: application/json' --data '{\"lastName\":\"name-1\",\"cellPhone\":\
             {\"phoneNumber\":\"8900000000\",\"countryCode\":\"+49\",\"extension\":\"+\"}}'"
        );
    }

    #[test]
    fn what_the_document_does_not_know_is_not_shown() {
        let line = line(|exchange| {
            exchange.request.url.push_str("?token=s3cr3t#s3cr3t");
            exchange.request.url.insert_str(8, "user:s3cr3t@");
            exchange.request.headers.push("cookie", "s3cr3t");
        });
        assert!(line.contains("?token=redacted"), "{line}");
        assert!(!line.contains("s3cr3t") && !line.contains("user"), "{line}");
    }

    #[test]
    fn nothing_in_a_call_can_end_the_quotes() {
        let line = line(|exchange| {
            exchange.request.headers = [("accountId", "a'; b")].into_iter().collect();
        });
        assert!(line.contains(r"-H 'accountId: a'\''; b'"), "{line}");
    }
}
