//! One YAML document as a tree, within bounds: no aliases, few nodes, little depth.

use std::borrow::Cow;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, StrInput};
use serde_json::{Map, Number, Value};

/// The most objects and lists in a row, as in JSON.
const DEPTH: usize = 127;
/// The most nodes of one document: a body is a single one.
const NODES: usize = 1 << 16;

/// A node of a document.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node<'a> {
    /// A text. A plain one stands without quotes: it may mean a number, a truth value or nothing.
    Text {
        text: Cow<'a, str>,
        is_plain: bool,
    },
    List(Vec<Self>),
    /// In the order of the text; no name stands twice.
    Map(Vec<(Cow<'a, str>, Self)>),
}

/// Why a text is no document that is read here.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum YamlError {
    /// It is no YAML, or makes use of what no recorder writes. Line and column are counted from 1.
    Syntax { line: usize, column: usize },
    /// It is nested too deeply.
    TooDeep,
    /// It has too many nodes.
    TooLarge,
}

/// Reads the one document of a text; `None` if there is nothing in it.
pub(super) fn read(text: &str) -> Result<Option<Node<'_>>, YamlError> {
    let mut events = Events { parser: Parser::new_from_str(text), nodes: 0 };
    loop {
        match events.next()? {
            Event::StreamEnd => return Ok(None),
            Event::Nothing | Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd => {}
            event => {
                let node = events.node(event, 0)?;
                return events.end().map(|()| Some(node));
            }
        }
    }
}

struct Events<'a> {
    parser: Parser<'a, StrInput<'a>>,
    nodes: usize,
}

impl<'a> Events<'a> {
    fn next(&mut self) -> Result<Event<'a>, YamlError> {
        match self.parser.next_event() {
            Some(Ok((event, _))) => Ok(event),
            Some(Err(error)) => Err(syntax(&error)),
            None => Ok(Event::StreamEnd),
        }
    }

    /// Passes the end of the document; nothing may stand behind it.
    fn end(&mut self) -> Result<(), YamlError> {
        loop {
            match self.next()? {
                Event::StreamEnd => return Ok(()),
                Event::Nothing | Event::DocumentEnd => {}
                _ => return Err(self.here()),
            }
        }
    }

    /// Reads the node that begins with an event. Recursion ends with the depth.
    fn node(&mut self, event: Event<'a>, depth: usize) -> Result<Node<'a>, YamlError> {
        self.nodes += 1;
        if self.nodes > NODES {
            return Err(YamlError::TooLarge);
        }
        if depth > DEPTH {
            return Err(YamlError::TooDeep);
        }
        match event {
            Event::Scalar(text, style, _, _) => {
                Ok(Node::Text { text, is_plain: style == ScalarStyle::Plain })
            }
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                loop {
                    match self.next()? {
                        Event::SequenceEnd => return Ok(Node::List(items)),
                        event => items.push(self.node(event, depth + 1)?),
                    }
                }
            }
            Event::MappingStart(..) => self.map(depth),
            _ => Err(self.here()),
        }
    }

    fn map(&mut self, depth: usize) -> Result<Node<'a>, YamlError> {
        let mut entries = Vec::<(Cow<'a, str>, Node<'a>)>::new();
        let mut names = std::collections::HashSet::new();
        loop {
            let name = match self.next()? {
                Event::MappingEnd => return Ok(Node::Map(entries)),
                Event::Scalar(name, ..) => name,
                _ => return Err(self.here()),
            };
            if !names.insert(name.clone()) {
                return Err(self.here());
            }
            let event = self.next()?;
            entries.push((name, self.node(event, depth + 1)?));
        }
    }

    /// An error where the parser stands: an alias could make a small text large, and a name that
    /// stands twice has two meanings.
    fn here(&mut self) -> YamlError {
        match self.parser.peek() {
            Some(Ok((_, span))) => {
                YamlError::Syntax { line: span.start.line(), column: span.start.col() + 1 }
            }
            Some(Err(error)) => syntax(&error),
            None => YamlError::Syntax { line: 1, column: 1 },
        }
    }
}

fn syntax(error: &ScanError) -> YamlError {
    let place = error.marker();
    YamlError::Syntax { line: place.line(), column: place.col() + 1 }
}

impl Node<'_> {
    /// The value of a property, if this is a map that has it and if it is not nothing.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        let Self::Map(entries) = self else { return None };
        let (_, node) = entries.iter().find(|(known, _)| known == name)?;
        (!node.is_nothing()).then_some(node)
    }

    /// The text, of a number too.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text { text, .. } => Some(text),
            Self::List(_) | Self::Map(_) => None,
        }
    }

    /// The names of a map.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let entries = match self {
            Self::Map(entries) => &entries[..],
            Self::Text { .. } | Self::List(_) => &[],
        };
        entries.iter().map(|(name, _)| &**name)
    }

    fn is_nothing(&self) -> bool {
        matches!(self, Self::Text { text, is_plain: true } if matches!(&**text, "" | "~" | "null" | "Null" | "NULL"))
    }

    /// The value in JSON, by the core schema of YAML.
    pub(super) fn to_json(&self) -> Value {
        match self {
            Self::List(items) => items.iter().map(Self::to_json).collect(),
            Self::Map(entries) => {
                let entries = entries.iter().map(|(name, it)| (name.to_string(), it.to_json()));
                Value::Object(entries.collect::<Map<_, _>>())
            }
            node if node.is_nothing() => Value::Null,
            Self::Text { text, is_plain: true } => match &**text {
                "true" | "True" | "TRUE" => Value::Bool(true),
                "false" | "False" | "FALSE" => Value::Bool(false),
                number => match number.parse::<Number>() {
                    Ok(number) => Value::Number(number),
                    Err(_) => Value::from(number),
                },
            },
            Self::Text { text, .. } => Value::from(&**text),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn json_of(text: &str) -> Value {
        read(text).unwrap().unwrap().to_json()
    }

    #[test]
    fn every_kind_of_value_is_read() {
        let text = "---\na: [1, -2.5, x, '1']\nb: {c: true, d: ~}\ne: |-\n  two\n  lines\n";
        assert_eq!(
            json_of(text),
            json!({"a": [1, -2.5, "x", "1"], "b": {"c": true, "d": null}, "e": "two\nlines"})
        );
        assert_eq!(read("# nothing\n---\n...\n"), Ok(Some(plain(""))));
        assert_eq!(read(""), Ok(None));
    }

    fn plain(text: &str) -> Node<'_> {
        Node::Text { text: text.into(), is_plain: true }
    }

    #[test]
    fn what_would_grow_without_bounds_is_refused() {
        let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
        assert!(matches!(read(bomb), Err(YamlError::Syntax { line: 2, .. })));
        for (open, close) in [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", "")] {
            let deep = open.repeat(10_000) + &close.repeat(10_000);
            assert!(read(&deep).is_err(), "{open}");
        }
        let wide = "- a\n".repeat(NODES + 1);
        assert_eq!(read(&wide), Err(YamlError::TooLarge));
    }

    #[test]
    fn a_name_that_stands_twice_is_refused() {
        assert!(matches!(read("a: 1\na: 2\n"), Err(YamlError::Syntax { .. })));
    }

    #[test]
    fn what_is_no_yaml_says_where() {
        assert!(matches!(read("a: 1\nb: ]\n"), Err(YamlError::Syntax { line: 2, .. })));
    }
}
