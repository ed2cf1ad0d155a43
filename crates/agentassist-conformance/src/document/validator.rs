//! Decides whether a value is allowed by a schema of the document, and says why not.

use std::sync::OnceLock;

use jsonschema::Draft;
use serde::Deserializer;
use serde_json::Value;

use super::{Basis, DOCUMENT, Evidence, Shape, pieces};
use crate::generated::validators::{BodySchema, ParameterSchema, Said};
use crate::streaming::Verdict;

/// Decides whether a value is allowed by one schema of the document.
///
/// The schema is compiled at the first use.
#[derive(Debug)]
pub struct Validator {
    schema: &'static str,
    short: Short,
    compiled: OnceLock<jsonschema::Validator>,
    shape: OnceLock<Shape>,
}

/// One way in which a value breaks a schema.
#[derive(Debug)]
pub(crate) struct Violation {
    /// JSON pointer into the value.
    pub(crate) instance: String,
    /// JSON pointer into the document, of the keyword that is broken.
    pub(crate) keyword_pointer: String,
    /// The keyword that is broken.
    pub(crate) keyword: String,
    /// What is wrong, without showing the value.
    pub(crate) message: String,
    /// How well the broken part is known.
    pub(crate) evidence: Evidence,
}

/// The same schema, as generated code that reads a text once.
#[derive(Debug, Clone, Copy)]
enum Short {
    Body(BodySchema),
    Parameter(ParameterSchema),
}

impl Validator {
    /// The validator of a body.
    pub(crate) const fn body(schema: &'static str, short: BodySchema) -> Self {
        Self::new(schema, Short::Body(short))
    }

    /// The validator of a parameter.
    pub(crate) const fn parameter(schema: &'static str, short: ParameterSchema) -> Self {
        Self::new(schema, Short::Parameter(short))
    }

    const fn new(schema: &'static str, short: Short) -> Self {
        Self { schema, short, compiled: OnceLock::new(), shape: OnceLock::new() }
    }

    /// JSON pointer of the schema in the document.
    #[must_use]
    pub fn pointer(&self) -> &'static str {
        self.schema
    }

    /// Whether the schema allows a value.
    #[must_use]
    pub fn allows(&self, value: &Value) -> bool {
        self.compiled().is_valid(value)
    }

    /// Holds the text of a body against the schema in one pass, with no tree in between.
    ///
    /// Many times as fast as [`allows`](Self::allows), and in agreement with it: what is valid
    /// here is valid there, and what is refused here is either no JSON, or forbidden there, or
    /// names a documented property of an object twice.
    #[must_use]
    pub fn judge_text(&self, json: &str) -> Verdict {
        if let Some(schema) = self.body_schema() {
            return schema.read_text(json).verdict;
        }
        match serde_json::from_str(json) {
            Ok(value) if self.allows(&value) => Verdict::Valid,
            _ => Verdict::Refused,
        }
    }

    /// What is kept of a value for the rules; nothing of what is no body.
    pub(crate) fn said<'a>(&self, tree: &'a Value) -> Said<'a> {
        self.body_schema().map_or(Said::Nothing, |schema| schema.said(tree))
    }

    /// Whether the schema allows a value, and the document knows all of its properties and values.
    pub(crate) fn knows(&self, tree: &Value) -> bool {
        let reads = |schema: BodySchema| schema.read_text(&tree.to_string()).verdict;
        self.body_schema().is_some_and(|schema| reads(schema) == Verdict::Valid)
    }

    /// The schema as one of those that read a body in one pass.
    pub(crate) fn body_schema(&self) -> Option<BodySchema> {
        match self.short {
            Short::Body(schema) => Some(schema),
            Short::Parameter(_) => None,
        }
    }

    pub(crate) fn parameter_schema(&self) -> Option<ParameterSchema> {
        match self.short {
            Short::Body(_) => None,
            Short::Parameter(schema) => Some(schema),
        }
    }

    /// Whether the schema allows what a parameter says: a number is written in a URL as it is in
    /// JSON; anything else is a string. No integer is beyond 64 bits, which `jsonschema` does not
    /// count.
    pub(crate) fn allows_parameter(&self, text: &str) -> bool {
        if let Some(schema) = self.parameter_schema() {
            return schema.allows(text);
        }
        let as_number = || text.parse().ok().map(Value::Number);
        self.allows(&Value::from(text)) || as_number().is_some_and(|number| self.allows(&number))
    }

    /// How well the schema as a whole is known.
    pub(crate) fn evidence(&self) -> Evidence {
        evidence_at(self.schema).unwrap_or(Evidence::DOCUMENTED)
    }

    /// Looks for every way in which a body breaks the schema, until nobody wants to hear more.
    /// Memory does not grow with the body.
    pub(crate) fn violations<'de, D: Deserializer<'de>>(
        &'static self,
        body: D,
        mut found: impl FnMut(Violation) -> bool,
    ) -> Result<(), D::Error> {
        pieces::violations(self, body, &mut found)
    }

    /// What the schema knows of a value.
    pub(crate) fn shape(&self) -> &Shape {
        // expect: a schema of the table is one of the document's, and a test makes each shape.
        self.shape.get_or_init(|| Shape::of(self.schema).expect("the schema is in the document"))
    }

    pub(super) fn compiled(&self) -> &jsonschema::Validator {
        self.compiled.get_or_init(|| compile(self.schema))
    }
}

