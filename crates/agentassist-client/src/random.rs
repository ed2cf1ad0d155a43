//! Random numbers, for what must not repeat: ids of tokens, and the spread of retries.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

use crate::platform;

/// Distinguishes fallbacks within one process.
static COUNTER: AtomicU64 = AtomicU64::new(0);

/// A text of 32 hexadecimal digits that no other call returns.
pub(crate) fn unique_text() -> String {
    bytes().iter().fold(String::with_capacity(32), |mut text, byte| {
        // Writing into a string never fails.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A number from 0 up to but not including 1.
pub(crate) fn fraction() -> f64 {
    let [b0, b1, b2, b3, ..] = bytes();
    f64::from(u32::from_le_bytes([b0, b1, b2, b3])) / (f64::from(u32::MAX) + 1.0)
}

fn bytes() -> [u8; 16] {
    let mut bytes = [0; 16];
    if getrandom::getrandom(&mut bytes).is_err() {
        // Without the system's source, time and a counter still keep two calls apart.
        let nanos = platform::now().duration_since(SystemTime::UNIX_EPOCH);
        let nanos = nanos.map_or(0, |time| time.as_nanos());
        let count = COUNTER.fetch_add(1, Ordering::Relaxed);
        bytes = (nanos.rotate_left(64) ^ u128::from(count)).to_le_bytes();
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_texts_differ() {
        assert_ne!(unique_text(), unique_text());
        assert_eq!(unique_text().len(), 32);
    }

    #[test]
    fn a_fraction_stays_below_one() {
        assert!((0..100).map(|_| fraction()).all(|fraction| (0.0..1.0).contains(&fraction)));
    }
}
