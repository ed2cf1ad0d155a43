//! From a stream to verdicts, on all cores.

use std::io::Read;
use std::num::NonZeroUsize;

use super::in_order::in_order;
use super::{Piece, Pieces, ReadError};
use crate::Judge;
use crate::judge::{Subject, Verdict};

/// A batch is as many pieces as have this many bytes together.
const BATCH: usize = 256 * 1024;

/// What was in a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Exchanges that were judged, or set aside as another API's.
    pub exchanges: usize,
    /// Entries of a HAR file without an answer.
    pub passed_over: usize,
}

/// Judges the exchanges of a stream on several threads.
///
/// The verdicts come in the order of the stream, each with the number of its exchange, counted
/// from 1. Memory stays flat however long the stream is.
///
/// # Errors
///
/// Says what is wrong and where. The verdicts on what stands before it have come by then.
pub fn judge<R: Read>(
    pieces: Pieces<R>,
    judge: &Judge,
    threads: NonZeroUsize,
    mut gather: impl FnMut(usize, Verdict),
) -> Result<Tally, ReadError> {
    let mut tally = Tally::default();
    let mut outcome = Ok(());
    let work = |batch: Batch| -> Vec<_> {
        batch.into_iter().map(|piece| judge_piece(judge, &piece?)).collect()
    };
    in_order(Batches(pieces), threads, work, |verdicts| {
        for verdict in verdicts {
            match verdict {
                Ok((number, Some(verdict))) => {
                    tally.exchanges += 1;
                    gather(number, verdict);
                }
                Ok((_, None)) => tally.passed_over += 1,
                Err(error) => {
                    outcome = Err(error);
                    return false;
                }
            }
        }
        true
    });
    outcome.map(|()| tally)
}

fn judge_piece(judge: &Judge, piece: &Piece) -> Result<(usize, Option<Verdict>), ReadError> {
    let number = piece.number();
    let verdict = piece.read()?.map(|exchange| judge.judge(&exchange));
    // A long download of something else is nothing to complain of.
    let is_foreign = |verdict: &Verdict| matches!(verdict.subject, Subject::Foreign);
    if piece.is_shortened() && !verdict.as_ref().is_none_or(is_foreign) {
        return Err(ReadError::TooLarge { number });
    }
    Ok((number, verdict))
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
