//! Each rule is shown a document that breaks it once.

use super::check;
use crate::document::Document;

/// A document that breaks no rule, in which one text is replaced.
fn findings_after(replace: &str, with: &str) -> Vec<String> {
    let text = include_str!("well-kept.yaml");
    assert!(replace.is_empty() || text.contains(replace), "the text to replace is there");
    let document = Document::parse(&text.replacen(replace, with, 1)).unwrap();
    check(&document)
        .into_iter()
        .map(|finding| {
            format!("{}: {}: {}", document.line(&finding.pointer), finding.rule, finding.message)
        })
        .collect()
}

#[track_caller]
fn assert_one_finding(replace: &str, with: &str, expected: &str) {
    let findings = findings_after(replace, with);
    assert_eq!(findings, [expected]);
}

#[test]
fn a_well_kept_document_has_no_findings() {
    assert_eq!(findings_after("", ""), Vec::<String>::new());
}

#[test]
fn the_document_of_the_project_has_no_findings() {
    assert_eq!(check(&Document::load().unwrap()), Vec::new());
}

#[test]
fn a_property_without_description_is_found() {
    assert_one_finding(
        "          description: The name.\n",
        "",
        "59: description: the property `name` needs a description",
    );
}

#[test]
fn evidence_without_a_reason_is_found() {
    assert_one_finding(
        "            why: Seen once.\n",
        "",
        "62: evidence-why: `why` must say how this is known and why it is not known better",
    );
}

#[test]
fn evidence_of_an_unknown_basis_is_found() {
    assert_one_finding(
        "basis: sample",
        "basis: documented",
        "62: evidence-basis: `basis` is `sample` or `assumed`; what is documented carries no mark",
    );
}

#[test]
fn an_example_that_its_schema_refuses_is_found_on_its_line() {
    assert_one_finding("name: Ada", "name: 7", "37: example-valid: 7 is not of type \"string\"");
}

#[test]
fn an_operation_id_used_twice_is_found() {
    let findings = findings_after("operationId: dropThing", "operationId: getThing");
    assert_eq!(
        findings,
        [
            "39: operation-id: `getThing` is already the id of the operation at /paths/~1things~1{id}/get"
        ]
    );
}

#[test]
fn an_operation_that_does_not_say_whether_it_may_be_repeated_is_found() {
    assert_one_finding(
        "      x-retry: {class: safe, why: It changes nothing.}\n",
        "",
        "13: retry-class: an operation needs `x-retry`, which says whether a request may be \
         repeated",
    );
}

#[test]
fn an_unknown_retry_class_and_one_without_a_reason_are_found() {
    assert_one_finding(
        "class: safe",
        "class: often",
        "21: retry-class: `class` is one of safe, idempotent, never",
    );
    assert_one_finding(
        "{class: safe, why: It changes nothing.}",
        "{class: safe}",
        "21: retry-class: `why` must say what a repeat does when the first answer was lost",
    );
}

#[test]
fn a_second_success_answer_is_found() {
    let findings = findings_after(
        "        '200':\n",
        "        '201': {description: Made., content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}, examples: {e: {value: {name: Eve}}}}}}\n        '200':\n",
    );
    assert_eq!(
        findings,
        ["13: one-type-each-way: an operation needs one success answer, here are 2"]
    );
}

#[test]
fn error_answers_of_different_types_are_found() {
    let findings = findings_after(
        "        4XX: {$ref: '#/components/responses/Error'}\n",
        "        4XX: {$ref: '#/components/responses/Error'}\n        5XX: {description: Broken., content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}, examples: {e: {value: {name: Eve}}}}}}\n",
    );
    assert_eq!(
        findings,
        ["13: one-type-each-way: all error answers need the same schema, by reference"]
    );
}

#[test]
fn a_keyword_that_nobody_understands_is_found() {
    let findings = findings_after("type: string\n", "type: string\n          nullable: true\n");
    assert_eq!(findings.len(), 1);
    assert!(findings[0].contains("known-keyword: the keyword `nullable`"), "{findings:?}");
}

#[test]
fn a_reference_to_nothing_is_found() {
    let findings = findings_after("'#/components/schemas/Thing'", "'#/components/schemas/Thong'");
    assert!(findings.iter().any(|finding| finding.contains("reference-resolves")), "{findings:?}");
}

#[test]
fn a_component_that_nobody_uses_is_found() {
    let findings = findings_after(
        "    Thing:\n",
        "    Spare: {type: string, description: Nobody's.}\n    Thing:\n",
    );
    assert_eq!(findings, ["54: component-used: no operation uses the component `Spare`"]);
}

#[test]
fn a_required_name_without_property_is_found() {
    let findings = findings_after("required: [name]", "required: [name, nmae]");
    let expected = "required-known: \"nmae\" is required but is no property";
    assert!(findings.iter().any(|finding| finding.contains(expected)), "{findings:?}");
}

#[test]
fn an_answered_object_that_may_not_grow_is_found() {
    let findings = findings_after("      additionalProperties: {}\n", "");
    assert_eq!(
        findings,
        ["54: may-grow: `Thing` is answered, so it says `additionalProperties: {}`"]
    );
}

#[test]
fn a_content_type_declared_as_a_parameter_is_found() {
    let findings = findings_after(
        "      parameters:\n",
        "      parameters:\n        - {name: Content-Type, in: header, description: Type., schema: {type: string}}\n",
    );
    assert!(findings[0].contains("ignored-header"), "{findings:?}");
}

#[test]
fn all_findings_are_reported_at_once_in_the_order_of_the_file() {
    let text = include_str!("well-kept.yaml")
        .replace("summary: Get a thing", "summary: Get a thing.")
        .replace("          description: The name.\n", "");
    let document = Document::parse(&text).unwrap();
    let rules: Vec<_> = check(&document).iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["summary-style", "description"]);
}
