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
        parts.iter().fold(Draft::default(), |draft, part| draft.part(part)).done()
    }
}

/// A fingerprint that is being made, part by part.
///
/// FNV-1a with 64 bits: stable for ever, unlike the standard library's hasher, which may change
/// with each of its versions. It keeps nobody from making two texts collide.
#[derive(Clone, Copy)]
pub(crate) struct Draft(u64);

impl Default for Draft {
    fn default() -> Self {
        const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

        Self(OFFSET)
    }
}

impl Draft {
    /// Adds a whole part.
    pub(crate) fn part(self, text: &str) -> Self {
        // No part holds this byte, which UTF-8 never uses.
        const END: u8 = 0xff;

        self.some(text).byte(END)
    }

    /// Adds text to the part that is open.
    pub(crate) fn some(self, text: &str) -> Self {
        text.bytes().fold(self, Self::byte)
    }

    /// The fingerprint of the parts so far.
    pub(crate) fn done(self) -> Fingerprint {
        Fingerprint(self.0)
    }

    fn byte(self, byte: u8) -> Self {
        const PRIME: u64 = 0x0100_0000_01b3;

        Self((self.0 ^ u64::from(byte)).wrapping_mul(PRIME))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_the_same_in_every_version() {
        assert_eq!(Fingerprint::of(&["body-schema", "/a"]).to_string(), "4d980fcb00acee8d");
    }

    #[test]
    fn where_a_part_ends_matters() {
        assert_ne!(Fingerprint::of(&["ab", "c"]), Fingerprint::of(&["a", "bc"]));
    }

    #[test]
    fn a_part_may_come_in_pieces() {
        let drafted = Draft::default().some("a").some("b").part("").part("c").done();
        assert_eq!(drafted, Fingerprint::of(&["ab", "c"]));
    }

    #[test]
    fn a_fingerprint_comes_back_from_its_text() {
        let before = Fingerprint::of(&["x"]);
        let text = serde_json::to_string(&before).unwrap();
        assert_eq!(serde_json::from_str::<Fingerprint>(&text).unwrap(), before);
        assert!(serde_json::from_str::<Fingerprint>("\"12\"").is_err());
    }
}
