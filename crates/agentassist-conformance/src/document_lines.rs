//! The line of the document on which a part of it stands.
//!
//! The document is embedded as the file it is. It is written in block style throughout: a key
//! stands on a line of its own, deeper than its parent. This is all that has to be known of YAML
//! to find a line; a test finds every part of the document.

use std::sync::LazyLock;

/// The document, from the root of the project.
pub(crate) const FILE: &str = "openapi/agentassist.yaml";

static TEXT: &str = include_str!("../../../openapi/agentassist.yaml");

static LINES: LazyLock<Vec<&str>> = LazyLock::new(|| TEXT.lines().collect());

/// The line, counted from 1, of the part at a JSON pointer, or of the nearest part around it that
/// has a line of its own.
pub(crate) fn line(pointer: &str) -> usize {
    let lines = &**LINES;
    let mut found = Block { line: 0, start: 0, end: lines.len(), is_item: false };
    for step in pointer.split('/').skip(1) {
        let key = step.replace("~1", "/").replace("~0", "~");
        match found.child(&key, lines) {
            Some(child) => found = child,
            None => break,
        }
    }
    found.line + 1
}

/// A part of the document: the line of its key, and the lines of its value.
#[derive(Clone, Copy)]
struct Block {
    line: usize,
    start: usize,
    end: usize,
    /// It is an item of a list: its first key stands behind the hyphen on the first line.
    is_item: bool,
}

impl Block {
    fn child(self, key: &str, lines: &[&str]) -> Option<Self> {
        let expected = (self.start..self.end).find_map(|index| self.depth(index, lines))?;
        let entries: Vec<_> = (self.start..self.end)
            .filter(|index| self.depth(*index, lines) == Some(expected))
            .collect();
        let is_item = self.text(*entries.first()?, lines).starts_with("- ");
        let position = if is_item {
            key.parse().ok()?
        } else {
            entries.iter().position(|index| key_of(self.text(*index, lines)) == Some(key))?
        };
        let line = *entries.get(position)?;
        let end = entries.get(position + 1).copied().unwrap_or(self.end);
        Some(Self { line, start: if is_item { line } else { line + 1 }, end, is_item })
    }

    /// A line without its indentation, to which the hyphen of an item belongs.
    fn text<'a>(self, index: usize, lines: &[&'a str]) -> &'a str {
        let text = lines[index].trim_start();
        let behind = text.strip_prefix("- ").filter(|_| self.is_item && index == self.start);
        behind.unwrap_or(text)
    }

    /// How deep a line is; `None` for one that holds nothing.
    fn depth(self, index: usize, lines: &[&str]) -> Option<usize> {
        let text = self.text(index, lines);
        (!text.is_empty() && !text.starts_with('#')).then_some(lines[index].len() - text.len())
    }
}

/// The key of a line such as `'200':` or `type: string`.
fn key_of(text: &str) -> Option<&str> {
    let (key, rest) = text.split_once(':')?;
    (rest.is_empty() || rest.starts_with(' ')).then(|| key.trim_matches('\''))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::document::DOCUMENT;

    #[test]
    fn every_key_of_the_document_stands_on_its_line() {
        let mut count = 0;
        check(&DOCUMENT, "", &mut count);
        assert!(count > 800, "only {count} keys were found");
    }

    fn check(value: &Value, pointer: &str, count: &mut usize) {
        match value {
            Value::Object(object) => {
                for (key, inner) in object.iter().filter(|(key, _)| *key != "x-generated") {
                    let step = key.replace('~', "~0").replace('/', "~1");
                    let pointer = format!("{pointer}/{step}");
                    let text = TEXT.lines().nth(line(&pointer) - 1).unwrap();
                    assert!(
                        text.contains(&format!("{key}:")) || text.contains(&format!("'{key}':")),
                        "{pointer} is not on the line {text}"
                    );
                    *count += 1;
                    check(inner, &pointer, count);
                }
            }
            Value::Array(items) => {
                for (index, inner) in items.iter().enumerate() {
                    check(inner, &format!("{pointer}/{index}"), count);
                }
            }
            _ => {}
        }
    }

    #[test]
    fn what_is_not_in_the_document_is_near_what_is() {
        assert_eq!(line(""), 1);
        let schema = line("/components/schemas/ContactPage");
        assert_eq!(line("/components/schemas/ContactPage/nothing/at/all"), schema);
        assert!(TEXT.lines().nth(schema - 1).unwrap().contains("ContactPage:"));
    }
}
