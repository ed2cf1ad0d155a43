//! The limits that a schema sets on a value, in words.

use serde::Serialize;

use super::error::Result;
use super::node::{Fields, Node};

/// Something to know about a value: `at least` `1` `character`.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Limit {
    pub(super) before: &'static str,
    pub(super) values: Vec<String>,
    pub(super) after: &'static str,
}

/// Reads every keyword that limits a value or says more about it than its type.
pub(super) fn read(fields: &mut Fields<'_>) -> Result<Vec<Limit>> {
    let mut limits = Vec::new();
    for (lists, before, after) in
        [("enum", "one of", ""), ("x-extensible-enum", "open list:", "– others may come")]
    {
        if let Some(values) = fields.take(lists) {
            let values = values.items()?.iter().map(Node::plain).collect();
            limits.push(Limit { before, values, after });
        }
    }
    bound(fields, &mut limits, ["minimum", "exclusiveMinimum"], ["at least", "more than"])?;
    bound(fields, &mut limits, ["maximum", "exclusiveMaximum"], ["at most", "less than"])?;
    for (keyword, before, after) in [
        ("multipleOf", "a multiple of", ""),
        ("minLength", "length at least", ""),
        ("maxLength", "length at most", ""),
        ("pattern", "matches", ""),
        ("minItems", "at least", "items"),
        ("maxItems", "at most", "items"),
        ("minProperties", "at least", "properties"),
        ("maxProperties", "at most", "properties"),
        ("default", "by default", ""),
        ("example", "for example", ""),
    ] {
        if let Some(value) = fields.take(keyword) {
            limits.push(Limit { before, values: vec![value.plain()], after });
        }
    }
    for (keyword, words) in [
        ("uniqueItems", "no item twice"),
        ("readOnly", "sent by the server only"),
        ("writeOnly", "sent by the caller only"),
        ("deprecated", "deprecated"),
    ] {
        if fields.flag(keyword)? {
            limits.push(Limit { before: words, values: Vec::new(), after: "" });
        }
    }
    Ok(limits)
}

/// Reads a bound and the flag beside it that leaves the bound itself out.
fn bound(
    fields: &mut Fields<'_>,
    limits: &mut Vec<Limit>,
    [keyword, exclusive]: [&'static str; 2],
    [with, without]: [&'static str; 2],
) -> Result<()> {
    let before = if fields.flag(exclusive)? {
        fields.need(keyword)?;
        without
    } else {
        with
    };
    if let Some(value) = fields.take(keyword) {
        limits.push(Limit { before, values: vec![value.plain()], after: "" });
    }
    Ok(())
}
