use serde_json::{Value, json};

use super::known::{DOCUMENT, Holds, Kind};
use super::*;
use crate::document::load_for_tests;

const GET: &str = "/paths/~1agentassist~1api~1v1~1public~1{streamId}~1contacts/get";
const PUT: &str = "/paths/~1agentassist~1api~1v1~1public~1{streamId}~1contacts~1{id}/put";
const PATH: &str = "/paths/~1agentassist~1api~1v1~1public~1{streamId}~1contacts";
const LIMIT: &str = "/components/parameters/Limit";
const ERROR: &str = "/components/responses/ClientError";

/// What is said of the document with one part of it replaced or added.
fn check_with(parent: &str, key: &str, part: &Value) -> Result<(), GenerateError> {
    let mut document = load_for_tests();
    let place = document.pointer_mut(parent).unwrap_or_else(|| panic!("{parent} is not there"));
    match place {
        Value::Array(items) => items[key.parse::<usize>().unwrap()] = part.clone(),
        place => place[key] = part.clone(),
    }
    // JSON is YAML.
    check(&Document::parse(&document.to_string()).unwrap())
}

/// The place and the problem of what is refused.
fn refusal(parent: &str, key: &str, part: &Value) -> (String, String) {
    match check_with(parent, key, part) {
        Err(GenerateError::Construct { pointer, problem }) => (pointer, problem),
        Err(other) => panic!("{parent}/{key} is refused for another reason: {other}"),
        Ok(()) => panic!("{parent}/{key} is passed over"),
    }
}

#[test]
fn the_document_holds_only_what_is_known() {
    check(&Document::load().unwrap()).unwrap();
}

#[test]
fn a_part_that_no_generator_knows_is_refused_with_its_place() {
    let ok = format!("{PUT}/responses/200");
    let media = format!("{PUT}/requestBody/content/application~1json");
    for (parent, member, value) in [
        ("", "webhooks", json!({})),
        ("/servers/0", "made-up", json!(1)),
        (PATH, "parameters", json!([])),
        (PATH, "servers", json!([])),
        (PATH, "$ref", json!("#/paths/x")),
        (GET, "servers", json!([{"url": "https://other"}])),
        (GET, "callbacks", json!({})),
        (GET, "x-made-up", json!(1)),
        (LIMIT, "style", json!("form")),
        (LIMIT, "explode", json!(true)),
        (LIMIT, "allowReserved", json!(true)),
        (LIMIT, "allowEmptyValue", json!(true)),
        (LIMIT, "content", json!({"application/json": {}})),
        (&format!("{PUT}/requestBody"), "made-up", json!(1)),
        (&media, "encoding", json!({})),
        (&ok, "headers", json!({"x-rate-limit": {"schema": {"type": "integer"}}})),
        (&ok, "links", json!({})),
        (&ok, "x-known-status", json!([200])),
        (ERROR, "headers", json!({})),
        ("/components", "headers", json!({})),
        ("/components", "callbacks", json!({})),
        ("/components", "links", json!({})),
        ("/components", "examples", json!({})),
        ("/components/securitySchemes/auth", "flows", json!({})),
        (&format!("{GET}/x-retry"), "made-up", json!(1)),
        (&format!("{GET}/x-request-content-type"), "made-up", json!(1)),
        (&format!("{ERROR}/x-evidence"), "made-up", json!(1)),
    ] {
        let (pointer, problem) = refusal(parent, member, &value);
        assert_eq!(pointer, child(parent, member));
        assert!(problem.contains(&format!("no generator knows `{member}` in ")), "{problem}");
    }
}

#[test]
fn a_known_part_with_a_meaning_that_no_generator_knows_is_refused() {
    let schemes = "/components/securitySchemes/auth";
    let evidence = format!("{ERROR}/x-evidence");
    for (parent, member, value) in [
        ("", "openapi", json!("3.1.0")),
        ("", "security", json!([{"auth": []}, {}])),
        ("", "security", json!([{}])),
        (GET, "security", json!([{"auth": []}, {"auth": []}])),
        (GET, "responses", json!([])),
        (LIMIT, "required", json!("yes")),
        ("/servers/0", "url", json!("https://{host}/base")),
        (schemes, "type", json!("http")),
        (schemes, "in", json!("cookie")),
        (ERROR, "x-known-statuses", json!(["400"])),
        (&evidence, "basis", json!("assumd")),
    ] {
        let (pointer, _) = refusal(parent, member, &value);
        assert_eq!(pointer, child(parent, member));
    }
    let (pointer, _) = refusal("", "security", &json!([{"nobody": []}]));
    assert_eq!(pointer, "/security/0/nobody");
    let (pointer, _) = refusal("", "security", &json!([{"auth": ["read"]}]));
    assert_eq!(pointer, "/security/0/auth");
}

#[test]
fn a_reference_stands_alone_and_leads_to_a_part_of_its_kind() {
    let place = format!("{GET}/parameters");
    for (reference, at) in [
        (json!({"$ref": "#/components/parameters/Limit", "required": true}), "required"),
        (json!({"$ref": "#/components/parameters/Nobody"}), "$ref"),
        (json!({"$ref": "#/components/responses/ClientError"}), "$ref"),
        (json!({"$ref": "other.yaml#/Limit"}), "$ref"),
    ] {
        let (pointer, _) = refusal(&place, "0", &reference);
        assert_eq!(pointer, format!("{place}/0/{at}"));
    }
}

#[test]
fn what_changes_nothing_has_a_reason_and_may_hold_anything() {
    let mut seen = 0;
    each(&DOCUMENT, &mut |kind| {
        for member in kind.members {
            if let Some(reason) = member.idle() {
                assert!(reason.len() > 20, "{} in {}", member.name, kind.name);
                seen += 1;
            }
        }
    });
    assert!(seen > 15, "{seen}");
    for (parent, member) in [("", "info"), (GET, "deprecated"), (LIMIT, "examples")] {
        check_with(parent, member, &json!({"made-up": 1})).unwrap();
    }
}

fn each(kind: &'static Kind, look: &mut impl FnMut(&'static Kind)) {
    look(kind);
    for member in kind.members {
        if let Holds::Object(inner) | Holds::Map(inner) | Holds::List(inner) = member.holds() {
            each(inner, look);
        }
    }
}
