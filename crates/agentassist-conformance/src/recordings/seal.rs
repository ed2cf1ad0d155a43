//! Hides what hashes in the lines of a shard are hashes of.
//!
//! The rules on sequences compare names, numbers and ids, of which a verdict holds hashes. Whoever
//! knows how they are made can hash a telephone directory. Lines of shards are therefore sealed
//! with a key: what was equal stays equal, and nobody without the key can find out what it was.
//!
//! All shards of a run need the same key. Those that read the same input can take it from how that
//! begins: with a token, times and names that nobody can guess who does not have the input. An input
//! whose beginning others know, and a shard that was dealt its exchanges, need one that is given.

use siphasher::sip::SipHasher24;

/// A key that hashes are sealed with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Seal([u64; 2]);

impl Seal {
    /// A key made of a secret of any length. A short one can be guessed.
    #[must_use]
    pub fn of(secret: &[u8]) -> Self {
        Self([sip([0, 1], secret), sip([2, 3], secret)])
    }

    /// A short text by which two keys can be compared, and from which none can be found.
    #[must_use]
    pub fn print(&self) -> String {
        format!("{:08x}", self.hide(u64::MAX) >> 32)
    }

    /// Hides a hash.
    pub(crate) fn hide(&self, hash: u64) -> u64 {
        sip(self.0, &hash.to_le_bytes())
    }
}

impl std::fmt::Debug for Seal {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Seal(redacted)")
    }
}

/// A hash with a key that is hard to undo without it.
fn sip([one, other]: [u64; 2], text: &[u8]) -> u64 {
    SipHasher24::new_with_keys(one, other).hash(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        // The vectors of the paper: the key 00..0f, and texts of the bytes 00, 01, and so on.
        let key = [0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908];
        let text: Vec<u8> = (0..15).collect();
        assert_eq!(sip(key, &text), 0xa129_ca61_49be_45e5);
        assert_eq!(sip(key, &[]), 0x726f_db47_dd0e_0e31);
    }

    #[test]
    fn what_was_equal_stays_equal_under_one_key_only() {
        let (one, other) = (Seal::of(b"secret"), Seal::of(b"other"));
        assert_eq!(one.hide(7), Seal::of(b"secret").hide(7));
        assert_ne!(one.hide(7), one.hide(8));
        assert_ne!(one.hide(7), other.hide(7));
        assert_ne!(one.print(), other.print());
    }
}
