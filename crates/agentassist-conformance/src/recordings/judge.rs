//! From a stream to verdicts, on all cores.

use std::io::Read;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::in_order::in_order;
use super::lines::{Judged, judge_lines};
use super::{Piece, Pieces, ReadError};
use crate::Judge;
use crate::judge::Verdict;

/// A batch is as many pieces or lines as have this many bytes together.
const BATCH: usize = 256 * 1024;

/// What was in a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Exchanges with a verdict: judged, set aside, or unreadable by themselves.
    pub exchanges: usize,
    /// Documents of a YAML file in which nothing stands.
    pub passed_over: usize,
}

/// Judges the exchanges of a stream on several threads.
///
/// The verdicts come in the order of the stream, each with the number of its exchange, counted
/// from 1. Memory stays flat however long the stream is.
///
/// # Errors
///
/// Says what is wrong and where, if nothing can be read behind it. The verdicts on what stands
/// before it have come by then. An exchange that cannot be read has a verdict that says so.
pub fn judge<R: Read + Send>(
    mut pieces: Pieces<R>,
    judge: &Judge,
    threads: NonZeroUsize,
    mut gather: impl FnMut(usize, Verdict) + Send,
) -> Result<Tally, ReadError> {
    let mut tally = Tally::default();
    // What the first exchange is decides what can follow it.
    if let Some(first) = pieces.next() {
        let judged = first.and_then(|first| Ok((first.number(), first.judge(judge)?)));
        match judged {
            Ok((number, verdict)) => tally.take(number, verdict, &mut gather),
            Err(error) => return Err(pieces.first_fault(error)),
        }
    }
    judge_all_lines(&mut pieces, judge, threads, &mut tally, &mut gather)?;
    judge_all_pieces(pieces, judge, threads, &mut tally, &mut gather)?;
    Ok(tally)
}

impl Tally {
    fn take(
        &mut self,
        number: usize,
        verdict: Option<Verdict>,
        gather: &mut impl FnMut(usize, Verdict),
    ) {
        match verdict {
            Some(verdict) => {
                self.exchanges += 1;
                gather(number, verdict);
            }
            None => self.passed_over += 1,
        }
    }
}

/// Judges lines, as long as each is an exchange. What is read beyond those is handed back.
fn judge_all_lines<R: Read + Send>(
    pieces: &mut Pieces<R>,
    judge: &Judge,
    threads: NonZeroUsize,
    tally: &mut Tally,
    gather: &mut (impl FnMut(usize, Verdict) + Send),
) -> Result<(), ReadError> {
    let mut place = pieces.place();
    let mut left_over = Vec::new();
    let is_over = AtomicBool::new(false);
    let spare = Mutex::new(Vec::new());
    // Nothing that could panic is done with it.
    let spare = || spare.lock().unwrap_or_else(PoisonError::into_inner);
    let mut problem = None;
    let batches = std::iter::from_fn(|| {
        let buffer = spare().pop().unwrap_or_default();
        let is_over = is_over.load(Ordering::Relaxed);
        let lines = if is_over { None } else { pieces.lines(BATCH, buffer) };
        lines?.map_err(|error| problem = Some(error)).ok()
    });
    in_order(
        batches,
        threads,
        |lines| judge_lines(judge, lines),
        |judged: Judged| {
            if is_over.load(Ordering::Relaxed) {
                left_over.extend_from_slice(&judged.text);
                return true;
            }
            for verdict in judged.verdicts {
                let number = tally.exchanges + 1;
                tally.take(number, Some(verdict), gather);
            }
            place = place.behind(judged.lines, judged.end);
            if judged.end < judged.text.len() {
                is_over.store(true, Ordering::Relaxed);
                left_over.extend_from_slice(&judged.text[judged.end..]);
            }
            spare().extend(Arc::into_inner(judged.text));
            true
        },
    );
    if is_over.load(Ordering::Relaxed) {
        pieces.unread(left_over, place, tally.exchanges);
    }
    problem.map_or(Ok(()), Err)
}

/// Judges pieces, up to the end.
fn judge_all_pieces<R: Read + Send>(
    pieces: Pieces<R>,
    judge: &Judge,
    threads: NonZeroUsize,
    tally: &mut Tally,
    gather: &mut (impl FnMut(usize, Verdict) + Send),
) -> Result<(), ReadError> {
    let mut outcome = Ok(());
    let work = |batch: Batch| -> Vec<_> {
        batch
            .into_iter()
            .map(|piece| {
                let piece = piece?;
                Ok((piece.number(), piece.judge(judge)?))
            })
            .collect()
    };
    in_order(Batches(pieces), threads, work, |verdicts| {
        for verdict in verdicts {
            match verdict {
                Ok((number, verdict)) => tally.take(number, verdict, gather),
                Err(error) => {
                    outcome = Err(error);
                    return false;
                }
            }
        }
        true
    });
    outcome
}

type Batch = Vec<Result<Piece, ReadError>>;

/// Pieces by the batch: handing over one at a time would cost more than to judge it.
struct Batches<R>(Pieces<R>);

impl<R: Read> Iterator for Batches<R> {
    type Item = Batch;

    fn next(&mut self) -> Option<Batch> {
        let mut batch = Batch::new();
        let mut size = 0;
        while size < BATCH {
            let Some(piece) = self.0.next() else { break };
            size += piece.as_ref().map_or(0, Piece::size);
            batch.push(piece);
        }
        (!batch.is_empty()).then_some(batch)
    }
}
