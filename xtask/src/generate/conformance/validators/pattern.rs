//! Patterns of the document in the form that a regular expression engine without lookahead takes.

/// A pattern taken apart: what a text must match, and what it must not match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) demanded: String,
    pub(super) refused: Option<String>,
}

/// Takes `^B$` or `^(?!A$)B$` apart.
///
/// A pattern of JSON Schema is one of ECMAScript. Both engines must read it alike, so what they
/// read differently (`\d`, `\w`, a dot, …) is refused.
pub(super) fn split(pattern: &str) -> Result<Parts, String> {
    let inner = pattern
        .strip_prefix('^')
        .and_then(|rest| rest.strip_suffix('$'))
        .ok_or("only a pattern from `^` to `$` is known")?;
    let (refused, demanded) = match inner.strip_prefix("(?!").map(|rest| rest.split_once("$)")) {
        None => (None, inner),
        Some(Some((refused, demanded))) => (Some(refused), demanded),
        Some(None) => return Err("only a lookahead to the end, `(?!…$)`, is known".to_owned()),
    };
    for part in refused.iter().chain([&demanded]) {
        read_alike(part)?;
    }
    let whole = |part: &str| format!("^(?:{part})$");
    let parts = Parts { demanded: whole(demanded), refused: refused.map(whole) };
    for part in parts.refused.iter().chain([&parts.demanded]) {
        regex::Regex::new(part)
            .map_err(|error| format!("not a pattern without lookaround: {error}"))?;
    }
    Ok(parts)
}

/// Refuses what ECMAScript and Rust read differently.
fn read_alike(part: &str) -> Result<(), String> {
    let mut in_class = false;
    let mut letters = part.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('u') => {}
                Some(escaped) if !escaped.is_ascii_alphanumeric() => {}
                escaped => {
                    return Err(format!(
                        "the escape `\\{}` is not read alike by every engine",
                        escaped.unwrap_or_default()
                    ));
                }
            },
            // Rust has classes in classes, ECMAScript has not.
            '[' if in_class => return Err("`[` in a class needs a backslash".to_owned()),
            '&' | '~' if in_class => return Err("`&` and `~` in a class are not known".to_owned()),
            '[' => in_class = true,
            ']' => in_class = false,
            '.' | '^' | '$' if !in_class => {
                return Err(format!("`{letter}` inside of a pattern is not known"));
            }
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lookahead_to_the_end_is_taken_apart() {
        let parts = split("^(?!(?:a|b)$)[^/]+$").unwrap();
        assert_eq!(parts.demanded, "^(?:[^/]+)$");
        assert_eq!(parts.refused.as_deref(), Some("^(?:(?:a|b))$"));
    }

    #[test]
    fn what_two_engines_could_read_differently_is_refused() {
        for pattern in [
            "a$",
            "^a",
            r"^\d+$",
            r"^\w+$",
            r"^a\b$",
            "^.+$",
            "^a$b$",
            "^[a&&b]$",
            "^[[a]]$",
            "^(?=a)a$",
            "^(?!a)a$",
            "^a(?!b$)c$",
            r"^(a)\1$",
            "^(a$",
        ] {
            assert!(split(pattern).is_err(), "{pattern}");
        }
    }
}
