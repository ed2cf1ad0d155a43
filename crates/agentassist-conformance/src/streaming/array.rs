//! Arrays.

use std::marker::PhantomData;

use serde_json::Value;

use super::json::{self, Refused, Rest};
use super::{Notes, Schema};
use crate::values::MANY;

/// Places that are made at once: as many as a page mostly has contacts, and more than other lists
/// mostly have items. A text does not say beforehand how many there are.
const PAGE: usize = 10;

/// An array, all of whose items one schema allows. Of one that has very many, a text of a few bytes
/// each could make far more memory be taken: others look at it.
pub(crate) struct ArrayOf<S>(PhantomData<S>);

impl<S: Schema> Schema for ArrayOf<S> {
    type Said<'a> = Option<Vec<S::Said<'a>>>;

    fn read<'de>(text: &'de str, notes: &mut Notes, said: &mut Self::Said<'de>) -> Rest<'de> {
        let items = said.insert(Vec::new());
        json::array(text, notes, |text, notes| {
            if items.is_empty() {
                items.reserve(PAGE);
            } else if items.len() >= MANY {
                return Err(Refused);
            }
            S::read(text, notes, items.push_mut(S::Said::default()))
        })
    }

    fn of(value: &Value) -> Self::Said<'_> {
        Some(value.as_array()?.iter().map(S::of).collect())
    }
}
