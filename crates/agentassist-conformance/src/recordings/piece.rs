//! The text of one exchange, and what it says.

use serde_json::Value;

use super::outline::judge_conforming;
use super::problem::problem;
use super::scanner::{Place, Sink};
use super::yaml::YamlError;
use super::{ReadError, har, httpmock, long, yaml};
use crate::Judge;
use crate::exchange::Exchange;
use crate::judge::{Subject, Verdict};

/// The longest text, in bytes, of which a tree is made to say what is wrong with it.
const LONG: usize = 1 << 20;

/// The text of one exchange, as it stands in a file.
#[derive(Debug)]
pub struct Piece {
    form: Form,
    text: Vec<u8>,
    number: usize,
    place: Place,
    is_shortened: bool,
}

/// What an exchange is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As a recording has it.
    Exchange,
    /// As a HAR file has it.
    HarEntry,
    /// As a YAML document of `httpmock`.
    Httpmock,
}

impl Piece {
    pub(super) fn new(form: Form, sink: Sink, number: usize, place: Place) -> Self {
        Self { form, text: sink.text, number, place, is_shortened: sink.is_shortened }
    }

    /// Its number in the file, counted from 1.
    #[must_use]
    pub fn number(&self) -> usize {
        self.number
    }

    /// Whether a string in it was too long to be kept, and is empty now.
    #[must_use]
    pub fn is_shortened(&self) -> bool {
        self.is_shortened
    }

    /// How many bytes are kept of it.
    pub(super) fn size(&self) -> usize {
        self.text.len()
    }

    /// Reads the exchange; `None` where no answer was recorded.
    ///
    /// # Errors
    ///
    /// Says what is wrong, and where in the file.
    pub fn read(&self) -> Result<Option<Exchange>, ReadError> {
        let read = match self.form {
            Form::Exchange => serde_json::from_slice(&self.text).map(Some),
            Form::HarEntry => serde_json::from_slice(&self.text).map(har::Entry::into_exchange),
            Form::Httpmock => {
                return self.read_document().map_err(|error| error.at(self.number));
            }
        };
        read.map_err(|error| self.explain(&error).at(self.number))
    }

    fn read_document(&self) -> Result<Option<Exchange>, ReadError> {
        let (number, Place { position, line, .. }) = (self.number, self.place);
        let text = std::str::from_utf8(&self.text)
            .map_err(|error| ReadError::NotUtf8 { position: position + error.valid_up_to() })?;
        let document = yaml::read(text).map_err(|error| match error {
            YamlError::Syntax { line: inner, column } => {
                ReadError::NotYaml { line: line + inner.max(1) - 1, column }
            }
            YamlError::TooDeep => ReadError::TooDeep { number },
            YamlError::TooLarge => ReadError::TooLarge { number },
        })?;
        let Some(document) = document else { return Ok(None) };
        if document.get("when").is_none() && document.get("then").is_none() {
            return Err(ReadError::Foreign);
        }
        let problem = |problem| ReadError::Exchange { number, problem };
        httpmock::exchange(&document).map(Some).map_err(problem)
    }

    /// Judges the exchange; `None` as in [`read`](Self::read).
    pub(super) fn judge(self, judge: &Judge) -> Result<Option<Verdict>, ReadError> {
        let Some(mut verdict) = self.judge_conforming(judge) else {
            let verdict = self.judge_any(judge)?;
            // A long download of something else is nothing to complain of.
            let is_foreign = |verdict: &Verdict| matches!(verdict.subject, Subject::Foreign);
            if self.is_shortened && !verdict.as_ref().is_none_or(is_foreign) {
                return Err(ReadError::TooLarge { number: self.number });
            }
            return Ok(verdict);
        };
        verdict.reproduce_by(self.size(), move |operation| match self.form {
            Form::Exchange => long::reproduction(operation, &self.text),
            Form::HarEntry => har::reproduction(operation, &self.text),
            Form::Httpmock => None,
        });
        Ok(Some(verdict))
    }

    /// Judges the exchange whatever there is to say of it.
    fn judge_any(&self, judge: &Judge) -> Result<Option<Verdict>, ReadError> {
        let verdict = match self.form {
            Form::Exchange => std::str::from_utf8(&self.text)
                .map_err(serde::de::Error::custom)
                .and_then(|text| long::judge(judge, text))
                .map(Some),
            Form::HarEntry => {
                serde_json::from_slice::<har::Entry>(&self.text).map(|entry| entry.judge(judge))
            }
            Form::Httpmock => return Ok(self.read()?.map(|exchange| judge.judge(&exchange))),
        };
        verdict.map_err(|error| self.explain(&error).at(self.number))
    }

    fn judge_conforming(&self, judge: &Judge) -> Option<Verdict> {
        if self.is_shortened {
            return None;
        }
        match self.form {
            Form::Exchange => judge_conforming(judge, std::str::from_utf8(&self.text).ok()?),
            Form::HarEntry => {
                serde_json::from_slice::<har::Entry>(&self.text).ok()?.judge_conforming(judge)
            }
            Form::Httpmock => None,
        }
    }

    fn explain(&self, error: &serde_json::Error) -> ReadError {
        let Place { position, line, column } = self.place;
        if let Err(error) = std::str::from_utf8(&self.text) {
            return ReadError::NotUtf8 { position: position + error.valid_up_to() };
        }
        if error.is_data() {
            // Of a long one, what is wrong is told without its part.
            let is_long = self.text.len() > LONG;
            let value = (!is_long).then(|| serde_json::from_slice(&self.text)).and_then(Result::ok);
            let has = |name| value.as_ref().is_some_and(|value: &Value| value.get(name).is_some());
            return if is_long || (has("request") && has("response")) {
                let problem = problem(value.as_ref(), error);
                ReadError::Exchange { number: self.number, problem }
            } else {
                ReadError::Foreign
            };
        }
        if error.to_string().starts_with("recursion limit") {
            return ReadError::TooDeep { number: self.number };
        }
        let line_in_text = error.line().max(1);
        let before = if line_in_text == 1 { column } else { 0 };
        ReadError::NotJson { line: line + line_in_text - 1, column: before + error.column() }
    }
}