/// Compiles a schema of the document.
pub(super) fn compile(schema: &str) -> jsonschema::Validator {
    let mut root = DOCUMENT.pointer(schema).cloned().unwrap_or_default();
    if let Some(object) = root.as_object_mut() {
        // References in the schema lead to the components.
        object.insert("components".to_owned(), DOCUMENT["components"].clone());
    }
    jsonschema::options()
        // The closest draft to an OpenAPI 3.0 schema.
        .with_draft(Draft::Draft4)
        .should_validate_formats(true)
        // Its own reading takes `0-` for a number of seconds.
        .with_format("date-time", crate::streaming::is_date_time)
        .build(&root)
        // expect: the linter compiles every schema, and a test compiles each validator.
        .expect("the document's schemas are valid")
}

/// Follows the way that a validator took from a schema, through references.
///
/// Returns the place in the document where it ended, and the evidence of the innermost part on
/// the way that carries a mark: who has no mark is as well known as what it belongs to.
pub(super) fn locate(schema: &str, evaluation_path: &str) -> (String, Evidence) {
    let mut pointer = schema.to_owned();
    let mut evidence = evidence_at(&pointer).unwrap_or(Evidence::DOCUMENTED);
    for step in evaluation_path.split('/').skip(1) {
        if step == "$ref" {
            let target = DOCUMENT.pointer(&format!("{pointer}/$ref")).and_then(Value::as_str);
            if let Some(target) = target.and_then(|target| target.strip_prefix('#')) {
                target.clone_into(&mut pointer);
            }
        } else {
            pointer.push('/');
            pointer.push_str(step);
        }
        evidence = evidence_at(&pointer).unwrap_or(evidence);
    }
    (pointer, evidence)
}

/// How well a part of the document is known, if it carries a mark of its own.
pub(crate) fn evidence_at(pointer: &str) -> Option<Evidence> {
    let mark: &'static Value = DOCUMENT.pointer(pointer)?.get("x-evidence")?;
    let basis = match mark["basis"].as_str()? {
        "sample" => Basis::Sample,
        _ => Basis::Assumed,
    };
    Some(Evidence { basis, why: mark["why"].as_str().unwrap_or_default() })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::document::OPERATIONS;
    use crate::streaming::tests::bodies;

    fn violations(validator: &'static Validator, body: &Value) -> Vec<Violation> {
        let mut violations = Vec::new();
        validator
            .violations(body, |violation| {
                violations.push(violation);
                true
            })
            .unwrap();
        violations
    }

    #[test]
    fn every_schema_of_the_table_compiles() {
        for operation in OPERATIONS {
            let bodies = operation.responses.iter().filter_map(|response| response.body.as_ref());
            for body in bodies.chain(&operation.request_body) {
                assert!(!body.validator.allows(&json!(7)), "{}", body.validator.pointer());
                assert_ne!(body.validator.shape().document, "");
            }
            for parameter in operation.parameters {
                assert!(!parameter.validator.allows(&json!(null)), "{}", parameter.name);
            }
        }
    }

    #[test]
    fn a_violation_carries_the_evidence_of_the_innermost_marked_part() {
        let body = OPERATIONS[0].response(200).unwrap().body.as_ref().unwrap();
        let page = |status: Value| {
            json!({"results": [{"id": "1", "status": status}], "skip": 0, "limit": 1,
                   "hasMore": false, "totalPages": 1, "totalResults": 1})
        };
        let violations = violations(body.validator, &page(json!(7)));
        let of = |keyword: &str| {
            violations.iter().find(|violation| violation.keyword == keyword).unwrap()
        };
        assert_eq!(of("type").evidence.basis, Basis::Sample);
        assert_eq!(
            of("type").keyword_pointer,
            "/components/schemas/Contact/properties/status/type"
        );
        assert_eq!(of("required").evidence.basis, Basis::Documented);
    }

    #[test]
    fn piece_by_piece_is_found_what_is_found_in_the_whole() {
        let mut found = 0;
        for validator in crate::streaming::tests::agreement::validators() {
            for seed in 0..1_000 {
                let text = bodies::body(validator.pointer(), seed);
                let Ok(body) = serde_json::from_str::<Value>(&text) else { continue };
                let told = |violation: &Violation| {
                    let Violation { instance, keyword_pointer, message, evidence, .. } = violation;
                    (instance.clone(), keyword_pointer.clone(), message.clone(), evidence.basis)
                };
                let mut piece_by_piece: Vec<_> =
                    violations(validator, &body).iter().map(told).collect();
                let whole = validator.compiled().iter_errors(&body).map(|error| {
                    let way = error.evaluation_path().as_str().to_owned();
                    let (pointer, evidence) = locate(validator.pointer(), &way);
                    let instance = error.instance_path().as_str().to_owned();
                    (instance, pointer, crate::document::words::say(&error), evidence.basis)
                });
                let mut whole: Vec<_> = whole.collect();
                found += whole.len();
                piece_by_piece.sort();
                whole.sort();
                assert_eq!(piece_by_piece, whole, "{} {text}", validator.pointer());
            }
        }
        assert!(found > 1_000, "{found}");
    }

    #[test]
    fn everything_below_an_assumed_part_is_assumed() {
        let body = OPERATIONS[0].response(404).unwrap().body.as_ref().unwrap();
        let violations = violations(body.validator, &json!({"message": 1}));
        assert_eq!(violations[0].instance, "/message");
        assert_eq!(violations[0].evidence.basis, Basis::Assumed);
    }
}
