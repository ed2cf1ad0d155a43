//! A command that makes the same call again, without the secrets and personal data of it.

use std::fmt::{self, Write};
use std::slice;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::address::readable_url;
use crate::call::Content;
use crate::document::{OPERATIONS, Operation, Place};
use crate::exchange::{Body, Headers};
use crate::judge::Subject;
use crate::redaction::{Redactor, clean_header, clean_query_value, clean_url, known_method};

/// The most characters of an address or a body that a command shows.
const TEXT: usize = 2000;
/// The most characters of a header.
const HEADER: usize = 200;
/// The most headers: of the document's, each stands there once.
const HEADERS: usize = 8;

/// A line for a shell that makes the same call: with a variable in place of the token, and with
/// stand-ins for what the document marks as personal. Headers and query parameters that the
/// document does not know are named, not shown. What is very long is shortened, and the line says
/// so.
///
/// Few are ever asked for, so most are made when they are.
pub(crate) enum Reproduction {
    /// The line.
    Line(String),
    /// What makes it, and how many bytes it holds for that.
    Later(Box<dyn Fn() -> String + Send + Sync>, usize),
}

/// A line that is made when it is asked for first, and then remembered.
#[derive(Debug)]
pub(crate) enum Again {
    Unknown,
    Unmade(Reproduction),
    Made(Arc<str>),
}

impl Again {
    /// The most bytes that are held to make a line, where it has to wait.
    const HELD: usize = 64 * 1024;

    /// The line; nothing where there is none.
    pub(crate) fn line(&mut self) -> Option<Arc<str>> {
        let line = match std::mem::replace(self, Self::Unknown) {
            Self::Unknown => return None,
            Self::Unmade(reproduction) => reproduction.into_line().into(),
            Self::Made(line) => line,
        };
        *self = Self::Made(Arc::clone(&line));
        Some(line)
    }

    /// Makes the line now, if much would have to be held for it.
    pub(crate) fn lighten(&mut self) {
        if matches!(self, Self::Unmade(Reproduction::Later(_, held)) if *held > Self::HELD) {
            let _ = self.line();
        }
    }
}

impl From<Option<Reproduction>> for Again {
    fn from(reproduction: Option<Reproduction>) -> Self {
        reproduction.map_or(Self::Unknown, Self::Unmade)
    }
}

/// What was asked.
pub(crate) struct Asked<'a> {
    pub(crate) url: &'a str,
    pub(crate) headers: &'a Headers,
    pub(crate) body: Content<'a>,
}

impl Reproduction {
    /// The line for what was asked of an operation.
    pub(crate) fn of(operation: &Operation, asked: &Asked<'_>) -> Self {
        Self::Line(line(operation.method, Some(operation), asked))
    }

    /// The line for what was asked of no operation: of its address and its body remains what
    /// redaction leaves of them.
    pub(crate) fn astray(method: &str, asked: &Asked<'_>) -> Self {
        Self::Line(line(known_method(method).unwrap_or("REDACTED"), None, asked))
    }

    /// A line that is made from an exchange of so many bytes which can be read again; nothing if it
    /// cannot.
    pub(crate) fn later(
        bytes: usize,
        make: impl Fn() -> Option<Self> + Send + Sync + 'static,
    ) -> Self {
        Self::Later(Box::new(move || make().map(Self::into_line).unwrap_or_default()), bytes)
    }

    /// The line.
    pub(crate) fn into_line(self) -> String {
        match self {
            Self::Line(line) => line,
            Self::Later(make, _) => make(),
        }
    }
}

impl fmt::Debug for Reproduction {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(line) => formatter.debug_tuple("Line").field(line).finish(),
            Self::Later(..) => formatter.write_str("Later"),
        }
    }
}

impl Serialize for Reproduction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Line(line) => serializer.serialize_str(line),
            Self::Later(make, _) => serializer.serialize_str(&make()),
        }
    }
}

impl<'de> Deserialize<'de> for Reproduction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::Line)
    }
}

