use serde_json::{Value, json};

use super::validators;
use crate::document::{Document, load_for_tests};
use crate::generate::GenerateError;

const CONTACT: &str = "/components/schemas/Contact";

/// Generates from the project's document with one part of it replaced or added.
fn generate_with(parent: &str, key: &str, part: Value) -> Result<String, GenerateError> {
    let mut document = load_for_tests();
    document.pointer_mut(parent).unwrap()[key] = part;
    // JSON is YAML.
    validators(&Document::parse(&document.to_string()).unwrap())
}

/// The place and the problem of what the generator refuses.
fn refusal(parent: &str, key: &str, part: Value) -> (String, String) {
    match generate_with(parent, key, part) {
        Err(GenerateError::Construct { pointer, problem }) => (pointer, problem),
        Err(other) => panic!("{key} is refused for another reason: {other}"),
        Ok(_) => panic!("{key} is passed over"),
    }
}

#[test]
fn a_keyword_that_the_generator_does_not_know_is_refused_with_its_place() {
    for (parent, keyword, value) in [
        (CONTACT, "minProperties", json!(1)),
        (CONTACT, "not", json!({"required": ["gone"]})),
        (CONTACT, "allOf", json!([])),
        (CONTACT, "nullable", json!(true)),
        (CONTACT, "discriminator", json!({"propertyName": "id"})),
        (CONTACT, "x-made-up", json!(true)),
        ("/components/schemas/Contact/properties/id", "readOnly", json!(true)),
        ("/components/schemas/Contact/properties/id", "x-extensible-enums", json!(["a"])),
        ("/components/schemas/ContactPage/properties/skip", "x-extensible-enum", json!(["a"])),
        ("/components/schemas/Contact/properties/id", "maxLength", json!(24)),
        ("/components/schemas/Contact/properties/id", "enum", json!(["a"])),
        ("/components/schemas/Contact/properties/id", "minimum", json!(1)),
        ("/components/schemas/Contact/properties/address", "uniqueItems", json!(true)),
        ("/components/schemas/ContactPage/properties/skip", "multipleOf", json!(10)),
        ("/components/schemas/ContactPage/properties/skip", "exclusiveMinimum", json!(true)),
        ("/components/schemas/ContactPage/properties/hasMore", "enum", json!([true])),
        ("/components/schemas/Address", "maxProperties", json!(3)),
        ("/components/schemas/CampaignReference", "type", json!("object")),
        ("/components/schemas/Contact/properties/cellPhone", "minProperties", json!(1)),
    ] {
        let (pointer, problem) = refusal(parent, keyword, value);
        assert_eq!(pointer, format!("{parent}/{keyword}"));
        assert!(problem.contains("does not know this keyword"), "{problem}");
    }
}

#[test]
fn a_keyword_with_a_meaning_that_the_generator_does_not_know_is_refused() {
    for (parent, keyword, value) in [
        (CONTACT, "additionalProperties", json!(false)),
        (CONTACT, "additionalProperties", json!({"type": "string"})),
        (CONTACT, "anyOf", json!([{"required": ["id"], "type": "object"}])),
        (CONTACT, "required", json!(["id", "nobody-knows"])),
        ("/components/schemas/Contact/properties/id", "format", json!("uuid")),
        ("/components/schemas/Contact/properties/id", "type", json!("number")),
        ("/components/schemas/Contact/properties/id", "type", json!("file")),
        ("/components/schemas/ContactPage/properties/skip", "format", json!("int32")),
        ("/components/schemas/ContactPage/properties/skip", "minimum", json!(0.5)),
        ("/components/schemas/CampaignReference", "oneOf", json!([{"type": "string"}])),
        ("/components/schemas/ContactId", "pattern", json!("[a-z]+")),
    ] {
        let (pointer, _) = refusal(parent, keyword, value);
        assert_eq!(pointer, format!("{parent}/{keyword}"));
    }
}

#[test]
fn a_schema_without_a_type_and_a_reference_in_a_circle_are_refused() {
    let (pointer, _) = refusal("/components/schemas", "Address", json!({"description": "any"}));
    assert_eq!(pointer, "/components/schemas/Address");
    let circle = json!({"type": "array", "items": {"$ref": "#/components/schemas/Address"}});
    let (pointer, _) = refusal("/components/schemas", "Address", circle);
    assert_eq!(pointer, "/components/schemas/Address/items/$ref");
}

#[test]
fn a_property_that_a_rule_looks_at_cannot_go() {
    let schema = "/components/schemas/CellPhoneUpdate";
    let (pointer, problem) =
        refusal(schema, "properties", json!({"extension": {"type": "string"}}));
    assert_eq!(pointer, schema);
    assert!(problem.contains("looks at `phoneNumber`"), "{problem}");
}

#[test]
fn a_schema_that_nothing_leads_to_is_read_too() {
    let unused = |schema| refusal("/components/schemas", "Unused", schema);
    let (pointer, _) = unused(json!({"type": "string", "maxLength": 3}));
    assert_eq!(pointer, "/components/schemas/Unused/maxLength");
    let nested = json!({"type": "object", "properties": {"a": {"type": "null"}}});
    assert_eq!(unused(nested).0, "/components/schemas/Unused/properties/a/type");
}

#[test]
fn annotations_change_nothing() {
    let plain = validators(&Document::load().unwrap()).unwrap();
    for (keyword, value) in
        [("title", json!("A contact")), ("example", json!({})), ("x-pii", json!("name"))]
    {
        assert_eq!(generate_with(CONTACT, keyword, value).unwrap(), plain, "{keyword}");
    }
}
