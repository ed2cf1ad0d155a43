//! The verdicts of all shards of a run, gathered into its report.

use std::io::{self, BufRead};

use super::{Shard, ShardLine};
use crate::Report;

/// Gathers what shards have written into the report that a run over everything would have made,
/// and returns the faults for which inputs could not be read to their end, and what was passed over.
///
/// Each shard comes with a name for errors, such as its file's; their order does not matter. One
/// line of each is held at a time. After an error the report holds a part of the run only.
///
/// # Errors
///
/// When something is not what a shard writes, or the shards are not those of one run: one is
/// missing, doubled, cut off, or was made with another input, version or option.
pub fn merge<R: BufRead>(
    shards: impl IntoIterator<Item = (String, R)>,
    report: &mut Report,
) -> Result<Merged, MergeError> {
    let shards = shards.into_iter().map(|(name, text)| Lines::open(name, text));
    let mut shards = shards.collect::<Result<Vec<_>, _>>()?;
    agree(&shards)?;
    let mut merged = Merged::default();
    while let Some(file) = next_file(&mut shards)? {
        let (mut was_read, mut is_stopped) = (false, false);
        while let Some(first) = first(&mut shards) {
            match first.take()? {
                // What stands behind a fault, a run over everything would not have reached.
                _ if is_stopped => {}
                Some(ShardLine::Exchange { number, verdict }) => {
                    report.add(&file, number, *verdict);
                    was_read = true;
                }
                Some(ShardLine::Fault { message, .. }) => {
                    merged.faults.push(message);
                    is_stopped = true;
                }
                Some(ShardLine::PassedOver {}) => {
                    merged.passed_over.push(file.clone());
                    is_stopped = true;
                }
                _ => {}
            }
        }
        if was_read || !is_stopped {
            report.end_file();
        }
    }
    Ok(merged)
}

/// What the shards of a run say beside verdicts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Merged {
    /// Why inputs could not be read to their end.
    pub faults: Vec<String>,
    /// Files in folders that hold no exchanges.
    pub passed_over: Vec<String>,
}

/// Why shards could not be gathered.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MergeError {
    /// There is none.
    #[error("no shard was given")]
    None,
    /// One cannot be read.
    #[error("{name} cannot be read")]
    Io {
        /// The shard.
        name: String,
        /// Why.
        source: io::Error,
    },
    /// One does not begin as a shard does.
    #[error("{name} does not begin like what `check --shard` writes")]
    Begin {
        /// The shard.
        name: String,
    },
    /// A line is nothing that a shard writes.
    #[error("line {line} of {name} is nothing that `check --shard` writes")]
    Line {
        /// The shard.
        name: String,
        /// The line, counted from 1.
        line: usize,
    },
    /// A line is not where a shard writes it.
    #[error("line {line} of {name} is not in its place: keep the lines of a shard in their order")]
    Order {
        /// The shard.
        name: String,
        /// The line, counted from 1.
        line: usize,
    },
    /// One ends too early, or lines were lost from it.
    #[error("{name} is not complete: the run that wrote it was cut off, or lines were lost since")]
    Incomplete {
        /// The shard.
        name: String,
    },
    /// One was given twice.
    #[error("{one} and {other} both hold shard {shard}: leave one of them out")]
    Doubled {
        /// The shard.
        shard: Shard,
        /// Who holds it.
        one: String,
        /// Who holds it too.
        other: String,
    },
    /// Some were not given.
    #[error("missing: shard {missing}; give all {count} shards of the run")]
    Missing {
        /// Those that were not given, such as `2/4, 3/4`.
        missing: String,
        /// How many there are.
        count: usize,
    },
    /// They are parts of different runs.
    #[error("{one} and {other} are not of one run: {difference}")]
    Mixed {
        /// One shard.
        one: String,
        /// The other.
        other: String,
        /// What differs.
        difference: String,
    },
}

