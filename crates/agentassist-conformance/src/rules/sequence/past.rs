//! The exchanges of a sequence that later ones are compared with.

use std::collections::VecDeque;
use std::num::NonZeroU32;

use super::Place;

/// The most exchanges that are remembered.
const REMEMBERED: usize = 1 << 16;

/// An exchange in a few bytes, as each contact remembers some: its number among those of the
/// sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Earlier(NonZeroU32);

/// The last exchanges of a sequence.
#[derive(Debug, Default)]
pub(super) struct Past {
    places: VecDeque<Place>,
    /// How many there were before them.
    forgotten: u32,
}

impl Past {
    /// Remembers an exchange; `None` when there are no more numbers for it.
    pub(super) fn add(&mut self, place: Place) -> Option<Earlier> {
        if self.places.len() == REMEMBERED {
            self.places.pop_front();
            self.forgotten += 1;
        }
        let number = self.forgotten.checked_add(u32::try_from(self.places.len()).ok()?)?;
        self.places.push_back(place);
        number.checked_add(1).and_then(NonZeroU32::new).map(Earlier)
    }

    /// Where an exchange stood, unless that is forgotten.
    pub(super) fn place(&self, earlier: Earlier) -> Option<Place> {
        let index = (earlier.0.get() - 1).checked_sub(self.forgotten)?;
        self.places.get(usize::try_from(index).ok()?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_exchanges_are_remembered_and_others_are_not() {
        let mut past = Past::default();
        let place = |exchange| Place { stream: 0, caller: None, span: None, exchange };
        let mut add = |number| past.add(place(number)).unwrap();
        let first = add(0);
        let second = add(1);
        (2..REMEMBERED).for_each(|number| _ = add(number));
        let last = add(REMEMBERED);
        let exchange = |earlier| past.place(earlier).map(|place| place.exchange);
        assert_eq!([first, second, last].map(exchange), [None, Some(1), Some(REMEMBERED)]);
        assert!(first < second && second < last);
    }
}
