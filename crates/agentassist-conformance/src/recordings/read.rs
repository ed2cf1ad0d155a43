//! From the text of a file to its exchanges.

use super::Pieces;
use super::scanner::VALUE_LIMIT;
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
    /// It is not YAML, or makes use of more of it than `httpmock` does.
    #[error(
        "it is not YAML as httpmock writes it (line {line}, column {column}): no aliases, and no \
         name twice"
    )]
    NotYaml {
        /// Line of the first wrong character, counted from 1.
        line: usize,
        /// Its column, counted from 1.
        column: usize,
    },
    /// It is JSON or YAML, but nothing that holds exchanges.
    #[error(
        "it holds no exchanges: neither a recording (an object with `request` and `response`, or \
         a list of them), nor NDJSON of these, nor a HAR file (an object with `log.entries`), nor a \
         recording of httpmock (YAML with `when` and `then`)"
    )]
    Foreign,
    /// One exchange lacks something or has it in a wrong form. No value of it is shown.
    #[error("exchange {number} is not one: {problem}")]
    Exchange {
        /// The exchange, counted from 1.
        number: usize,
        /// What is wrong with it.
        problem: String,
    },
    /// One exchange is nested deeper than any body of this API.
    #[error("exchange {number} is nested too deeply: more than 127 objects and arrays in a row")]
    TooDeep {
        /// The exchange, counted from 1.
        number: usize,
    },
    /// One exchange is too long to be judged.
    #[error("exchange {number} is too long: more than {} MiB, or half of it in one text", VALUE_LIMIT >> 20)]
    TooLarge {
        /// The exchange, counted from 1.
        number: usize,
    },
    /// Something is wrong in an exchange, or where one should be.
    #[error("{problem}")]
    At {
        /// The exchange, counted from 1.
        number: usize,
        /// What is wrong, which does not say so itself.
        problem: Box<Self>,
    },
    /// The stream cannot be read.
    #[error("it cannot be read")]
    Io {
        /// Why.
        source: std::io::Error,
    },
}

impl ReadError {
    /// What is wrong, with the exchange in which it is, where it does not say so itself.
    pub(super) fn at(self, number: usize) -> Self {
        match self {
            Self::NotUtf8 { .. }
            | Self::Truncated { .. }
            | Self::NotJson { .. }
            | Self::NotYaml { .. }
            | Self::Foreign => Self::At { number, problem: Box::new(self) },
            other => other,
        }
    }

    /// What is wrong, without the exchange in which it is.
    fn problem(self) -> Self {
        match self {
            Self::At { problem, .. } => *problem,
            other => other,
        }
    }
}

/// Reads the exchanges of a recording, an NDJSON stream, a HAR file or a recording of `httpmock`,
/// all at once.
///
/// A HAR file's entries without an answer are passed over.
///
/// # Errors
///
/// Says what is wrong and where. A file that is broken anywhere yields nothing.
pub fn read(bytes: &[u8]) -> Result<Vec<Exchange>, ReadError> {
    Pieces::new(bytes)
        .filter_map(|piece| piece.and_then(|piece| piece.read()).transpose())
        .map(|exchange| exchange.map_err(ReadError::problem))
        .collect()
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
        assert_eq!(problem, "exchange 2 is not one: string in `response`, expected u16");
    }
}
