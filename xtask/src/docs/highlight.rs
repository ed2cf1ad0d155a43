//! JSON and command lines as coloured pieces of text.

use std::iter;

use serde::Serialize;
use serde_json::Value;

use super::markdown::Html;

/// A block of code under a title.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Code {
    pub(super) title: Html,
    pub(super) tokens: Vec<Token>,
}

/// A piece of code: its text and what it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Token {
    pub(super) class: Class,
    pub(super) text: String,
}

/// What a piece of code is; the style sheet gives each class its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Class {
    Plain,
    Key,
    Text,
    Number,
    Word,
    Variable,
}

impl Token {
    pub(super) fn new(class: Class, text: impl Into<String>) -> Self {
        Self { class, text: text.into() }
    }
}

/// Lays out a JSON value with two spaces a level, in the order of its keys.
pub(super) fn json(value: &Value) -> Vec<Token> {
    let mut printer = Printer { tokens: Vec::new() };
    printer.value(value, 0);
    printer.tokens
}

struct Printer {
    tokens: Vec<Token>,
}

impl Printer {
    fn value(&mut self, value: &Value, depth: usize) {
        match value {
            Value::Null | Value::Bool(_) => self.push(Class::Word, value.to_string()),
            Value::Number(_) => self.push(Class::Number, value.to_string()),
            Value::String(_) => self.push(Class::Text, value.to_string()),
            Value::Array(items) => {
                self.list(['[', ']'], items.iter().map(|item| (None, item)), depth);
            }
            Value::Object(members) => {
                let members = members.iter().map(|(key, member)| (Some(key.as_str()), member));
                self.list(['{', '}'], members, depth);
            }
        }
    }

    fn list<'v>(
        &mut self,
        [open, close]: [char; 2],
        members: impl Iterator<Item = (Option<&'v str>, &'v Value)>,
        depth: usize,
    ) {
        self.push(Class::Plain, open);
        let mut empty = true;
        for (key, member) in members {
            let separator = if empty { "\n" } else { ",\n" };
            self.push(Class::Plain, format!("{separator}{}", indent(depth + 1)));
            if let Some(key) = key {
                self.push(Class::Key, Value::from(key).to_string());
                self.push(Class::Plain, ": ");
            }
            self.value(member, depth + 1);
            empty = false;
        }
        if !empty {
            self.push(Class::Plain, format!("\n{}", indent(depth)));
        }
        self.push(Class::Plain, close);
    }

    /// Adds a piece; neighbours without colour become one, which keeps the page small.
    fn push(&mut self, class: Class, text: impl Into<String>) {
        let text = text.into();
        match self.tokens.last_mut() {
            Some(last) if class == Class::Plain && last.class == Class::Plain => {
                last.text.push_str(&text);
            }
            _ => self.tokens.push(Token { class, text }),
        }
    }
}

fn indent(depth: usize) -> String {
    iter::repeat_n("  ", depth).collect()
}
