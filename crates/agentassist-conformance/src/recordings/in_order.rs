//! Work on many things on all cores, with results in the order of the things.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{Receiver, RecvError, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Batches that each thread may have waiting: enough that none runs dry, few enough that memory
/// stays flat.
const AHEAD: usize = 6;

/// Applies `work` to each batch on several threads, and gives the results to `gather` in the order
/// of the batches.
///
/// `gather` says whether to go on. Only a few batches are held at a time.
pub(super) fn in_order<B: Send, T: Send>(
    mut batches: impl Iterator<Item = B>,
    threads: NonZeroUsize,
    work: impl Fn(B) -> T + Sync,
    mut gather: impl FnMut(T) -> bool,
) {
    let (to_workers, batches_to_do) = channel::<(usize, B)>();
    let (from_workers, results) = channel();
    let batches_to_do = Mutex::new(batches_to_do);
    thread::scope(|scope| {
        for _ in 0..threads.get() {
            let (from_workers, batches_to_do, work) = (from_workers.clone(), &batches_to_do, &work);
            scope.spawn(move || {
                while let Ok((number, batch)) = next(batches_to_do) {
                    // A panic is handed on: a result that never comes would be waited for.
                    let result = catch_unwind(AssertUnwindSafe(|| work(batch)));
                    if from_workers.send((number, result)).is_err() {
                        break;
                    }
                }
            });
        }
        // Only the workers' ends count: when the last of them stops, so does the loop below.
        drop(from_workers);
        let (mut sent, mut gathered) = (0, 0);
        let mut early = BTreeMap::new();
        let mut is_exhausted = false;
        loop {
            while !is_exhausted && sent < gathered + AHEAD * threads.get() {
                // Sending cannot fail: the other end lives as long as this function.
                match batches.next().map(|batch| to_workers.send((sent, batch))) {
                    Some(Ok(())) => sent += 1,
                    _ => is_exhausted = true,
                }
            }
            if gathered == sent {
                break;
            }
            let Ok((number, result)) = results.recv() else { break };
            early.insert(number, result);
            while let Some(result) = early.remove(&gathered) {
                gathered += 1;
                if !gather(result.unwrap_or_else(|panic| resume_unwind(panic))) {
                    is_exhausted = true;
                    gathered = sent;
                }
            }
        }
        // The workers' loops end with this.
        drop(to_workers);
    });
}

/// Takes one batch, or waits for it. A thread that panicked leaves nothing half done here.
fn next<B>(batches: &Mutex<Receiver<B>>) -> Result<B, RecvError> {
    batches.lock().unwrap_or_else(PoisonError::into_inner).recv()
}

#[cfg(test)]
mod tests {
    use super::*;

    const THREADS: NonZeroUsize = NonZeroUsize::new(4).unwrap();

    #[test]
    fn results_come_in_the_order_of_the_batches_however_long_each_takes() {
        let mut seen = Vec::new();
        let work = |number: u64| {
            // Early numbers take longest.
            (0..(200 - number) * 500).fold(number, |one, other| std::hint::black_box(one ^ other));
            number
        };
        in_order(0..200, THREADS, work, |number| {
            seen.push(number);
            true
        });
        assert!(seen.iter().copied().eq(0..200));
    }

    #[test]
    fn few_batches_are_held_at_a_time_and_none_after_the_end_was_asked_for() {
        let taken = std::cell::Cell::new(0);
        let batches = (0..1_000).inspect(|_| taken.set(taken.get() + 1));
        let mut gathered = 0;
        in_order(
            batches,
            THREADS,
            |number| number,
            |_| {
                gathered += 1;
                assert!(taken.get() <= gathered + AHEAD * THREADS.get());
                gathered < 10
            },
        );
        assert_eq!(gathered, 10);
        assert!(taken.get() <= gathered + AHEAD * THREADS.get());
    }
}