/// Finds out whether the shards are those of one run, and all of them.
fn agree<R>(shards: &[Lines<R>]) -> Result<(), MergeError> {
    let Some(one) = shards.first() else { return Err(MergeError::None) };
    for (index, other) in shards.iter().enumerate() {
        let differ = |what, [ours, theirs]: [&dyn std::fmt::Display; 2]| {
            let difference = format!("{what} {ours} against {theirs}");
            Err(MergeError::Mixed { one: one.name.clone(), other: other.name.clone(), difference })
        };
        if other.shard.count() != one.shard.count() {
            return differ("shard", [&one.shard, &other.shard]);
        }
        if other.version != one.version {
            return differ("version", [&one.version, &other.version]);
        }
        if other.options != one.options {
            let [ours, theirs] = [one, other].map(|shard| shard.options.join(" "));
            return differ("options", [&format!("`{ours}`"), &format!("`{theirs}`")]);
        }
        if let Some(same) = shards[..index].iter().find(|same| same.shard == other.shard) {
            return Err(MergeError::Doubled {
                shard: other.shard,
                one: same.name.clone(),
                other: other.name.clone(),
            });
        }
    }
    let count = one.shard.count();
    if shards.len() < count {
        // Only so many are named: a count can be any number.
        let is_given = |index| shards.iter().any(|shard| shard.shard.index() == index);
        let mut names = (1..=count).filter(|&index| !is_given(index));
        let mut missing: Vec<_> =
            names.by_ref().take(8).map(|index| format!("{index}/{count}")).collect();
        if names.next().is_some() {
            missing.push("…".to_owned());
        }
        return Err(MergeError::Missing { missing: missing.join(", "), count });
    }
    Ok(())
}

/// Passes the line that names the next file in every shard; `None` at the end of all.
fn next_file<R: BufRead>(shards: &mut [Lines<R>]) -> Result<Option<String>, MergeError> {
    let mut first: Option<(String, Option<String>)> = None;
    for shard in shards {
        let file = match shard.take()? {
            Some(ShardLine::File { name }) => Some(name),
            _ => None,
        };
        match &first {
            None => first = Some((shard.name.clone(), file)),
            Some((_, same)) if *same == file => {}
            Some((one, theirs)) => {
                let show =
                    |file: &Option<String>| file.clone().unwrap_or_else(|| "nothing".to_owned());
                return Err(MergeError::Mixed {
                    one: one.clone(),
                    other: shard.name.clone(),
                    difference: format!("{} was read against {}", show(theirs), show(&file)),
                });
            }
        }
    }
    Ok(first.and_then(|(_, file)| file))
}

/// The shard whose next line is about the earliest exchange of the file.
fn first<R>(shards: &mut [Lines<R>]) -> Option<&mut Lines<R>> {
    let candidates = shards.iter_mut().filter_map(|shard| Some((shard.number()?, shard)));
    candidates.min_by_key(|(number, _)| *number).map(|(_, shard)| shard)
}

/// The lines of one shard.
struct Lines<R> {
    name: String,
    shard: Shard,
    version: String,
    options: Vec<String>,
    texts: io::Lines<R>,
    /// Lines that were read.
    line: usize,
    /// Lines of exchanges that were read.
    exchanges: usize,
    /// The line that comes next; none behind the last file.
    next: Option<ShardLine>,
}

impl<R: BufRead> Lines<R> {
    fn open(name: String, text: R) -> Result<Self, MergeError> {
        let mut texts = text.lines();
        let begin = match texts.next() {
            Some(Err(source)) => return Err(MergeError::Io { name, source }),
            Some(Ok(text)) => serde_json::from_str(&text).ok(),
            None => None,
        };
        let Some(ShardLine::Shard { shard, version, options }) = begin else {
            return Err(MergeError::Begin { name });
        };
        let mut lines =
            Self { name, shard, version, options, texts, line: 1, exchanges: 0, next: None };
        lines.next = lines.read()?;
        match lines.next {
            None | Some(ShardLine::File { .. }) => Ok(lines),
            Some(_) => Err(lines.misplaced()),
        }
    }

    /// The next line; the one behind it is read and held.
    fn take(&mut self) -> Result<Option<ShardLine>, MergeError> {
        let Some(line) = self.next.take() else { return Ok(None) };
        self.next = self.read()?;
        let is_in_place = match (&line, &self.next) {
            (_, None | Some(ShardLine::File { .. })) | (ShardLine::File { .. }, Some(_)) => true,
            (
                ShardLine::Exchange { number, .. },
                Some(
                    ShardLine::Exchange { number: next, .. }
                    | ShardLine::Fault { number: next, .. },
                ),
            ) => number < next,
            _ => false,
        };
        if is_in_place { Ok(Some(line)) } else { Err(self.misplaced()) }
    }

