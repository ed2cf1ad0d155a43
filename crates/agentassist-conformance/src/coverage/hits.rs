//! The parts that one exchange shows.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::part::PARTS;

/// More parts than the document has; a test holds it to this.
const MOST: u32 = 512;

/// The parts that one exchange shows, by their place among all parts: a bit for each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Hits([u64; (MOST / 64) as usize]);

impl Hits {
    pub(super) fn insert(&mut self, part: u32) {
        if let Some(word) = self.0.get_mut((part / 64) as usize) {
            *word |= 1 << (part % 64);
        }
    }

    /// The parts in their order.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> {
        (0..).zip(&self.0).flat_map(|(index, word)| bits(*word).map(move |bit| index * 64 + bit))
    }
}

/// The bits that are set, lowest first.
pub(crate) fn bits(mut word: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let bit = word.trailing_zeros();
        // The lowest bit that is set goes out.
        word &= word.wrapping_sub(1);
        (bit < u64::BITS).then_some(bit)
    })
}

impl Serialize for Hits {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for Hits {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut hits = Self::default();
        for part in Vec::<u32>::deserialize(deserializer)? {
            if part as usize >= PARTS.count() {
                return Err(serde::de::Error::custom("an unknown part of the document"));
            }
            hits.insert(part);
        }
        Ok(hits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_a_bit() {
        assert!(PARTS.count() <= MOST as usize);
    }

    #[test]
    fn hits_come_back_in_order_also_after_they_were_written() {
        let mut hits = Hits::default();
        for part in [70, 0, 63, 64, 0] {
            hits.insert(part);
        }
        let text = serde_json::to_string(&hits).unwrap();
        assert_eq!(text, "[0,63,64,70]");
        assert_eq!(serde_json::from_str::<Hits>(&text).unwrap(), hits);
        assert!(serde_json::from_str::<Hits>("[100000]").is_err());
    }
}
