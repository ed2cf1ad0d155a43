//! How well something is known: the mark `x-evidence`, and the table of all marks.

use serde::Serialize;

use super::builder::{Builder, Link};
use super::error::Result;
use super::markdown::{self, Html};
use super::node::{Fields, Node};

/// A mark where it stands.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Evidence {
    basis: Basis,
    why: Html,
}

/// What a mark says; where no mark stands, the vendor documents it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Basis {
    /// Nobody documents it: the best reading.
    Assumed,
    /// Seen in a sample, described nowhere.
    Sample,
}

/// A row of the table: one reason, and each place that it is given for.
#[derive(Debug, Serialize)]
pub(super) struct Mark {
    pub(super) basis: Basis,
    #[serde(skip)]
    reason: String,
    why: Html,
    places: Vec<Link>,
}

impl<'d> Builder<'d> {
    /// Reads the mark of an object, and notes it in the table with the place given.
    ///
    /// No place means that the mark has its home elsewhere on the page.
    pub(super) fn evidence(
        &mut self,
        fields: &mut Fields<'d>,
        place: Option<&str>,
    ) -> Result<Option<Evidence>> {
        let Some(node) = fields.take("x-evidence") else { return Ok(None) };
        let (basis, reason) =
            node.fields(|mark| Ok((basis(&mark.need("basis")?)?, mark.needed_text("why")?)))?;
        if let Some(anchor) = place {
            self.note(basis, reason, Link::within(anchor));
        }
        Ok(Some(Evidence { basis, why: markdown::inline(reason) }))
    }

    fn note(&mut self, basis: Basis, reason: &str, place: Link) {
        let known = self.marks.iter_mut().find(|mark| mark.basis == basis && mark.reason == reason);
        match known {
            Some(mark) if mark.places.contains(&place) => {}
            Some(mark) => mark.places.push(place),
            None => self.marks.push(Mark {
                basis,
                reason: reason.to_owned(),
                why: markdown::inline(reason),
                places: vec![place],
            }),
        }
    }
}

fn basis(node: &Node<'_>) -> Result<Basis> {
    match node.text()? {
        "assumed" => Ok(Basis::Assumed),
        "sample" => Ok(Basis::Sample),
        _ => Err(node.unexpected("`sample` or `assumed`")),
    }
}