    fn read(&mut self) -> Result<Option<ShardLine>, MergeError> {
        let name = || self.name.clone();
        self.line += 1;
        let line = match self.texts.next() {
            None => return Err(MergeError::Incomplete { name: name() }),
            Some(Err(source)) => return Err(MergeError::Io { name: name(), source }),
            Some(Ok(text)) => match serde_json::from_str(&text) {
                Ok(line) => line,
                // The last line is cut in the middle.
                Err(error) if error.is_eof() => {
                    return Err(MergeError::Incomplete { name: name() });
                }
                // What it is could be said, but not without showing some of it.
                Err(_) => return Err(MergeError::Line { name: name(), line: self.line }),
            },
        };
        match line {
            ShardLine::End { exchanges } if exchanges != self.exchanges => {
                Err(MergeError::Incomplete { name: name() })
            }
            ShardLine::End { .. } if self.texts.next().is_some() => {
                self.line += 1;
                Err(self.misplaced())
            }
            ShardLine::End { .. } => Ok(None),
            ShardLine::Exchange { number, .. } if !self.shard.holds(number) => {
                Err(self.misplaced())
            }
            line => {
                self.exchanges += usize::from(matches!(line, ShardLine::Exchange { .. }));
                Ok(Some(line))
            }
        }
    }
}

impl<R> Lines<R> {
    /// The exchange of the current file that the next line is about.
    fn number(&self) -> Option<usize> {
        match &self.next {
            Some(ShardLine::Exchange { number, .. } | ShardLine::Fault { number, .. }) => {
                Some(*number)
            }
            // Whoever has read the first exchange knows.
            Some(ShardLine::PassedOver {}) => Some(1),
            _ => None,
        }
    }

    fn misplaced(&self) -> MergeError {
        MergeError::Order { name: self.name.clone(), line: self.line }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(shards: &[&str]) -> String {
        let shards = shards.iter().enumerate();
        let shards = shards.map(|(index, text)| (format!("s{}", index + 1), text.as_bytes()));
        merge(shards, &mut Report::default()).unwrap_err().to_string()
    }

    fn shard(shard: &str, rest: &str) -> String {
        let head = r#"{"shard":{"shard":"SHARD","version":"1","options":[]}}"#;
        format!("{}\n{rest}", head.replace("SHARD", shard))
    }

    const END: &str = r#"{"end":{"exchanges":0}}"#;

    #[test]
    fn shards_of_different_runs_are_refused() {
        assert!(error(&[&shard("1/2", END), &shard("2/3", END)]).contains("shard 1/2 against 2/3"));
        let newer = shard("2/2", END).replace(r#""1""#, r#""2""#);
        assert!(error(&[&shard("1/2", END), &newer]).contains("version 1 against 2"));
        let strict = shard("2/2", END).replace("[]", r#"["--strict"]"#);
        assert!(error(&[&shard("1/2", END), &strict]).contains("options `` against `--strict`"));
        let file = format!("{{\"file\":{{\"name\":\"a.har\"}}}}\n{END}");
        let other = shard("2/2", &file);
        assert!(error(&[&shard("1/2", END), &other]).contains("nothing was read against a.har"));
    }

    #[test]
    fn missing_and_doubled_shards_are_named() {
        assert!(error(&[&shard("2/3", END)]).starts_with("missing: shard 1/3, 3/3;"));
        assert!(error(&[&shard("1/99999999999", END)]).contains("9/99999999999, …;"));
        let doubled = error(&[&shard("1/2", END), &shard("1/2", END)]);
        assert!(doubled.starts_with("s1 and s2 both hold shard 1/2"), "{doubled}");
        assert_eq!(error(&[]), "no shard was given");
    }

    #[test]
    fn lines_that_are_lost_foreign_or_moved_are_noticed() {
        for cut in ["", "{\"end\":", r#"{"end":{"exchanges":1}}"#, r#"{"file":{"name":"a"}}"#] {
            assert!(error(&[&shard("1/1", cut)]).starts_with("s1 is not complete"), "{cut}");
        }
        for foreign in ["", "{}", "[]", "\u{0}", END] {
            assert!(error(&[foreign]).starts_with("s1 does not begin"), "{foreign}");
        }
        assert!(error(&[&shard("1/1", "{}")]).starts_with("line 2 of s1 is nothing"));
        let fault = r#"{"fault":{"number":1,"message":"m"}}"#;
        assert!(error(&[&shard("1/1", fault)]).starts_with("line 2 of s1 is not in its place"));
        let twice = format!("{END}\n{}", shard("1/1", END));
        assert!(error(&[&shard("1/1", &twice)]).starts_with("line 3 of s1 is not in its place"));
    }
}
