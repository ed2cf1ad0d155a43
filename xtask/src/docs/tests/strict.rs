//! What the page cannot show is an error that names its place.

use serde_json::{Value, json};

use super::super::builder::Builder;
use super::super::{RenderError, render};
use super::{changed, document, each_object, ids, page, visible, with_member};

const OPERATION: &str = "/paths/~1agentassist~1api~1v1~1public~1{streamId}~1contacts/get";

#[test]
fn an_unknown_keyword_is_an_error_in_every_object_with_fixed_keywords() {
    let document = document();
    let mut tried = 0;
    each_object(&document, "", &mut |pointer, map| {
        if holds_names(pointer) || map.is_empty() {
            return;
        }
        let document = with_member(pointer, "x-unheard-of", json!("lost"));
        match render(&document) {
            Err(RenderError::UnknownKeyword { pointer: place }) => {
                assert_eq!(place, format!("{pointer}/x-unheard-of"));
            }
            other => panic!("{pointer}: {:?}", other.map(|page| page.len())),
        }
        tried += 1;
    });
    assert!(tried > 200, "only {tried} objects were tried");
}

/// Tells whether the keys of an object are names that the document chooses.
fn holds_names(pointer: &str) -> bool {
    let steps: Vec<&str> = pointer.rsplit('/').collect();
    let last = steps[0];
    // A schema may have a property that is called `properties`, but none of ours has.
    matches!(
        last,
        "paths"
            | "properties"
            | "examples"
            | "responses"
            | "content"
            | "variables"
            | "schemas"
            | "parameters"
            | "securitySchemes"
    ) || pointer.starts_with("/security/")
}

#[test]
fn the_error_says_what_is_wrong_where_and_what_to_do() {
    let error = render(&with_member("/info", "x-logo", json!({}))).unwrap_err();
    assert_eq!(
        error.to_string(),
        "/info/x-logo: the reference cannot show this keyword; remove it or teach xtask/src/docs \
         to show it"
    );
}

#[test]
fn a_reference_to_nothing_or_to_itself_is_an_error() {
    for target in ["#/components/schemas/Nobody", "other.yaml", "#/components/schemas/Loop"] {
        let mut document = with_member("/components/schemas", "Loop", json!({"$ref": target}));
        document["components"]["schemas"]["Contact"]["properties"]["id"] =
            json!({"$ref": "#/components/schemas/Loop"});
        let error = render(&document).unwrap_err();
        assert!(matches!(error, RenderError::Dangling { .. }), "{target}: {error}");
    }
}

#[test]
fn a_reference_into_the_middle_of_a_schema_is_an_error() {
    let middle = "#/components/schemas/Contact/properties/address/items";
    let document = changed("/components/schemas/Contact/properties/address/items", |items| {
        *items = json!({"type": "array", "items": {"$ref": middle}});
    });
    let error = render(&document).unwrap_err();
    assert!(error.to_string().contains("needs a schema of #/components/schemas"), "{error}");
}

#[test]
fn an_exclusive_bound_without_a_bound_is_an_error() {
    let skip = "/components/parameters/Skip/schema";
    let mut document = with_member(skip, "exclusiveMinimum", json!(true));
    assert!(visible(&page(&document)).contains("morethan0"));
    document.pointer_mut(skip).unwrap().as_object_mut().unwrap().remove("minimum");
    let error = render(&document).unwrap_err();
    assert!(matches!(error, RenderError::Missing { keyword: "minimum", .. }), "{error}");
}

#[test]
fn a_keyword_beside_a_reference_is_an_error() {
    let document = with_member(
        "/components/schemas/Contact/properties/cellPhone",
        "description",
        json!("OpenAPI 3.0 ignores this."),
    );
    let error = render(&document).unwrap_err();
    assert!(matches!(error, RenderError::UnknownKeyword { .. }), "{error}");
}

#[test]
fn a_component_that_nothing_refers_to_is_an_error() {
    let document = with_member(
        "/components/responses",
        "Forgotten",
        json!({"description": "No operation answers so."}),
    );
    let error = render(&document).unwrap_err();
    assert!(error.to_string().starts_with("/components/responses/Forgotten: "), "{error}");
}

#[test]
fn two_things_with_one_address_are_an_error() {
    let document = changed(&format!("{OPERATION}/operationId"), |id| *id = json!("Contact"));
    let error = render(&document).unwrap_err();
    assert!(matches!(error, RenderError::DuplicateAnchor { .. }), "{error}");
}

#[test]
fn a_required_property_that_is_not_described_is_an_error() {
    let document = changed("/components/schemas/Contact/required", |required| {
        required.as_array_mut().unwrap().push(json!("shoeSize"));
    });
    let error = render(&document).unwrap_err();
    assert!(error.to_string().contains("needs the name of a property"), "{error}");
}

#[test]
fn a_schema_within_itself_comes_to_an_end() {
    let document = with_member(
        "/components/schemas/Contact/properties",
        "manager",
        json!({"$ref": "#/components/schemas/Contact"}),
    );
    let html = page(&document);
    assert!(ids(&html).contains("updateContact.200.manager"));
    assert!(!ids(&html).contains("updateContact.200.manager.manager"));
}

#[test]
fn no_value_in_any_place_makes_the_reader_panic() {
    let document = document();
    let mut places = Vec::new();
    each_object(&document, "", &mut |pointer, map| {
        let step = |key: &String| key.replace('~', "~0").replace('/', "~1");
        places.extend(map.keys().map(|key| format!("{pointer}/{}", step(key))));
    });
    let values = [Value::Null, json!(-1), json!("{"), json!([[]]), json!({"$ref": "#"}), json!({})];
    for (place, value) in places.iter().zip(values.iter().cycle()) {
        let document = changed(place, |old| *old = value.clone());
        // Whether it is an error depends on the place.
        drop(Builder::new(&document).page());
    }
}
