//! Hides what hashes in the lines of a shard are hashes of.
//!
//! The rules on sequences compare names, numbers and ids, of which a verdict holds hashes. Whoever
//! knows how they are made can hash a telephone directory. Lines of shards are therefore sealed
//! with a key: what was equal stays equal, and nobody without the key can find out what it was.
//!
//! All shards of a run need the same key. Those that read the same input take it from the text of
//! the first exchange, whose token, times and names nobody can guess; a shard that was dealt its
//! exchanges has to be given one.

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

/// SipHash-2-4, a hash with a key that is hard to undo without it.
fn sip(key: [u64; 2], text: &[u8]) -> u64 {
    let mut state = [
        key[0] ^ 0x736f_6d65_7073_6575,
        key[1] ^ 0x646f_7261_6e64_6f6d,
        key[0] ^ 0x6c79_6765_6e65_7261,
        key[1] ^ 0x7465_6462_7974_6573,
    ];
    let mut take = |word: u64| {
        state[3] ^= word;
        round(&mut state);
        round(&mut state);
        state[0] ^= word;
    };
    let (words, rest) = text.as_chunks::<8>();
    for word in words {
        take(u64::from_le_bytes(*word));
    }
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    take(u64::from_le_bytes(last) | ((text.len() as u64) << 56));
    state[2] ^= 0xff;
    for _ in 0..4 {
        round(&mut state);
    }
    state[0] ^ state[1] ^ state[2] ^ state[3]
}

fn round(state: &mut [u64; 4]) {
    let [mut a, mut b, mut c, mut d] = *state;
    a = a.wrapping_add(b);
    b = b.rotate_left(13) ^ a;
    a = a.rotate_left(32);
    c = c.wrapping_add(d);
    d = d.rotate_left(16) ^ c;
    a = a.wrapping_add(d);
    d = d.rotate_left(21) ^ a;
    c = c.wrapping_add(b);
    b = b.rotate_left(17) ^ c;
    c = c.rotate_left(32);
    *state = [a, b, c, d];
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
