//! The text of one exchange, and what it says.

use std::path::Path;
use std::sync::Arc;

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
    is_too_long: bool,
    /// Where files lie that a HAR file leaves bodies in.
    folder: Option<Arc<Path>>,
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

/// What a piece holds.
pub(super) enum Content {
    Exchange(Box<Exchange>),
    /// A request that got no answer.
    Unanswered {
        method: String,
        url: String,
    },
    Nothing,
}

impl Piece {
    pub(super) fn new(form: Form, sink: Sink, number: usize, place: Place) -> Self {
        let Sink { text, is_shortened, is_too_long, .. } = sink;
        Self { form, text, number, place, is_shortened, is_too_long, folder: None }
    }

    /// A piece of a file that lies in a folder.
    pub(super) fn beside(mut self, folder: Option<Arc<Path>>) -> Self {
        self.folder = folder;
        self
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

    /// Reads the exchange; `None` where no answer was recorded, and where something that cannot be
    /// read is of another API anyway.
    ///
    /// # Errors
    ///
    /// Says what is wrong, and where in the file.
    pub fn read(&self) -> Result<Option<Exchange>, ReadError> {
        match self.content() {
            Ok(Content::Exchange(exchange)) => Ok(Some(*exchange)),
            Ok(Content::Unanswered { .. } | Content::Nothing) => Ok(None),
            Err(error) => match self.unless_foreign(error, &Judge::default()) {
                Ok(_) => Ok(None),
                Err(error) => Err(error),
            },
        }
    }

    /// Judges the exchange; `None` where there is none.
    ///
    /// One that cannot be read has a verdict that says so, if others can be read behind it.
    pub(super) fn judge(self, judge: &Judge) -> Result<Option<Verdict>, ReadError> {
        if let Some(mut verdict) = self.judge_conforming(judge) {
            verdict.reproduce_by(self.size(), move |operation| match self.form {
                Form::Exchange => long::reproduction(operation, &self.text),
                Form::HarEntry => har::reproduction(operation, &self.text, self.folder.as_deref()),
                Form::Httpmock => None,
            });
            return Ok(Some(verdict));
        }
        let verdict = match self.judge_any(judge) {
            Ok(Some(verdict)) => Ok(verdict),
            Ok(None) => return Ok(None),
            Err(error) => self.unless_foreign(error, judge),
        };
        let is_judged = |verdict: &Verdict| {
            matches!(verdict.subject, Subject::Operation { .. } | Subject::Unknown)
        };
        let error = match verdict {
            // A long download of something else is nothing to complain of.
            Ok(verdict) if self.is_shortened && is_judged(&verdict) => {
                ReadError::TooLarge { number: self.number }
            }
            Ok(verdict) => return Ok(Some(verdict)),
            Err(error) => error,
        };
        error.of_one_exchange().map(|problem| Some(Verdict::unreadable(problem)))
    }

    fn judge_conforming(&self, judge: &Judge) -> Option<Verdict> {
        if self.is_shortened {
            return None;
        }
        match self.form {
            Form::Exchange => judge_conforming(judge, std::str::from_utf8(&self.text).ok()?),
            Form::HarEntry => {
                let entry = serde_json::from_slice::<har::Entry>(&self.text).ok()?;
                entry.judge_conforming(self.folder.as_deref(), judge)
            }
            Form::Httpmock => None,
        }
    }

    /// Judges the exchange whatever there is to say of it.
    fn judge_any(&self, judge: &Judge) -> Result<Option<Verdict>, ReadError> {
        if self.is_too_long {
            return Err(ReadError::TooLarge { number: self.number });
        }
        let verdict = match self.form {
            Form::Exchange => std::str::from_utf8(&self.text)
                .map_err(serde::de::Error::custom)
                .and_then(|text| long::judge(judge, text)),
            Form::HarEntry => match serde_json::from_slice::<har::Entry>(&self.text) {
                Ok(entry) => match entry.judge(self.folder.as_deref(), judge) {
                    Some(verdict) => Ok(verdict),
                    None => return Err(self.misshapen(None)),
                },
                Err(error) => Err(error),
            },
            Form::Httpmock => {
                return self.content().map(|content| match content {
                    Content::Exchange(exchange) => Some(judge.judge(&exchange)),
                    Content::Unanswered { method, url } => Some(judge.unanswered(&method, &url)),
                    Content::Nothing => None,
                });
            }
        };
        verdict.map(Some).map_err(|error| self.explain(&error).at(self.number))
    }

    /// What the text holds.
    fn content(&self) -> Result<Content, ReadError> {
        if self.is_too_long {
            return Err(ReadError::TooLarge { number: self.number });
        }
        match self.form {
            Form::Exchange => serde_json::from_slice(&self.text).map(Content::Exchange),
            Form::HarEntry => match serde_json::from_slice::<har::Entry>(&self.text) {
                Ok(entry) => match entry.into_content(self.folder.as_deref()) {
                    Some(content) => Ok(content),
                    None => return Err(self.misshapen(None)),
                },
                Err(error) => Err(error),
            },
            Form::Httpmock => return self.document().map_err(|error| error.at(self.number)),
        }
        .map_err(|error| self.explain(&error).at(self.number))
    }

    fn document(&self) -> Result<Content, ReadError> {
        let (number, Place { position, line, .. }) = (self.number, self.place);
        let text = std::str::from_utf8(&self.text)
            .map_err(|error| ReadError::NotUtf8 { position: position + error.valid_up_to() })?;
        let document = yaml::read(text).map_err(|error| match error {
            // Many write YAML, and few what httpmock does.
            _ if !is_of_httpmock(text) => ReadError::Foreign,
            YamlError::Syntax { line: inner, column } => {
                ReadError::NotYaml { line: line + inner.max(1) - 1, column }
            }
            YamlError::TooDeep => ReadError::TooDeep { number },
            YamlError::TooLarge => ReadError::TooLarge { number },
        })?;
        let Some(document) = document else { return Ok(Content::Nothing) };
        if document.get("when").is_none() && document.get("then").is_none() {
            return Err(ReadError::Foreign);
        }
        let exchange = httpmock::exchange(&document);
        let exchange = exchange.map_err(|problem| ReadError::Exchange { number, problem })?;
        Ok(Content::Exchange(Box::new(exchange)))
    }

    /// The verdict on what cannot be read, if its address says that it is not meant anyway.
    fn unless_foreign(&self, error: ReadError, judge: &Judge) -> Result<Verdict, ReadError> {
        let is_of_one = matches!(
            error,
            ReadError::Exchange { .. }
                | ReadError::TooDeep { .. }
                | ReadError::TooLarge { .. }
                | ReadError::NumberTooLarge { .. }
        );
        let target = if is_of_one { har::target(&self.text) } else { None };
        match target {
            Some((method, url)) if judge.is_foreign(&method, &url) => Ok(Verdict::foreign()),
            _ => Err(error),
        }
    }

    fn explain(&self, error: &serde_json::Error) -> ReadError {
        let (number, Place { position, line, column }) = (self.number, self.place);
        if let Err(error) = std::str::from_utf8(&self.text) {
            return ReadError::NotUtf8 { position: position + error.valid_up_to() };
        }
        if error.is_data() {
            return self.misshapen(Some(error));
        }
        if error.to_string().starts_with("recursion limit") {
            return ReadError::TooDeep { number };
        }
        let line_in_text = error.line().max(1);
        let before = if line_in_text == 1 { column } else { 0 };
        let (line, column) = (line + line_in_text - 1, before + error.column());
        if error.to_string().starts_with("number out of range") {
            return ReadError::NumberTooLarge { number, line, column };
        }
        ReadError::NotJson { line, column }
    }

    /// What is wrong with JSON that does not have the form of an exchange.
    fn misshapen(&self, error: Option<&serde_json::Error>) -> ReadError {
        // Of a long one, what is wrong is told without its part.
        let is_short = self.text.len() <= LONG;
        let value = is_short.then(|| serde_json::from_slice(&self.text)).and_then(Result::ok);
        let has = |name| value.as_ref().is_none_or(|value: &Value| value.get(name).is_some());
        if self.form == Form::Exchange && !(has("request") && has("response")) {
            return ReadError::Foreign;
        }
        let problem = problem(self.form, value.as_ref(), error);
        ReadError::Exchange { number: self.number, problem }
    }
}

/// Whether a YAML document that cannot be read has one of the names that those of `httpmock` have.
fn is_of_httpmock(text: &str) -> bool {
    let is_name = |line: &str| ["when", "then"].iter().any(|name| line.starts_with(name));
    text.lines().map(|line| line.trim_start_matches(['-', ' ', '{', '"', '\'', '?'])).any(is_name)
}
