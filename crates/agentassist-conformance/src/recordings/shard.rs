//! One run spread over several machines: which part each judges, and the lines that it writes.

use std::fmt;
use std::num::NonZeroUsize;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::ReadError;
use crate::judge::Verdict;

/// Each so-many-th exchange of every file; written as `2/4` for the second of four shards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Shard {
    index: NonZeroUsize,
    count: NonZeroUsize,
}

impl Shard {
    /// The only shard of one.
    pub const WHOLE: Self = Self { index: NonZeroUsize::MIN, count: NonZeroUsize::MIN };

    /// Which one it is, counted from 1.
    #[must_use]
    pub fn index(self) -> usize {
        self.index.get()
    }

    /// Of how many it is one.
    #[must_use]
    pub fn count(self) -> usize {
        self.count.get()
    }

    /// Whether the exchange with this number, counted from 1, is of this shard.
    #[must_use]
    pub fn holds(self, number: usize) -> bool {
        number % self.count == self.index.get() % self.count
    }

    /// The number that its so-many-th exchange has in the whole; both are counted from 1.
    #[must_use]
    pub fn nth(self, place: usize) -> usize {
        self.index().saturating_add(place.saturating_sub(1).saturating_mul(self.count()))
    }

    /// The first number of this shard behind another; behind 0 is its first.
    #[must_use]
    pub fn after(self, number: usize) -> usize {
        if number < self.index() {
            self.index()
        } else {
            self.nth((number - self.index()) / self.count + 2)
        }
    }

    /// The number from which on nothing of a file can be used, when this shard could not go on.
    ///
    /// `last` is that of the last exchange that was judged, 0 for none. A stream that breaks, the
    /// one fault that does not say where it is, is taken to break in the shard's next exchange.
    #[must_use]
    pub fn stop(self, fault: &ReadError, last: usize) -> usize {
        match fault {
            ReadError::At { number, .. }
            | ReadError::Exchange { number, .. }
            | ReadError::TooDeep { number }
            | ReadError::TooLarge { number }
            | ReadError::NumberTooLarge { number, .. } => *number,
            ReadError::Foreign => 1,
            _ => self.after(last),
        }
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

impl TryFrom<String> for Shard {
    type Error = ShardError;

    fn try_from(text: String) -> Result<Self, ShardError> {
        text.parse()
    }
}

impl From<Shard> for String {
    fn from(shard: Shard) -> Self {
        shard.to_string()
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

/// One line of what a shard writes.
///
/// In JSON, each is an object with one property, named after its kind. A shard writes
///
/// 1. one `shard`,
/// 2. for each input, in the order of the run: one `file`, an `exchange` for each of those that it
///    judged, and a `fault` where it could not go on, or `passedOver`,
/// 3. one `end`, by which a shard that was cut off is told from one that came to its end.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ShardLine {
    /// What run it is, and which part of it. Shards of one run differ in the part only.
    Shard {
        /// The part.
        shard: Shard,
        /// The version of the judge.
        version: String,
        /// How it was told to judge.
        options: Vec<String>,
    },
    /// An input. Every shard names every input, also one in which it has nothing to judge.
    File {
        /// As reports show it.
        name: String,
    },
    /// What the judge says of an exchange of the last named file.
    Exchange {
        /// The exchange in the file, counted from 1.
        number: usize,
        /// The verdict.
        verdict: Box<Verdict>,
    },
    /// The last named file holds no exchanges, and nobody has asked for it by its name.
    PassedOver {},
    /// The last named file cannot be read any further.
    Fault {
        /// From which exchange on nothing of the file can be used, counted from 1.
        number: usize,
        /// What is wrong, in one line.
        message: String,
    },
    /// The shard is complete.
    End {
        /// Lines of exchanges that stand before this one.
        exchanges: usize,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shard(text: &str) -> Shard {
        text.parse().unwrap()
    }

    #[test]
    fn every_exchange_is_of_one_shard() {
        for number in 1..20 {
            let holders = (1..=3).filter(|index| shard(&format!("{index}/3")).holds(number));
            assert_eq!(holders.count(), 1);
            assert!(Shard::WHOLE.holds(number));
        }
    }

    #[test]
    fn the_exchanges_of_a_shard_follow_each_other() {
        for shard in ["1/1", "1/3", "2/3", "3/3"].map(shard) {
            let numbers: Vec<_> = (1..100).filter(|&number| shard.holds(number)).collect();
            assert!(numbers.iter().copied().eq((1..=numbers.len()).map(|place| shard.nth(place))));
            for last in 0..90 {
                let next = numbers.iter().copied().find(|&number| number > last);
                assert_eq!(Some(shard.after(last)), next, "{shard} after {last}");
            }
        }
    }

    #[test]
    fn what_is_no_shard_is_refused() {
        for text in ["", "1", "0/2", "3/2", "1/0", "a/b", "1/2/3", "-1/2"] {
            assert_eq!(text.parse::<Shard>(), Err(ShardError), "{text}");
        }
    }

    #[test]
    fn a_line_has_one_property_named_after_its_kind() {
        let line = ShardLine::Shard {
            shard: shard("2/4"),
            version: "1.0.0".to_owned(),
            options: vec!["--strict".to_owned()],
        };
        assert_eq!(
            serde_json::to_string(&line).unwrap(),
            r#"{"shard":{"shard":"2/4","version":"1.0.0","options":["--strict"]}}"#
        );
    }
}
