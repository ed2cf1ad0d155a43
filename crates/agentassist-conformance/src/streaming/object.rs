//! Objects: those whose properties the document names, and free ones.

use std::marker::PhantomData;

use serde_json::{Map, Value};

use super::json::{self, Refused, Rest};
use super::{Notes, Schema};

/// The properties of an object, by their number in the document.
///
/// A set of properties is a number with one bit for each of them.
pub(crate) trait Object {
    /// Its place among everything that can be shown.
    const PLACE: usize;
    /// The properties that must be there.
    const REQUIRED: u64;
    /// Sets of properties of which one must be there as a whole; no sets, no demand.
    const REQUIRED_ANY: &'static [u64] = &[];

    /// What is kept of an object.
    type Said<'a>: Default;

    /// The number of a property, if the document knows it.
    fn number(name: &str) -> Option<u32>;

    /// Reads properties as long as they come in the order of the document.
    fn in_order<'de>(
        entries: &mut Entries<'_, 'de>,
        said: &mut Self::Said<'de>,
    ) -> Result<(), Refused>;

    /// Reads the value of the property with a number.
    fn value<'de>(
        number: u32,
        text: &'de str,
        notes: &mut Notes,
        said: &mut Self::Said<'de>,
    ) -> Rest<'de>;

    /// What is kept of an object in a tree.
    fn of(object: &Map<String, Value>) -> Self::Said<'_>;
}

/// What is kept of a property in a tree.
pub(crate) fn part<'a, S: Schema>(object: &'a Map<String, Value>, name: &str) -> S::Said<'a> {
    object.get(name).map(S::of).unwrap_or_default()
}

/// An object with these properties; others are allowed, and are news.
pub(crate) struct ObjectOf<O>(PhantomData<O>);

impl<O: Object> Schema for ObjectOf<O> {
    type Said<'a> = O::Said<'a>;

    fn read<'de>(text: &'de str, notes: &mut Notes, said: &mut Self::Said<'de>) -> Rest<'de> {
        let (is_on, text) = json::enter(text, notes, *b"{}")?;
        let mut entries = Entries { text, notes, is_on, seen: 0 };
        O::in_order(&mut entries, said)?;
        while entries.is_on {
            entries.next::<O>(said)?;
        }
        let Entries { text, notes, seen, .. } = entries;
        notes.leave();
        notes.show(O::PLACE, seen);
        let has = |set: u64| seen & set == set;
        let any = O::REQUIRED_ANY;
        let is_complete = has(O::REQUIRED) && (any.is_empty() || any.iter().any(|&set| has(set)));
        is_complete.then_some(text).ok_or(Refused)
    }

    fn of(value: &Value) -> Self::Said<'_> {
        value.as_object().map(O::of).unwrap_or_default()
    }
}

/// The entries of an object, of which some are read.
pub(crate) struct Entries<'place, 'de> {
    text: &'de str,
    notes: &'place mut Notes,
    /// More entries follow.
    is_on: bool,
    /// The properties that were read.
    seen: u64,
}

impl<'de> Entries<'_, 'de> {
    /// Reads the property that most likely comes next, if it does: it begins like this, up to its
    /// value.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "what is known of a property is known when compiling")]
    pub(crate) fn likely<O: Object, const LENGTH: usize>(
        &mut self,
        number: u32,
        begin: &[u8; LENGTH],
        said: &mut O::Said<'de>,
    ) -> Result<(), Refused> {
        match json::passes(self.text, begin) {
            Some(value) if self.is_on => self.value::<O>(number, value, said),
            _ => Ok(()),
        }
    }

    /// Reads the next property, whichever it is.
    fn next<O: Object>(&mut self, said: &mut O::Said<'de>) -> Result<(), Refused> {
        let (name, rest) = json::string(self.text)?;
        let value = json::expect(rest, b":")?;
        if let Some(number) = O::number(&name) {
            return self.value::<O>(number, value, said);
        }
        self.notes.add_news();
        let rest = json::anything(value, self.notes)?;
        (self.is_on, self.text) = json::goes_on(rest, b'}')?;
        Ok(())
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "what is known of a property is known when compiling")]
    fn value<O: Object>(
        &mut self,
        number: u32,
        value: &'de str,
        said: &mut O::Said<'de>,
    ) -> Result<(), Refused> {
        let bit = 1 << number;
        if self.seen & bit != 0 {
            // Given twice.
            return Err(Refused);
        }
        self.seen |= bit;
        let rest = O::value(number, value, self.notes, said)?;
        (self.is_on, self.text) = json::goes_on(rest, b'}')?;
        Ok(())
    }
}

/// An object of which the document names no property: nothing in it is news.
pub(crate) struct FreeObject;

impl Schema for FreeObject {
    type Said<'a> = ();

    fn read<'de>(text: &'de str, notes: &mut Notes, (): &mut ()) -> Rest<'de> {
        if json::peek(text) == Some(b'{') { json::anything(text, notes) } else { Err(Refused) }
    }

    fn of(_: &Value) {}
}
