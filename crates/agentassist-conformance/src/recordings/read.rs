//! From the text of a file to its exchanges.

use serde_json::Value;

use super::har;
use crate::exchange::Exchange;

/// Why the text of a file could not be read. Displays in one line, without the content.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// There is nothing.
    #[error("it is empty")]
    Empty,
    /// It is not UTF-8.
    #[error("it is not text in UTF-8 (from byte {position})")]
    NotUtf8 {
        /// Where the first wrong byte is, counted from 0.
        position: usize,
    },
    /// It ends in the middle.
    #[error("it is cut off: the JSON ends in line {line}, before it is complete")]
    Truncated {
        /// The last line, counted from 1.
        line: usize,
    },
    /// It is not JSON.
    #[error("it is not JSON (line {line}, column {column})")]
    NotJson {
        /// Line of the first wrong character, counted from 1.
        line: usize,
        /// Its column, counted from 1.
        column: usize,
    },
    /// It is JSON, but nothing that holds exchanges.
    #[error(
        "it holds no exchanges: neither a recording (an object with `request` and `response`, or \
         a list of them), nor NDJSON of these, nor a HAR file (an object with `log.entries`)"
    )]
    Foreign,
    /// One exchange lacks something or has it in a wrong form.
    #[error("exchange {number} is not one: {problem}")]
    Exchange {
        /// The exchange, counted from 1.
        number: usize,
        /// What is wrong with it.
        problem: String,
    },
}

/// Reads the exchanges of a recording, an NDJSON stream or a HAR file.
///
/// # Errors
///
/// Says what is wrong and where. A file that is broken anywhere yields nothing.
pub fn read(bytes: &[u8]) -> Result<Vec<Exchange>, ReadError> {
    let text = std::str::from_utf8(bytes)
        .map_err(|error| ReadError::NotUtf8 { position: error.valid_up_to() })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    match serde_json::from_str(text) {
        Ok(value) => from_value(value),
        // More after a complete value: a value on each line.
        Err(error) if error.is_syntax() && first_line_is_complete(text) => lines(text),
        Err(error) => Err(syntax(&error, 0)),
    }
}

fn from_value(value: Value) -> Result<Vec<Exchange>, ReadError> {
    match value {
        Value::Array(items) if !items.is_empty() && items.iter().all(looks_like_exchange) => {
            items.into_iter().enumerate().map(|(index, item)| exchange(item, index + 1)).collect()
        }
        value if looks_like_exchange(&value) => Ok(vec![exchange(value, 1)?]),
        value if value.pointer("/log/entries").is_some_and(Value::is_array) => har::read(value),
        _ => Err(ReadError::Foreign),
    }
}

fn lines(text: &str) -> Result<Vec<Exchange>, ReadError> {
    let mut exchanges = Vec::new();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let value: Value = serde_json::from_str(line).map_err(|error| syntax(&error, index))?;
        if !looks_like_exchange(&value) {
            return Err(ReadError::Foreign);
        }
        exchanges.push(exchange(value, exchanges.len() + 1)?);
    }
    Ok(exchanges)
}

fn first_line_is_complete(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    serde_json::from_str::<serde::de::IgnoredAny>(first).is_ok()
}

fn looks_like_exchange(value: &Value) -> bool {
    value.get("request").is_some() && value.get("response").is_some()
}

fn exchange(value: Value, number: usize) -> Result<Exchange, ReadError> {
    serde_json::from_value(value)
        .map_err(|error| ReadError::Exchange { number, problem: error.to_string() })
}

fn syntax(error: &serde_json::Error, lines_before: usize) -> ReadError {
    let line = error.line() + lines_before;
    if error.is_eof() {
        ReadError::Truncated { line }
    } else {
        ReadError::NotJson { line, column: error.column() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXCHANGE: &str =
        r#"{"request":{"method":"GET","url":"https://h/"},"response":{"status":200}}"#;

    fn problem(text: &str) -> String {
        read(text.as_bytes()).unwrap_err().to_string()
    }

    #[test]
    fn one_exchange_a_list_and_lines_of_them_are_read() {
        assert_eq!(read(EXCHANGE.as_bytes()).unwrap().len(), 1);
        assert_eq!(read(format!("[{EXCHANGE},{EXCHANGE}]").as_bytes()).unwrap().len(), 2);
        assert_eq!(read(format!("{EXCHANGE}\n\n{EXCHANGE}\n").as_bytes()).unwrap().len(), 2);
    }

    #[test]
    fn a_byte_order_mark_is_passed_over() {
        assert_eq!(read(format!("\u{feff}{EXCHANGE}").as_bytes()).unwrap().len(), 1);
    }

    #[test]
    fn an_empty_file_is_called_empty() {
        assert_eq!(problem(" \n"), "it is empty");
    }

    #[test]
    fn a_cut_file_is_called_cut_off() {
        let cut = &format!("[\n{EXCHANGE}")[..60];
        assert_eq!(problem(cut), "it is cut off: the JSON ends in line 2, before it is complete");
        let cut = format!("{EXCHANGE}\n{{\"request\":");
        assert_eq!(problem(&cut), "it is cut off: the JSON ends in line 2, before it is complete");
    }

    #[test]
    fn a_file_that_is_no_json_says_where() {
        assert_eq!(problem("<html>"), "it is not JSON (line 1, column 1)");
        assert!(matches!(read(b"\xff\xfe"), Err(ReadError::NotUtf8 { position: 0 })));
    }

    #[test]
    fn a_foreign_file_is_told_what_would_do() {
        for foreign in ["{}", "[]", "7", "[{\"a\":1}]", "{\"a\":1}\n{\"a\":2}", "{\"log\":{}}"] {
            assert!(problem(foreign).starts_with("it holds no exchanges"), "{foreign}");
        }
    }

    #[test]
    fn an_exchange_in_a_wrong_form_is_named() {
        let wrong = EXCHANGE.replace("200", "\"ok\"");
        let problem = problem(&format!("[{EXCHANGE},{wrong}]"));
        assert_eq!(problem, "exchange 2 is not one: invalid type: string \"ok\", expected u16");
    }
}
