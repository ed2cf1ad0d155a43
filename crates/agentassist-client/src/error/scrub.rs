//! Makes a text of the API fit for a message: short, in one line, about nobody.

/// How many characters a message keeps.
const LONGEST: usize = 200;

/// A number of more digits may be somebody's, in one word or in groups of digits.
const DIGITS: usize = 3;

/// What stands for words that may be about a person.
const REDACTED: &str = "[redacted]";

/// Returns the text in one line, with a placeholder for what may be about a person: every word that
/// is none of [`PLAIN`], and every long number.
pub(super) fn one_line(text: &str) -> String {
    // What lies far behind the end of the line is not even looked at.
    let words = text.split(|char: char| char.is_whitespace() || char.is_control()).take(LONGEST);
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    let mut line = String::new();
    for group in words.chunk_by(|a, b| may_be_of_one_number(a) && may_be_of_one_number(b)) {
        let digits = group.iter().map(|word| digits_of(word)).sum::<usize>();
        for word in group {
            let is_shown = digits <= DIGITS && is_plain(word);
            if !is_shown && line.ends_with(REDACTED) {
                continue;
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(if is_shown { word } else { REDACTED });
        }
        if let Some((end, _)) = line.char_indices().nth(LONGEST) {
            line.truncate(end);
            line.push('…');
            break;
        }
    }
    line
}

fn digits_of(word: &str) -> usize {
    word.chars().filter(char::is_ascii_digit).count()
}

/// Whether a word has digits, or is what stands between groups of them.
fn may_be_of_one_number(word: &str) -> bool {
    digits_of(word) > 0 || !word.contains(char::is_alphanumeric)
}

/// Whether a word consists of plain words and short numbers. No letters but those of English are
/// plain, and no character that changes the direction of a line.
fn is_plain(word: &str) -> bool {
    let mut parts = word.split(|char: char| !char.is_ascii_alphanumeric());
    let is_known = |part: &str| PLAIN.contains(&part.to_ascii_lowercase().as_str());
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    // An address is one, of whatever words it is made.
    word.is_ascii() && !word.contains('@') && parts.all(|part| is_number(part) || is_known(part))
}

/// The words of errors that servers write. Words that are names too are none of them.
#[rustfmt::skip]
const PLAIN: &[&str] = &[
    "a", "about", "above", "accepted", "access", "account", "accountid", "active", "after", "again",
    "agent", "all", "allowed", "already", "an", "and", "any", "api", "app", "application", "are",
    "argument", "arguments", "array", "as", "at", "attempt", "authenticate", "authentication",
    "authorization", "authorized", "bad", "be", "because", "been", "before", "between", "body",
    "bot", "bulk", "busy", "but", "by", "call", "called", "calls", "campaign", "campaigns", "can",
    "cannot", "characters", "check", "claim", "closed", "code", "conflict", "connection", "contact",
    "contactid", "contacts", "content", "could", "count", "country", "create", "created",
    "credentials", "currently", "data", "date", "deactivated", "delete", "deleted", "deleting",
    "deletion", "denied", "deprecated", "did", "disabled", "do", "does", "doesn", "don", "done",
    "down", "duplicate", "each", "email", "empty", "enabled", "entity", "error", "errors", "exceed",
    "exceeded", "exceeds", "exist", "existing", "exists", "exp", "expected", "expecting", "expired",
    "expires", "fail", "failed", "failure", "few", "field", "fields", "file", "first", "for",
    "forbidden", "format", "found", "from", "gateway", "given", "go", "gone", "got", "greater",
    "had", "half", "has", "have", "header", "headers", "hour", "hourly", "hours", "how", "http",
    "id", "ids", "if", "iid", "in", "inactive", "incorrect", "instance", "integer", "internal",
    "invalid", "is", "it", "its", "json", "jti", "jwt", "key", "large", "last", "later", "least",
    "length", "less", "limit", "limits", "list", "listid", "lists", "locked", "long", "maintenance",
    "malformed", "match", "matched", "matches", "max", "maximum", "maximums", "message", "method",
    "min", "minimum", "minute", "minutes", "missing", "more", "most", "must", "name", "names",
    "new", "no", "not", "nothing", "null", "number", "numbers", "object", "of", "off", "on", "once",
    "one", "only", "operation", "or", "order", "other", "out", "overloaded", "page", "parameter",
    "parameters", "params", "parse", "pattern", "payload", "pending", "per", "permission",
    "permissions", "permitted", "phone", "platform", "please", "possibly", "present", "problem",
    "process", "processed", "processing", "progress", "property", "provided", "public", "published",
    "queue", "rate", "reach", "reached", "read", "reason", "record", "records", "refused",
    "rejected", "remove", "removed", "replay", "request", "requested", "requests", "required",
    "resource", "response", "retry", "retrying", "route", "s", "scope", "scopes", "sdk", "second",
    "seconds", "secret", "sent", "server", "service", "session", "set", "should", "signature",
    "signed", "size", "skip", "small", "some", "something", "sometime", "sorry", "stale", "state",
    "status", "stop", "stopped", "stream", "streamid", "string", "style", "success", "successful",
    "successfully", "such", "suite", "support", "supported", "system", "t", "temporarily", "test",
    "than", "that", "the", "their", "then", "there", "these", "this", "those", "time", "timed",
    "timeout", "to", "token", "tokens", "too", "try", "type", "unable", "unauthorized",
    "unavailable", "under", "unexpected", "unique", "unknown", "unprocessable", "unsupported",
    "until", "update", "updated", "updates", "updating", "us", "use", "used", "user", "users",
    "using", "uuid", "valid", "validate", "validation", "value", "values", "ve", "verification",
    "verified", "verify", "verifying", "version", "wait", "was", "way", "went", "were", "what",
    "when", "where", "which", "while", "with", "without", "word", "words", "wrong", "yet", "you",
    "your",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_about_a_person_is_replaced() {
        for (text, expected) in [
            ("token eyJhbGciOi.eyJhcHBJ.c2ln is bad", "token [redacted] is bad"),
            ("auth=eyJhbGciOi.eyJhcHBJ.c2ln", "[redacted]"),
            (
                "Contact Ada Lovelace with number +44 20 7946 0958 is invalid",
                "Contact [redacted] with number [redacted] is invalid",
            ),
            ("number 020 - 794 - 609", "number [redacted]"),
            ("Zoë is \u{202e}locked\u{2066}", "[redacted] is [redacted]"),
            ("name@contact.us", "[redacted]"),
            ("email ada@example.com rejected", "email [redacted] rejected"),
            ("number +919550112345 in use", "number [redacted] in use"),
            ("contact 667e48f7c8b972fc691a0b1c is gone", "contact [redacted] is gone"),
        ] {
            assert_eq!(one_line(text), expected);
        }
    }

    #[test]
    fn the_vendors_sentences_stay_as_they_are() {
        for text in [
            "You've exceeded the per-minute rate limit. Please wait for sometime before retrying.",
            "error verifying the jwt: if \"jti\" claim \"exp\" must be <= 1 hour(s)",
            "Permission denied. Scope is incorrect!",
            "Validation errors/ Invalid arguments",
        ] {
            assert_eq!(one_line(text), text);
        }
    }

    #[test]
    fn many_lines_become_one_short_one() {
        assert_eq!(one_line(" a\n\tbad\u{1b}[31m\0code "), "a bad [redacted] code");
        assert_eq!(one_line(&"word ".repeat(1000)).chars().count(), LONGEST + 1);
        assert_eq!(one_line(&"ä".repeat(1000)), REDACTED);
    }
}
