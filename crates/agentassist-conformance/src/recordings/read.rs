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
    /// It is JSON or YAML, but nothing that holds exchanges. By itself, and not with a number, it is
    /// said of a whole file.
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
    #[error("exchange {number} {TOO_DEEP}")]
    TooDeep {
        /// The exchange, counted from 1.
        number: usize,
    },
    /// One exchange is too long to be judged.
    #[error("exchange {number} {}", too_large())]
    TooLarge {
        /// The exchange, counted from 1.
        number: usize,
    },
    /// One exchange holds a number that nobody can read.
    #[error("exchange {number} {}", number_too_large(*line, *column))]
    NumberTooLarge {
        /// The exchange, counted from 1.
        number: usize,
        /// The line of the number, counted from 1.
        line: usize,
        /// Where the number ends in it, counted from 1.
        column: usize,
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

const TOO_DEEP: &str = "is nested too deeply: more than 127 objects and arrays in a row";

fn too_large() -> String {
    format!("is too long: more than {} MiB, or half of it in one text", VALUE_LIMIT >> 20)
}

fn number_too_large(line: usize, column: usize) -> String {
    format!("holds a number beyond what 64 bits can hold (line {line}, column {column})")
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

    /// What is wrong with one exchange, as what follows its number, if others can be read behind it.
    pub(super) fn of_one_exchange(self) -> Result<String, Self> {
        Ok(match self {
            Self::Exchange { problem, .. } => format!("is not one: {problem}"),
            Self::TooDeep { .. } => TOO_DEEP.to_owned(),
            Self::TooLarge { .. } => too_large(),
            Self::NumberTooLarge { line, column, .. } => number_too_large(line, column),
            other => return Err(other),
        })
    }

    /// Whether it is said that this holds no exchanges.
    pub(super) fn is_foreign(&self) -> bool {
        match self {
            Self::Foreign => true,
            Self::At { problem, .. } => problem.is_foreign(),
            _ => false,
        }
    }

    /// What is wrong, without the exchange in which it is.
    pub(super) fn problem(self) -> Self {
        match self {
            Self::At { problem, .. } => *problem,
            other => other,
        }
    }
}

/// Reads the exchanges of a recording, an NDJSON stream, a HAR file or a recording of `httpmock`,
/// all at once.
///
/// A HAR file's entries without an answer are passed over, and so is what cannot be read and is of
/// another API anyway.
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

    fn of_this_api() -> String {
        EXCHANGE.replace("h/", "h/agentassist/api/v1/public/st-1/contacts")
    }

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
    fn a_number_that_nobody_can_read_is_called_so() {
        let wrong = of_this_api().replace("}}", ",\"body\":[1e400]}}");
        let problem = problem(&wrong);
        let expected = "exchange 1 holds a number beyond what 64 bits can hold (line 1, column ";
        assert!(problem.starts_with(expected), "{problem}");
    }

    #[test]
    fn what_is_wrong_with_another_api_is_no_matter() {
        for (from, to) in [("200", "null"), ("{\"status\":200}", "7"), ("\"GET\"", "[]")] {
            let foreign = EXCHANGE.replace(from, to);
            assert_eq!(read(format!("[{foreign},{EXCHANGE}]").as_bytes()).unwrap().len(), 1);
            let wrong = of_this_api().replace(from, to);
            assert!(problem(&wrong).starts_with("exchange 1 is not one: "), "{wrong}");
        }
    }

    #[test]
    fn an_exchange_in_a_wrong_form_is_named() {
        let wrong = of_this_api().replace("200", "\"ok\"");
        let whole = problem(&format!("[{EXCHANGE},{wrong}]"));
        assert_eq!(
            whole,
            "exchange 2 is not one: `response.status` is a text, where a status such as 200 belongs"
        );
    }
}
