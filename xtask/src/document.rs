//! The document as JSON, with the line of the file on which each of its values stands.

use std::collections::HashMap;
use std::path::Path;

use saphyr::{LoadableYamlNode, MarkedYaml, Scalar, YamlData};
use serde_json::{Map, Value};

use crate::project;

/// The document: its content, and where each part of it stands in the file.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    /// The content as JSON; key order is the file's, references are unresolved.
    pub(crate) value: Value,
    /// The line, counted from 1, of the value at each JSON pointer.
    ///
    /// The line of a mapping's entry is that of its key: this is where a reader looks.
    lines: HashMap<String, usize>,
}

/// Why a document could not be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DocumentError {
    #[error("cannot read the document {path}")]
    Read { path: String, source: std::io::Error },
    #[error("the document is not YAML: {0}")]
    Syntax(#[from] saphyr::ScanError),
    #[error("the document is empty")]
    Empty,
    #[error("line {line}: {what} has no form in JSON")]
    NotJson { line: usize, what: &'static str },
}

impl Document {
    /// Reads the project's document.
    pub(crate) fn load() -> Result<Self, DocumentError> {
        Self::load_from(&project::root().join(project::DOCUMENT))
    }

    /// Reads a document from a file.
    pub(crate) fn load_from(path: &Path) -> Result<Self, DocumentError> {
        let text = std::fs::read_to_string(path)
            .map_err(|source| DocumentError::Read { path: path.display().to_string(), source })?;
        Self::parse(&text)
    }

    /// Reads a document from its text. The only place that knows YAML.
    pub(crate) fn parse(text: &str) -> Result<Self, DocumentError> {
        let nodes = MarkedYaml::load_from_str(text)?;
        let root = nodes.first().ok_or(DocumentError::Empty)?;
        let mut lines = HashMap::new();
        let value = convert(root, "", root.span.start.line(), &mut lines)?;
        Ok(Self { value, lines })
    }

    /// The line of the value at a JSON pointer, or of the nearest ancestor that has one.
    pub(crate) fn line(&self, pointer: &str) -> usize {
        let mut pointer = pointer;
        loop {
            if let Some(&line) = self.lines.get(pointer) {
                return line;
            }
            match pointer.rfind('/') {
                Some(end) => pointer = &pointer[..end],
                None => return 1,
            }
        }
    }

    /// Follows a local reference; anything else, and a reference to nothing, is returned as it is.
    pub(crate) fn resolve<'a>(&'a self, value: &'a Value) -> &'a Value {
        value
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|reference| self.value.pointer(reference.strip_prefix('#')?))
            .unwrap_or(value)
    }
}

/// Appends one key to a JSON pointer.
pub(crate) fn child(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

fn convert(
    node: &MarkedYaml<'_>,
    pointer: &str,
    line: usize,
    lines: &mut HashMap<String, usize>,
) -> Result<Value, DocumentError> {
    lines.insert(pointer.to_owned(), line);
    match &node.data {
        YamlData::Value(scalar) => convert_scalar(scalar, line),
        YamlData::Sequence(items) => items
            .iter()
            .enumerate()
            .map(|(index, item)| {
                convert(item, &format!("{pointer}/{index}"), item.span.start.line(), lines)
            })
            .collect::<Result<Vec<_>, _>>()
            .map(Value::Array),
        YamlData::Mapping(entries) => {
            let mut object = Map::new();
            for (key, item) in entries {
                let key_line = key.span.start.line();
                let name = match &key.data {
                    YamlData::Value(Scalar::String(text)) => text.to_string(),
                    _ => {
                        return Err(DocumentError::NotJson { line: key_line, what: "this key" });
                    }
                };
                let value = convert(item, &child(pointer, &name), key_line, lines)?;
                object.insert(name, value);
            }
            Ok(Value::Object(object))
        }
        _ => Err(DocumentError::NotJson { line, what: "this value" }),
    }
}

fn convert_scalar(scalar: &Scalar<'_>, line: usize) -> Result<Value, DocumentError> {
    Ok(match scalar {
        Scalar::Null => Value::Null,
        Scalar::Boolean(value) => Value::Bool(*value),
        Scalar::Integer(value) => Value::from(*value),
        Scalar::FloatingPoint(value) => serde_json::Number::from_f64(value.into_inner())
            .map(Value::Number)
            .ok_or(DocumentError::NotJson { line, what: "a number that is not finite" })?,
        Scalar::String(text) => Value::String(text.to_string()),
    })
}

/// The project's document as JSON, for tests that read it.
#[cfg(test)]
pub(crate) fn load_for_tests() -> Value {
    Document::load().expect("the document of the project is readable").value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_on_the_line_of_its_key() {
        let document = Document::parse("a:\n  b/c:\n    - 1\n    - two\n").unwrap();
        assert_eq!(document.value, serde_json::json!({"a": {"b/c": [1, "two"]}}));
        assert_eq!(document.line("/a/b~1c"), 2);
        assert_eq!(document.line("/a/b~1c/1"), 4);
    }

    #[test]
    fn the_line_of_an_absent_value_is_that_of_its_nearest_ancestor() {
        let document = Document::parse("a:\n  b: {}\n").unwrap();
        assert_eq!(document.line("/a/b/missing/too"), 2);
    }

    #[test]
    fn a_key_given_twice_is_an_error() {
        assert!(matches!(Document::parse("a: 1\na: 2\n"), Err(DocumentError::Syntax(_))));
    }

    #[test]
    fn a_key_that_is_no_string_is_named_with_its_line() {
        let error = Document::parse("responses:\n  200: {}\n").unwrap_err();
        assert_eq!(error.to_string(), "line 2: this key has no form in JSON");
    }
}
