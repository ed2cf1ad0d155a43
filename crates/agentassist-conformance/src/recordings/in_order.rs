//! Work on many things on all cores, with results in the order of the things.

use std::any::Any;
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Results that may wait for their turn, for each thread: enough that none has to stop for another
/// that takes a little longer, few enough that memory stays flat.
const AHEAD: usize = 4;

/// Applies `work` to each batch on several threads, and gives the results to `gather` in the order
/// of the batches.
///
/// `gather` says whether to go on. Only a few batches are held at a time. There is no thread that
/// only reads or only gathers: each takes a batch, works on it, and gathers what it is the turn of.
/// So a batch stays on the core that read it, and one thread is the calling one alone.
pub(super) fn in_order<B, T: Send>(
    batches: impl Iterator<Item = B> + Send,
    threads: NonZeroUsize,
    work: impl Fn(B) -> T + Sync,
    gather: impl FnMut(T) -> bool + Send,
) {
    let turns = Turns {
        batches: Mutex::new(batches.enumerate()),
        gather: Mutex::new(gather),
        results: Mutex::new(Results {
            early: BTreeMap::new(),
            next: 0,
            is_gathering: false,
            is_over: false,
            panic: None,
        }),
        is_later: Condvar::new(),
        most: AHEAD * threads.get(),
    };
    thread::scope(|scope| {
        for _ in 1..threads.get() {
            scope.spawn(|| turns.work(&work));
        }
        turns.work(&work);
    });
    if let Some(panic) = lock(&turns.results).panic.take() {
        resume_unwind(panic);
    }
}

/// Whose turn it is to do what.
struct Turns<I, T, G> {
    batches: Mutex<I>,
    gather: Mutex<G>,
    results: Mutex<Results<T>>,
    /// Results were gathered, or nothing more will be.
    is_later: Condvar,
    /// The most results that may wait.
    most: usize,
}

/// What has been worked on.
struct Results<T> {
    /// Results that wait for their turn, by the number of their batch.
    early: BTreeMap<usize, T>,
    /// The number of the batch whose turn it is.
    next: usize,
    is_gathering: bool,
    is_over: bool,
    panic: Option<Box<dyn Any + Send>>,
}

impl<B, T, I: Iterator<Item = (usize, B)>, G: FnMut(T) -> bool> Turns<I, T, G> {
    /// Works until nothing is left. A panic ends the work of all threads.
    fn work(&self, work: impl Fn(B) -> T) {
        let all = || while self.one(&work).is_some() {};
        if let Err(panic) = catch_unwind(AssertUnwindSafe(all)) {
            let mut results = lock(&self.results);
            results.is_over = true;
            results.panic = Some(panic);
            self.is_later.notify_all();
        }
    }

    /// Works on one batch; `None` when there is none any more.
    fn one(&self, work: impl Fn(B) -> T) -> Option<()> {
        let (number, batch) = lock(&self.batches).next()?;
        let result = work(batch);
        let mut results = lock(&self.results);
        results.early.insert(number, result);
        if !results.is_gathering {
            results = self.gather(results);
        }
        // The batch whose turn it is, is in the hands of another thread, which will gather.
        let is_full =
            |results: &mut Results<T>| results.early.len() > self.most && !results.is_over;
        let waited = self.is_later.wait_while(results, is_full);
        let results = waited.unwrap_or_else(PoisonError::into_inner);
        (!results.is_over).then_some(())
    }

    /// Gathers the results whose turn it is.
    fn gather<'a>(&'a self, mut results: MutexGuard<'a, Results<T>>) -> MutexGuard<'a, Results<T>> {
        results.is_gathering = true;
        while let Some(result) = results.next() {
            drop(results);
            let goes_on = lock(&self.gather)(result);
            results = lock(&self.results);
            results.is_over |= !goes_on;
        }
        results.is_gathering = false;
        self.is_later.notify_all();
        results
    }
}

impl<T> Results<T> {
    /// The result whose turn it is.
    fn next(&mut self) -> Option<T> {
        let result = self.early.remove(&self.next).filter(|_| !self.is_over)?;
        self.next += 1;
        Some(result)
    }
}

/// A thread that panicked leaves nothing half done that another would go on with.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

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
        let taken = AtomicUsize::new(0);
        let batches = (0..1_000).inspect(|_| {
            taken.fetch_add(1, Ordering::Relaxed);
        });
        // Those that wait, and one in the hands of each thread.
        let held = AHEAD * THREADS.get() + 1 + THREADS.get();
        let mut gathered = 0;
        in_order(
            batches,
            THREADS,
            |number| number,
            |_| {
                gathered += 1;
                assert!(taken.load(Ordering::Relaxed) <= gathered + held);
                gathered < 10
            },
        );
        assert_eq!(gathered, 10);
        assert!(taken.load(Ordering::Relaxed) <= gathered + held);
    }

    #[test]
    fn one_thread_is_the_calling_one() {
        let caller = thread::current().id();
        let mut count = 0;
        let work = |_| thread::current().id();
        in_order(0..10, NonZeroUsize::MIN, work, |worker| {
            assert!(worker == caller && thread::current().id() == caller);
            count += 1;
            true
        });
        assert_eq!(count, 10);
    }

    #[test]
    fn a_panic_reaches_the_caller_whoever_works_and_nobody_waits_for_the_rest() {
        for panicking in [0, 3, 500] {
            let work = |number| if number == panicking { panic!("{number}") } else { number };
            let caught = catch_unwind(|| in_order(0..1_000, THREADS, work, |_| true));
            let payload = caught.unwrap_err();
            assert_eq!(payload.downcast_ref::<String>(), Some(&panicking.to_string()));
        }
        let gather = |number| {
            assert!(number < 7);
            true
        };
        assert!(catch_unwind(|| in_order(0..1_000, THREADS, |number| number, gather)).is_err());
    }
}
