//! The one pass agrees with `jsonschema` and its tree on whether a body is allowed, and with that
//! tree on what it says.

use std::collections::HashSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::bodies;
use crate::document::{OPERATIONS, Validator, Verdict};
use crate::schema_walk::walk;

/// Bodies for each schema; seven schemas make more than 100,000 of them.
const CASES: u64 = 15_000;

/// The validators of all bodies.
pub(crate) fn validators() -> Vec<&'static Validator> {
    let mut validators: Vec<&Validator> = OPERATIONS
        .iter()
        .flat_map(|operation| {
            let answers = operation.responses.iter().filter_map(|response| response.body.as_ref());
            answers.chain(&operation.request_body).map(|body| body.validator)
        })
        .collect();
    validators.sort_by_key(|validator| validator.pointer());
    validators.dedup_by_key(|validator| validator.pointer());
    validators
}

#[test]
fn one_pass_and_the_tree_agree_on_every_generated_body() {
    let validators = validators();
    assert!(u64::try_from(validators.len()).unwrap() * CASES >= 100_000);
    std::thread::scope(|scope| {
        for validator in validators {
            scope.spawn(move || {
                let mut valid = 0;
                for seed in 0..CASES {
                    let body = bodies::body(validator.pointer(), seed);
                    valid += u64::from(agree(validator, &body).is_valid());
                }
                // Neither all valid nor all refused: the agreement means something.
                assert!(
                    (CASES / 10..CASES * 9 / 10).contains(&valid),
                    "{valid} of {CASES} are valid"
                );
            });
        }
    });
}

/// Holds the verdict on a body equal to that of the tree, and returns it.
pub(super) fn agree(validator: &Validator, body: &str) -> Verdict {
    let reading = validator.body_schema().unwrap().read_text(body);
    let verdict = reading.verdict;
    let tree = serde_json::from_str::<Value>(body).ok().filter(|tree| validator.allows(tree));
    let schema = validator.pointer();
    match tree {
        None => assert_eq!(verdict, Verdict::Refused, "{schema} forbids {body}"),
        Some(_) if has_duplicates(body) => {}
        Some(tree) => {
            let is_news = has_news(&tree, schema);
            let expected = if is_news { Verdict::ValidWithNews } else { Verdict::Valid };
            assert_eq!(verdict, expected, "{schema} allows {body}");
            assert_eq!(validator.knows(&tree), !is_news, "{schema} knows {body}");
            assert_eq!(reading.said, validator.said(&tree), "{schema} keeps the same of {body}");
        }
    }
    verdict
}

/// Whether a tree holds a property or a value of an open vocabulary that the document lacks, or an
/// integer that is wider than any that it describes.
fn has_news(tree: &Value, schema: &str) -> bool {
    let mut news = false;
    // What the document does not know, and objects of which it names no property.
    let mut free = HashSet::new();
    walk(tree, schema, &mut |node| {
        if node.schema.is_none_or(|schema| !schema.contains_key("properties")) {
            free.insert(node.instance.to_owned());
        }
        let Some(schema) = node.schema else {
            let parent = node.instance.rsplit_once('/').map(|(parent, _)| parent);
            news |= parent.is_some_and(|parent| !free.contains(parent));
            return;
        };
        let is_integer = schema.get("type").is_some_and(|kind| kind == "integer");
        news |= is_integer && !node.value.is_i64();
        if let Some(known) = schema.get("x-extensible-enum").and_then(Value::as_array) {
            news |= !known.contains(node.value);
        }
    });
    news
}

/// Whether any object in a JSON text names a property twice.
fn has_duplicates(json: &str) -> bool {
    serde_json::from_str::<Distinct>(json).is_err()
}

/// A value in which no object names a property twice.
struct Distinct;

impl<'de> Deserialize<'de> for Distinct {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DistinctVisitor)
    }
}

struct DistinctVisitor;

impl<'de> Visitor<'de> for DistinctVisitor {
    type Value = Distinct;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Distinct, E> {
        Ok(Distinct)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Distinct, E> {
        Ok(Distinct)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Distinct, E> {
        Ok(Distinct)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Distinct, E> {
        Ok(Distinct)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Distinct, E> {
        Ok(Distinct)
    }

    fn visit_str<E>(self, _: &str) -> Result<Distinct, E> {
        Ok(Distinct)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Distinct, A::Error> {
        while list.next_element::<Distinct>()?.is_some() {}
        Ok(Distinct)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Distinct, A::Error> {
        let mut names = HashSet::new();
        while let Some(name) = map.next_key::<String>()? {
            map.next_value::<Distinct>()?;
            if !names.insert(name) {
                return Err(A::Error::custom("named twice"));
            }
        }
        Ok(Distinct)
    }
}
