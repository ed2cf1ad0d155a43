//! The hash by which rules on sequences tell names, numbers and ids apart.

/// Odd, with as many ones as zeros and in no order: the fraction of the golden ratio, and that of
/// the square root of two.
const BEGIN: u64 = 0x9e37_79b9_7f4a_7c15;
const FACTOR: u64 = 0x6a09_e667_f3bc_c909;

/// The hash of parts; where one part ends matters.
///
/// It is the same on every machine, since one judges what another gathers, and it takes eight
/// bytes at a time, since each contact of each page is hashed. It keeps nobody from making two
/// texts collide.
pub(super) fn digest(parts: &[&str]) -> u64 {
    parts.iter().fold(BEGIN, |state, part| {
        let (words, rest) = part.as_bytes().as_chunks::<8>();
        let words = words.iter().map(|word| u64::from_le_bytes(*word));
        let state = words.fold(state, mix);
        // With the length, so that no end looks like another one.
        mix(mix(state, tail(rest)), part.len() as u64)
    })
}

/// Takes in a word: both halves of a product depend on all bits of its factors.
fn mix(state: u64, word: u64) -> u64 {
    let (low, high) = (state ^ word).carrying_mul(FACTOR, 0);
    low ^ high
}

/// Fewer than eight bytes as a word: all of them, some twice.
fn tail(bytes: &[u8]) -> u64 {
    match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => {
            u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last))
        }
        _ => bytes.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_hash_is_the_same_on_every_machine() {
        assert_eq!(digest(&["st-1", "667e48f7c8b972fc691"]), 0x32c3_ae64_813f_7150);
    }

    #[test]
    fn where_a_part_ends_matters() {
        assert_ne!(digest(&["ab", "c"]), digest(&["a", "bc"]));
        assert_ne!(digest(&["", "a"]), digest(&["a", ""]));
        assert_ne!(digest(&[]), digest(&[""]));
    }

    #[test]
    fn texts_of_all_lengths_are_told_apart() {
        let mut seen = HashSet::new();
        for length in 0..40 {
            let zeros = "\0".repeat(length);
            assert!(seen.insert(digest(&[&zeros])), "{length}");
            for place in 0..length {
                for letter in '\u{1}'..='\u{7f}' {
                    let mut text = zeros.clone();
                    text.replace_range(place..=place, letter.encode_utf8(&mut [0; 4]));
                    assert!(seen.insert(digest(&[&text])), "{text:?}");
                }
            }
        }
        for number in 0..100_000 {
            assert!(seen.insert(digest(&[&format!("+9195501{number:05}")])), "{number}");
        }
    }

    #[test]
    fn every_bit_of_a_text_changes_every_bit_of_the_hash_about_half_of_the_time() {
        let mut changes = [0_u32; 64];
        for number in 0..1_000 {
            let [one, other] = [format!("c-{number:06}"), format!("c-{:06}", number ^ 1)];
            let change = digest(&[&one]) ^ digest(&[&other]);
            for (bit, count) in changes.iter_mut().enumerate() {
                *count += u32::from(change >> bit & 1 == 1);
            }
        }
        assert!(changes.iter().all(|count| (350..650).contains(count)), "{changes:?}");
    }
}
