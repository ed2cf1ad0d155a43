//! Which parts of the document the generators know. Any other is an error, with its place: what no
//! generator reads must not look as if it were demanded.
//!
//! Schemas have a table of their own: the generator of validators reads them keyword by keyword.

mod known;
#[cfg(test)]
mod tests;

use serde_json::Value;

use self::known::{DOCUMENT, Holds, Kind, Member};
use super::GenerateError;
use super::conformance::model::construct;
use crate::document::{Document, child};

/// Refuses the first part of the document that is not known.
pub(super) fn check(document: &Document) -> Result<(), GenerateError> {
    Walk { document }.object("", &document.value, &DOCUMENT)
}

struct Walk<'a> {
    document: &'a Document,
}

impl Walk<'_> {
    fn object(&self, at: &str, value: &Value, kind: &Kind) -> Result<(), GenerateError> {
        let object = value
            .as_object()
            .ok_or_else(|| construct(at, &format!("{} belongs here", kind.name)))?;
        if let (Some(reference), Some(target)) = (object.get("$ref"), kind.target) {
            if let Some(other) = object.keys().find(|key| *key != "$ref") {
                return Err(construct(&child(at, other), "nothing counts beside a `$ref`"));
            }
            return self.reference(&child(at, "$ref"), reference, target);
        }
        for (name, value) in object {
            let at = child(at, name);
            let member = kind.members.iter().find(|member| member.name == name);
            match member.map(Member::holds) {
                Some(holds) => self.holds(&at, value, holds)?,
                None if name == "x-evidence" => self.object(&at, value, &known::EVIDENCE)?,
                None => {
                    let problem = format!("no generator knows `{name}` in {}", kind.name);
                    return Err(construct(&at, &problem));
                }
            }
        }
        Ok(())
    }

    fn holds(&self, at: &str, value: &Value, holds: &Holds) -> Result<(), GenerateError> {
        match holds {
            Holds::Anything => Ok(()),
            Holds::Only(check, problem) if check(value) => Ok(()),
            Holds::Only(_, problem) => Err(construct(at, problem)),
            Holds::Object(kind) => self.object(at, value, kind),
            Holds::Map(kind) => {
                let map = value.as_object().ok_or_else(|| construct(at, "a map belongs here"))?;
                map.iter().try_for_each(|(name, it)| self.object(&child(at, name), it, kind))
            }
            Holds::List(kind) => {
                let list = value.as_array().ok_or_else(|| construct(at, "a list belongs here"))?;
                let mut items = list.iter().enumerate();
                items.try_for_each(|(index, it)| self.object(&format!("{at}/{index}"), it, kind))
            }
            Holds::Security => self.security(at, value),
        }
    }

    fn reference(&self, at: &str, reference: &Value, target: &str) -> Result<(), GenerateError> {
        let pointer = reference.as_str().and_then(|reference| reference.strip_prefix('#'));
        let pointer = pointer.filter(|pointer| pointer.starts_with(target));
        let pointer = pointer.ok_or_else(|| {
            construct(at, &format!("only a reference to `#{target}…` is followed"))
        })?;
        match self.document.value.pointer(pointer) {
            Some(found) if found.get("$ref").is_none() => Ok(()),
            Some(_) => Err(construct(at, "a reference to a reference is not followed")),
            None => Err(construct(at, "nothing stands where this reference leads to")),
        }
    }

    /// What a call has to prove: nothing, or the one requirement that every call has to meet.
    fn security(&self, at: &str, value: &Value) -> Result<(), GenerateError> {
        let demanded = match value.as_array().map(Vec::as_slice) {
            Some([]) => return Ok(()),
            Some([Value::Object(demanded)]) if !demanded.is_empty() => demanded,
            _ => return Err(construct(at, "only one requirement, with a scheme, is supported")),
        };
        for (name, scopes) in demanded {
            let at = child(&format!("{at}/0"), name);
            let scheme = child("/components/securitySchemes", name);
            if self.document.value.pointer(&scheme).is_none() {
                return Err(construct(&at, "no security scheme has this name"));
            }
            if scopes.as_array().is_none_or(|scopes| !scopes.is_empty()) {
                return Err(construct(&at, "a scheme of the type `apiKey` has no scopes"));
            }
        }
        Ok(())
    }
}
