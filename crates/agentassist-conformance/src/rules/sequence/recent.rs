//! A map that remembers what was used of late.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map of bounded size: when it is full, it forgets what was not used for longest, by halves.
#[derive(Debug)]
pub(super) struct Recent<T> {
    young: HashMap<u64, T, BuildHasherDefault<Spread>>,
    old: HashMap<u64, T, BuildHasherDefault<Spread>>,
    /// The most entries of each half.
    half: usize,
}

impl<T: Default> Recent<T> {
    /// A map that holds so many entries at least, and twice as many at most.
    pub(super) fn new(half: usize) -> Self {
        Self { young: HashMap::default(), old: HashMap::default(), half }
    }

    /// The entry of a key; a new one if there is none, or none any more.
    pub(super) fn entry(&mut self, key: u64) -> &mut T {
        if self.young.len() >= self.half && !self.young.contains_key(&key) {
            // What was old gives its room to what will be young.
            std::mem::swap(&mut self.old, &mut self.young);
            self.young.clear();
        }
        let old = &mut self.old;
        self.young.entry(key).or_insert_with(|| old.remove(&key).unwrap_or_default())
    }
}

/// Spreads keys, which are hashes themselves, over all bits of a word.
#[derive(Debug, Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, key: u64) {
        // The golden ratio, in 64 bits.
        self.0 = (self.0 ^ key).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn finish(&self) -> u64 {
        self.0.rotate_left(32)
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
