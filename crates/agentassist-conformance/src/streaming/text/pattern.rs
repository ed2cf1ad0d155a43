//! Strings that match a pattern.

use std::marker::PhantomData;

use regex::Regex;

use super::TextRule;
use crate::streaming::Notes;

/// A pattern of the document, in the two parts that a linear-time engine can match: it has no
/// lookahead, so `^(?!A$)B$` is "matches `^B$` but not `^A$`".
#[derive(Debug)]
pub(crate) struct Pattern {
    demanded: Regex,
    refused: Option<Regex>,
}

impl Pattern {
    pub(crate) fn new(demanded: &str, refused: Option<&str>) -> Self {
        // expect: the generator compiles each pattern, and a test matches each of them.
        let compile = |pattern: &str| Regex::new(pattern).expect("the generator compiled it");
        Self { demanded: compile(demanded), refused: refused.map(compile) }
    }

    fn allows(&self, text: &str) -> bool {
        self.demanded.is_match(text)
            && !self.refused.as_ref().is_some_and(|refused| refused.is_match(text))
    }
}

/// The place of a pattern that is compiled once.
pub(crate) trait HasPattern {
    /// The compiled pattern.
    fn pattern() -> &'static Pattern;
}

/// A text that matches a pattern.
pub(crate) struct Patterned<P>(PhantomData<P>);

impl<P: HasPattern> TextRule for Patterned<P> {
    fn allows(text: &str, _: &mut Notes) -> bool {
        P::pattern().allows(text)
    }
}
