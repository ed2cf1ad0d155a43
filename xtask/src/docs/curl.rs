//! A call of an operation as a command line.

use std::iter;

use serde_json::Value;

use super::highlight::{self, Class, Code, Token};
use super::markdown;
use super::parameter::{Parameter, Spot, variable};

/// What a call is made of.
pub(super) struct Call<'a> {
    pub(super) method: &'a str,
    pub(super) base: &'a str,
    pub(super) path: &'a str,
    /// Path, query and header, credentials among them; optional ones are left out.
    pub(super) parameters: &'a [Parameter],
    pub(super) content_type: Option<&'a str>,
    pub(super) body: Option<&'a Value>,
}

/// Writes a call for a shell: variables for what the caller must fill in, a body from the document.
pub(super) fn command(call: &Call<'_>) -> Code {
    let mut line = Line { tokens: Vec::new() };
    line.plain(format!("curl --request {} \\\n  \"", call.method));
    line.quoted(call.base);
    line.path(call);
    line.query(call);
    line.plain("\"");
    for header in required(call, Spot::Header) {
        line.option("--header");
        line.plain("\"");
        line.quoted(&header.property.name);
        line.plain(": ");
        line.variable(&header.variable);
        line.plain("\"");
    }
    if let Some(content_type) = call.content_type {
        line.option("--header");
        line.plain("\"Content-Type: ");
        line.quoted(content_type);
        line.plain("\"");
    }
    if let Some(body) = call.body {
        line.option("--data");
        line.plain("'");
        line.body(body);
        line.plain("'");
    }
    Code { title: markdown::inline("Call"), tokens: line.tokens }
}

struct Line {
    tokens: Vec<Token>,
}

impl Line {
    fn plain(&mut self, text: impl Into<String>) {
        self.tokens.push(Token::new(Class::Plain, text));
    }

    /// Adds text that stands between double quotes of a shell.
    fn quoted(&mut self, text: &str) {
        let mut quoted = String::new();
        for char in text.chars() {
            if matches!(char, '"' | '\\' | '$' | '`') {
                quoted.push('\\');
            }
            quoted.push(char);
        }
        self.plain(quoted);
    }

    fn variable(&mut self, name: &str) {
        self.tokens.push(Token::new(Class::Variable, format!("${name}")));
    }

    fn option(&mut self, name: &str) {
        self.plain(format!(" \\\n  {name} "));
    }

    /// Adds the path with a variable for each parameter in it.
    fn path(&mut self, call: &Call<'_>) {
        let mut rest = call.path;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, behind)) = after.split_once('}') else { break };
            self.steps(before);
            let known = call
                .parameters
                .iter()
                .find(|given| given.spot == Spot::Path && given.property.name == name);
            match known {
                Some(parameter) => self.variable(&parameter.variable),
                None => self.variable(&variable(name)),
            }
            rest = behind;
        }
        self.steps(rest);
    }

    /// Adds text of a path step by step: the page may break a long line between two of them.
    fn steps(&mut self, text: &str) {
        for step in text.split_inclusive('/') {
            self.quoted(step);
        }
    }

    fn query(&mut self, call: &Call<'_>) {
        for (separator, parameter) in
            iter::once('?').chain(iter::repeat('&')).zip(required(call, Spot::Query))
        {
            self.plain(separator);
            self.quoted(&parameter.property.name);
            self.plain("=");
            self.variable(&parameter.variable);
        }
    }

    /// Adds a body that stands between single quotes of a shell.
    fn body(&mut self, body: &Value) {
        for token in highlight::json(body) {
            self.tokens.push(Token::new(token.class, token.text.replace('\'', r"'\''")));
        }
    }
}

fn required<'c>(call: &Call<'c>, spot: Spot) -> impl Iterator<Item = &'c Parameter> {
    call.parameters.iter().filter(move |given| given.spot == spot && given.property.required)
}
