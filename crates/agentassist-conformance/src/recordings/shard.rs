//! One run spread over several machines: parts of the input, and their verdicts gathered again.

use std::fmt;
use std::io::{self, BufRead};
use std::num::NonZeroUsize;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::Report;
use crate::judge::Verdict;

/// Each so-many-th exchange of every file; written as `2/4` for the second of four shards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    index: NonZeroUsize,
    count: NonZeroUsize,
}

impl Shard {
    /// The only shard of one.
    pub const WHOLE: Self = Self { index: NonZeroUsize::MIN, count: NonZeroUsize::MIN };

    /// Whether the exchange with this number, counted from 1, is of this shard.
    #[must_use]
    pub fn holds(self, number: usize) -> bool {
        number % self.count == self.index.get() % self.count
    }
}

impl FromStr for Shard {
    type Err = ShardError;

    fn from_str(text: &str) -> Result<Self, ShardError> {
        let (index, count) = text.split_once('/').ok_or(ShardError)?;
        let number = |text: &str| text.parse::<NonZeroUsize>().map_err(|_| ShardError);
        let (index, count) = (number(index)?, number(count)?);
        if index <= count { Ok(Self { index, count }) } else { Err(ShardError) }
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.index, self.count)
    }
}

/// A text that is no shard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a shard is written as `2/4`: which one, counted from 1, and of how many")]
pub struct ShardError;

/// One line of what a shard writes: a file that was read, or the verdict on an exchange of it.
#[derive(Debug, Serialize, Deserialize)]
pub struct ShardLine {
    /// The place of the file among the inputs.
    pub file: usize,
    /// Its name, as reports show it.
    pub name: String,
    /// The exchange, counted from 1; `None` for the file itself.
    pub exchange: Option<usize>,
    /// The verdict on the exchange.
    pub verdict: Option<Verdict>,
}

/// Why the shards could not be gathered.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MergeError {
    /// One cannot be read.
    #[error("shard {number} cannot be read")]
    Io {
        /// Which of those given, counted from 1.
        number: usize,
        /// Why.
        source: io::Error,
    },
    /// A line is nothing that a shard writes.
    #[error("line {line} of shard {number} is nothing that `check --shard` writes")]
    Line {
        /// Which of those given, counted from 1.
        number: usize,
        /// The line, counted from 1.
        line: usize,
        /// Why.
        source: serde_json::Error,
    },
}

/// Gathers what shards have written into the report that a run over everything would have made.
///
/// One line of each shard is held at a time.
///
/// # Errors
///
/// Says which line of which shard cannot be used.
pub fn merge<R: BufRead>(
    shards: impl IntoIterator<Item = R>,
    report: &mut Report,
) -> Result<(), MergeError> {
    let shards = shards.into_iter().enumerate();
    let mut shards: Vec<_> = shards.map(|(index, shard)| Lines::new(index + 1, shard)).collect();
    let mut next = shards.iter_mut().map(Lines::next).collect::<Result<Vec<_>, _>>()?;
    let mut last_file = None;
    loop {
        let place = |line: &Option<ShardLine>| line.as_ref().map(|line| (line.file, line.exchange));
        let first = (0..next.len()).filter(|&index| next[index].is_some());
        let Some(first) = first.min_by_key(|&index| place(&next[index])) else { return Ok(()) };
        let following = shards[first].next()?;
        let Some(line) = std::mem::replace(&mut next[first], following) else { continue };
        match (line.exchange, line.verdict) {
            (Some(exchange), Some(verdict)) => report.add(&line.name, exchange, verdict),
            // Every shard names every file: it counts once.
            _ if last_file == Some(line.file) => {}
            _ => {
                report.add_file();
                last_file = Some(line.file);
            }
        }
    }
}

/// The lines of one shard.
struct Lines<R> {
    number: usize,
    line: usize,
    texts: io::Lines<R>,
}

impl<R: BufRead> Lines<R> {
    fn new(number: usize, shard: R) -> Self {
        Self { number, line: 0, texts: shard.lines() }
    }

    fn next(&mut self) -> Result<Option<ShardLine>, MergeError> {
        let Self { number, .. } = *self;
        let Some(text) = self.texts.next() else { return Ok(None) };
        self.line += 1;
        let text = text.map_err(|source| MergeError::Io { number, source })?;
        serde_json::from_str(&text).map(Some).map_err(|source| MergeError::Line {
            number,
            line: self.line,
            source,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;
    use crate::recordings::{Pieces, judge};
    use crate::{Judge, Rule};

    /// A few files with findings in single exchanges and in sequences of them.
    fn files() -> Vec<(String, String)> {
        let failing = Rule::ALL.iter().map(|rule| (rule, rule.explanation().example.failing()));
        let text = |exchanges: Vec<crate::Exchange>| {
            let lines = exchanges.iter().map(|exchange| serde_json::to_string(exchange).unwrap());
            lines.collect::<Vec<_>>().join("\n")
        };
        failing.map(|(rule, exchanges)| (rule.id().to_owned(), text(exchanges))).collect()
    }

    fn shard(shard: Shard) -> String {
        let mut lines = String::new();
        for (file, (name, text)) in files().into_iter().enumerate() {
            let mut write = |exchange, verdict| {
                let line = ShardLine { file, name: name.clone(), exchange, verdict };
                writeln!(lines, "{}", serde_json::to_string(&line).unwrap()).unwrap();
            };
            write(None, None);
            let pieces = Pieces::new(text.as_bytes()).only(shard);
            judge(pieces, &Judge::default(), NonZeroUsize::MIN, |number, verdict| {
                write(Some(number), Some(verdict));
            })
            .unwrap();
        }
        lines
    }

    #[test]
    fn the_merged_report_is_that_of_one_run_byte_for_byte() {
        let mut whole = Report::default();
        for (name, text) in files() {
            whole.add_file();
            let pieces = Pieces::new(text.as_bytes());
            judge(pieces, &Judge::default(), NonZeroUsize::MIN, |number, verdict| {
                whole.add(&name, number, verdict);
            })
            .unwrap();
        }
        assert!(whole.summary.errors > 0);
        for count in 1..=4 {
            let shards =
                (1..=count).map(|index| shard(format!("{index}/{count}").parse().unwrap()));
            let shards: Vec<_> = shards.collect();
            let mut merged = Report::default();
            // The order in which they are named does not matter.
            merge(shards.iter().rev().map(String::as_bytes), &mut merged).unwrap();
            let [whole, merged] =
                [&whole, &merged].map(|report| serde_json::to_string(report).unwrap());
            assert_eq!(whole, merged, "{count} shards");
        }
    }

    #[test]
    fn every_exchange_is_of_one_shard() {
        for number in 1..20 {
            let holders = (1..=3)
                .filter(|index| format!("{index}/3").parse::<Shard>().unwrap().holds(number));
            assert_eq!(holders.count(), 1);
            assert!(Shard::WHOLE.holds(number));
        }
    }

    #[test]
    fn what_is_no_shard_is_refused() {
        for text in ["", "1", "0/2", "3/2", "1/0", "a/b", "1/2/3", "-1/2"] {
            assert_eq!(text.parse::<Shard>(), Err(ShardError), "{text}");
        }
    }

    #[test]
    fn a_line_that_no_shard_writes_is_named() {
        let error = merge([&b"{}\n"[..]], &mut Report::default()).unwrap_err();
        assert!(error.to_string().starts_with("line 1 of shard 1"));
    }
}
