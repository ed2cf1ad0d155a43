//! Lines that most likely are an exchange each, judged by the batch.
//!
//! Where lines end is quickly found; where a value ends is not. So lines are taken for exchanges
//! until one is not: from there on, whoever reads by the brackets goes on.

use std::sync::Arc;

use memchr::memchr;

use super::long;
use super::outline::judge_conforming;
use super::scanner::STRING_LIMIT;
use crate::Judge;
use crate::judge::Verdict;

const SPACES: [char; 4] = [' ', '\t', '\r', '\n'];

/// What came of a batch of lines.
pub(super) struct Judged {
    /// The lines.
    pub(super) text: Arc<Vec<u8>>,
    /// The verdicts on the exchanges, in their order.
    pub(super) verdicts: Vec<Verdict>,
    /// How many bytes they are: all, unless a line is no exchange.
    pub(super) end: usize,
    /// How many lines they are, with those that are empty.
    pub(super) lines: usize,
}

/// Judges lines up to the first that is no exchange.
pub(super) fn judge_lines(judge: &Judge, text: Vec<u8>) -> Judged {
    let mut judged = Judged { text: Arc::new(text), verdicts: Vec::new(), end: 0, lines: 0 };
    let text = &judged.text;
    let Ok(whole) = std::str::from_utf8(text) else { return judged };
    while judged.end < text.len() {
        let begin = judged.end;
        let end = memchr(b'\n', &text[begin..]).map_or(text.len(), |length| begin + length + 1);
        let line = whole[begin..end].trim_start_matches(SPACES);
        let begin = end - line.len();
        let line = line.trim_end_matches(SPACES);
        if !line.is_empty() {
            let Some(mut verdict) = judge_line(judge, line) else { break };
            if verdict.reproduction.is_none() {
                let (text, line) = (Arc::clone(text), begin..begin + line.len());
                let make = move |call| long::reproduction(call, &text[line.clone()]);
                verdict.reproduce_by(end - begin, make);
            }
            judged.verdicts.push(verdict);
        }
        judged.end = end;
        judged.lines += 1;
    }
    judged
}

/// The verdict on one line; nothing if it is no exchange.
fn judge_line(judge: &Judge, line: &str) -> Option<Verdict> {
    if !line.starts_with('{') || line.len() > STRING_LIMIT {
        return None;
    }
    judge_conforming(judge, line).or_else(|| long::judge(judge, line).ok())
}
