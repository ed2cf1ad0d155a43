//! What is wrong with a body, without what stands in it.

use std::fmt;

use serde_json::error::Category;

/// Where and how a body is not what the operation returns.
///
/// The JSON library's own message is left out: it may quote a value, and so a person's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{problem}{}", self.place())]
#[non_exhaustive]
pub struct DecodeError {
    /// What is wrong.
    pub problem: DecodeProblem,
    /// Line of the body, from 1; 0 where the place is not known.
    pub line: usize,
    /// Column in that line.
    pub column: usize,
}

/// What is wrong with a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecodeProblem {
    /// The JSON ends too early.
    CutOff,
    /// It is not JSON.
    NotJson,
    /// It is JSON of another shape: a value of another type, or one without which the answer is of
    /// no use is missing.
    OtherShape,
    /// It can be read, and does not show that what was asked for is done: it has no word of
    /// success, or is about something else.
    NotShown,
}

impl DecodeError {
    /// Of an answer that can be read, and does not show what became of what was asked for.
    pub(crate) const NOT_SHOWN: Self =
        Self { problem: DecodeProblem::NotShown, line: 0, column: 0 };

    pub(crate) fn of(error: &serde_json::Error) -> Self {
        let problem = match error.classify() {
            Category::Eof => DecodeProblem::CutOff,
            Category::Io | Category::Syntax => DecodeProblem::NotJson,
            Category::Data => DecodeProblem::OtherShape,
        };
        Self { problem, line: error.line(), column: error.column() }
    }

    fn place(&self) -> String {
        match self.line {
            0 => String::new(),
            line => format!(" at line {line}, column {}", self.column),
        }
    }
}

impl fmt::Display for DecodeProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::CutOff => "the JSON ends too early",
            Self::NotJson => "this is not JSON",
            Self::OtherShape => "this JSON has another shape",
            Self::NotShown => "the answer does not show what became of it",
        })
    }
}
