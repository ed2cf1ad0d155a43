//! A map that remembers what was used of late.

use std::collections::HashMap;

/// A map of bounded size: when it is full, it forgets what was not used for longest, by halves.
#[derive(Debug)]
pub(super) struct Recent<T> {
    young: HashMap<u64, T>,
    old: HashMap<u64, T>,
    /// The most entries of each half.
    half: usize,
}

impl<T: Default> Recent<T> {
    /// A map that holds so many entries at least, and twice as many at most.
    pub(super) fn new(half: usize) -> Self {
        Self { young: HashMap::new(), old: HashMap::new(), half }
    }

    /// The entry of a key; a new one if there is none, or none any more.
    pub(super) fn entry(&mut self, key: u64) -> &mut T {
        if !self.young.contains_key(&key) {
            if self.young.len() >= self.half {
                self.old = std::mem::take(&mut self.young);
            }
            let known = self.old.remove(&key).unwrap_or_default();
            self.young.insert(key, known);
        }
        self.young.entry(key).or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_used_stays_and_what_is_not_is_forgotten() {
        let mut recent = Recent::<u64>::new(4);
        *recent.entry(7) = 70;
        for key in 100..200 {
            *recent.entry(key) = key;
            assert_eq!(*recent.entry(7), 70);
        }
        assert_eq!(*recent.entry(100), 0, "a key of long ago is new again");
        assert!(recent.young.len() + recent.old.len() <= 8);
    }
}
