//! A short name for a finding that is found again, and the hash behind it.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A short name for a finding: the same whenever the same thing is found, in any order of the
/// input and with any ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// The fingerprint of parts; where one part ends matters.
    pub(crate) fn of(parts: &[&str]) -> Self {
        Self(hash(parts))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        let number = u64::from_str_radix(&text, 16).ok().filter(|_| text.len() == 16);
        number.map(Self).ok_or_else(|| serde::de::Error::custom("not a fingerprint"))
    }
}

/// FNV-1a with 64 bits: stable for ever, unlike the standard library's hasher, which may change
/// with each of its versions. It keeps nobody from making two texts collide.
fn hash(parts: &[&str]) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    // No part holds this byte, which UTF-8 never uses.
    const END: u8 = 0xff;

    let bytes = parts.iter().flat_map(|part| part.bytes().chain([END]));
    bytes.fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_the_same_in_every_version() {
        assert_eq!(Fingerprint::of(&["body-schema", "/a"]).to_string(), "4d980fcb00acee8d");
    }

    #[test]
    fn where_a_part_ends_matters() {
        assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
    }

    #[test]
    fn a_fingerprint_comes_back_from_its_text() {
        let before = Fingerprint::of(&["x"]);
        let text = serde_json::to_string(&before).unwrap();
        assert_eq!(serde_json::from_str::<Fingerprint>(&text).unwrap(), before);
        assert!(serde_json::from_str::<Fingerprint>("\"12\"").is_err());
    }
}