fn line(method: &str, operation: Option<&Operation>, asked: &Asked<'_>) -> String {
    let mut line = Line { text: format!("curl -X {method}"), remark: None };
    let url = operation.map_or_else(|| clean_url(asked.url, &Subject::Unknown), |_| url(asked.url));
    line.word("", &url, TEXT);
    // Which headers no operation has, all of them have to tell.
    let operations = operation.map_or(OPERATIONS, slice::from_ref);
    let is_secret = |name: &str| {
        let mut secrets = operations.iter().flat_map(|operation| operation.security);
        secrets.any(|it| it.eq_ignore_ascii_case(name))
    };
    let is_shown = |name: &str| operations.iter().any(|operation| is_shown(operation, name));
    let mut headers = asked.headers.iter().filter(|(name, _)| is_shown(name));
    for (name, value) in headers.by_ref().take(HEADERS) {
        if is_secret(name) {
            // expect: writing to a string does not fail.
            write!(line.text, " -H \"{}: $TOKEN\"", name.to_ascii_lowercase())
                .expect("a string takes any text");
        } else {
            line.word("-H ", &format!("{name}: {}", clean_header(name, value)), HEADER);
        }
    }
    if headers.next().is_some() {
        line.remark = Some(SHORTENED);
    }
    let mut body = match &asked.body {
        Content::Absent | Content::Conforming(_) => Body::Absent,
        Content::Tree(tree) => Body::Json((*tree).clone()),
        Content::Text(text) => Body::Text((*text).to_owned()),
        Content::NotUtf8(text) => Body::NotUtf8((*text).to_owned()),
        Content::Long(_) => {
            line.text.push_str(" --data @body.json");
            line.remark = Some("the body is too long to be shown");
            Body::Absent
        }
    };
    let described = operation.and_then(|operation| operation.request_body.as_ref());
    Redactor::default().redact_request(&mut body, described, &Body::Absent);
    match body {
        Body::Absent => {}
        Body::Json(tree) => line.word("--data ", &tree.to_string(), TEXT),
        Body::Text(text) | Body::NotUtf8(text) => line.word("--data ", &text, TEXT),
    }
    let Line { text, remark } = line;
    match remark {
        None => text,
        Some(remark) => format!("{text} # {remark}"),
    }
}

/// A line that grows.
struct Line {
    text: String,
    /// What a reader of it has to know.
    remark: Option<&'static str>,
}

const SHORTENED: &str = "shortened";

impl Line {
    /// Adds a word, or as much of it as is shown, behind an option.
    fn word(&mut self, option: &str, word: &str, most: usize) {
        let end = word.char_indices().nth(most).map_or(word.len(), |(end, _)| end);
        self.text.push(' ');
        self.text.push_str(option);
        self.text.push_str(&quote(&word[..end]));
        if end < word.len() {
            self.remark = Some(SHORTENED);
        }
    }
}

fn is_shown(operation: &Operation, header: &str) -> bool {
    let parameters = operation.parameters.iter().filter(|known| known.place == Place::Header);
    let names = parameters.map(|known| known.name).chain(["content-type"]);
    names.chain(operation.security.iter().copied()).any(|it| it.eq_ignore_ascii_case(header))
}

/// A URL, without the values of parameters that the document does not know.
fn url(asked: &str) -> String {
    // A request that calls an operation has a URL that can be read.
    let Ok(asked) = readable_url(asked) else { return String::new() };
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
    use crate::exchange::Body;
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
    fn a_call_of_no_operation_has_a_command_without_what_nobody_knows() {
        let line = |url: &str, method: &str| {
            line(|exchange| {
                url.clone_into(&mut exchange.request.url);
                method.clone_into(&mut exchange.request.method);
            })
        };
        let rest = "-H \"auth: $TOKEN\" -H 'accountId: 65f7d49a5dd06e2cefa00001' \
                    -H 'content-type: application/json' \
                    --data 'redacted: 97 bytes that are not described'";
        let base = "https://platform.kore.ai/agentassist/api/v1/public";
        assert_eq!(
            line(&format!("{base}/st-1/persons/Ada?limit=5&name=King#x"), "PUT"),
            format!("curl -X PUT '{base}/redacted/redacted/redacted?limit=5&name=redacted' {rest}")
        );
        assert_eq!(
            line(&format!("{base}/st-1/contacts/Ada"), "PATCH"),
            format!("curl -X PATCH {base}/redacted/contacts/redacted {rest}")
        );
        assert_eq!(
            line("https://https://u:King@h/Ada", "ADA"),
            format!("curl -X REDACTED https://https//redacted/redacted {rest}")
        );
        assert_eq!(line("Ada King", "GET"), format!("curl -X GET redacted {rest}"));
        let long = line(&format!("{base}/st-1/contacts?limit={}", "9".repeat(70_000)), "GET");
        assert!(long.len() < 1_000 && !long.contains("999"), "{long}");
    }

    #[test]
    fn a_line_is_short_however_long_the_call_is() {
        let line = line(|exchange| {
            exchange.request.url.push('?');
            exchange.request.url.extend((0..500).map(|number| format!("p{number}=1&")));
            (0..500).for_each(|_| exchange.request.headers.push("accountId", "a".repeat(500)));
            let long = "Ada ".repeat(2_000);
            exchange.request.body = Body::Json(serde_json::json!({"lastName": long}));
        });
        assert!(line.len() < 6_000 && line.ends_with("' # shortened"), "{line}");
        assert!(!line.contains("Ada"), "{line}");
    }

    #[test]
    fn nothing_in_a_call_can_end_the_quotes() {
        let line = line(|exchange| {
            exchange.request.headers = [("accountId", "a'; b")].into_iter().collect();
        });
        assert!(line.contains(r"-H 'accountId: a'\''; b'"), "{line}");
    }
}
